import { describe, expect, test } from 'vitest'
import { Accent, NamedPlace, announcement } from '#domain/queue/announcement.ts'
import { SERVICE_LETTERS, machineLetter } from '#domain/queue/service.ts'

const letters = [...SERVICE_LETTERS, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(machineLetter)]

describe('what the loudspeaker says', () => {
  test('is the chime, the invitation, the letter, the number, the counter', () => {
    expect(announcement({ number: 'A012', to: 3, accent: 'south' })).toEqual([
      'chime',
      'mời công dân có số',
      'a',
      'không mười hai',
      'đến quầy số',
      'ba',
    ])
  })

  test('is northern in the north, southern in the centre and the south', () => {
    const said = (accent: Accent): string => announcement({ number: 'B105', to: 21, accent }).slice(2).join(' ')
    expect(said('north')).toBe('bê một trăm linh năm đến quầy số hai mươi mốt')
    expect(said('central')).toBe('bê một trăm lẻ năm đến quầy số hai mươi mốt')
    expect(said('south')).toBe('bê một trăm lẻ năm đến quầy số hai mươi mốt')
  })

  test('tells the second call and the third', () => {
    const said = (time: number): string | undefined => announcement({ number: 'A001', to: 1, accent: 'south', time })[1]
    expect([1, 2, 3].map(said)).toEqual(['mời công dân có số', 'mời lần hai công dân có số', 'mời lần ba công dân có số'])
  })

  test('names a place that bears no number', () => {
    const said = (to: NamedPlace): readonly string[] => announcement({ number: 'C020', to, accent: 'north' }).slice(3)
    expect(said('results')).toEqual(['không hai mươi', 'đến quầy trả kết quả'])
    expect(NamedPlace.options.map(to => said(to).length)).toEqual([2, 2, 2])
  })

  test('is never the same for two tickets, of any letter, with three figures or four', () => {
    for (const accent of Accent.options) {
      const figures = [...Array(1_000).keys()].map(n => String(n).padStart(3, '0'))
      const four = [...Array(10_000).keys()].map(n => String(n).padStart(4, '0'))
      const tickets = [...letters.flatMap(letter => figures.map(number => `${letter}${number}`)), ...four.map(number => `A${number}`)]
      const said = new Set(tickets.map(number => announcement({ number, to: 1, accent }).join(' ')))
      expect(said.size).toBe(tickets.length)
    }
  })
})
