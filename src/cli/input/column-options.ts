import type { Command } from 'commander'

/** What a column can hold that an option names. */
const columns = {
  smiles:
    'column or field with the structure, by name or number from 1 (default: this and the next four are guessed from the header)',
  inchi: 'column, field or SD property with InChI',
  inchikey: 'column, field or SD property with InChIKeys of recorded substances',
  cas: 'column, field or SD property with CAS numbers',
  name: 'column, field or SD property with names',
  id: 'column, field or SD property with the name of each row in the output',
} as const
type Kind = keyof typeof columns

export type IdentifierOptions = { [option in `${Kind}Col`]?: string }

export const columnKinds = Object.keys(columns) as Kind[]

export function withIdentifierOptions(command: Command): Command {
  for (const kind of columnKinds) command.option(`--${kind}-col <column>`, columns[kind])
  return command
}

/** The same in the form that file readers take. */
export function columnChoice(options: IdentifierOptions, mixed = false) {
  const given = columnKinds.flatMap((kind) => {
    const column = options[`${kind}Col`]
    return column === undefined ? [] : [[kind, column]]
  })
  return { ...(Object.fromEntries(given) as Record<string, string>), mixed }
}
