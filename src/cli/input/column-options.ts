import type { Command } from 'commander'
import type { Columns } from '../options.js'

/** What a column can hold that an option names. */
const columns = {
  smiles:
    'column or field with the structure, by name or number from 1 (default: this and the next four are guessed ' +
    'from the header)',
  inchi: 'column, field or SD property with InChI',
  inchikey: 'column, field or SD property with InChIKeys of recorded substances',
  cas: 'column, field or SD property with CAS numbers',
  name: 'column, field or SD property with names',
  id: 'column, field or SD property with the name of each row in the output',
} as const

export const columnKinds = Object.keys(columns) as (keyof typeof columns)[]

export function withIdentifierOptions(command: Command): Command {
  for (const kind of columnKinds) command.option(`--${kind}-col <column>`, columns[kind])
  return command
}

/** The columns that the options choose, as file readers take them. */
export function columnChoice(options: Columns, mixed = false) {
  const given = columnKinds.flatMap((kind) => {
    const column = options[`${kind}Col`]
    return column === undefined ? [] : [[kind, column]]
  })
  return { ...(Object.fromEntries(given) as Record<string, string>), mixed }
}
