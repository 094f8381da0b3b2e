// What the compiled kernel exports: the engine, and the part of the screen that works in its memory.
export * from '../engine/kernel.as'
export { nextMet, describe } from './describe.as'
export { mayBe } from './formulas.as'
export { chargeOf, compositionOf, compositionWeightsAt, hydrogensOf, relationOf } from './record-relation.as'
export { weightsAt } from './rules.as'
