import fastify, { type FastifyInstance } from 'fastify'
import { WIRE_BYTES } from './journal/batch.ts'
import type { CityParts } from './parts.ts'
import { type Refusal, deny } from './refusal.ts'
import { StoreGone } from './store/store.ts'

/** A request that takes longer to arrive than this is dropped, so that a half-open line holds nothing up. */
const REQUEST_MS = 60_000
const RETRY_SECONDS = '5'

/** An HTTP server without routes: its limits, its one envelope for everything that goes wrong, its headers. */
export function openServer({ log }: CityParts): FastifyInstance {
  const server = fastify({ bodyLimit: WIRE_BYTES, requestTimeout: REQUEST_MS, forceCloseConnections: 'idle' })
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(safe)
    if (request.url.startsWith('/v1/')) reply.header('cache-control', 'no-store')
  })
  server.setNotFoundHandler((_, reply) => {
    const { status, error } = deny('request.unknown').refusal
    return reply.code(status).send({ error })
  })
  server.setErrorHandler((thrown, _, reply) => {
    const { status, error } = refusalOf(thrown)
    if (status === 503) reply.header('retry-after', RETRY_SECONDS)
    if (status >= 500) log('city.failed', { code: `${error.code} ${traceOf(thrown)}` })
    return reply.code(status).send({ error })
  })
  return server
}

/** The page loads nothing from elsewhere, runs no inline script, and stands in nobody's frame. */
const safe = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof StoreGone) return deny('city.store').refusal
  const status = thrown instanceof Error && 'statusCode' in thrown ? Number(thrown.statusCode) : 500
  if (status === 413) return deny('request.oversize').refusal
  if (status === 415) return deny('request.encoding', { field: 'content-type' }).refusal
  return deny(status >= 400 && status < 500 ? 'request.invalid' : 'city.broken').refusal
}

/** Where it was thrown. Not what it says: a database names the row it stumbled over. */
function traceOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  const frame = (thrown.stack ?? '').split('\n').find(line => line.startsWith('    at '))
  return `${thrown.name}${frame ?? ''}`
}
