import { nearest } from './report/nearest.js'

/** Stands for the value of a field that does not exist. */
const unknown = Symbol('unknown')

/** A call of the library with something that it cannot work with: `argument` is its name. */
export class WrongArgument extends TypeError {
  override name = 'WrongArgument'
  constructor(
    readonly argument: string,
    found: unknown,
    expected: string,
  ) {
    super(`${argument} is ${found === unknown ? 'not known' : kindOf(found)}; expected ${expected}`)
  }
}

/**
 * Refuses an argument with a field that does not exist: left out, it would change the answer in silence.
 * @param names of the fields, all of them
 */
export function refuseUnknown(argument: string, given: object, names: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue
    const [like] = nearest(name, names, 1)
    throw new WrongArgument(
      `${argument}.${name}`,
      unknown,
      like === undefined ? `one of ${names.join(', ')}` : `${argument}.${like}`,
    )
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
