import type { Pattern } from '../../law/index.js'

/** One line in words for each pattern that decides by itself. */
export const patternWords = (what: string, patterns: readonly Pattern[] = []): string[] =>
  patterns.map(({ reads }) => `${what}: ${reads}`)
