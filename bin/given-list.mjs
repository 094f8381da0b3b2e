// Converts a list that the records were made from (list,entry,name,cas,from,until and more) to the table that `law
// reconcile` reads: lists by their id, numbers as in the records, no rows that only show what a class covers.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cellsOf } from '../dist/batch/input/delimited.js'

/** Writes the table and returns its path; `lists` are the recorded lists of the jurisdiction. */
export function givenList(file, lists) {
  const [head, ...rows] = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => cellsOf(line, ','))
  const at = Object.fromEntries(head.map((name, i) => [name, i]))
  const used = new Set()
  const out = rows
    .filter((row) => !/example/.test(row[at.entry]))
    .map((row) => {
      const list = lists.find((l) => key(l.short) === key(listName(row[at.list], row[at.entry])))
      if (!list) throw new Error(`${file}: no recorded list is "${row[at.list]}"`)
      used.add(list.id)
      return [list.id, number(row[at.entry]), row[at.name], row[at.cas].split(/[;,] */)[0], row[at.from], row[at.until]]
    })
  const table = join(mkdtempSync(join(tmpdir(), 'given-list-')), file.replace(/^.*[\\/]/, ''))
  writeFileSync(
    table,
    [['list', 'entry', 'name', 'cas', 'from', 'until'], ...out]
      .map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
      .join('\n'),
  )
  return { table, lists: [...used] }
}

const key = (name) => name.toLowerCase().replace(/^csa |\bsubstances of |[^a-z0-9]/g, '')

/** The file names a list by its title and edition, and a precursor class by its number. */
function listName(title, entry) {
  if (/^Precursor Chemicals/.test(title)) return `Precursor Chemicals ${entry.match(/^Class I{1,3}/)[0]}`
  return title
    .replace(/ \((\d{4}) ed\.\)/, ' $1')
    .replace(/^Non-medicinal Narcotic and Psychotropic Drugs/, 'Non-medicinal')
    .replace(/^Supplementary Catalogue .*$/, 'Supplementary Catalogue 2015')
}

function number(entry) {
  const own = entry.match(/cumulative (\d+)/)?.[1] ?? entry
  return /^(?:\(|Class I+, |\d)/.test(own)
    ? own.replace(/^Class I+, /, '').replace(/\*| \((?:isomer|group|cumulative)[^)]*\)/g, '')
    : ''
}
