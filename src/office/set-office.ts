import { join } from 'node:path'
import type { Overridable, SettingsSheet, SettingsWanted } from '#contract/settings.ts'
import { readPrinterAddress, readScannerAddress } from '#devices/address.ts'
import { openPagePrinter } from '#devices/page/page-printer.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { readFormSet } from '#domain/paper/form-set.ts'
import type { Signer } from '#domain/post/handover.ts'
import type { Environment } from '#machine/env.ts'
import { jsonFilesIn, readJsonFile } from '#machine/files.ts'
import { keepSettings, keptSettings } from './settings.ts'
import { mayLead } from './people.ts'
import { keepYear, yearsOf } from './years.ts'

export type SetOfficeParts = { readonly environment: Environment; readonly resources: string }

/** What an admin sees and changes of an office that is set up: its settings, its calendars, the forms it can print. */
export function openSetOffice({ environment, resources }: SetOfficeParts) {
  const { dataDir } = environment

  const formSets = (): SettingsSheet['formSets'] =>
    jsonFilesIn(join(resources, 'catalog', 'forms')).flatMap(file => {
      const set = readFormSet(readJsonFile(file))
      return set.ok ? [{ id: set.value.id, law: set.value.law }] : []
    })

  return {
    sheet: (official: Signer, people: readonly Signer[]): Result<SettingsSheet> => {
      const kept = keptSettings(dataDir)
      if (!kept.ok) return kept
      return ok({
        settings: kept.value,
        overridden: overridable.filter(name => environment[name] !== null),
        years: yearsOf(resources, dataDir).map(({ calendar, file }) => ({ calendar, own: file !== null })),
        formSets: formSets(),
        mayKeep: mayLead(official, people),
      })
    },

    /**
     * Writes what is wanted, each file whole or not at all. Refused with a fault at each field: who may not, an address that
     * means nothing, forms that are not there. Who this counter is in the journal (its id and its number) never
     * changes; its role in the hall may have changed while this was typed, and can only be given up here.
     */
    keep: ({ settings, years }: SettingsWanted, official: Signer, people: readonly Signer[]): Result<null> => {
      if (!mayLead(official, people)) return refuse(inputFault('settings.role'))
      const before = keptSettings(dataDir)
      if (!before.ok) return before
      const faults = [
        ...faultsOf(settings),
        ...(formSets().some(({ id }) => id === settings.formSet) ? [] : [inputFault('field.choice', 'formSet')]),
      ]
      if (faults.length > 0) return refuse(...faults)
      const { office, counter, hall } = before.value
      for (const year of years) keepYear(dataDir, year)
      keepSettings(dataDir, {
        ...settings,
        office: { ...settings.office, id: office.id },
        counter: { ...settings.counter, id: counter.id, number: counter.number },
        hall: { ...settings.hall, role: settings.hall.role === 'alone' ? 'alone' : hall.role, meet: hall.meet },
      })
      return ok(null)
    },
  }
}

const overridable: readonly Overridable[] = ['printer', 'printer2', 'pagePrinter', 'scanner', 'cityUrl']

/** A fault at another field than the one it names. */
const at = (field: string, result: Result<unknown>): Result<unknown> =>
  result.ok ? result : refuse(...result.faults.map(fault => ({ ...fault, field })))

/** Addresses that no device can be reached by, each at its field. */
function faultsOf({ printer, printer2, pagePrinter, scanner }: SettingsWanted['settings']): readonly Fault[] {
  const read: readonly Result<unknown>[] = [
    ...(printer === null ? [] : [readPrinterAddress(printer)]),
    ...(printer2 === null ? [] : [at('printer2', readPrinterAddress(printer2))]),
    ...(pagePrinter === null ? [] : [openPagePrinter(pagePrinter)]),
    ...(scanner === null || scanner === 'wedge' ? [] : [readScannerAddress(scanner)]),
  ]
  return read.flatMap(result => (result.ok ? [] : result.faults))
}
