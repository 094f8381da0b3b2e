import type { Pattern } from '../../law/index.js'

/**
 * One line for each pattern that decides by itself: its description, and the pattern itself if the two can be compared.
 */
export function patternWords(
  what: string,
  patterns: readonly Pattern[] = [],
  shown: 'words' | 'with pattern' = 'words',
): string[] {
  return patterns.map(({ reads, smarts }) => `${what}: ${reads}${shown === 'words' ? '' : ` (${smarts})`}`)
}
