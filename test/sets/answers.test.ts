import { describe, expect, it } from 'vitest'
import { LawQuestion } from '../../src/answers/index.js'
import { oneAnswer } from '../../src/batch/index.js'
import { Resolver } from '../../src/identifiers/index.js'
import { runInfoOf, toJson } from '../../src/report/index.js'
import { result } from '../../src/report/documents.js'
import { run, runJson } from '../cli/fake-host.js'
import { law, sharedReader } from '../support/law.js'

const resolver = new Resolver(law, sharedReader)
const query = { asOf: '2026-09-01', jurisdictions: ['US', 'GB', 'CA'] }
const asked = new LawQuestion(resolver.reader, law, query, { engine: true })

/** As `check --json` writes it. */
async function check(input: string) {
  const { answer } = await oneAnswer({ structure: input }, resolver, asked, () => false)
  const row = toJson({ index: 1, id: 'row-1', input }, answer, runInfoOf(law, query, [], '1.0.0'))
  const read = result.safeParse(JSON.parse(JSON.stringify(row)))
  if (!read.success) throw read.error
  return read.data
}

async function verdictsIn(input: string): Promise<Record<string, string>> {
  const row = await check(input)
  expect(row.problem, input).toBeNull()
  return Object.fromEntries(row.jurisdictions.map((j) => [j.code, j.verdict]))
}

it('names the position that decides', async () => {
  const row = await check('2/3/4-fluoroamphetamine')
  expect(row).toMatchObject({ verdict: 'controlled', countsAs: 'listed', structure: null })
  const us = row.jurisdictions.find((j) => j.code === 'US')!
  expect(us).toMatchObject({
    verdict: 'depends',
    countsAs: 'listed',
    decides: [
      { verdict: 'listed', choices: ['4-position'] },
      { verdict: 'uncontrolled', choices: ['2-position', '3-position'] },
    ],
  })
  expect(us.findings.map((f) => f.onlyFor)).toEqual([['4-fluoroamphetamine']])
  expect(row.members!.map((m) => m.lookup!.substance)).toEqual(['2-fa', '3-fa', '4-fa'])
})

describe('ways to state the same three substances have the same verdicts', () => {
  it.each([
    '2/3/4-FA',
    '2-, 3- or 4-fluoroamphetamine',
    'ortho/meta/para-fluoroamphetamine',
    'x-FA',
    'FA (isomer not determined)',
    '2-FA | 3-FA | 4-FA',
    '4-FA|2-FA|3-FA',
    'CC(N)Cc1ccccc1F | CC(N)Cc1cccc(F)c1 | 4-fluoroamphetamine',
    '*F.CC(N)Cc1ccccc1 |m:0:7.8.9|',
    '*F.CC(N)Cc1ccccc1 |m:0:7.8.9.10.11|',
    'CC(N)Cc1ccccc1F | 3/4-FA',
  ])('%s', async (input) => {
    expect(await verdictsIn(input)).toEqual({ US: 'depends', GB: 'class', CA: 'class' })
    expect((await check(input)).members).toHaveLength(3)
  })
})

