import { appendFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { demoOffice, signIn } from '#kit/office.ts'
import { pty } from '#kit/pty.ts'
import { chanceOf } from '../../campaign/chance.ts'

/** What a serial line of 9600 baud carries in a minute, in pieces. */
const PIECES = 120
const PIECE = 480
const CARD = '087195001234|331234567|Nguyễn Thị Hương Lan|15031995|Nữ|Khóm 1, phường An Lộc, Hồng Ngự, Đồng Tháp|20052021'

test('a minute of noise from a scanner does not hold up the line of people, and the next card is read whole', async () => {
  const cable = await pty()
  const office = await demoOffice({ scanner: `serial:${cable.ours}` })
  onTestFinished(async () => {
    await office.forget()
    await cable.close()
  })
  await signIn(office, 'supervisor')
  const scans = () => office.told.filter(({ name, what }) => name === 'scanned' && JSON.stringify(what) === JSON.stringify({ text: CARD }))
  const chance = chanceOf(7)
  const noise = (): Buffer => Buffer.from(Array.from({ length: PIECE }, () => Math.floor(chance() * 256)))
  for (let ticket = 0; ticket < 30; ticket += 1)
    await office.get('queue.take', { services: ['ho-tich'], priority: null, appointment: null })

  const cableIs = { noisy: true }
  const noiseMaker = (async () => {
    for (let piece = 0; piece < PIECES; piece += 1) {
      await appendFile(cable.theirs, noise())
      await wait(30)
    }
    cableIs.noisy = false
  })()
  const answers: number[] = []
  let done = await office.get('queue.next', { done: null, procedures: [] })
  while (done !== null && cableIs.noisy) {
    const start = performance.now()
    done = await office.get('queue.next', { done, procedures: [] })
    answers.push(performance.now() - start)
    await wait(100)
  }
  await noiseMaker
  expect(answers.length).toBeGreaterThan(15)
  answers.sort((a, b) => a - b)
  expect(answers[Math.floor(answers.length / 2)]).toBeLessThan(250)
  expect(answers.at(-1)).toBeLessThan(2_000)
  // The noise of the last line ends before the card begins.
  await appendFile(cable.theirs, '\r\n')
  await wait(600)
  await appendFile(cable.theirs, `${CARD}\r\n`)
  await vi.waitFor(() => expect(scans()).toHaveLength(1), { timeout: 5_000, interval: 50 })
})
