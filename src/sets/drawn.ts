import { mostAtoms } from '../limits.js'
import { extended, namedFields } from './extension.js'
import { EditableSmiles } from './editable-smiles.js'
import { statedBy, type DrawnFlaw, type Stated, type Variation } from './stated.js'

/** Longer drawings are read as they are: each member repeats the text. */
const longestExpanded = 10_000

interface Choice {
  readonly label: string
  /** False if it cannot be done without doubt. */
  readonly apply: (sheet: EditableSmiles) => boolean
  readonly end?: number
  readonly fragment?: string
}

/** What stands in no way against building members: each is given up or carried over. */
const readFields = /^(?:m:|LN:|RG:|\(|r|[&o]\d+:|a:)$/

/**
 * The structures that a CXSMILES states: variable attachment (`m:`), link nodes (`LN:`) and lists of R-groups (`RG:`).
 * Null for one that states none, or not definitely; it is then read as it is.
 */
export function drawnSet(text: string): Stated | DrawnFlaw | null {
  if (text.length > longestExpanded || !/(?:m|LN|RG):/.test(text)) return null
  const given = extended(text)
  const named = given && namedFields(given.fields)
  const sheet = given && EditableSmiles.of(given.smiles)
  if (!given || !named || !sheet) return null
  if (![...named.keys()].every((key) => readFields.test(key))) return null
  const groups = groupsOf(named.get('RG:') ?? [])
  if (!groups) return null
  const isKnown = (label: string) => label.trim() === '' || groups.has(label.trim())
  if (!given.labels.every(isKnown)) return null
  const bonds = freeRingBonds(sheet, [...groups.values()].flat())
  if ((named.get('m:') ?? []).length + groups.size > bonds.length) return null
  const ringBond = () => `%${bonds.pop()!}`
  const attachments = attachmentsOf(named.get('m:') ?? [], sheet, ringBond)
  const links = linksOf(named.get('LN:') ?? [], sheet)
  const lists = listsOf(groups, given.labels, sheet, ringBond)
  for (const found of [attachments, links, lists]) if (found === null || 'flaw' in found) return found
  const variations = [attachments, links, lists].flatMap((found) => found as Variation<Choice>[])
  if (variations.length === 0) return null
  const stereo = [...named].filter(([key]) => /^(?:r|[&o]\d+:|a:)$/.test(key))
  return statedBy(
    variations,
    (choices) => memberOf(sheet.copy(), choices, stereo),
    (choices) => !shareAromaticAtom(choices, sheet),
  )
}

/** An aromatic atom has one bond out of its ring: no two groups can be there. */
function shareAromaticAtom(choices: readonly Choice[], sheet: EditableSmiles): boolean {
  const ends = choices.flatMap(({ end }) => (end !== undefined && sheet.isAromatic(end) ? [end] : []))
  return new Set(ends).size < ends.length
}

function memberOf(
  sheet: EditableSmiles,
  choices: readonly Choice[],
  stereo: readonly (readonly [string, readonly string[]])[],
): string | null {
  if (!choices.every((c) => c.apply(sheet))) return null
  const { smiles, indices } = sheet.text()
  const moved = stereo.map(([key, lists]) => {
    const atoms = lists.flatMap((list) => list.split(/[.,]/)).filter((text) => text !== '')
    return key + atoms.flatMap((text) => indices[Number(text)] ?? []).join(',')
  })
  const fragments = choices.flatMap((c) => c.fragment ?? [])
  return [[smiles, ...fragments].join('.'), ...(moved.length > 0 ? [`|${moved.join(',')}|`] : [])].join(' ')
}

/** Numbers of ring bonds that neither the structure nor a group uses. */
function freeRingBonds(sheet: EditableSmiles, groups: readonly string[]): number[] {
  const sheets = [sheet, ...groups.flatMap((group) => EditableSmiles.of(group.split(/\s/, 1)[0]!) ?? [])]
  const used = new Set(sheets.flatMap((s) => s.ringBonds))
  return Array.from({ length: 90 }, (_, i) => 10 + i).filter((n) => !used.has(n))
}

type Found = readonly Variation<Choice>[] | DrawnFlaw | null

/** `m:0:6.7.8`: the neighbour of the dummy atom 0 is bonded to one of the others instead. */
function attachmentsOf(entries: readonly string[], sheet: EditableSmiles, ringBond: () => string): Found {
  const variations: Variation<Choice>[] = []
  for (const entry of entries) {
    const [, centre, list] = /^(\d+):(\d+(?:\.\d+)*)$/.exec(entry) ?? []
    if (centre === undefined) return null
    const dummy = Number(centre)
    const ends = list!.split('.').map(Number)
    const missing = [dummy, ...ends].find((atom) => atom >= sheet.size)
    if (missing !== undefined) return { flaw: 'no such atom', atom: missing, atoms: sheet.size }
    if (!sheet.isDummy(dummy)) return null
    const bond = ringBond()
    variations.push({
      count: ends.length,
      choice: (n) => ({
        label: `atom ${ends[n]!}`,
        end: ends[n]!,
        apply: (own) => own.cutOff(dummy, bond) && own.attach(ends[n]!, `-${bond}`),
      }),
    })
  }
  return variations
}

/** `LN:1:1.3`: atom 1 occurs one to three times; `LN:1:1.3.0.2` also names its two neighbours. */
function linksOf(entries: readonly string[], sheet: EditableSmiles): Found {
  const variations: Variation<Choice>[] = []
  for (const entry of entries) {
    const numbers = /^(\d+):(\d+)\.(\d+)(?:\.(\d+)\.(\d+))?$/.exec(entry)?.slice(1)
    if (!numbers) return null
    const [atom = 0, least = 0, most = 0, ...ends] = numbers.filter((n) => n !== undefined).map(Number)
    const missing = [atom, ...ends].find((named) => named >= sheet.size)
    if (missing !== undefined) return { flaw: 'no such atom', atom: missing, atoms: sheet.size }
    if (least < 1 || most < least || sheet.degreeOf(atom) !== 2) return null
    variations.push({
      count: most - least + 1,
      choice: (n) => ({
        label: `${least + n} × atom ${atom}`,
        apply: (own) => least + n <= mostAtoms && own.repeat(atom, least + n),
      }),
    })
  }
  return variations
}

/** The groups of each R label: `_R1={C* |$;_AP1$|},{N* |$;_AP1$|}`. Null if one is written in another way. */
function groupsOf(entries: readonly string[]): Map<string, string[]> | null {
  const groups = new Map<string, string[]>()
  let label: string | null = null
  for (const entry of entries) {
    const [, named, group] = /^(?:(_R\d+)=)?\{(.*)\}$/s.exec(entry.trim()) ?? []
    if (group === undefined) return null
    label = named ?? label
    if (label === null) return null
    groups.set(label, [...(groups.get(label) ?? []), group])
  }
  return groups
}

/** Each R label, where exactly one atom has it and each of its groups has one attachment point. */
function listsOf(
  groups: ReadonlyMap<string, readonly string[]>,
  labels: readonly string[],
  sheet: EditableSmiles,
  ringBond: () => string,
): Found {
  const variations: Variation<Choice>[] = []
  for (const [label, texts] of groups) {
    const atoms = labels.flatMap((own, atom) => (own.trim() === label ? [atom] : []))
    const bond = ringBond()
    const fragments = texts.map((text) => fragmentOf(text, `-${bond}`))
    if (atoms.length !== 1 || !sheet.isDummy(atoms[0]!) || fragments.includes(null)) return null
    const name = label.slice(1)
    variations.push({
      count: texts.length,
      choice: (n) => ({
        label: `${name} = ${texts[n]!.split(/\s/, 1)[0]!}`,
        apply: (own) => own.cutOff(atoms[0]!, bond),
        fragment: fragments[n]!,
      }),
    })
  }
  return variations
}

/** A group with a ring bond in place of its attachment point. */
function fragmentOf(text: string, ringBond: string): string | null {
  const given = extended(text)
  const sheet = given && EditableSmiles.of(given.smiles)
  if (!given || !sheet || given.fields.length > 0) return null
  const points = given.labels.flatMap((label, atom) => (label.trim() === '_AP1' ? [atom] : []))
  const others = given.labels.some((label) => label.trim() !== '' && label.trim() !== '_AP1')
  if (others || points.length !== 1 || points[0]! >= sheet.size || !sheet.isDummy(points[0]!)) return null
  return sheet.cutOff(points[0]!, ringBond) ? sheet.text().smiles : null
}
