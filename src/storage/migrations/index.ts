import { journal0010 } from './0010-journal.ts'
import { life0020 } from './0020-life.ts'
import { search0030 } from './0030-search.ts'
import { money0040 } from './0040-money.ts'
import { visits0050 } from './0050-visits.ts'
import { queue0070 } from './0070-queue.ts'
import { post0080 } from './0080-post.ts'
import { postCount0085 } from './0085-post-count.ts'
import { home0090 } from './0090-home.ts'

export type Migration = { readonly number: number; readonly sql: string }

/** In the order they run. A released one is frozen. */
export const migrations: readonly Migration[] = [
  journal0010,
  life0020,
  search0030,
  money0040,
  visits0050,
  queue0070,
  post0080,
  postCount0085,
  home0090,
]
