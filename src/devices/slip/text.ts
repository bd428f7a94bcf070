import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Block } from '#domain/paper/block.ts'

/** What a slip says, line by line, without its looks: for people, tests and screen readers. */
export const slipText = (blocks: readonly Block[]): string => blocks.map(block => `${textOf(block)}\n`).join('')

function textOf(block: Block): string {
  switch (block.kind) {
    case 'title':
    case 'huge':
    case 'text':
      return block.text
    case 'pair':
      return `${block.label} ${block.value}`
    case 'columns':
      return [...block.left, ...block.right].map(line => line.text).join('\n')
    case 'table':
      return [overHead(block.over ?? []), block.head, ...block.rows]
        .filter(cells => cells.length > 0)
        .map(cells => cells.join(' | '))
        .join('\n')
    case 'list':
      return block.items.map((item, index) => `${index + 1}. ${item}`).join('\n')
    case 'check':
      return `[${block.ticked ? 'x' : ' '}] ${block.text}`
    case 'qr':
      return [`[QR ${block.text}]`, ...(block.caption === undefined ? [] : [block.caption])].join('\n')
    case 'rule':
      return '----'
    case 'space':
      return ''
    case 'cut':
      return '---- cut ----'
    default:
      return missingCase(block)
  }
}

/** The words that stand over several heads, each once. */
const overHead = (over: readonly string[]): readonly string[] => over.filter((word, index) => word !== '' && word !== over[index - 1])