describe('laboratory names', () => {
  it.each<[input: string, members: readonly string[]]>([
    ['x-MMC', ['2-mmc', '3-mmc', 'mephedrone']],
    ['o/m/p-fluorofentanyl', ['ortho-fluorofentanyl', 'meta-fluorofentanyl', 'para-fluorofentanyl']],
    ['2/3/4-fluorofentanyl', ['ortho-fluorofentanyl', 'meta-fluorofentanyl', 'para-fluorofentanyl']],
    ['fluorofentanyl, isomer not determined', ['ortho-fluorofentanyl', 'meta-fluorofentanyl', 'para-fluorofentanyl']],
    ['butyryl/isobutyrylfentanyl', ['butyrylfentanyl', 'isobutyrylfentanyl']],
    ['butyryl- or isobutyrylfentanyl', ['butyrylfentanyl', 'isobutyrylfentanyl']],
    ['butyrylfentanyl/isobutyrylfentanyl', ['butyrylfentanyl', 'isobutyrylfentanyl']],
    ['heroin or cocaine', ['heroin', 'cocaine']],
    ['2/3/4-MMC HCl (sample)', ['2-mmc', '3-mmc', 'mephedrone']],
  ])('%s', async (input, members) => {
    const row = await check(input)
    expect(row.members!.map((m) => m.lookup!.substance)).toEqual(members)
  })
  it('a shared end is that with which each name is written in full', async () => {
    const { members } = await check('butyryl/isobutyrylfentanyl')
    expect(members!.map((m) => m.label)).toEqual(['butyrylfentanyl', 'isobutyrylfentanyl'])
  })
  it.each<[input: string, missing: string]>([
    ['2/3/4-methylfentanyl', '2-methylfentanyl'],
    // The recorded 3-methylfentanyl has its methyl on the piperidine.
    ['m/p-methylfentanyl', 'm-methylfentanyl'],
    ['2-FA or 9-XX', '9-XX'],
  ])('%s: %s is not recorded, and nothing is judged', async (input, missing) => {
    const row = await check(input)
    expect(row).toMatchObject({ verdict: 'unreadable', problem: { code: 'set-member' } })
    expect(row.problem!.message).toContain(`'${missing}'`)
    expect(row.members).toBeUndefined()
  })
})

it('a beginning that the last name may share leaves the names open', async () => {
  expect(await check('para-fluorobutyryl/isobutyrylfentanyl')).toMatchObject({ problem: { code: 'unknown-name' } })
})

it('a slash between substances that are no isomers divides a mixture', async () => {
  expect(await check('buprenorphine/naloxone')).toMatchObject({
    verdict: 'listed',
    structure: { formula: 'C48H62N2O8' },
  })
})

describe('bad input', () => {
  it.each<[input: string, code: string, message: RegExp]>([
    ['CCO | C1CC', 'set-member', /^Member 2 of 2, 'C1CC', .* unclosed ring/],
    ['fentanyl | nosuchname', 'set-member', /^Member 2 of 2, 'nosuchname'/],
    ['A | | B', 'set-member', /^Member 1 of 3/],
    ['fentanyl | | cocaine', 'set-member', /^Member 2 of 3/],
    [' | | ', 'set-member', /^Member 1 of 3/],
    ['CCO|CCN|', 'set-member', /^Member 3 of 3.*before or after a bar/],
    ['*F.CC |m:0:55.1|', 'no-such-atom', /atom 55/],
    ['*F.CC(C)(C)C |m:0:2.3|', 'set-member', /^Member 2 of 2, 'atom 3', .*valence/],
  ])('%s', async (input, code, message) => {
    const row = await check(input)
    expect(row).toMatchObject({ verdict: 'unreadable', problem: { code }, jurisdictions: [] })
    expect(row.problem!.message).toMatch(message)
  })
  const many: [input: string, count: number][] = [
    ['C1CCC1 |LN:0:1.1000000000|', 1e9],
    ['CCCC |LN:1:1.513|', 513],
    [Array.from({ length: 600 }, (_, n) => `C${'C'.repeat(n % 7)}`).join(' | '), 600],
  ]
  it.each(many.map((each) => [each[0].slice(0, 40), ...each] as const))(
    '%s is undecided: too many structures',
    async (_, input, count) => {
      const row = await check(input)
      expect(row.verdict).toBe('undecided')
      expect(row.jurisdictions[0]!.findings).toEqual([
        { kind: 'open structure', why: 'too many members', count, counts: 'undecided', id: expect.any(String) },
      ])
    },
  )
})

it('what is drawn twice is one member', async () => {
  expect((await check('OCC | CCO')).members).toHaveLength(1)
  expect(await verdictsIn('OCC | CCO')).toEqual(await verdictsIn('CCO'))
})

