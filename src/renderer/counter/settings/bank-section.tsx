import { useEffect, useState } from 'react'
import type { QrPicture } from '#contract/money.ts'
import { Bank, bankName, knownBins } from '#domain/money/bank.ts'
import { put } from '#words/say.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { ChoiceBox } from '../form/choice-box.tsx'
import { QrSquare } from '../money/bank-qr.tsx'
import { FieldRows, type SectionProps, SettingRow } from './field-rows.tsx'
import { NO_BANK, OTHER_BANK, typedBank } from './typed-settings.ts'

/** The account fees are transferred to, and the code it will make, to be tried with a phone before it is saved. */
export function BankSection(section: SectionProps) {
  const { words } = useWords()
  const { fields, faults, onField } = section
  const banks = knownBins.map(bin => ({ value: bin, label: `${bankName(bin)} (${bin})` })).toSorted((a, b) => (a.label < b.label ? -1 : 1))
  const choices = [{ value: NO_BANK, label: words.bankSet.none }, ...banks, { value: OTHER_BANK, label: words.bankSet.other }]
  const takes = fields['bank.bin'] !== NO_BANK
  const other = fields['bank.bin'] === OTHER_BANK
  return (
    <div className="settings-bank">
      <div>
        <SettingRow name="bank.bin" faults={faults}>
          {faultId => (
            <ChoiceBox
              id="settings-bank.bin"
              value={fields['bank.bin']}
              faultId={faultId}
              need={false}
              choices={choices}
              onChoose={value => onField('bank.bin', value)}
            />
          )}
        </SettingRow>
        {takes ? (
          <FieldRows {...section} names={other ? ['bank.other', 'bank.account', 'bank.holder'] : ['bank.account', 'bank.holder']} />
        ) : null}
        {takes ? null : <p className="quiet">{words.bankSet.off}</p>}
      </div>
      {takes ? <BankPicture fields={fields} /> : null}
    </div>
  )
}

function BankPicture({ fields }: Pick<SectionProps, 'fields'>) {
  const { words } = useWords()
  const read = Bank.safeParse(typedBank(fields))
  const asked = read.success ? JSON.stringify(read.data) : null
  const [drawn, setDrawn] = useState<{ readonly of: string; readonly qr: QrPicture } | null>(null)
  useEffect(() => {
    if (asked === null) return undefined
    let gone = false
    void ask('settings.bankCode', { bank: Bank.parse(JSON.parse(asked)) }).then(made => {
      if (!gone && made.ok) setDrawn({ of: asked, qr: made.value })
    })
    return () => {
      gone = true
    }
  }, [asked])
  if (!read.success) return <p className="settings-qr quiet">{words.bankSet.missing}</p>
  const { bin, account, holder } = read.data
  return (
    <div className="settings-qr">
      {drawn?.of === asked ? <QrSquare qr={drawn.qr} name={put(words.bankSet.picture, { account, bank: bankName(bin) })} /> : null}
      <p>
        <strong>{holder}</strong>
        <br />
        {bankName(bin)} · <span className="number">{account}</span>
      </p>
      <p className="quiet">{words.bankSet.tryIt}</p>
    </div>
  )
}
