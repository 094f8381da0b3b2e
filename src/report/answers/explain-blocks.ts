import type {
  ClassFinding,
  JurisdictionResult,
  LawIndex,
  ListedFinding,
  NearMiss,
  SetAside,
} from '../../matching/index.js'
import { heading, items, type Block } from '../document/model.js'
import { atomsWords, choiceWords, failureWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import { findingsOf } from './headline.js'

/** Reasons for a verdict: clauses in words with their atoms, readings, rules set aside, and the closest near miss. */
export function explainBlocks(results: readonly JurisdictionResult[], law: LawIndex): Block[] {
  return results.flatMap((result) => [
    ...result.findings.flatMap((f) => (f.kind === 'class' ? classBlocks(result.code, f) : [])),
    ...result.findings.flatMap((f) => (f.kind === 'listed' && f.url !== null ? linkBlocks(result.code, f, f.url) : [])),
    ...result.setAside.flatMap((s) => setAsideBlocks(result.code, s)),
    ...(drugFound(result) ? [] : result.nearMisses.slice(0, 1).flatMap((n) => nearMissBlocks(result.code, n, law))),
  ])
}

/** Whether a list or class of drugs counts; only then is the closest near miss of no interest. */
function drugFound(result: JurisdictionResult): boolean {
  return findingsOf(result, 'drug').some((f) => f.counts !== null)
}

function classBlocks(code: string, finding: ClassFinding): Block[] {
  return [
    heading(`${code}  ${finding.title} (${finding.ruleId})`, 3),
    ...items([
      ...finding.clauses.map((clause) => {
        const atoms = clause.atoms.length === 0 ? '' : `; ${atomsWords(clause.atoms)}`
        return `clause ${clause.id}, ${clause.cite}: ${clause.reads}${atoms}`
      }),
      ...finding.readings.map((r) => `reading ${r.id}: ${r.question} ${choiceWords[r.choice]} (${r.basis})`),
      ...(finding.url === null ? [] : [finding.url]),
    ]),
  ]
}

function linkBlocks(code: string, listed: ListedFinding, url: string): Block[] {
  return [heading(`${code}  ${listed.nameInLaw}, ${listed.listName}: ${listed.substance}`, 3), ...items([url])]
}

function setAsideBlocks(code: string, aside: SetAside): Block[] {
  const clauses = aside.clauses.map((c) => c.id).join(', ')
  return [
    heading(`${code}  ${words.setAside}: ${aside.title} (${aside.ruleId})`, 3),
    ...items([`${aside.reads} (${aside.cite})`, ...(clauses === '' ? [] : [`${words.wouldFitBy} ${clauses}`])]),
  ]
}

function nearMissBlocks(code: string, miss: NearMiss, law: LawIndex): Block[] {
  const rule = law.edition.jurisdictions.flatMap((j) => j.rules).find((r) => r.id === miss.ruleId)
  const atoms = 'atoms' in miss.failure && miss.failure.atoms.length > 0 ? `; ${atomsWords(miss.failure.atoms)}` : ''
  return [
    heading(`${code}  ${words.closest}: ${miss.title} (${miss.ruleId})`, 3),
    ...items([`${words.doesNotFit}: ${failureWords(miss.failure, rule?.sites ?? [])}${atoms}`]),
  ]
}
