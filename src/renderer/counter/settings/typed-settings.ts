import { OfficeSettings, type SettingsSheet, type SettingsWanted } from '#contract/settings.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { knownBins } from '#domain/money/bank.ts'
import { clock } from './clock.ts'
import { hallFields, hallPlace, keptHall, typedHall } from './typed-hall.ts'
import { type TypedYear, keptYear, savedYear } from './typed-year.ts'

/** The settings by section; the calendar's days are typed apart. */
export const sectionFields = {
  office: ['office.name', 'office.authority', 'office.unit', 'office.commune', 'office.province', 'office.phone', 'agency', 'counter.name'],
  hours: ['hours.morning.from', 'hours.morning.to', 'hours.afternoon.from', 'hours.afternoon.to', 'hours.cutOff'],
  bank: ['bank.bin', 'bank.other', 'bank.account', 'bank.holder'],
  forms: ['formSet', 'formLayout'],
  devices: ['printer', 'printer2', 'drawer', 'pagePrinter', 'scanner', 'cityUrl'],
  calendar: [],
  hall: hallFields,
} as const
export type Section = keyof typeof sectionFields
export type SettingsField = (typeof sectionFields)[Section][number]
export const sections = ['office', 'hours', 'bank', 'forms', 'devices', 'calendar', 'hall'] as const satisfies readonly Section[]

/** Everything that is being changed: every value a text, and the years somebody touched. */
export type TypedSettings = {
  readonly fields: Readonly<Record<SettingsField, string>>
  readonly years: Readonly<Record<number, TypedYear>>
}

/** `bank.bin` where no transfers are taken, and where the bank is none of those the program knows. */
export const NO_BANK = 'none'
export const OTHER_BANK = 'other'

export function typedOf({ settings }: Pick<SettingsSheet, 'settings'>): TypedSettings {
  const { office, counter, hours, bank } = settings
  return {
    fields: {
      'office.name': office.name,
      'office.authority': office.authority,
      'office.unit': office.unit,
      'office.commune': office.commune,
      'office.province': office.province,
      'office.phone': office.phone,
      agency: settings.agency,
      'counter.name': counter.name,
      'hours.morning.from': hours.morning.from,
      'hours.morning.to': hours.morning.to,
      'hours.afternoon.from': hours.afternoon.from,
      'hours.afternoon.to': hours.afternoon.to,
      'hours.cutOff': hours.cutOff,
      'bank.bin': bank === null ? NO_BANK : (knownBins.find(bin => bin === bank.bin) ?? OTHER_BANK),
      'bank.other': bank === null || knownBins.includes(bank.bin) ? '' : bank.bin,
      'bank.account': bank?.account ?? '',
      'bank.holder': bank?.holder ?? '',
      formSet: settings.formSet,
      formLayout: settings.formLayout,
      printer: settings.printer ?? '',
      printer2: settings.printer2 ?? '',
      drawer: settings.drawer ? 'yes' : 'no',
      pagePrinter: settings.pagePrinter ?? '',
      scanner: settings.scanner ?? '',
      cityUrl: settings.cityUrl ?? '',
      ...typedHall(settings.hall),
    },
    years: {},
  }
}

/** The account as typed, whole or not. */
export const typedBank = (fields: TypedSettings['fields']) => {
  if (fields['bank.bin'] === NO_BANK) return null
  return {
    bin: fields['bank.bin'] === OTHER_BANK ? fields['bank.other'].trim() : fields['bank.bin'],
    account: fields['bank.account'].replace(/[\s.-]/g, ''),
    holder: fields['bank.holder'].trim(),
  }
}

/** Reads all that was typed. Each fault stands at the field that has to be mended; one in a year names the year. */
export function readSettings({ fields, years }: TypedSettings, sheet: Pick<SettingsSheet, 'years' | 'settings'>): Result<SettingsWanted> {
  const changed = Object.entries(years).map(([year, typed]) => ({
    year: Number(year),
    ...keptYear(Number(year), typed, savedYear(sheet, Number(year))),
  }))
  const untouched = sheet.settings.closedDays.filter(day => changed.every(({ year }) => !day.startsWith(`${year}-`)))
  const read = OfficeSettings.safeParse({
    ...sheet.settings,
    office: { ...sheet.settings.office, ...trimmed(fields, 'office.') },
    agency: fields.agency.trim(),
    counter: { ...sheet.settings.counter, name: fields['counter.name'].trim() },
    hours: {
      morning: { from: clock(fields['hours.morning.from']), to: clock(fields['hours.morning.to']) },
      afternoon: { from: clock(fields['hours.afternoon.from']), to: clock(fields['hours.afternoon.to']) },
      cutOff: clock(fields['hours.cutOff']),
    },
    bank: typedBank(fields),
    formSet: fields.formSet,
    formLayout: fields.formLayout,
    printer: given(fields.printer),
    printer2: given(fields.printer2),
    drawer: fields.drawer === 'yes',
    pagePrinter: given(fields.pagePrinter),
    scanner: given(fields.scanner),
    cityUrl: given(fields.cityUrl),
    hall: keptHall(fields, sheet.settings.hall),
    closedDays: [...untouched, ...changed.flatMap(({ closed }) => closed)].toSorted(),
  })
  const unsourced = changed.filter(({ calendar }) => calendar !== null && calendar.source === '')
  const faults = [
    ...needed.filter(field => fields[field].trim() === '').map(field => inputFault('field.missing', field)),
    ...(read.success ? [] : read.error.issues.map(issue => faultOf(issue, fields))),
    ...unsourced.map(({ year }) => inputFault('field.missing', 'calendar.source', { year })),
  ]
  if (faults.length > 0) return refuse(...faults.filter((fault, at) => faults.findIndex(other => other.field === fault.field) === at))
  if (!read.success) return refuse(inputFault('field.invalid', 'office.name'))
  return ok({ settings: read.data, years: changed.flatMap(({ calendar }) => (calendar === null ? [] : [calendar])) })
}

/** Which section shows a fault; the first where it belongs to none. */
export const sectionOf = (field: string | undefined): Section =>
  sections.find(section => field?.startsWith(`${section}.`) === true || sectionFields[section].some(one => one === field)) ?? 'office'

const needed: readonly SettingsField[] = ['office.name', 'office.authority', 'office.commune', 'office.province', 'agency', 'counter.name']

/** What a rule of the settings refuses, at the field and as the sentence an admin needs. */
function faultOf(issue: { readonly path: readonly PropertyKey[]; readonly code: string }, fields: TypedSettings['fields']): Fault {
  const place = issue.path.join('.')
  if (place === 'hours.morning' || place === 'hours.afternoon') return inputFault('settings.hours.session', `${place}.to`)
  if (place === 'hours.afternoon.from' && issue.code === 'custom') return inputFault('settings.hours.order', place)
  if (place === 'hours.cutOff' && issue.code === 'custom') return inputFault('settings.hours.cut-off', place)
  if (place.startsWith('hours.')) return inputFault('settings.hours.session', place)
  if (place === 'bank.bin' && fields['bank.bin'] === OTHER_BANK) return inputFault('field.invalid', 'bank.other')
  if (place === 'bank.holder' || place === 'bank.account') {
    return inputFault(fields[place].trim() === '' ? 'field.missing' : 'field.invalid', place)
  }
  return inputFault('field.invalid', hallPlace(place))
}

const trimmed = (fields: TypedSettings['fields'], beginning: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (name.startsWith(beginning) ? [[name.slice(beginning.length), value.trim()]] : [])),
  )

const given = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
