#!/usr/bin/env node
// npm run reconcile -- FOLDER: compares the records with the official texts in a folder and writes the counts to
// data/<jurisdiction>/reconciled.json, from which the pages are written. Ends with 1 where something is unaccounted for.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const check = process.argv.includes('--check')
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
if (folder === undefined) {
  console.error(
    'npm run reconcile -- FOLDER [--check]: a folder with ca/, de/, gb/ ... of official texts; --check writes nothing',
  )
  process.exit(2)
}

// Which file of the folder is which text; newest last. `asOf` where a file does not give its own day, or gives that of its making.
const texts = [
  ['CA', 'ca/C-24.5.xml'],
  ['CA', 'ca/C-38.8.xml'],
  ['CN', 'cn/medicinal-2025-matched.csv', '--as-of', '2026-10-06'],
  ['DE', 'de/npsg-2025-04-02.xml', '--as-of', '2025-04-02'],
  ['DE', 'de/btmg-annexes-2026-07-05.csv'],
  ['GB', 'gb/mda-sch2-2025-01-15.csv', '--list', 'gb-mda-class-a,gb-mda-class-b,gb-mda-class-c'],
  ['US', 'us/21cfr1310.02-2021-12.csv', '--as-of', '2021-12-31', '--list', 'csa-list-1-chemicals,csa-list-2-chemicals'],
]

const run = promisify(execFile)
const found = new Map()
let accounted = true
for (const [code, file, ...options] of texts) {
  if (!existsSync(join(folder, file))) {
    console.log(`${code}: ${file} is not in ${folder}; not compared`)
    continue
  }
  const { stdout, code: exit } = await run(
    process.execPath,
    [at('bin/coverage.js'), 'law', 'reconcile', code, join(folder, file), '--format', 'json', ...options],
    { maxBuffer: 1 << 28 },
  ).catch((error) => error)
  if (exit !== undefined && exit !== 1) {
    console.error(`${code}: ${file} could not be compared`)
    process.exit(2)
  }
  accounted &&= exit !== 1
  const [
    {
      text,
      format,
      as_of,
      entries,
      matched,
      not_structures,
      missing,
      extra,
      other,
      class_items,
      class_items_same,
      lists,
      written_from,
      differences,
    },
  ] = JSON.parse(stdout)
  found.set(code, [
    ...(found.get(code) ?? []),
    {
      text,
      format,
      as_of,
      entries,
      matched,
      not_structures,
      missing,
      extra,
      other,
      class_items,
      class_items_same,
      lists,
      written_from,
    },
  ])
  console.log(
    `${code}: ${text}, ${as_of}: ${entries} entries, ${matched} matched, ${not_structures} not structures, ${missing} missing, ${extra} extra, ${other} other; class items ${class_items_same} of ${class_items}`,
  )
  if (process.argv.includes('--verbose')) for (const d of differences) console.log(`  ${d.kind}: ${d.place}: ${d.says}`)
}
for (const [code, results] of found) {
  const file = at(`data/${code.toLowerCase()}/reconciled.json`)
  const text = `${JSON.stringify(results, null, 2)}\n`
  if (!check) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text)
    console.log(`${code}: reconciled.json has other counts; write it with: npm run reconcile -- ${folder}`)
}
process.exit(accounted ? 0 : 1)
