import type { Block } from '#domain/paper/block.ts'

/** A receipt as the desk prints it. */
export const receipt: readonly Block[] = [
  { kind: 'text', text: 'UBND XÃ LONG KHÁNH', align: 'center', style: 'bold' },
  { kind: 'title', text: 'GIẤY TIẾP NHẬN HỒ SƠ' },
  { kind: 'pair', label: 'Mã hồ sơ:', value: '000.00.20.H20-261123-0042' },
  { kind: 'pair', label: 'Người nộp:', value: 'Nguyễn Thị Hương Lan' },
  { kind: 'pair', label: 'Thủ tục:', value: 'Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh' },
  { kind: 'list', items: ['Tờ khai: 1 bản chính', 'Giấy tờ tùy thân: xuất trình'] },
  { kind: 'rule' },
  { kind: 'pair', label: 'Hẹn trả:', value: '17:00 ngày 25/11/2026' },
  { kind: 'pair', label: 'Lệ phí:', value: '16.000 đ' },
  { kind: 'qr', text: '000.00.20.H20-261123-0042' },
  { kind: 'text', text: 'Xin giữ giấy này để nhận kết quả', align: 'center', style: 'small' },
  { kind: 'cut' },
]

/** Every kind of block, with what is hard about each. */
export const everything: readonly Block[] = [
  {
    kind: 'columns',
    left: [
      { text: 'UBND XÃ LONG KHÁNH', style: 'small' },
      { text: 'BỘ PHẬN MỘT CỬA', style: 'bold', underline: true },
    ],
    right: [
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', style: 'bold' },
      { text: 'Độc lập - Tự do - Hạnh phúc', style: 'italic' },
    ],
  },
  { kind: 'title', text: 'PHIẾU ẨẪỆỘỮ' },
  { kind: 'huge', text: 'A042' },
  { kind: 'huge', text: '000.00.20.H20-261123-0042-0043-0044-0045' },
  { kind: 'pair', label: 'Người nộp:', value: 'Công Tằng Tôn Nữ Nguyễn Thị Hương Lan Phương Thảo Trần Lê Đặng Quỳnh Như' },
  { kind: 'pair', label: 'Nơi cư trú hiện nay của người yêu cầu:', value: 'Khóm 1, phường An Lộc' },
  { kind: 'text', text: 'm'.repeat(60), align: 'right' },
  { kind: 'list', items: ['Tờ khai cấp bản sao trích lục hộ tịch theo mẫu ban hành kèm theo thông tư', 'Ảnh'] },
  { kind: 'check', text: 'Nhận qua bưu chính', ticked: true },
  { kind: 'check', text: 'Nhận tại quầy', ticked: false },
  { kind: 'table', head: ['STT', 'Giấy tờ', 'SL'], rows: [['1', 'Tờ khai theo mẫu số 01 ban hành', '1']], widths: [1, 6, 1] },
  { kind: 'space', mm: 40 },
  { kind: 'cut' },
  { kind: 'qr', text: 'https://dichvucong.gov.vn/tra-cuu?ma=000.00.20.H20-261123-0042', caption: 'Tra cứu' },
  { kind: 'rule' },
]
