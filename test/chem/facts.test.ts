import { createHash } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import {
  balanceOf,
  couldHold,
  formulaOf,
  groupsOf,
  hasBareCarbanion,
  hasOddCharge,
  heteroHydrogens,
  cleavableBondsOf,
  massOf,
  neutralCharges,
  shiftsOf,
  skeletonKey,
  UnreadableStructure,
  type Identity,
  type Molecule,
  type Structure,
} from '../../src/chem/index.js'
import { hasUnusualRing } from '../../src/chem/unusual-rings.js'
import { atomRuns } from '../support/atom-runs.js'
import { reader } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

// Everything that is read of a structure, so that a change of any of it shows. A heading is the input: to try another,
// add it and run the test with UPDATE_ROWS=1.
const stored = new StoredSections(new URL('facts.txt', import.meta.url))
const size = 12
const chunks = Array.from({ length: Math.ceil(stored.headings.length / size) }, (_, i) =>
  stored.headings.slice(i * size, (i + 1) * size),
)

afterEach(() => reader.ready())

test.each(chunks.map((inputs) => [inputs[0]!, inputs] as const))('from %s on', (_, inputs) => {
  for (const input of inputs) stored.expectRows(input, [together(...rowsOf(input))])
})

test('an input is in the file once', () => expect(new Set(stored.headings).size).toBe(stored.headings.length))

function rowsOf(input: string): string[] {
  try {
    return reader.read(input, factsOf)
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    const { code, message, position } = error.problem
    return [`unreadable: ${code}, ${message}${position === null ? '' : ` at ${position}`}`]
  }
}

function factsOf(structure: Structure): string[] {
  const { molecule } = structure
  const charges = neutralCharges(molecule)
  return [
    ...drawingRows(molecule),
    ...molecule.components.flatMap((component) => componentRows(structure, component)),
    together(
      `names ${structure.names.smiles} ${structure.names.inchikey} ${structure.names.unnamed ?? ''}`.trimEnd(),
      molecule.components.length === 1 ? '' : `formula ${structure.formula}`,
      `fingerprint ${createHash('sha256').update(structure.fingerprint).digest('hex').slice(0, 12)}`,
      fact('neutral', charges.every((charge, a) => charge === molecule.atoms[a]!.charge) ? '' : charges.join()),
      fact(
        'shifts',
        shiftsOf(molecule, charges)
          .map((s) => `${s.from}>${s.to}`)
          .join(' '),
      ),
      ...patterns.map((smarts) => matchText(structure, smarts)),
      fact('could hold', patterns.filter((s) => couldHold(molecule)(s) && !isIn(structure, s)).join(' ')),
      fact('hides', patterns.filter((s) => !couldHold(molecule)(s) && isIn(structure, s)).join(' ')),
      fact('tautomer form', formText(structure.tautomerForm)),
      fact('on hetero atoms', formText(structure.tautomerFormOnHetero)),
      hasUnusualRing(molecule, charges) ? 'unusual ring' : '',
      fact('anhydrous', structure.anhydrous?.smiles ?? ''),
      ...structure.usual.map((forms) => `usual ${forms.map((form) => form.smiles).join(' or ')}`),
    ),
  ]
}

/** Facts of one kind, on one line. */
const together = (...facts: readonly string[]) => facts.filter((text) => text !== '').join(' · ')

const fact = (name: string, text: string) => (text === '' ? '' : `${name} ${text}`)

const isIn = (structure: Structure, smarts: string) => structure.match(smarts).embeddings.length > 0

/** The sets of atoms of all embeddings; in how many ways each is found, where that is more than one. */
function matchText(structure: Structure, smarts: string): string {
  const { embeddings, cut } = structure.match(smarts)
  if (embeddings.length === 0) return ''
  const ways = new Map<string, number>()
  for (const atoms of embeddings) {
    const set = atomRuns([...atoms].sort((a, b) => a - b))
    ways.set(set, (ways.get(set) ?? 0) + 1)
  }
  const sets = [...ways].map(([set, n]) => (n === 1 ? set : `${set} x${n}`))
  return `match ${smarts} ${sets.join(' ')}${cut ? ' cut' : ''}`
}

const patterns = [
  '[NX3;!H0]',
  '[OX2;H1]',
  '[CX3]=[OX1]',
  '[#6]-[#8]-[#6]',
  'c1ccccc1',
  '[NX3][CX3]=[OX1]',
  '[$([#7]),$([#16])]',
]

