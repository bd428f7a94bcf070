import type { OfficeOnPaper } from '#domain/dossier/dossier.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import type { Handing, HomeVisit } from '#domain/home/home-visit.ts'
import { upper } from '#domain/kernel/text.ts'
import { type Day, type Instant, instantAt } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import { bringWords, homeEndWords, homeWhyWords, routeWords } from '#words/home-paper.ts'
import { dayText, longDay, timeText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { copyMark, nation, signature } from './letterhead.ts'

export type Stop = { readonly visit: HomeVisit; readonly handing: Handing | null }
export type Route = { readonly day: Day; readonly official: string; readonly stops: readonly Stop[] }
export type RouteOptions = { readonly copy: number; readonly office: OfficeOnPaper; readonly at: Instant }

/** Room for a hand. */
const ROOM = '\n\n\n'

/**
 * The way of one official on one day, A4 across: whom, when, where, what for and what to bring, with room for each citizen
 * to sign. The number of an identity paper is not on it: nobody needs it to find a door.
 */
export function routeList({ day, official, stops }: Route, { copy, office, at }: RouteOptions): readonly Block[] {
  return [
    ...copyMark(copy),
    {
      kind: 'columns',
      share: 0.4,
      scale: 0.92,
      left: [{ text: upper(office.authority) }, { text: upper(office.unit), style: 'bold', underline: true, underlined: 0.4 }],
      right: [...nation],
    },
    { kind: 'space', mm: 4 },
    { kind: 'title', text: routeWords.title },
    { kind: 'text', text: upperFirst(longDay(instantAt(day, 0))), align: 'center', style: 'italic' },
    { kind: 'text', text: put(routeWords.goes, { name: official }), align: 'center', style: 'bold' },
    { kind: 'space', mm: 3 },
    {
      kind: 'table',
      head: routeWords.head,
      rows: stops.map((stop, index) => rowOf(stop, index + 1)),
      widths: [6, 9, 26, 28, 36, 18, 20],
      align: ['center', 'center', 'left', 'left', 'left', 'left', 'left'],
    },
    { kind: 'text', text: `${put(routeWords.total, { count: stops.length })} ${put(routeWords.made, { time: timeText(at) })}.` },
    { kind: 'text', text: routeWords.keep, style: 'italic' },
    { kind: 'space', mm: 3 },
    {
      kind: 'columns',
      left: signature(routeWords.goer, routeWords.hand, official),
      right: signature(routeWords.sender, routeWords.hand, ''),
    },
  ]
}

const upperFirst = (text: string): string => upper(text.slice(0, 1)) + text.slice(1)

function rowOf({ visit, handing }: Stop, number: number): readonly string[] {
  const { request, plan } = visit
  const who = `${request.name}\n${put(routeWords.phone, { phone: request.phone })}\n(${homeWhyWords[request.why]})`
  return [String(number), plan?.slot ?? '', who, request.address, matterText(visit, handing), endText(visit), ROOM]
}

function matterText({ request: { matter, note } }: HomeVisit, handing: Handing | null): string {
  const originals = handing?.originals ?? []
  const what = matter.kind === 'return' ? (handing?.procedure ?? '') : matter.what
  return [
    put(routeWords[matter.kind], { what }),
    ...(matter.kind === 'return' ? [put(routeWords.code, { code: matter.code })] : []),
    put(bringWords(matter.kind, originals.length), { papers: originals.join('; ') }),
    ...(note === '' ? [] : [put(routeWords.note, { note })]),
  ].join('\n')
}

/** Empty while the visit is to be made: what was found at the door is written there by hand. */
function endText(visit: HomeVisit): string {
  const { state, end } = homeStanding(visit)
  if (state === 'planned' || end === null) return ''
  const again = end.end.kind === 'absent' || end.end.kind === 'later' ? dayText(end.end.again) : ''
  return put(homeEndWords[end.end.kind], { time: timeText(end.at).slice(0, 5), day: again })
}
