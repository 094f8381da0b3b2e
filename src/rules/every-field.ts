/**
 * Compiles only if the caller has destructured every field of a rule: the rest passed in must be empty. A new field in
 * the schema thus fails to compile in each reader until the reader handles it.
 */
export function everyFieldRead(_left: Readonly<Record<string, never>>): void {}

/**
 * What a reader reads of a part of a rule, for a reader that takes no part apart. Compiles only if all fields of the
 * part (`All`) are named among those that it reads and those that it leaves to others.
 */
export type Reads<Part, _All extends Read | Left, Read extends keyof Part, Left = never> = Pick<Part, Read>

/** A part of a rule in which fields that may be missing have their defaults. */
export type Filled<Part, Field extends keyof Part> = Omit<Part, Field> & {
  readonly [F in Field]-?: NonNullable<Part[F]>
}

export function filled<Part extends object, Field extends keyof Part>(
  part: Part,
  defaults: { readonly [F in Field]-?: NonNullable<Part[F]> },
): Filled<Part, Field> {
  return { ...defaults, ...part } as never
}
