import { expect, test } from 'vitest'
import { HallSettings } from '#contract/queue.ts'
import { hallPlace, keptHall, typedHall } from '#renderer/counter/settings/typed-hall.ts'

const before = HallSettings.parse({
  role: 'host',
  meet: '10.0.0.2:7878',
  takes: ['ho-tich'],
  notices: ['Thứ Bảy làm việc.'],
  voice: { quiet: [{ from: '11:30', to: '13:30' }] },
  opens: ['display'],
})

test('what is not touched is kept as it was, the role too', () => {
  expect(HallSettings.parse(keptHall(typedHall(before), before))).toEqual(before)
})

test('lists are typed as lines and spans, times as one says them', () => {
  const typed = {
    ...typedHall(before),
    'hall.notices': ' A \n\n B',
    'hall.voice.quiet': '7h00-7h30; 1130–13:30',
    'hall.voice.volume': '40',
    'hall.opens': 'both',
    'hall.leave': 'yes',
  }
  expect(HallSettings.parse(keptHall(typed, before))).toMatchObject({
    role: 'alone',
    notices: ['A', 'B'],
    voice: {
      volume: 0.4,
      quiet: [
        { from: '07:00', to: '07:30' },
        { from: '11:30', to: '13:30' },
      ],
    },
    opens: ['display', 'kiosk'],
  })
})

test.each([
  ['hall.port', '80'],
  ['hall.port', ''],
  ['hall.first', '2,5'],
  ['hall.voice.volume', '101'],
  ['hall.voice.quiet', 'trưa'],
])('%s %j is refused, at its own field', (field, value) => {
  const read = HallSettings.safeParse(keptHall({ ...typedHall(before), [field]: value }, before))
  expect(read.error?.issues.map(({ path }) => hallPlace(`hall.${path.join('.')}`))[0]).toBe(field)
})
