#!/usr/bin/env node
// npm run reconcile -- FOLDER: compares the records with the official texts in a folder and writes the counts to
// data/<jurisdiction>/reconciled.json, from which the pages are written. Ends with 1 if anything is unaccounted for.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { givenList } from './given-list.mjs'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const check = process.argv.includes('--check')
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
if (folder === undefined) {
  console.error(
    'npm run reconcile -- FOLDER [--check]: a folder with ca/, de/, gb/ ... of official texts; --check writes nothing',
  )
  process.exit(2)
}

const listsOf = (code) =>
  readdirSync(at(`data/${code.toLowerCase()}/lists`)).map((file) =>
    JSON.parse(readFileSync(at(`data/${code.toLowerCase()}/lists/${file}`), 'utf8')),
  )
const schedules = listsOf('US')
  .map((l) => l.id)
  .filter((id) => id.includes('schedule'))
  .join(',')

// Which file of the folder is which text, and its kind of source; newest last. A day is given if a file states none, or
// only the day it was made. The records were first made from the lists in ../listed: these show that no line was lost,
// and prove nothing more.
const texts = [
  ['CA', 'ca/C-24.5.xml', 'official'],
  ['CA', 'ca/C-38.8.xml', 'official'],
  [
    'CN',
    'cn/medicinal-2025-matched.csv',
    { 'other list': 'NMPA, MPS, NHC Announcement No. 55 of 2025, an independent transcription' },
    '--as-of',
    '2026-10-06',
  ],
  [
    'CN',
    '../listed/cn.csv',
    { 'own list': 'Catalogues of 2013 and 2015 and precursors, as transcribed for these records' },
    '--as-of',
    '2018-11-26',
  ],
  [
    'CN',
    '../listed/cn.csv',
    { 'own list': 'Catalogues of 2025 (medicinal and non-medicinal) and precursors, as transcribed for these records' },
    '--as-of',
    '2026-10-06',
  ],
  ['CWC', 'cwc/cwc_named.csv', 'copy', '--as-of', '2026-08-19'],
  ['DE', 'de/npsg-2025-04-02.xml', 'official', '--as-of', '2025-04-02'],
  ['DE', 'de/btmg-annexes-2026-07-05.csv', 'copy'],
  ['EU', 'eu/eu_precursors.csv', 'copy', '--as-of', '2026-11-27'],
  ['EU', 'eu/eu-dual-use-2026-09-21.csv', 'copy', '--list', 'eu-dual-use'],
  ['EU', 'eu/eu-explosives-precursors-2019-1148.csv', 'copy', '--as-of', '2026-09-21'],
  ['EU', 'eu/eu-pops-2020-11-30.csv', 'copy', '--list', 'eu-pops'],
  ['MPS', 'mps/montreal-protocol-2019.csv', 'copy', '--as-of', '2019-12-31'],
  ['JP', 'jp/jp-lists-2026-06-27.csv', 'copy', '--as-of', '2026-06-27'],
  ['CH', 'ch/ch-annexes-2026-03-13.csv', 'copy', '--as-of', '2026-03-13'],
  ['CZ', 'cz/cz-lists-2026-04-03.csv', 'copy', '--as-of', '2026-04-03'],
  ['NO', 'no/no-list-2026-06-01.csv', 'copy', '--as-of', '2026-06-01'],
  ['SE', 'se/se-lists-2026-05-12.csv', 'copy', '--as-of', '2026-05-12'],
  ['IT', 'it/it-tables-2026.csv', 'copy', '--as-of', '2026-11-29'],
  ['PT', 'pt/pt-tables-2026-05-08.csv', 'copy', '--as-of', '2026-05-08'],
  ['PT', 'pt/pt-new-psychoactive-2022-09-08.csv', 'copy', '--as-of', '2022-09-08'],
  ['SG', 'sg/sg-names-2026-10-01.csv', 'copy', '--as-of', '2026-10-01'],
  ['US-IA', 'us-ia/us-ia-names-2026.csv', 'copy', '--as-of', '2026-05-17'],
  ['US-ND', 'us-nd/us-nd-names-2022.csv', 'copy', '--as-of', '2022-06-30'],
  ['EE', 'ee/ee-lists-2026-02-23.csv', 'copy', '--as-of', '2026-02-23'],
  ['GB', 'gb/mda-sch2-2025-01-15.csv', 'copy', '--list', 'gb-mda-class-a,gb-mda-class-b,gb-mda-class-c'],
  [
    'GB',
    'gb/gb-precursors-2026-06-16.csv',
    { 'other list': 'Home Office, precursor chemicals licence form, 2026-06-16' },
    '--as-of',
    '2026-06-16',
    '--list',
    'gb-precursors-category-1,gb-precursors-category-2,gb-precursors-category-3',
  ],
  [
    'UN',
    '../listed/un.csv',
    { 'own list': 'Schedules of 1961 (I, II, IV) and 1971, tables of 1988, as collected for these records' },
    '--as-of',
    '2026-03-08',
  ],
  [
    'US',
    'us/21cfr1310.02-2021-12.csv',
    'copy',
    '--as-of',
    '2021-12-31',
    '--list',
    'csa-list-1-chemicals,csa-list-2-chemicals',
  ],
  [
    'US',
    'us/dea-codes-niem6-about-2023-08.csv',
    { 'other list': 'DEA drug codes in NIEM 6.0 (dea.xsd), about August 2023' },
    '--as-of',
    '2023-08-15',
    '--list',
    schedules,
  ],
  [
    'US',
    '../listed/us.csv',
    {
      'own list':
        '21 CFR 1308.11-1308.15 of 2026-09-21 without plants and preparations, as transcribed for these records',
    },
    '--as-of',
    '2026-09-21',
    '--list',
    schedules,
  ],
]

