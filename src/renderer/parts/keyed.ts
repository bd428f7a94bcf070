/** Things that have no name of their own, each with one that stays: what it is, and the how-manieth of them. */
export function keyed<T>(things: readonly T[], nameOf: (thing: T) => string): readonly { readonly key: string; readonly thing: T }[] {
  const seen = new Map<string, number>()
  return things.map(thing => {
    const name = nameOf(thing)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { key: `${name}-${String(count)}`, thing }
  })
}
