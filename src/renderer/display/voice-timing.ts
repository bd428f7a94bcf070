/** Between two pieces: as long as a careful speaker takes for a word's end, too short for a pause. */
const GAP_SECONDS = 0.04

/** When each piece begins, in seconds from the first one, and when the last one ends. */
export function timing(durations: readonly number[]): { readonly starts: readonly number[]; readonly end: number } {
  const starts: number[] = []
  let at = 0
  for (const duration of durations) {
    starts.push(at)
    at += duration + GAP_SECONDS
  }
  return { starts, end: Math.max(0, at - GAP_SECONDS) }
}
