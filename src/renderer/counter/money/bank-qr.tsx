import type { MoneyOf, QrPicture } from '#contract/money.ts'
import { put } from '#words/say.ts'
import { moneyText } from '#words/paper.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { Cover } from '../frame/cover.tsx'
import { escapes } from './escapes.ts'

type Props = {
  readonly transfer: NonNullable<MoneyOf['transfer']>
  /** A transfer was spoken of already. */
  readonly waits: boolean
  readonly onArrived: () => Promise<void>
  readonly onClaimed: () => Promise<void>
  readonly onClose: () => void
}

/** The bank code, large enough for a phone held over the desk, with everything it says in words beside it. */
export function BankQr({ transfer, waits, onArrived, onClaimed, onClose }: Props) {
  const { words } = useWords()
  const { qr, vnd, account, bank, holder, note } = transfer
  useKeys({ 'Alt+C': () => void onArrived(), ...(waits ? {} : { 'Alt+D': () => void onClaimed() }) })
  const facts = [
    [words.bankQr.bank, bank],
    [words.bankQr.account, account],
    [words.bankQr.holder, holder],
    [words.bankQr.note, note],
  ] as const
  return (
    <Cover title={words.bankQr.title} wide onClose={onClose}>
      <div className="bank-qr" role="presentation" onKeyDown={escapes(onClose)}>
        <QrSquare qr={qr} name={put(words.bankQr.picture, { money: moneyText(vnd) })} />
        <div>
          <p className="bank-qr-money">{moneyText(vnd)}</p>
          <dl className="bank-qr-facts">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">{words.bankQr.unpaid}</p>
          <div className="money-ways">
            <Action name={words.bankQr.close} shortcut="Esc" act={onClose} />
            <Action name={words.money.arrived} shortcut="Alt+C" act={() => void onArrived()} />
            {waits ? null : <Action name={words.money.claimed} shortcut="Alt+D" act={() => void onClaimed()} />}
          </div>
        </div>
      </div>
    </Cover>
  )
}

/** White modules around a QR Code, ISO/IEC 18004 §6.3.8. */
const QUIET = 4

/** Always black on white, whatever the theme: a phone must read it. */
export function QrSquare({ qr: { modules, runs }, name }: { readonly qr: QrPicture; readonly name: string }) {
  const size = modules + 2 * QUIET
  const dark = runs.map(({ row, from, length }) => `M${from + QUIET} ${row + QUIET}h${length}v1h-${length}z`).join('')
  const box = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"`
  const svg = `<svg ${box}><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}"/></svg>`
  return <img className="bank-qr-square" alt={name} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
}
