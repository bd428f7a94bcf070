import type { Output } from '#contract/calls.ts'
import type { OfficeSettings } from '#contract/settings.ts'

export const fakeHours = { morning: { from: '07:00', to: '11:30' }, afternoon: { from: '13:30', to: '17:00' }, cutOff: '15:00' }

/** The invented office of the window's preview. */
export const fakeSettings = (cityUrl: string | null): OfficeSettings => ({
  office: {
    id: 'DEMO-01',
    name: 'Trung tâm Phục vụ hành chính công phường An Bình',
    authority: 'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH',
    unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    commune: 'phường An Bình',
    province: 'tỉnh Đồng Tháp',
    phone: '0277 000 0000',
  },
  agency: '000.00.20.H20',
  counter: { id: 'DEMO-01.Q3', name: 'Quầy 3 · Hộ tịch', number: 3 },
  hours: fakeHours,
  printer: 'virtual:may-in',
  pagePrinter: 'folder:trang-in',
  scanner: 'wedge',
  cityUrl,
  favourites: ['2.000635', '2.000815'],
})

/** What the doctor of the preview finds. */
export const fakeChecks = (paperThere: boolean): Output<'doctor.run'> => [
  {
    id: 'printer',
    ok: paperThere,
    what: paperThere ? 'Máy in phiếu sẵn sàng, 0 phiếu chờ in.' : 'Máy in phiếu chưa in được (hết giấy), 1 phiếu đang chờ.',
    todo: paperThere ? '' : 'Bật máy in, lắp giấy, đóng nắp, cắm lại dây. Phiếu chờ sẽ tự in, không in trùng.',
  },
  { id: 'disk', ok: true, what: 'Ổ đĩa còn trống 120345 MB.', todo: '' },
  { id: 'journal', ok: true, what: 'Nhật ký nguyên vẹn, 412 mục.', todo: '' },
  {
    id: 'city',
    ok: false,
    what: 'Chưa gửi được về máy chủ thành phố, 37 mục đang chờ.',
    todo: 'Vẫn làm việc bình thường. Kiểm tra dây mạng; khi có mạng, máy tự gửi.',
  },
]
