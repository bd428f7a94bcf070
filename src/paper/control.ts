import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { DossierMoved } from '#domain/dossier/move.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import { longTime, paperWords } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { type FormValue, commonValues, formLines, formSheets, giverName, type StepOptions } from './form-sheet.ts'
import { originalsText } from './originals.ts'

const { control: words, originals } = paperWords

/** One passing from hand to hand. A name that is not known yet is written by the hand that signs. */
type Passing = {
  readonly from: string
  readonly to: string
  readonly at: Instant | null
  readonly giver: string
  readonly taker: string
  readonly result: string
  readonly note: string
}

/**
 * Phiếu kiểm soát quá trình giải quyết hồ sơ: travels with the paper dossier, a block for each time it changes hands
 * (NĐ 61/2018/NĐ-CP Điều 18). Nothing is ever taken off it; while the dossier is on its way an empty block waits at the end.
 */
export function controlSlip(
  dossier: DossierReceived,
  moves: readonly DossierMoved[],
  set: FormSet,
  { copy, slipNumber = 1 }: StepOptions,
): readonly Block[] {
  const sheet = set.papers.control
  const at = moves.at(-1)?.at ?? dossier.received
  const table = passingTable(passings(dossier, moves, set), sheet)
  const values = { ...commonValues(dossier), agency: unitOf(dossier, moves), table }
  return formSheets(
    { dossier, set, sheet, at, number: null, copy, slipNumber, official: dossier.official.name },
    formLines(sheet.lines, values, { dossier }),
  )
}

/** The unit that settles the dossier: where it was sent last, else the agency itself. */
export const unitOf = ({ office }: DossierReceived, moves: readonly DossierMoved[]): string =>
  moves.flatMap(({ step }) => (step.kind === 'forward' ? [step.to] : [])).at(-1) ?? office.authority

/** Whose hands the dossier is in: the unit it was sent to last, and the desk's again once it came back. */
function holderOf({ office }: DossierReceived, moves: readonly DossierMoved[]): string {
  const last = moves.findLast(({ step: { kind } }) => kind === 'forward' || kind === 'supplement' || kind === 'ready')
  return last?.step.kind === 'forward' ? last.step.to : office.name
}

function passings(dossier: DossierReceived, moves: readonly DossierMoved[], set: FormSet): readonly Passing[] {
  const done = moves.flatMap((move, index) => passing(dossier, move, moves.slice(0, index), set))
  const ended = ['refused', 'stopped', 'returned'].includes(moves.at(-1)?.state ?? '')
  return ended ? done : [...done, { from: '', to: '', at: null, giver: '', taker: '', result: '', note: '' }]
}

function passing(dossier: DossierReceived, move: DossierMoved, before: readonly DossierMoved[], set: FormSet): readonly Passing[] {
  const { step, at, official } = move
  const desk = dossier.office.name
  const holder = holderOf(dossier, before)
  const plain = { at, giver: '', taker: '', result: '', note: '' }
  switch (step.kind) {
    case 'forward': {
      const note = put(words.until, { time: longTime(move.due) })
      return [{ ...plain, from: holder, to: step.to, giver: holder === desk ? official.name : '', note }]
    }
    case 'supplement': {
      const note = put(words.supplement, { number: set.papers.supplement.number ?? '' })
      const back = { ...plain, from: desk, to: giverName(dossier), giver: official.name, taker: giverName(dossier), note }
      return [holder === desk ? back : { ...plain, from: holder, to: desk, taker: official.name, note }]
    }
    case 'ready':
      return holder === desk
        ? []
        : [{ ...plain, from: holder, to: desk, taker: official.name, result: resultText(at, move.due), note: step.result }]
    case 'return': {
      const to = step.to.right === 'post' ? `${words.post}: ${step.to.name}` : step.to.name
      const note = move.originals?.given === true ? put(originals.back, { papers: originalsText(move.originals) }) : ''
      return [{ ...plain, from: desk, to, giver: official.name, taker: step.to.name, result: resultText(at, move.due), note }]
    }
    case 'complete':
    case 'refuse':
    case 'pause':
    case 'resume':
    case 'extend':
    case 'stop':
    case 'verify':
      return []
  }
}

/** Before the day that was promised, on it and in time, or after (TT 01/2018/TT-VPCP Mẫu số 05). */
function resultText(at: Instant, due: Instant): string {
  if (at > due) return words.late
  return dayOf(at) < dayOf(due) ? words.early : words.inTime
}

const ROOM = '\n\n\n\n'
const DOTS = '……………'

/** Two rows a passing: who gives and when, who takes and both hands. */
const passingTable = (rows: readonly Passing[], { columns, words: labels }: FormSet['papers']['control']): FormValue => {
  const [agency = '', time = '', result = '', note = ''] = columns
  return {
    below: [
      {
        kind: 'table',
        head: [agency, time, '', result, note],
        wide: [{ row: 'head', from: 1, to: 2 }, ...rows.map((_, index) => ({ row: index * 2, from: 1, to: 2 }))],
        rows: rows.flatMap(({ from, to, at, giver, taker, result, note }) => [
          [`${labels.from} ${from === '' ? DOTS : from}`, at === null ? BLANK_TIME : longTime(at), '', result, note],
          [`${labels.to} ${to === '' ? DOTS : to}`, hand(labels.giver, giver), hand(labels.taker, taker), '', ''],
        ]),
        widths: [25, 19, 19, 20, 17],
        align: ['left', 'center', 'center', 'center', 'left'],
        scale: 0.86,
      },
    ],
  }
}

const hand = (who: string, name: string): string => `${who}${ROOM}${name === '' ? '\n' : name}`

const BLANK_TIME = '…… giờ …… phút, ngày …… tháng …… năm ………'
