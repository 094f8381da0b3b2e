#!/usr/bin/env node
// Packs the package for publication, without scripts and tools that only a checkout needs and about which npm would
// warn users. Prints the name of the tarball. `npm pack` makes the same package after a build: its hooks call this with
// `--before`, which puts the manifest for publication in place, and with `--after`, which puts that of the checkout back.
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const manifest = join(root, 'package.json')
const kept = join(root, 'node_modules/.cache/package.json')
const npm = (args, cwd) =>
  execFileSync('npm', ['pack', '--ignore-scripts', '--json', ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 26 })

function writeManifest(to) {
  const { scripts: _, devDependencies: __, ...own } = JSON.parse(readFileSync(manifest, 'utf8'))
  writeFileSync(to, `${JSON.stringify(own, null, 2)}\n`)
}

function pack(folder) {
  const copy = mkdtempSync(join(tmpdir(), 'coverage-pack-'))
  try {
    const [{ files }] = JSON.parse(npm(['--dry-run'], root))
    for (const { path } of files) cpSync(join(root, path), join(copy, path))
    writeManifest(join(copy, 'package.json'))
    const [{ filename }] = JSON.parse(npm(['--pack-destination', folder], copy))
    console.log(filename)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const [given = '.'] = process.argv.slice(2)
if (given === '--before') {
  mkdirSync(dirname(kept), { recursive: true })
  copyFileSync(manifest, kept)
  writeManifest(manifest)
} else if (given === '--after') {
  if (existsSync(kept)) renameSync(kept, manifest)
} else pack(resolve(given))
