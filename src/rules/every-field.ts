/**
 * Compiles only if the caller has destructured every field of a rule: the rest passed in must be empty. A new field in
 * the schema thus fails to compile in each reader until the reader handles it.
 */
export function everyFieldRead(_left: Readonly<Record<string, never>>): void {}
