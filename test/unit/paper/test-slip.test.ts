import { expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { testSlip } from '#paper/test-slip.ts'

/** The letters of TCVN 6909 written down one by one, without the templates's way of making them. */
const LETTERS =
  'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ' +
  'AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ'

test('the test slip shows every Vietnamese letter with every tone, as one sign each', () => {
  const slip = testSlip({ printer: 'tcp://192.168.1.50:9100', at: Instant.parse(1_795_401_660_000) })
  const text = slip.map(block => ('text' in block ? block.text : '')).join('')
  expect([...LETTERS].filter(letter => !text.includes(letter))).toEqual([])
  expect(text).toBe(text.normalize('NFC'))
  expect(slip.at(-1)).toEqual({ kind: 'cut' })
})
