import { describe, expect, test } from 'vitest'
import { Instant } from '#domain/kernel/time.ts'
import { helpSaid, isHelpWanted } from '#renderer/counter/queue/help-said.ts'
import { queueLight } from '#renderer/counter/queue/queue-light.ts'
import { ticketSaid, waitedSaid, whyFirstSaid } from '#renderer/counter/queue/ticket-said.ts'
import { screenEn } from '#words/screen-en.ts'
import { screenVi } from '#words/screen-vi.ts'
import { aTicket, aView, NOON } from '#kit/line.ts'

const vi = { words: screenVi, language: 'vi' } as const
const at0912 = Instant.parse(Date.parse('2026-11-23T09:12:00+07:00'))

describe('who leads the queue', () => {
  const light = (part: Parameters<typeof aView>[1]) => queueLight(aView([], part), screenVi.queueLight)

  test('is said on every screen; a machine on its own is grey, with its letter and since when', () => {
    expect(light({ role: 'alone' })).toEqual({ tone: 'good', said: 'hàng đợi: riêng máy này' })
    expect(light({ role: 'host' })).toEqual({ tone: 'good', said: 'hàng đợi: máy này' })
    expect(light({ role: 'guest' })).toEqual({ tone: 'good', said: 'hàng đợi: Quầy 1' })
    expect(light({ role: 'guest', handing: 2 }).said).toBe('hàng đợi: Quầy 1 · 2 số đang chuyển về')
    expect(light({ role: 'guest', joined: false, since: at0912 })).toEqual({
      tone: 'away',
      said: 'hàng đợi: tự chạy từ 09:12 (số riêng P…)',
    })
  })

  test('and that the hall hears nothing of this machine’s wall', () => {
    expect(light({ role: 'host', silent: true })).toEqual({ tone: 'away', said: 'loa sảnh không kêu · hàng đợi: máy này' })
  })
})

test('a ticket says what it is for, why it goes first, and what the other counter wrote', () => {
  const ticket = aTicket('B001', {
    services: ['chung-thuc'],
    only: 3,
    note: 'cần bản chính',
    misses: 1,
    priority: 'merit',
    appointment: at0912,
  })
  expect(whyFirstSaid(ticket, 3, vi)).toEqual(['gửi đến quầy này', 'có công', 'hẹn 09:12'])
  expect(whyFirstSaid(ticket, 2, vi)).toEqual(['có công', 'hẹn 09:12'])
  expect(ticketSaid(ticket, aView([]).hall, vi)).toEqual(['Chứng thực', '“cần bản chính”', 'vắng 1 lần'])
  expect(ticketSaid(ticket, aView([]).hall, { words: screenEn, language: 'en' })[0]).toBe('Certification')
})

test('how long somebody waits is told in minutes, and over night not at all', () => {
  expect(waitedSaid(aTicket('A030'), NOON, screenVi.queue)).toBe('30 ph')
  expect(waitedSaid(aTicket('A030'), Instant.parse(NOON + 86_400_000), screenVi.queue)).toBe('hôm trước')
})

describe('where help is needed', () => {
  const { hall } = aView([])
  const help = { service: 'chung-thuc', waiting: 9, longest: 31.7, wait: { from: 20, to: 40 }, from: 3 }
  const said = (part: Partial<typeof help> | { readonly from: null } | { readonly wait: null }) =>
    helpSaid({ ...help, ...part }, hall, { words: screenVi.hallPage, language: 'vi' })

  test('one sentence names the matter, who waits, and the counter that could help', () => {
    expect(said({})).toBe('Chứng thực: 9 người chờ, lâu nhất 31 phút. Quầy 3 · Hộ tịch đang rảnh nhất và có thể nhận thêm việc này.')
  })

  test('a usual wait calls nobody', () => {
    expect(isHelpWanted({ longest: 3, wait: { from: 0, to: 20 } })).toBe(false)
    expect(isHelpWanted({ longest: 10, wait: { from: 0, to: 20 } })).toBe(true)
    expect(isHelpWanted({ longest: 0, wait: { from: 10, to: 30 } })).toBe(true)
    expect(isHelpWanted({ longest: 0, wait: null })).toBe(true)
  })

  test('where nobody is free, or nobody takes it at all, it says so', () => {
    expect(said({ from: null })).toContain('cần mở thêm quầy')
    expect(said({ wait: null })).toContain('chưa quầy nào nhận. Quầy 3 · Hộ tịch')
    expect(helpSaid({ ...help, wait: null, from: null }, hall, { words: screenVi.hallPage, language: 'vi' })).toContain('Chưa quầy nào mở')
  })
})
