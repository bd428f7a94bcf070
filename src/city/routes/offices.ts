import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Day, dayOf } from '#domain/kernel/time.ts'
import type { CityParts } from '../parts.ts'
import { officesOn } from '../read-model/offices.ts'
import { deny } from '../refusal.ts'
import type { Store } from '../store/store.ts'

const Asked = z.object({ day: Day.optional() })

/** `GET /v1/offices/today?day=`: what the city's page shows. */
export function officesRoutes(server: FastifyInstance, store: Store, { clock }: CityParts): void {
  server.get('/v1/offices/today', async (request, reply) => {
    const now = clock.now()
    const asked = Asked.safeParse(request.query)
    if (asked.success) return reply.send(await officesOn(store, asked.data.day ?? dayOf(now), now))
    const { refusal } = deny('request.invalid', { field: 'day' })
    return reply.code(refusal.status).send({ error: refusal.error })
  })
}
