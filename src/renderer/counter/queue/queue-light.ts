import type { QueueView } from '#contract/queue.ts'
import { machineLetter } from '#domain/queue/service.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { clockTime } from '../../parts/say-figures.ts'

export type QueueLight = { readonly tone: 'good' | 'away'; readonly said: string }

/** Who leads the queue, and whether the wall of this machine is heard. A machine on its own works on: that is grey, not red. */
export function queueLight(view: QueueView, words: ScreenWords['queueLight']): QueueLight {
  const leader = leaderLight(view, words)
  return view.standing.silent ? { tone: 'away', said: `${words.silent} · ${leader.said}` } : leader
}

function leaderLight({ standing, hall }: QueueView, words: ScreenWords['queueLight']): QueueLight {
  const { role, joined, since, handing, counter, unheard } = standing
  if (role === 'alone') return { tone: 'good', said: words.alone }
  if (role === 'host' && unheard.length > 0) return { tone: 'away', said: put(words.unheard, { names: unheard.join(', ') }) }
  if (role === 'host') return { tone: 'good', said: words.host }
  const letter = machineLetter(counter)
  if (!joined) {
    return { tone: 'away', said: since === null ? put(words.awayNow, { letter }) : put(words.away, { time: clockTime(since), letter }) }
  }
  const tail = handing === 0 ? '' : put(words.handing, { count: handing })
  return { tone: 'good', said: `${put(words.guest, { name: hall.host.name })}${tail}` }
}
