import { describe, expect, test } from 'vitest'
import { withUsualForms } from '../../src/matching/across/usual-form.js'
import type { ClassFinding, Doubt, Finding, JurisdictionResult, Verdict, Via } from '../../src/matching/index.js'

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
