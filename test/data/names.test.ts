import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { edition } from '../support/law.js'

/** Debian's libopsin-java: a reader of systematic names that owes nothing to RDKit. `.ci/run` installs it. */
const opsin = '/usr/share/java/opsin-cli.jar'
const installed = existsSync(opsin) && spawnSync('java', ['-version']).status === 0

it.runIf(installed)('OPSIN reads every systematic name as the structure on record', () => {
  const named = edition.substances.filter((s) => s.smiles !== null && s.chemical_name !== undefined && s.structure.from === 'chemical name')
  const { stdout } = spawnSync('java', ['-jar', opsin, '-ostdinchikey'], { input: `${named.map((s) => s.chemical_name).join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 26 })
  const keys = stdout.split('\n')
  const wrong = named.flatMap((s, i) => (keys[i] === s.inchikey ? [] : [`${s.id}: ${s.chemical_name} is ${keys[i] || 'not read'}, on record ${s.inchikey}`]))
  expect(wrong).toEqual([])
  expect(named.length).toBeGreaterThan(900)
})
