import { z } from 'zod'
import type { Block } from '#domain/paper/block.ts'

/** The blocks of a paper on their way to a window. They come from our own templates, so only their outline is checked. */
export const PageBlocks = z.array(z.custom<Block>(value => typeof value === 'object' && value !== null && 'kind' in value))
