import { words } from '../name-words.js'
import {
  atomsAlike,
  elementsOf,
  openPositions,
  spellingsOf,
  type Described,
  type ReportedNames,
} from '../sets/index.js'
import type { Failure } from './failure.js'
import { foldedKeys } from './folded.js'
import type { Named, NameIndex } from './name-index.js'
import { memberFailure } from './resolved.js'

/** A recorded member of a set that a laboratory reports by name. */
interface ReportedMember {
  /** The name as it is stated of this member. */
  readonly label: string
  /** The position or group by which it differs from others. */
  readonly choice: string
  readonly found: Named
}

/** The members, or the first that is not recorded; null if the text states none. */
export type ReportedSet = readonly ReportedMember[] | { readonly failure: Failure } | null

/** Recorded members of a reported name, by their positions only: a similar spelling is another substance. */
export function reportedSet(reported: ReportedNames, names: NameIndex): ReportedSet {
  const set = withoutDoubt(reported, names)
  if (set === null || 'failure' in set) return set
  const { of, groups = [], isOpen = false } = reported
  const found = set.map((member) => member.found)
  if (reported.kind === 'positions' && reported.lists.length > 1 && isAnother(reported.rest, found, names)) return null
  // "2-FA or cocaine isomer" says isomer of one of them only.
  if (isOpen && !haveSameElements(found)) return null
  if (of !== undefined && !isNameOf(of, found, names)) return null
  return groups.every((group) => namesIn(found, names).some((name) => hasGroup(name, group))) ? set : null
}

/** Whether a name without a position is that of isomers, or a name is that of one of them. */
function isNameOf(name: string, found: readonly Named[], names: NameIndex): boolean {
  const own = names.findWritten(name)
  const all = own ? [own] : openPositions.flatMap((list) => isomersOf(list, name, names) ?? [])
  const ids = new Set(all.map(idOf))
  return own ? found.some((one) => ids.has(idOf(one))) : found.every((one) => ids.has(idOf(one)))
}

/** Whether a name without a position is that of another substance: methylamphetamine is methamphetamine. */
function isAnother(name: string, found: readonly Named[], names: NameIndex): boolean {
  const own = names.findWritten(name)
  return own?.kind === 'one' && !found.some((one) => idOf(one) === idOf(own))
}

function namesIn(found: readonly Named[], names: NameIndex): readonly string[] {
  return found.flatMap((one) => (one.kind === 'one' ? names.namesOf(one.lookup.substance!) : one.names))
}

/** Whether a name has a group in it: fluoro. "Methyl" is no ethyl. */
function hasGroup(name: string, group: string): boolean {
  const stem = foldedKeys(group)[0]!.replace(/[io]$/, '')
  return new RegExp(`${stem.startsWith('e') ? '(?<!m)' : ''}${stem}`).test(foldedKeys(name)[0]!)
}

function withoutDoubt(reported: ReportedNames, names: NameIndex): ReportedSet {
  if (reported.kind === 'alternatives') return alternatives(reported.parts, reported.words, names)
  const { lists, rest } = reported
  const found = lists.map((list) => list.map((position) => at(position, list, rest, names)))
  const isStated = lists.length === 1
  // The places on a ring by their numbers, if no name has them in words.
  const otherwise = isStated && found[0]!.includes(null) ? byOtherSpelling(lists[0]!, rest, names) : null
  if (otherwise) found[0] = otherwise
  const whole = found.findIndex((members) => !members.includes(null) && (isStated || areIsomers(members as Named[])))
  if (whole >= 0)
    return lists[whole]!.map((position, i) => ({
      label: `${position}-${rest}`,
      choice: `${position}-position`,
      found: found[whole]![i]!,
    }))
  if (!isStated && found.flat().every((member) => member === null)) return null
  const missing = found[0]!.indexOf(null)
  if (missing < 0) return null
  return notRecorded(
    lists[0]!.map((position) => `${position}-${rest}`),
    missing,
  )
}

