// Writes src/names.ts, names that no record has, and src/name-words.ts, how languages and laboratories write names, from the tables in data/names and data/reference.
import { readFileSync, writeFileSync } from 'node:fs'

const rowsOf = (root, file) =>
  readFileSync(`${root}data/${file}`, 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

export function writeNameTables(root) {
  const named = ['names/names.tsv', 'names/drugcentral.tsv'].flatMap((file) =>
    rowsOf(root, file).map(([name, substances, kind = '', also = '']) => [
      kind || 'other name',
      name,
      substances,
      also,
    ]),
  )
  const drawn = Object.entries({ everyday: 'everyday chemical', medicines: 'medicine' }).flatMap(([set, kind]) =>
    rowsOf(root, `reference/${set}.tsv`).map(([name, smiles]) => [kind, name, smiles]),
  )
  const table = [...named, ...drawn].map((cells) => cells.join('\t').trimEnd()).join('\n')
  writeFileSync(
    `${root}src/names.ts`,
    `// Written by bin/name-tables.mjs from data/names and data/reference, whose pages give the sources. What is from DrugCentral is under CC BY-SA 4.0.\nexport const furtherNames =\n  ${JSON.stringify(table)}\n`,
  )
  writeWords(root)
}

function writeWords(root) {
  const words = {}
  for (const [kind, , list] of rowsOf(root, 'names/words.tsv')) words[kind] = `${words[kind] ?? ''} ${list}`.trim()
  const letters = rowsOf(root, 'names/letters.tsv').map(([from, to]) => `[/${from}/gu, ${JSON.stringify(to)}],`)
  writeFileSync(
    `${root}src/name-words.ts`,
    `// Written by bin/name-tables.mjs from data/names/words.tsv and letters.tsv.\nexport const words = ${JSON.stringify(words, null, 2)}\n\nexport const letters: readonly (readonly [from: RegExp, to: string])[] = [\n${letters.join('\n')}\n]\n`,
  )
}
