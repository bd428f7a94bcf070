/** Ends a switch over a union: a case that was forgotten does not compile. */
export function missingCase(value: never): never {
  throw new Error(`missing case: ${JSON.stringify(value)}`)
}
