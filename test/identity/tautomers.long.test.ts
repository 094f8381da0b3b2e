import { beforeAll, describe, expect, it } from 'vitest'
import { judge, type Verdict } from '../../src/matching/index.js'
import { every } from '../support/share.js'
import { generator, shuffled } from './mutate.js'
import { redrawnNatively, structuresOfLaw, type Redrawn } from './tautomers.js'
import { law, reader } from '../support/law.js'

/** A sample in CI; COMPARE=all tests every recorded substance and rule example (some minutes). */
const count = every === 1 ? Infinity : 90

/** For each structure and each of its drawings: jurisdictions that control one and clear the other. */
const lost: (Redrawn & { readonly of: string; readonly cleared: readonly string[] })[] = []
beforeAll(async () => {
  const structures = shuffled(generator(20260923), structuresOfLaw()).slice(0, count)
  const drawings = redrawnNatively(structures)
  const cases = structures.map((of, i) => ({ of, drawings: drawings[i]! }))
  for (const { of, drawings } of cases) {
    const own = verdicts(of)
    for (const drawing of drawings) {
      const other = verdicts(drawing.smiles)
      const cleared = [...own].flatMap(([code, verdict]) =>
        verdict !== 'uncontrolled' && other.get(code) === 'uncontrolled' ? [`${code} ${verdict}`] : [],
      )
      lost.push({ ...drawing, of, cleared })
    }
  }
}, 3_600_000)

function verdicts(smiles: string): Map<string, Verdict> {
  return reader.read(
    smiles,
    (s) => new Map(judge(s, law, { asOf: '2026-09-01', undated: true }).jurisdictions.map((j) => [j.code, j.verdict])),
  )
}

const isListed = ({ cleared }: { readonly cleared: readonly string[] }) => cleared.some((c) => c.endsWith('listed'))

describe('native RDKit draws controlled substances differently', () => {
  it('there is enough to compare', () => {
    expect(lost.filter((d) => d.moved === 'hetero').length).toBeGreaterThan(10)
    expect(lost.filter((d) => d.moved === 'keto').length).toBeGreaterThan(40)
  })

  it('no listed substance is cleared if hydrogens move between heteroatoms, or between carbon and heteroatoms', () => {
    expect(lost.filter((d) => d.by === 'tautomer' && d.moved !== 'carbon' && isListed(d))).toEqual([])
  })

  it('nor as its canonical tautomer of that kind, after conversion through InChI, uncharged', () => {
    expect(
      lost
        .filter((d) => (d.by === 'canonical' && d.moved !== 'carbon') || d.by === 'inchi' || d.by === 'uncharged')
        .filter(isListed),
    ).toEqual([])
  })
})
