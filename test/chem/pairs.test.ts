import { expect, test } from 'vitest'
import { areDrawnAlike, compareForms, compareStereo, drawnGraph, type Structure } from '../../src/chem/index.js'
import { append } from '../../src/remembered.js'
import { reader } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

// How each structure of a group is related to each other one. A heading is a group, its SMILES one after the other: to
// try another, add it and run the test with UPDATE_ROWS=1.
const stored = new StoredSections(new URL('pairs.txt', import.meta.url), '\t')

test.each(stored.headings)('%s', (group) => {
  const structures = group.split(' ')
  /** The pairs of each relation. */
  const pairs = new Map<string, string[]>()
  for (const [i, one] of structures.entries())
    for (const other of structures.slice(i + 1)) {
      const [there, back] = [relationsOf(one, other), relationsOf(other, one)]
      append(pairs, there, `${one} ${there === back ? 'and' : 'to'} ${other}`)
      if (there !== back) append(pairs, back, `${other} to ${one}`)
    }
  const rows = [...pairs].map(([relation, own]) => `${relation}: ${own.join('; ')}`)
  stored.expectRows(group, [rows.join(' · ')])
})

test('a group is in the file once', () => expect(new Set(stored.headings).size).toBe(stored.headings.length))

function relationsOf(one: string, other: string): string {
  const their = reader.read(other, (s) => factsOf(s))
  return reader.read(one, (s) => {
    const own = factsOf(s)
    const tautomer = s.tautomerOf(s.molecule.components[0]!, other)
    const redrawn = tautomer?.identity?.inchi
    return [
      tautomer === null ? 'no tautomer' : `tautomer, ${tautomer.sure ? 'sure' : 'not sure'}`,
      ...(redrawn === undefined ? [] : [redrawn === their.identity?.inchi ? 'redrawn as it' : `redrawn as ${redrawn}`]),
      ...(own.identity && their.identity && own.identity.flat === their.identity.flat
        ? [
            `stereo ${compareStereo(own.identity.stereo, their.identity.stereo)}`,
            `forms ${compareForms(own.identity.forms, their.identity.stereo)}`,
            `of a racemate ${compareForms(own.identity.forms, their.identity.stereo, true)}`,
          ]
        : []),
      ...(areDrawnAlike(own.graph, their.graph) ? ['drawn alike'] : []),
    ].join(', ')
  })
}

function factsOf(structure: Structure) {
  const [component] = structure.molecule.components
  return { identity: structure.identity(component!), graph: drawnGraph(structure.molecule, component!) }
}
