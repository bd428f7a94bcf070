import { describe, expect, test } from 'vitest'
import type { Block } from '#domain/paper/block.ts'
import { declarationOf, declarationPages } from '#paper/declaration.ts'
import { aDossier } from '#kit/dossier.ts'
import { slipText } from '#devices/slip/text.ts'
import { MORNING, TODAY, answered, filled, office, shipped } from './shipped.ts'

const birth = {
  relation: 'mother',
  'child.name': 'Trần Minh Khang',
  'child.birth': '2026-11-15',
  'child.sex': 'male',
  'child.place': 'Bệnh viện Đa khoa khu vực Hồng Ngự, phường An Bình, tỉnh Đồng Tháp',
  'child.origin': 'Xã Thường Phước, tỉnh Đồng Tháp',
  'mother.name': 'Nguyễn Thị Hương Lan',
  'mother.birth': '1990',
  'mother.number': '087190012345',
  wantsCopy: 'yes',
  copies: '3',
}
const extract = { 'registered.place': 'UBND xã Thường Lạc', 'registered.day': '1990-01-20', copies: '2' }
const couple = {
  'bride.name': 'Nguyễn Thị Hương Lan',
  'bride.number': '087190012345',
  'groom.name': 'Trần Văn Đức',
  'groom.number': '087085006789',
  'groom.times': '2',
}

const member = (row: number, name: string, birth: string, sex: string, relation: string) => ({
  [`members.${row}.name`]: name,
  [`members.${row}.birth`]: birth,
  [`members.${row}.sex`]: sex,
  [`members.${row}.number`]: `08719500000${row}`,
  [`members.${row}.relation`]: relation,
})
const household = {
  'requester.phone': '0912345678',
  'head.name': 'Trần Văn Đức',
  'head.relation': 'Vợ',
  'head.number': '087085006789',
  dwelling: 'Khóm An Thạnh, phường An Bình, tỉnh Đồng Tháp',
  members: '3',
  ...member(1, 'Trần Minh Khang', '2012-03-08', 'male', 'Con'),
  ...member(2, 'Trần Nguyễn Phượng Hoàng Thuyền Quyên Ngưỡng Khuyến Trường An Bé', '2015-11-20', 'female', 'Con'),
  ...member(3, 'Nguyễn Thị Nở', '1955-01-01', 'female', 'Mẹ vợ'),
}
const originals = {
  originals: '2',
  'originals.1.name': 'Bằng tốt nghiệp trung học phổ thông',
  'originals.1.copies': '3',
  'originals.2.name': 'Hợp đồng thuê nhà',
  'originals.2.pages': '40',
  'originals.2.copies': '1',
}

const pages = (code: string, said: Readonly<Record<string, string>>, copy = 1): readonly Block[] =>
  declarationPages(shipped(code), filled(shipped(code), said), { office, day: TODAY, applicantName: 'Nguyễn Thị Hương Lan' }, { copy })
const pair = (label: string, value: string, joined?: boolean): Block => ({
  kind: 'pair',
  label,
  value,
  ...(joined === undefined ? {} : { joined }),
})

