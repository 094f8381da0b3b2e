import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface NativeAnswer {
  readonly read: boolean
  readonly inchikey?: string | null
  readonly formula?: string
}

const python = process.env['NATIVE_PYTHON'] ?? '/usr/bin/python3'

/**
 * Native RDKit's reading (Debian package python3-rdkit) of some structures.
 * @throws if it is not installed: the comparison must not be skipped silently
 */
export function readNatively(texts: readonly string[]): NativeAnswer[] {
  return runNatively('native.py', texts) as NativeAnswer[]
}

/** The answers of a script in this folder, one per text. @throws as `readNatively` */
export function runNatively(name: string, texts: readonly string[], options: readonly string[] = []): unknown[] {
  const script = fileURLToPath(new URL(name, import.meta.url))
  const run = spawnSync(python, [script, ...options], {
    input: texts.map((t) => JSON.stringify(t)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.error || run.status !== 0) {
    throw new Error(
      `Native RDKit did not run with ${python} (${run.error?.message ?? run.stderr.trim().split('\n').at(-1)}). Install the Debian package python3-rdkit, or name a Python that has rdkit in NATIVE_PYTHON.`,
    )
  }
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}
