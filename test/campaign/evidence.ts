/** What was told with this verb and is not there. */
export function missing(verb: string, told: readonly string[], there: readonly string[]): readonly string[] {
  const known = new Set(there)
  return told.flatMap(line =>
    line.startsWith(`${verb} `) && !known.has(line.slice(verb.length + 1)) ? [`${line}, but it is not there`] : [],
  )
}

export const doubled = (what: string, values: readonly string[]): readonly string[] =>
  [...new Set(values.filter((value, index) => values.indexOf(value) !== index))].map(value => `${what} ${value} twice`)
