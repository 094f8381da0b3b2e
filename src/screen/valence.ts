/** Total valences (bonds and hydrogens) that certainly pass, by element and charge; what is not here takes the full path. */
const allowed: Readonly<Record<string, readonly number[]>> = {
  '5 0': [3],
  '5 -1': [4],
  '6 0': [4],
  '6 -1': [3],
  '7 0': [3],
  '7 1': [4],
  '7 -1': [2],
  '8 0': [2],
  '8 -1': [1],
  '8 1': [3],
  '9 0': [1],
  '9 -1': [0],
  '11 1': [0],
  '12 2': [0],
  '14 0': [4],
  '15 0': [3, 5],
  '15 1': [4],
  '16 0': [2, 4, 6],
  '16 -1': [1],
  '16 1': [3],
  '17 0': [1],
  '17 -1': [0],
  '19 1': [0],
  '20 2': [0],
  '34 0': [2, 4, 6],
  '35 0': [1],
  '35 -1': [0],
  '53 0': [1],
  '53 -1': [0],
}

const table = new Map(Object.entries(allowed).map(([key, values]) => [keyOf(...(key.split(' ').map(Number) as [number, number])), new Set(values)]))

export function valencePasses(z: number, charge: number, total: number): boolean {
  return table.get(keyOf(z, charge))?.has(total) ?? false
}

/** Hydrogens that an atom of the organic subset takes up; -1 where that is not certain. */
export function impliedHydrogens(z: number, bonds: number): number {
  for (const valence of table.get(keyOf(z, 0)) ?? []) if (valence >= bonds) return valence - bonds
  return -1
}

function keyOf(z: number, charge: number): number {
  return z * 16 + charge + 8
}
