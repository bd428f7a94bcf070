import { Fragment } from 'react'
import type { Block, ColumnLine } from '#domain/paper/block.ts'
import { maskedNumber } from '../../parts/say-figures.ts'
import { useReveal } from '../../parts/use-reveal.tsx'
import { useWords } from '../../parts/use-words.tsx'

type Props = { readonly blocks: readonly Block[]; readonly narrow: boolean; readonly label: string }

/** A paper as it will come out, drawn from the same blocks that the presses lay out. */
export function PaperSheet({ blocks, narrow, label }: Props) {
  const revealed = useReveal()
  const shown = (text: string): string => {
    // A draft has no number yet: the office draws it as nought, the screen as a gap.
    const numbered = text.replace(/(-\d{6}-)0000\b/, '$1····')
    return revealed ? numbered : numbered.replace(/\b\d{12}\b/g, maskedNumber)
  }
  return (
    <article className={narrow ? 'sheet sheet-slip' : 'sheet sheet-page'} aria-label={label} lang="vi">
      {blocks.map((block, index) => (
        // A template always answers with the same blocks in the same order.
        <Fragment key={index}>
          <SheetBlock block={block} shown={shown} />
        </Fragment>
      ))}
    </article>
  )
}

type BlockProps = { readonly block: Block; readonly shown: (text: string) => string }

function SheetBlock({ block, shown }: BlockProps) {
  const { words } = useWords()
  switch (block.kind) {
    case 'title':
      return <p className="sheet-block sheet-heading">{shown(block.text)}</p>
    case 'huge':
      return <p className="sheet-block sheet-huge">{shown(block.text)}</p>
    case 'text':
      return <p className={`sheet-block sheet-${block.style ?? 'normal'} sheet-${block.align ?? 'left'}`}>{shown(block.text)}</p>
    case 'pair':
      return (
        <p className="sheet-block">
          {block.label} <strong>{shown(block.value)}</strong>
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
        <p className="sheet-block sheet-center">
          <span className="sheet-qr">{words.preview.qr}</span>
          {block.caption === undefined ? null : <span className="sheet-small">{shown(block.caption)}</span>}
        </p>
      )
    case 'rule':
      return <hr className="sheet-rule" />
    case 'space':
      return <div className="sheet-space" />
    case 'cut':
      return <hr className="sheet-cut" />
  }
}

const Column = ({ lines, shown }: { readonly lines: readonly ColumnLine[]; readonly shown: BlockProps['shown'] }) => (
  <div>
    {lines.map((line, index) => (
      <p className={`sheet-${line.style ?? 'normal'}${line.underline === true ? ' sheet-underline' : ''}`} key={index}>
        {shown(line.text)}
      </p>
    ))}
  </div>
)

const SheetTable = ({ block, shown }: { readonly block: Extract<Block, { kind: 'table' }>; readonly shown: BlockProps['shown'] }) => (
  <table className="sheet-block sheet-table">
    <thead>
      <tr>
        {block.head.map(cell => (
          <th key={cell}>{cell}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {block.rows.map((row, index) => (
        <tr key={index}>
          {row.map((cell, column) => (
            <td key={column}>{shown(cell)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
