#!/usr/bin/env node
// Packs the package for publication, without scripts and tools that only a checkout needs and about which npm would
// warn users. Prints the name of the tarball.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = resolve(process.argv[2] ?? '.')
const npm = (args, cwd) =>
  execFileSync('npm', ['pack', '--ignore-scripts', '--json', ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 26 })

const copy = mkdtempSync(join(tmpdir(), 'coverage-pack-'))
try {
  const [{ files }] = JSON.parse(npm(['--dry-run'], root))
  for (const { path } of files) cpSync(join(root, path), join(copy, path))
  const { scripts: _, devDependencies: __, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(join(copy, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const [{ filename }] = JSON.parse(npm(['--pack-destination', folder], copy))
  console.log(filename)
} finally {
  rmSync(copy, { recursive: true })
}
