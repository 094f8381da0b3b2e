import type { JudgedMember } from '../../answers/index.js'
import type { Judgement } from '../../matching/index.js'
import { decidedLines } from '../set-lines.js'
import { setWords } from '../words/finding-words.js'
import { memberVerdicts } from './headline.js'
import type { Screen } from './batch-text.js'
import { printable } from '../controls.js'
import { wrap } from './wrap.js'

/** Members shown as text. */
const mostShown = 40

/** How many structures a set has, and what decides between them. */
export function decidedText(
  { jurisdictions }: Judgement,
  members: readonly JudgedMember[],
  { width, colours }: Screen,
): string[] {
  if (members.length === 0) return []
  const decided = decidedLines(jurisdictions.map(({ code, verdict, ofSet }) => ({ code, verdict, ...ofSet })))
  return [
    colours.faint(setWords.members(members.length)),
    ...(decided.length > 0 ? [colours.strong(setWords.heading)] : []),
    ...decided.flatMap((line) => indented(line, width)),
  ]
}

/** Each member with its own verdicts. */
export function membersText(members: readonly JudgedMember[], { width, colours }: Screen): string[] {
  if (members.length === 0) return []
  const more = members.length - mostShown
  return [
    colours.strong(setWords.membersHeading),
    ...members.slice(0, mostShown).flatMap(({ label, structure, lookup, judgement }) => {
      const name = lookup?.name && lookup.name !== label ? ` (${lookup.name})` : ''
      const facts = [structure?.formula, structure?.inchikey].filter(Boolean).join('  ')
      return [
        ...indented(printable(`${label}${name}`), width),
        ...(facts === '' ? [] : [`    ${colours.faint(facts)}`]),
        ...wrap(memberVerdicts(judgement), width - 4).map((line) => `    ${line}`),
      ]
    }),
    ...(more > 0 ? [`  ${setWords.more(more)}`] : []),
  ]
}

function indented(text: string, width: number): string[] {
  return wrap(text, width - 4).map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`))
}
