import { chmodSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../cli/fake-host.js'

/** The text before the key is pressed, and what must be offered. */
export const cases: readonly {
  readonly line: string
  readonly some: readonly string[]
  readonly not: readonly string[]
}[] = [
  { line: 'coverage ', some: ['check', 'batch', 'report', 'compare', 'completion'], not: ['complete'] },
  { line: 'coverage ba', some: ['batch'], not: ['check'] },
  { line: 'coverage law ', some: ['list', 'show', 'search'], not: ['expect'] },
  { line: 'coverage law st', some: ['stats'], not: ['show'] },
  { line: 'coverage check --f', some: ['--format', '--fail-on'], not: ['--workers'] },
  { line: 'coverage check CCO --format ', some: ['text', 'json', 'html'], not: [] },
  { line: 'coverage batch x.smi --format ht', some: ['html'], not: ['ndjson'] },
  { line: 'coverage compare x.csv -j ', some: ['CN', 'US', 'GB', 'US-IA'], not: [] },
  { line: 'coverage completion ', some: ['bash', 'zsh', 'fish'], not: [] },
]

export async function script(shell: string): Promise<string> {
  const { out, code } = await run(['completion', shell])
  if (code !== 0) throw new Error(`completion ${shell} ended with ${code}`)
  return out
}

/** The environment of a shell in which `coverage` is this program. */
export function withProgram(put: (name: string, text: string) => string): NodeJS.ProcessEnv {
  const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
  const file = put('coverage', `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`)
  chmodSync(file, 0o755)
  return { ...process.env, PATH: `${dirname(file)}:${process.env.PATH}` }
}
