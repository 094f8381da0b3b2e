export interface ScaffoldText {
  /** Map number of each atom in order; null for an atom without one. */
  readonly names: readonly (number | null)[]
  /** Bonds that the pattern draws. */
  readonly bonds: number
}

const token = /\[[^\]]*\]|Cl|Br|[A-Za-z*]|%\d\d|\d/g

/** Reads atom names and bond count off a connected SMARTS without recursive patterns. */
export function readScaffold(smarts: string): ScaffoldText {
  const names: (number | null)[] = []
  let ringEnds = 0
  for (const [part] of smarts.matchAll(token)) {
    if (/^[%\d]/.test(part)) ringEnds++
    else names.push(nameOf(part))
  }
  return { names, bonds: names.length - 1 + ringEnds / 2 }
}

function nameOf(atom: string): number | null {
  const at = /:(\d+)\]$/.exec(atom)
  return at ? Number(at[1]) : null
}
