import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentHash } from '../../src/cli/law-files/edition-hash.js'
import { edition } from '../support/law.js'
import { run } from './fake-host.js'
import { temporaryFolder } from './files.js'

const folder = temporaryFolder('coverage-gaps-')

const gap = {
  id: 'xx-esters',
  from: '2020-01-01',
  until: null,
  reads: 'Esters of lactic acid were not read.',
  cite: 'Act 9',
  reaches: [{ smarts: 'CC(O)C(=O)OC', reads: 'alkyl lactates' }],
  names: ['Lactofen-X'],
}
const { sha256: _, ...content } = edition
const withGap = {
  ...content,
  jurisdictions: content.jurisdictions.map((j) =>
    j.jurisdiction.code === 'CN' ? { ...j, jurisdiction: { ...j.jurisdiction, gaps: [gap] } } : j,
  ),
}
const file = join(folder, 'edition.json')
writeFileSync(file, JSON.stringify({ ...withGap, sha256: contentHash(withGap) }))
const ask = (...args: string[]) =>
  run(['check', '-j', 'CN', '--as-of', '2021-01-01', '--edition', file, ...args], { columns: 80 })

describe('a known gap', () => {
  test('is shown with a structure that it may affect, which is undecided', async () => {
    expect((await ask('CC(O)C(=O)OC')).out.replaceAll(/\s+/g, ' ')).toContain('Esters of lactic acid were not read.')
    const [result] = JSON.parse((await ask('CC(O)C(=O)OC', '--json')).out).jurisdictions
    expect(result.verdict).toBe('undecided')
    expect(result.findings).toMatchObject([{ kind: 'gap', gap: 'xx-esters', reads: gap.reads }])
    expect(result.caveats).toContainEqual({ kind: 'gap', gap: 'xx-esters' })
  })
  test('is one line with any other structure, and its text is not repeated', async () => {
    const { out } = await ask('CCO')
    expect(out).toContain(' 1 known gap (law gaps).')
    expect(out).not.toContain('lactic')
  })
  test('is shown in full with --explain', async () => {
    expect((await ask('CCO', '--explain')).out).toContain('CN: Known gap: Esters of lactic acid were not read. (Act 9)')
  })
  test('is shown with a name that is missing', async () => {
    const { out, code } = await ask('lactofen-x')
    expect(code).toBe(3)
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Known gap of CN: Esters of lactic acid were not read.')
  })
})

describe('a question that a law asks of every structure', () => {
  const lines = async (...args: string[]) =>
    (await run(['check', ...args], { columns: 200 })).out.match(/Left\s+open\s+in\s+SG:\s+psychoactive/g)?.length ?? 0
  test.each([
    [['CCO', 'CCN', '-j', 'SG', '--as-of', '2024-06-01'], 1],
    [['CCO', '--as-of', '2026-09-01'], 1],
    [['CCO', '-j', 'SG', '--as-of', '2024-05-31'], 0],
    [['CCO', '-j', 'CN', '--as-of', '2026-09-01'], 0],
    // It is listed there anyway.
    [['fentanyl', '-j', 'SG', '--as-of', '2026-09-01'], 0],
  ])('%j: in the closing line, %i times', async (args, times) => expect(await lines(...args)).toBe(times))
  test('it is no finding', async () => {
    const [result] = JSON.parse(
      (await run(['check', 'CCO', '-j', 'SG', '--as-of', '2026-09-01', '--json'])).out,
    ).jurisdictions
    expect(result).toMatchObject({ verdict: 'uncontrolled', findings: [] })
  })
})

describe('law gaps', () => {
  test('lists the gaps of a day with their citation', async () => {
    const { out, code } = await run(['law', 'gaps', '-j', 'DE', '--as-of', '2026-06-01'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Germany \(DE\) on 2026-06-01: \d+ known gaps?$/m)
    const listed = [JSON.parse((await run(['law', 'gaps', '-j', 'Germany', '--as-of', '2026-06-01', '--json'])).out)]
    expect(listed[0].gaps.length).toBeGreaterThan(0)
    for (const { id, cite } of listed[0].gaps) {
      expect(out.replaceAll(/\s+/g, ' ')).toContain(id)
      expect(cite).not.toBe('')
    }
  })
  test('an unknown jurisdiction is an error', async () => {
    expect((await run(['law', 'gaps', '-j', 'XX'])).code).toBe(2)
  })
})
