import type { Reader } from '../../chem/index.js'
import { factsOf, measure, type Prints, type ShippedSet, parentOf, SetTally } from '../../impact/index.js'
import type { Edition } from '../../law/index.js'
import { draftQuery, testRule, type LawIndex, answerBy, type Finding } from '../../matching/index.js'
import { ruleTestLines } from '../../report/index.js'
import type { Impact, SetImpact } from '../../report/impact/index.js'
import { runInfo } from '../output/run-info.js'
import type { ReadDraft } from './read-draft.js'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { gunzip } from '../../batch/index.js'
import type { LibraryRows } from './library-rows.js'

export interface ReportQuestion {
  readonly law: LawIndex
  readonly asOf: string
  readonly since: string
  readonly draftFrom: string
  readonly seen: ReadonlyMap<string, string>
  readonly others: boolean
  readonly shipped: readonly ShippedSet[]
  /** Codes of the laws whose lists and rules count; null for all. */
  readonly laws: readonly string[] | null
}

/** The whole report on a draft. */
export async function reportOf(
  draft: ReadDraft,
  { law, asOf, since, draftFrom, seen, others, shipped, laws }: ReportQuestion,
  libraries: readonly SetImpact[],
  prints: Prints,
): Promise<Impact> {
  const time = { since, until: asOf, draftFrom, seen }
  const { parent, sets, ...parts } = await measure(prints, editionOf(law.edition, draft, laws), {
    draft,
    asOf,
    shipped,
    time,
    others,
  })
  return {
    run: runInfo(
      law,
      { ...draftQuery(draft, asOf), ...(laws === null ? {} : { jurisdictions: [...laws] }) },
      draft.file === null ? [] : [draft.rule.id],
    ),
    draft: { ...factsOf(draft, parent), file: draft.file, sha256: draft.sha256 },
    sets: [...sets, ...libraries],
    ...parts,
  }
}

/** The edition with the laws that are asked, that of the draft, and that to which it refers. */
function editionOf(edition: Edition, { code, rule }: ReadDraft, laws: readonly string[] | null): Edition {
  if (laws === null) return edition
  const kept = new Set([...laws, code, rule.reference?.jurisdiction])
  return { ...edition, jurisdictions: edition.jurisdictions.filter((j) => kept.has(j.jurisdiction.code)) }
}

/** What examples next to a draft say against it; nothing where there are none. */
export function exampleLines({ rule, examples }: ReadDraft, law: LawIndex, reader: Reader): string[] {
  if (examples.fits.length + examples.misses.length + examples.unsettled.length === 0) return []
  const structures = new Map(law.edition.substances.map((s) => [s.id, s.smiles]))
  const test = testRule(reader, rule, examples, law.terms, (id) => structures.get(id) ?? null)
  return ruleTestLines(
    test,
    (id) => rule.sites.find((s) => s.id === id)?.reads ?? id,
    (id) => rule.clauses.find((c) => c.id === id)!.reads,
  )
}

/** What is read of a row. */
interface Row {
  readonly id: string
  readonly input: string
  readonly verdict: string
  readonly lookup?: { readonly structure?: string | null }
  readonly jurisdictions: readonly { readonly findings: readonly Finding[] }[]
}

/** What a draft does with libraries that were judged. */
export async function libraryImpact(
  prints: Prints,
  edition: Edition,
  draft: ReadDraft,
  name: string,
  sha256: string | null,
  { files, tally }: LibraryRows,
): Promise<SetImpact> {
  const parent = parentOf(edition, draft)
  const set = new SetTally(prints, parent && (await prints.of(parent.smiles)))
  for (const file of files)
    for await (const { id, input, lookup, jurisdictions } of rowsIn(file)) {
      const answer = answerBy(
        jurisdictions.flatMap((j) => j.findings),
        draft.rule.id,
      )
      await set.add({ id, name: id, smiles: lookup?.structure ?? input }, answer)
    }
  const { unreadable } = tally.verdicts
  set.addCounts({ unreadable, 'not covered': tally.total - unreadable - set.total })
  return set.impact({ id: name, kind: 'library', file: name, sha256 })
}

async function* rowsIn(file: string): AsyncGenerator<Row> {
  const bytes = createReadStream(file)
  const lines = createInterface({
    input: /\.gz$/i.test(file) ? Readable.from(gunzip(bytes)) : bytes,
    crlfDelay: Infinity,
  })
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as Row
}
