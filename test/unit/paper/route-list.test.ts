import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { slipText } from '#devices/slip/text.ts'
import { Handing, HomeEnd, type HomeVisit } from '#domain/home/home-visit.ts'
import { aHomeVisit, aPlan, anEnding, day, planned } from '#kit/home.ts'
import { differsFromGolden, pagePictures } from '#kit/page-picture.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { openPagePress } from '#paper/pdf.ts'
import { type Stop, routeList } from '#paper/route-list.ts'
import { MORNING, office } from './shipped.ts'

const GOLDEN = fileURLToPath(new URL('../../golden/pages/lo-trinh.png', import.meta.url))
const LONG = 'Công Tằng Tôn Nữ Nguyễn Phước Thị Hoàng Phương Thảo Quỳnh Như Khánh Ngọc'
const CODE = '000.00.20.H20-261123-3001'
const handing = Handing.parse({
  code: CODE,
  procedure: 'Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh',
  owner: { name: 'Trần Văn Đức', number: '087085006789' },
  proxy: true,
  originals: ['Giấy chứng sinh', 'Giấy ủy quyền'],
})
const stop = (visit: HomeVisit, of: Handing | null = null): Stop => ({ visit, handing: of })
const absent = planned(aHomeVisit({ name: 'Lê Thị Bảy', why: 'far' }), aPlan('14:00'))
const stops: readonly Stop[] = [
  stop(
    planned(
      aHomeVisit({
        name: LONG,
        why: 'ill',
        note: 'Nhà sau chùa, có chó; gọi trước 10 phút',
        address: 'Tổ 14, khóm An Thạnh A, đường Nguyễn Tri Phương nối dài, phường An Bình, tỉnh Đồng Tháp',
      }),
      aPlan('08:00'),
    ),
  ),
  stop(planned(aHomeVisit({ matter: { kind: 'receive', what: 'Đăng ký khai tử cho chồng' }, why: 'disabled' }), aPlan('09:00'))),
  stop(planned(aHomeVisit({ name: 'Trần Văn Đức', matter: { kind: 'return', code: CODE } }), aPlan('10:00')), handing),
  stop({ ...absent, endings: [anEnding(absent, { end: HomeEnd.parse({ kind: 'absent', again: '2026-11-27' }) })] }),
]
const list = (route = stops, copy = 1) =>
  routeList({ day: day('2026-11-25'), official: 'Nguyễn Thị An', stops: route }, { copy, office, at: MORNING })
const press = openPagePress(fileURLToPath(new URL('../../../resources/fonts', import.meta.url)))
const pagesOf = (route = stops) => press.press(list(route), { size: 'A4-landscape', title: 'route-list', at: MORNING })

describe('the route list', () => {
  test('word for word', async () => {
    await expect(slipText(list())).toMatchFileSnapshot('../../golden/lo-trinh.txt')
  })

  test('on a page says whom, when, where, what for and what to bring, and never a number of an identity paper', async () => {
    const text = pdfText(await pagesOf())
    for (const told of [
      'LỘ TRÌNH HẸN TẠI NHÀ',
      '08:00',
      '0912345678',
      'bản chính trả lại',
      CODE,
      'người khuyết tật',
      'Công dân ký',
      'hẹn lại',
      'Cộng: 4 nhà.',
    ])
      expect(text).toContain(told)
    expect(text).toMatch(new RegExp(LONG.replaceAll(' ', '.{1,120}')))
    expect(text).not.toContain('0871')
    expect(text).not.toContain('0870')
  })

  test('looks as it did', async () => {
    const [page] = pagePictures(await pagesOf())
    expect(page).toBeDefined()
    if (page !== undefined) expect(await differsFromGolden(page, GOLDEN)).toBeLessThan(0.002)
  })

  test('of a long day says its head again on each page and loses nobody', async () => {
    const route = Array.from({ length: 25 }, (_, at) => stop(planned(aHomeVisit({ phone: `09000000${String(at + 10)}` }))))
    const text = pdfText(await pagesOf(route))
    for (const { visit } of route) expect(text).toContain(visit.request.phone)
    expect(text.split('Công dân ký').length).toBeGreaterThan(3)
  })

  test('says first of all that it is a copy', () => expect(list(stops, 2)[0]).toEqual({ kind: 'title', text: 'BẢN IN LẠI LẦN 1' }))
})
