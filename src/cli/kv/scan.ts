import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { readCard } from '#domain/card/card.ts'
import { readSlip } from '#domain/dossier/code.ts'
import { dayOf } from '#domain/kernel/time.ts'
import { openClock } from '#machine/clock.ts'
import { answer, environmentOf, refuseWith } from './answer.ts'

/** `kv scan TEXT`: what a scanned text means. */
export const scanCommand = (): Command =>
  new Command('scan')
    .description('what a scanned text means: a card’s QR text, three MRZ lines, or the code on a slip')
    .argument('<text>', 'the text; “-” reads standard input')
    .action((text: string, _, command: Command) => {
      const raw = text === '-' ? readFileSync(0, 'utf8') : text
      const slip = readSlip(raw)
      if (slip !== null) return answer({ kind: 'slip', code: slip.code, slip: slip.slip })
      const read = readCard(raw, dayOf(openClock(environmentOf(command).now).now()))
      if (!read.ok) return refuseWith(read.faults, { raw })
      const { kind, source, card, partial, repairs, warnings } = read.value
      const { source: _source, ...fields } = card
      return answer({ kind, source, card: fields, partial, repairs, warnings })
    })
