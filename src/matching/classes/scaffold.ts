export interface ScaffoldText {
  /** Map number of each atom in order; null for an atom without one. */
  readonly names: readonly (number | null)[]
  /** Bonds that the pattern draws. */
  readonly bonds: number
}

const known = new Map<string, ScaffoldText>()

/** Reads atom names and bond count off a connected SMARTS. Recursive patterns inside an atom do not count. */
export function readScaffold(smarts: string): ScaffoldText {
  const found = known.get(smarts) ?? read(smarts)
  known.set(smarts, found)
  return found
}

/**
 * A scaffold as it can occur in the drawn ester or ether: an oxygen that the rule wants with a
 * hydrogen may still bear the group that is undone.
 */
export function withoutHydroxy(smarts: string): string {
  return smarts.replace(/\[O[^\]]*\]/g, (atom) => atom.replace(/;?[HD]\d/g, ''))
}

function read(smarts: string): ScaffoldText {
  const names: (number | null)[] = []
  let ringEnds = 0
  for (const part of tokens(smarts)) {
    if (/^[%\d]/.test(part)) ringEnds++
    else names.push(nameOf(part))
  }
  return { names, bonds: names.length - 1 + ringEnds / 2 }
}

/** Bracket atoms whole (brackets may nest in recursive patterns), bare atoms, ring closure digits. */
function* tokens(smarts: string): Generator<string> {
  const bare = /^(?:Cl|Br|[A-Za-z*]|%\d\d|\d)/
  for (let i = 0; i < smarts.length; ) {
    const end = smarts[i] === '[' ? closing(smarts, i) : i + (bare.exec(smarts.slice(i, i + 3))?.[0].length ?? 0)
    if (end > i) yield smarts.slice(i, end)
    i = Math.max(end, i + 1)
  }
}

function closing(smarts: string, from: number): number {
  let depth = 0
  for (let i = from; i < smarts.length; i++) {
    if (smarts[i] === '[') depth++
    else if (smarts[i] === ']' && --depth === 0) return i + 1
  }
  return smarts.length
}

function nameOf(atom: string): number | null {
  const at = /:(\d+)\]$/.exec(atom)
  return at ? Number(at[1]) : null
}
