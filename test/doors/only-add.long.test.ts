import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSource } from '../../src/batch/index.js'
import { loadEdition } from '../../src/index.js'
import { crotonylfentanyl, fentanyl, run, runJson } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'
import { startService } from './doors.js'

const { path, put } = placesFor('coverage-only-add-')
const shipped = (file: string): any =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8'))
const bupropion = 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1'
const acylpiperazine = 'CCCC(=O)N1CCN(CC=Cc2ccccc2)CC1'
const rows = put('rows.smi', [fentanyl, crotonylfentanyl, bupropion, acylpiperazine, 'CCO'].join('\n'))
const question = ['--as-of', '2019-05-01']
const laws = ['-j', 'US,DE,GB']

const draft = shipped('examples/gb-acylpiperazines-draft.json')
const rule = (id: string) => put(`${id}.json`, JSON.stringify({ ...draft, id }))
const config = (name: string, settings: object) => put(name, JSON.stringify(settings))

/** A folder of user data with one record. */
function data(name: string, place: string, record: unknown): string {
  mkdirSync(dirname(path(`${name}/${place}`)), { recursive: true })
  put(`${name}/${place}`, JSON.stringify(record))
  return path(name)
}

const { declared: _, ...opiates } = shipped('data/us/lists/csa-schedule-2-opiates.json')
const { confirmed: __, ...structure } = shipped('data/substances/fentanyl.json').structure
const ethanol = { chemical_name: 'ethanol', smiles: 'CCO', formula: 'C2H6O', inchikey: 'LFQSCWFLJHTTHZ-UHFFFAOYSA-N' }
const fentanyls = 'us/rules/us-fentanyl-related-substances.json'
data('records', 'substances/fentanyl.json', { ...shipped('data/substances/fentanyl.json'), ...ethanol, structure })
data('records', fentanyls, { ...shipped(`data/${fentanyls}`), title: 'Another title' })
const [ion] = shipped('data/counterions.json')
const folders: Record<string, readonly [folder: string, says: readonly string[]]> = {
  'another structure, rule and counter-ion': [
    data('records', 'counterions.json', [{ ...ion, smiles: crotonylfentanyl, name: 'crotonylfentanyl' }]),
    ['substance fentanyl', 'counter-ion crotonylfentanyl', 'rule us-fentanyl-related-substances'],
  ],
  'a list without an entry': [
    data('list', 'us/lists/csa-schedule-2-opiates.json', {
      ...opiates,
      entries: opiates.entries.filter((entry: any) => entry.substance !== 'fentanyl'),
    }),
    ['list csa-schedule-2-opiates', 'entry fentanyl of csa-schedule-2-opiates'],
  ],
  'the same again': [data('same', 'substances/fentanyl.json', shipped('data/substances/fentanyl.json')), []],
}

/** Ways to change what is answered, by options. */
const ways: Record<string, readonly string[]> = {
  'a rule with an id of its own': [...laws, '--rule', `GB=${rule('gb-mine')}`],
  'a position': [...laws, '--position', 'de/medicine=not controlled'],
  'a config with fewer laws': ['--config', config('laws.json', { jurisdictions: ['GB'] })],
  'a config with other kinds': [...laws, '--config', config('kinds.json', { kinds: ['precursor'] })],
  'a config with a position': [
    ...laws,
    '--config',
    config('position.json', { positions: { 'de/medicine': { answer: 'not controlled' } } }),
  ],
  ...Object.fromEntries(
    Object.keys(folders).map((name) => [`data: ${name}`, [...laws, '--edition', path(`${name}.json`)]]),
  ),
}
const strength = ['uncontrolled', 'undecided', 'class', 'listed']

/** What a row says that it was not asked, or took from elsewhere. */
const said = (row: any, code: string) => [
  ...(row.edition.replaced ?? []),
  ...(row.query.kinds ?? []),
  ...(row.query.jurisdictions.includes(code) ? [] : ['not asked']),
  ...(row.jurisdictions.find((j: any) => j.code === code)?.positions ?? []),
]

beforeAll(async () => {
  for (const [name, [folder]] of Object.entries(folders)) {
    const { code, err } = await run(['law', 'edition', 'compile', '--data', folder, '-o', path(`${name}.json`)])
    expect([name, code, err]).toEqual([name, 0, expect.anything()])
  }
})

