import { memo } from 'react'
import type { Block } from '#domain/paper/block.ts'
import { keyed } from '../../parts/keyed.ts'
import { maskedNumber } from '#words/paper.ts'
import { useReveal } from '../../parts/use-reveal.tsx'
import { SheetBlock } from './sheet-block.tsx'

type Props = { readonly blocks: readonly Block[]; readonly narrow: boolean; readonly label: string }

/** A paper as it will come out, drawn from the same blocks that the presses lay out. */
export const PaperSheet = memo(function PaperSheet({ blocks, narrow, label }: Props) {
  const revealed = useReveal()
  const shown = (text: string): string => {
    // A draft has no number yet: the office draws it as nought, the screen as a gap.
    const numbered = text.replace(/(-\d{6}-)0000\b/, '$1····')
    return revealed ? numbered : numbered.replace(/\b\d{12}\b/g, maskedNumber)
  }
  return (
    <article className={narrow ? 'sheet sheet-slip' : 'sheet sheet-page'} aria-label={label} lang="vi">
      {keyed(linesOf(blocks), line => line[0]?.kind ?? '').map(({ key, thing: line }) => (
        <div className={line.length > 1 ? 'sheet-line' : undefined} key={key}>
          {keyed(line, block => block.kind).map(({ key: place, thing: block }) => (
            <SheetBlock key={place} block={block} shown={shown} />
          ))}
        </div>
      ))}
    </article>
  )
})

/** Blocks that are joined stand on the line of the one before. */
function linesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const lines: Block[][] = []
  for (const block of blocks) {
    const last = lines.at(-1)
    if (isJoined(block) && last !== undefined) last.push(block)
    else lines.push([block])
  }
  return lines
}

const isJoined = (block: Block): boolean => (block.kind === 'pair' || block.kind === 'check') && block.joined === true
