// A Stryker checker that passes a random sample of the mutants; the others count as compile errors and are not in the
// score.
import { createHash } from 'node:crypto'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** Rank of a mutant under a seed: the same on every machine, whatever other mutants there are. */
const lot = ({ fileName, location, mutatorName, replacement }) =>
  createHash('sha256')
    .update(JSON.stringify([process.env.SEED, fileName.replace(/^.*\/src\//, ''), location, mutatorName, replacement]))
    .digest('hex')

class Sample {
  #chosen = new Set()

  async init() {}

  /** Stryker passes all mutants at once, before it checks any. */
  async group(mutants) {
    const drawn = mutants.map((m) => ({ id: m.id, lot: lot(m) })).sort((a, b) => (a.lot < b.lot ? -1 : 1))
    for (const { id } of drawn.slice(0, Number(process.env.SAMPLE))) this.#chosen.add(id)
    return [mutants.map((m) => m.id)]
  }

  async check(mutants) {
    return Object.fromEntries(
      mutants.map(({ id }) => [
        id,
        this.#chosen.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' },
      ]),
    )
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)]
