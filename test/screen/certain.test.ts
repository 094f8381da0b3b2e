import { beforeAll, expect, test } from 'vitest'
import { groupsOf, type Molecule, type Reader } from '../../src/chem/index.js'
import { fitIn, fitRule, readBy, type LawIndex, type RuleOutcome } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
import { FastGraph } from '../../src/engine/fast-graph.js'
import { groupCounts } from '../../src/engine/perceive/group-counts.js'
import { readSmiles } from '../../src/engine/read/read-smiles.js'
import { numbered } from '../../src/engine/smarts/encode.js'
import { wholeAnswer, testAtom } from '../../src/engine/smarts/answers.js'
import { patternOf } from '../../src/engine/smarts/pattern.js'
import { NotSure } from '../../src/engine/smarts/match.js'
import { smallestRings } from '../../src/engine/perceive/smallest-rings.js'
import { SureGraph } from '../../src/screen/sure-graph.js'
import { findSurroundings } from '../../src/engine/smarts/surroundings.js'
import { sharedReader, shippedLaw } from '../support/law.js'
import { mutated, seeded } from '../support/mutate.js'

let law: LawIndex
let reader: Reader
let texts: string[]

beforeAll(async () => {
  law = shippedLaw()
  reader = await sharedReader()
  const recorded = law.edition.substances.flatMap((s) => (s.smiles === null ? [] : [s.smiles]))
  texts = [...recorded, ...mutated(recorded, 3000, 5)]
})

/** Each text that the fast reader is sure of, as it reads it and as RDKit does; returns how many there were. */
function both(look: (graph: FastGraph, molecule: Molecule, text: string) => void): number {
  const graph = new FastGraph()
  let read = 0
  for (const text of texts) {
    if (!readSmiles(text, graph)) continue
    read++
    reader.read(text, (structure) => look(graph, structure.molecule, text))
  }
  return read
}

test('atoms and bonds that are called aromatic, or not, are so for RDKit', () => {
  let called = 0
  let settled = 0
  const read = both((graph, molecule, text) => {
    const known = molecule.atoms.map(
      (atom, a) => (graph.aromatic[a] === 2 ? null : graph.aromatic[a] === 1) ?? atom.aromatic,
    )
    expect(known, text).toEqual(molecule.atoms.map((atom) => atom.aromatic))
    called += graph.unclear === 0 ? 1 : 0
    for (let b = 0; b < graph.bonds; b++) {
      const bond = molecule.bonds.find(
        ({ a, b: end }) => (a === graph.from[b] && end === graph.to[b]) || (a === graph.to[b] && end === graph.from[b]),
      )!
      if (graph.sureBond[b] === 1) expect(bond.aromatic, text).toBe(true)
      if (!graph.settled) continue
      expect(bond.aromatic, text).toBe(graph.sureBond[b] === 1)
      if (graph.order[b] === 1 && !bond.aromatic) expect(bond.order, text).toBe(1)
    }
    settled += graph.settled ? 1 : 0
  })
  expect(called / read).toBeGreaterThan(0.95)
  expect(settled / read).toBeGreaterThan(0.95)
})

/** Rings whatever order they and their atoms are given in. */
const text = (rings: readonly (readonly number[])[]) =>
  rings.map((ring) => [...ring].sort((a, b) => a - b).join()).sort()

test('the smallest rings, where they are certain, are those of RDKit', () => {
  let found = 0
  const read = both((graph, molecule, smiles) => {
    const rings = smallestRings(graph)
    if (!rings) return
    found++
    expect(text(rings), smiles).toEqual(text(molecule.rings))
  })
  expect(found / read).toBeGreaterThan(0.95)
})