/** The recorded isomers of a substance described in words; null unless all are recorded and isomers of one another. */
export function describedSet(text: Described, names: NameIndex): readonly ReportedMember[] | null {
  for (const { own, rest } of [text, ...otherNames(text, names)]) {
    const bare = foldedKeys(rest)[0]!
    if (text.onNitrogen && !anilides.some((end) => bare.endsWith(end))) continue
    const isWhole = text.group === null || hasGroup(rest, text.group)
    if (!isWhole && (own !== null || !text.onRing)) continue
    const name = isWhole ? rest : text.group + rest
    const lists = text.listed.length > 0 ? [text.listed] : openPositions.filter((list) => isAmong(own, list))
    for (const list of lists) {
      const found = isomersOf(list, name, names)
      if (found === null || new Set(found.map(idOf)).size < 2) continue
      const same = text.also === null ? found : isomersOf(list, text.also, names)
      if (
        same?.map(idOf).join() !== found.map(idOf).join() ||
        (text.listed.length === 0 && isAnother(name, found, names))
      )
        continue
      return list.map((position, i) => memberOf(`${position}-${name}`, `${position}-position`, found[i]!))
    }
  }
  return null
}

function isomersOf(list: readonly string[], name: string, names: NameIndex): readonly Named[] | null {
  const found = list.map((position) => at(position, list, name, names))
  if (found.includes(null)) return byOtherSpelling(list, name, names)
  return areIsomers(found as Named[]) ? (found as Named[]) : null
}

const anilides = words.anilides.split(' ')

const isAmong = (own: string | null, list: readonly string[]) =>
  own === null || [own, ...spellingsOf(own).other].some((position) => list.includes(position))

/** A name without the end of a genitive or plural, or "mono", and those of a record that begin with a position: 4-MMC of mephedrone. */
function otherNames({ own, rest, listed }: Described, names: NameIndex): Pick<Described, 'own' | 'rest'>[] {
  const short = [rest.replace(/(?<=\p{L}{6})s$/u, ''), rest.replace(/^mono-?/i, '')].flatMap((name) =>
    name === rest ? [] : [{ own, rest: name }],
  )
  const found = own === null && listed.length === 0 ? names.findWritten(rest) : null
  if (found?.kind !== 'one') return short
  const numbered = names.namesOf(found.lookup.substance!).flatMap((name) => {
    const [, position, after] = /^(\d|ortho|meta|para)-(\p{L}.+)$/u.exec(name) ?? []
    return position === undefined ? [] : [{ own: position, rest: after! }]
  })
  return [...short, ...numbered]
}

function notRecorded(labels: readonly string[], missing: number): { readonly failure: Failure } {
  const members = labels.map((label) => ({ label }))
  return { failure: memberFailure(missing, members, { code: 'unknown-name', given: labels[missing]!, similar: [] }) }
}

/** The records of a name with all its positions in the other spelling: 2, 3, 4 for ortho, meta, para. */
function byOtherSpelling(list: readonly string[], rest: string, names: NameIndex): Named[] | null {
  const others = list.flatMap((position) => spellingsOf(position).other.slice(0, 1))
  if (others.length < list.length) return null
  const found = others.map((position) => at(position, others, rest, names))
  return !found.includes(null) && areIsomers(found as Named[]) ? (found as Named[]) : null
}

/** The record of a name with one of several positions. */
function at(position: string, list: readonly string[], rest: string, names: NameIndex): Named | null {
  const direct = directly(position, rest, names)
  if (direct) return direct
  const others = list.flatMap((other) => (other === position ? [] : (directly(other, rest, names) ?? [])))
  const { same, other } = spellingsOf(position)
  const otherwise = other.flatMap((spelling) => names.findWritten(`${spelling}-${rest}`) ?? [])
  // 4-FA is also called 4-fluoroamphetamine, so 2-fluoroamphetamine is 2-FA.
  const renumbered = list.flatMap((sibling) =>
    sibling === position ? [] : renamed(sibling, [...same, ...other], directly(sibling, rest, names), names),
  )
  const isomers = [...otherwise, ...renumbered].filter((found) => others.some((one) => areIsomers([one, found])))
  const ids = new Set(isomers.map(idOf))
  return ids.size === 1 ? isomers[0]! : null
}

