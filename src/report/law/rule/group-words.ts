import type { Item } from '../../../law/index.js'

/** A group as a rule names it: the id of its term, with the limits that this rule adds. */
export function groupWords(item: Item): string {
  if (typeof item === 'string') return item
  const { term, carbons, hydrocarbyl, chain, mass, further, except, reading, ...rest } = item
  rest satisfies Record<string, never>
  const limits = [
    ...(carbons ? [rangeWords(carbons, 'carbon')] : []),
    ...(hydrocarbyl
      ? [
          `${rangeWords(hydrocarbyl, 'carbon')} in the hydrocarbyl group` +
            `${hydrocarbyl.counted === 'any way' ? ', however counted' : ''}`,
        ]
      : []),
    ...(chain
      ? [
          `${rangeWords(chain, 'atom')} in the longest chain` +
            `${chain.over_reads ? `, counting only ${chain.over_reads}` : ''}`,
        ]
      : []),
    ...(mass ? [`at most ${mass.max} Da`] : []),
    ...furtherWords(further),
    ...(except ? [`except ${joinedOr(except)}`] : []),
    ...(reading ? [`see question ${reading}`] : []),
  ]
  return limits.length === 0 ? term : `${term} (${limits.join('; ')})`
}

function furtherWords(further: Exclude<Item, string>['further']): string[] {
  if (further === undefined) return []
  if (further === 'none') return ['no further substituents']
  if (further === 'any') return ['with any further substituents']
  return [`may be substituted by ${joinedOr(further.map(groupWords))}`]
}

/** "1 to 6 carbons", "at most 1 carbon". */
export function rangeWords(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  unit: string,
): string {
  const units = (n: number | undefined) => `${n} ${unit}${n === 1 ? '' : 's'}`
  if (min !== undefined && max !== undefined) return min === max ? `exactly ${units(min)}` : `${min} to ${units(max)}`
  return max === undefined ? `at least ${units(min)}` : `at most ${units(max)}`
}

export function joinedOr(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
