/**
 * A SMILES and the fields of the CXSMILES block after it; null for a text without a whole block. Source: ChemAxon,
 * extended SMILES.
 */
export function extended(text: string) {
  const found = /^(\S+)\s+\|(.*)\|(?:\s[^|]*)?$/s.exec(text.trim())
  if (!found || text.includes('\n')) return null
  const fields = fieldsIn(found[2]!)
  const labels = fields.find((field) => field.startsWith('$') && !field.startsWith('$_AV:'))
  return {
    smiles: found[1]!,
    fields: fields.filter((field) => !field.startsWith('$')),
    labels: labels?.replace(/^\$|\$$/g, '').split(';') ?? [],
  }
}

/** The fields between commas outside of braces, parentheses and labels. */
function fieldsIn(block: string): string[] {
  const fields = ['']
  let depth = 0
  let isLabel = false
  for (const c of block) {
    if (depth === 0 && c === '$') isLabel = !isLabel
    if (!isLabel && (c === '{' || c === '(')) depth++
    if (!isLabel && (c === '}' || c === ')')) depth--
    if (c === ',' && depth === 0 && !isLabel) fields.push('')
    else fields[fields.length - 1] += c
  }
  return fields.map((field) => field.trim()).filter((field) => field !== '')
}

/** Fields by name; commas may divide the list of one (`m:0:6.7,9:1.2`). Null if a field comes before any name. */
export function namedFields(fields: readonly string[]): ReadonlyMap<string, readonly string[]> | null {
  const named = new Map<string, string[]>()
  let name: string | null = null
  for (const field of fields) {
    const [, key, rest] = /^((?:[A-Za-z]\w*|[&o]\d+|@):|r$|\()(.*)$/s.exec(field) ?? []
    if (key !== undefined) name = key
    if (name === null) return null
    named.set(name, [...(named.get(name) ?? []), key === undefined ? field : rest!])
  }
  return named
}
