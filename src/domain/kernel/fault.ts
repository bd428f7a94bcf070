/** Every fault the program can say. `words` holds a sentence for each: a code without words does not compile. */
export type FaultCode = (typeof faultCodes)[number]

export const faultCodes = [
  // what was scanned
  'card.opaque',
  // a field of a form
  'field.missing',
  'field.invalid',
  'field.choice',
  'field.date.impossible',
  'field.date.future',
  'field.number',
  'field.number.small',
  'field.number.large',
  'field.number.citizen',
  'field.phone',
  'field.name.digit',
  // the catalogue
  'catalog.invalid',
  'catalog.reference',
  'catalog.unreadable',
  'catalog.unknown',
  // reception
  'dossier.paper.missing',
  'dossier.procedure.not-in-force',
  'dossier.unknown',
  'draft.unknown',
  'number.clock.back',
  'number.used.up',
  // handover
  'handover.unknown',
  'handover.closed',
  'handover.empty',
  'handover.item.foreign',
  'handover.item.double',
  'handover.item.elsewhere',
  'handover.signer.role',
  // people
  'official.unknown',
  'official.pin',
  'official.wait',
  'official.nobody',
  // the office itself
  'office.not.set.up',
  'office.already.set.up',
  'settings.invalid',
  // the store
  'store.from.future',
  'store.key',
  'store.sqlite.old',
  'store.full',
  'store.readonly',
  'store.busy',
  'store.disk',
  'store.in.use',
  'call.unknown',
  'call.invalid',
  'call.broken',
  // A4 and A5 pages
  'page.printer.none',
  'page.printer.refused',
  'page.printer.address',
  'page.folder',
  'printer.none',
  // slip printers and scanners
  'printer.address',
  'printer.off',
  'printer.denied',
  'printer.busy',
  'printer.paper-out',
  'printer.cover-open',
  'printer.error',
  'printer.half',
  'printer.unconfirmed',
  'scanner.address',
  'city.none',
  'file.unreadable',
] as const
