import type { Draft } from '#domain/dossier/dossier.ts'
import type { Block } from '#domain/paper/block.ts'
import { type Procedure, fieldsOfForm } from '#domain/procedure/procedure.ts'

const letterhead: Block = {
  kind: 'columns',
  left: [{ text: 'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH' }, { text: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', style: 'bold', underline: true }],
  right: [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', style: 'bold' },
    { text: 'Độc lập - Tự do - Hạnh phúc', underline: true },
  ],
}

/** Papers that look like ours, for the window's preview alone. */
export function fakePapers(procedure: Procedure, draft: Draft): { receipt: Block[]; declaration: Block[]; mau01: Block[] } {
  const pairs = fieldsOfForm(procedure).map<Block>(field => ({
    kind: 'pair',
    label: `${field.label}:`,
    value: draft.answers[field.id]?.value ?? '…………',
  }))
  return {
    declaration:
      procedure.declaration === null
        ? []
        : [
            letterhead,
            { kind: 'space', mm: 4 },
            { kind: 'title', text: procedure.declaration.title },
            { kind: 'text', text: 'Kính gửi: UBND phường An Bình', align: 'center' },
            ...pairs,
            { kind: 'text', text: procedure.declaration.oath },
            {
              kind: 'columns',
              left: [],
              right: [
                { text: 'Người yêu cầu', style: 'bold' },
                { text: '(Ký, ghi rõ họ, chữ đệm, tên)', style: 'italic' },
              ],
            },
          ],
    mau01: [
      letterhead,
      { kind: 'title', text: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' },
      { kind: 'text', text: 'Mã hồ sơ: 000.00.20.H20-261123-0000', align: 'center' },
      { kind: 'pair', label: 'Tiếp nhận hồ sơ của:', value: draft.applicant.name },
      { kind: 'pair', label: 'Nội dung yêu cầu giải quyết:', value: procedure.name },
      { kind: 'list', items: procedure.papers.map(paper => paper.name) },
    ],
    receipt: [
      { kind: 'title', text: 'GIẤY HẸN' },
      { kind: 'huge', text: '17:00' },
      { kind: 'pair', label: 'Hồ sơ của', value: draft.applicant.name },
      { kind: 'pair', label: 'Thủ tục', value: procedure.name },
      { kind: 'qr', text: '000.00.20.H20-261123-0000', caption: '000.00.20.H20-261123-0000' },
      { kind: 'cut' },
    ],
  }
}
