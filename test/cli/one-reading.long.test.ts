import { describe, expect, test } from 'vitest'
import { check, loadEdition, Reader } from '../../src/index.js'
import { edition } from '../support/law.js'
import { run, runJson } from './fake-host.js'

const day = ['--as-of', '2026-09-01', '-j', 'US']

const cp55940 = '5-1-1-dimethylheptyl-2-5-hydroxy-2-3-hydroxypropyl-cyclohexyl-phenol'

/** Inputs of every kind, and what each door must find: the recorded substance, a structure, or why it is neither. */
const inputs: [input: string, found: string][] = [
  ['Fentanyl', 'fentanyl'],
  ['Fentanyl citrate', 'fentanyl'],
  ['PCP', 'phencyclidine'],
  ['pcp', 'phencyclidine'],
  ['PCP hydrochloride', 'phencyclidine'],
  ['Acetyl fentanyl hydrochloride', 'acetylfentanyl'],
  ['Morphine sulfate pentahydrate', 'morphine'],
  ['Codeine phosphate hemihydrate', 'codeine'],
  ['437-38-7', 'fentanyl'],
  ['CAS 437-38-7', 'fentanyl'],
  ['[437-38-7]', 'fentanyl'],
  ['437-38-8', 'bad-cas'],
  ['PJMPHNIQZUBGLI-UHFFFAOYSA-N', 'fentanyl'],
  ['Fentanl', 'unknown-name'],
  ['Acetone cyanohydrin', 'unknown-name'],
  ['CP 55,940', cp55940],
  ['Ritaline', 'methylphenidate'],
  ['Percocet', 'listed'],
  ['benzene', 'uncontrolled'],
  ['ethyl acetate', 'uncontrolled'],
  ['weed', 'unknown-name'],
]
const structures = ['CCO', '[13CH3]CO', 'c1ccccc1-c1ccccc1', 'C[Si](C)(C)C', 'OCCCO']

const foundIn = (row: any): string => row.lookup?.substance ?? row.problem?.code ?? row.verdict

describe('an input is read alike by every door', () => {
  const lines = inputs.map(([input]) => input)
  const wanted = inputs.map(([, found]) => found)
  const stdin = `${[...lines, ...structures].join('\n')}\n`
  const all = [...wanted, ...structures.map(() => 'uncontrolled')]

  test('check', async () => {
    const { rows } = await runJson(['check', '--json', ...day, ...lines, ...structures])
    expect(rows.map(foundIn)).toEqual(all)
  })
  test.each([['--screen'], ['--no-screen']])('batch, lines of a file, %s', async (screen) => {
    const more = screen === '--screen' ? [] : [screen]
    const { rows } = await runJson(['batch', '-', '--input-format', 'smi', ...day, ...more], { stdin })
    expect(rows.map(foundIn)).toEqual(all)
  })
  test('pipe', async () => {
    const { rows } = await runJson(['pipe', ...day], { stdin })
    expect(rows.map(foundIn)).toEqual(all)
  })
  test.each(['smiles', 'input'])('batch, a column %s', async (column) => {
    const table = `${column},n\n${[...lines, ...structures].map((text) => `"${text}",1`).join('\n')}\n`
    const { rows } = await runJson(['batch', '-', '--input-format', 'csv', ...day], { stdin: table })
    expect(rows.map(foundIn)).toEqual(all)
  })
  test.each([[[]], [['--columns', 'name=name']]])('batch, a column of names %j', async (more) => {
    const table = `name,n\n${lines.map((text) => `"${text}",1`).join('\n')}\n`
    const { rows } = await runJson(['batch', '-', '--input-format', 'csv', ...day, ...more], { stdin: table })
    expect(rows.map(foundIn)).toEqual(wanted)
  })
  test('expect', async () => {
    const verdict = (found: string) =>
      ['bad-cas', 'unknown-name'].includes(found) ? 'unreadable' : found === 'uncontrolled' ? found : ''
    const rows = inputs.map(
      ([input, found]) => `"${input}",${verdict(found) || (found === cp55940 ? 'class' : 'listed')}`,
    )
    const { code, out } = await run(['expect', '-', '--input-format', 'csv', ...day], {
      stdin: `smiles,expected\n${rows.join('\n')}\n`,
    })
    expect([code, out]).toEqual([0, expect.anything()])
  })
  test('the library, unless it is told that names are not looked up', async () => {
    const law = loadEdition(edition)
    const reader = await Reader.start()
    const query = { asOf: '2026-09-01', jurisdictions: ['US'] }
    for (const [input, found] of inputs) {
      const answer = await check(reader, law, input, query)
      const said = answer.kind === 'unreadable' ? answer.problem.code : answer.judgement.verdict
      expect(answer.lookup?.substance ?? said).toBe(found)
    }
    const strict = await check(reader, law, 'PCP', query, { identify: 'none', lookUp: false })
    expect(strict.kind === 'judged' && strict.structure?.formula).toBe('CH6P2')
    expect(strict.lookup).toBeNull()
    reader.close()
  })
})

