import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type VoicePack, readVoicePack } from '#domain/queue/voice-pack.ts'
import { foldersIn, readJsonFile } from '#machine/files.ts'

type Found = { readonly folder: string; readonly pack: VoicePack }

/**
 * The voices of the hall: the office's own in `voice/` of the data folder, and those that ship. One that cannot say every
 * number counts for nothing.
 */
export function openVoices(resources: string, dataDir: string) {
  const all = (): readonly Found[] =>
    [join(dataDir, 'voice'), join(resources, 'voice')].flatMap(foldersIn).flatMap(folder => {
      const pack = readVoicePack(readJsonFile(join(folder, 'voice.json')))
      return pack.ok ? [{ folder, pack: pack.value }] : []
    })
  let known: readonly Found[] | null = null
  return {
    /** The pack that bears this name, else one of this accent; where there is neither, any rather than silence. */
    find: (wanted: string): VoicePack | null => {
      known = all()
      const packs = known.map(({ pack }) => pack)
      return packs.find(({ id }) => id === wanted) ?? packs.find(({ accent }) => accent === wanted) ?? packs[0] ?? null
    },
    /** A clip that the pack names, as its file has it; `null` for any other file, and for one that is lacking. */
    clip: (wanted: string, clip: string): Uint8Array<ArrayBuffer> | null => {
      known ??= all()
      const found = known.find(({ pack }) => pack.id === wanted && Object.values(pack.pieces).includes(clip))
      return found === undefined ? null : readBytes(join(found.folder, clip))
    },
  }
}

function readBytes(file: string): Uint8Array<ArrayBuffer> | null {
  try {
    return readFileSync(file)
  } catch {
    // Whatever is wrong with one clip, the hall is better off with the rest.
    return null
  }
}
