import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fentanyl, run } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-waivers-')
const caffeine = 'Cn1c(=O)c2c(ncn2C)n(C)c1=O'
const ketamine = 'CNC1(c2ccccc2Cl)CCCCC1=O'
const ids = {
  ketamine: 'US/csa-schedule-3-depressants/ketamine/YQEZLKZALYSWHR-UHFFFAOYSA-N',
  fentanyl: 'US/csa-schedule-2-opiates/fentanyl/PJMPHNIQZUBGLI-UHFFFAOYSA-N',
  group: 'DE/de-npsg-6-arylcyclohexylamines-2025/YQEZLKZALYSWHR-UHFFFAOYSA-N',
}
const head = 'id,smiles\n'
const rows = { k: `k,${ketamine}\n`, f: `f,${fentanyl}\n`, c: `c,${caffeine}\n` }
const file = (...keys: (keyof typeof rows)[]) => put(`${keys.join('')}.csv`, head + keys.map((k) => rows[k]).join(''))
const day = ['--as-of', '2026-12-02']
const until = { reason: 'licensed', owner: 'QA', until: '2027-06-30' }

interface SarifResult {
  readonly partialFingerprints: Record<string, string>
  readonly baselineState?: string
  readonly suppressions?: readonly { readonly justification: string }[]
}
const sarif = async (...args: string[]) => {
  const { out } = await run(['batch', ...args, ...day, '--format', 'sarif'])
  const { runs } = JSON.parse(out) as { runs: { results: SarifResult[] }[] }
  return runs[0]!.results
}
const finding = ({ partialFingerprints }: SarifResult) => partialFingerprints['coverageFinding/v1']!

describe('the id of a finding', () => {
  test.each<[format: string, args: string[]]>([
    ['json', []],
    ['csv', ['--format', 'csv']],
    ['sarif', ['--format', 'sarif']],
    ['junit', ['--format', 'junit']],
    ['github', ['--format', 'github']],
  ])('is in %s', async (_, format) => {
    const { out } = await run(['batch', file('k', 'f', 'c'), '-j', 'US,DE', ...day, ...format])
    for (const id of Object.values(ids)) expect(out).toContain(id)
  })
  test('is that of every writing, and on another day', async () => {
    const written = put('other.csv', `${head}x,O=C1CCCCC1(NC)c1ccccc1Cl\ny,ketamine\n`)
    const { out } = await run(['batch', written, '-j', 'US', '--as-of', '2020-01-01', '--lookup'])
    expect(out.split(`"id":"${ids.ketamine}"`)).toHaveLength(3)
  })
})

describe('--baseline', () => {
  test.each(['sarif', 'ndjson', 'json'])('%s of an earlier run: new, unchanged, absent', async (ending) => {
    const args = ['-j', 'US', ...day]
    const before =
      ending === 'json'
        ? put('old.json', JSON.stringify([JSON.parse((await run(['check', fentanyl, '--json', ...args])).out)]))
        : path(`old.${ending}`)
    if (ending !== 'json') await run(['batch', file('f', 'c'), ...args, '-o', before])
    const both = await sarif(file('k', 'f'), '-j', 'US', '--baseline', before)
    expect(both.map((r) => [finding(r), r.baselineState])).toEqual([
      [ids.ketamine, 'new'],
      [ids.fentanyl, 'unchanged'],
    ])
    const gone = await sarif(file('c'), '-j', 'US', '--baseline', before)
    expect(gone.map((r) => [finding(r), r.baselineState])).toEqual([[ids.fentanyl, 'absent']])
  })
  test('what was undecided and is now controlled is new', async () => {
    const old = path('undecided.sarif')
    await run(['batch', file('k'), '-j', 'US', ...day, '-o', old])
    const text = readFileSync(old, 'utf8').replaceAll('"error"', '"warning"')
    const [ketamineNow] = await sarif(file('k'), '-j', 'US', '--baseline', put('weaker.sarif', text))
    expect(ketamineNow!.baselineState).toBe('new')
  })
})

