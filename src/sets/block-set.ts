import { mostAtoms } from '../limits.js'
import { statedBy, type DrawnFlaw, type Stated, type Variation } from './stated.js'

/** Lines of a mol block with changes to be made. */
interface Draft {
  readonly atoms: string[]
  readonly bonds: string[]
}

interface Choice {
  readonly label: string
  readonly apply: (draft: Draft) => void
}

/** Variations of one mol block; with more it is read as it is. */
const mostVariations = 64

/** Whether a text with several lines may be a mol block that states several structures; false for all others. */
export function mayBeBlockSet(text: string): boolean {
  return ['ATTACH=ANY', 'V30 LINKNODE ', 'V30 BEGIN RGROUP '].some((words) => text.includes(words))
}

/**
 * The structures that a V3000 mol block states by bonds of variable attachment (`ENDPTS=(3 1 2 3) ATTACH=ANY`), by
 * link nodes and by lists of R-groups. Null for one without, or with something that such a change could alter.
 * Source: BIOVIA, CTfile formats.
 */
export function blockSet(text: string): Stated | DrawnFlaw | null {
  if (!mayBeBlockSet(text)) return null
  // A line that ends with a hyphen is continued on the next.
  const all = text.replace(/-\r?\nM {2}V30 /g, '').split(/\r?\n/)
  const begin = all.findIndex((line) => line.startsWith('M  V30 BEGIN RGROUP'))
  const lines = begin < 0 ? all : [...all.slice(0, begin), 'M  END']
  const given = partsOf(lines)
  if (!given || lines.some((line) => line.startsWith('M  V30 BEGIN SGROUP'))) return null
  const { atoms, bonds, links } = given
  const groups = begin < 0 ? [] : groupsOf(all.slice(begin))
  if (!groups || atoms.filter(isGroup).length !== groups.length) return null
  if (bonds.filter((line) => line.includes('ENDPTS=')).length + links.length + groups.length > mostVariations)
    return null
  const numbers = atoms.map(numberOf)
  const found = [
    ...bonds.flatMap((line) => (line.includes('ENDPTS=') ? [attachmentOf(line, atoms, bonds)] : [])),
    ...links.map((line) => linkOf(line, atoms, bonds)),
    ...groups.map((group) => listOf(group, atoms, bonds)),
  ]
  if (found.length === 0 || found.includes(null)) return null
  const variations = found as (Variation<Choice> & { readonly names: readonly number[]; readonly centre: number })[]
  const missing = variations.flatMap((v) => v.names).find((atom) => !numbers.includes(atom))
  if (missing !== undefined) return { flaw: 'no such atom', atom: missing, atoms: numbers.length }
  if (new Set(variations.map((v) => v.centre)).size < variations.length) return null
  return statedBy<Choice>(variations, (choices) => {
    const draft = { atoms: [...atoms], bonds: [...bonds] }
    for (const choice of choices) choice.apply(draft)
    return written(lines, draft)
  })
}

interface Parts extends Draft {
  readonly links: readonly string[]
}

function partsOf(lines: readonly string[]): Parts | null {
  const between = (name: string) => {
    const begin = lines.findIndex((line) => line.startsWith(`M  V30 BEGIN ${name}`))
    const end = lines.findIndex((line) => line.startsWith(`M  V30 END ${name}`))
    return begin < 0 || end < begin ? null : lines.slice(begin + 1, end)
  }
  const [atoms, bonds] = [between('ATOM'), between('BOND')]
  if (!atoms || !lines.some((line) => /^M {2}V30 COUNTS \d+ \d+/.test(line))) return null
  return { atoms, bonds: bonds ?? [], links: lines.filter(isLink) }
}

function isLink(line: string): boolean {
  return line.startsWith('M  V30 LINKNODE ')
}

function written(lines: readonly string[], { atoms, bonds }: Draft): string {
  const out: string[] = []
  let inside = false
  for (const line of lines) {
    if (/^M {2}V30 END (?:ATOM|BOND)/.test(line)) inside = false
    if (!inside && !isLink(line))
      out.push(line.replace(/^M {2}V30 COUNTS \d+ \d+/, `M  V30 COUNTS ${atoms.length} ${bonds.length}`))
    if (line.startsWith('M  V30 BEGIN ATOM')) out.push(...atoms)
    if (line.startsWith('M  V30 BEGIN BOND')) out.push(...bonds)
    if (/^M {2}V30 BEGIN (?:ATOM|BOND)/.test(line)) inside = true
  }
  return out.join('\n')
}

