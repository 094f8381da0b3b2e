type Setting = readonly [name: keyof typeof configWords.defaults, value: string | undefined, from: string]

/** One line per setting: its value and where it comes from. */
export function configText(file: string | null, settings: readonly Setting[]): string {
  const rows = settings.map(([name, value, from]) => [
    name,
    value ?? configWords.defaults[name],
    value === undefined ? configWords.default : from,
  ])
  const width = (column: number) => Math.max(...rows.map((row) => row[column]!.length))
  const [names, values] = [width(0), width(1)]
  const lines = rows.map(([name, value, from]) => `${name!.padEnd(names)}  ${value!.padEnd(values)}  ${from}`)
  return `${[configWords.file(file), ...lines].join('\n')}\n`
}

export const configWords = {
  file: (file: string | null) =>
    file === null ? 'No coverage.config.json here or in a folder above.' : `Settings: ${file}`,
  default: 'default',
  defaults: {
    jurisdictions: 'all',
    kinds: 'drug, precursor, chemical weapon',
    asOf: 'today',
    maxAge: 'a year',
    formats: 'default of each command',
    rules: 'none',
    edition: 'any',
  },
  missing: (file: string) => `there is no file ${file} (given by --config)`,
  bad: (file: string, at: string, what: string) => `${file}: ${at === '' ? '' : `${at}: `}${what}`,
  otherEdition: (expected: string, by: string, is: string) => `${by} expects edition ${expected}, but this is ${is}`,
} as const
