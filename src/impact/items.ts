/** A structure of a set, given by its source. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly smiles: string
  /** Codes in the WHO ATC index, where they are recorded. */
  readonly atc: readonly string[]
}

/** The items of a table with a head, `name smiles` and maybe `atc`, tabs between. Lines that begin with # say where they come from. */
export function itemsIn(table: string): Item[] {
  const lines = table.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  const head = lines[0]?.split('\t') ?? []
  const at = (cells: readonly string[], column: string) => cells[head.indexOf(column)] ?? ''
  return lines.slice(1).map((line) => {
    const cells = line.split('\t')
    const name = at(cells, 'name')
    const atc = at(cells, 'atc')
    return { id: name, name, smiles: at(cells, 'smiles'), atc: atc === '' ? [] : atc.split(' ') }
  })
}
