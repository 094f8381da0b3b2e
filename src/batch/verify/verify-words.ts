import type { Difference } from '../../report/index.js'

export const verifyWords = {
  row: (file: string, line: number, id: string | null) => `${file} line ${line}${id === null ? '' : ` (${id})`}`,
  difference: ({ what, code, was, is }: Difference) => `${code === null ? '' : `${code} `}${what} was ${was}, is ${is}`,
  notChecked: (why: string) => `not checked: ${why}`,
  needsRules: (ids: readonly string[]) =>
    `it was checked with user rules; give --rule with the file of ${ids.join(', ')}`,
  cut: 'the input was too long to be kept in full',
  closing: (holds: number, differs: number, left: number, edition: string) =>
    `${holds + differs + left} rows re-checked with edition ${edition}: ${holds} unchanged, ${differs} ` +
    `different, ${left} not checked`,
  otherEdition: (n: number, edition: string) =>
    `${n} of them ${n === 1 ? 'was' : 'were'} checked with edition ${edition}`,
  otherVersion: (n: number, version: string) =>
    `${n} of them ${n === 1 ? 'was' : 'were'} checked with version ${version} of the program`,
} as const
