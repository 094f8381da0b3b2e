import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { BothPaths } from '../both-paths.js'
import { blockOf, inOrderOf, ready, shuffledBlock } from '../drawings.js'
import { recorded, Rows } from '../law.js'
import { mutated } from '../mutate.js'
import { pick } from '../random.js'

/**
 * Recorded structures, some of them damaged, as native RDKit redraws them: tautomers of every kind, whether their
 * hydrogens move between hetero atoms or to and from carbon, through the screen and the full path. Drawn with their atoms
 * in another order they have the same verdicts.
 */
export const name = 'tautomers'

const atOnce = 20
const python = process.env.NATIVE_PYTHON ?? '/usr/bin/python3'
const script = fileURLToPath(new URL('../../test/identity/tautomers.py', import.meta.url))

export async function run(random, untilDeadline, report) {
  if (spawnSync(python, ['-c', 'import rdkit']).status !== 0)
    return report.skip(`${python} has no rdkit; NATIVE_PYTHON names another`)
  const paths = new BothPaths()
  const rows = new Rows({ screen: true })
  while (untilDeadline()) {
    const texts = Array.from({ length: atOnce }, (_, i) =>
      i % 2 === 0 ? pick(random, recorded) : mutated(random, recorded),
    )
    const tautomers = redrawn(texts)
    await paths.compare(tautomers, report)
    await ready()
    await compareOrders(tautomers, random, rows, report)
  }
}

async function compareOrders(texts, random, rows, report) {
  const pairs = texts.flatMap((text) => {
    const block = blockOf(text)
    const [one, other] = block ? [inOrderOf(block), inOrderOf(shuffledBlock(block, random))] : [null, null]
    return one === null || other === null ? [] : [{ one, other }]
  })
  const verdicts = async (drawings) => (await rows.of(drawings)).map(verdictsOf)
  const [own, others] = [await verdicts(pairs.map((p) => p.one)), await verdicts(pairs.map((p) => p.other))]
  pairs.forEach(({ one, other }, i) => {
    if (own[i] !== others[i]) report.difference(one, { drawing: other, verdicts: own[i], there: others[i] })
  })
  report.tried(pairs.length)
}

function verdictsOf(row) {
  const { verdict, jurisdictions } = JSON.parse(row)
  return [verdict, ...jurisdictions.map((j) => `${j.code} ${j.verdict}`)].join()
}

/** Every other drawing that native RDKit makes of these; none where it ends on a structure. */
function redrawn(texts) {
  const input = texts.map((text) => JSON.stringify(text)).join('\n')
  const { stdout } = spawnSync(python, [script, '20'], { input, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 })
  return stdout
    .split('\n')
    .filter((line) => line.endsWith(']'))
    .flatMap((line) => JSON.parse(line).map(({ smiles }) => smiles))
}
