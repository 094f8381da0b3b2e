import type { ComparedVerdict } from '../comparison.js'

/** Verdicts by strength, in the order in which pages count and sort them. */
export const verdictOrder: readonly ComparedVerdict[] = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable']

/** With more columns of verdicts than these, a table shows a mark for each verdict instead of its word. */
export const mostColumnsInWords = 8
