import type { Control } from '../../law/index.js'
import {
  strongestOf,
  type Finding,
  type Judgement,
  type JurisdictionResult,
  type LawIndex,
  type SetVerdict,
} from '../../matching/index.js'
import { shownOrder, shownVerdict } from '../shown-verdict.js'
import { withoutDrugs } from '../law-facts.js'
import { otherControls } from '../words/finding-words.js'
import { words, positionMark } from '../words/answer-words.js'

/** If more jurisdictions than this all have the same answer, they are only counted; the lines below name them. */
const fewCodes = 4

export function leadingVerdict(judgement: Judgement): SetVerdict {
  if (!judgement.ofSet) return judgement.verdict
  const occurring = judgement.jurisdictions.map(shownVerdict)
  return shownOrder.find((verdict) => occurring.includes(verdict)) ?? judgement.verdict
}

export function memberVerdicts({ jurisdictions }: Judgement): string {
  return sidesOf(jurisdictions)
    .map(({ verdict, results }) => `${verdict} in ${results.map((j) => j.code).join(', ')}`)
    .join('; ')
}

function sidesOf(jurisdictions: readonly JurisdictionResult[]) {
  return shownOrder
    .map((verdict) => ({ verdict, results: jurisdictions.filter((j) => shownVerdict(j) === verdict) }))
    .filter(({ results }) => results.length > 0)
}

/**
 * The verdict of one structure and the jurisdictions for each answer, the strongest first. Laws without drugs that
 * found nothing are not named if there are others: of them another line says what they hold.
 */
export function headline(judgement: Judgement, day: string, law: LawIndex, kinds?: readonly Control[]): string {
  const narrow = withoutDrugs(law, kinds)
  const telling = judgement.jurisdictions.filter((j) => j.findings.length > 0 || !narrow.has(j.code))
  const sides = sidesOf(telling.length > 0 ? telling : judgement.jurisdictions)
  return sides
    .map(({ verdict, results }, i) => {
      const said = i === 0 ? `${note(judgement)} on ${day}` : ''
      const where =
        sides.length === 1 && results.length > fewCodes && results.every((j) => !j.positions)
          ? words.inAll(results.length)
          : `in ${results.map((j) => j.code + positionMark(j)).join(', ')}`
      return `${verdict}${said} ${where}`
    })
    .join('; ')
}

/** The kind of control behind the verdict, if it is not drug control. */
function note({ verdict, jurisdictions }: Judgement): string {
  const by = (control: Control) =>
    strongestOf(jurisdictions.flatMap((j) => findingsOf(j, control).map((f) => f.counts ?? 'uncontrolled')))
  if (by('drug') === verdict) return ''
  const kind = otherKinds.find((k) => by(k) === verdict)
  return kind === undefined ? '' : ` (${otherControls[kind].alone})`
}

export const otherKinds = Object.keys(otherControls) as (keyof typeof otherControls)[]

/** Findings of one kind of control; those without a kind are grouped with drugs. */
export function findingsOf(result: JurisdictionResult, control: Control): Finding[] {
  return result.findings.filter((f) => ('control' in f ? f.control : 'drug') === control)
}
