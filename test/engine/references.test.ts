import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  cleavableBondsOf,
  groupsOf,
  hasOddBond,
  neutralCharges,
  shiftsOf,
  skeletonKey,
  type Molecule,
  type Structure,
} from '../../src/chem/index.js'
import {
  Arena,
  FastGraph,
  formulaOf,
  groupCounts,
  smallestRings,
  asDrawn,
  kekuleForm,
  redrawnGraph,
  cleavedGraph,
  withOrdersOf,
  readSmiles,
  fragmentsOf,
  matchesOfAll,
  patternOf,
  type Pattern,
  countsRequired,
  RequiredCounts,
  memoryBytes,
} from '../../src/engine/index.js'
import { testAtom, wholeAnswer } from '../support/answers.js'
import { numbered } from '../../src/engine/smarts/encode.js'
import { allMatches, matchMask, mayMatch, NotSure, sureMask } from '../../src/engine/smarts/match.js'
import { findSurroundings } from '../../src/engine/smarts/surroundings.js'
import { mostEmbeddings } from '../../src/limits.js'
import { cleavableKindsOf, fitIn, type LawIndex, type Subject } from '../../src/matching/index.js'
import { cleavedConditionsOf, conditionsOf } from '../../src/screen/conditions.js'
import { Description } from '../../src/screen/screen-tables.js'
import { RecordedSubstances } from '../../src/screen/recorded-substances.js'
import type { Sieve } from '../../src/screen/sieve.js'
import { fastSkeleton } from '../../src/screen/skeleton-reader.js'
import { allKinds } from '../../src/law/index.js'
import { law, reader } from '../support/law.js'
import { mutated } from '../support/mutate.js'
import { kernelHelpers } from './kernel-helpers.js'

/**
 * A text that the engine is certain of: its own reading, and RDKit's. `count` counts answers that could have been
 * wrong.
 */
interface Both {
  readonly graph: FastGraph
  readonly structure: Structure
  readonly molecule: Molecule
  readonly count: () => void
}

/** The reference of a function, and the comparison. */
interface Shadow {
  /** What it must equal where it is certain; or what must not be yes where it says no. */
  readonly equals?: string
  readonly may?: string
  readonly compare: (both: Both) => void
  /** More structures that it is compared on: those on which an engine without the function would be wrong. */
  readonly on?: readonly string[]
  /** Compared on all recorded structures, of which few are similar. */
  readonly onAll?: true
}

const sorted = (lists: readonly (readonly number[])[]) => lists.map((list) => list.join()).sort()
const rings = (lists: readonly (readonly number[])[]) => sorted(lists.map((ring) => ring.toSorted((a, b) => a - b)))
const isIn = (mask: Int32Array, atom: number) => ((mask[atom >>> 5]! >>> (atom & 31)) & 1) === 1

const smarts = [
  ...new Set(
    [...law.terms.values()]
      .flatMap((t) => t.is)
      .flatMap((s) => [s.root ?? [], s.core ?? [], s.every ?? [], s.some ?? []].flat()),
  ),
]
const patterns = smarts.flatMap((text) => {
  const pattern = patternOf(text)
  return pattern ? [{ text, pattern }] : []
})
const ofOneAtom = patterns.filter(({ pattern }) => pattern.atoms.length === 1)

function aromaticityHolds({ graph, molecule, count }: Both): void {
  for (const [atom, { aromatic }] of molecule.atoms.entries()) {
    if (graph.aromatic[atom] === 2) continue
    count()
    expect(graph.aromatic[atom] === 1).toBe(aromatic)
  }
}

/** Atoms that match a one-atom pattern in RDKit. */
function atomsOf(structure: Structure, text: string): Set<number> {
  return new Set(structure.match(text).embeddings.map(([atom]) => atom!))
}

