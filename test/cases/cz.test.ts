import { describe, expect, it } from 'vitest'
import { ask } from '../support/ask.js'

describe('Czechia: lines of the annexes that are not what they seem', () => {
  it('gamma-butyrolactone: listed, its line itself was not read', () => {
    const { verdict, findings } = ask('gamma-butyrolactone', 'CZ', '2026-05-20')
    expect(verdict).toBe('listed')
    expect(findings).toContainEqual(
      expect.objectContaining({ counts: 'listed', list: 'cz-annex-6', unconfirmed: ['cite'] }),
    )
  })

  it('gamma-butyrolactone before 534/2025 Sb.: undecided, its first day is unknown', () => {
    expect(ask('gamma-butyrolactone', 'CZ', '2025-12-15').verdict).toBe('undecided')
    expect(ask('gamma-butyrolactone', 'CZ', '2025-12-16').verdict).toBe('listed')
  })

  it('4-hydroxybutanoic acid and 1,4-butanediol do not become listed with it', () => {
    const byAnnex6 = (id: string) =>
      ask(id, 'CZ', '2026-05-20').findings.filter((f) => f.kind === 'listed' && f.list === 'cz-annex-6')
    expect(byAnnex6('ghb')).toEqual([])
    expect(ask('1-4-butanediol', 'CZ', '2026-05-20', { precursors: false }).verdict).toBe('uncontrolled')
  })

  it('PEPAP, the third name of the line of pheneridine: both are listed', () => {
    expect(ask('pepap', 'CZ', '2026-05-20').verdict).toBe('listed')
    expect(ask('ethyl-1-phenethyl-4-phenylpiperidine-4-carboxylate', 'CZ', '2026-05-20').verdict).toBe('listed')
  })
})
