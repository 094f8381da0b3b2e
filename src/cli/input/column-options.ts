import type { Command } from 'commander'

export interface IdentifierOptions {
  smilesCol?: string
  inchiCol?: string
  inchikeyCol?: string
  casCol?: string
  nameCol?: string
  idCol?: string
}

export function withIdentifierOptions(command: Command): Command {
  return command
    .option(
      '--smiles-col <column>',
      'column or field with the structure, by name or number from 1 (default: this and the next four are guessed from the header)',
    )
    .option('--inchi-col <column>', 'column, field or SD property with InChI')
    .option('--inchikey-col <column>', 'column, field or SD property with InChIKeys of recorded substances')
    .option('--cas-col <column>', 'column, field or SD property with CAS numbers')
    .option('--name-col <column>', 'column, field or SD property with names')
    .option('--id-col <column>', 'column, field or SD property with the name of each row in the output')
}

/** The same in the form that file readers take. */
export function columnChoice(options: IdentifierOptions, mixed = false) {
  const { smilesCol: smiles, inchiCol: inchi, inchikeyCol: inchikey, casCol: cas, nameCol: name, idCol: id } = options
  const given = Object.entries({ smiles, inchi, inchikey, cas, name, id }).filter(([, column]) => column !== undefined)
  return { ...(Object.fromEntries(given) as Record<string, string>), mixed }
}
