import { kernelExports } from '../engine/index.js'

interface ScreenKernel {
  weightsAt(): number
  relationOf(graph: number, component: number, records: number): number
  /** Composition of the last component passed to `relationOf`. */
  compositionOf(): number
  hydrogensOf(): number
  chargeOf(): number
  compositionWeightsAt(): number
  mayBe(formulas: number, composition: number, hydrogens: number, charge: number): number
  describe(graph: number, description: number): number
  nextMet(sieve: number, from: number, graph: number, freedMarks: number): number
}

export const screenKernel = kernelExports as ScreenKernel