describe('a declaration', () => {
  test.each([
    ['1.001193', birth],
    ['2.000635', extract],
    ['1.000894', couple],
    ['1.004222', household],
    ['2.000815', originals],
  ])('of %s stands as its form has it', async (code, said) => {
    await expect(slipText(pages(code, said))).toMatchFileSnapshot(`../../golden/to-khai-${code}.txt`)
  })

  test('writes an identity paper in one line, as the form asks', () => {
    expect(pages('2.000635', extract)).toContainEqual(
      pair(
        'Giấy tờ tùy thân: (3)',
        'Căn cước công dân số 087190012345, Cục Cảnh sát quản lý hành chính về trật tự xã hội cấp ngày 10/05/2021',
      ),
    )
  })

  test('says the birthday of a child in words', () => {
    expect(pages('1.001193', birth)).toContainEqual(
      pair('ghi bằng chữ:', 'Ngày mười lăm, tháng mười một, năm hai nghìn không trăm hai mươi sáu', true),
    )
  })

  test('leaves a dotted line where nothing was said', () => {
    expect(pages('1.001193', birth)).toContainEqual(pair('Họ, chữ đệm, tên người cha:', ''))
    expect(slipText(pages('1.001193', birth)).split('người cha:')[1]).not.toContain('Kinh')
  })

  test('ticks yes or no, and asks for copies below the oath', () => {
    const blocks = pages('1.001193', birth)
    expect(blocks).toContainEqual({ kind: 'check', text: 'Có', ticked: true, joined: true })
    expect(blocks).toContainEqual({ kind: 'check', text: 'Không', ticked: false, joined: true })
    const said = slipText(blocks)
    expect(said.indexOf('Đề nghị cấp bản sao')).toBeGreaterThan(said.indexOf('Tôi chịu hoàn toàn trách nhiệm'))
  })

  test('keeps what only serves the desk off the paper', () => {
    for (const code of ['1.001193', '2.000635', '1.000894'])
      expect(slipText(pages(code, {}))).not.toMatch(/VNeID|không in|Đúng hạn|hộ nghèo/)
  })

  test('sets bride and groom side by side, and both sign', () => {
    const blocks = pages('1.000894', couple)
    const table = blocks.find(block => block.kind === 'table')
    expect(table).toMatchObject({ head: ['Thông tin', 'Bên nữ', 'Bên nam'] })
    expect(table).toMatchObject({
      rows: expect.arrayContaining([
        ['Họ, chữ đệm, tên', 'NGUYỄN THỊ HƯƠNG LAN', 'TRẦN VĂN ĐỨC'],
        ['Kết hôn lần thứ mấy', '1', '2'],
      ]),
    })
    expect(blocks.at(-1)).toMatchObject({ kind: 'columns', left: expect.arrayContaining([{ text: 'Bên nữ', style: 'bold' }]) })
  })

  test('goes to whom the field belongs', () => {
    expect(slipText(pages('2.000635', extract))).toContain('Kính gửi: (1) Ủy ban nhân dân phường An Bình, tỉnh Đồng Tháp')
    expect(slipText(pages('1.004222', {}))).toContain('Kính gửi: (1) Công an phường An Bình, tỉnh Đồng Tháp')
    expect(slipText(pages('1.001612', {}))).toContain('Kính gửi: Cơ quan đăng ký kinh doanh cấp xã')
  })

  test('of residence has four places to sign', () => {
    expect(pages('1.004222', {}).at(-1)).toMatchObject({
      head: ['Ý KIẾN CỦA CHỦ HỘ', 'Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP', 'Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ', 'NGƯỜI KÊ KHAI'],
    })
  })

  test('has a line for each row of a group, and an empty one where nobody is named', () => {
    const table = (said: Readonly<Record<string, string>>) => pages('1.004222', said).find(block => block.kind === 'table')
    expect(table(household)).toMatchObject({
      head: ['TT', 'Họ, chữ đệm và tên', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số định danh cá nhân', 'Mối quan hệ với chủ hộ'],
      rows: [
        ['1', 'TRẦN MINH KHANG', '08/03/2012', 'Nam', '087195000001', 'Con'],
        ['2', expect.any(String), '20/11/2015', 'Nữ', '087195000002', 'Con'],
        expect.anything(),
      ],
    })
    expect(table({})).toMatchObject({ rows: [['', '', '', '', '', '']] })
    expect(table({ ...household, members: '1' })).toMatchObject({ rows: [expect.anything()] })
  })

  test('says first of all that it is a copy', () => {
    expect(pages('2.000635', extract, 3)[0]).toEqual({ kind: 'title', text: 'BẢN IN LẠI LẦN 2' })
  })

  test('of a procedure that has none is a plain request', () => {
    expect(slipText(pages('2.000815', {}))).toMatch(/PHIẾU YÊU CẦU\nChứng thực bản sao/)
  })

  test('comes from a dossier with its day, office and name', () => {
    const procedure = shipped('2.000635')
    const dossier = { ...aDossier({ at: MORNING }), answers: answered(procedure, filled(procedure)) }
    expect(slipText(declarationOf(procedure, dossier, { copy: 1 }))).toContain('Làm tại: An Bình, ngày 23 tháng 11 năm 2026')
  })
})

describe('the two declarations of a birth with a recognition', () => {
  const procedure = shipped('1.000689')
  const said = {
    ...birth,
    'mother.address': 'Ấp 3, xã Thường Lạc, tỉnh Đồng Tháp',
    'father.name': 'Trần Văn Đức',
    'father.birth': '1985-07-20',
    'father.number': '087085006789',
    'child.address': 'Khóm 5, phường An Bình, tỉnh Đồng Tháp',
    'child.paper': 'Giấy chứng sinh số 118',
    'recognition.wantsCopy': 'yes',
    'recognition.copies': '2',
  }
  const text = (which: number, more: Readonly<Record<string, string>> = {}): string =>
    slipText(
      declarationPages(
        procedure,
        filled(procedure, { ...said, ...more }),
        { office, day: TODAY, applicantName: 'Nguyễn Thị Hương Lan' },
        { copy: 1, which },
      ),
    )

  test('have the labels of their forms in order, and nothing of each other', () => {
    expect(inOrder(text(0), ['TỜ KHAI ĐĂNG KÝ KHAI SINH\n', ...BIRTH_LABELS])).toBe(true)
    expect(inOrder(text(1), ['TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON\n', ...RECOGNITION_LABELS])).toBe(true)
    expect(text(0)).not.toMatch(/công nhận|Ý kiến|Khóm 5|118|tự nguyện/)
    expect(text(1)).not.toMatch(/khai sinh cho người|ghi bằng chữ|Nơi sinh|Quê quán|Số Giấy|sự thỏa thuận/)
  })

  test('recognise the father: he stands first, is a man, and the mother says what she thinks', () => {
    expect(text(1)).toMatch(
      /công nhận người có tên dưới đây:\nHọ, chữ đệm, tên: TRẦN VĂN ĐỨC\nNgày, tháng, năm sinh: 20\/07\/1985\nGiới tính: \(2\) Nam/,
    )
    expect(text(1)).toMatch(/Là: cha\ncủa người có tên dưới đây:\nHọ, chữ đệm, tên: TRẦN MINH KHANG/)
    expect(text(1)).toContain('Ý kiến của người hiện đang là mẹ')
    expect(text(1).match(/087190012345/g)).toHaveLength(1)
  })

  test('recognise the mother: she stands first, is a woman, and the father says what he thinks', () => {
    const page = text(1, { is: 'mother' })
    expect(page).toMatch(/công nhận người có tên dưới đây:\nHọ, chữ đệm, tên: NGUYỄN THỊ HƯƠNG LAN\n.*\nGiới tính: \(2\) Nữ/)
    expect(page).toMatch(/Là: mẹ\ncủa người có tên dưới đây:\nHọ, chữ đệm, tên: TRẦN MINH KHANG/)
    expect(page).toContain('Ý kiến của người hiện đang là cha')
    expect(page).not.toContain('087085006789')
  })

  test('ask for copies of their own result, below their oath', () => {
    expect(text(0).split('Đề nghị cấp bản sao:')[1]).toContain('số lượng (bản): 3')
    expect(text(1).split('Đề nghị cấp bản sao:')[1]).toContain('số lượng (bản): 2')
    expect(text(1).indexOf('Đề nghị cấp bản sao:')).toBeGreaterThan(text(1).indexOf('tự nguyện'))
  })
})

const REQUESTER = ['Họ, chữ đệm, tên người yêu cầu:', 'Ngày, tháng, năm sinh:', 'Nơi cư trú: (2)', 'Giấy tờ tùy thân: (3)']
const PERSON = ['Họ, chữ đệm, tên:', 'Ngày, tháng, năm sinh:', 'Giới tính: (2)', 'Dân tộc: (2)', 'Quốc tịch: (2)', 'Nơi cư trú: (2)']
const PARENT = ['Năm sinh: (5)', 'Dân tộc: (2)', 'Quốc tịch: (2)', 'Nơi cư trú: (2)', 'Giấy tờ tùy thân: (3)']
const BIRTH_LABELS = [
  [...REQUESTER, 'Quan hệ với người được khai sinh:', 'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:'],
  ['Họ, chữ đệm, tên:', 'Ngày, tháng, năm sinh:', 'ghi bằng chữ:', 'Giới tính:', 'Dân tộc:', 'Quốc tịch:', 'Nơi sinh:', 'Quê quán:'],
  ['Họ, chữ đệm, tên người mẹ:', ...PARENT, 'Họ, chữ đệm, tên người cha:', ...PARENT],
  ['Giấy chứng nhận kết hôn của cha, mẹ:', 'Số:', 'Quyển số:', 'Ngày:', 'Tại:', 'Đề nghị cấp bản sao:', 'Người yêu cầu'],
].flat()
const RECOGNITION_LABELS = [
  [...REQUESTER, 'Quan hệ với người nhận cha/mẹ/con: (4)', 'Đề nghị cơ quan công nhận người có tên dưới đây:'],
  [...PERSON, 'Giấy khai sinh/Giấy tờ tùy thân: (3)', 'Là:', 'của người có tên dưới đây:'],
  [...PERSON, 'Giấy khai sinh/Giấy tờ tùy thân: (3)', 'Tôi cam đoan', 'Đề nghị cấp bản sao:', 'Người yêu cầu'],
].flat()

/** Whether each of these stands after the one before it. */
const inOrder = (text: string, labels: readonly string[]): boolean =>
  labels.reduce((from, label) => (from === -1 ? -1 : text.indexOf(label, from) + (text.includes(label, from) ? label.length : 0)), 0) > 0

describe('a declaration that somebody hands in for another', () => {
  const proxy = { name: 'Trần Văn Đức', number: '087085006789', paper: 'Giấy ủy quyền số 12, chứng thực tại UBND phường An Bình' }
  const text = (code: string, by: typeof proxy | null, said: Readonly<Record<string, string>> = {}): string =>
    slipText([
      ...declarationPages(
        shipped(code),
        filled(shipped(code), said),
        { office, day: TODAY, applicantName: 'Nguyễn Thị Hương Lan', proxy: by },
        { copy: 1 },
      ),
    ])

  test('says who requests on whose behalf and by which paper, and the proxy signs', () => {
    const page = text('2.000635', proxy, extract)
    expect(page).toContain(
      'Người nộp hồ sơ theo ủy quyền của Nguyễn Thị Hương Lan: Trần Văn Đức, số định danh 087085006789. Giấy ủy quyền số 12, chứng thực tại UBND phường An Bình',
    )
    const signed = page.slice(page.indexOf('(Ký, ghi rõ họ, chữ đệm, tên)'))
    expect(signed).toContain('Trần Văn Đức')
    expect(signed).not.toContain('Hương Lan')
    expect(text('2.000635', null, extract)).not.toContain('theo ủy quyền')
  })

  test('of residence has the proxy where who declares signs', () => {
    expect(text('1.004222', proxy, household)).toContain('Số định danh cá nhân: 087085006789')
    expect(text('1.004222', { ...proxy, name: 'Lê Văn Tám' }, household)).toContain('Họ và tên: Lê Văn Tám')
  })
})
