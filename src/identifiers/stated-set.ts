import { mostMembers } from '../limits.js'
import {
  described,
  drawnSet,
  blockSet,
  reportedNames,
  separatedByBars,
  type DrawnFlaw,
  type ReportedNames,
  type Stated,
} from '../sets/index.js'
import { labelled } from './looks-like.js'
import type { Named, NameIndex } from './name-index.js'
import { describedSet, reportedSet } from './reported-set.js'
import type { ResolvedInput, ResolvedMember, ResolvedSet } from './resolved.js'

/**
 * A text that states several structures: inputs between bars, a drawing that leaves a position, length or group open to
 * a list, or a name as laboratories write it where the isomer was not determined.
 * @param names null where names are not looked up
 * @param meaningOf what a record means
 * @param read what a part of a list means
 */
export async function statedSet(
  text: string,
  names: NameIndex | null,
  meaningOf: (found: Named) => ResolvedInput,
  read: (part: string) => Promise<ResolvedInput>,
): Promise<ResolvedInput | null> {
  const parts = separatedByBars(text)
  if (parts) return listed(parts, read)
  const drawn = drawnIn(text)
  if (drawn) return 'flaw' in drawn ? noSuchAtom(drawn) : drawnMembers(drawn)
  if (names === null || text.includes('\n')) return null
  const reported = reportedNames(labelled(text, () => true).at(-1)![0])
  const set = reported && names.findName(text.trim()) === null ? named(reported, names, meaningOf) : null
  return set?.kind === 'set' ? set : (inWords(text, names, meaningOf) ?? set)
}

/** Isomers of which a text says in words that one is meant; null for almost all texts. */
function inWords(text: string, names: NameIndex, meaningOf: (found: Named) => ResolvedInput): ResolvedSet | null {
  const own = described(text)
  const members = own && names.findWritten(text.trim()) === null ? describedSet(own, names) : null
  return members && setOf(members.flatMap(({ label, choice, found }) => membersOf(label, choice, meaningOf(found))))
}

function drawnIn(text: string): Stated | DrawnFlaw | null {
  return text.includes('\n') ? blockSet(text) : drawnSet(text.trim())
}

function noSuchAtom({ atom, atoms }: DrawnFlaw): ResolvedInput {
  return { kind: 'unreadable', failure: { code: 'no-such-atom', atom, atoms } }
}

function drawnMembers({ count, members: build }: Stated): ResolvedSet | null {
  if (count > mostMembers) return setOf([], count)
  const members = build()
  return (
    members &&
    setOf(
      members.map(({ text, label, choices }) => ({
        label,
        choices,
        meaning: { kind: 'structure', text, lookup: null, orName: false },
      })),
    )
  )
}

function named(
  reported: ReportedNames,
  names: NameIndex,
  meaningOf: (found: Named) => ResolvedInput,
): ResolvedInput | null {
  const set = reportedSet(reported, names)
  if (set === null) return null
  if ('failure' in set) return { kind: 'unreadable', failure: set.failure }
  return setOf(set.flatMap(({ label, choice, found }) => membersOf(label, choice, meaningOf(found))))
}

async function listed(parts: readonly string[], read: (part: string) => Promise<ResolvedInput>): Promise<ResolvedSet> {
  const count = parts.reduce((sum, part) => sum + countOf(part), 0)
  if (count > mostMembers) return setOf([], count)
  const members: ResolvedMember[] = []
  for (const part of parts) {
    const meaning = part === '' ? ({ kind: 'unreadable', failure: { code: 'empty' } } as const) : await read(part)
    members.push(...membersOf(part, part, meaning))
  }
  return setOf(members)
}

/** The set of substances that are given each by themselves, which may be sets. */
export function setOfGiven(given: readonly { readonly label: string; readonly meaning: ResolvedInput }[]): ResolvedSet {
  const count = given.reduce((sum, { meaning }) => sum + (meaning.kind === 'set' ? meaning.count : 1), 0)
  if (count > mostMembers) return setOf([], count)
  return setOf(given.flatMap(({ label, meaning }) => membersOf(label, label, meaning)))
}

/** How many structures a part of a list states, without building any. */
function countOf(part: string): number {
  const drawn = drawnIn(part)
  return drawn && 'count' in drawn ? drawn.count : 1
}

function membersOf(label: string, choice: string, meaning: ResolvedInput): ResolvedMember[] {
  if (meaning.kind !== 'set') return [{ label, choices: [choice], meaning }]
  return meaning.members.map((member) => ({
    ...member,
    label:
      member.meaning.kind !== 'unreadable' && member.meaning.lookup === null
        ? `${label}: ${member.label}`
        : member.label,
    choices: [member.label],
  }))
}

function setOf(members: readonly ResolvedMember[], count = members.length): ResolvedSet {
  return { kind: 'set', lookup: null, count, members }
}
