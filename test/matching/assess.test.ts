import { describe, expect, test } from 'vitest'
import { OutOfBudget, Reader, ReaderClosed, type Names } from '../../src/chem/index.js'
import { compileEdition } from '../../src/law/authoring.js'
import {
  assess,
  indexLaw,
  judge,
  noHints,
  withNames,
  type Assessment,
  type Identify,
} from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { always, amphetamine, ethanol, listOf, recordsOf, ruleOf, type Scenario } from '../support/records.js'

const lawOf = (...scenarios: Scenario[]) => {
  const records = scenarios.map((s) => recordsOf(s))
  const jurisdictions = records.flatMap((r) => r.jurisdictions)
  return indexLaw({ ...compileEdition({ ...records[0]!, jurisdictions }, reader), sha256: 'test' })
}
/** Two laws: one lists amphetamine, the other has a rule on toluidines. */
const law = lawOf(
  { substances: [ethanol, amphetamine] },
  { jurisdiction: { code: 'YY' }, lists: [listOf([], { id: 'yy-list' })], rules: [ruleOf()] },
)
const query = { asOf: '2015-01-01' }
const listed = 'NC(C)Cc1ccccc1'
const inClass = 'Cc1ccc(N)cc1'
const free = 'c1ccccc1'

const ask = (text: string, identify: Identify, more = {}) => assess(reader, law, text, query, { identify, ...more })
const factsOf = (assessment: Assessment) => (assessment.kind === 'judged' ? assessment.structure : assessment.problem)

describe('an assessment', () => {
  test('has the judgement, the formula and the names', () => {
    expect(assess(reader, law, listed, query)).toEqual({
      kind: 'judged',
      structure: { smiles: 'CC(N)Cc1ccccc1', inchikey: 'KWTSXDURSIMDCE-UHFFFAOYSA-N', formula: 'C9H13N' },
      judgement: reader.read(listed, (s) => judge(s, law, query)),
    })
  })

  test('has names of what is undecided, by which findings have ids, where those of all findings are asked for', () => {
    const reaches = [{ smarts: '[N+](=O)[O-]', reads: 'nitro' }]
    const gap = { id: 'xx-nitro', from: null, until: null, reads: 'x', cite: 'x', reaches }
    const open = lawOf({ jurisdiction: { gaps: [gap] }, lists: [listOf([])] })
    const of = (identify: Identify) => assess(reader, open, 'O=[N+]([O-])c1ccccc1', query, { identify })
    expect(of('listed')).toMatchObject({ structure: { inchikey: null }, judgement: { verdict: 'undecided' } })
    expect(of('controlled')).toMatchObject({ structure: { inchikey: null } })
    expect(of('found')).toMatchObject({ structure: { inchikey: 'LQNUZADURLCDLV-UHFFFAOYSA-N' } })
  })

  test.each<[Identify, string[]]>([
    ['none', []],
    ['listed', [listed]],
    ['controlled', [listed, inClass]],
    ['found', [listed, inClass]],
    ['all', [listed, inClass, free]],
  ])('has names of what was asked: %s', (identify, named) => {
    const all = [listed, inClass, free].map((smiles) => [smiles, factsOf(ask(smiles, identify))] as const)
    for (const [smiles, facts] of all) {
      const { inchikey } = factsOf(ask(smiles, 'all')) as { inchikey: string }
      expect(facts).toMatchObject({ inchikey: named.includes(smiles) ? inchikey : null, formula: expect.any(String) })
      expect(facts).not.toHaveProperty('unnamed')
    }
  })

  test('leaves the names out that InChI does not have', () => {
    expect(factsOf(ask('*CCO', 'all'))).toEqual({ smiles: '*CCO', inchikey: null, formula: expect.any(String) })
  })

  test('of the substance that is named', () => {
    const left = { ...amphetamine, id: 'left', smiles: 'C[C@H](N)Cc1ccccc1', inchikey: 'KWTSXDURSIMDCE-QMMMGPOBSA-N' }
    const entry = { substance: 'left', name_in_law: 'x', periods: [always()] }
    const own = lawOf({ substances: [left, ethanol], lists: [listOf([entry])] })
    const doubts = (named: object) => {
      const found = assess(reader, own, listed, query, { identify: 'none', ...named })
      return found.kind === 'judged' && found.judgement.jurisdictions[0]!.findings
    }
    expect(doubts({})).toMatchObject([{ doubts: [{ kind: 'stereo open' }] }])
    expect(doubts({ named: 'left' })).toMatchObject([{ doubts: [] }])
  })

  test('uses what is certain of the structure', () => {
    const verdict = (hints: object) => {
      const found = ask(inClass, 'none', { hints: { ...noHints, ...hints } })
      return found.kind === 'judged' && found.judgement.verdict
    }
    expect(verdict({})).toBe('class')
    expect(verdict({ couldMatch: () => false })).toBe('uncontrolled')
    expect(verdict({ couldMatch: (smarts: string) => smarts !== 'C#C' })).toBe('class')
  })

  test('of what cannot be read is the problem', () => {
    expect(ask('C1CC(', 'all')).toMatchObject({ kind: 'unreadable', problem: { code: 'syntax' } })
  })

  test('of a structure that takes too much work is undecided in every law, and has no names', () => {
    const couldBeRecorded = () => {
      throw new OutOfBudget('too much')
    }
    const undecided = (code: string) => ({
      code,
      verdict: 'undecided',
      findings: [{ kind: 'open structure', why: 'budget', counts: 'undecided' }],
      caveats: [],
      nearMisses: [],
      setAside: [],
    })
    expect(ask(listed, 'all', { hints: { ...noHints, couldBeRecorded } })).toEqual({
      kind: 'judged',
      structure: { smiles: null, inchikey: null, formula: 'C9H13N', unnamed: 'too much' },
      judgement: { verdict: 'undecided', jurisdictions: [undecided('XX'), undecided('YY')] },
    })
  })

  test('fails if something else fails', async () => {
    const couldBeRecorded = () => {
      throw new Error('broken')
    }
    expect(() => ask(listed, 'all', { hints: { ...noHints, couldBeRecorded } })).toThrow('broken')
    const closed = await Reader.start()
    closed.close()
    expect(() => assess(closed, law, listed, query)).toThrow(ReaderClosed)
  })
})

