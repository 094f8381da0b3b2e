import type { Condition } from './conditions.js'
import { countsLength } from '../engine/smarts/counts.js'
import type { FastGraph } from '../engine/fast-graph.js'
import * as layout from './tables.js'
import type { Arena } from '../engine/arena.js'
import { memory, memoryWords } from '../engine/kernel.js'
import { Sieve } from './sieve.js'
import { Environments } from '../engine/smarts/environments.js'
import { screenKernel } from './screen-kernel.js'

/** What is computed for every molecule before any pattern is matched. Valid for the molecule described last. */
export class Description {
  readonly #at: number
  #generation = -1
  readonly counts: Uint8Array
  /** Address in the kernel of the marks of oxygens whose ester or ether bonds can be cleaved. */
  readonly cleavableOxygens: number
  readonly environments: Environments
  /** Finds the conditions that a molecule may meet as drawn. */
  readonly sieve: Sieve
  /** Finds those that it may meet with bonds cleaved; used only if it has cleavable bonds. */
  readonly cleavedSieve: Sieve

  constructor(conditions: readonly Condition[], cleaved: readonly Condition[], arena: Arena) {
    this.#at = arena.allocate(layout.descriptionSize)
    this.counts = new Uint8Array(memory, this.#at + layout.countsAt, countsLength)
    this.cleavableOxygens = this.#at + layout.cleavableOxygensAt
    this.environments = new Environments(
      [...conditions, ...cleaved].flatMap((condition) => condition.patterns),
      arena,
    )
    this.sieve = new Sieve(conditions, this.environments, arena)
    this.cleavedSieve = new Sieve(cleaved, this.environments, arena)
    memoryWords[(this.#at + layout.environmentsAt) >> 2] = this.environments.at
    memoryWords[(this.#at + layout.sieveAt) >> 2] = this.sieve.at
    memoryWords[(this.#at + layout.cleavedSieveAt) >> 2] = this.cleavedSieve.at
  }

  get hasCleavableBonds(): boolean {
    return memoryWords[(this.#at + layout.hasCleavableBondsAt) >> 2] === 1
  }

  of(graph: FastGraph): void {
    if (this.#generation === graph.generation) return
    this.#generation = graph.generation
    for (let atom = this.#describe(graph); atom >= 0; atom = this.#describe(graph))
      this.environments.computeEnvironments(graph, atom)
  }

  /** -1, or an atom whose environments must be computed first. */
  #describe(graph: FastGraph): number {
    return screenKernel.describe(graph.at, this.#at)
  }
}
