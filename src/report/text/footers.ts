import {
  isLongAfter,
  placesAsked,
  questionsOfLaw,
  type JurisdictionResult,
  type LawIndex,
} from '../../matching/index.js'
import { wantedWords } from '../words/wanted-words.js'
import { reviewedTo, withoutFindings } from '../law-facts.js'
import { editionName, editionNote, type RunInfo } from '../run-info.js'
import { ageWords, caveatWords, gapCountWords } from '../words/age-words.js'
import { basisWords, footerWords, words } from '../words/answer-words.js'
import { footText, screenOf, type TextStyle } from './batch-text.js'

interface FooterStyle extends TextStyle {
  readonly explain: boolean
}

/** The last lines of `check`, which shows the age of each law next to its answer. */
export function checkFooter(
  results: readonly JurisdictionResult[],
  law: LawIndex,
  run: RunInfo,
  options: FooterStyle,
): string {
  if (options.explain) return footerText(results, run, options)
  const gaps = results.flatMap((j) => j.caveats).filter((c) => c.kind === 'gap').length
  const begins = results.flatMap((j) =>
    j.caveats.flatMap((c) => (c.kind === 'before records' ? [[j.code, c.recordsFrom] as const] : [])),
  )
  const before = begins.length > 0 ? [ageWords.begin(begins)] : []
  const isOpen = withoutFindings(results, law, run.query.kinds).plain.length > 0
  const asked = `${askedOfEvery(results, law)}${wantedFor(results, law)}${isOpen ? words.stillControlled : ''}`
  const days = reviewedTo(law)
  const laws = results.map(({ code }) => [code, days.get(code)!] as const)
  const age = laws.length === 0 ? '' : `${ageWords.allReviewed(laws, (day) => isLongAfter(run.asOf, day))}. `
  const note = editionNote(run.edition)
  const edition = `${run.edition.id}${note === null ? '' : ` (${note})`}`
  return footText([...before, `${age}${footerWords(edition, gaps, asked)}`], screenOf(options))
}

/** What laws that do not control the structure ask of every one, which no structure decides; in few words. */
function askedOfEvery(results: readonly JurisdictionResult[], { edition }: LawIndex): string {
  const open = results.filter((j) => j.verdict === 'uncontrolled' || j.verdict === 'undecided')
  const ids = new Set(open.flatMap((j) => j.caveats.flatMap((c) => (c.kind === 'gap' ? [c.gap] : []))))
  return edition.jurisdictions
    .flatMap(({ jurisdiction: { code, gaps } }) =>
      gaps.flatMap(({ id, of_every_structure: asked }) =>
        asked && ids.has(id) ? [`Left open in ${code}: ${asked}. `] : [],
      ),
    )
    .join('')
}

/** Documents that would settle what the only law that is asked leaves open. */
function wantedFor([only, ...others]: readonly JurisdictionResult[], { edition }: LawIndex): string {
  if (only?.verdict !== 'undecided' || others.length > 0) return ''
  const places = new Set(only.findings.flatMap(placesAsked))
  const asked = questionsOfLaw(edition).flatMap((question) => question.places.filter(({ id }) => places.has(id)))
  const sentences = wantedWords(asked.flatMap(({ wanted = [] }) => wanted))
  return sentences.map((sentence) => `${sentence}. `).join('')
}

/** Reported elsewhere: gaps are counted, and the others are warnings on stderr. */
const statedElsewhere = ['gap', 'long after verified', 'after today']

/** The basis of the whole output, written once below all inputs: caveats depend on the day, not on the structure. */
export function footerText(results: readonly JurisdictionResult[], run: RunInfo, options: FooterStyle): string {
  const shown = options.explain
    ? results
    : results.map((j) => ({ ...j, caveats: j.caveats.filter((c) => !statedElsewhere.includes(c.kind)) }))
  const gaps = options.explain ? null : gapCountWords(results.flatMap((j) => j.caveats))
  const caveats = [
    ...shown.flatMap((j) => j.caveats.map((caveat) => `${j.code}: ${caveatWords(caveat)}`)),
    ...(gaps === null ? [] : [gaps]),
  ]
  return footText([...caveats, basisWords([editionName(run.edition)])], screenOf(options), '    ')
}
