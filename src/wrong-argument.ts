/** A call of the library with something that it cannot work with: `argument` is its name. */
export class WrongArgument extends TypeError {
  override name = 'WrongArgument'
  constructor(
    readonly argument: string,
    found: unknown,
    expected: string,
  ) {
    super(`${argument} is ${kindOf(found)}; expected ${expected}`)
  }
}

function kindOf(value: unknown): string {
  return value === null
    ? 'null'
    : Array.isArray(value)
      ? 'an array'
      : value === undefined
        ? 'missing'
        : `a ${typeof value}`
}
