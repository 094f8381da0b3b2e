import type { Control } from '../law/index.js'
import type { Chapter, Decided, SetVerdict } from '../matching/index.js'
import { sinceWords, statementsOf } from './statement.js'
import { setWords } from './words/finding-words.js'

/** What decides in each jurisdiction between the members of a set; jurisdictions with the same answer share a line. */
export function decidedLines(
  jurisdictions: readonly {
    readonly code: string
    readonly ofSet?: { readonly decides: readonly Decided[] }
    readonly decides?: readonly Decided[] | undefined
  }[],
): string[] {
  return sharedLines(
    jurisdictions.flatMap(({ code, ofSet, decides = ofSet?.decides ?? [] }) =>
      decides.length === 0
        ? []
        : [[code, decides.map(({ choices, verdict }) => setWords.decided(choices, verdict)).join('; ')]],
    ),
  ).map(([codes, text]) => `${codes}: ${text}`)
}

/** What is said of jurisdictions, each text once with all codes. */
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
  const controlled = chapters.map(({ ofSet }) => ofSet !== undefined && isControlled.has(ofSet.verdict))
  const first = controlled.lastIndexOf(false) + 1
  return first === chapters.length ? setWords.notAll : setWords.sinceAll(chapters[first]!.from)
}

const isControlled: ReadonlySet<SetVerdict> = new Set<SetVerdict>(['listed', 'class', 'controlled'])
