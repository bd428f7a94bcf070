import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { fold, upper } from '#domain/kernel/text.ts'
import type { Block } from '#domain/paper/block.ts'
import { initials, limitWords, longDay, longTime, needWords } from '#words/paper.ts'
import { copyMark, nation, signature } from './letterhead.ts'

/**
 * Mẫu số 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 01/2018/TT-VPCP Phụ lục), A5: two copies, one is kept and one
 * goes to the citizen. Labels stand as in the form.
 */
export const mau01 = (dossier: DossierReceived, { copy }: { readonly copy: number }): readonly Block[] => [
  ...copyMark(copy),
  letterhead(dossier),
  { kind: 'space', mm: 2 },
  { kind: 'qr', text: dossier.code, caption: '', beside: true },
  { kind: 'title', text: 'GIẤY TIẾP NHẬN HỒ SƠ' },
  { kind: 'title', text: 'VÀ HẸN TRẢ KẾT QUẢ' },
  { kind: 'text', text: `Mã hồ sơ: ${dossier.code}`, align: 'center', style: 'bold' },
  { kind: 'text', text: '(Liên: Lưu/giao tổ chức, cá nhân nộp hồ sơ)', align: 'center', style: 'italic' },
  ...who(dossier),
  ...what(dossier),
  { kind: 'pair', label: 'Vào Sổ theo dõi hồ sơ, Quyển số:', value: dossier.book.volume },
  { kind: 'pair', label: 'Số thứ tự:', value: String(dossier.book.number), joined: true },
  { kind: 'space', mm: 3 },
  {
    kind: 'columns',
    left: signature('NGƯỜI NỘP HỒ SƠ', HOW, dossier.applicant.name),
    right: signature('NGƯỜI TIẾP NHẬN HỒ SƠ', HOW, dossier.official.name),
  },
]

const HOW = '(Ký và ghi rõ họ tên)'

const letterhead = ({ office, book, received }: DossierReceived): Block => ({
  kind: 'columns',
  share: 0.38,
  scale: 0.87,
  left: [
    { text: upper(office.authority) },
    { text: upper(office.unit), style: 'bold', underline: true, underlined: 0.4 },
    { text: `Số: ${String(book.number).padStart(5, '0')}/${initials(office.unit)}` },
  ],
  right: [...nation, { text: `${placeName(office.commune)}, ${longDay(received)}`, style: 'italic' }],
})

/** A place in a date line stands without its kind: `phường An Bình` is `An Bình` (NĐ 30/2020/NĐ-CP Phụ lục I). */
const placeName = (commune: string): string => commune.replace(/^(phường|xã|đặc khu)\s+/i, '')

const who = ({ office, applicant, procedure }: DossierReceived): readonly Block[] => [
  {
    kind: 'pair',
    label: fold(office.unit).includes('phuc vu hanh chinh cong')
      ? 'Trung tâm Phục vụ hành chính công:'
      : 'Bộ phận Tiếp nhận và Trả kết quả:',
    value: office.name,
  },
  { kind: 'pair', label: 'Tiếp nhận hồ sơ của:', value: applicant.name },
  { kind: 'pair', label: 'Địa chỉ:', value: applicant.address ?? '' },
  { kind: 'pair', label: 'Số điện thoại:', value: applicant.phone ?? '' },
  { kind: 'pair', label: 'Email:', value: '', joined: true },
  { kind: 'pair', label: 'Nội dung yêu cầu giải quyết:', value: procedure.name },
]

const what = (dossier: DossierReceived): readonly Block[] => [
  { kind: 'text', text: '1. Thành phần hồ sơ nộp gồm:' },
  {
    kind: 'list',
    items:
      dossier.papers.length === 0
        ? ['Không nộp giấy tờ kèm theo']
        : dossier.papers.map(({ name, need, count }) => `${name} (${needWords[need]}): ${String(count).padStart(2, '0')}`),
  },
  { kind: 'pair', label: '2. Số lượng hồ sơ:', value: '01 (bộ)' },
  { kind: 'pair', label: '3. Thời gian giải quyết hồ sơ theo quy định là:', value: limitWords(dossier.procedure.takes) },
  { kind: 'pair', label: '4. Thời gian nhận hồ sơ:', value: longTime(dossier.received) },
  { kind: 'pair', label: '5. Thời gian trả kết quả giải quyết hồ sơ:', value: longTime(dossier.due) },
  ...(dossier.dueSure ? [] : [UNSURE]),
  { kind: 'pair', label: '6. Đăng ký nhận kết quả tại:', value: returnPlace(dossier) },
]

const UNSURE: Block = {
  kind: 'text',
  style: 'italic',
  text: '(Lịch nghỉ năm trả kết quả chưa có quyết định: ngày hẹn có thể đổi, nơi tiếp nhận sẽ báo.)',
}

function returnPlace({ returnBy, office, applicant }: DossierReceived): string {
  if (returnBy === 'counter') return office.name
  if (returnBy === 'online') return 'Trực tuyến, bản điện tử'
  return applicant.address === null ? 'Qua dịch vụ bưu chính công ích' : `Qua dịch vụ bưu chính công ích, đến ${applicant.address}`
}
