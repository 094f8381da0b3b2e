import { expect, test } from 'vitest'
import type { RuleComparison } from '../../src/report/index.js'
import { shippedSets } from '../../src/cli/input/reference-sets.js'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'

const put = testFolder()
const compare = async (...args: string[]): Promise<RuleComparison> => {
  const { code, out, err } = await run(['rule', 'compare', ...args, '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as RuleComparison
}
const rowOf = ({ clauses }: RuleComparison, a: string) => clauses.find((row) => row.ids[0].includes(a))!

test('the nitazenes of Germany and of Britain, clause by clause', async () => {
  const found = await compare('de-npsg-7-benzimidazoles-2025', 'gb-nitazenes')
  expect(found.counts['covered/covered']).toBeGreaterThan(60)
  // Germany allows six carbons on the amine nitrogen, and fused rings on the benzimidazole; Britain any alkoxy to C5.
  expect(rowOf(found, 'R1 R2').ids[1]).toEqual(['i'])
  expect(rowOf(found, 'Rm')).toMatchObject({ ids: [['Rm'], ['iii']], only: [expect.any(Array), []] })
  expect(rowOf(found, 'Rm').only[0].length).toBeGreaterThan(0)
  expect(rowOf(found, 'Rm ring').ids[1]).toEqual([])
  expect(rowOf(found, 'Rn').ids[1]).toEqual(['ii'])
  expect(rowOf(found, 'Rn').only[1][0]).toMatchObject({ failure: { why: 'group not allowed' } })
  const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
  expect(sum(Object.values(found.counts))).toBe(sum(found.tried.map(([, count]) => count)))
  // Medicines that are recorded, too, are tried once.
  expect(Object.fromEntries(found.tried).medicines).toBeLessThan(shippedSets()[0]!.items.length)
})

test('a draft like a recorded rule differs from it where it is changed, and a file is tried as well', async () => {
  const draft = put('zz-draft.json', '').replace('zz-draft', 'no-draft')
  const made = await run(['rule', 'new', draft, '--parent', 'us-fentanyl-related-substances'])
  expect(made).toMatchObject({ code: 0, err: '' })
  expect((await run(['law', 'show', draft])).out).toContain('the N-propionyl becomes')
  expect((await run(['rule', 'test', draft])).out).toMatch(/: (\d+) of \1 examples as expected\n$/)
  const same = await compare(draft, 'us-fentanyl-related-substances')
  expect([same.elsewhere, ...same.clauses.map((row) => row.only)].flat(2)).toEqual([])
  const changes = { based_on: 'us-fentanyl-related-substances', id: 'us-d', without: ['E'] }
  const file = put('us-d.json', JSON.stringify(changes))
  // Fentanyl, which is recorded, counts once, however it is drawn; so does a structure that a file has twice.
  const butyryl =
    'CCCCCCCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1 a\nCCCCCCCCCCCC(=O)CCC b\nO=C(CCC)CCCCCCCCCCC c\nC1CN(CCc2ccccc2)CCC1N(C(=O)CC)c1ccccc1\n'
  const narrower = await compare(file, 'us-fentanyl-related-substances', put('a.smi', butyryl))
  expect(narrower.counts['covered/not covered']).toBeUndefined()
  expect(narrower.counts['not covered/covered']).toBeGreaterThan(20)
  expect(narrower.tried.at(-1)![1]).toBe(2)
  expect(narrower.clauses.find((row) => row.ids[1].includes('E'))!.only[1].map((d) => d.name)).toContain('a')
})

test('as text: which is within which, as tried and not proved', async () => {
  const { out } = await run(['rule', 'compare', 'eu-pfas-restriction-2023', 'oecd-pfas-2021'])
  const text = out.replace(/\s+/g, ' ')
  expect(text).toMatch(/A is within B: no counterexample among the [\d,]+ structures tried. Not proved./)
  expect(text).toContain('B is not within A: it alone covers')
  expect(text).toMatch(/Only B covers .*lumacaftor/)
  const none = put('oecd-none.json', JSON.stringify({ based_on: 'oecd-pfas-2021', id: 'oecd-none', mass: { max: 20 } }))
  const empty = await run(['rule', 'compare', none, 'oecd-pfas-2021'])
  expect(empty.out.replace(/\s+/g, ' ')).toMatch(/A covers none of the [\d,]+ structures tried/)
  expect(await run(['rule', 'compare', 'oecd-pfas-2021', 'no-such-rule'])).toMatchObject({ code: 2 })
})
