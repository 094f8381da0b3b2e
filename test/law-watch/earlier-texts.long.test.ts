import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder } from '../support/law.js'
import { run } from '../cli/fake-host.js'
import { watch } from './small-law.js'

const json = (path: string) => JSON.parse(readFileSync(join(dataFolder, path), 'utf8'))
const shared = '../shared/law/official'
if (!existsSync(shared)) console.log(`left out: earlier texts of CA, CZ, DE and EE (needs ${shared})`)

/** Entries that the texts of an earlier day lack or have besides today's records; data/NEWS.md has the days. */
describe.skipIf(!existsSync(shared))('texts of an earlier day against the records of today', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'law-watch-shared-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const place = (code: string, id: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(join(folder, code, id), { recursive: true })
    for (const [name, file] of Object.entries(files))
      symlinkSync(join(process.cwd(), shared, file), join(folder, code, id, name))
  }
  const look = async (code: string, id: string, records: readonly string[] = [], edition: string | null = null) => {
    const { code: _, ...rest } = json(`${code}/jurisdiction.json`)
    const all = json(`${code}/sources.json`)
    const sources = { texts: all.texts.filter((t: { id: string }) => t.id === id), announcements: [] }
    const { report } = await watch({
      laws: [{ ...rest, code: code.toUpperCase(), sources }],
      ...{ folder, offline: true, since: null, today: '2026-11-29', output: null, data: dataFolder, edition },
      tool: async (args: string[]) => {
        const { code, out, err } = await run([...args, ...records], { today: '2026-11-29' })
        return { code, stdout: out, stderr: err }
      },
    })
    return report.laws[0]
  }
  const named = (law: any, change: string): string[] =>
    law.texts.flatMap((t: any) =>
      (t.differences ?? []).filter((d: any) => d.change === change).map((d: any) => d.substance),
    )

  test('DE, annexes of 2026-01-04: what the ordinance of May 2026 added, and nothing else', async () => {
    place('de', 'btmg-1981', { 'btmg-1981-2026-01-04.csv': 'de/btmg-annexes-state-2026-01-04.csv' })
    const law = await look('de', 'btmg-1981', [], 'dist/edition.json')
    expect(named(law, 'gone').sort()).toEqual([
      ...['2-mmc', '4-bmc', 'carisoprodol', 'etonitazepipne', 'hexahydrocannabinol', 'mdmb-fubinaca', 'metonitazepyne'],
      ...[
        'n-desethyl-etonitazene',
        'n-desethyl-isotonitazene',
        'n-pyrrolidino-isotonitazene',
        'nep',
        'protonitazepyne',
      ],
    ])
    expect(law.review).toBe(12)
    // Most are in a class of the NpSG as well; the acetate is in the list as an ester.
    const moves = law.effects.moves.map((m: any) => `${m.substance} ${m.from} ${m.to}`)
    expect(moves).toHaveLength(13)
    expect(moves).toContain('carisoprodol listed undecided')
    expect(moves).toContain('hexahydrocannabinol-acetate listed class')
  })

  test('CA, a class whose words change: both wordings, and our reading beside them', async () => {
    const now = readFileSync(join(shared, 'ca/C-38.8.xml'), 'utf8')
    const words = 'Fentanyls, their salts, derivatives'
    mkdirSync(join(folder, 'ca/c-38-8'), { recursive: true })
    writeFileSync(join(folder, 'ca/c-38-8/c-38-8-2026-06-05.xml'), now)
    writeFileSync(join(folder, 'ca/c-38-8/c-38-8-2026-07-01.xml'), now.replace(words, `${words}, esters`))
    const law = await look('ca', 'c-38-8')
    const [changed] = law.texts[0].differences
    expect([law.review, changed.change, changed.place]).toEqual([1, 'wording changed', expect.stringContaining('16')])
    expect(changed.wording.now).toContain(`${words}, esters`)
    expect(changed.wording.before).toContain(words)
    expect(changed.wording.before).not.toContain('esters')
    expect(changed.wording.reads).toBeTruthy()
  })

  test('EE, annex of 2025-08-02: what the regulation of February 2026 added, and nothing else', async () => {
    const file = '902508_regulation73_2025-08-02.md'
    place('ee', 'regulation-73', { [file]: `ee/dated/${file}` })
    const law = await look('ee', 'regulation-73')
    expect(named(law, 'gone').sort()).toEqual([
      ...['1-1-3-methylphenyl-cyclohexyl-pyrrolidine', '2-oxo-pce', '5-methoxy-2-aminoindane', 'cychlorphine'],
      ...['gabapentin', 'lsz', 'methallylescaline', 'pregabalin', 'spirochlorphine'],
    ])
    expect(law.review).toBe(9)
  })

  test('CZ, all regulations, by records that lack 50/2026: what it added and took out', async () => {
    const names = readdirSync(join(shared, 'cz/dated')).filter(
      (name) => !/167|2013-(272|458)|2024-321|2025-4/.test(name),
    )
    place('cz', '463-2013', Object.fromEntries(names.map((name) => [name, `cz/dated/${name}`])))
    const all = await look('cz', '463-2013')
    expect([all.review, all.texts[0].day, all.texts[0].explained.length]).toEqual([0, '2026-04-03', 10])

    const older = join(folder, 'records')
    // cpSync takes ten times as long.
    execFileSync('cp', ['-r', dataFolder, older])
    const list = json('cz/lists/cz-classified.json')
    const came = ['adb-3en-butinaca', 'adb-5en-hexinaca', 'edmb-4en-pinaca']
    const entries = list.entries.filter((e: any) => !came.includes(e.substance))
    entries.find((e: any) => e.substance === 'hexahydrocannabinol').periods.at(-1).until = null
    writeFileSync(join(older, 'cz/lists/cz-classified.json'), JSON.stringify({ ...list, entries }))
    const law = await look('cz', '463-2013', ['--no-shipped', '--data', older])
    expect(law.texts[0].differences.flatMap((d: any) => d.item?.names[0].toLowerCase() ?? []).sort()).toEqual(came)
    expect(named(law, 'gone')).toEqual(['hexahydrocannabinol'])
  })
})
