import { type Fault, inputFault } from '../kernel/result.ts'
import { fold } from '../kernel/text.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { Applicant } from './dossier.ts'
import type { Recipient } from './move.ts'

/** By what the owner of a dossier is known. */
type Owner = Pick<Applicant, 'name' | 'number'>

/**
 * Why somebody may not take a result; `null` where he may (NĐ 61/2018/NĐ-CP Điều 20; Bộ luật Dân sự 2015 Điều 134–140). The
 * owner is known by the number of the dossier, or by the name where the dossier has none. Who comes for another shows who
 * he is and by what paper; where the matter is one of persons alone (Luật Hộ tịch 2014 Điều 18, for one) nobody can be
 * authorised. The Post is known by the list both sides sign (QĐ 45/2016/QĐ-TTg Điều 7).
 */
export function wrongRecipient(
  { right, name, number, paper }: Recipient,
  { applicant }: { readonly applicant: Owner },
  procedure: Pick<Procedure, 'proxy'> | null,
): Fault | null {
  if (right === 'owner') return wrongOwner({ name, number }, applicant)
  if (right === 'authorised' && procedure?.proxy === false) return inputFault('life.return.in-person', 'right')
  if (right !== 'post' && isEmpty(number)) return inputFault('life.return.number', 'to.number')
  return isEmpty(paper) ? inputFault('life.return.paper', 'to.paper') : null
}

function wrongOwner({ name, number }: Pick<Recipient, 'name' | 'number'>, applicant: Owner): Fault | null {
  if (applicant.number === null) return fold(name) === fold(applicant.name) ? null : inputFault('life.return.name', 'to.name')
  if (isEmpty(number)) return inputFault('life.return.number', 'to.number')
  return number === applicant.number ? null : inputFault('life.return.other', 'to.number')
}

const isEmpty = (text: string | null): boolean => text === null || text.trim() === ''
