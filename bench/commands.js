// The two sides: our command line and Python RDKit.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './measure.js'

export const coverage = fileURLToPath(new URL('../bin/coverage.js', import.meta.url))
export const peer = fileURLToPath(new URL('peer.py', import.meta.url))
/** The day whose law is asked. */
export const day = '2026-09-01'

// Debian's own Python first: it is the one that has python3-rdkit.
export const python = ['/usr/bin/python3', 'python3'].find((p) => spawnSync(p, ['-c', 'import rdkit']).status === 0)

/** `coverage batch` into a file of the folder. */
export function batchInto(folder) {
  const out = join(folder, 'out.ndjson')
  return async (input, ...more) => {
    // To empty what the last run wrote takes a while, and is no part of this one.
    rmSync(out, { force: true })
    return run(process.execPath, [coverage, 'batch', input, '--quiet', '--as-of', day, '-o', out, ...more])
  }
}

/** Versions of what is compared. */
export function versions() {
  const said = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim() ?? ''
  return {
    coverage: said(process.execPath, coverage, '--version'),
    node: process.version,
    'RDKit in WebAssembly': said(
      process.execPath,
      '-e',
      "require('@rdkit/rdkit')().then((r) => console.log(r.version()))",
    ),
    ...(python
      ? {
          Python: said(python, '-c', 'import platform; print(platform.python_version())'),
          'Python RDKit': said(python, '-c', 'import rdkit; print(rdkit.__version__)'),
        }
      : {}),
  }
}
