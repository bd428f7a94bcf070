import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DossierReceived } from '#domain/dossier/dossier.ts'
import { aDossier } from '#kit/dossier.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { mau01 } from '#paper/mau-01.ts'
import { openPagePress } from '#paper/pdf.ts'

const NAME = 'Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo Quỳnh Như Khánh'
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
  '(Liên: Lưu/giao tổ chức, cá nhân nộp hồ sơ)',
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
const textOf = (given: DossierReceived, copy = 1): string => JSON.stringify(mau01(given, { copy }))

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

  it('sends a result by post to the address', () => {
    expect(textOf({ ...dossier, returnBy: 'post' })).toContain(`bưu chính công ích, đến ${dossier.applicant.address}`)
  })

  it('says first of all that it is a copy', () => {
    expect(mau01(dossier, { copy: 2 })[0]).toEqual({ kind: 'title', text: 'BẢN IN LẠI LẦN 1' })
  })

  it('keeps every value on the printed page, a long name as well', async () => {
    const press = openPagePress(fileURLToPath(new URL('../../../resources/fonts', import.meta.url)))
    const page = pdfText(await press.press(mau01(dossier, { copy: 1 }), { size: 'A5', title: 'mau-01', at: dossier.received }))
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
