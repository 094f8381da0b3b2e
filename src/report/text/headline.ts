import type { Control } from '../../law/index.js'
import { strength, strongestOf, type Finding, type Judgement, type JurisdictionResult } from '../../matching/index.js'
import { otherControls, verdictWords } from '../words/finding-words.js'
import { words } from '../words/answer-words.js'
import { positionMark } from '../words/position-words.js'

/** If more jurisdictions than this all have the same answer, they are only counted; the lines below name them. */
const fewCodes = 4

/** The verdict of one structure and the jurisdictions for each answer, the strongest first. */
export function headline(judgement: Judgement, day: string): string {
  const sides = strength
    .map((verdict) => ({ verdict, codes: judgement.jurisdictions.filter((j) => j.verdict === verdict) }))
    .filter(({ codes }) => codes.length > 0)
  return sides
    .map(({ verdict, codes }, i) => {
      const said = i === 0 ? `${note(judgement)} ${words.on} ${day}` : ''
      const where =
        sides.length === 1 && codes.length > fewCodes && codes.every((j) => !j.positions)
          ? words.inAll(codes.length)
          : `${words.in} ${codes.map((j) => j.code + positionMark(j)).join(', ')}`
      return `${verdictWords[verdict]}${said} ${where}`
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