it('a batch counts a set as its strongest member, and writes the same rows with and without the screen', async () => {
  const stdin = '2-FA | 3-FA\nCCO | CCN\n2/3/4-FA\n*F.CC(N)Cc1ccccc1 |m:0:7.8.9|\nCCO ethanol | batch 3\nCCO | C1CC\n'
  const args = ['batch', '-', '--input-format', 'smi', '-j', 'US', '--as-of', '2026-09-01', '--fail-on', 'listed']
  const screened = await run(args, { stdin })
  expect(screened.code).toBe(1)
  expect((await run([...args, '--no-screen'], { stdin })).out).toBe(screened.out)
  const rows = screened.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; input: string; verdict: string })
  expect(rows.map(({ verdict }) => verdict)).toEqual([
    'uncontrolled',
    'depends',
    'depends',
    'depends',
    'uncontrolled',
    'unreadable',
  ])
  expect(rows[4]).toMatchObject({ id: 'ethanol | batch 3', input: 'CCO' })
  const hits = await run([...args, '--only', 'hits', '--format', 'csv'], { stdin })
  expect(
    hits.out
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[1]),
  ).toEqual(['row-2', 'row-3', 'row-4'])
})

it('shows a set as text, Markdown and HTML', async () => {
  const args = ['check', '2/3/4-fluoroamphetamine', '-j', 'US,GB,CA']
  const text = await run(args)
  expect(text.out).toMatch(/^US +DEPENDS .* 4- listed; 2-, 3- uncontrolled$/m)
  expect((await run([...args, '--explain'])).out).toMatch(/for\s+4-fluoroamphetamine only/)
  for (const format of ['md', 'html']) {
    const { out } = await run([...args, '--format', format])
    expect(out).toContain('4-position: listed; 2- and 3-position: uncontrolled')
    for (const key of ['GDSXNLDTQFFIEU', 'PIOCLGPCMNPZFT', 'DGXWNDGLEOIEGT']) expect(out).toContain(key)
  }
})

it('follows all members through time', async () => {
  const { out } = await run(['history', '2/3/4-MMC', '-j', 'GB,US'])
  expect(out).toContain('All members controlled since 2010-04-16')
  const { rows } = await runJson(['history', '2/3/4-MMC', '-j', 'GB', '--json'])
  expect(rows[0].jurisdictions[0].chapters.at(-1)).toMatchObject({ from: '2010-04-16', verdict: 'class' })
})

describe('a form that a report leaves open', () => {
  it.each(['MDMA (salt unknown)', 'MDMA, salt not determined', '2/3/4-fluoroamphetamine (salt form not identified)'])(
    '%s: any salt is judged as its base',
    async (input) => {
      const base = /^[^(,]+/.exec(input)![0].trim()
      expect(await verdictsIn(input)).toEqual(await verdictsIn(base))
    },
  )

  it('an enantiomer that is not determined is drawn without stereochemistry', async () => {
    const row = await check('dextromethorphan (enantiomer not determined)')
    expect(row.structure!.smiles).not.toMatch(/@/)
    // Levomethorphan is in Schedule II, its enantiomer is not.
    expect(row.jurisdictions.find((j) => j.code === 'US')!.verdict).toBe('undecided')
    expect((await check('dextromethorphan')).jurisdictions.find((j) => j.code === 'US')!.verdict).toBe('uncontrolled')
  })

  it('a racemate has both enantiomers', async () => {
    const row = await check('dl-dextromethorphan')
    expect(row.verdict).toBe('listed')
    const listed = (jurisdictions: readonly { code: string; verdict: string }[]) => jurisdictions.map((j) => j.verdict)
    const drawn = await check('COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3 |&1:8,13,14|')
    expect(listed(row.jurisdictions)).toEqual(listed(drawn.jurisdictions))
  })

  it('a member of a set may leave its form open', async () => {
    expect((await check('2-FA (stereochemistry unknown) | CCO')).members).toHaveLength(2)
  })

  it.each(['CCO (salt unknown)', 'nothing (salt unknown)'])('%s: nothing is guessed', async (input) => {
    expect((await check(input)).problem).toMatchObject({ kind: 'not recorded' })
  })
})
