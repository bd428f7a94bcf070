import type { Draft } from '#domain/dossier/dossier.ts'
import { missingFields } from '#domain/procedure/fill.ts'
import type { Field } from '#domain/procedure/procedure.ts'
import type { TempOffice } from './office.ts'

/** A draft with every missing field answered and every paper ticked, as an official would after asking. */
export async function completed(office: TempOffice, draft: Draft): Promise<Draft> {
  const hello = await office.get('office.hello', {})
  const procedure = hello.setUp ? hello.procedures.find(({ code }) => code === draft.procedure.code) : undefined
  if (procedure === undefined) throw new Error(`no procedure ${draft.procedure.code}`)
  const answers = { ...draft.answers }
  for (let [field] = missingFields(procedure, answers); field !== undefined; [field] = missingFields(procedure, answers)) {
    answers[field.id] = { value: sampleFor(field), origin: { from: 'typed' } }
  }
  return { ...draft, answers, papers: Object.fromEntries(procedure.papers.map(paper => [paper.id, 1])) }
}

const MEN = /^(groom|father|husband|first|head)\b/

/** A number of somebody else than the card's: another for each row of a group, and for a man. */
function numberFor(id: string): string {
  const [, row] = /\.(\d+)\.number$/.exec(id) ?? []
  if (row !== undefined) return `0871950${row.padStart(5, '0')}`
  return MEN.test(id) ? '087085006789' : '087190012345'
}

function dayFor(id: string): string {
  if (id === 'child.birth') return '2026-11-01'
  if (id.endsWith('.birth')) return MEN.test(id) ? '1985-07-20' : '1990-01-20'
  return '2026-11-10'
}

/** A value that fits a field's kind, and what the others of the form say. */
export function sampleFor({ id, kind, choices, min }: Field): string {
  switch (kind) {
    case 'choice':
      return choices?.[0]?.value ?? ''
    case 'date':
    case 'year':
      return dayFor(id)
    case 'number':
      return String(min ?? 1)
    case 'sex':
      return 'female'
    case 'citizen-number':
      return numberFor(id)
    case 'time':
      return '14:05'
    case 'phone':
      return '0912345678'
    case 'name':
      return 'Trần Văn Đức'
    case 'text':
    case 'address':
      return 'Ấp 3, Xã Thường Phước, Đồng Tháp'
  }
}