function answersHold({ graph, structure, count }: Both, answer: (pattern: Pattern, atom: number) => 0 | 1 | 2): void {
  for (const { text, pattern } of ofOneAtom) {
    const theirs = atomsOf(structure, text)
    for (let atom = 0; atom < graph.atoms; atom++) {
      const own = answer(pattern, atom)
      if (own === 2) continue
      count()
      expect(own === 1, text).toBe(theirs.has(atom))
    }
  }
}

const groupsMet = new Map<string, string>()
const description = new Description([], [], new Arena())
const records = new RecordedSubstances(law, new Arena())
const day = [{ asOf: '2026-09-01', kinds: allKinds }]
/** Every fifth rule: RDKit tries them all on each structure. */
const fewRules: LawIndex = {
  ...law,
  edition: {
    ...law.edition,
    jurisdictions: law.edition.jurisdictions.map((j) => ({ ...j, rules: j.rules.filter((_, i) => i % 5 === 0) })),
  },
}
const fewConditions = new Description(conditionsOf(fewRules, day), cleavedConditionsOf(fewRules, day), new Arena())
const rulesMet = (graph: FastGraph, first: Sieve['first']) => {
  const met = new Set<string>()
  first(graph, ({ of }) => {
    met.add(of)
    return false
  })
  return met
}
/** Ids of the rules of `fewRules` whose words fit a structure. */
const rulesThatFit = (structure: Subject) =>
  fewRules.edition.jurisdictions
    .flatMap(({ rules }) => rules)
    .filter((rule) => rule.periods.some(({ from, until }) => (from ?? '9') <= '2026-09-01' && until === null))
    .filter((rule) => structure.molecule.components.some((c) => fitIn(structure, c, rule, law.terms).fit !== 'misses'))

/** Drawings that the full path reads as another, with fewer charges: the engine too, or it leaves them to it. */
const redrawn = [
  // Charges that are drawn as bonds.
  'C[P+](C)(C)[O-]',
  'C[S+](CC)[O-]',
  'C[C+]([O-])CC',
  'CC([O-])=[N+](C)C',
  '[CH2+]C=C[CH2-]',
  // Rings that are aromatic without a proton.
  'C1C=CC=[NH+]1',
  'C1C=C[NH2+]C=1',
]