describe('an assessment of a structure judged without RDKit', () => {
  const judgementOf = (smiles: string) => reader.read(smiles, (s) => judge(s, law, query))
  const names: Names = { smiles: 'x', inchikey: 'y', unnamed: null }
  const never = () => Promise.reject(new Error('RDKit is not needed'))
  const start = () => Promise.resolve(reader)

  test('needs no names that are not asked', async () => {
    for (const [smiles, identify] of [
      [listed, 'none'],
      [inClass, 'listed'],
      [free, 'controlled'],
    ] as const) {
      const judgement = judgementOf(smiles)
      expect(await withNames(never, smiles, { judgement, formula: 'F', names }, identify)).toEqual({
        kind: 'judged',
        structure: { smiles: null, inchikey: null, formula: 'F' },
        judgement,
      })
    }
  })

  test('has the names that are known', async () => {
    const judgement = judgementOf(listed)
    for (const identify of ['listed', 'controlled', 'all'] as const)
      expect(await withNames(never, listed, { judgement, formula: 'F', names }, identify)).toEqual({
        kind: 'judged',
        structure: { smiles: 'x', inchikey: 'y', formula: 'F' },
        judgement,
      })
  })

  test('has the names that RDKit works out', async () => {
    const judgement = judgementOf(listed)
    expect(await withNames(start, listed, { judgement, formula: 'F', names: null }, 'all')).toEqual({
      kind: 'judged',
      structure: { smiles: 'CC(N)Cc1ccccc1', inchikey: 'KWTSXDURSIMDCE-UHFFFAOYSA-N', formula: 'F' },
      judgement,
    })
  })

  test('is the problem if RDKit cannot read it', async () => {
    const judged = { judgement: judgementOf(listed), formula: 'F', names: null }
    expect(await withNames(start, 'C1CC(', judged, 'all')).toMatchObject({
      kind: 'unreadable',
      problem: { code: 'syntax' },
    })
    const broken = {
      namesOf: () => {
        throw new Error('broken')
      },
    } as unknown as Reader
    await expect(withNames(() => Promise.resolve(broken), listed, judged, 'all')).rejects.toThrow('broken')
  })
})
