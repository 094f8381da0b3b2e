import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Reader, UnreadableStructure } from '../../dist/chem/index.js'
import { recorded } from '../law.js'
import { mutated } from '../mutate.js'

/** Native RDKit (Debian package python3-rdkit): what is a structure, its formula and its InChIKey. */
export const name = 'native'

const atOnce = 1000
const python = process.env.NATIVE_PYTHON ?? '/usr/bin/python3'
const script = fileURLToPath(new URL('../../test/identity/native.py', import.meta.url))
// Native RDKit removes an odd hydrogen (`[HH3+]`, `=[H]`) like a plain one; those are not compared.
const oddHydrogen = /\[\d*H[@H+-]|[=#$:~]\[\d*H\]|\[\d*H\]\(?[=#$:~]/
/** Bonds to these metals are deliberately cleaved before keys are made. */
const metal = /\[\d*(Li|Na|Mg|Al|K|Ca|Zn|Rb|Sr|Ag|Cs|Ba)/

export async function run(random, untilDeadline, report) {
  if (spawnSync(python, ['-c', 'import rdkit']).status !== 0)
    return report.skip(`${python} has no rdkit; NATIVE_PYTHON names another`)
  const reader = await Reader.start()
  while (untilDeadline()) {
    const texts = Array.from({ length: atOnce }, () => mutated(random, recorded)).filter(
      (text) => text !== '' && !/[>\s]/.test(text) && !oddHydrogen.test(text),
    )
    const native = readNatively(texts)
    for (const [i, text] of texts.entries()) {
      if (native[i] === null) continue
      await reader.ready()
      const ours = read(reader, text)
      const theirs = native[i]
      // RDKit's treatment of an any-bond depends on the atom order, so we give no key.
      const inchikey = ours.inchikey === null && text.includes('~') ? null : theirs.inchikey
      if (ours.why === 'aromaticity' && theirs.loose) continue
      const same =
        ours.read === theirs.read &&
        (!ours.read ||
          (ours.formula === theirs.formula &&
            (ours.inchikey === inchikey || inchikey === 'not made' || metal.test(text))))
      if (!same) report.difference(text, { ours, native: theirs })
    }
    report.tried(texts.length)
  }
}

/** Results of native RDKit for each text; null for one that ends the process, as some unusual bonds do. */
function readNatively(texts) {
  const answers = []
  while (answers.length < texts.length) {
    const input = texts
      .slice(answers.length)
      .map((t) => JSON.stringify(t))
      .join('\n')
    const { stdout } = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 })
    answers.push(
      ...stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    )
    if (answers.length < texts.length) answers.push(null)
  }
  return answers
}

function read(reader, text) {
  try {
    return reader.read(text, (s) => ({ read: true, inchikey: s.inchikey, formula: s.formula }))
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return { read: false, why: error.problem.code }
  }
}
