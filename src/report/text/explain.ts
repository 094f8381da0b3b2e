import type {
  ClassFinding,
  JurisdictionResult,
  LawIndex,
  ListedFinding,
  NearMiss,
  SetAside,
} from '../../matching/index.js'
import { atomsWords, choiceWords, failureWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import type { Screen } from './batch-text.js'
import { findingsOf } from './headline.js'
import { indented, wrap } from './wrap.js'

/** Reasons for a verdict: clauses in words with their atoms, readings, rules set aside, and the closest near miss. */
export function explainText(results: readonly JurisdictionResult[], law: LawIndex, screen: Screen): string {
  const blocks = results.flatMap((result) => [
    ...result.findings.filter((f) => f.kind === 'class').map((f) => classText(result.code, f, screen)),
    ...result.findings.flatMap((f) =>
      f.kind === 'listed' && f.url !== null ? [linkText(result.code, f, f.url, screen)] : [],
    ),
    ...result.setAside.map((s) => setAsideText(result.code, s, screen)),
    ...(drugFound(result) ? [] : result.nearMisses.slice(0, 1).map((n) => nearMissText(result.code, n, law, screen))),
  ])
  return blocks.map((block) => block.join('\n')).join('\n')
}

/** Whether a list or class of drugs counts; only then is the closest near miss of no interest. */
function drugFound(result: JurisdictionResult): boolean {
  return findingsOf(result, 'drug').some((f) => f.counts !== null)
}

function classText(code: string, finding: ClassFinding, screen: Screen): string[] {
  return [
    ...titled(`${code}  ${finding.title} (${finding.ruleId})`, screen),
    ...finding.clauses.flatMap((clause) => [
      ...below(`clause ${clause.id}, ${clause.cite}: ${clause.reads}`, screen),
      ...(clause.atoms.length === 0 ? [] : below(atomsWords(clause.atoms), screen, '      ')),
    ]),
    ...finding.readings.flatMap((r) =>
      below(`reading ${r.id}: ${r.question} ${choiceWords[r.choice]} (${r.basis})`, screen),
    ),
    ...(finding.url === null ? [] : [`    ${finding.url}`]),
  ]
}

function linkText(code: string, listed: ListedFinding, url: string, screen: Screen): string[] {
  return [...titled(`${code}  ${listed.nameInLaw}, ${listed.listName}: ${listed.substance}`, screen), `    ${url}`]
}

function setAsideText(code: string, aside: SetAside, screen: Screen): string[] {
  const clauses = aside.clauses.map((c) => c.id).join(', ')
  return [
    ...titled(`${code}  ${words.setAside}: ${aside.title} (${aside.ruleId})`, screen),
    ...below(`${aside.reads} (${aside.cite})`, screen),
    ...(clauses === '' ? [] : below(`${words.wouldFitBy} ${clauses}`, screen)),
  ]
}

function nearMissText(code: string, miss: NearMiss, law: LawIndex, screen: Screen): string[] {
  const rule = law.edition.jurisdictions.flatMap((j) => j.rules).find((r) => r.id === miss.ruleId)
  const atoms = 'atoms' in miss.failure && miss.failure.atoms.length > 0 ? `; ${atomsWords(miss.failure.atoms)}` : ''
  return [
    ...titled(`${code}  ${words.closest}: ${miss.title} (${miss.ruleId})`, screen),
    ...below(`${words.doesNotFit}: ${failureWords(miss.failure, rule?.sites ?? [])}${atoms}`, screen),
  ]
}

function titled(text: string, { width, colours }: Screen): string[] {
  return wrap(text, width).map((line) => colours.strong(line))
}

function below(text: string, { width }: Screen, indent = '    '): string[] {
  return indented(text, width, indent)
}
