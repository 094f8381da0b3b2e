import type { Reader } from '../../chem/index.js'
import { factsOf, measure, Overlap, type FingerprintCache, parentOf, SetTally, withDrafts } from '../../impact/index.js'
import type { Edition } from '../../law/index.js'
import { draftQuery, testRule, type LawIndex, answerBy, type Finding, type Position } from '../../matching/index.js'
import { ruleTestLines, type Impact } from '../../report/index.js'
import { runInfo } from '../output/run-info.js'
import type { ReadDraft } from './read-draft.js'
import { createReadStream } from 'node:fs'
import { linesOf } from '../../batch/index.js'
import type { Drafts, LibraryRows } from './library-rows.js'

export type ReportQuestion = Omit<Parameters<typeof measure>[2], 'draft' | 'assumed'> & {
  /** Rules next to the draft. */
  readonly assumed: readonly ReadDraft[]
  readonly law: LawIndex
  /** Codes of the laws whose lists and rules count; null for all. */
  readonly laws: readonly string[] | null
  /** Answers to open questions, by which `law` is read. */
  readonly positions: readonly Position[]
}

export async function reportOf(
  draft: ReadDraft,
  question: ReportQuestion,
  library: LibraryImpact | null,
  prints: FingerprintCache,
): Promise<Impact> {
  const { law, asOf, assumed, laws, positions } = question
  const edition = editionOf(law.edition, [draft, ...assumed], laws)
  const { parent, sets, ...parts } = await measure(prints, edition, { ...question, draft })
  return {
    run: runInfo(
      law,
      { ...draftQuery(asOf, draft), ...(laws === null ? {} : { jurisdictions: [...laws] }), positions },
      draft.file === null ? [] : [draft.rule.id],
    ),
    draft: { ...factsOf(draft, parent), file: draft.file, sha256: draft.sha256 },
    sets: [...sets, ...(library ? [library.set] : [])],
    ...parts,
    libraryOthers: library?.others ?? null,
  }
}

/** The edition with the laws that are asked, those of the drafts, and those to which they refer. */
function editionOf(edition: Edition, drafts: readonly ReadDraft[], laws: readonly string[] | null): Edition {
  if (laws === null) return edition
  const kept = new Set([...laws, ...drafts.flatMap(({ code, rule }) => [code, rule.reference?.jurisdiction])])
  return { ...edition, jurisdictions: edition.jurisdictions.filter((j) => kept.has(j.jurisdiction.code)) }
}

/** What examples next to a draft say against it; nothing where there are none. */
export function exampleLines({ rule, examples }: ReadDraft, law: LawIndex, reader: Reader): string[] {
  if (examples.fits.length + examples.misses.length + examples.unsettled.length === 0) return []
  const structures = new Map(law.edition.substances.map((s) => [s.id, s.smiles]))
  const test = testRule(reader, rule, examples, law.terms, (id) => structures.get(id) ?? null)
  return ruleTestLines(test, rule)
}

interface Row {
  readonly id: string
  readonly input: string
  readonly verdict: string
  readonly lookup?: { readonly structure?: string | null }
  readonly jurisdictions: readonly { readonly findings: readonly Finding[] }[]
}

/** What a draft, the first, does with libraries judged by it and others, and what other rules cover of them. */
export async function libraryImpact(
  prints: FingerprintCache,
  edition: Edition,
  drafts: Drafts,
  { name, sha256 }: { readonly name: string; readonly sha256: string | null },
  { file, tally }: LibraryRows,
) {
  const [draft, ...others] = drafts
  const parent = parentOf(edition, draft)
  const set = new SetTally(prints, parent && (await prints.of(parent.smiles)))
  const overlap = new Overlap()
  for await (const { id, input, lookup, jurisdictions } of rowsIn(file)) {
    const findings = jurisdictions.flatMap((j) => j.findings)
    await set.add({ id, name: id, smiles: lookup?.structure ?? input }, answerBy(findings, draft.rule.id))
    const covering = drafts.map((d) => d.rule.id).filter((rule) => answerBy(findings, rule).fit === 'covered')
    overlap.add(id, covering)
  }
  const { unreadable } = tally.verdicts
  const readable = tally.total - unreadable
  set.addCounts({ unreadable, 'not covered': readable - set.total })
  const compared = { ...overlap.result(withDrafts(edition, others), draft.rule.id, others, name), universe: readable }
  const library = set.impact({ id: name, kind: 'library', file: name, sha256 })
  return { set: library, others: others.length === 0 ? null : compared }
}

export type LibraryImpact = Awaited<ReturnType<typeof libraryImpact>>

async function* rowsIn(file: string): AsyncGenerator<Row> {
  for await (const { text } of linesOf(createReadStream(file), Infinity)) if (text !== '') yield JSON.parse(text) as Row
}
