import { run } from '../cli/fake-host.js'

/** The text before the key is pressed, and what must be offered. */
export const cases: readonly {
  readonly line: string
  readonly some: readonly string[]
  readonly not: readonly string[]
}[] = [
  { line: 'coverage ', some: ['check', 'batch', 'report', 'compare', 'completion'], not: [] },
  { line: 'coverage ba', some: ['batch'], not: ['check'] },
  { line: 'coverage law ', some: ['list', 'show', 'search'], not: ['expect'] },
  { line: 'coverage law st', some: ['stats'], not: ['show'] },
  { line: 'coverage check --f', some: ['--format', '--fail-on'], not: ['--workers'] },
  { line: 'coverage check CCO --format ', some: ['text', 'json', 'html'], not: [] },
  { line: 'coverage batch x.smi --format ht', some: ['html'], not: ['ndjson'] },
  { line: 'coverage compare x.csv -j ', some: ['CN', 'US', 'GB'], not: [] },
  { line: 'coverage completion ', some: ['bash', 'zsh', 'fish'], not: [] },
]

export async function script(shell: string): Promise<string> {
  const { out, code } = await run(['completion', shell])
  if (code !== 0) throw new Error(`completion ${shell} ended with ${code}`)
  return out
}
