import type { Figures, Hall } from '#contract/queue.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { serviceName } from './ticket-said.ts'

/** Nobody is sent for a wait that is a usual one: less than ten minutes behind, and no half hour ahead. */
export const isHelpWanted = ({ longest, wait }: Pick<Figures['help'][number], 'longest' | 'wait'>): boolean =>
  wait === null || longest >= 10 || wait.to >= 30

/** Where help is needed, one sentence each, with the counter that could give it. */
export function helpSaid(
  { service, waiting, longest, wait, from }: Figures['help'][number],
  hall: Pick<Hall, 'services' | 'counters'>,
  { words, language }: { readonly words: ScreenWords['hallPage']; readonly language: 'vi' | 'en' },
): string {
  const free = hall.counters.find(({ number }) => number === from)
  const values = {
    service: serviceName(hall, service, language),
    count: waiting,
    longest: Math.floor(longest),
    counter: free?.name ?? `${words.counter} ${String(from)}`,
  }
  // No range can be told where no open counter takes the service.
  if (wait === null) return put(from === null ? words.nobodyTakes : words.nobodyTakesHelp, values)
  return put(from === null ? words.nobodyFree : words.help, values)
}
