import { expect } from '@playwright/test'
import { HAND_GAP_MS } from './answer.ts'
import type { Counter } from './counter.ts'
import type { Steps } from './steps.ts'

export type Sitting = { readonly procedure: string; readonly code: string; readonly citizen: string }

type Visit = {
  readonly card: string
  readonly citizen: string
  readonly search: string
  readonly procedure: string
  readonly answer: (counter: Counter) => Promise<void>
  readonly name: string
}

/** One citizen: scan, choose, answer what is missing, finish, and see the papers out. */
export async function sitting(counter: Counter, step: Steps['step'], visit: Visit): Promise<Sitting> {
  const { window, picture } = counter
  await step(`${visit.name} scan the card`, async () => {
    await counter.scan(visit.card)
    await window.getByRole('heading', { name: visit.citizen, level: 1 }).waitFor()
  })
  await step(`${visit.name} choose ${visit.procedure}`, async () => {
    await window.getByRole('combobox').waitFor()
    await window.keyboard.type(visit.search, { delay: HAND_GAP_MS })
    await picture(`${visit.name}-choose`)
    await window.keyboard.press('Enter')
    await window.getByText(visit.procedure, { exact: true }).first().waitFor()
  })
  await step(`${visit.name} ask only what is missing`, async () => {
    await visit.answer(counter)
    await picture(`${visit.name}-form`)
  })
  return step(`${visit.name} finish: saved, numbered, printed`, async () => {
    await window.keyboard.press('F9')
    await window.getByRole('region', { name: 'Hồ sơ đã nhận' }).waitFor()
    const code = /\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}-\d{6}-\d{4}/.exec(await window.getByRole('main').innerText())?.[0] ?? ''
    await expect(window.getByRole('main')).not.toContainText(/chờ in|đang in/, { timeout: 20_000 })
    await picture(`${visit.name}-saved`)
    await window.keyboard.press('F2')
    await window.getByRole('heading', { name: 'Mời công dân đưa thẻ căn cước' }).waitFor()
    return { procedure: visit.procedure, code, citizen: visit.citizen }
  })
}
