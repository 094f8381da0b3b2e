import { readFileSync } from 'node:fs'
import { clauses, type Example } from './clauses.js'

const intro = readFileSync(new URL('intro.md', import.meta.url), 'utf8')

export function identityDocument(): string {
  const codes = [...new Set(clauses.map(({ code }) => code))].sort()
  const rows = codes.flatMap((code) =>
    clauses
      .filter((clause) => clause.code === code)
      .map(
        ({ clause, inside, outside }) => `| ${code} | ${clause} | ${exampleText(inside)} | ${exampleText(outside)} |`,
      ),
  )
  return `${intro}## Examples\n\n| law | clause | covers | stops at |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

function exampleText({ name, verdict, by, why }: Example): string {
  const other = verdict === (by ? 'listed' : 'uncontrolled') ? '' : `, ${verdict}`
  return `${name}${other}: ${why}`.replaceAll('|', '\\|')
}
