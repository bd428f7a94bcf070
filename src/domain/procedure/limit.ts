import type { Limit } from '../calendar/due.ts'
import { type Answers, valueIn } from './answer.ts'
import { holds } from './condition.ts'
import type { Procedure } from './procedure.ts'

/** How long a procedure may take under these answers: the limit of the first case that fits, else the general one. */
export const limitOf = ({ takes, takesWhen }: Pick<Procedure, 'takes' | 'takesWhen'>, answers: Answers): Limit =>
  takesWhen.find(({ when }) => holds(when, valueIn(answers)))?.takes ?? takes
