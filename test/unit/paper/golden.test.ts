import { describe, expect, test } from 'vitest'
import { DossierReceived } from '#domain/dossier/dossier.ts'
import { Handover } from '#domain/post/handover.ts'
import { slipText } from '#devices/slip/text.ts'
import { aDossier, anId } from '#kit/dossier.ts'
import { handoverList } from '#paper/handover-list.ts'
import { receiptSlip } from '#paper/receipt.ts'
import { MORNING, office } from './shipped.ts'

const DUE = Date.parse('2026-11-25T17:00:00+07:00')

const dossier = DossierReceived.parse({
  ...aDossier({ at: MORNING }),
  office,
  due: DUE,
  procedure: { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', edition: '2026-01', takes: '3d' },
  applicant: { ...aDossier().applicant, phone: '0912345678' },
  papers: [
    { id: 'identity', name: 'Thẻ căn cước hoặc giấy tờ có giá trị thay thế', need: 'shown', count: 1 },
    { id: 'divorce', name: 'Bản án hoặc quyết định ly hôn đã có hiệu lực', need: 'copy', count: 1 },
  ],
  fee: {
    lines: [{ id: 'status', name: 'Lệ phí cấp Giấy xác nhận', kind: 'le-phi', quantity: 1, vnd: 3000, law: 'x', exempt: null }],
    total: 3000,
  },
})

const list = Handover.parse({
  id: anId(),
  code: 'BG-261123-Q3-1',
  direction: 'to-post',
  office: office.name,
  partner: 'Bưu điện Hồng Ngự',
  opened: MORNING,
  items: ['3001', '3002'].map(number => ({
    dossier: anId(),
    code: `000.00.20.H20-261123-${number}`,
    owner: 'Nguyễn Thị Hương Lan',
    procedure: 'Đăng ký khai sinh',
    papers: 2,
    added: MORNING,
  })),
  signed: {
    at: DUE,
    official: { id: anId(), name: 'Nguyễn Thị An', role: 'reception' },
    clerk: { id: anId(), name: 'Trần Văn Bưu', role: 'postal' },
  },
})

/** A paper changes only on purpose: whoever changes a template sees the whole paper change here. */
describe('word for word', () => {
  test.each([
    ['giay-hen', receiptSlip(dossier, { copy: 1 })],
    ['giay-hen-in-lai', receiptSlip({ ...dossier, dueSure: false }, { copy: 2 })],
    ['bien-ban-giao-nhan', handoverList(list, { copy: 1 })],
    ['bien-ban-giao-nhan-chua-ky', handoverList({ ...list, signed: null }, { copy: 1 })],
  ])('%s', async (name, blocks) => {
    await expect(slipText(blocks)).toMatchFileSnapshot(`../../golden/${name}.txt`)
  })
})
