import type { ReadCard } from '#domain/card/card.ts'
import type { TempOffice } from './office.ts'

/** Two invented citizens, as the QR of their cards has them. */
export const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
export const DUC = '087085006789||Trần Văn Đức|20071985|Nam|Khóm An Thành, An Lộc, Hồng Ngự, Đồng Tháp|12082021'

/** A card as the office reads it. */
export async function cardOf(office: TempOffice, text: string): Promise<ReadCard> {
  const scanned = await office.get('card.scan', { text })
  if (scanned.kind !== 'card') throw new Error('no card')
  return scanned.read
}

/** What an official typed into a field. */
export const typed = (value: string) => ({ value, origin: { from: 'typed' as const } })
