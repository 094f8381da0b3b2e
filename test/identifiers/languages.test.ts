import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Resolver, type ResolvedInput } from '../../src/identifiers/index.js'
import { foldedNames } from '../../src/identifiers/folded.js'
import { identityOf } from '../../src/identifiers/same.js'
import { law, sharedReader } from '../support/law.js'

const resolver = new Resolver(law, sharedReader)

/** Ids of records; `=` for a shipped structure without one, `+` between parts of a mixture, `|` between members of a set. */
function meant(meaning: ResolvedInput): string {
  if (meaning.kind === 'set')
    return meaning.members
      .map((member) => meant(member.meaning))
      .sort()
      .join(' | ')
  if (meaning.kind === 'unreadable') return '-'
  const { lookup } = meaning
  if (lookup?.by !== 'mixture') return lookup?.substance ?? '='
  return lookup.structure!.split('.').map(idOf).sort().join(' + ')
}

const ids = new Map(
  law.edition.substances.flatMap(({ smiles, id }) => (smiles === null ? [] : [[smiles, id] as const])),
)
const idOf = (smiles: string) => ids.get(smiles) ?? '='

/** A line is a meaning, and texts that have it. */
const rowsOf = (table: string) =>
  readFileSync(new URL(table, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [what, ...texts] = line.split('\t')
      return texts.map((text) => [text, what!] as const)
    })

test.each([...rowsOf('languages.tsv'), ...rowsOf('laboratory-texts.tsv')])('%s: %s', async (text, what) => {
  expect(what.split('/')).toContain(meant((await resolver.resolve({ name: text })).meaning))
})

test('no shipped name of another substance reads as a record in the spelling of another language', async () => {
  const { furtherNames } = await import('../../src/names.js')
  const reader = await sharedReader()
  const others: string[] = []
  for (const line of furtherNames.split('\n')) {
    const [kind, name = '', smiles = ''] = line.split('\t')
    if (kind !== 'medicine' && kind !== 'everyday chemical') continue
    const found = resolver.names.findFolded(name, foldedNames(name)[0]!)
    if (found?.kind !== 'one' || found.lookup.structure === null || resolver.names.findName(name) !== null) continue
    const [own, recorded] = [smiles, found.lookup.structure].map((text) => identityOf(reader, text, law))
    if (own!.flat !== recorded!.flat) others.push(`${name}: ${found.lookup.substance}`)
  }
  expect(others).toEqual([])
})
