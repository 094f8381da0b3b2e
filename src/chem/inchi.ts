/**
 * A parsed standard InChI. `flat` is formula, connections, mobile-hydrogen layer and charge: it is the same for a free
 * base, its protonated form, its tautomers as far as InChI merges them, its isotopologues and its stereoisomers.
 * Source: IUPAC International Chemical Identifier technical manual (InChI Trust).
 */
export interface Identity {
  readonly inchi: string
  readonly flat: string
  /** Protons added (+) or removed (-) relative to the neutral form. */
  readonly protons: number
  readonly isotopic: boolean
  /** What the drawing fixes; open if it is racemic or relative. */
  readonly stereo: Stereo
  /** The individual forms that the drawing means: one, unless it has enhanced stereo. */
  readonly forms: StereoForms
}

export interface StereoForms {
  readonly each: readonly Stereo[]
  /** True if all of them are present together (a racemate); false if it is one of them. */
  readonly together: boolean
}

export interface Stereo {
  /** Tetrahedral centres, canonical number -> absolute parity; `?` if drawn as unknown. */
  readonly centres: ReadonlyMap<string, '+' | '-' | '?'>
  /** Double bonds, canonical numbers -> parity. */
  readonly bonds: ReadonlyMap<string, '+' | '-' | '?'>
}

/**
 * InChI options that let hydrogens move where standard InChI keeps them fixed: keto and enol, 1,5 shifts, imine and
 * enamine, nitroso and oxime. Source: InChI Trust, release notes of 1.07 (tautomer options).
 */
export const mobileOptions = '-KET -15T -PT_22_00 -PT_16_00 -PT_06_00 -PT_39_00 -PT_13_00 -PT_18_00'

const prefix = /^InChI=1S?\//

/** Returns null if InChI cannot describe the structure (R-groups, any-bonds, an empty molecule). */
export function readIdentity(inchi: string): Identity | null {
  if (!prefix.test(inchi)) return null
  const [drawn, isotopic] = inchi.replace(prefix, '').split('/i')
  const main = drawn!.split('/')
  const layer = (letter: string) => main.find((l, i) => i > 0 && l.startsWith(letter))?.slice(1) ?? ''
  const stereo = { centres: parities(layer('t'), layer('m') === '1'), bonds: parities(layer('b'), false) }
  return {
    inchi,
    flat: main.filter((l, i) => i === 0 || /^[chq]/.test(l)).join('/'),
    protons: Number(layer('p') || 0),
    isotopic: isotopic !== undefined,
    stereo,
    forms: { each: [stereo], together: false },
  }
}

/** Heavy atoms and hydrogens without a net charge: equal for all tautomers of a substance, protonated or not. */
export function balanceOf(identity: Identity): string {
  const formula = identity.flat.split('/')[0]!
  return `${formula.replace(hydrogen, '')} ${hydrogensOf(identity)}`
}

/** Hydrogens of the form without a net charge. */
export function hydrogensOf({ flat }: Identity): number {
  const hydrogens = hydrogen.exec(flat.split('/')[0]!)
  const charge = Number(/\/q([+-]\d+)/.exec(flat)?.[1] ?? 0)
  return (hydrogens ? Number(hydrogens[1] || 1) : 0) - charge
}

const hydrogen = /H(?![a-z])(\d*)/

function parities(text: string, inverted: boolean): Map<string, '+' | '-' | '?'> {
  const found = new Map<string, '+' | '-' | '?'>()
  for (const item of text.split(',')) {
    const at = /^([\d-]+)([+\-u?])$/.exec(item)
    if (!at) continue
    const sign = at[2] === '+' || at[2] === '-' ? at[2] : '?'
    found.set(at[1]!, inverted && sign !== '?' ? (sign === '+' ? '-' : '+') : sign)
  }
  return found
}

/**
 * How the stereo of a candidate compares with that of a recorded substance of the same flat form.
 * - `same`: equal in everything
 * - `covered`: the record leaves something open that the candidate fixes, and so includes it
 * - `contained`: the candidate is a racemate or another mixture, and the record is one of its forms
 * - `open`: the candidate leaves something open that the record fixes, and agrees in the rest
 * - `enantiomer`: every tetrahedral centre inverted, double bonds equal
 * - `geometric`: differs only at double bonds
 * - `diastereomer`: any other difference
 */
export type StereoRelation = 'same' | 'covered' | 'contained' | 'open' | 'enantiomer' | 'geometric' | 'diastereomer'

const nearestFirst: readonly StereoRelation[] = [
  'same',
  'covered',
  'contained',
  'open',
  'enantiomer',
  'geometric',
  'diastereomer',
]

/**
 * Of several forms present together, the nearest to the record counts; of a candidate that may be any one of them, the
 * furthest, unless the record is among them.
 * @param racemic the record draws one enantiomer of a racemate: it covers either enantiomer
 */
export function compareForms({ each, together }: StereoForms, record: Stereo, racemic = false): StereoRelation {
  const drawn = racemic ? [record, mirrored(record)] : [record]
  const found = each.map((form) => nearestOf(drawn.map((r) => compareStereo(form, r))))
  if (racemic && found.every((r) => r === 'same')) return together ? 'same' : 'covered'
  const relations = nearestFirst.filter((r) => found.includes(r))
  if (relations.length === 1) return relations[0]!
  const among = relations[0] === 'same' || relations[0] === 'covered'
  if (together) return among ? 'contained' : relations[0]!
  return among || relations[0] === 'open' ? 'open' : relations.at(-1)!
}

function nearestOf(relations: readonly StereoRelation[]): StereoRelation {
  return nearestFirst.find((r) => relations.includes(r))!
}

function mirrored({ centres, bonds }: Stereo): Stereo {
  return {
    centres: new Map([...centres].map(([at, parity]) => [at, parity === '?' ? parity : parity === '+' ? '-' : '+'])),
    bonds,
  }
}

export function compareStereo(candidate: Stereo, record: Stereo): StereoRelation {
  const centres = compare(candidate.centres, record.centres)
  const bonds = compare(candidate.bonds, record.bonds)
  const open = centres.open || bonds.open
  if (centres.differing === 0 && bonds.differing === 0)
    return open ? 'open' : centres.beyond || bonds.beyond ? 'covered' : 'same'
  if (bonds.differing > 0) return centres.differing === 0 ? 'geometric' : 'diastereomer'
  // If a centre is open, it may be the mirror image or a diastereomer.
  return !centres.agreeing && !open ? 'enantiomer' : 'diastereomer'
}

function compare(candidate: ReadonlyMap<string, string>, record: ReadonlyMap<string, string>) {
  const outcome = { agreeing: false, differing: 0, open: false, beyond: false }
  for (const [at, parity] of record) {
    if (parity === '?') continue
    const other = candidate.get(at)
    if (other === undefined || other === '?') outcome.open = true
    else if (other === parity) outcome.agreeing = true
    else outcome.differing++
  }
  for (const [at, parity] of candidate) if (parity !== '?' && (record.get(at) ?? '?') === '?') outcome.beyond = true
  return outcome
}
