import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadLaw } from '../../src/cli/law-files/law-file.js'
import { assess } from '../../src/matching/index.js'
import { reader } from '../support/law.js'
import { run } from './library-run.js'

const guide = readFileSync(new URL('../../docs/adding-law.md', import.meta.url), 'utf8')
const blocks = [...guide.matchAll(/^```json (\S+)\n([\s\S]*?)^```$/gm)].map((m) => ({ file: m[1]!, text: m[2]! }))
/** Commands on the guide's own records; the others need an official text. */
const commands = [...guide.matchAll(/^coverage (.*my-(?:law|edition).*)$/gm)].map((m) => m[1]!)

/** Each test compiles all records, on a machine that may be busy. */
let home: string
const at = (file: string) => join(home, file)
const data = () => at('my-law')

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'adding-law-'))
  for (const { file, text } of blocks) {
    mkdirSync(dirname(at(file)), { recursive: true })
    writeFileSync(at(file), text)
  }
})
afterAll(() => rmSync(home, { recursive: true }))

describe('the guide on adding law, followed step by step', () => {
  test('it shows one record of each kind', () => {
    expect(blocks.map((b) => b.file)).toEqual([
      'my-law/zz/jurisdiction.json',
      'my-law/zz/instruments.json',
      'my-law/substances/paracetamol.json',
      'my-law/zz/lists/zz-schedule-1.json',
      'my-law/terms/acetyl.json',
      'my-law/zz/rules/zz-hydroxyanilides.json',
      'my-law/zz/rules/zz-hydroxyanilides.examples.json',
    ])
  })

  test('its records pass every check exactly as on the page', async () => {
    const { code, out } = await run('law', 'lint', '--data', data(), '--json')
    expect(JSON.parse(out)).toMatchObject({ ok: true, fixed: [] })
    expect(code).toBe(0)
  })

  test('its commands are commands of this version', async () => {
    expect(commands.map((c) => c.split(' ').slice(0, 2).join(' '))).toEqual([
      'law lint',
      'law show',
      'law stats',
      'law pages',
      'law edition',
      expect.stringMatching(/^check /),
    ])
    for (const command of commands.filter((c) => c.startsWith('law '))) {
      const args = command.split(' ').map((a) => (a === 'my-law' || a === 'my-edition.json' ? at(a) : a))
      expect({ command, ...(await run(...args)) }).toMatchObject({ code: 0 })
    }
    expect(existsSync(at('my-law/zz/README.md'))).toBe(true)
    expect(existsSync(at('my-edition.json'))).toBe(true)
  })

  test('show puts the rule in words', async () => {
    const { out } = await run('law', 'show', 'zz-hydroxyanilides', '--data', data())
    expect(out).toContain('another acyl group in place of the acetyl')
    expect(out).toContain('since 2022-04-01')
    expect(out).toContain('propionyl analogue')
  })

  const propionyl = 'CCC(=O)Nc1ccc(O)cc1'
  test.each([
    ['the propionyl analogue, the day before the order: uncontrolled', propionyl, '2022-03-31', 'uncontrolled'],
    ['the propionyl analogue, the day of the order: class', propionyl, '2022-04-01', 'class'],
    [
      'paracetamol, the day before the first order: before the records',
      'CC(=O)Nc1ccc(O)cc1',
      '2019-12-31',
      'undecided',
    ],
    ['paracetamol, the day of the first order: listed', 'CC(=O)Nc1ccc(O)cc1', '2020-01-01', 'listed'],
    ['paracetamol, the day its control lapsed: uncontrolled', 'CC(=O)Nc1ccc(O)cc1', '2024-01-01', 'uncontrolled'],
    [
      'a salt of fentanyl, named in the shipped records: listed',
      'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl',
      '2023-01-01',
      'listed',
    ],
    ['its ether, which no clause opens: uncontrolled', 'CCC(=O)Nc1ccc(OCC)cc1', '2023-01-01', 'uncontrolled'],
  ])('%s', async (_title, smiles, asOf, verdict) => {
    const law = loadLaw({ edition: at('my-edition.json') })
    const assessment = assess(reader, law, smiles, { asOf, jurisdictions: ['ZZ'] })
    expect(assessment.kind === 'judged' && assessment.judgement.verdict).toBe(verdict)
  })
})

describe("a user's folder", () => {
  test('added to the shipped records, it keeps them and is marked as local', async () => {
    const law = loadLaw({ edition: at('my-edition.json') })
    expect(law.edition.id).toMatch(/\+local$/)
    expect(law.edition.jurisdictions.map((j) => j.jurisdiction.code)).toEqual(
      expect.arrayContaining(['CN', 'US', 'ZZ']),
    )
  })

  test('with --only, missing shipped records are reported by name', async () => {
    const { code, out } = await run('law', 'lint', '--data', data(), '--no-shipped')
    expect(code).toBe(1)
    expect(out).toContain('edition.json')
  })

  test('a record with the same id replaces the shipped one', async () => {
    const folder = at('changed')
    mkdirSync(join(folder, 'substances'), { recursive: true })
    const shipped = JSON.parse((await run('law', 'show', 'fentanyl', '--json')).out) as {
      substance: Record<string, unknown>
    }
    writeFileSync(
      join(folder, 'substances/fentanyl.json'),
      `${JSON.stringify({ ...shipped.substance, note: 'Changed here.' }, null, 2)}\n`,
    )
    expect((await run('law', 'show', 'fentanyl', '--data', folder)).out).toContain('Changed here.')
    expect((await run('law', 'show', 'fentanyl')).out).not.toContain('Changed here.')
  })

  test('a file in a place without records stops everything: a list that is never read would be a false "uncontrolled"', async () => {
    const folder = at('misplaced')
    cpSync(data(), folder, { recursive: true })
    mkdirSync(join(folder, 'zz/list'))
    writeFileSync(join(folder, 'zz/list/more.json'), '{}')
    const { code, err } = await run('law', 'edition', 'compile', '--data', folder, '--output', at('never.json'))
    expect(code).toBe(2)
    expect(err).toContain('zz/list/more.json')
    expect(existsSync(at('never.json'))).toBe(false)
  })

  test('--fix sorts keys and changes nothing else', async () => {
    const folder = at('untidy')
    cpSync(data(), folder, { recursive: true })
    const file = join(folder, 'substances/paracetamol.json')
    const tidy = readFileSync(file, 'utf8')
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(tidy) as object).reverse())))
    expect((await run('law', 'lint', '--data', folder)).code).toBe(1)
    expect((await run('law', 'lint', '--data', folder, '--fix')).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(tidy)
  })
})
