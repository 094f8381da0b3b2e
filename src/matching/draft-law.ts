import { type Edition, type JurisdictionRecords, type Rule, plain, type Gap } from '../law/index.js'
import type { Query, Judgement } from './judge.js'
import { indexLaw, type LawIndex } from './law-index.js'
import { selectedJurisdictions } from './law-selection.js'
import { gapsOn } from './law-in-force.js'
import type { Finding } from './finding.js'

/** A class rule whose effect is asked, and the jurisdiction whose law it would belong to. */
export interface Draft {
  readonly code: string
  readonly rule: Rule
}

/** The words of a rule. What it excludes because lists name it is controlled either way, so it is not excluded here. */
export function inWords(rule: Rule): Rule {
  return { ...rule, leaves_out: rule.leaves_out.filter((out) => out.what !== 'listed') }
}

/**
 * The law of drafts alone: their jurisdictions with these rules, the rules that they leave out, and the law to which
 * they refer. Nothing else is loaded, so that everything found is by the words of the drafts.
 */
export function draftEdition(edition: Edition, ...drafts: readonly Draft[]): Edition {
  const kept = edition.jurisdictions.filter((j) => drafts.some((d) => d.code === j.jurisdiction.code))
  const referred = edition.jurisdictions.filter((j) => !kept.includes(j) && drafts.some((d) => refersTo(d, j)))
  return { ...edition, jurisdictions: [...kept.map((j) => alone(j, drafts)), ...referred] }
}

/** An index for each edition: variants of a draft share substances and terms. */
export function draftLaw(edition: Edition, draft: Draft): LawIndex {
  return indexLaw(draftEdition(edition, draft))
}

export function draftQuery(asOf: string, ...drafts: readonly Draft[]): Query {
  return { asOf, jurisdictions: [...new Set(drafts.map((d) => d.code))], assume: drafts.map((d) => d.rule.id) }
}

const refersTo = ({ rule }: Draft, j: JurisdictionRecords) => rule.reference?.jurisdiction === j.jurisdiction.code

function alone(own: JurisdictionRecords, drafts: readonly Draft[]): JurisdictionRecords {
  const rules = drafts.filter((d) => d.code === own.jurisdiction.code).map((d) => d.rule)
  const ids = new Set(rules.map((r) => r.id))
  const excluded = new Set(rules.flatMap((r) => r.leaves_out.flatMap((out) => (out.what === 'class' ? out.rules : []))))
  const referring = drafts.filter((d) => refersTo(d, own))
  const isByOther = referring.some((d) => d.code !== own.jurisdiction.code)
  return {
    ...own,
    jurisdiction: { ...own.jurisdiction, records_from: null, gaps: [] },
    lists: referring.length > 0 ? own.lists : [],
    rules: [...own.rules.filter((r) => (isByOther || excluded.has(r.id)) && !ids.has(r.id)), ...rules.map(inWords)],
  }
}

/** Known gaps of the selected jurisdictions that name this text on the day. */
export function gapsNaming(text: string, law: LawIndex, query: Query): { readonly code: string; readonly gap: Gap }[] {
  const wanted = plain(text)
  return selectedJurisdictions(law, query).flatMap((records) =>
    gapsOn(records, query.asOf)
      .filter((g) => g.names?.some((name) => plain(name) === wanted))
      .map((gap) => ({ code: records.jurisdiction.code, gap })),
  )
}

export type DraftFit = 'covered' | 'undecided' | 'not covered' | 'unreadable'

export interface DraftAnswer {
  readonly fit: DraftFit
  readonly clauses: readonly { readonly id: string; readonly atoms: readonly number[] }[]
  /** Readings of the draft on which the answer rests. */
  readonly readings: readonly string[]
  /** Why it is undecided: ids of readings, or kinds of doubt. */
  readonly doubts: readonly string[]
}

/** What the findings of a judgement say of one rule. */
export function answerIn({ jurisdictions }: Pick<Judgement, 'jurisdictions'>, rule: string): DraftAnswer {
  return answerBy(
    jurisdictions.flatMap((j) => j.findings),
    rule,
  )
}

/** As `answerIn`, from the findings of rows. The rule's strongest finding decides; each component may have one. */
export function answerBy(findings: readonly Finding[], rule: string): DraftAnswer {
  const own = findings.flatMap((f) => (f.kind === 'class' && f.ruleId === rule ? [f] : []))
  const sure = own.find((f) => f.counts === 'class')
  const found = sure ?? own[0]
  if (found)
    return {
      fit: found.counts === 'class' ? 'covered' : 'undecided',
      clauses: found.clauses.map(({ id, atoms }) => ({ id, atoms })),
      readings: found.readings.map((r) => r.id),
      doubts: sure ? [] : [...new Set(found.doubts.map((d) => (d.kind === 'reading open' ? d.reading : d.kind)))],
    }
  // A form that cannot be compared with records concerns lists alone.
  const open = findings.find((f) => f.kind === 'open structure' && f.why !== 'no identity')
  return open?.kind === 'open structure'
    ? { fit: 'undecided', clauses: [], readings: [], doubts: [open.why] }
    : notCovered
}

export const notCovered: DraftAnswer = { fit: 'not covered', clauses: [], readings: [], doubts: [] }