/** One row for each engine function whose answer RDKit, or our own chemistry on it, also gives. */
const shadows: Readonly<Record<string, Shadow>> = {
  findNeutral: {
    equals: 'neutralCharges',
    on: ['[NH2+]CC(=O)[O-]', '[n+]1ccccc1', '[N-]c1ccccc1', '[N+](C)(C)CC', '[NH2+]CCS', 'C[N+](=O)[O-]'].flatMap(
      (group) => ['C', 'CC', 'CCC'].map((chain) => chain + group),
    ),
    compare({ graph, molecule, count }) {
      for (const [atom, charge] of neutralCharges(molecule).entries()) {
        if (graph.unsure[atom] === 1) continue
        if (molecule.atoms[atom]!.charge !== 0) count()
        const hydrogens = molecule.atoms[atom]!.hydrogens + charge - molecule.atoms[atom]!.charge
        expect([graph.neutralCharge[atom], graph.neutralHydrogens[atom]]).toEqual([charge, hydrogens])
      }
    },
  },
  markMovable: {
    may: 'shiftsOf',
    on: ['(O)=NC', '(S)=NC', '(O)=CC', '(O)=CC(C)=O', '([O-])=NC', 'N=C(O)CCC(O)=NC', 'n1c(O)nc2ccccc21'].flatMap(
      (group) => ['CC', 'CCC', 'CCCC'].map((chain) => chain + group),
    ),
    compare({ graph, molecule, count }) {
      for (const { from, to } of shiftsOf(molecule, neutralCharges(molecule))) {
        count()
        expect([graph.unsure[from], graph.unsure[to]]).toEqual([1, 1])
      }
    },
  },
  hasAdduct: {
    may: 'hasOddBond',
    on: ['C[NH+](C)[BH3-]', 'C[N+](C)(C)[B-](F)(F)F', 'F[B-](F)(F)[O+](CC)CC'],
    compare({ molecule, count }) {
      count()
      expect(molecule.components.some((component) => hasOddBond(molecule, component))).toBe(false)
    },
  },
  mayLoseWater: {
    may: 'Structure.anhydrous',
    on: ['OC(O)C(Cl)(Cl)Cl', 'CC(O)([O-])C.[Na+]', 'OC1(O)CCCCC1'],
    compare({ structure, count }) {
      count()
      expect(structure.anhydrous).toBe(null)
    },
  },
  mayBeUnusual: {
    may: 'Structure.usual',
    on: [
      'C1C=Nc2ccccc12',
      'CCc1c(O)[nH]c(=O)[nH]c1=O',
      'O=NC1CCCCC1',
      'CC1=CC(=O)Nc2ccccc2N1',
      'OC1=CC=CCC1',
      'CC(O)=C(O)c1ccccc1',
      'CP(O)S',
      'CN=C(C)N',
      'CC=CNC',
    ],
    compare({ graph, structure, count }) {
      count()
      if (!graph.unusual) expect(structure.usual).toEqual([])
    },
  },
  markFreed: {
    may: 'cleavableBondsOf, and shiftsOf the molecule with the bond cleaved',
    on: ['CCOC(C)=NC', 'CCOC(C)=CC', 'CCOc1nc2ccccc2n1C', 'COC(=O)C', 'CCN(C)C(=O)OC', 'CNC(=O)O'],
    compare({ graph, structure, molecule, count }) {
      description.of(graph)
      const marks = memoryBytes.subarray(description.freedMarks)
      for (const bond of molecule.components.flatMap((component) => cleavableBondsOf(molecule, component))) {
        const left = structure.cleaved([bond])?.molecule
        if (!left) continue
        const isMoved = shiftsOf(left, neutralCharges(left)).some(({ from }) => from === bond.freed)
        count()
        expect(marks[bond.freed]).toBeGreaterThanOrEqual(isMoved ? 2 : 1)
      }
    },
  },
  relationOf: {
    may: 'the skeletons of recorded substances',
    compare({ graph, molecule, count }) {
      const isRecorded = molecule.components.some((own) => law.bySkeleton.has(skeletonKey(molecule, own)))
      if (!isRecorded || molecule.components.length > 1) return
      count()
      expect(records.relationOf(graph)).toBe('skeleton of a record')
    },
  },
  nextMet: {
    may: 'fitIn of the rules, as drawn and with a bond cleaved',
    on: ['CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
    compare({ graph, structure, molecule, count }) {
      if (graph.unusual) return
      fewConditions.of(graph)
      const { sieve, cleavedSieve, freedMarks } = fewConditions
      const met = rulesMet(graph, (own, accept) => sieve.first(own, accept))
      for (const { id } of rulesThatFit(structure)) {
        count()
        expect(met).toContain(id)
      }
      const [bond] = molecule.components.flatMap((component) => cleavableBondsOf(molecule, component))
      const left = bond && structure.cleaved([bond])
      if (!left) return
      const metCleaved = rulesMet(graph, (own, accept) => cleavedSieve.firstCleaved(own, freedMarks, accept))
      for (const { id, periods, scaffolds } of rulesThatFit(left)) {
        if (!periods.some((p) => cleavableKindsOf(p).length > 0)) continue
        count()
        // Only scaffolds are taken apart: patterns of open words are met as drawn.
        expect(scaffolds.length === 0 ? met : metCleaved).toContain(id)
      }
    },
  },
  readSmiles: {
    equals: 'Reader.read: elements, charges, hydrogens and bonds of the molecule',
    on: redrawn,
    compare({ graph, molecule, count }) {
      count()
      expect(graph.atoms).toBe(molecule.atoms.length)
      expect(graph.components).toBe(molecule.components.length)
      for (const [atom, { z, charge, hydrogens }] of molecule.atoms.entries()) {
        expect([graph.z[atom], graph.charge[atom], graph.hydrogens[atom]]).toEqual([z, charge, hydrogens])
        expect(graph.degree[atom]).toBe(molecule.neighbours[atom]!.length)
      }
    },
  },
  perceive: { equals: 'aromatic atoms of the molecule', compare: aromaticityHolds },
  smallestRings: {
    equals: 'rings of the molecule',
    compare({ graph, molecule, count }) {
      const own = smallestRings(graph)
      if (!own) return
      count()
      expect(rings(own)).toEqual(rings(molecule.rings))
    },
  },
  formulaOf: {
    equals: 'Structure.formula',
    compare({ graph, structure, count }) {
      count()
      expect(formulaOf(graph)).toBe(structure.formula)
    },
  },
  groupCounts: {
    equals: 'groupsOf: substances with the same groups have the same counts',
    onAll: true,
    compare({ graph, molecule, count }) {
      const own = groupCounts(graph)
      if (own === null) return
      const { formula, loose } = groupsOf(molecule, molecule.components[0]!)
      const key = `${formula} ${loose}`
      if (groupsMet.has(key)) count()
      expect(own).toBe(groupsMet.get(key) ?? own)
      groupsMet.set(key, own)
    },
  },
  readSkeleton: {
    equals: 'skeletonKey',
    compare({ graph, molecule, count }) {
      molecule.components.forEach((component, i) => {
        count()
        expect(fastSkeleton(graph, i)).toBe(skeletonKey(molecule, component))
      })
    },
  },
  cleavedGraph: {
    equals: 'Structure.cleaved',
    compare({ graph, structure, molecule, count }) {
      for (const bond of molecule.components
        .flatMap((component) => cleavableBondsOf(molecule, component))
        .slice(0, 3)) {
        const own = cleavedGraph(graph, [bond])
        const theirs = structure.cleaved([bond])
        if (!own || !theirs) continue
        count()
        expect([own.components, own.bonds]).toEqual([theirs.molecule.components.length, theirs.molecule.bonds.length])
        expect([...own.hydrogens.subarray(0, own.atoms)]).toEqual(theirs.molecule.atoms.map((a) => a.hydrogens))
        aromaticityHolds({ graph: own, structure, molecule: theirs.molecule, count })
      }
    },
  },
  asDrawn: {
    equals: 'the molecule as it is drawn',
    compare({ graph, structure, molecule, count }) {
      const own = asDrawn(graph)
      if (!own) return
      expect([...own.hydrogens.subarray(0, own.atoms)]).toEqual(molecule.atoms.map((a) => a.hydrogens))
      aromaticityHolds({ graph: own, structure, molecule, count })
    },
  },
  withOrdersOf: {
    equals: 'the molecule whose orders it is given',
    compare({ graph, structure, molecule, count }) {
      const own = withOrdersOf(graph, molecule)
      if (!own) return
      expect([...own.charge.subarray(0, own.atoms)]).toEqual(molecule.atoms.map((a) => a.charge))
      aromaticityHolds({ graph: own, structure, molecule, count })
    },
  },
  kekuleForm: {
    equals: 'orders of the molecule, where all its Kekulé forms agree',
    compare({ graph, molecule, count }) {
      const own = kekuleForm(graph)
      if (!own) return
      for (const [b, order] of own.orders.entries()) {
        if (!own.fixed[b]) continue
        const ends = [own.graph.from[b], own.graph.to[b]]
        const theirs = molecule.bonds.find((bond) => ends.includes(bond.a) && ends.includes(bond.b))!
        count()
        expect(order).toBe(theirs.order)
      }
    },
  },
  redrawnGraph: {
    equals: 'the molecule, where nothing is elsewhere',
    compare({ graph, structure, molecule, count }) {
      const form = kekuleForm(graph)
      const own = form && redrawnGraph(form, { atoms: new Map(), orders: new Map() })
      if (!own) return
      expect([...own.hydrogens.subarray(0, own.atoms)]).toEqual(molecule.atoms.map((a) => a.hydrogens))
      aromaticityHolds({ graph: own, structure, molecule, count })
    },
  },
  allMatches: {
    equals: 'Structure.match',
    compare({ graph, structure, count }) {
      for (const { text, pattern } of patterns) {
        try {
          const own = allMatches(graph, pattern, mostEmbeddings)
          if (!own) continue
          const theirs = structure.match(text).embeddings
          if (theirs.length > 0) count()
          expect(sorted(own), text).toEqual(sorted(theirs))
        } catch (error) {
          if (!(error instanceof NotSure)) throw error
        }
      }
    },
  },
  matchesOfAll: {
    equals: 'Structure.match of a pattern of two fragments',
    compare({ graph, structure, count }) {
      for (const text of ['[CX3]=[CX3].[CX3]=[CX3]', 'c1ccccc1.[NX3]', 'O=[#6].[CX4][NX3]']) {
        try {
          const own = matchesOfAll(graph, fragmentsOf(text)!, mostEmbeddings)
          if (!own) continue
          const theirs = structure.match(text).embeddings
          if (theirs.length > 0) count()
          expect(sorted(own), text).toEqual(sorted(theirs))
        } catch (error) {
          if (!(error instanceof NotSure)) throw error
        }
      }
    },
  },
  mayMatch: {
    equals: 'Structure.match, or says yes',
    compare({ graph, structure, count }) {
      for (const { text, pattern } of patterns) {
        if (mayMatch(graph, pattern)) continue
        count()
        expect(structure.match(text).embeddings, text).toEqual([])
      }
    },
  },
  matchMask: {
    equals: 'first atoms of Structure.match, or more',
    compare({ graph, structure, count }) {
      for (const { text, pattern } of patterns) {
        const mask = matchMask(graph, pattern)
        for (const [atom] of structure.match(text).embeddings) {
          count()
          expect(isIn(mask, atom!), text).toBe(true)
        }
      }
    },
  },
  sureMask: {
    equals: 'first atoms of Structure.match, or fewer',
    compare({ graph, structure, count }) {
      for (const { text, pattern } of ofOneAtom) {
        const theirs = atomsOf(structure, text)
        for (let atom = 0; atom < graph.atoms; atom++) {
          if (!isIn(sureMask(graph, pattern), atom)) continue
          count()
          expect(theirs.has(atom), text).toBe(true)
        }
      }
    },
  },
  testAtom: {
    equals: 'Structure.match of a pattern of one atom',
    compare: (both) => answersHold(both, (pattern, atom) => testAtom(both.graph, atom, pattern.atoms[0]!.test)),
  },
  wholeAnswer: {
    equals: 'Structure.match of a pattern of one atom that looks beyond it',
    compare(both) {
      findSurroundings(both.graph)
      answersHold(both, ({ atoms }, atom) => {
        const own = numbered(atoms[0]!.test)
        return own.whole ? wholeAnswer(both.graph, atom, own) : 2
      })
    },
  },
  countsRequired: {
    equals: 'Structure.match: what has the pattern has the counts',
    compare({ graph, structure, count }) {
      description.of(graph)
      for (const { text, pattern } of patterns) {
        if (structure.match(text).embeddings.length === 0) continue
        count()
        expect(new RequiredCounts(countsRequired(pattern)).within(description.counts), text).toBe(true)
      }
    },
  },
}

/** Functions that answer nothing about a molecule, or that a row above covers. */
const helpers: Readonly<Record<string, string>> = {
  compositionOfFormula: 'a formula as text in numbers',
  NotSure: 'an error',
  findAll: 'allMatches',
  foundFrom: 'allMatches',
  skeletonAtoms: 'readSkeleton',
  firstSkeletonHash: 'readSkeleton',
  secondSkeletonHash: 'readSkeleton',
  isAlwaysSingle: 'kekuleForm',
  kekulePartner: 'kekuleForm',
  perceiveDoubting: 'redrawnGraph',
  RequiredCounts: 'countsRequired',
  findSurroundings: 'wholeAnswer: answers are kept by surroundings',
  forgetAnswers: 'wholeAnswer: answers about patterns whose memory is freed',
  looksNoFurther: 'wholeAnswer: whether they may be',
  readMolBlock: 'test/engine/mol-block.test.ts: the graph is that of RDKit',
  readText: 'readSmiles and readMolBlock',
  Environments: 'test/screen/environments.test.ts: what is found on environments is found without them',
  computeEnvironments: 'Environments',
  environmentsIn: 'Environments',
  fragmentsOf: 'matchesOfAll',
  stereoOfSmiles: 'test/screen/drawn-stereo.test.ts: the same stereo gives the same InChIKey, other stereo another',
  patternOf: 'allMatches',
  atomTestOf: 'allMatches',
  atomText: 'allMatches',
  smartsTokens: 'allMatches',
  closing: 'allMatches',
  patternRings: 'allMatches',
  withTests: 'nextMet: the conditions of rules',
  stepsFrom: 'allMatches: an order of trying',
  rarity: 'allMatches: an order of trying',
  numbered: 'writes into memory',
  planOf: 'writes into memory',
  planFromFirst: 'writes into memory',
  planFromRarest: 'writes into memory',
  atomTestAt: 'writes into memory',
  bondTestAt: 'writes into memory',
  bondTestId: 'writes into memory',
  addAtom: 'fills a graph',
  join: 'fills a graph',
  clear: 'fills a graph',
  loosen: 'takes certainty away',
  textAt: 'a place in memory',
  freeFrom: 'a place in memory',
  beginSteps: 'a budget',
}

const engine = fileURLToPath(new URL('../../src/engine/', import.meta.url))
const screen = fileURLToPath(new URL('../../src/screen/', import.meta.url))

/** All functions of the kernel, and those that the modules of the engine export. */
async function offered(): Promise<Set<string>> {
  const names = new Set<string>()
  for (const folder of ['perceive', 'read', 'smarts']) {
    for (const file of readdirSync(engine + folder).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.as.ts'),
    )) {
      const module = (await import(`${engine}${folder}/${file}`)) as Record<string, unknown>
      for (const [name, value] of Object.entries(module)) if (typeof value === 'function') names.add(name)
    }
  }
  for (const folder of [engine, screen])
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.as.ts') || file === 'graph.as.ts') continue
      for (const [, name] of readFileSync(folder + file, 'utf8').matchAll(/^export function (\w+)/gm)) names.add(name!)
    }
  return names
}

