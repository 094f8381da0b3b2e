import { describe, expect, it } from 'vitest'
import { ask, askSmiles } from '../support/ask.js'

describe('Germany: acts that are known gaps', () => {
  it('testosterone, a doping agent: uncontrolled, quantities for sport are not recorded', () => {
    const testosterone = 'C[C@]12CC[C@H]3[C@@H](CCC4=CC(=O)CC[C@]34C)[C@@H]1CC[C@@H]2O'
    expect(askSmiles(testosterone, 'DE', '2026-08-01').verdict).toBe('uncontrolled')
  })

  it('chlormethine, a medicine on Schedule 1 of the Chemical Weapons Convention: uncontrolled in Germany, listed there', () => {
    expect(askSmiles('CN(CCCl)CCCl', 'DE', '2026-08-01').verdict).toBe('uncontrolled')
    expect(askSmiles('CN(CCCl)CCCl', 'CWC', '2026-08-01').verdict).toBe('listed')
  })
})

describe('United Kingdom: precursors as the Home Office licenses them', () => {
  it.each(['acetone', 'ephedrine', 'depapd', '4-piperidone', 'pmk-glycidic-acid'])(
    '%s: listed as a precursor, with its citation and scope unverified',
    (substance) => {
      const [finding] = ask(substance, 'GB', '2026-09-01').findings
      expect(finding).toMatchObject({ counts: 'listed', control: 'precursor', unconfirmed: ['cite', 'extends_to'] })
    },
  )

  it('an ester of a glycidic acid, "any controlled ester": undecided', () => {
    expect(ask('pmk-methyl-glycidate', 'GB', '2026-09-01').verdict).toBe('undecided')
  })

  it('sodium chloride, a salt of hydrochloric acid: uncontrolled', () => {
    expect(askSmiles('[Na+].[Cl-]', 'GB', '2026-09-01').verdict).toBe('uncontrolled')
  })

  it.each([
    ['2018-11-26', 'undecided'],
    ['2026-06-15', 'undecided'],
    ['2026-06-16', 'listed'],
  ])('acetone on %s: %s, its first day is unknown', (day, verdict) => {
    expect(ask('acetone', 'GB', day).verdict).toBe(verdict)
  })
})

describe('Estonia: precursors by reference to the Union', () => {
  it.each([
    ['2026-03-01', 'class'],
    ['2005-08-17', 'undecided'],
  ])('acetone on %s: %s', (day, verdict) => {
    expect(ask('acetone', 'EE', day).verdict).toBe(verdict)
  })
})
