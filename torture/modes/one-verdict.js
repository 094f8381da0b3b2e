import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { recorded, Rows } from '../law.js'
import { pick } from '../random.js'

/**
 * Drawings of one substance (the same standard InChIKey) have one verdict in every law on every day: recorded structures,
 * examples of class rules, and esters, ethers, carbamates, salts, ring isomers and homologues of both, drawn with
 * protons and charges anywhere, as other mesomers, with dative bonds or hydrogens elsewhere; and gem-diols, which are
 * read as their carbonyl compounds, and metals on carbon, which are read as ions. A difference is a drawing that is
 * uncontrolled where its base is not; how many are answered otherwise is printed at the end.
 */
export const name = 'one-verdict'

const atOnce = 40
const drawingsOfEach = 10
const days = ['2018-06-01', '2021-09-01', '2026-09-01']
const python = process.env.NATIVE_PYTHON ?? '/usr/bin/python3'
const script = fileURLToPath(new URL('../drawn-otherwise.py', import.meta.url))
const examples = JSON.parse(readFileSync(new URL('../../dist/examples.json', import.meta.url), 'utf8'))
// Scheduled chemicals are not used as starting structures.
const ofRules = Object.entries(examples)
  .filter(([rule]) => !rule.startsWith('cwc-'))
  .flatMap(([, { fits, misses, unsettled }]) => [...fits, ...misses, ...unsettled].flatMap((e) => e.smiles ?? []))

export async function run(random, untilDeadline, report) {
  if (spawnSync(python, ['-c', 'import rdkit']).status !== 0)
    return report.skip(`${python} has no rdkit; NATIVE_PYTHON names another`)
  const onDays = days.map((asOf) => ({
    asOf,
    rows: new Rows({ screen: true, identify: 'none', asOf }),
    verdicts: new Map(),
  }))
  const draw = spawn(python, [script, String(Math.floor(random() * 2 ** 31)), String(drawingsOfEach)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: draw.stdout })[Symbol.asyncIterator]()
  const counts = {}
  const ask = () => {
    const bases = Array.from({ length: atOnce }, () => pick(random, random() < 0.6 ? recorded : ofRules))
    draw.stdin.write(bases.map((smiles) => `${JSON.stringify(smiles)}\n`).join(''))
  }
  try {
    ask()
    while (untilDeadline()) {
      const drawn = []
      for (let i = 0; i < atOnce; i++) drawn.push(...JSON.parse((await lines.next()).value))
      // Python draws the next ones meanwhile.
      ask()
      await compare(drawn, pick(random, onDays), counts, report)
    }
  } finally {
    draw.kill()
  }
  for (const [kind, { tried, otherwise }] of Object.entries(counts))
    console.log(`${name}: ${kind}: ${tried} tried, ${otherwise} answered otherwise`)
}

/** @param verdicts of bases, which recur; drawings rarely do */
async function compare(drawn, { asOf, rows, verdicts: known }, counts, report) {
  const texts = [...new Set(drawn.flatMap((d) => d.slice(0, 2)))].filter((text) => !known.has(text))
  const verdicts = new Map((await rows.of(texts)).map((row, i) => [texts[i], verdictsOf(row)]))
  for (const [base] of drawn) if (!known.has(base)) known.set(base, verdicts.get(base))
  for (const [base, drawing, kind] of drawn) {
    const [own, other] = [known.get(base), verdicts.get(drawing) ?? known.get(drawing)]
    // A row that no law covers names none.
    const verdictsIn = (law) => [own[law] ?? 'uncontrolled', other[law] ?? 'uncontrolled']
    const changed = Object.keys({ ...own, ...other }).filter((law) => verdictsIn(law)[0] !== verdictsIn(law)[1])
    const cleared = changed.filter((law) => verdictsIn(law)[1] === 'uncontrolled')
    counts[kind] ??= { tried: 0, otherwise: 0 }
    counts[kind].tried++
    if (changed.length > 0) counts[kind].otherwise++
    if (cleared.length > 0)
      report.difference(base, { drawing, kind, asOf, laws: cleared.map((law) => `${law} ${own[law]}`) })
  }
  report.tried(drawn.length)
}

function verdictsOf(row) {
  return Object.fromEntries(JSON.parse(row).jurisdictions.map(({ code, verdict }) => [code, verdict]))
}
