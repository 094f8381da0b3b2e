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
  for (const input of inputs) stored.expectRows(input, rowsOf(input))
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
    fact('neutral', charges.every((charge, a) => charge === molecule.atoms[a]!.charge) ? '' : charges.join()),
    fact('holds', patterns.filter((smarts) => couldHold(molecule)(smarts)).join(' ')),
    ...patterns.flatMap((smarts) => {
      const { embeddings, cut } = structure.match(smarts)
      return embeddings.length === 0 ? [] : [`match ${smarts} ${embeddings.join(' ')}${cut ? ' cut' : ''}`]
    }),
    ...molecule.components.flatMap((component) => componentRows(structure, component)),
    fact(
      'shifts',
      shiftsOf(molecule, charges)
        .map((s) => `${s.from}>${s.to}${s.proton ? ' proton' : ''}`)
        .join(' '),
    ),
    fact('tautomer form', formText(structure.tautomerForm)),
    fact('on hetero atoms', formText(structure.tautomerFormOnHetero)),
    hasUnusualRing(molecule, charges) ? 'unusual ring' : '',
    fact('anhydrous', structure.anhydrous?.smiles ?? ''),
    ...structure.usual.map((forms) => `usual ${forms.map((form) => form.smiles).join(' or ')}`),
    `fingerprint ${createHash('sha256').update(structure.fingerprint).digest('hex').slice(0, 12)}`,
    `names ${structure.names.smiles} ${structure.names.inchikey} ${structure.names.unnamed ?? ''}`.trimEnd(),
    `formula ${structure.formula}`,
  ].filter((row) => row !== '')
}

const fact = (name: string, text: string) => (text === '' ? '' : `${name} ${text}`)

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
  return [
    `atoms ${atoms
      .map(
        (a) =>
          `${a.z}${a.aromatic ? 'a' : ''}h${a.hydrogens}${a.charge ? `c${a.charge}` : ''}${a.isotope ? `i${a.isotope}` : ''}${a.radicals ? `r${a.radicals}` : ''}`,
      )
      .join(' ')}`,
    fact('bonds', bonds.map(({ a, b, order, aromatic }) => `${a}-${b}:${order}${aromatic ? 'a' : ''}`).join(' ')),
    fact('around', neighbours.map((own) => own.map((n) => `${n.atom}/${n.bond}`).join(',')).join(' ')),
    fact('rings', rings.map((ring) => ring.join()).join(' ')),
    components.length === 1 ? '' : `components ${components.map((c) => c.join()).join(' ')}`,
    fact('folded', [...folded].join()),
    fact('deuterated', [...deuterated].join()),
    open ? 'open' : '',
  ]
}

function componentRows(structure: Structure, component: readonly number[]): string[] {
  const { molecule } = structure
  const identity = structure.identity(component)
  const groups = groupsOf(molecule, component)
  const bonds = cleavableBondsOf(molecule, component)
  return [
    identityText('identity', identity),
    fact('flat key', identity ? (structure.flatInchikey(identity) ?? 'none') : ''),
    fact('balance', identity ? balanceOf(identity) : ''),
    fact('neutral identity', structure.neutralIdentity(component)?.inchi ?? ''),
    fact('mobile', structure.mobileIdentity(component)?.flat ?? ''),
    `skeleton ${skeletonKey(molecule, component)} mass ${massOf(molecule, component).toFixed(2)}`,
    `groups ${formulaOf(molecule, component)} | ${groups.formula} | ${groups.strict} | ${groups.loose} | ${JSON.stringify(groups.alkyl)}`,
    fact('hydrogens on', heteroHydrogens(molecule, component)),
    hasOddCharge(molecule, component) ? 'odd charge' : '',
    hasBareCarbanion(molecule, component) ? 'bare carbanion' : '',
    ...bonds.map((bond) => `link ${JSON.stringify(bond)} ${structure.cleaved([bond])?.smiles ?? 'not cleaved'}`),
  ]
}

function identityText(name: string, identity: Identity | null): string {
  if (!identity) return `no ${name}`
  const { inchi, flat, protons, isotopic, stereo, forms } = identity
  const text = ({ centres, bonds }: Identity['stereo']) =>
    [...centres, ...bonds].map(([at, parity]) => `${at}${parity}`).join(',')
  const each =
    forms.each.length > 1 || forms.together
      ? ` of ${forms.each.map(text).join(' / ')}${forms.together ? ' together' : ''}`
      : ''
  return [name, inchi, flat, protons || '', isotopic ? 'isotopic' : '', text(stereo) + each]
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