function drawingRows({ atoms, bonds, neighbours, folded, deuterated, rings, components, open }: Molecule): string[] {
  const ends = atoms.map((_, a) =>
    bonds.flatMap((bond, i) => (bond.a === a ? [[bond.b, i]] : bond.b === a ? [[bond.a, i]] : [])),
  )
  expect(
    neighbours.map((own) => own.map((n) => [n.atom, n.bond])),
    'neighbours',
  ).toEqual(ends)
  const text = together(
    `atoms ${atoms
      .map(
        (a) =>
          `${a.z}${a.aromatic ? 'a' : ''}h${a.hydrogens}${a.charge ? `c${a.charge}` : ''}${a.isotope ? `i${a.isotope}` : ''}${a.radicals ? `r${a.radicals}` : ''}`,
      )
      .join(' ')}`,
    fact('bonds', bonds.map(({ a, b, order, aromatic }) => `${a}-${b}:${order}${aromatic ? 'a' : ''}`).join(' ')),
    fact('rings', rings.map((ring) => ring.join()).join(' ')),
    components.length === 1 ? '' : `components ${components.map((c) => c.join()).join(' ')}`,
    fact('folded', [...folded].join()),
    fact('deuterated', [...deuterated].join()),
    open ? 'open' : '',
  )
  return text === '' ? [] : [text]
}

function componentRows(structure: Structure, component: readonly number[]): string[] {
  const { molecule } = structure
  const identity = structure.identity(component)
  const mobile = structure.mobileIdentity(component)?.flat
  const groups = groupsOf(molecule, component)
  const formula = formulaOf(molecule, component)
  const bonds = cleavableBondsOf(molecule, component)
  return [
    together(
      identityText('identity', identity),
      fact('flat key', identity ? (structure.flatInchikey(identity) ?? 'none') : ''),
      fact('balance', identity ? balanceOf(identity) : ''),
      fact('neutral identity', structure.neutralIdentity(component)?.inchi ?? ''),
      fact('mobile', mobile === identity?.flat ? '' : (mobile ?? 'none')),
      `skeleton ${skeletonKey(molecule, component)} mass ${massOf(molecule, component).toFixed(2)}`,
      `formula ${formula}`,
      groups.formula === formula ? '' : `formula of groups ${groups.formula}`,
      `groups ${groups.strict}${groups.loose === groups.strict ? '' : ` | ${groups.loose}`} | alkyl ${alkylText(groups.alkyl)}`,
      fact('hydrogens on', heteroHydrogens(molecule, component)),
      hasOddCharge(molecule, component) ? 'odd charge' : '',
      hasBareCarbanion(molecule, component) ? 'bare carbanion' : '',
    ),
    together(
      ...bonds.map((bond) => `link ${JSON.stringify(bond)} ${structure.cleaved([bond])?.smiles ?? 'not cleaved'}`),
    ),
  ].filter((row) => row !== '')
}

const alkylText = ({ ring, oxygen, rest }: ReturnType<typeof groupsOf>['alkyl']) =>
  [`ring ${ring.join()}`, `oxygen ${oxygen.join()}`, `rest ${rest}`].filter((text) => !text.endsWith(' ')).join(' ')

function identityText(name: string, identity: Identity | null): string {
  if (!identity) return `no ${name}`
  const { inchi, flat, protons, isotopic, stereo, forms } = identity
  const text = ({ centres, bonds }: Identity['stereo']) =>
    [...centres, ...bonds].map(([at, parity]) => `${at}${parity}`).join(',')
  const each =
    forms.each.length > 1 || forms.together
      ? ` of ${forms.each.map(text).join(' / ')}${forms.together ? ' together' : ''}`
      : ''
  return [
    name,
    inchi,
    inchi === `InChI=1S/${flat}` ? '' : flat,
    protons || '',
    isotopic ? 'isotopic' : '',
    text(stereo) + each,
  ]
    .filter((t) => t !== '')
    .join(' ')
}

function formText(
  form: { readonly molecule: Molecule; match(smarts: string): { embeddings: readonly (readonly number[])[] } } | null,
): string {
  if (!form) return ''
  const { atoms, bonds } = form.molecule
  const found = form.match('[#7,#8,#16;!H0]').embeddings.join(' ')
  return `${atoms.map((a) => `${a.hydrogens}${a.charge || ''}`).join(' ')} | ${bonds.map((b) => b.order).join('')} | ${found}`
}
