import { CounterId } from '#domain/kernel/id.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ENTRIES_TYPE, type Reached } from '#contract/routes.ts'
import { readBatch } from '../journal/batch.ts'
import type { openJournals } from '../journal/journal.ts'
import type { CityParts } from '../parts.ts'
import { type Verdict, deny, grant } from '../refusal.ts'

type Journals = ReturnType<typeof openJournals>

/** `POST /v1/counters/:counter/entries` and `GET /v1/counters/:counter`: the journals of the counters, arriving. */
export function journalRoutes(server: FastifyInstance, journals: Journals, { clock, log }: CityParts): void {
  server.addContentTypeParser(ENTRIES_TYPE, { parseAs: 'buffer' }, (_, body, done) => done(null, body))

  server.post('/v1/counters/:counter/entries', async (request, reply) => {
    const began = clock.now()
    const counter = readCounter(request.params)
    if (!counter.ok) return answer(reply, counter)
    const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0)
    const entries = await readBatch(body, request.headers['content-encoding'])
    if (!entries.ok) return answer(reply, noted(entries, counter.value))
    const pushed = await journals.push(counter.value, entries.value, began)
    if (!pushed.ok) return answer(reply, noted(pushed, counter.value))
    const { kept, ...reached } = pushed.value
    log('journal.pushed', { id: counter.value, position: reached.position, count: kept, ms: clock.now() - began })
    return answer(reply, grant(reached))
  })

  server.get('/v1/counters/:counter', async (request, reply) => {
    const counter = readCounter(request.params)
    return answer(reply, counter.ok ? grant(await journals.reached(counter.value, clock.now())) : counter)
  })

  const noted = <Refused extends { readonly ok: false } & Verdict<never>>(refused: Refused, counter: CounterId): Refused => {
    const { code, position } = refused.refusal.error
    log('journal.refused', { id: counter, code, ...(position === undefined ? {} : { position }) })
    return refused
  }
}

const Params = z.object({ counter: CounterId })

function readCounter(params: unknown): Verdict<CounterId> {
  const read = Params.safeParse(params)
  return read.success ? grant(read.data.counter) : deny('request.invalid', { field: 'counter' })
}

const answer = (reply: FastifyReply, verdict: Verdict<Reached>): FastifyReply =>
  verdict.ok ? reply.send(verdict.value) : reply.code(verdict.refusal.status).send({ error: verdict.refusal.error })
