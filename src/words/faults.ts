import type { Fault } from '#domain/kernel/result.ts'
import { faultsEn } from './faults-en.ts'
import { faultsVi } from './faults-vi.ts'
import { put } from './say.ts'

export type Language = 'vi' | 'en'

/** A fault as one or two sentences: what is so, and what to do. */
export const sayFault = (fault: Pick<Fault, 'code' | 'data'>, language: Language): string =>
  put((language === 'vi' ? faultsVi : faultsEn)[fault.code], fault.data)
