import type { Control } from '../law/index.js'
import type { JudgedMember } from '../answers/index.js'
import { isControlled, type Chapter, type Decided } from '../matching/index.js'
import { sinceWords, statementsOf, type Since } from './statement.js'
import { lawColumns } from './csv.js'
import { setWords } from './words/finding-words.js'

/** What decides in each jurisdiction between the members of a set; jurisdictions with the same answer share a line. */
export function decidedLines(
  jurisdictions: readonly {
    readonly code: string
    readonly ofSet?: { readonly decides: readonly Decided[] }
    readonly decides?: readonly Decided[] | undefined
  }[],
): string[] {
  return codeLines(
    jurisdictions.flatMap(({ code, ofSet, decides = ofSet?.decides ?? [] }) =>
      decides.length === 0
        ? []
        : [[code, decides.map(({ choices, verdict }) => setWords.decided(choices, verdict)).join('; ')]],
    ),
  )
}

/** What decides between positions in one cell: 4- listed; 2-, 3- class. Null if anything else decides. */
export function positionsText(decides: readonly Decided[]): string | null {
  const parts = decides.map(({ choices, verdict }) => {
    const positions = choices.flatMap((choice) => /^(.+-)position$/.exec(choice)?.[1] ?? [])
    return positions.length < choices.length ? null : `${positions.join(', ')} ${verdict}`
  })
  return parts.includes(null) ? null : parts.join('; ')
}

/** What is said of jurisdictions, each text once on a line that begins with all codes. */
export function codeLines(said: Parameters<typeof sharedLines>[0]): string[] {
  return sharedLines(said).map(([codes, text]) => `${codes}: ${text}`)
}

/** The same in parts. */
export function sharedLines(said: readonly (readonly [code: string, text: string])[]): [codes: string, text: string][] {
  const codes = new Map<string, Set<string>>()
  for (const [code, text] of said) codes.set(text, (codes.get(text) ?? new Set()).add(code))
  return [...codes].map(([text, where]) => [[...where].join(', '), text])
}

/** Since when the substance, or all members of a set, have been controlled without a break; null if it is not. */
export function sinceLine(chapters: readonly Chapter[]): string | null {
  if (chapters.some(({ ofSet }) => ofSet)) return allControlledSince(chapters)
  const last = chapters.at(-1)
  const kinds = new Map(
    (last ? statementsOf('', last) : []).flatMap(({ control, since }) =>
      control && since && since.kind !== 'not in force'
        ? [[control as Control, since.kind === 'not known' ? null : sinceWords(since)] as const]
        : [],
    ),
  )
  return kinds.size === 0 ? null : [...kinds].map(([kind, day]) => setWords.since(kind, day)).join('; ')
}

function allControlledSince(chapters: readonly Chapter[]): string {
  const controlled = chapters.map(({ ofSet }) => ofSet !== undefined && inAll.has(ofSet.verdict))
  const first = controlled.lastIndexOf(false) + 1
  return first === chapters.length ? setWords.notAll : setWords.sinceAll(chapters[first]!.from)
}

const inAll: ReadonlySet<string> = new Set(lawColumns.controlled_in)

/** Since when all members of a set have been controlled in a law; null where one is not. */
export function sinceInSet(law: string, members: readonly JudgedMember[]): Since | null {
  const all = members.map(({ judgement }) => {
    const own = judgement.jurisdictions.find(({ code }) => code === law)
    if (!own || !isControlled(own.verdict)) return null
    const days = statementsOf(law, own).flatMap(({ since }) => (since && 'day' in since ? [since] : []))
    return days.sort((a, b) => (a.day < b.day ? -1 : 1))[0] ?? ({ kind: 'not known' } as const)
  })
  if (all.some((since) => since === null)) return null
  const days = all.flatMap((since) => (since && 'day' in since ? [since] : []))
  if (days.length < all.length) return { kind: 'not known' }
  // The last to be controlled decides; if the first day of another is not known, it was none later.
  return days.sort((a, b) => (a.day < b.day ? 1 : -1))[0]!
}
