import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from './basics.ts'

export type PageQueue = {
  /** A search path on which this queue's `lp` stands first. */
  readonly path: string
  /** Every sheet it took, by the name it was given, in the order of names; not whole where its sender died half-way. */
  readonly sheets: () => readonly { readonly name: string; readonly whole: boolean }[]
  /** Without paper it refuses what it is given, before it reads any of it. */
  readonly paper: (there: boolean) => void
  readonly close: () => void
}

/** The system's print queue: a program `lp` that keeps what it was handed, each time anew, and can run out of paper. */
export function pageQueue(): PageQueue {
  const folder = tempFolder()
  const [bin, taken, coming, out] = ['bin', 'taken', 'coming', 'no-paper'].map(name => join(folder, name))
  if (bin === undefined || taken === undefined || coming === undefined || out === undefined) throw new Error('no folder')
  for (const each of [bin, taken, coming]) mkdirSync(each)
  const lp = join(bin, 'lp')
  writeFileSync(lp, script({ taken, coming, out }))
  chmodSync(lp, 0o755)
  return {
    path: `${bin}:${process.env['PATH'] ?? ''}`,
    sheets: () =>
      readdirSync(taken)
        .sort()
        .map(file => ({
          name: file.slice(0, file.indexOf('.pdf') + 4),
          whole: readFileSync(join(taken, file)).subarray(-8).includes('%%EOF'),
        })),
    paper: there => {
      if (there) rmSync(out, { force: true })
      else writeFileSync(out, '')
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Like the real one, it takes what came until its sender is gone, whole or not. */
const script = ({ taken, coming, out }: { taken: string; coming: string; out: string }): string => `#!/bin/sh
while [ $# -gt 1 ]; do
  [ "$1" = -t ] && title=$2
  shift
done
[ -e '${out}' ] && exit 1
sheet='${coming}'/$$
cat > "$sheet" && mv "$sheet" '${taken}'/"$title.$$.$(date +%s%N)"
`
