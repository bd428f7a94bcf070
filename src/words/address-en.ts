export const addressEn = {
  address: {
    list: 'Places found',
    was: 'before July 2025: {was}',
    renewed: 'Now:',
    split: 'Now one of these, choose:',
    marks: 'With its marks:',
  },
} as const
