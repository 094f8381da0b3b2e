import { readFileSync } from 'node:fs'
import { clauses, type Clause } from './tables.js'

const intro = readFileSync(new URL('intro.md', import.meta.url), 'utf8')

export function identityDocument(): string {
  const codes = [...new Set(clauses.map((row) => row.jurisdiction))].sort()
  const rows = codes.flatMap((code) => {
    const own = clauses.filter((row) => row.jurisdiction === code)
    const outside = own.filter((row) => row.side === 'stops at')
    return own
      .filter((row) => row.side === 'covers')
      .map((inside, i) => `| ${code} | ${inside.clause} | ${exampleText(inside)} | ${exampleText(outside[i]!)} |`)
  })
  return `${intro}## Examples\n\n| law | clause | covers | stops at |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

function exampleText({ id, expected, by, why }: Clause): string {
  const other = by === '' || expected === 'listed' ? '' : `, ${expected}`
  return `${id}${other}: ${why}`.replaceAll('|', '\\|')
}