test.each([
  ['fused rings that are aromatic only together', 'C1=CC=CC2=CC=CC2=C1'],
  ['fused rings of which one is aromatic', 'O=C1NC(=O)c2ccccc2C1'],
  ['a uracil drawn with double bonds', 'O=C1NC(=O)c2sc3ncccc3c2N1'],
  ['a coumarin drawn with double bonds', 'O=C1Oc2ccccc2C=C1'],
  ['a bond between two aromatic rings that is in a ring of its own', 'C1c2ccccc2-c2ccccc12'],
  ['a quaternary pyridinium', 'C[n+]1ccccc1C'],
  ['a thiophene dioxide', 'O=S1(=O)C=CC=C1'],
  ['a ring that bridges another', 'c1ccc2cc1nc1cc[nH]c(=S)n21'],
  ['three rings on one atom', 'C1=CC2=CC=CC3=CC=CC1=C23'],
  ['an atom within rings that are aromatic only together', 'c1cc2ccn3ccc4ccc(c1)c2Nc34'],
  ['an atom between two rings that share more than one bond', 'c1cc2ccc3cccn4ccc(c1)c2cc34'],
  ['six sp2 carbons around a cage of smaller rings', 'C1=6CC2=CC=6CC2=C1'],
  ['the same, written in lower case', 'c1c2cc3c6c1CC(C62)C3'],
])('aromaticity is settled, and RDKit finds the same: %s', (_, smiles) => {
  const graph = new FastGraph()
  expect(readSmiles(smiles, graph)).toBe(true)
  expect(graph.settled).toBe(true)
  const { atoms, bonds } = reader.read(smiles, ({ molecule }) => molecule)
  expect(Array.from({ length: graph.atoms }, (_, a) => graph.aromatic[a] === 1)).toEqual(atoms.map((a) => a.aromatic))
  const ours = Array.from({ length: graph.bonds }, (_, b) => [
    Math.min(graph.from[b]!, graph.to[b]!),
    Math.max(graph.from[b]!, graph.to[b]!),
    graph.sureBond[b] === 1,
  ])
  expect(ours.sort()).toEqual(bonds.map(({ a, b, aromatic }) => [Math.min(a, b), Math.max(a, b), aromatic]).sort())
})

test('a double bond to nitrogen in the next ring leaves its carbon an electron', () => {
  const [graph, smiles] = [new FastGraph(), 'CN1CCN=c2ccn(C)cc2C1']
  expect(readSmiles(smiles, graph)).toBe(true)
  const { atoms } = reader.read(smiles, ({ molecule }) => molecule)
  expect(atoms.some((atom) => atom.aromatic)).toBe(false)
  expect([...graph.aromatic.subarray(0, graph.atoms)]).not.toContain(1)
})

test.each([
  ['adamantane', 'C1C2CC3CC1CC(C2)C3', 4],
  ['quinuclidine', 'C1CN2CCC1CC2', 3],
  ['norbornane', 'C1CC2CCC1C2', 2],
  ['cubane', 'C12C3C4C1C5C2C3C45', 6],
  ['a crown ether', 'C1COCCOCCOCCOCCOCCO1', 1],
  ['erythronolide', 'CCC1OC(=O)C(C)C(O)C(C)C(O)C(C)CC(C)C(=O)C(C)C(O)C1C', 1],
  ['a cyclophane', 'C1Cc2ccc(cc2)CCc2ccc1cc2', 6],
  ['a cryptand', 'C1COCCOCCN2CCOCCOCCN1CCOCCOCC2', 3],
  ['a porphine', 'C1=CC2=CC3=CC=C(N3)C=C4C=CC(=N4)C=C5C=CC(=N5)C=C1N2', 5],
  ['large rings that share two bonds', 'C1CCCCCC2CCCCCCCC(CCCC1)C2', 2],
  ['a ring of 32 atoms', `C1${'C'.repeat(30)}C1`, 1],
])('the rings of %s', (_, smiles, count) => {
  const graph = new FastGraph()
  readSmiles(smiles, graph)
  const rings = reader.read(smiles, ({ molecule }) => molecule.rings)
  expect(rings).toHaveLength(count)
  expect(text(smallestRings(graph)!)).toEqual(text(rings))
})

/** A chain of carbon atoms with some ring closures drawn at random. */
function ringed(pick: (n: number) => number): string {
  const closures = Array.from({ length: 10 + pick(34) }, (): string[] => [])
  for (let digit = 10, end = 11 + pick(5); digit < end; digit++) {
    const [a, b] = [pick(closures.length), pick(closures.length)]
    if (Math.abs(a - b) < 2 || closures[a]!.length > 1 || closures[b]!.length > 1) continue
    for (const atom of [a, b]) closures[atom]!.push(`%${digit}`)
  }
  return closures.map((own) => `C${own.join('')}`).join('')
}