test('every function of the engine and of the screen in the kernel has a row, or is a helper of one', async () => {
  const inKernel = Object.values(kernelHelpers).flatMap((names) => names.split(' '))
  const named = [...Object.keys(shadows), ...Object.keys(helpers), ...inKernel].sort()
  expect([...(await offered())].sort()).toEqual(named)
  const rows = Object.keys(kernelHelpers).filter((key) => !key.includes(' '))
  expect(rows.filter((key) => !(key in shadows))).toEqual([])
})

describe('what a function of the engine is certain of agrees with its reference', () => {
  const recorded = law.edition.substances.flatMap((s) => s.smiles ?? [])
  const some = [...recorded.filter((_, i) => i % 25 === 0), ...mutated(recorded, 40, 3)]
  const said = ({ equals, may }: Shadow) => (may === undefined ? equals : `at least ${may}`)
  test.each(Object.entries(shadows).map(([name, row]) => [name, said(row), row] as const))(
    '%s: %s',
    (_, __, { compare, onAll, on = [] }) => {
      let answers = 0
      const graph = new FastGraph()
      for (const text of [...(onAll ? recorded : some), ...on]) {
        if (!readSmiles(text, graph)) continue
        reader.read(text, (structure) =>
          compare({ graph, structure, molecule: structure.molecule, count: () => answers++ }),
        )
      }
      expect(answers).toBeGreaterThan(20)
    },
  )
})
