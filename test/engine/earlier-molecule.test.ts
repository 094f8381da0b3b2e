import { expect, test } from 'vitest'
import { FastGraph, readSmiles } from '../../src/engine/index.js'
import { Screen } from '../../src/screen/index.js'
import { law } from '../support/law.js'
import { mutated } from '../support/mutate.js'

const perAtom = [
  'z',
  'charge',
  'hydrogens',
  'aromatic',
  'sureAtom',
  'neutralCharge',
  'neutralHydrogens',
  'unsure',
] as const
const perBond = ['from', 'to', 'order', 'sureBond', 'ringBond', 'ringSize'] as const

/** All that a graph says of a text, or that it says nothing. */
function contents(text: string, graph: FastGraph): unknown {
  const isRead = readSmiles(text, graph)
  const { atoms, bonds, loose, unusual, labelled, unclear, bondsAreSure } = graph
  if (!isRead && !loose) return 'nothing'
  return [
    { isRead, atoms, bonds, loose, unusual, labelled, unclear, bondsAreSure },
    perAtom.map((field) => [...graph[field].slice(0, atoms)]),
    perBond.map((field) => [...graph[field].slice(0, bonds)]),
  ]
}

const recorded = law.edition.substances.flatMap((s) => s.smiles ?? [])
/** An odd charge, which is not certain, beside what no rule of aromaticity concerns. */
const odd = ['C#CCNC(C)Cc1ccc2OCOc2c1.C[NH+3]', 'C#CC.C[NH+3]', 'C1CCC#CCCC1.C[NH+3]', 'C1=CC=CC#C1.C[NH+3]']

test('what a text is read as does not depend on the molecule that its graph held before', () => {
  const graph = new FastGraph()
  const aromatic = `c1ccccc1${'-c1ccccc1'.repeat(9)}`
  const chain = `C${'=CC#CCN'.repeat(10)}`
  let unread = 0
  for (const text of [...odd, ...mutated(recorded, 1500, 5)]) {
    readSmiles(chain, graph)
    const one = contents(text, graph)
    readSmiles(aromatic, graph)
    expect(contents(text, graph), text).toEqual(one)
    if (one === 'nothing') unread++
  }
  expect(unread).toBeGreaterThan(20)
})

test('an input that is read again, after its graph held others, gives the same hints', () => {
  const screen = new Screen(law, { asOf: '2026-09-01' })
  const rules = law.edition.jurisdictions.flatMap((j) => j.rules)
  for (const text of odd) {
    const fitting = () => rules.filter((rule) => reading.couldFit(rule)).map((rule) => rule.id)
    let reading = screen.read(text)
    const before = fitting()
    reading = screen.read(text)
    for (let i = 0; i < 70; i++) screen.read(`c1ccccc1${'-c1ccccc1'.repeat(5)}C(=O)N${'C'.repeat(i + 1)}`).clears()
    expect(fitting(), text).toEqual(before)
  }
})
