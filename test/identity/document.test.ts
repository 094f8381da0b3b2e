import { describe, expect, it } from 'vitest'
import { allKinds } from '../../src/law/index.js'
import { judge, type ListedFinding } from '../../src/matching/index.js'
import { identityDocument } from './document.js'
import { clauses, type Clause } from './tables.js'
import { edition, law, reader } from '../support/law.js'

function answer({ structure, jurisdiction, as_of: asOf, by }: Clause) {
  const { verdict, jurisdictions } = reader.read(structure, (s) =>
    judge(s, law, { asOf, jurisdictions: [jurisdiction], kinds: allKinds }),
  )
  const listed = jurisdictions[0]!.findings.filter((f): f is ListedFinding => f.kind === 'listed')
  const chosen = listed.find((f) => f.substance === by) ?? listed[0]
  return {
    verdict,
    listed: chosen?.counts ?? 'uncontrolled',
    by: chosen?.substance ?? '',
    via: chosen?.via ?? [],
  }
}

describe('docs/identity.md', () => {
  it.each(clauses)('$jurisdiction $clause: $side $id', (row) => {
    const { expected, by, via } = row
    expect(answer(row)).toEqual({ verdict: expected, listed: by === '' ? 'uncontrolled' : expected, by, via })
  })

  it('each clause has a structure that it covers, then one that it stops at', () => {
    expect(clauses.map((row) => row.side)).toEqual(clauses.map((_, i) => (i % 2 === 0 ? 'covers' : 'stops at')))
    const of = clauses.map((row) => `${row.jurisdiction} ${row.clause}, ${row.words.join('; ')}`)
    expect(of.filter((_, i) => i % 2 === 0)).toEqual(of.filter((_, i) => i % 2 === 1))
  })

  it('has an example for every word of every law', () => {
    const shown = new Set(clauses.flatMap((c) => c.words.map((word) => `${c.jurisdiction} ${word}`)))
    const used = edition.jurisdictions.flatMap(({ jurisdiction, lists }) =>
      lists
        .flatMap((list) => [
          ...list.scope.flatMap((s) => [...s.extends_to, ...(s.on_condition ?? [])]),
          ...list.entries.flatMap((e) => e.periods.flatMap((p) => p.extends_to ?? [])),
        ])
        .map((word) => `${jurisdiction.code} ${word}`),
    )
    expect([...new Set(used)].filter((word) => !shown.has(word))).toEqual([])
  })

  it('is the page generated from the examples and the records', async () => {
    await expect(identityDocument()).toMatchFileSnapshot('../../docs/identity.md')
  })
})
