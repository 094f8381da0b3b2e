import type { Edition, JurisdictionRecords, Rule } from '../law/index.js'
import type { Query } from './judge.js'
import { indexLaw, type LawIndex } from './law-index.js'

/** A class rule whose effect is asked, and the jurisdiction whose law it would belong to. */
export interface Draft {
  readonly code: string
  readonly rule: Rule
}

/** The words of a rule. What it leaves out because lists name it already is controlled either way, so that is not left out here. */
export function inWords(rule: Rule): Rule {
  return { ...rule, leaves_out: rule.leaves_out.filter((out) => out.what !== 'listed') }
}

/**
 * The law of the draft alone: its jurisdiction with this one rule, the rules that it leaves out, and the law to which it
 * refers. Nothing else is loaded, so that everything found is by the words of the draft.
 */
export function draftEdition(edition: Edition, { code, rule }: Draft): Edition {
  const own = edition.jurisdictions.find((j) => j.jurisdiction.code === code)!
  const others = edition.jurisdictions.filter((j) => rule.reference?.jurisdiction === j.jurisdiction.code && j !== own)
  return { ...edition, jurisdictions: [alone(own, rule), ...others] }
}

/** An index for each edition: variants of a draft share substances and terms. */
export function draftLaw(edition: Edition, draft: Draft): LawIndex {
  return indexLaw(draftEdition(edition, draft))
}

export function draftQuery({ code, rule }: Draft, asOf: string): Query {
  return { asOf, jurisdictions: [code], assume: [rule.id] }
}

function alone(own: JurisdictionRecords, rule: Rule): JurisdictionRecords {
  const rules = new Set(rule.leaves_out.flatMap((out) => (out.what === 'class' ? out.rules : [])))
  return {
    ...own,
    jurisdiction: { ...own.jurisdiction, records_from: null, gaps: [] },
    lists: rule.reference?.jurisdiction === own.jurisdiction.code ? own.lists : [],
    rules: [...own.rules.filter((r) => rules.has(r.id) && r.id !== rule.id), inWords(rule)],
  }
}
