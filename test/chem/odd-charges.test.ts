import { beforeAll, describe, expect, test } from 'vitest'
import { runJson } from '../cli/fake-host.js'

const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const smi = (structures: readonly string[]) => structures.map((s) => `${s}\n`).join('')
const rowsOf = async (structures: readonly string[], ...args: string[]) =>
  (
    await runJson(['batch', '-', '--input-format', 'smi', '--format', 'ndjson', '--quiet', ...args], {
      stdin: smi(structures),
    })
  ).rows

const odd = [
  '[F-2]',
  '[Cl-2]',
  'C[F-2]',
  'C[Cl-2]',
  'C[Br-2]C',
  '[BrH4+]',
  '[IH4-3]',
  '[14Xe@@H4++]',
  '[3Te@H4-4]',
  '[H-2]',
  'CC([3F-3])=O',
  '[2UH4--]',
  '[Fe@@H2][N@@H3-4]',
  '[Se-][999HH4+2]',
]

describe('an odd component', () => {
  const structures = odd.flatMap((component) => [
    component,
    `${fentanyl}.${component}`,
    `${component}.${fentanyl}`,
    `CC(N)Cc1ccccc1.${component}`,
  ])
  const lone = ['[F-2]', 'C[Cl-2]', '[IH4-3]', 'CCC(=O)N(c1ccccc1)C1CC[N-4](CCc2ccccc2)CC1']
  const ordinary = [
    '[ClH2+]',
    'C[Br+]C',
    '[S-2]',
    'CC(=O)[O-]',
    'C[N+](C)(C)C',
    '[O-]Cl(=O)(=O)=O',
    'F[B-](F)(F)F',
    'F[P-](F)(F)(F)(F)F',
    '[Na+].[Cl-]',
    'CC[OH2+]',
    'c1cc[nH+]cc1',
    '[Fe+3]',
  ]
  let rows = new Map<string, any>()
  beforeAll(async () => {
    rows = new Map((await rowsOf([...structures, ...lone, ...ordinary], '-j', 'US')).map((row) => [row.input, row]))
  })

  test('both paths agree', async () => {
    const full = await rowsOf([...structures, ...lone, ...ordinary], '-j', 'US', '--no-screen')
    for (const row of full)
      expect({ ...row, index: 0, id: '', row: 0 }).toEqual({ ...rows.get(row.input), index: 0, id: '', row: 0 })
  })

  test.each(odd)('%s does not hide what is next to it', (component) => {
    for (const other of [`${fentanyl}.${component}`, `${component}.${fentanyl}`, `CC(N)Cc1ccccc1.${component}`])
      expect(rows.get(other).verdict).toBe('listed')
  })

  test.each(lone)('%s by itself is undecided, and says why', (component) => {
    expect(rows.get(component).verdict).toBe('undecided')
    expect(rows.get(component).jurisdictions[0].findings).toContainEqual({
      kind: 'open structure',
      why: 'odd charge',
      counts: 'undecided',
    })
  })

  test.each(ordinary)('%s is an ordinary ion', (ion) => {
    expect(rows.get(ion).verdict).toBe('uncontrolled')
  })
})

test('a structure with an any-bond has no InChIKey, whatever the atom order', async () => {
  const rows = await rowsOf(['CC(=O)Oc1cc~cnc1', 'c1(OC(=O)C)cnc~cc1'], '-j', 'US', '--identify', 'all')
  expect(rows.map((r) => [r.verdict, r.structure.inchikey])).toEqual([
    ['undecided', null],
    ['undecided', null],
  ])
})

test('names have a separate work limit: the verdict and the exit code do not depend on them', async () => {
  const chain = `${'C'.repeat(560)}\n`
  const plain = await runJson(['batch', '-', '--input-format', 'smi', '--format', 'ndjson', '--quiet'], {
    stdin: chain,
  })
  const named = await runJson(
    ['batch', '-', '--input-format', 'smi', '--format', 'ndjson', '--quiet', '--identify', 'all'],
    {
      stdin: chain,
    },
  )
  const checked = await runJson(['check', '--json', 'C'.repeat(560)])
  for (const ran of [plain, named, checked]) expect([ran.code, ran.rows[0].verdict]).toEqual([0, 'uncontrolled'])
  for (const ran of [named, checked])
    expect(ran.rows[0].structure).toEqual({
      smiles: null,
      inchikey: null,
      formula: 'C560H1122',
      unnamed: expect.stringContaining('ran out of stack'),
    })
})