test('the rings of 3,000 ring systems drawn at random, where they are certain, are those of RDKit', () => {
  const random = seeded(11)
  const graph = new FastGraph()
  let large = 0
  for (let i = 0; i < 3000; i++) {
    const smiles = ringed((n) => Math.floor(random() * n))
    const rings = readSmiles(smiles, graph) ? smallestRings(graph) : null
    if (!rings) continue
    large += rings.some((ring) => ring.length > 8) ? 1 : 0
    expect(text(rings), smiles).toEqual(text(reader.read(smiles, ({ molecule }) => molecule.rings)))
  }
  expect(large).toBeGreaterThan(1500)
})

test('a ring of more than 32 atoms is left to RDKit', () => {
  const graph = new FastGraph()
  readSmiles(`C1${'C'.repeat(31)}C1`, graph)
  expect(smallestRings(graph)).toBeNull()
})

test.each([
  ['fluorene', 'c1ccc2c(c1)Cc1ccccc12', true],
  ['an aporphine', 'CN1CCc2cccc3c2C1Cc1ccccc13', true],
  ['azulene', 'c1ccc2cccc2cc1', true],
  ['biphenylene, of which one drawing has double bonds there', 'c1ccc2c(c1)c1ccccc12', false],
])('what joins two rings in lower case is single where no drawing makes it double: %s', (_, smiles, certain) => {
  const graph = new FastGraph()
  expect(readSmiles(smiles, graph)).toBe(true)
  expect(graph.settled).toBe(true)
  expect(
    [...graph.order.subarray(0, graph.bonds)].some(
      (order, b) =>
        order === 1 && graph.ringBond[b] === 1 && graph.lower[graph.from[b]!] === 1 && graph.lower[graph.to[b]!] === 1,
    ),
  ).toBe(certain)
  expect(SureGraph.of(graph) !== null).toBe(certain)
})

test('what a test says of equal surroundings, it says of each atom with them', () => {
  const graph = new FastGraph()
  const rules = law.edition.jurisdictions.flatMap((j) => j.rules)
  const shapes = [...law.terms.values(), ...rules.flatMap((rule) => rule.terms ?? [])].flatMap((term) => term.is)
  const smarts = [
    ...rules.flatMap((rule) => [
      ...rule.scaffolds.map((s) => s.smarts),
      ...(rule.open_words?.reaches ?? []).map((p) => p.smarts),
    ]),
    ...shapes.flatMap((s) => [s.root ?? [], s.core ?? [], s.every ?? [], s.some ?? [], s.none ?? []].flat()),
  ]
  const tests = smarts
    .flatMap((text) => patternOf(text)?.atoms.map((atom) => numbered(atom.test)) ?? [])
    .filter((t) => t.near)
  const some = [...new Map(tests.map((t) => [t.id, t])).values()]
  expect(some.length).toBeGreaterThan(20)
  let yes = 0
  for (const text of texts.slice(0, 1500)) {
    if (!readSmiles(text, graph)) continue
    findSurroundings(graph)
    for (const own of some) {
      for (let atom = 0; atom < graph.atoms; atom++) {
        const answer = testAtom(graph, atom, own.whole!)
        if (wholeAnswer(graph, atom, own) !== answer) expect.fail(`${text} ${atom} ${JSON.stringify(own.whole)}`)
        yes += answer === 1 ? 1 : 0
      }
    }
  }
  expect(yes).toBeGreaterThan(1000)
})

test('what the rule engine says on a molecule that is certain, it says on that of RDKit', () => {
  const rules = law.edition.jurisdictions.flatMap((j) => j.rules)
  let asked = 0
  let fits = 0
  const graph = new FastGraph()
  for (const [i, text] of texts.entries()) {
    const sure = readSmiles(text, graph) ? SureGraph.of(graph) : null
    if (!sure) continue
    const some = rules.filter((_, r) => (r + i) % 3 === 0)
    const mine = some.map((rule) =>
      outcomeOf(() => sure.molecule.components.map((component) => asAnswer(fitRule(sure, component, rule, law.terms)))),
    )
    const theirs = reader.read(text, (structure) =>
      some.map((rule) =>
        structure.molecule.components.map((component) => asAnswer(fitRule(structure, component, rule, law.terms))),
      ),
    )
    mine.forEach((outcome, r) => {
      if (outcome === null) return
      asked++
      fits += outcome.some(({ fit }) => fit !== 'misses') ? 1 : 0
      expect(outcome, `${some[r]!.id} ${text}`).toEqual(theirs[r])
    })
  }
  expect(asked).toBeGreaterThan(10_000)
  expect(fits).toBeGreaterThan(100)
})

