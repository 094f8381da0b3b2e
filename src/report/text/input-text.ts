import type { JurisdictionResult, LawIndex } from '../../matching/index.js'
import { strongestOf } from '../../matching/index.js'
import type { Answer, InputRef } from '../json.js'
import type { Lookup } from '../lookup.js'
import type { RunInfo } from '../run-info.js'
import { caveatWords, gapCountWords, lookupWords, problemText, unnamedWords, verdictWords, words } from '../words.js'
import { explainText } from './explain.js'
import { editionName } from '../edition-name.js'
import { palette, type Palette } from './palette.js'
import { isPrecursor, verdictTable } from './verdict-table.js'
import { printable, shortened, widthOf, wrap } from './wrap.js'

export interface TextOptions {
  readonly colour: boolean
  /** Columns to write into. */
  readonly width: number
  readonly explain: boolean
  /** True puts the position before each input. */
  readonly numbered: boolean
}

const inputShown = 400

/** The answer to one input for a person to read. */
export function inputText(
  ref: InputRef,
  answer: Answer,
  lookup: Lookup | null,
  law: LawIndex,
  run: RunInfo,
  options: TextOptions,
): string {
  const colours = palette(options.colour)
  const width = widthOf(options.width)
  const head = [...title(ref, width, colours, options.numbered), ...(lookup ? wrap(lookupWords(lookup), width) : [])]
  if (answer.kind === 'unreadable') {
    const reason = wrap(problemText(answer.problem), width - 2).map((line) => `  ${line}`)
    return [...head, `${colours.verdict.unreadable(verdictWords.unreadable)}`, ...reason, ''].join('\n')
  }
  const { judgement, structure } = answer
  const facts = structure
    ? [structure.formula, structure.inchikey, structure.unnamed === undefined ? null : unnamedWords(structure.unnamed)]
        .filter((f) => f !== null)
        .join('  ')
    : ''
  const drugs = judgement.jurisdictions.map((j) => ({ ...j, findings: j.findings.filter((f) => !isPrecursor(f)) }))
  const precursors = judgement.jurisdictions
    .map((j) => ({ ...j, findings: j.findings.filter(isPrecursor) }))
    .filter((j) => j.findings.length > 0)
  const onlyPrecursor =
    strongestOf(drugs.flatMap((j) => j.findings.map((f) => f.counts ?? 'uncontrolled'))) !== judgement.verdict
  const verdict =
    colours.verdict[judgement.verdict](verdictWords[judgement.verdict]) +
    (onlyPrecursor ? ` (${words.asPrecursor})` : '')
  return [
    ...head,
    ...(facts === '' ? [] : [colours.faint(facts)]),
    `${verdict} ${words.on} ${run.asOf}`,
    verdictTable(drugs, width, colours),
    ...(precursors.length > 0 ? [colours.strong(words.precursors), verdictTable(precursors, width, colours)] : []),
    ...(options.explain ? [explainText(judgement.jurisdictions, law, width, colours)].filter((t) => t !== '') : []),
    '',
  ].join('\n')
}

/** What the whole output rests on, written once below all inputs: caveats depend on the day, not on the structure. */
export function footerText(
  results: readonly JurisdictionResult[],
  run: RunInfo,
  options: Pick<TextOptions, 'colour' | 'width' | 'explain'>,
): string {
  const colours = palette(options.colour)
  const width = widthOf(options.width)
  const shown = options.explain
    ? results
    : results.map((j) => ({ ...j, caveats: j.caveats.filter((c) => c.kind !== 'gap') }))
  const gaps = options.explain ? null : gapCountWords(results.flatMap((j) => j.caveats))
  const caveats = [
    ...shown.flatMap((j) => j.caveats.map((caveat) => `${j.code}: ${caveatWords(caveat)}`)),
    ...(gaps === null ? [] : [gaps]),
  ]
  const edition = `${words.edition} ${editionName(run.edition)}. ${words.footer}`
  return `${[...caveats, edition]
    .flatMap((text) => wrap(text, width - 4).map((line, i) => colours.faint(i === 0 ? line : `    ${line}`)))
    .join('\n')}\n`
}

function title(ref: InputRef, width: number, colours: Palette, numbered: boolean): string[] {
  const molBlock = ref.input.includes('\n')
  const shown = shortened(
    printable(molBlock ? `${words.molBlock} ${ref.input.split('\n', 1)[0]!.trim()}`.trim() : ref.input),
    inputShown,
  )
  const lines = wrap(numbered ? `${ref.index}. ${shown}` : shown, width)
  return lines.map((line) => colours.strong(line))
}
