import type { Card } from '../card/card.ts'
import type { Day } from '../kernel/time.ts'
import type { Answers } from './answer.ts'

/** What the office says of itself on forms. */
export type OfficeFacts = { readonly name: string; readonly authority: string; readonly commune: string; readonly province: string }

/** An earlier dossier: its values, and the day it was received. */
export type Earlier = { readonly day: Day; readonly answers: Answers }

/** Whom a dossier is for, as far as it was said: what stands in for a card that is not at hand. */
export type KnownPerson = {
  readonly name: string
  readonly number: string | null
  readonly birth: Day | null
  readonly sex: Card['sex'] | null
  readonly address: string | null
  /** Whether a card said so, once. */
  readonly byCard: boolean
}

/** Everything a form can be filled from. */
export type Known = {
  readonly card: Card | null
  readonly person?: KnownPerson | null
  /** Whether somebody else hands in for the citizen. */
  readonly byProxy?: boolean
  /** Cards of other people in the same sitting, in the order they were scanned. */
  readonly others?: readonly Card[]
  /** The dossier this one follows in a bundle. */
  readonly bundle?: Earlier | null
  /** What the bundle answers by itself. */
  readonly preset?: Readonly<Record<string, string>>
  /** Dossiers in which somebody with this number is named, newest first. */
  readonly about?: (number: string) => readonly Earlier[]
  /** The citizen's own, newest first. */
  readonly earlier: readonly Earlier[]
  readonly office: OfficeFacts
  readonly today: Day
}

/** The citizen number of whom the form is for, `''` where it is not known. */
export const ownNumber = ({ card, person }: Known): string => person?.number ?? card?.number ?? ''
