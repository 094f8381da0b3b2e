import { withoutControls } from './controls.js'
import { csvHeader, csvRow, type CsvLayout, type RowFacts } from './csv.js'
import type { Answer, InputRef } from './json.js'

/** An SD record: the mol block of the input, its properties, and our findings as properties. */
export function sdfRecord(
  ref: InputRef,
  fields: readonly (readonly [string, string])[],
  assessment: Answer,
  given: Pick<CsvLayout, 'jurisdictions' | 'file' | 'note'>,
  facts?: RowFacts,
): string {
  const layout = { ...given, columns: [], matched: facts !== undefined && facts.lookup !== null }
  const cells = csvRow(ref, [], assessment, layout, facts)
  const found = csvHeader(layout).map((name, i) => [`COVERAGE_${name.toUpperCase()}`, cells[i]!] as const)
  // An unreadable input may not even be a mol block, and must not swallow the records after it.
  const block =
    assessment.kind === 'unreadable' ? emptyBlock(ref.id) : ref.input.endsWith('\n') ? ref.input : `${ref.input}\n`
  return withoutControls(
    `${block}${[...fields, ...found].map(([name, value]) => property(name, value)).join('')}$$$$\n`,
  )
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
