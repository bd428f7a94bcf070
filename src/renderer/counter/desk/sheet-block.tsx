import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Block, ColumnLine } from '#domain/paper/block.ts'
import { keyed } from '../../parts/keyed.ts'
import { useWords } from '../../parts/use-words.tsx'

type Shown = (text: string) => string
type Props = { readonly block: Block; readonly shown: Shown }

/** One block of a paper on the screen. */
export function SheetBlock({ block, shown }: Props) {
  const { words } = useWords()
  switch (block.kind) {
    case 'title':
      return <p className="sheet-block sheet-heading">{shown(block.text)}</p>
    case 'huge':
      return <p className="sheet-block sheet-huge">{shown(block.text)}</p>
    case 'text':
      return (
        <p className={`sheet-block sheet-${block.style ?? 'normal'} sheet-${block.align ?? 'left'} ${underlined(block.underline)}`}>
          {shown(block.text)}
        </p>
      )
    case 'pair':
      return (
        <p className="sheet-block">
          {block.label} {block.value === '' ? <span className="sheet-dots" /> : <strong>{shown(block.value)}</strong>}
        </p>
      )
    case 'columns':
      return (
        <div className="sheet-block sheet-columns">
          <Column lines={block.left} shown={shown} />
          <Column lines={block.right} shown={shown} />
        </div>
      )
    case 'table':
      return <SheetTable block={block} shown={shown} />
    case 'list':
      return (
        <ol className="sheet-block sheet-list">
          {block.items.map(item => (
            <li key={item}>{shown(item)}</li>
          ))}
        </ol>
      )
    case 'check':
      return (
        <p className="sheet-block">
          {block.ticked ? '☑' : '☐'} {shown(block.text)}
        </p>
      )
    case 'qr':
      return (
        <div className={block.beside === true ? 'sheet-block sheet-beside' : 'sheet-block sheet-center'}>
          <span className="sheet-qr">{words.preview.qr}</span>
          {block.caption === undefined ? null : <span className="sheet-small">{shown(block.caption)}</span>}
        </div>
      )
    case 'rule':
      return <hr className="sheet-rule" />
    case 'space':
      return <div className="sheet-space" />
    case 'cut':
      return <hr className="sheet-cut" />
    default:
      return missingCase(block)
  }
}

const underlined = (underline: boolean | undefined): string => (underline === true ? 'sheet-underline' : '')

const Column = ({ lines, shown }: { readonly lines: readonly ColumnLine[]; readonly shown: Shown }) => (
  <div>
    {keyed(lines, line => line.style ?? 'normal').map(({ key, thing: line }) => (
      <p className={`sheet-${line.style ?? 'normal'} ${underlined(line.underline)}`} key={key}>
        {shown(line.text)}
      </p>
    ))}
  </div>
)

const SheetTable = ({ block, shown }: { readonly block: Extract<Block, { kind: 'table' }>; readonly shown: Shown }) => (
  <table className="sheet-block sheet-table">
    <colgroup>
      {keyed(block.widths, () => 'column').map(({ key, thing: width }) => (
        <col key={key} style={{ width: `${(100 * width) / block.widths.reduce((sum, one) => sum + one, 0)}%` }} />
      ))}
    </colgroup>
    <thead>
      <tr>
        {block.head.map(cell => (
          <th key={cell}>{cell}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {keyed(block.rows, () => 'row').map(({ key, thing: row }) => (
        <tr key={key}>
          {keyed(row, () => 'cell').map(cell => (
            <td key={cell.key}>{shown(cell.thing)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
