import { assert, property, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyName } from '#renderer/parts/key-name.ts'
import { keptDate, shownDate } from '#renderer/parts/typed-date.ts'
import { leftDigits, leftText } from '#renderer/parts/typed-text.ts'

describe('a date as it is typed', () => {
  test.each([
    ['20/01/1990', '1990-01-20'],
    ['20/1/1990', '1990-01-20'],
    ['20.01.1990', '1990-01-20'],
    ['20-1-1990', '1990-01-20'],
    ['20011990', '1990-01-20'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is whole', (typed, kept) => expect(keptDate(typed)).toBe(kept))

  test.each(['', '2', '20/01', '20/01/19', '31/02/1990', '29/02/2023', '20/01/90', 'hôm qua'])('%s is kept as it was typed', typed =>
    expect(keptDate(typed)).toBe(typed),
  )

  test('what is kept is shown as it is said', () => expect(shownDate('1990-01-20')).toBe('20/01/1990'))

  test('typing letter by letter never loses a letter', () => {
    assert(
      property(stringMatching(/^[0-9/. -]{0,12}$/), typed => {
        const shown = shownDate(keptDate(typed))
        expect(shown.replace(/\D/g, '').length).toBeGreaterThanOrEqual(typed.replace(/\D/g, '').length)
      }),
    )
  })
})

describe('a text as it is left', () => {
  test('a name typed without capitals gets them', () => expect(leftText('name', 'nguyễn thị  hương lan ')).toBe('Nguyễn Thị Hương Lan'))
  test('a name typed with any capital stays as it is', () => expect(leftText('name', "K'Brếu Y thành")).toBe("K'Brếu Y thành"))
  test('another text only loses needless spaces', () => expect(leftText('text', '  ủy ban  nhân dân ')).toBe('ủy ban nhân dân'))
  test('digits lose what stands between them', () => expect(leftDigits('0871 9001.2345')).toBe('087190012345'))
})

describe('the name of a key', () => {
  const pressed = { key: '', code: '', ctrlKey: false, altKey: false, shiftKey: false }
  test.each([
    [{ key: 'F9', code: 'F9' }, 'F9'],
    [{ key: 'k', code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
    [{ key: 'ư', code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
    [{ key: '1', code: 'Digit1', altKey: true }, 'Alt+1'],
    [{ key: 'Enter', code: 'Enter', altKey: true }, 'Alt+Enter'],
    [{ key: ' ', code: 'Space' }, 'Space'],
    [{ key: 'Escape', code: 'Escape' }, 'Esc'],
    [{ key: 'F7', code: 'F7', shiftKey: true }, 'Shift+F7'],
    [{ key: 'A', code: 'KeyA', shiftKey: true }, 'A'],
    [{ key: '=', code: 'Equal', ctrlKey: true }, 'Ctrl+='],
  ])('%o is %s', (part, name) => expect(keyName({ ...pressed, ...part })).toBe(name))
})
