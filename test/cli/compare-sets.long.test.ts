import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SetImpact } from '../../src/report/index.js'
import { crotonylfentanyl, fentanyl, run } from './fake-host.js'
import { testFolder } from './files.js'

const put = testFolder()
const json = async (args: readonly string[]) =>
  JSON.parse((await run([...args, '--json'])).out.trimEnd().split('\n').at(-1)!)
const compared = async (file: string, args: readonly string[]) => (await json(['compare', file, ...args])).summary

/** `compare` does not look up whether the jurisdiction lists a structure already: its counts of what becomes controlled say so. */
const apartFromListed = (set: SetImpact) => ({
  ...set,
  ...Object.fromEntries(
    (['covered', 'closest', 'furthest'] as const).map((part) => [part, set[part].map((s) => ({ ...s, listed: null }))]),
  ),
})

describe('impact and compare say the same of one draft', () => {
  let library = ''
  let rule = ''
  beforeAll(() => {
    library = put(
      'library.smi',
      `${crotonylfentanyl} croto\n${fentanyl} fent\nMDMA\ncannabis\nC1CC( bad\nCCCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1 butyryl\n`,
    )
    const own = JSON.parse(readFileSync('data/cn/rules/cn-proposed-fentanyl-class.json', 'utf8'))
    rule = put('cn-wide.json', JSON.stringify({ ...own, id: 'cn-wide' }))
  })
  test.each([
    ['a proposal', 'cn-proposed-fentanyl-class', ['--assume', 'cn-proposed-fentanyl-class'], 'CN', '2018-11-26'],
    [
      'one that leaves much undecided',
      'gb-cannabinoids-1ca-2016',
      ['--assume', 'gb-cannabinoids-1ca-2016'],
      'GB',
      '2016-06-01',
    ],
    ['your own rule', 'own', ['--rule', 'own'], 'CN', '2018-11-26'],
  ] as const)('%s: shipped sets, and a file', async (_, draft, options, code, asOf) => {
    const [asked, ...added] = [draft, ...options].map((text) => (text === 'own' ? rule : text)) as [string, ...string[]]
    const report = await json(['impact', asked, library, '--as-of', asOf, '--no-others', '--quiet'])
    const [, medicines, everyday, file] = report.sets as SetImpact[]
    const args = ['-j', code, '--as-of', asOf, ...added]
    const own = await compared(library, args)
    // All sets are of one code; medicines take longest.
    const set = code === 'GB' ? 'medicines' : 'everyday'
    const shipped = await compared(`set:${set}`, args)
    expect(own.draft).toMatchObject({ id: report.draft.id, parent: report.draft.parent })
    expect(apartFromListed(shipped.set)).toEqual(apartFromListed({ medicines, everyday }[set]!))
    expect(apartFromListed(own.set)).toEqual(apartFromListed(file!))
    // What the words cover and no list names becomes controlled; nothing else does.
    if (set === 'medicines') expect(shipped.becomes.controlled).toBe(report.collateral.medicines.length)
  })
  test('nothing is said of the words of one rule where more differs than that', async () => {
    for (const added of [
      ['--assume', 'cn-proposed-fentanyl-class', '--against', '2019-01-01'],
      ['--assume', 'cn-proposed-fentanyl-class', '--assume', 'cn-fentanyl-class'],
      ['--against', '2019-05-01'],
    ]) {
      const own = await compared(library, ['-j', 'CN', '--as-of', '2018-11-26', ...added])
      expect([own.draft, own.set, own.becomes.controlled > 0]).toEqual([undefined, undefined, true])
    }
  })
  test('their pages have the same parts, and the same words on a set', async () => {
    const [a, b] = [put('impact.html', ''), put('compare.html', '')]
    const when = ['-j', 'CN', '--as-of', '2018-11-26']
    await run(['impact', rule, ...when, '--no-others', '-o', a])
    await run(['compare', 'set:medicines', ...when, '--rule', rule, '-o', b])
    const headings = (path: string) => [...readFileSync(path, 'utf8').matchAll(/<h2>([^<]*)<\/h2>/g)].map((m) => m[1])
    expect(headings(a)).toEqual(['Reach', 'Collateral', 'Doubt', 'Time'])
    expect(headings(b)).toEqual(['Reach', 'Doubt', 'Time', 'Rows'])
    const ofMedicines = (path: string) =>
      /<h3>medicines<\/h3>.*?<table>.*?<\/table>/s.exec(readFileSync(path, 'utf8'))![0]
    expect(ofMedicines(b).replace(/<p>\d+ of [\d,]+ becomes? controlled.*?<\/p>\n?/, '')).toBe(ofMedicines(a))
  })
})
