import { beforeAll, describe, expect, it } from 'vitest'
import { Reader } from '../../src/chem/index.js'
import { allKinds } from '../../src/law/index.js'
import { judge, type ListedFinding } from '../../src/matching/index.js'
import { clauses, type Example } from './clauses.js'
import { identityDocument } from './document.js'
import { edition, law } from './edition.js'

let reader: Reader
beforeAll(async () => {
  reader = await Reader.start()
})

function answer({ smiles, asOf, by }: Example, code: string) {
  const findings = reader
    .read(smiles, (s) => judge(s, law, { asOf, jurisdictions: [code], kinds: allKinds }).jurisdictions[0]!.findings)
    .filter((f): f is ListedFinding => f.kind === 'listed')
  const chosen = findings.find((f) => f.substance === by?.substance) ?? findings[0]
  return chosen
    ? { verdict: chosen.counts, by: { substance: chosen.substance, via: chosen.via } }
    : { verdict: 'uncontrolled', by: null }
}

describe('docs/identity.md', () => {
  it.each(
    clauses.flatMap((c) => [
      [`${c.code} ${c.clause}: covers ${c.inside.name}`, c, c.inside] as const,
      [`${c.code} ${c.clause}: stops at ${c.outside.name}`, c, c.outside] as const,
    ]),
  )('%s', (_, clause, example) => {
    expect(answer(example, clause.code)).toEqual({ verdict: example.verdict, by: example.by })
  })

  it('has an example for every word of every law', () => {
    const shown = new Set(clauses.flatMap((c) => c.words.map((word) => `${c.code} ${word}`)))
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
