export interface RingSystem {
  readonly atoms: ReadonlySet<number>
  readonly rings: readonly (readonly number[])[]
}
