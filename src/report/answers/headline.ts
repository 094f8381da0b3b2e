import type { Control } from '../../law/index.js'
import {
  strongestOf,
  type Finding,
  type Judgement,
  type JurisdictionResult,
  type LawIndex,
  type SetVerdict,
} from '../../matching/index.js'
import { byVerdict, countedByVerdict, shownOrder, shownVerdict } from '../shown-verdict.js'
import { withoutDrugs } from '../law-facts.js'
import { otherControls } from '../words/finding-words.js'
import { words, positionMark } from '../words/answer-words.js'

export function leadingVerdict(judgement: Judgement): SetVerdict {
  if (!judgement.ofSet) return judgement.verdict
  const occurring = judgement.jurisdictions.map(shownVerdict)
  return shownOrder.find((verdict) => occurring.includes(verdict)) ?? judgement.verdict
}

export function memberVerdicts({ jurisdictions }: Judgement): string {
  return byVerdict(jurisdictions, shownVerdict)
    .map(({ verdict, laws }) => `${verdict} in ${laws.map((j) => j.code).join(', ')}`)
    .join('; ')
}

/**
 * The verdict of one law, or in how many laws each verdict occurs, the strongest first; how many found nothing, only if
 * all did. Laws without drugs that found nothing do not count if there are others: another line says what they hold.
 */
export function headline(judgement: Judgement, day: string, law: LawIndex, kinds?: readonly Control[]): string {
  const { jurisdictions } = judgement
  const [only, ...others] = jurisdictions
  const about = note(judgement)
  if (only && others.length === 0)
    return `${shownVerdict(only).toUpperCase()}${about} in ${only.code}${positionMark(only)} on ${day}`
  const narrow = withoutDrugs(law, kinds)
  const telling = jurisdictions.filter((j) => j.findings.length > 0 || !narrow.has(j.code))
  const shown = telling.length > 0 ? telling : jurisdictions
  const counts = countedByVerdict(shown, shownVerdict).map(({ verdict, laws }, i) => {
    const marks = laws.map(positionMark)
    const mark = marks.includes(words.byPosition) ? words.byPosition : (marks.find((each) => each !== '') ?? '')
    return `${verdict}${i === 0 ? about : ''} in ${laws.length}${mark}`
  })
  return `${counts.join(', ')} of ${shown.length} laws on ${day}`
}

/** The kind of control behind the verdict, if it is not drug control. */
function note({ verdict, jurisdictions }: Judgement): string {
  const by = (control: Control) =>
    strongestOf(jurisdictions.flatMap((j) => findingsOf(j, control).map((f) => f.counts ?? 'uncontrolled')))
  if (by('drug') === verdict) return ''
  const kind = otherKinds.find((k) => by(k) === verdict)
  return kind === undefined ? '' : ` (${otherControls[kind].alone})`
}

const otherKinds = Object.keys(otherControls) as (keyof typeof otherControls)[]

/** Findings of one kind of control; those without a kind are grouped with drugs. */
export function findingsOf(result: JurisdictionResult, control: Control): Finding[] {
  return result.findings.filter((f) => ('control' in f ? f.control : 'drug') === control)
}
