import type { Answer } from '#domain/procedure/answer.ts'

/** What a field can tell the sitting. The functions never change, so that a field is drawn only for its own sake. */
export type FieldHands = {
  readonly answer: (field: string, value: string) => void
  readonly undo: (field: string, answer: Answer | undefined) => void
  /** A choice was made: the hand goes on. */
  readonly onward: (place: string) => void
}
