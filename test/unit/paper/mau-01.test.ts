import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DossierReceived } from '#domain/dossier/dossier.ts'
import { aDossier } from '#kit/dossier.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { mau01 } from '#paper/mau-01.ts'
import { openPagePress } from '#paper/pdf.ts'
import { Instant } from '#domain/kernel/time.ts'
import { withLayout } from '#domain/paper/form-set.ts'
import { formSet } from './form-sets.ts'

const NAME = 'Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo Quỳnh Như Khánh'
const set = formSet('TT01-2018')
const dossier = DossierReceived.parse({
  ...aDossier({ name: NAME, at: Date.parse('2026-11-23T09:41:00+07:00') }),
  due: Date.parse('2026-11-25T17:00:00+07:00'),
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh', edition: '2026-01', takes: '3d' },
  applicant: { ...aDossier().applicant, name: NAME, phone: '0912345678' },
  papers: [{ id: 'birth-notice', name: 'Giấy chứng sinh', need: 'original', count: 1 }],
})

/** TT 01/2018/TT-VPCP, Mẫu số 01, in the order of the form. */
const LABELS = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'GIẤY TIẾP NHẬN HỒ SƠ',
  'VÀ HẸN TRẢ KẾT QUẢ',
  'Mã hồ sơ:',
  '(Liên: Lưu)',
  'Bộ phận Tiếp nhận và Trả kết quả:',
  'Tiếp nhận hồ sơ của:',
  'Địa chỉ:',
  'Số điện thoại:',
  'Email:',
  'Nội dung yêu cầu giải quyết:',
  '1. Thành phần hồ sơ nộp gồm:',
  '2. Số lượng hồ sơ:',
  '3. Thời gian giải quyết hồ sơ theo quy định là:',
  '4. Thời gian nhận hồ sơ:',
  '5. Thời gian trả kết quả giải quyết hồ sơ:',
  '6. Đăng ký nhận kết quả tại:',
  'Vào Sổ theo dõi hồ sơ, Quyển số:',
  'Số thứ tự:',
  'NGƯỜI NỘP HỒ SƠ',
  'NGƯỜI TIẾP NHẬN HỒ SƠ',
]
const textOf = (given: DossierReceived, copy = 1): string => JSON.stringify(mau01(given, { copy }, set))

describe('Mẫu 01', () => {
  it('has the labels of the form, word for word and in its order', () => {
    const places = LABELS.map(label => textOf(dossier).indexOf(label))
    expect(places.every(place => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('calls a service centre by its own name', () => {
    const centre = { ...dossier, office: { ...dossier.office, unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG' } }
    expect(textOf(centre)).toContain('"Trung tâm Phục vụ hành chính công:"')
    expect(textOf(centre)).toContain('Số: 00001/TTPVHCC')
  })

  it('does not say twice what kind of office it is', () => {
    const name = 'Trung tâm Phục vụ hành chính công phường An Bình'
    const centre = { ...dossier, office: { ...dossier.office, name, unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG' } }
    expect(mau01(centre, { copy: 1 }, set)).toContainEqual({
      kind: 'pair',
      label: 'Trung tâm Phục vụ hành chính công:',
      value: 'phường An Bình',
    })
  })

  it('comes out twice, one to keep and one to give, and neither is page 2 of the other', async () => {
    const blocks = mau01(dossier, { copy: 1 }, set)
    expect(blocks.filter(({ kind }) => kind === 'cut')).toHaveLength(1)
    expect(textOf(dossier)).toContain('(Liên: Giao tổ chức, cá nhân nộp hồ sơ)')
    const press = openPagePress(fileURLToPath(new URL('../../../resources/fonts', import.meta.url)))
    expect(pdfText(await press.press(blocks, { size: 'A5', title: 'mau-01', at: dossier.received }))).not.toContain('Trang')
  })

  it('counts the signed declarations among the papers, and numbers them', () => {
    const declarations = ['TỜ KHAI ĐĂNG KÝ KHAI SINH', 'TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON']
    const list = mau01(dossier, { copy: 1, declarations }, set).find(({ kind }) => kind === 'list')
    expect(list).toEqual({
      kind: 'list',
      items: [
        'Tờ khai đăng ký khai sinh (bản chính): 01',
        'Tờ khai đăng ký nhận cha, mẹ, con (bản chính): 01',
        'Giấy chứng sinh (bản chính): 01',
      ],
    })
  })

  it('has the name of the proxy under the hand that hands in', () => {
    const signed = mau01(Object.assign({ ...dossier }, { proxy: { name: 'Lê Văn Tám' } }), { copy: 1 }, set).at(-1)
    expect(signed).toMatchObject({ left: expect.arrayContaining([{ text: 'Lê Văn Tám', style: 'bold' }]) })
  })

  it('that took the place of another says so first, and its code says it too', () => {
    const replaces = Instant.parse(Date.parse('2026-11-24T09:12:00+07:00'))
    const blocks = mau01(dossier, { copy: 1, slip: { number: 2, replaces } }, set)
    expect(blocks[0]).toEqual({ kind: 'title', text: 'GIẤY SỐ 2, THAY GIẤY IN LÚC 09:12 NGÀY 24/11/2026' })
    expect(blocks).toContainEqual({ kind: 'qr', text: `${dossier.code}/2`, caption: '', beside: true })
  })

  it('stands as a table where the province prints it so', () => {
    const table = mau01(dossier, { copy: 1 }, withLayout(set, 'table'))
    expect(table.find(({ kind }) => kind === 'table')).toMatchObject({ rows: [['1', 'Giấy chứng sinh', 'bản chính', '01']] })
    for (const told of ['CCCD/MST:', '6. Phí, lệ phí (nếu có):']) expect(JSON.stringify(table)).toContain(told)
  })

  it('sends a result by post to the address', () => {
    expect(textOf({ ...dossier, returnBy: 'post' })).toContain(`bưu chính công ích, đến ${dossier.applicant.address}`)
  })

  it('says first of all that it is a copy', () => {
    expect(mau01(dossier, { copy: 2 }, set)[0]).toEqual({ kind: 'title', text: 'BẢN IN LẠI LẦN 1' })
  })

  it('keeps every value on the printed page, a long name as well', async () => {
    const press = openPagePress(fileURLToPath(new URL('../../../resources/fonts', import.meta.url)))
    const page = pdfText(await press.press(mau01(dossier, { copy: 1 }, set), { size: 'A5', title: 'mau-01', at: dossier.received }))
    expect(page).toBe(page.normalize('NFC'))
    for (const told of [
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      NAME,
      dossier.code,
      'Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp',
      '0912345678',
      'Đăng ký khai sinh',
      'Giấy chứng sinh (bản chính): 01',
      '03 ngày làm việc',
      '09 giờ 41 phút, ngày 23 tháng 11 năm 2026',
      '17 giờ 00 phút, ngày 25 tháng 11 năm 2026',
      '2026/Quầy 3',
      dossier.official.name,
    ])
      expect(page).toContain(told)
  })
})
