export interface Item {
  readonly id: string
  readonly name: string
  readonly smiles: string
  /** WHO ATC codes, if recorded. */
  readonly atc: readonly string[]
}

/** Reads a tab-separated table with the columns `name`, `smiles` and optionally `atc`; # begins a comment. */
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
