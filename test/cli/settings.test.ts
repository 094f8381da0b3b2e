import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edition } from '../support/law.js'
import { lastColumns, crotonylfentanyl, run, type FakeOptions } from './fake-host.js'
import { testFolder } from './files.js'

const file = testFolder()
const settings = (value: unknown): string => file('coverage.config.json', JSON.stringify(value))
const below = (path: string): string => {
  const folder = join(dirname(path), 'a', 'b')
  mkdirSync(folder, { recursive: true })
  return folder
}
const china = { jurisdictions: ['China', 'usa'], asOf: '2019-05-01', formats: { check: 'csv' } }
const head = (out: string) => out.split('\r\n', 1)[0]

describe('transcript: the settings file', () => {
  const shown = async (args: string[], options: FakeOptions = {}) => {
    const at = settings({ ...china, rules: ['CN=draft.json'], edition: { id: edition.id } })
    const { out, err, code } = await run(args, { folder: below(at), ...options })
    const seen = `${out}${err}`.replaceAll(dirname(at), '.').replace(/ {2,}/g, '  ')
    return seen + (code === 0 ? '' : `(exit code ${code})\n`)
  }
  test('coverage config', async () => {
    expect(await shown(['config'])).toBe(`Settings: ./coverage.config.json
jurisdictions  CN, US  ./coverage.config.json
kinds  drug, precursor, chemical weapon  default
asOf  2019-05-01  ./coverage.config.json
maxAge  a year  default
formats  {"check":"csv"}  ./coverage.config.json
rules  CN=./draft.json  ./coverage.config.json
edition  ${edition.id}  ./coverage.config.json
`)
  })
  test('COVERAGE_JURISDICTIONS takes precedence over it', async () => {
    expect(await shown(['config'], { env: { COVERAGE_JURISDICTIONS: 'DE' } })).toMatch(
      /^jurisdictions +DE +COVERAGE_JURISDICTIONS$/m,
    )
  })
  test('--no-config', async () => {
    expect(await shown(['config', '--no-config'])).toMatch(
      /^No coverage.config.json here or in a folder above.\njurisdictions +all +default$/m,
    )
  })
})

describe('precedence of settings', () => {
  test('a file in a parent folder sets what the command line does not', async () => {
    const folder = below(settings(china))
    const { out } = await run(['check', crotonylfentanyl], { folder })
    expect(head(out)).toBe(`index,id,input,verdict,CN,US,findings,cites,controlled_since,problem,${lastColumns}`)
    expect(out).toContain(',class,class,class,')
    const other = await run(['check', crotonylfentanyl, '-j', 'GB', '--as-of', '2000-01-01', '--format', 'text'], {
      folder,
    })
    expect(other.out).toMatch(/CLASS in GB on 2000-01-01/)
    expect(head((await run(['check', 'CCO', '--no-config', '--format', 'csv'], { folder })).out)).toContain(',CA,')
  })
  test('the environment takes precedence over the file, and the command line over both', async () => {
    const options = { folder: below(settings(china)), env: { COVERAGE_JURISDICTIONS: 'DE,UN' } }
    expect(head((await run(['check', 'CCO'], options)).out)).toContain('verdict,DE,UN,')
    expect(head((await run(['check', 'CCO', '-j', 'US'], options)).out)).toContain('verdict,US,')
  })
  test('kinds of control that count only when asked for', async () => {
    const folder = below(settings({ kinds: ['all'], jurisdictions: ['EU'], asOf: '2026-11-30' }))
    expect((await run(['check', 'OCCSCCO'], { folder })).out).toMatch(/LISTED \(as a dual-use chemical/)
    expect((await run(['check', 'OCCSCCO', '--kinds', 'precursor'], { folder })).out).toMatch(/UNCONTROLLED in EU on/)
    const wrong = below(settings({ kinds: ['weapons'] }))
    expect((await run(['check', 'CCO'], { folder: wrong })).err).toMatch(/^coverage: no kind of control weapons/)
  })
  test('--config names another file', async () => {
    const other = file('other.json', JSON.stringify({ jurisdictions: ['UN'], formats: { check: 'csv' } }))
    expect(head((await run(['check', 'CCO', '--config', other])).out)).toContain('verdict,UN,')
    expect((await run(['check', 'CCO', '--config', 'no-such.json'])).err).toMatch(
      /^coverage: there is no file no-such.json/,
    )
  })
  test('the path of a user rule is relative to the folder of the file', async () => {
    writeFileSync(file('draft.json', ''), '{"id":"cn-draft"}')
    const { code, err } = await run(['check', 'CCO'], { folder: below(settings({ rules: ['CN=draft.json'] })) })
    expect(code).toBe(2)
    expect(err).toMatch(/draft\.json/)
  })
  test('an edition other than the expected one is rejected', async () => {
    const folder = below(settings({ edition: { id: '1999.01' } }))
    const { code, err } = await run(['check', 'CCO'], { folder })
    expect(code).toBe(2)
    expect(err).toMatch(/^coverage: .*coverage\.config\.json expects edition 1999\.01, but this is /)
    const same = below(settings({ edition: { sha256: edition.sha256.slice(0, 12) } }))
    expect((await run(['check', 'CCO'], { folder: same })).code).toBe(0)
  })
  test.each([
    [{ jurisdiction: ['CN'] }, /Unrecognized key: "jurisdiction"/],
    [{ asOf: '2019-02-30' }, /asOf: a day that exists/],
    [{ jurisdictions: [] }, /jurisdictions: /],
  ])('a wrong setting stops the run: %j', async (value, message) => {
    const { code, err } = await run(['check', 'CCO'], { folder: below(settings(value)) })
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
})
