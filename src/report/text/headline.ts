import { strength, strongestOf, type Finding, type Judgement, type JurisdictionResult } from '../../matching/index.js'
import { verdictWords, words } from '../words.js'

/** The verdict of one structure and the jurisdictions on each side, the strongest first. */
export function headline(judgement: Judgement, day: string): string {
  const sides = strength
    .map((verdict) => ({ verdict, codes: judgement.jurisdictions.filter((j) => j.verdict === verdict) }))
    .filter(({ codes }) => codes.length > 0)
  return sides
    .map(({ verdict, codes }, i) => {
      const said = i === 0 ? `${note(judgement)} ${words.on} ${day}` : ''
      return `${verdictWords[verdict]}${said} ${words.in} ${codes.map((j) => j.code).join(', ')}`
    })
    .join('; ')
}

function note({ verdict, jurisdictions }: Judgement): string {
  const drugs = strongestOf(jurisdictions.flatMap((j) => drugFindings(j).map((f) => f.counts ?? 'uncontrolled')))
  return drugs === verdict ? '' : ` (${words.asPrecursor})`
}

export function drugFindings(result: JurisdictionResult): Finding[] {
  return result.findings.filter((f) => !isPrecursor(f))
}

export function isPrecursor(finding: Finding): boolean {
  return 'control' in finding && finding.control === 'precursor'
}
