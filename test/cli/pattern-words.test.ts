import { describe, expect, test } from 'vitest'
import { pattern } from '../../src/law/schema/fields.js'
import { edition } from '../support/law.js'
import { run } from './fake-host.js'

// Wrapping may break long patterns anywhere.
const flat = (text: string) => text.replaceAll(/\s+/g, '')
const rule = edition.jurisdictions.flatMap((j) => j.rules).find((r) => r.id === 'us-opium-derivatives')!
const { reaches, unless } = rule.open_words!

describe('the description of a pattern that decides by itself', () => {
  test('cannot be omitted', () => {
    expect(pattern.safeParse('c1ccncc1').success).toBe(false)
    expect(pattern.safeParse({ smarts: 'c1ccncc1', reads: '' }).success).toBe(false)
    expect(pattern.safeParse({ smarts: 'c1ccncc1', reads: 'pyridine ring' }).success).toBe(true)
  })
  test('is that of the pattern that matched, in the clause of the answer', async () => {
    const [open] = JSON.parse(
      (await run(['check', '-j', 'US', '--json', 'C=CCN1CCC23CCCCC2C1Cc1ccc(O)cc13'])).out,
    ).jurisdictions
    const finding = open.findings.find((f: { ruleId?: string }) => f.ruleId === rule.id)
    expect(finding.clauses).toMatchObject([
      { id: 'open words', reads: reaches.find((p) => p.smarts.includes('-c1ccc2-'))!.reads },
    ])
    expect(finding.doubts).toMatchObject([{ kind: 'open words', question: rule.open_words!.question }])
  })
  test('is shown in law show; the pattern itself is in its JSON', async () => {
    const { out } = await run(['law', 'show', rule.id])
    for (const { reads } of reaches) expect(flat(out)).toContain(flat(`May apply to: ${reads}`))
    for (const { reads } of unless!) expect(flat(out)).toContain(flat(`Does not apply to: ${reads}`))
    const json = (await run(['law', 'show', rule.id, '--json'])).out
    for (const { smarts } of [...reaches, ...unless!]) {
      expect(out).not.toContain(smarts)
      expect(json).toContain(JSON.stringify(smarts))
    }
  })
})
