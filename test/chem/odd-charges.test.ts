import { describe, expect, test } from 'vitest'
import { runJson } from '../cli/fake-host.js'

const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const smi = (structures: readonly string[]) => structures.map((s) => `${s}\n`).join('')
const rowsOf = async (structures: readonly string[], ...args: string[]) => (await runJson(['batch', '-', '--input-format', 'smi', '--format', 'ndjson', '--quiet', ...args], { stdin: smi(structures) })).rows

const odd = ['[F-2]', '[Cl-2]', 'C[F-2]', 'C[Cl-2]', 'C[Br-2]C', '[BrH4+]', '[IH4-3]', '[14Xe@@H4++]', '[3Te@H4-4]', '[H-2]', 'CC([3F-3])=O', '[2UH4--]', '[Fe@@H2][N@@H3-4]', '[Se-][999HH4+2]']

describe('an odd component', () => {
  test.each(odd)('%s: both paths say the same, and never hide what is next to it', async (component) => {
    const structures = [component, `${fentanyl}.${component}`, `${component}.${fentanyl}`, `CCN.${component}`]
    const rows = await rowsOf(structures)
    expect(await rowsOf(structures, '--no-screen')).toEqual(rows)
    expect(rows.slice(1).map((r) => r.verdict)).toEqual(['listed', 'listed', 'listed'])
  })

  test.each(['[F-2]', 'C[Cl-2]', '[IH4-3]', 'CCC(=O)N(c1ccccc1)C1CC[N-4](CCc2ccccc2)CC1'])('%s by itself is undecided, and says why', async (component) => {
    const [row] = await rowsOf([component], '-j', 'US')
    expect(row.verdict).toBe('undecided')
    expect(row.jurisdictions[0].findings).toContainEqual({ kind: 'open structure', why: 'odd charge', counts: 'undecided' })
  })

  test.each(['[ClH2+]', 'C[Br+]C', '[S-2]', 'CC(=O)[O-]', 'C[N+](C)(C)C', '[O-]Cl(=O)(=O)=O', 'F[B-](F)(F)F', 'F[P-](F)(F)(F)(F)F', '[Na+].[Cl-]', 'CC[OH2+]', 'c1cc[nH+]cc1', '[Fe+3]'])('%s is an ordinary ion', async (ion) => {
    expect((await rowsOf([ion], '-j', 'US'))[0].verdict).toBe('uncontrolled')
  })
})

test('names are worked out on a budget of their own: the verdict and the exit code do not depend on them', async () => {
  const chain = `${'C'.repeat(560)}\n`
  const plain = await runJson(['batch', '-', '--input-format', 'smi', '--format', 'ndjson', '--quiet'], { stdin: chain })
  const named = await runJson(['batch', '-', '--input-format', 'smi', '--format', 'ndjson', '--quiet', '--identify'], { stdin: chain })
  const checked = await runJson(['check', '--json', 'C'.repeat(560)])
  for (const ran of [plain, named, checked]) expect([ran.code, ran.rows[0].verdict]).toEqual([0, 'uncontrolled'])
  for (const ran of [named, checked]) expect(ran.rows[0].structure).toEqual({ smiles: null, inchikey: null, formula: 'C560H1122', unnamed: expect.stringContaining('more stack than there is') })
})
