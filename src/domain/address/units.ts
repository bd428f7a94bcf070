/** A unit of before 01/07/2025 with the communes that it went into. */
export type OldUnit = { readonly name: string; readonly district: string; readonly province: string; readonly now: readonly Commune[] }

/** A commune of today; `text` is how it ends an address: "phường Hồng Ngự, tỉnh Đồng Tháp". */
export type Commune = { readonly name: string; readonly province: string; readonly text: string }

export type Units = { readonly provinces: readonly string[]; readonly communes: readonly Commune[]; readonly olds: readonly OldUnit[] }
