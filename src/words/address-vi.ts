/** Words for addresses: the places found while one is typed, and what an old address is called today. */
export const addressVi = {
  address: {
    list: 'Địa danh tìm thấy',
    was: 'trước 7/2025: {was}',
    renewed: 'Nay là:',
    split: 'Nay có thể là, chọn một:',
    marks: 'Viết đủ dấu:',
  },
} as const
