import { withoutControls } from './controls.js'
import { csvHeader, csvRow, type CsvLayout, type RowFacts } from './csv.js'
import type { Answer, InputRef } from './json.js'

/**
 * An SD record: the mol block of the input, its properties, and our findings as properties.
 * @param isPartial whether lines of the input were dropped
 */
export function sdfRecord(
  ref: InputRef,
  fields: readonly (readonly [string, string])[],
  assessment: Answer,
  given: Pick<CsvLayout, 'jurisdictions' | 'file' | 'asOf' | 'note'>,
  facts?: RowFacts,
  isPartial = false,
): string {
  const layout = { ...given, columns: [], matched: facts !== undefined && facts.lookup !== null }
  const cells = csvRow(ref, [], assessment, layout, facts)
  const names = csvHeader(layout).map((name) => `COVERAGE_${name.toUpperCase()}`)
  const suffix = freeSuffix(
    names,
    fields.map(([name]) => name),
  )
  const found = names.map((name, i) => [`${name}${suffix}`, cells[i]!] as const)
  const block = assessment.kind !== 'unreadable' || (isWhole(ref.input) && !isPartial) ? ref.input : emptyBlock(ref.id)
  return withoutControls(
    `${block}${block.endsWith('\n') ? '' : '\n'}` +
      `${[...fields, ...found].map(([name, value]) => property(name, value)).join('')}$$$$\n`,
  )
}

/** Header lines, counts line and end. Anything less could be read as part of the record after it. */
const shortestBlock = 5

/** Whether a text is a mol block from its title to its end, even if it cannot be read. */
function isWhole(text: string): boolean {
  const lines = text.trimEnd().split('\n')
  return lines.length >= shortestBlock && lines.at(-1)!.startsWith('M  END')
}

/** A number for all of our properties where the input, perhaps an output of ours, already has one of them. */
function freeSuffix(names: readonly string[], taken: readonly string[]): string {
  let suffix = ''
  for (let n = 2; names.some((name) => taken.includes(`${name}${suffix}`)); n++) suffix = `_${n}`
  return suffix
}

function property(name: string, value: string): string {
  if (value === '') return ''
  // A blank line ends a value, and a delimiter the record.
  const lines = value
    .split(/\r\n|\n|\r/)
    .map((line) => (line.trim() === '' ? '-' : line.replace(/^\$\$\$\$/, ' $$$$$$$$')))
  return `>  <${name.replaceAll(/[<>\r\n]/g, ' ')}>\n${lines.join('\n')}\n\n`
}

function emptyBlock(title: string): string {
  return `${title.replaceAll(/[\r\n]/g, ' ').slice(0, 80)}\n\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n`
}