test('a column of names is not read as structures: CN and BOB are SMILES, too', async () => {
  const { rows } = await runJson(['batch', '-', '--input-format', 'csv', ...day], {
    stdin: 'name,n\nCN,1\nCOC,2\nCCO,3\n',
  })
  expect(rows.map((row) => row.problem?.code)).toEqual(['unknown-name', 'unknown-name', 'unknown-name'])
})

test('the label of a name is kept, and what follows its first word is not the id of its row', async () => {
  const stdin = 'Fentanyl citrate\nCCO ethanol\nMorphine sulfate pentahydrate\ncocaine (free base)\n'
  const found = (rows: any[]) => rows.map((r) => [r.id, r.lookup?.substance, r.lookup?.form])
  const expected = [
    ['row-1', 'fentanyl', 'citrate'],
    ['ethanol', undefined, undefined],
    ['row-3', 'morphine', 'sulfate pentahydrate'],
    ['row-4', 'cocaine', '(freebase)'],
  ]
  const { rows } = await runJson(['pipe', ...day], { stdin })
  expect(found(rows)).toEqual(expected)
  expect(found((await runJson(['check', '-', '--json', ...day], { stdin })).rows)).toEqual(expected)
  expect((await run(['check', 'Fentanyl citrate', ...day])).out).toContain(
    'matched recorded name: Fentanyl citrate, read as Fentanyl (fentanyl). Structure used:',
  )
})

test.each(['caffeine 4-FA', 'caffeine VX', 'caffeine & X', 'benzene 4-FA', '58-08-2 437-38-7', '58-08-2 fentanyl'])(
  '%s is not what its first word says',
  async (name) => {
    const { rows } = await runJson(['check', name, '--json', ...day])
    expect(rows[0].verdict).toBe('unreadable')
  },
)

test('a name that no record has stands for a row without a usable CAS number, and against another', async () => {
  const stdin = 'name,cas\nEthanol,64-17-5\nEthanol,n/a\nIbuprofen,58-08-2\nSubutex,58-08-2\nSuboxone,52485-79-7\n'
  const { rows } = await runJson(['batch', '-', '--input-format', 'csv', ...day], { stdin })
  expect(rows.map((r) => [r.verdict, r.problem?.code ?? r.lookup.name, r.warnings?.[0].code])).toEqual([
    ['uncontrolled', 'ethanol', 'unknown-cas'],
    ['uncontrolled', 'ethanol', 'bad-cas'],
    ['unreadable', 'contradiction', undefined],
    ['unreadable', 'contradiction', undefined],
    ['listed', 'Buprenorphine and Naloxone', undefined],
  ])
})

test('a title of a SMILES is not its name, unless both are a recorded name', async () => {
  const { rows } = await runJson(['batch', '-', '--input-format', 'smi', ...day], {
    stdin: 'CCO 17\nCCO ethanol\nCC fentanyl\nN 7\nCP 55,940\nPCP acetate\n',
  })
  expect(rows.map(foundIn)).toEqual([
    'uncontrolled',
    'uncontrolled',
    'uncontrolled',
    'uncontrolled',
    cp55940,
    'unknown-name',
  ])
})

test('a CSV without a column for matches still says that a structure was a name', async () => {
  const { out } = await run(['batch', '-', '--input-format', 'smi', ...day, '--format', 'csv', '--quiet'], {
    stdin: 'PCP\n',
  })
  expect(out).toContain('not a structure but the name or number of Phencyclidine')
})

test('--only hits and --only found say how many rows they left out that may be controlled', async () => {
  const stdin = 'name,n\nFentanyl,1\nFentanl,2\n437-38-8,3\nCaffeine,4\n"CP 55,940",5\n'
  const batch = ['batch', '-', '--input-format', 'csv', ...day, '--quiet', '--readings', 'none', '--only']
  const hits = await run([...batch, 'hits'], { stdin })
  expect(hits.err).toContain(
    '--only hits leaves out rows that may be controlled: 1 undecided, 2 unreadable (1 with a name or number that is not recorded)',
  )
  expect((await run([...batch, 'found'], { stdin })).err).toContain('may be controlled: 2 unreadable (1 with')
  expect((await run([...batch, 'unreadable'], { stdin })).err).not.toContain('left out')
  expect((await run([...batch, 'hits'], { stdin: 'name,n\nFentanyl,1\n' })).err).not.toContain('left out')
  const log = await run([...batch.filter((word) => word !== '--quiet'), 'hits', '--log'], { stdin })
  expect(log.err).toContain('leaves out rows that may be controlled')
})

test('--only review leaves out what is uncontrolled, and nothing else', async () => {
  const stdin = 'CCO a\nFentanyl\nFentanl\nC1CC( d\n*CC(*)c1ccccc1 e\nCCCCO f\n'
  const { rows, err } = await runJson(['batch', '-', '--input-format', 'smi', ...day, '--only', 'review'], { stdin })
  expect(rows.map((row) => row.index)).toEqual([2, 3, 4, 5])
  expect(err).not.toContain('left out')
})
