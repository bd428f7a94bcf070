import { expect } from '@playwright/test'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { hasSecondPerson } from '#domain/procedure/fill.ts'
import { giveBack, handOver, keepBook, mend } from './afterwards.ts'
import { HAND_GAP_MS, answerAll } from './answer.ts'
import { DUC, LAN } from './cards.ts'
import type { Counter } from './counter.ts'
import { birthOfChild, firstExtract, onlyPapers, withSecondCard } from './forms.ts'
import { type Sitting, sitting } from './sitting.ts'
import type { Steps } from './steps.ts'

export type Served = { readonly sittings: readonly Sitting[]; readonly list: string }

/** The main job minute by minute, by keyboard and scanner alone, as an official does it. */
export async function serve(counter: Counter, steps: Steps, catalogue: readonly Procedure[]): Promise<Served> {
  const { window, picture } = counter
  const step: Steps['step'] = async (what, work) =>
    steps.step(what, work).catch(async (failed: unknown) => {
      await picture('failed')
      throw failed
    })
  await step('first run: open the demo office', async () => {
    await window.getByRole('button', { name: 'Mở văn phòng mẫu' }).waitFor()
    await picture('01-first-run')
    await window.keyboard.press('1')
    await window.getByRole('button', { name: /Nguyễn Thị An/ }).waitFor()
    await picture('02-sign-in')
  })
  await step('sign in with a PIN', async () => {
    await window.keyboard.press('2')
    await window.keyboard.type('2468', { delay: HAND_GAP_MS })
    await window.keyboard.press('Enter')
    await window.getByRole('heading', { name: 'Mời công dân đưa thẻ căn cước' }).waitFor()
    await picture('03-empty-seat')
  })
  const first = await sitting(counter, step, {
    card: LAN,
    citizen: 'Nguyễn Thị Hương Lan',
    search: 'trich luc',
    procedure: '2.000635',
    answer: firstExtract,
    name: '04',
  })
  const known = await sitting(counter, step, {
    card: LAN,
    citizen: 'Nguyễn Thị Hương Lan',
    search: '',
    procedure: '2.000635',
    answer: onlyPapers,
    name: '05-known',
  })
  const certified = await sitting(counter, step, {
    card: DUC,
    citizen: 'TRẦN VĂN ĐỨC',
    search: 'sao y',
    procedure: '2.000815',
    answer: onlyPapers,
    name: '06-certified',
  })
  const birth = await sitting(counter, step, {
    card: LAN,
    citizen: 'Nguyễn Thị Hương Lan',
    search: 'dang ky khai sinh',
    procedure: '1.001193',
    answer: birthOfChild,
    name: '07-birth',
  })
  const served = new Set([first, certified, birth].map(({ procedure }) => procedure))
  const others: Sitting[] = []
  for (const procedure of catalogue.filter(({ code }) => !served.has(code)))
    others.push(
      await sitting(counter, step, {
        card: DUC,
        citizen: 'TRẦN VĂN ĐỨC',
        search: procedure.code,
        procedure: procedure.code,
        answer: desk => (hasSecondPerson(procedure) ? withSecondCard(desk, procedure) : answerAll(desk.window, procedure)),
        name: procedure.code,
      }),
    )
  await step('a mistake found after printing is mended: same code, new slip', () => mend(counter, first.code))
  await step('the known citizen pays, and takes the result home', () => giveBack(counter, known.code))
  await step('the follow-up book of the month is printed and saved', () => keepBook(counter))
  const sittings = [first, known, certified, birth]
  const list = await step('hand the dossiers over to the Post, both sides sign', () => handOver(counter, [first, certified, birth]))
  await step('all that was saved is at the city', async () => {
    await expect(window.getByRole('contentinfo')).not.toContainText('chờ gửi', { timeout: 20_000 })
  })
  return { sittings: [...sittings, ...others], list }
}
