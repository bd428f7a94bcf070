import { Procedure } from '#domain/procedure/procedure.ts'
import { fakeOffice } from '../fake-hatch.ts'
import { fakeProcedures } from '../fake-procedures.ts'

/** Puts an office into the page before the counter starts. `?fresh` is a counter that was never set up. */
const files = import.meta.glob('../../../resources/catalog/procedures/*.json', { eager: true, import: 'default' })
const real = Object.values(files).map(file => Procedure.parse(file))
const query = new URLSearchParams(location.search)
const fake = fakeOffice(query.has('own') || real.length === 0 ? fakeProcedures : real, {
  setUp: !query.has('fresh'),
  cityUrl: query.has('city') ? 'https://city.invalid' : null,
})
Object.assign(window, { office: fake.office, world: fake.world })