describe('--waivers', () => {
  const waivers = (name: string, ...list: object[]) => put(name, JSON.stringify(list))
  const failing = ['--fail-on', 'controlled,undecided', '--format', 'csv']
  const batch = (own: string, keys: (keyof typeof rows)[], ...args: string[]) =>
    run(['batch', file(...keys), '--waivers', own, ...failing, ...(args.length > 0 ? args : ['-j', 'US', ...day])])

  test.each<[waived: string, list: object[], keys: (keyof typeof rows)[], args: string[], code: number]>([
    ['by id', [{ id: ids.fentanyl, ...until }], ['f'], ['-j', 'US', ...day], 0],
    ['by name and law', [{ structure: 'fentanyl', law: 'USA', ...until }], ['f'], ['-j', 'US', ...day], 0],
    ['by InChIKey', [{ structure: ids.fentanyl.slice(-27), law: 'US', ...until }], ['f'], ['-j', 'US', ...day], 0],
    ['undecided', [{ id: ids.group, ...until }], ['k'], ['-j', 'DE', ...day], 0],
    ['on the last day', [{ id: ids.fentanyl, ...until }], ['f'], ['-j', 'US', '--as-of', '2027-06-30'], 0],
    ['not after it', [{ id: ids.fentanyl, ...until }], ['f'], ['-j', 'US', '--as-of', '2027-07-01'], 1],
    ['not in another law', [{ id: ids.fentanyl, ...until }], ['f'], ['-j', 'US,DE', ...day], 1],
    ['not another row', [{ id: ids.fentanyl, ...until }], ['f', 'k'], ['-j', 'US', ...day], 1],
  ])('%s', async (waived, list, keys, args, code) => {
    const ran = await batch(waivers('w.json', ...list), keys, ...args)
    expect([ran.code, ran.err.includes(' expired after ')]).toEqual([code, waived === 'not after it'])
  })

  test('are shown, and those unused or expired reported', async () => {
    const table = put(
      'w.csv',
      `ticket,id,structure,law,reason,owner,until
1,${ids.fentanyl},,,licensed,QA,2027-06-30
2,,caffeine,DE,old,QA,2027-06-30
3,,fentanyl,DE,old,QA,2026-06-30
`,
    )
    const { out, err } = await batch(table, ['f'])
    expect(out).toContain('US: waived until 2027-06-30 by QA: licensed')
    expect(err).toMatch(/waiver 2 \(RYYVLZVUVIJVGH-UHFFFAOYSA-N in DE\) is not used: .*owner: QA/)
    expect(err).toMatch(/waiver 3 \(PJMPHNIQZUBGLI-UHFFFAOYSA-N in DE\) expired after 2026-06-30; owner: QA/)
    const [waived] = await sarif(file('f'), '-j', 'US', '--waivers', table)
    expect(waived!.suppressions).toEqual([
      { kind: 'external', justification: 'waived until 2027-06-30 by QA: licensed' },
    ])
    const build = (format: string) =>
      run(['batch', file('f'), '-j', 'US', '--waivers', table, ...day, '--format', format])
    expect((await build('junit')).out).toMatch(/failures="0"[\s\S]*<system-out>.*waived until/)
    expect((await build('github')).out).toMatch(/^::notice .*waived until/)
  })
})

describe('a bad file is refused', () => {
  const id = ids.fentanyl
  test.each<[why: string, args: () => string[], said: RegExp]>([
    ['no file', () => ['--waivers', path('none.csv')], /there is no file .*none\.csv \(--waivers\)/],
    [
      'no owner',
      () => ['--waivers', put('a.csv', 'id,reason,until\n')],
      /found the columns id, reason, until; expected/,
    ],
    [
      'a bad day',
      () => ['--waivers', put('b.json', JSON.stringify([{ id, ...until, until: '2027-02-30' }]))],
      /waiver 1: until: .*a day/,
    ],
    ['no id', () => ['--waivers', put('c.json', JSON.stringify([until]))], /waiver 1: structure: /],
    ['not an id', () => ['--waivers', put('d.json', JSON.stringify([{ id: 'x', ...until }]))], /the id of a finding/],
    [
      'an unknown law',
      () => ['--waivers', put('e.json', JSON.stringify([{ structure: 'fentanyl', law: 'QQ', ...until }]))],
      /QQ/,
    ],
    [
      'an unknown name',
      () => ['--waivers', put('f.json', JSON.stringify([{ structure: 'nonsuch', law: 'US', ...until }]))],
      /nonsuch has no InChIKey/,
    ],
    ['no JSON', () => ['--waivers', put('g.json', '[')], /g\.json: it is not JSON/],
    ['no baseline', () => ['--baseline', path('none.sarif'), '--format', 'sarif'], /none\.sarif \(--baseline\)/],
    [
      'not a baseline',
      () => ['--baseline', put('h.sarif', '{"runs":[{}]}'), '--format', 'sarif'],
      /not a SARIF report of coverage/,
    ],
    ['no results', () => ['--baseline', put('i.ndjson', '{"a":1}\n'), '--format', 'sarif'], /i\.ndjson line 1: /],
    [
      'a baseline for CSV',
      () => ['--baseline', put('j.sarif', '{"runs":[]}'), '--format', 'csv'],
      /--baseline is for --format sarif/,
    ],
  ])('%s', async (_, args, said) => {
    const { code, err } = await run(['batch', file('f'), '-j', 'US', ...day, ...args()])
    expect([code, err]).toEqual([2, expect.stringMatching(said)])
  })
})