function directly(position: string, rest: string, names: NameIndex): Named | null {
  for (const spelling of spellingsOf(position).same) {
    const found = names.findWritten(`${spelling}-${rest}`)
    if (found) return found
  }
  return null
}

/** Records named like a sibling, but with another position. */
function renamed(sibling: string, positions: readonly string[], found: Named | null, names: NameIndex): Named[] {
  if (found?.kind !== 'one') return []
  const { same, other } = spellingsOf(sibling)
  return names.namesOf(found.lookup.substance!).flatMap((name) => {
    const begun = [...same, ...other].find((spelling) => name.toLowerCase().startsWith(`${spelling}-`))
    return begun === undefined
      ? []
      : positions.flatMap((position) => names.findWritten(position + name.slice(begun.length)) ?? [])
  })
}

/** Whether records can differ in the position of a group only. */
function areIsomers(found: readonly Named[]): boolean {
  const kinds = found.map((one) => structureOf(one)).map((smiles) => smiles && atomsAlike(smiles))
  return kinds.every((kind) => kind !== null && kind === kinds[0])
}

function haveSameElements(found: readonly Named[]): boolean {
  const elements = found.map((one) => structureOf(one)).map((smiles) => smiles && elementsOf(smiles))
  return elements.every((each) => each !== null && each === elements[0])
}

function structureOf(found: Named): string | null {
  return found.kind === 'one' ? found.lookup.structure : null
}

function idOf(found: Named): string {
  return found.kind === 'one' ? found.lookup.substance! : found.names.join()
}

/** Shortest end that names share: of butyryl- or isobutyrylfentanyl, "fentanyl". */
const shortestEnd = 4

/** Isomers or names with "or" that each stand alone, or names that share the end of the last. */
function alternatives(parts: readonly string[], words: boolean, names: NameIndex): ReportedSet {
  const own = parts.map((part) => names.findWritten(part))
  const last = parts.at(-1)!
  if (own.every((found) => found !== null)) {
    if (!words && !haveSameElements(own as Named[])) return null
    return own.map((found, i) => memberOf(parts[i]!, parts[i]!, found!))
  }
  if (own.at(-1)) {
    const ends = Array.from({ length: last.length - shortestEnd }, (_, i) => last.slice(i + 1))
    const shared = ends.flatMap((end) => {
      const found = parts.map((part, i) => own[i] ?? names.findWritten(part + end))
      return found.includes(null) ? [] : [{ end, found: found as Named[] }]
    })
    const meanings = new Set(shared.map(({ found }) => found.map(idOf).join(' ')))
    if (meanings.size === 1) {
      // A name in full before one that only another spelling reads, such as butyryl-lfentanyl.
      const inFull = shared.find(({ end }) => parts.every((part, i) => own[i] || names.findName(part + end)))
      const { end, found } = inFull ?? shared[0]!
      if (!haveSameElements(found) && maySharePrefix(parts, names)) return null
      return found.map((one, i) =>
        own[i] && i < parts.length - 1
          ? memberOf(parts[i]!, parts[i]!, one)
          : memberOf(i < parts.length - 1 ? parts[i]! + end : last, parts[i]!.replace(end, ''), one),
      )
    }
  }
  if (!words || own.every((found) => found === null)) return null
  return notRecorded(parts, own.indexOf(null))
}

/** Whether the beginning of the first name may belong to the last: para-fluorobutyryl/isobutyrylfentanyl. */
function maySharePrefix([first = '', ...others]: readonly string[], names: NameIndex): boolean {
  const last = others.at(-1)!
  return Array.from(first, (_, i) => first.slice(0, i)).some((begin) => begin !== '' && names.findWritten(begin + last))
}

function memberOf(label: string, choice: string, found: Named): ReportedMember {
  return { label, choice, found }
}
