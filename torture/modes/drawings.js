import { blockOf, inOrderOf, kekuleInOrderOf, ready, shuffledBlock } from '../drawings.js'
import { recorded, Rows } from '../law.js'
import { mutated } from '../mutate.js'
import { pick } from '../random.js'

/** Drawings of one structure in other atom orders and Kekulé forms: every field of the answers is the same. */
export const name = 'drawings'

const structures = 20
const each = 5

export async function run(random, untilDeadline, report) {
  const rows = new Rows({ screen: true, identify: 'all' })
  while (untilDeadline()) {
    await ready()
    const texts = []
    const cases = []
    for (let i = 0; i < structures; i++) {
      const smiles = i % 2 ? pick(random, recorded) : mutated(random, recorded)
      const block = blockOf(smiles)
      // RDKit reads an any-bond in a chain, but not one that closes a ring: verdicts agree, formulas do not. A mol block has
      // no quadruple bond either.
      if (block === null || /[*~$]/.test(smiles) || block.includes('V3000')) continue
      const first = inOrderOf(block)
      if (first === null) continue
      const begin = texts.push(block, first) - 2
      for (let k = 0; k < each; k++) {
        const drawn = shuffledBlock(block, random)
        const written = k % 2 ? inOrderOf(drawn) : kekuleInOrderOf(drawn)
        if (written === null) continue
        texts.push(written)
        if (k === 0) texts.push(drawn)
        cases.push({ smiles, begin, at: texts.length - (k === 0 ? 2 : 1), block: false })
        if (k === 0) cases.push({ smiles, begin, at: texts.length - 1, block: true })
      }
    }
    const answers = (await rows.of(texts)).map((row) => JSON.parse(row))
    for (const { smiles, begin, at, block } of cases) {
      // Which of several equivalent atoms a clause names is not compared, only how many.
      const a = answerOf(answers[block ? begin : begin + 1], count)
      const b = answerOf(answers[at], count)
      const where = firstDifference(a, b)
      if (where) report.difference(smiles, { drawing: texts[at], ...where })
    }
    report.tried(cases.length)
  }
}

const count = (atoms) => atoms.length

/** The part of a row that is compared. Findings of several components come in drawing order, which is not compared. */
function answerOf({ verdict, structure, jurisdictions, problem }, atoms) {
  const plain = JSON.parse(
    JSON.stringify(jurisdictions, (key, value) => (key === 'atoms' && Array.isArray(value) ? atoms(value) : value)),
  )
  for (const j of plain) j.findings.sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1))
  return { verdict, structure, unreadable: problem?.code, jurisdictions: plain }
}

function firstDifference(a, b, path = '') {
  if (JSON.stringify(a) === JSON.stringify(b)) return null
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return { path, first: a, other: b }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(
      a[key],
      b[key],
      `${path}/${a[key]?.code ?? a[key]?.ruleId ?? a[key]?.substance ?? key}`,
    )
    if (found) return found
  }
  return null
}
