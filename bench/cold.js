// One `coverage check` from a cold start against Node and RDKit started alone, and against the same lookup in Python RDKit.
import { fileURLToPath } from 'node:url'
import { coverage, peer, python } from './commands.js'
import { median, run } from './measure.js'

const runs = 9
const rdkit = fileURLToPath(import.meta.resolve('@rdkit/rdkit'))
// Crotonylfentanyl: covered by a class in one jurisdiction on this day, by a proposal in another.
const crotonylfentanyl = 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'

export async function cold(table) {
  table.heading(`One structure, cold start: median of ${runs} runs, all in turn`)
  const commands = {
    'coverage check': [process.execPath, [coverage, 'check', crotonylfentanyl, '--as-of', '2018-11-26']],
    'node and RDKit, started': [process.execPath, ['-e', `require(${JSON.stringify(rdkit)})()`]],
    ...(python ? { 'Python RDKit, lookup only': [python, [peer, 'check', crotonylfentanyl]] } : {}),
  }
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let i = 0; i <= runs; i++) {
    for (const [name, command] of Object.entries(commands)) {
      const { seconds } = await run(...command)
      // The first round warms the disk.
      if (i > 0) times[name].push(seconds)
    }
  }
  for (const [name, seconds] of Object.entries(times)) table.seconds(name, median(seconds))
  const [ours, started, theirs] = Object.values(times)
  const over = (others) => ours.map((seconds, i) => seconds / others[i])
  table.ratio('time, check to node and RDKit', [median(over(started))], { most: 1.4 })
  if (python) table.ratio('time, check to Python RDKit', [median(over(theirs))], { most: 2 })
}
