import { configWords } from './words/command-words.js'

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
