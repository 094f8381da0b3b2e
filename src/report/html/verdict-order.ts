import type { ComparedVerdict } from '../comparison.js'

/** Verdicts by strength, in the order in which pages count and sort them. */
export const verdictOrder: readonly ComparedVerdict[] = ['listed', 'class', 'undecided', 'uncontrolled', 'unreadable']
