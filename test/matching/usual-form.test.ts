import { describe, expect, test } from 'vitest'
import { asUsualForm, isUsualFormOf, withUsualForms } from '../../src/matching/across/by-usual-form.js'
import {
  judge,
  type ClassFinding,
  type Doubt,
  type Finding,
  type JurisdictionResult,
  type Verdict,
  type Via,
} from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

const byClass = (counts: ClassFinding['counts'], via: readonly Via[] = [], doubts: readonly Doubt[] = []) =>
  ({ kind: 'class', ruleId: 'r', counts, via, doubts }) as unknown as Finding
const gap = { kind: 'gap', gap: 'g', reads: 'x', cite: 'x', counts: 'undecided' } as const
const result = (verdict: Verdict, ...findings: Finding[]) =>
  ({ code: 'XX', verdict, findings, caveats: [], nearMisses: [], setAside: [] }) satisfies JurisdictionResult

const apart: Doubt = { kind: 'tautomer apart' }
const stereo: Doubt = { kind: 'stereo open' }
const drawn = result('uncontrolled')

describe('the answer for a drawing with another usual form', () => {
  test.each<[Verdict, Verdict[], Verdict]>([
    ['uncontrolled', [], 'uncontrolled'],
    ['uncontrolled', ['class'], 'class'],
    ['uncontrolled', ['listed'], 'listed'],
    ['uncontrolled', ['undecided'], 'undecided'],
    ['undecided', ['class'], 'class'],
    // Only a stronger answer counts.
    ['listed', ['class'], 'listed'],
    ['class', ['undecided'], 'class'],
    ['class', ['uncontrolled'], 'class'],
    ['undecided', ['uncontrolled'], 'undecided'],
    // Of several forms that could be meant, all must agree.
    ['uncontrolled', ['class', 'class'], 'class'],
    ['uncontrolled', ['uncontrolled', 'class'], 'undecided'],
    ['uncontrolled', ['class', 'uncontrolled'], 'undecided'],
    ['uncontrolled', ['class', 'listed'], 'undecided'],
    ['undecided', ['listed', 'class'], 'undecided'],
    ['class', ['uncontrolled', 'listed'], 'class'],
  ])('%s, with usual forms %j: %s', (own, usual, verdict) => {
    const found = withUsualForms(
      result(own),
      usual.map((v) => result(v)),
    )
    expect(found.verdict).toBe(verdict)
  })

  test('is that of the drawing, unchanged, unless another is stronger', () => {
    for (const own of [result('class', byClass('class')), result('undecided', gap)]) {
      expect(withUsualForms(own, [])).toBe(own)
      expect(withUsualForms(own, [result(own.verdict, byClass('class'))])).toBe(own)
      expect(withUsualForms(own, [result('listed'), result('uncontrolled')])).toBe(own)
    }
  })

  test('has the findings of the strongest form, as its tautomer', () => {
    const [one] = withUsualForms(drawn, [result('class', byClass('class', ['salt'], [stereo]))]).findings
    expect(one).toEqual(byClass('class', ['salt', 'tautomer'], [stereo]))
    const [named] = withUsualForms(drawn, [result('class', byClass('class', ['tautomer', 'salt']))]).findings
    expect(named).toEqual(byClass('class', ['tautomer', 'salt']))
    expect(withUsualForms(drawn, [result('undecided', gap)]).findings).toEqual([gap])
  })

  test('is in doubt, and says so once, if the forms do not agree', () => {
    const unsure = (finding: Finding) => withUsualForms(drawn, [drawn, result('class', finding)])
    expect(unsure(byClass('class'))).toEqual(result('undecided', byClass('undecided', ['tautomer'], [apart])))
    expect(unsure(byClass('class', [], [stereo]))).toEqual(
      result('undecided', byClass('undecided', ['tautomer'], [stereo, apart])),
    )
    expect(unsure(byClass('class', [], [stereo, apart]))).toEqual(
      result('undecided', byClass('undecided', ['tautomer'], [stereo, apart])),
    )
    // What does not count, still does not.
    expect(unsure(byClass(null))).toEqual(result('undecided', byClass(null, ['tautomer'], [apart])))
  })
})

describe('a drawing of which a form is certainly the usual one', () => {
  const isUsual = () => true
  test('is judged as that form where class rules alone cover the drawing', () => {
    const form = result('uncontrolled', byClass(null))
    expect(asUsualForm(result('class', byClass('class')), form, isUsual)).toEqual(
      result('uncontrolled', byClass(null, ['tautomer'])),
    )
    expect(asUsualForm(result('class', byClass('class')), form, () => false)).toBeNull()
    expect(asUsualForm(result('undecided', byClass('class'), gap), form, isUsual)).toBeNull()
    expect(asUsualForm(result('class', byClass('class')), result('class'), isUsual)).toBeNull()
  })

  const drawings: [string, string][] = [
    ['COc1cccc(CCN2CCC(N=c3[nH]c4ccccc4n3Cc3ccc(F)cc3)CC2)c1', 'COc1cccc(CCN2CCC(Nc3nc4ccccc4n3Cc3ccc(F)cc3)CC2)c1'],
    ['COc1cccc(CCN2CCC(N=C3Nc4ccccc4N3Cc3ccc(F)cc3)CC2)c1', 'COc1cccc(CCN2CCC(Nc3nc4ccccc4n3Cc3ccc(F)cc3)CC2)c1'],
  ]
  const verdictsOf = (smiles: string) =>
    reader.read(smiles, (s) => judge(s, law, { asOf: '2026-01-01' }).jurisdictions.map((j) => `${j.code} ${j.verdict}`))
  test.each(drawings)('%s is no more controlled than %s', (drawing, usual) =>
    expect(verdictsOf(drawing)).toEqual(verdictsOf(usual)),
  )
  test('other forms of an amidine are no more usual', () => {
    const isForm = (one: string, other: string) =>
      reader.read(one, (s) => reader.read(other, (form) => isUsualFormOf(s, form)))
    expect(isForm('N=C1NCCS1', 'NC1=NCCS1')).toBe(false)
    expect(isForm('N=c1[nH]ccs1', 'Nc1nccs1')).toBe(true)
    expect(isForm('Nc1nccs1', 'N=c1[nH]ccs1')).toBe(false)
    expect(isForm('O=C1C=CCC=C1', 'Oc1ccccc1')).toBe(false)
  })
})
