import type { Handing, HomeVisit } from '#domain/home/home-visit.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, findEdition } from './catalog.ts'

type HandingParts = { readonly store: Store; readonly catalog: () => Catalog }

/** The result that a visit brings, and what has to be known of it at the door; `null` where it brings none. */
export const openHandings =
  ({ store, catalog }: HandingParts) =>
  ({ taken, request: { matter } }: HomeVisit): Handing | null => {
    if (taken !== null) return taken.handing
    const dossier = matter.kind === 'return' ? store.read.dossiers.byCode(matter.code) : null
    if (dossier === null) return null
    const { name, number } = dossier.applicant
    const procedure = findEdition(catalog().procedures, dossier.procedure)
    return {
      code: dossier.code,
      procedure: dossier.procedure.name,
      owner: { name, number },
      proxy: procedure.ok ? procedure.value.proxy : true,
      originals: dossier.papers.filter(({ need }) => need === 'original').map(paper => paper.name),
    }
  }
