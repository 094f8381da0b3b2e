import type { Pattern } from './pattern.js'

export function smartsOf(pattern: Pattern): string {
  return typeof pattern === 'string' ? pattern : pattern.smarts
}
