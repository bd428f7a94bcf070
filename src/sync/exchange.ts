import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { ENTRIES_TYPE } from '#contract/routes.ts'

/** What came back: an answer with its JSON (`undefined` where it is none), nothing, or the voice of somebody else. */
export type Heard =
  | { readonly kind: 'answer'; readonly status: number; readonly json: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'stranger' }

export type Line = {
  /** One request and its whole answer. Never rejects. `entries` is NDJSON to be posted; without it, asks. */
  exchange(path: string, entries?: string): Promise<Heard>
  close(): void
}

/** No answer of the city is longer; a page of a captive portal is. */
const ANSWER_BYTES = 65_536
/** Under this, packing costs more than it saves. */
const PACK_FROM_BYTES = 1_000

const pack = promisify(gzip)

/**
 * A kept-alive line to the city at `url`. Each exchange, from connecting to the last byte of the answer, has `deadlineMs`;
 * `closing` ends one that is under way.
 */
export function openLine(url: string, deadlineMs: number, closing: AbortSignal): Line {
  const base = new URL(url.endsWith('/') ? url : `${url}/`)
  const { Agent, request } = base.protocol === 'https:' ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  const send = async (path: string, body: Sent | null): Promise<Heard> => {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(deadlineMs)])
    const asked = request(new URL(`.${path}`, base), {
      agent,
      signal,
      method: body === null ? 'GET' : 'POST',
      headers: body?.headers ?? {},
    })
    try {
      const response = await answerTo(asked, body?.bytes ?? null)
      const answer = { kind: 'answer', status: response.statusCode ?? 0, json: readJson(await readAll(response)) } as const
      // Whoever said something else may sit in this very connection: the next exchange takes a new one.
      if (answer.status !== 200 || answer.json === undefined) agent.destroy()
      return answer
    } catch (error) {
      // The city may close an idle line at the very moment it is used again: that says nothing about the city.
      if (asked.reusedSocket && codeOf(error) === 'ECONNRESET') return send(path, body)
      return { kind: foreign.test(codeOf(error)) ? 'stranger' : 'nothing' }
    }
  }

  return {
    exchange: async (path, entries) => send(path, entries === undefined ? null : await packed(entries)),
    close: () => agent.destroy(),
  }
}

type Sent = { readonly bytes: Buffer; readonly headers: Readonly<Record<string, string | number>> }

async function packed(entries: string): Promise<Sent> {
  const plain = Buffer.from(entries)
  const zipped = plain.length >= PACK_FROM_BYTES
  const bytes = zipped ? await pack(plain, { level: 1 }) : plain
  const headers = { 'content-type': ENTRIES_TYPE, 'content-length': bytes.length, ...(zipped ? { 'content-encoding': 'gzip' } : {}) }
  return { bytes, headers }
}

const answerTo = (asked: http.ClientRequest, bytes: Buffer | null): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    asked.once('response', resolve)
    asked.on('error', reject)
    asked.end(bytes ?? undefined)
  })

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > ANSWER_BYTES) throw Object.assign(new Error('too long for an answer of the city'), { code: 'HPE_TOO_LONG' })
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Somebody answers who does not prove to be the city (its certificate, its TLS) or does not speak HTTP. */
const foreign = /^(HPE_|EPROTO|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
