import type { CaseResult, Issue } from '../../report/index.js'
import { countsLine, heading, items, section, table, text, type Block } from '../../report/documents.js'
import type { OfficialItem } from '../official/official-text.js'
import type { Reconciliation } from '../official/reconcile.js'
import { isUnaccounted, refOf, type Difference } from '../official/reconciliation.js'
import { countsOf, differenceReads, differenceText, itemName } from './difference-words.js'

/** The report for readers: counts, each difference, and the wording of classes next to the reading in the rules. */
export function reconciliationBlocks(r: Reconciliation, file: string, hashes: boolean): Block[] {
  const kinds = Object.keys(differenceReads) as Difference['kind'][]
  const title = nameOf(r, file)
  const left = r.differences.filter(isUnaccounted).length
  return [
    heading(`${r.jurisdiction} on ${r.asOf}: ${file}`, 1),
    text(`${countsLine(countsOf(r, title))}.`),
    text(
      `Compared with ${r.lists.map((l) => l.id).join(', ')}. ${r.text.repealed} repealed items and ` +
        `${countOf(r, 'heading')} headings, ${countOf(r, 'exclusion')} exclusions and ${countOf(r, 'scope')} ` +
        'sentences on scope are not counted.',
    ),
    ...(r.apart.length > 0
      ? [
          text(
            `Parts without a recorded list (not compared): ${r.apart.map((a) => `${a.part} (${a.items})`).join(', ')}.`,
          ),
        ]
      : []),
    ...kinds.flatMap((kind) => {
      const found = r.differences.filter((d) => d.kind === kind)
      return section(
        `${headings[kind]} (${found.length})`,
        items(found.map((d) => ('item' in d ? `${itemName(d.item)}: ${differenceText(d)}` : differenceText(d)))),
      )
    }),
    ...r.classWords
      .filter((w) => hashes || changed(r, w.item))
      .flatMap((w) => [
        heading(w.of, 3),
        ...table(
          ['Official wording', 'Our reading in the rules'],
          [[w.item.words, w.by.flatMap((s) => [`${s.id}:`, ...s.reads]).join(' ') || 'no record']],
        ),
        ...(hashes ? [text(`{ "of": "${w.of}", "sha256": "${w.sha256}", "as_of": "${r.asOf}" }`)] : []),
      ]),
    ...(r.unworded.length > 0
      ? [
          text(
            'No official wording is recorded for these rules, so a change to it would not be detected: ' +
              `${r.unworded.join(', ')}.`,
          ),
        ]
      : []),
    text(left === 0 ? 'All accounted for.' : `${left} to account for.`),
  ]
}

const headings = {
  missing: 'In the text, missing from the records',
  extra: 'In the records, not in the text',
  moved: 'Different place or code',
  spelling: 'Different spelling',
  'words changed': 'Class wording that has changed',
  'words not recorded': 'Class wording that no rule refers to',
  'words gone': 'Wording of a rule that is not in the text',
} satisfies Record<Difference['kind'], string>

/** A table has no name of its own: it takes that of its text if its lists come from one, otherwise that of its file. */
function nameOf(r: Reconciliation, file: string): string {
  const texts = [...new Set(r.lists.map((l) => l.official?.text))]
  return r.text.id ?? (texts.length === 1 ? texts[0] : undefined) ?? file.replace(/^.*[\\/]/, '')
}

function countOf(r: Reconciliation, kind: string): number {
  return r.text.items.filter((item) => item.kind === kind).length
}

function changed(r: Reconciliation, item: unknown): boolean {
  return r.differences.some((d) => d.kind === 'words changed' && d.item === item)
}

/** One case for each entry and class item of the text, and one for each difference without such an item. */
export function reconciliationCases(r: Reconciliation, file: string): CaseResult[] {
  const places = r.text.items.filter((item) => item.kind === 'entry' || item.hasClassWords)
  const own = places.map((item) => ({
    id: refOf(r.text, item),
    found: r.differences.filter((d) => 'item' in d && d.item === item),
  }))
  const others = r.differences
    .filter((d) => !('item' in d))
    .map((d) => ({
      id: 'list' in d ? `${d.list.id} ${d.entry.substance}` : (d as Extract<Difference, { kind: 'words gone' }>).of,
      found: [d],
    }))
  const issueOf = (d: Difference): Issue => ({
    rule: `law/${d.kind.replaceAll(' ', '-')}`,
    reads: differenceReads[d.kind],
    url: null,
    level: isUnaccounted(d) ? 'error' : 'warning',
    message: differenceText(d),
  })
  return [...own, ...others].map(({ id, found }, i) => ({
    file,
    row: i + 1,
    id,
    line: null,
    issues: found.map(issueOf),
  }))
}

const itemJson = ({ part, path, names, code, cas, words }: OfficialItem) => ({ part, path, names, code, cas, words })

/** The result as data. `hashes`: of every class item, to be copied into its rule. */
export function reconciliationJson(r: Reconciliation, file: string): Record<string, unknown> {
  return {
    file,
    jurisdiction: r.jurisdiction,
    text_day: r.text.day,
    ...countsOf(r, nameOf(r, file)),
    lists: r.lists.map((l) => l.id),
    written_from: [...new Set(r.classWords.flatMap((w) => w.by.map((s) => s.id)))].sort(),
    without_official_words: r.unworded,
    repealed: r.text.repealed,
    not_compared: r.apart,
    differences: r.differences.map((d) => ({
      kind: d.kind,
      place: 'item' in d ? itemName(d.item) : 'list' in d ? d.list.id : d.of,
      substance: 'entry' in d ? d.entry.substance : null,
      says: differenceText(d),
      unaccounted: isUnaccounted(d),
      ...('item' in d ? { item: itemJson(d.item) } : {}),
      ...(d.kind === 'words changed' ? { reads: d.by.flatMap((s) => [`${s.id}:`, ...s.reads]).join(' ') } : {}),
    })),
    class_words: r.classWords.map((w) => itemJson(w.item)),
    official_words: r.classWords.map((w) => ({ of: w.of, sha256: w.sha256, as_of: r.asOf, by: w.by.map((s) => s.id) })),
  }
}
