/** Every fault the program can say. `words` holds a sentence for each: a code without words does not compile. */
export type FaultCode = (typeof faultCodes)[number]

export const faultCodes = [
  // what was scanned
  'card.opaque',
  // asked wrongly
  'field.missing',
  'field.invalid',
] as const