test('imidic acids and enols that are certain are read as on the molecule of RDKit, drawn and settled', () => {
  const rules = law.edition.jurisdictions.flatMap((j) => j.rules)
  const graph = new FastGraph()
  const turned = texts
    .filter((_, i) => i % 4 === 0)
    .flatMap((text) =>
      [
        text.replace(/C\(=O\)N/, 'C(O)=N'),
        text.replace(/NC\(=O\)/, 'N=C(O)'),
        text.replace(/C\(=O\)N/, 'C([O-])=N'),
        text.replace(/CC\(=O\)/, 'C=C(O)'),
      ].filter((other) => other !== text),
    )
  let read = 0
  let fits = 0
  for (const text of turned) {
    const sure =
      readSmiles(text, graph) && SureGraph.of(graph) === null ? SureGraph.withSettled(graph, () => true) : null
    if (!sure) continue
    read++
    const mine = rules.map((rule) =>
      outcomeOf(() =>
        sure.molecule.components.map((component) => asAnswer(fitIn(readBy(rule, sure), component, rule, law.terms))),
      ),
    )
    const theirs = reader.read(text, (structure) => {
      expect(sure.settled === null, text).toBe(structure.settled === null)
      return rules.map((rule) =>
        structure.molecule.components.map((component) =>
          asAnswer(fitIn(readBy(rule, structure), component, rule, law.terms)),
        ),
      )
    })
    mine.forEach((outcome, r) => {
      if (outcome === null) return
      fits += outcome.some(({ fit }) => fit !== 'misses') ? 1 : 0
      expect(outcome, `${rules[r]!.id} ${text}`).toEqual(theirs[r])
    })
  }
  expect(read).toBeGreaterThan(100)
  expect(fits).toBeGreaterThan(100)
})

test.each([
  ['a proton that leaves', 'CC(O)=[N+](C)C'],
  ['an aromatic ring that the double bond leads to', 'OC=C1C=CC(=CO)C=C1'],
])('%s is left to RDKit', (_, smiles) => {
  const graph = new FastGraph()
  readSmiles(smiles, graph)
  expect(SureGraph.withSettled(graph, () => true)).toBeNull()
})

/** Everything but how near a miss came. */
function asAnswer(outcome: RuleOutcome): RuleOutcome | { readonly fit: 'misses' } {
  return outcome.fit === 'misses' ? { fit: 'misses' } : outcome
}

function outcomeOf<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof NotSure) return null
    throw error
  }
}

test('substances with the same functional groups have the same group counts', () => {
  const counts = new Map<string, string>()
  let pairs = 0
  both((graph, molecule, text) => {
    const own = groupCounts(graph)
    if (own === null) return
    const { formula, loose } = groupsOf(molecule, molecule.components[0]!)
    const known = counts.get(`${formula} ${loose}`)
    if (known !== undefined) pairs++
    expect(own, text).toBe(known ?? own)
    counts.set(`${formula} ${loose}`, own)
  })
  expect(pairs).toBeGreaterThan(100)
})

test('what a larger molecule left behind does not count for the next', () => {
  const rule = law.edition.jurisdictions.flatMap((j) => j.rules).find((r) => r.id === 'us-fentanyl-related-substances')!
  const screen = new Screen(law, { asOf: '2026-09-01', jurisdictions: ['US'] })
  const esterOf = (alkyl: string) => `CCC(=O)N(c1ccccc1)C1(C(=O)O${alkyl})CCN(CCc2ccccc2)CC1`
  for (const smiles of [esterOf('C'), esterOf('C'.repeat(30)), esterOf('C')]) {
    screen.refer(smiles)
    expect(screen.couldFit(rule), smiles).toBe(true)
  }
})

test('two graphs that are filled in turn do not take over what was found for the other', () => {
  const [one, two] = [new Screen(law, { asOf: '2026-11-01' }), new Screen(law, { asOf: '2026-11-01' })]
  const some = texts.slice(0, 400)
  const alone = some.map((text) => one.refer(text))
  const shifted = some.map((_, i) => some[(i + 1) % some.length]!)
  const inTurn = some.map((text, i) => {
    two.refer(shifted[i]!)
    return one.refer(text)
  })
  expect(inTurn).toEqual(alone)
})
