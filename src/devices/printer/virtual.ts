import { constants } from 'node:fs'
import { access, appendFile, link, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failureFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Block } from '#domain/paper/block.ts'
import type { Profile } from '../profile.ts'
import { slipText } from '../slip/text.ts'
import { onAbort } from '../wait.ts'
import { paperOf } from './paper.ts'
import { pictureOf } from './picture.ts'
import type { Line, Taken, Transport } from './transport.ts'

/**
 * A printer whose paper is a folder: `slip-0001.bin` (the bytes), `.txt` (what it says), `.png` (drawn from the bytes),
 * or `slip-0001.half.bin` and `.png` where a slip stopped half-way. Numbers go up; names hold nothing of the slip.
 * The file `printer.state` in the folder tells it to misbehave: `off`, `paper-out`, `paper-low`, `cover-open`, `cutter`, or
 * `stall-after=N` bytes of each slip.
 */
export const virtual = (folder: string, { dots: width }: Pick<Profile, 'dots'>): Transport => ({
  piece: 4096,
  async connect(_signal, slip) {
    const mood = readMood(await readFile(join(folder, 'printer.state'), 'utf8').catch(() => ''))
    if (mood.off) return refuse(failureFault('printer.off'))
    const made = await mkdir(folder, { recursive: true })
      .then(() => access(folder, constants.W_OK))
      .then(
        () => true,
        () => false,
      )
    return made ? ok(lineTo(folder, { width, slip, mood })) : refuse(failureFault('printer.denied'))
  },
})

/** `answers`: bytes to DLE EOT 1 to 4. */
type Mood = { readonly off: boolean; readonly answers: readonly number[]; readonly stallAfter: number }

function readMood(text: string): Mood {
  const said = text.trim()
  const stall = /^stall-after=(\d+)$/.exec(said)?.[1]
  return { off: said === 'off', answers: moods[said] ?? WELL, stallAfter: stall === undefined ? Infinity : Number(stall) }
}

const WELL = [0x12, 0x12, 0x12, 0x12]
const moods: Readonly<Record<string, readonly number[]>> = {
  'paper-out': [0x1a, 0x32, 0x12, 0x72],
  'paper-low': [0x12, 0x12, 0x12, 0x1e],
  'cover-open': [0x1a, 0x16, 0x12, 0x12],
  cutter: [0x1a, 0x52, 0x1a, 0x12],
}

type Job = { readonly width: number; readonly slip: readonly Block[]; readonly mood: Mood }

function lineTo(folder: string, { width, slip, mood }: Job): Line {
  const taken: Uint8Array[] = []
  let room = mood.stallAfter
  let left = false
  /** A folder that cannot be written is paper that did not come out. */
  const leave = async (half: boolean): Promise<boolean> => {
    left = true
    const bytes = Buffer.concat(taken)
    if (bytes.length === 0) return false
    return leavePaper(folder, { bytes, width, text: half ? null : slipText(slip) }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && 'code' in error) return false
        throw error
      },
    )
  }
  const never = (signal: AbortSignal): Promise<void> => new Promise(resolve => onAbort(signal, resolve))
  return {
    async write(bytes, signal) {
      if (bytes[0] === 0x1b && bytes[1] === 0x70) return openDrawer(folder, bytes)
      const part = bytes.subarray(0, room)
      taken.push(part)
      room -= part.length
      if (part.length === bytes.length) return { bytes: part.length, well: true }
      await never(signal)
      return { bytes: part.length, well: false }
    },
    /** Answers as a printer does: DLE EOT at once, GS r 1 when the paper is out. */
    async ask(question, signal) {
      if (room === 0) await never(signal)
      if (signal.aborted) return new Uint8Array()
      if (question[0] === 0x10) return Uint8Array.of(mood.answers[(question[2] ?? 1) - 1] ?? 0x12)
      if (taken.length === 0) return Uint8Array.of(0)
      return (await leave(false)) ? Uint8Array.of(0) : new Uint8Array()
    },
    finish: async () => left,
    gone: async () => false,
    close: async () => {
      if (!left) await leave(true)
    },
  }
}

/** The drawer is a file that grows by a letter each time it is opened. */
const openDrawer = (folder: string, { length }: Uint8Array): Promise<Taken> =>
  appendFile(join(folder, 'drawer.opened'), '|').then(
    () => ({ bytes: length, well: true }),
    () => ({ bytes: 0, well: false }),
  )

type Paper = { readonly bytes: Uint8Array; readonly width: number; readonly text: string | null }

/** Files are written aside and appear whole, the bytes last. The picture takes the number, so that two writers never share one. */
async function leavePaper(folder: string, { bytes, width, text }: Paper): Promise<void> {
  const aside = await mkdtemp(join(folder, '.slip-'))
  await writeFile(join(aside, 'bin'), bytes)
  await writeFile(join(aside, 'png'), await pictureOf(paperOf(bytes, width)))
  await writeFile(join(aside, 'txt'), text ?? '')
  const names = await readdir(folder)
  const last = Math.max(0, ...names.map(name => Number(/^slip-(\d+)\./.exec(name)?.[1] ?? 0)))
  const name = await takeNumber({ draft: join(aside, 'png'), folder, end: text === null ? '.half' : '' }, last + 1)
  if (text !== null) await rename(join(aside, 'txt'), `${name}.txt`)
  await rename(join(aside, 'bin'), `${name}.bin`)
  await rm(aside, { recursive: true })
}

type Claim = { readonly draft: string; readonly folder: string; readonly end: '' | '.half' }

async function takeNumber(claim: Claim, number: number): Promise<string> {
  const name = join(claim.folder, `slip-${String(number).padStart(4, '0')}${claim.end}`)
  const taken = await link(claim.draft, `${name}.png`).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    },
  )
  return taken ? name : takeNumber(claim, number + 1)
}