describe('what users bring only adds, or every answer says what it took away', () => {
  const batch = async (more: readonly string[]) =>
    (await runJson(['batch', rows, ...question, ...more, '--format', 'ndjson'])).rows
  test.each(Object.entries(ways))('%s', async (_, more) => {
    const before = await batch(laws)
    const after = await batch(more)
    for (const [i, row] of before.entries())
      for (const { code, verdict } of row.jurisdictions) {
        const now = after[i].jurisdictions.find((j: any) => j.code === code)?.verdict ?? 'uncontrolled'
        if (strength.indexOf(now) < strength.indexOf(verdict))
          expect([row.input, code, said(after[i], code)]).not.toEqual([row.input, code, []])
      }
  })

  test.each(['us-fentanyl-related-substances', 'gb-fentanyls'])(
    'a rule with the id of a recorded one is refused: %s',
    async (id) => {
      const known = shipped('dist/edition.json').jurisdictions.flatMap((j: any) => j.rules.map((own: any) => own.id))
      const taken = known.includes(id) ? id : known.find((own: string) => own.startsWith('gb-'))
      const file = rule(taken)
      for (const args of [
        ['check', 'CCO', '--rule', `GB=${file}`],
        ['batch', rows, '--rule', `GB=${file}`],
        ['check', 'CCO', '--config', config('taken.json', { rules: [`GB=${file}`] })],
        ['compare', rows, '--rule', `GB=${file}`, ...laws],
        ['pipe', '--rule', `GB=${file}`],
      ]) {
        const { code, err } = await run([...args, ...question])
        expect([code, err]).toEqual([2, expect.stringContaining(`found ${taken}, which another rule has`)])
      }
    },
  )
})

describe.each(Object.entries(folders))('data: %s', (name, [, says]) => {
  const note = `user data replaced or removed: ${says.join(', ')}`
  const own = () => [...question, ...laws, '--edition', path(`${name}.json`)]
  const flat = (text: string) => text.replace(/\s+/g, ' ')
  const out = async (...args: string[]) => flat((await run([...args, ...own()])).out)
  const every: Record<string, () => Promise<string>> = {
    'check, text': () => out('check', fentanyl),
    'check, Markdown': () => out('check', fentanyl, '--format', 'md'),
    'check, CSV': () => out('check', fentanyl, '--format', 'csv'),
    'check, page': () => out('check', fentanyl, '--format', 'html'),
    'batch, CSV': () => out('batch', rows, '--format', 'csv'),
    'batch, page': () => out('batch', rows, '--format', 'html'),
    'batch, workbook': async () => {
      await run(['batch', rows, ...own(), '-o', path('out.xlsx')])
      const source = openSource(path('out.xlsx'), 'xlsx', Readable.from([]), { header: true, parquetThread: '' })
      const texts = []
      for await (const { fields } of source.records) texts.push(...fields.map(([, value]) => value))
      return flat(texts.join(' '))
    },
    history: async () => flat((await run(['history', fentanyl, ...laws, '--edition', path(`${name}.json`)])).out),
    agents: async () => {
      const started = await startService(loadEdition(JSON.parse(readFileSync(path(`${name}.json`), 'utf8'))))
      const { content } = (await started.client.callTool({
        name: 'check_structure',
        arguments: { structure: fentanyl },
      })) as any
      await started.close()
      return flat(content[0].text)
    },
  }
  test.each(Object.entries(every))('%s', async (_, text) => {
    const shown = await text()
    if (says.length > 0) expect(shown).toContain(note)
    else expect(shown).not.toContain('replaced or removed')
  })
  test('rows, whole and short, and HTTP', async () => {
    const replaced = says.length > 0 ? says : undefined
    const { rows: whole } = await runJson(['batch', rows, ...own(), '--format', 'ndjson'])
    await run(['batch', rows, ...own(), '-o', path('short.ndjson'), '--quiet'])
    const short = readFileSync(path('short.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).replaced)
    const started = await startService(loadEdition(JSON.parse(readFileSync(path(`${name}.json`), 'utf8'))))
    const { run: about, results } = JSON.parse(await started.post('/v1/check', JSON.stringify({ inputs: [fentanyl] })))
    await started.close()
    const editions = [
      ...whole.map((row) => row.edition.replaced),
      ...short,
      about.edition.replaced,
      results[0].edition.replaced,
    ]
    for (const named of editions) expect(named).toEqual(replaced)
  })
})
