import { printable } from '../controls.js'
import { changesOf, isLoss, type ComparedMove, type ComparedRow, type Comparison } from '../comparison.js'
import { cells, faint, heading, items, lines, text, type Block, type Span } from '../document/model.js'
import { editionName } from '../run-info.js'
import { verdictOrder } from '../shown-verdict.js'
import { byText, statementsOf, type Statement } from '../statement.js'
import { daysBlocks, drawn, type Figures } from '../impact/measured-blocks.js'
import { shortened } from '../text/wrap.js'
import { basisWords, headings, words } from '../words/answer-words.js'
import { compareWords, raceDays, raceSums } from '../words/command-words.js'

/** Two sides compared, in parts: counts, each row with the deciding words, and days uncontrolled. */
export async function* comparisonDocument(
  comparison: Comparison,
  rows: AsyncIterable<ComparedRow>,
): AsyncGenerator<Block[]> {
  const { input, race, runs, names } = comparison
  yield [
    heading(printable(names.join('; ')), 2),
    text(printable(compareWords.rowsOf(input))),
    ...cells(['', ...names.map((name) => shortened(printable(name), 40))], countRows(comparison)),
    text(compareWords.changed(input)),
  ]
  for await (const row of rows) yield rowBlocks(row)
  if (race) yield raceBlocks(comparison, null)
  if (!runs) return
  const editions = new Set(runs.map((run) => editionName(run.edition)))
  yield [text(faint(basisWords([...editions])))]
}

export function countRows({ input: { counts } }: Comparison): [Span, number, number][] {
  return verdictOrder
    .filter((kind) => kind !== 'unreadable' || counts.unreadable.before + counts.unreadable.after > 0)
    .map((kind) => [{ text: kind, as: kind }, counts[kind].before, counts[kind].after])
}

/** A row with each of its changes. */
function rowBlocks(row: ComparedRow): Block[] {
  const shown = row.ref.id.startsWith('row-') ? `${row.ref.id} ${row.ref.input}` : row.ref.id
  const name = shortened(printable(shown.split('\n', 1)[0]!), 60)
  const why = row.problem === null ? '' : ` (${printable(row.problem)})`
  const after = row.notRecorded ? 'not recorded' : row.after!
  const changes = changesOf(row)
  if (changes.length === 0) return lines([[`${name}: `, { text: after, as: after }, why]])
  return changes.flatMap((move) => [
    ...lines([
      [
        `${name}: ${move.code === null ? '' : `${move.code} `}`,
        ...changeSpans(move),
        row.moves.length === 0 ? why : '',
      ],
    ]),
    ...items(reasonTexts(move).map((reason) => (isLoss(move) ? `${compareWords.noLonger} ${reason}` : reason))),
  ])
}

function changeSpans({ from, to }: ComparedMove): (string | Span)[] {
  if (from === null || to === null) return [compareWords.change(from, to)]
  return [{ text: from, as: from }, ' -> ', { text: to, as: to }]
}

/** What the second side brings, or what it no longer has. */
export function movedBy(move: ComparedMove): Statement[] {
  const { code, from, to, gained, lost } = move
  const findings = isLoss(move) ? lost : gained.filter((f) => from === null || f.counts === to)
  return statementsOf(code ?? '', { findings })
}

/** What decides a change, each text once. */
export function reasonTexts(move: ComparedMove): string[] {
  if (move.by) {
    const { findings, cites } = move.by
    return findings === '' ? [] : [printable(cites === '' ? findings : `${findings} [${cites}]`)]
  }
  const texts = movedBy(move).map((statement) => {
    const { cite, questions, name } = statement
    const asks = questions.map(({ short }) => short).filter((short) => short !== name)
    const said = [byText(statement), ...asks.map((ask) => `${words.why}: ${ask}`)].join(', ')
    return cite === null ? said : `${said} [${cite}]`
  })
  return [...new Set(texts)]
}

/** Days uncontrolled on each side. @param figures what a page draws of them */
export function raceBlocks(comparison: Comparison, figures: Figures | null): Block[] {
  const { race, names, raced } = comparison
  if (!race) return [text(compareWords.noneRaced)]
  const longest = [...raced].sort((a, b) => b.race.before - a.race.before || b.race.after - a.race.after)
  return daysBlocks({
    note: compareWords.raceNote(race, comparison),
    medians: names.map((name, i) => `${name} ${[race.before, race.after][i]!.median}`).join('; '),
    charts: drawn(figures, ({ bars }) => bars(longest, race.substances, names)),
    all: race.substances,
    head: [headings.row, compareWords.firstSeen, ...names],
    rows: longest.map(({ id, race: own }) => [shortened(printable(id), 40), own.firstSeen, ...raceDays(own)]),
    sums: raceSums(race).map(([what, ...days]) => [what, '', ...days]),
  })
}