/** A bond of which one end may be at any of several atoms; `null` if more than its end could change. */
function attachmentOf(line: string, atoms: readonly string[], bonds: readonly string[]) {
  const bond = /^M {2}V30 (\d+) (\S+) (\d+) (\d+) .*ENDPTS=\(\d+((?: \d+)+)\)/.exec(line)
  if (!bond || !line.includes('ATTACH=ANY')) return null
  const [, index, order, first, second, list] = bond
  const isStar = (atom: string) => atoms.some((own) => own.startsWith(`M  V30 ${atom} * `))
  const [star, other] = isStar(first!) ? [Number(first), Number(second)] : [Number(second), Number(first)]
  if (!isStar(`${star}`) || bondsOf(star, bonds).length !== 1 || isStereo(other, bonds)) return null
  const ends = list!.trim().split(' ').map(Number)
  return {
    centre: star,
    names: ends,
    count: ends.length,
    choice: (n: number) => ({
      label: `atom ${ends[n]!}`,
      apply: (draft: Draft) => {
        draft.atoms.splice(
          draft.atoms.findIndex((own) => numberOf(own) === star),
          1,
        )
        draft.bonds.splice(draft.bonds.indexOf(line), 1, `M  V30 ${index} ${order} ${ends[n]!} ${other}`)
      },
    }),
  }
}

/** An atom between two others that occurs several times: `LINKNODE 1 3 2 5 4 5 6`. */
function linkOf(line: string, atoms: readonly string[], bonds: readonly string[]) {
  const [least = 0, most = 0, pairs, atom = 0, first = 0, same, second = 0, ...more] = line
    .slice('M  V30 LINKNODE '.length)
    .trim()
    .split(/\s+/)
    .map(Number)
  const own = bondsOf(atom, bonds)
  const isSingle = own.every((bond) => /^M {2}V30 \d+ 1 /.test(bond))
  const last = own.find((bond) => endsOf(bond).includes(second))
  if (pairs !== 2 || same !== atom || more.length > 0 || least < 1 || most < least || most > mostAtoms) return null
  if (own.length !== 2 || !isSingle || !last || [atom, first, second].some((a) => isStereo(a, bonds))) return null
  const text = atoms.find((one) => numberOf(one) === atom)
  if (text === undefined) return null
  return {
    centre: atom,
    names: [atom, first, second],
    count: most - least + 1,
    choice: (n: number) => ({
      label: `${least + n} × atom ${atom}`,
      apply: (draft: Draft) => {
        let end = atom
        for (let copy = 1; copy < least + n; copy++) {
          const next = free(draft.atoms)
          draft.atoms.push(text.replace(/^M {2}V30 \d+/, `M  V30 ${next}`))
          draft.bonds.push(`M  V30 ${free(draft.bonds)} 1 ${end} ${next}`)
          end = next
        }
        const place = draft.bonds.findIndex((bond) => numberOf(bond) === numberOf(last))
        draft.bonds[place] = `M  V30 ${numberOf(last)} 1 ${end} ${second}`
      },
    }),
  }
}

/** The groups that an R label may be. */
type Group = { readonly label: string; readonly members: readonly Parts[] }

/** Null if one is stated with conditions, within another, or by more than one attachment point. */
function groupsOf(lines: readonly string[]): Group[] | null {
  const groups = lines
    .join('\n')
    .split(/^M {2}V30 BEGIN RGROUP /m)
    .slice(1)
    .map((text): Group | null => {
      const label = /^\d+/.exec(text)?.[0]
      const members = text
        .split(/^M {2}V30 BEGIN CTAB/m)
        .slice(1)
        .map((ctab) => partsOf(ctab.split('\n')))
      const isPlain = members.every(
        (m) =>
          m !== null &&
          !m.atoms.some(isGroup) &&
          m.links.length === 0 &&
          m.atoms.flatMap((atom) => /ATTCHPT=\S+/.exec(atom)?.[0] ?? []).join() === 'ATTCHPT=1',
      )
      const isFree = !/^M {2}V30 RLOGIC (?!0 0 "?(?:> *0)?"?\s*$)/m.test(text)
      // What refers to atoms by their numbers would be lost.
      const isWhole = !/ENDPTS=|BEGIN (?:SGROUP|COLLECTION)/.test(text)
      return label && isFree && isWhole && isPlain && members.length > 0 ? { label, members: members as Parts[] } : null
    })
  return groups.includes(null) ? null : (groups as Group[])
}

