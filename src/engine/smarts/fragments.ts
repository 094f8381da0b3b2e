import type { FastGraph } from '../fast-graph.js'
import { remembered } from '../../remembered.js'
import { allMatches } from './match.js'
import { patternOf, type Pattern } from './pattern.js'
import { smartsTokens } from './tokens.js'

const known = new Map<string, readonly Pattern[] | null>()

/** The fragments of a pattern, which dots separate; null if one of them is not supported, or if rings connect them. */
export function fragmentsOf(smarts: string): readonly Pattern[] | null {
  return remembered(known, smarts, () => read(smarts))
}

function read(smarts: string): readonly Pattern[] | null {
  const whole = patternOf(smarts)
  if (whole) return [whole]
  const texts = partsOf(smarts)
  const patterns = texts.map(patternOf)
  return texts.length > 1 && patterns.every((pattern) => pattern !== null) ? patterns : null
}

/** Dots in brackets belong to an atom. */
function partsOf(smarts: string): string[] {
  const parts = ['']
  for (const token of smartsTokens(smarts)) {
    if (token.is === 'dot') parts.push('')
    else parts[parts.length - 1] += textOf(token)
  }
  return parts
}

function textOf(token: ReturnType<typeof smartsTokens>[number]): string {
  if (token.is === 'branch') return '('
  if (token.is === 'branch end') return ')'
  return 'label' in token ? token.label : 'text' in token ? token.text : '.'
}

/**
 * As `allMatches`, for a pattern of several fragments, which share no atom of the molecule.
 * @throws {NotSure} if RDKit might find others
 */
export function matchesOfAll(graph: FastGraph, fragments: readonly Pattern[], most: number): number[][] | null {
  let found: number[][] | null = null
  for (const fragment of fragments) {
    const own = allMatches(graph, fragment, most)
    if (!own) return null
    found =
      found === null
        ? own
        : found.flatMap((before) => own.filter((e) => !e.some((a) => before.includes(a))).map((e) => [...before, ...e]))
    if (found.length > most) return null
  }
  return found
}
