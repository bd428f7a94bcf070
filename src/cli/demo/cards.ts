/** What is on the cards of the invented citizens of the demo, as a scanner reads it. */
export const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
export const DUC = '087085006789|341234567|TRẦN VĂN ĐỨC|20071985|Nam|Số 12, Tổ 5, Khóm An Thành, An Lộc, Hồng Ngự, Đồng Tháp|12082021'
export const KHOI = '087218000456||Võ Minh Khôi|02092018|Nam|Khóm 1, Phường An Bình, Đồng Tháp|20012025||||'
