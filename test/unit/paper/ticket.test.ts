import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { Priority, TicketHanded } from '#domain/queue/ticket.ts'
import { FONTS } from '#devices/slip/draw.ts'
import { openFaces } from '#devices/slip/face.ts'
import { layOut } from '#devices/slip/layout.ts'
import { slipText } from '#devices/slip/text.ts'
import { anId } from '#kit/dossier.ts'
import { ticketSlip } from '#paper/ticket.ts'
import { MORNING, office } from './shipped.ts'

const ticket = TicketHanded.parse({
  ticket: anId(),
  number: 'A012',
  services: ['Khai sinh, khai tử, kết hôn'],
  priority: null,
  appointment: null,
  at: MORNING,
  ahead: 7,
  wait: { from: 15, to: 25 },
  office: office.name,
  alone: false,
})

describe('word for word', () => {
  test.each([
    ['phieu-so', ticketSlip(ticket, { copy: 1 })],
    [
      'phieu-so-uu-tien',
      ticketSlip(
        {
          ...ticket,
          number: 'H003',
          services: ['Chứng thực bản sao', 'Bảo hiểm y tế'],
          priority: 'elder',
          appointment: Instant.parse(MORNING + 3_600_000),
          ahead: 0,
          wait: { from: 0, to: 5 },
          alone: true,
        },
        { copy: 2, qr: 'KV:H003' },
      ),
    ],
  ])('%s', async (name, blocks) => {
    await expect(slipText(blocks)).toMatchFileSnapshot(`../../golden/${name}.txt`)
  })
})

describe('a ticket', () => {
  test('says its number and its office whatever else it says, ends in a cut, and names a copy', () => {
    const any = fc.record({
      priority: fc.option(fc.constantFrom(...Priority.options), { nil: null }),
      ahead: fc.nat(300),
      wait: fc.option(
        fc.nat(200).map(from => ({ from, to: from + 10 })),
        { nil: null },
      ),
      alone: fc.boolean(),
      copy: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(any, ({ copy, ...change }) => {
        const text = slipText(ticketSlip({ ...ticket, ...change }, { copy }))
        expect(text).toContain('\nA012\n')
        expect(text).toContain(office.name.toLocaleUpperCase('vi'))
        expect(text.startsWith('BẢN IN LẠI')).toBe(copy > 1)
        expect(text.includes('Ưu tiên')).toBe(change.priority !== null)
        expect(text.includes('phút')).toBe(change.wait !== null)
        expect(text.endsWith('---- cut ----\n')).toBe(true)
      }),
    )
  })

  test.each([
    [576, 18],
    [384, 15],
  ])('on %i dots its number is read from an arm’s length: %i mm or higher', (width, mm) => {
    const rows = layOut(ticketSlip(ticket, { copy: 1 }), { width, measure: openFaces(FONTS) })
    const face = rows.flatMap(row => row.marks).flatMap(mark => (mark.kind === 'text' && mark.text === 'A012' ? [mark.face.size] : []))
    expect(face).toHaveLength(1)
    expect((Math.max(...face) * 25.4) / 203).toBeGreaterThanOrEqual(mm)
    for (const row of rows) expect(row.right).toBeLessThanOrEqual(width)
  })
})