/** Texts that are not in the folder. */
const absent = new Set()
const recorded = (code) => {
  const file = at(`data/${code.toLowerCase()}/reconciled.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/** Runs one command in this process, so that RDKit and the law are loaded once for all texts. */
const { main } = await import(pathToFileURL(at('dist/cli/main.js')).href)
async function run(args) {
  const parts = []
  const stdout = new Writable({ write: (part, _, done) => done(void parts.push(part)) })
  const today = new Date().toLocaleDateString('sv')
  const code = await main(args, { stdin: Readable.from([]), stdout, stderr: process.stderr, env: process.env, today })
  return { code, stdout: Buffer.concat(parts).toString() }
}
/** What `reconciled.json` has of a comparison, besides the text. */
const countsKept =
  'as_of entries matched not_structures missing extra other class_items class_items_same lists written_from'.split(' ')
const found = new Map()
let accounted = true
for (const [code, file, kind, ...options] of texts) {
  const [source, title] = typeof kind === 'string' ? [kind] : Object.entries(kind)[0]
  if (!existsSync(join(folder, file))) {
    console.log(`${code}: ${file} is not in ${folder}; not compared`)
    absent.add(code)
    continue
  }
  const given = source === 'own list' ? givenList(join(folder, file), listsOf(code)) : null
  const path = given?.table ?? join(folder, file)
  const { stdout, code: exit } = await run(['law', 'reconcile', code, path, '--format', 'json', ...options])
  if (exit > 1) {
    console.error(`${code}: ${file} could not be compared`)
    process.exit(2)
  }
  const { text, format, differences, ...compared } = JSON.parse(stdout)
  const { as_of, entries, matched, not_structures, missing, extra, other, class_items, class_items_same } = compared
  // Records beyond their own first list were added later, from other sources.
  accounted &&= exit !== 1 || (given !== null && missing + other === 0)
  found.set(code, [
    ...(found.get(code) ?? []),
    { text: title ?? text, format, source, ...Object.fromEntries(countsKept.map((name) => [name, compared[name]])) },
  ])
  console.log(
    `${code}: ${title ?? text} (${source}), ${as_of}: ${entries} entries, ${matched} matched, ${not_structures} not structures, ${missing} missing, ${extra} extra, ${other} other; class items ${class_items_same} of ${class_items}`,
  )
  if (process.argv.includes('--verbose')) for (const d of differences) console.log(`  ${d.kind}: ${d.place}: ${d.says}`)
}
for (const [code, compared] of found) {
  const file = at(`data/${code.toLowerCase()}/reconciled.json`)
  // The results of earlier comparisons with texts that are not in the folder are kept, in their places.
  const before = recorded(code)
  const kept = absent.has(code) ? before.filter(({ text }) => !compared.some((own) => own.text === text)) : []
  const order = [...before, ...compared].map(({ text }) => text)
  const place = ({ text }) => order.indexOf(text)
  const results = [...compared, ...kept].sort((a, b) => place(a) - place(b))
  const text = `${JSON.stringify(results, null, 2)}\n`
  if (!check) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text)
    console.log(`${code}: reconciled.json has other counts; write it with: npm run reconcile -- ${folder}`)
}
process.exit(accounted ? 0 : 1)