function isGroup(atom: string): boolean {
  return /^M {2}V30 \d+ R# /.test(atom)
}

/** An R atom with one bond, in whose place is one of several groups, moved so that it is attached there. */
function listOf({ label, members }: Group, atoms: readonly string[], bonds: readonly string[]) {
  const own = atoms.filter((atom) => isGroup(atom) && new RegExp(`RGROUPS=\\(1 ${label}\\)`).test(atom))
  const star = numberOf(own[0] ?? '')
  const [bond, ...more] = bondsOf(star, bonds)
  const ends = members.map((m) => numberOf(m.atoms.find((atom) => atom.includes('ATTCHPT=1'))!))
  if (own.length !== 1 || !bond || more.length > 0 || members.some((m, i) => isStereo(ends[i]!, m.bonds))) return null
  return {
    centre: star,
    names: [star],
    count: members.length,
    choice: (n: number) => {
      const member = members[n]!
      const symbol = member.atoms.length === 1 ? /^M {2}V30 \d+ (\S+)/.exec(member.atoms[0]!)![1] : `group ${n + 1}`
      return {
        label: `R${label} = ${symbol}`,
        apply: (draft: Draft) => {
          const more = free(draft.atoms)
          const end = ends[n]! + more
          const joined = bond.replace(/^(M {2}V30 \d+ \S+ )(\d+) (\d+)/, (_, start: string, ...ends: string[]) =>
            start.concat(
              ends
                .slice(0, 2)
                .map((at) => (Number(at) === star ? end : at))
                .join(' '),
            ),
          )
          const [from, to] = [member.atoms.find((atom) => numberOf(atom) === ends[n])!, own[0]!].map(placeOf)
          const place = (at: number, i: number) => (at - from![i]! + to![i]!).toFixed(4)
          draft.bonds.splice(draft.bonds.indexOf(bond), 1, joined)
          draft.atoms.splice(draft.atoms.indexOf(own[0]!), 1, ...member.atoms.map((atom) => moved(atom, more, place)))
          const next = free(draft.bonds)
          draft.bonds.push(...member.bonds.map((line) => renumbered(line, next, more)))
        },
      }
    },
  }
}

const atomLine = /^M {2}V30 \d+ (\S+) (\S+) (\S+) (\S+)(.*)$/

function placeOf(atom: string): number[] {
  return atomLine.exec(atom)!.slice(2, 5).map(Number)
}

function moved(atom: string, more: number, place: (at: number, i: number) => string): string {
  const [, symbol, , , , rest] = atomLine.exec(atom)!
  const others = rest!.replace(' ATTCHPT=1', '')
  return `M  V30 ${numberOf(atom) + more} ${symbol} ${placeOf(atom).map(place).join(' ')}${others}`
}

function renumbered(bond: string, bonds: number, atoms: number): string {
  const [, order, one, two, rest] = /^M {2}V30 \d+ (\S+) (\d+) (\d+)(.*)$/.exec(bond)!
  return `M  V30 ${numberOf(bond) + bonds} ${order} ${Number(one) + atoms} ${Number(two) + atoms}${rest}`
}

function numberOf(line: string): number {
  return Number(/^M {2}V30 (\d+)/.exec(line)?.[1])
}

function free(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, numberOf(line)), 0) + 1
}

function endsOf(bond: string): number[] {
  const [, first, second] = /^M {2}V30 \d+ \S+ (\d+) (\d+)/.exec(bond) ?? []
  return [Number(first), Number(second)]
}

function bondsOf(atom: number, bonds: readonly string[]): string[] {
  return bonds.filter((bond) => endsOf(bond).includes(atom))
}

function isStereo(atom: number, bonds: readonly string[]): boolean {
  return bondsOf(atom, bonds).some((bond) => /CFG=[13]/.test(bond))
}
