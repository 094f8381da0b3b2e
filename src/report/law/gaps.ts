import type { Gap, JurisdictionRecords } from '../../law/index.js'
import { heading, items, text, type Block } from './blocks/blocks-html.js'
import { patternWords } from './patterns.js'
import { spanWords } from './list-blocks.js'

/**
 * The known gaps of each jurisdiction's records on a day: description, citation, days, and the structures that may be
 * affected.
 */
export function gapBlocks(
  found: readonly { readonly records: JurisdictionRecords; readonly gaps: readonly Gap[] }[],
  on: string,
): Block[] {
  if (found.every(({ gaps }) => gaps.length === 0))
    return [text(`No known gap on ${on}. A substance that is not found may still be controlled.`)]
  return found
    .filter(({ gaps }) => gaps.length > 0)
    .flatMap(({ records, gaps }) => [
      heading(
        `${records.jurisdiction.name} (${records.jurisdiction.code}) on ${on}: ${gaps.length} known ` +
          `${gaps.length === 1 ? 'gap' : 'gaps'}`,
        1,
      ),
      ...gaps.flatMap(gapBlock),
    ])
}

function gapBlock(gap: Gap): Block[] {
  const reached = patternWords('May affect', gap.reaches)
  return [
    heading(gap.id),
    text(`${gap.reads} (${gap.cite}; ${spanWords(gap)})`),
    ...items([
      ...reached,
      ...patternWords('Does not affect', gap.unless),
      ...(gap.reaches_controlled_in ?? []).map((code) => `May affect: whatever ${code} controls as a drug`),
      ...(reached.length === 0 && !gap.reaches_controlled_in
        ? ['It changes no verdict: no structure that it may affect is known.']
        : []),
    ]),
  ]
}
