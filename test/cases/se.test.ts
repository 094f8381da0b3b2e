import { describe, expect, it } from 'vitest'
import { ask, askSmiles } from '../support/ask.js'

describe('Sweden: the days of the amendments', () => {
  it.each([
    ['gidazepam', '2026-05-11', 'uncontrolled'],
    ['gidazepam', '2026-05-12', 'listed'],
    ['2-chloromethcathinone', '2025-07-14', 'undecided'],
    ['2-chloromethcathinone', '2025-07-15', 'listed'],
    ['1cp-lsd', '2023-07-11', 'listed'],
    // SFS 2025:1314: decided in November 2025, in force on a day that no text at hand gives.
    ['muscimol', '2025-10-31', 'uncontrolled'],
    ['muscimol', '2025-12-01', 'undecided'],
    ['muscimol', '2026-04-11', 'listed'],
    ['mephedrone', '2025-07-15', 'listed'],
    ['mephedrone', '2021-05-24', 'undecided'],
    ['mephedrone', '2021-05-25', 'listed'],
    ['alpha-pcyp', '2020-04-27', 'undecided'],
    ['alpha-pcyp', '2020-04-28', 'listed'],
    ['lsd', '2025-07-14', 'undecided'],
    ['lsd', '2025-07-15', 'class'],
  ])('%s on %s: %s', (id, day, verdict) => {
    expect(ask(id, 'SE', day).verdict).toBe(verdict)
  })

  it('4-BMC leaves the goods for the narcotics', () => {
    const lists = (day: string) => ask('4-bmc', 'SE', day).findings.map((f) => (f.kind === 'listed' ? f.list : f.kind))
    expect(lists('2026-05-11')).toEqual(['se-goods'])
    expect(lists('2026-05-12')).toEqual(['se-narcotics'])
  })

  it('what nobody lists is decided from 2025-07-15', () => {
    const caffeine = 'Cn1c(=O)c2c(ncn2C)n(C)c1=O'
    expect(askSmiles(caffeine, 'SE', '2025-07-15').verdict).toBe('uncontrolled')
    expect(askSmiles(caffeine, 'SE', '2025-07-14').verdict).not.toBe('listed')
  })

  it('the Act itself covers what the conventions control and the ordinances do not name', () => {
    const found = ask('fentanyl', 'SE', '2025-07-15')
    expect(found.verdict).toBe('class')
    expect(found.findings).toMatchObject([
      { kind: 'class', ruleId: 'se-conventions', control: 'drug', controlledFrom: null, controlledBy: '2025-07-15' },
    ])
    // Its wording before was not read.
    expect(ask('fentanyl', 'SE', '2025-07-14').verdict).toBe('undecided')
    // Precursors of the Convention of 1988 are not narcotics, but those of the Union are precursors.
    expect(ask('safrole', 'SE', '2026-04-11').findings).toMatchObject([
      { ruleId: 'se-precursors', control: 'precursor' },
    ])
  })
})
