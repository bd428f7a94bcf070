import { z } from 'zod'
import { type Result, failureFault, inputFault, ok, refuse } from '../kernel/result.ts'
import { tidy } from '../kernel/text.ts'
import { Accent, NEEDED_PIECES } from './announcement.ts'

/** A voice is a folder of clips with this file, `voice.json`, beside them. Clips are what a browser plays without a paid codec. */
export const VoicePack = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  name: z.string().trim().min(1).max(60),
  accent: Accent,
  licence: z.string().trim().min(1),
  madeBy: z.string().trim().min(1),
  /** What is said, in small letters, and the clip that says it. A whole phrase beside its words sounds better and is taken first. */
  pieces: z.record(z.string(), z.string().regex(/^[\w-]+\.(wav|ogg|flac|mp3)$/)),
})
export type VoicePack = z.output<typeof VoicePack>

/** Reads `voice.json`. A pack that cannot say every number is refused, with each piece that it lacks. */
export function readVoicePack(foreign: unknown): Result<VoicePack> {
  const parsed = VoicePack.safeParse(foreign)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(issue =>
      inputFault('catalog.invalid', issue.path.join('.') || '(file)', { reason: issue.message }),
    )
    return refuse(...faults)
  }
  const pieces = Object.fromEntries(Object.entries(parsed.data.pieces).map(([said, file]) => [tidy(said).toLowerCase(), file]))
  const lacking = NEEDED_PIECES.filter(piece => !Object.hasOwn(pieces, piece))
  if (lacking.length > 0) return refuse(...lacking.map(piece => inputFault('voice.piece', `pieces.${piece}`, { piece })))
  return ok({ ...parsed.data, pieces })
}

/** The clips that say these phrases, in order. One that is lacking refuses the whole: half a number is another number. */
export function clipsOf(phrases: readonly string[], { pieces }: Pick<VoicePack, 'pieces'>): Result<readonly string[]> {
  const clips: string[] = []
  for (const phrase of phrases) {
    for (let words = phrase.split(' '); words.length > 0;) {
      const piece = longest(words, pieces)
      if (piece === null) return refuse(failureFault('voice.piece', { piece: words.join(' ') }))
      clips.push(piece.file)
      words = words.slice(piece.words)
    }
  }
  return ok(clips)
}

function longest(words: readonly string[], pieces: VoicePack['pieces']): { readonly words: number; readonly file: string } | null {
  for (let count = words.length; count > 0; count -= 1) {
    const said = words.slice(0, count).join(' ')
    const file = Object.hasOwn(pieces, said) ? pieces[said] : undefined
    if (file !== undefined) return { words: count, file }
  }
  return null
}
