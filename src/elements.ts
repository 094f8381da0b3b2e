/** Symbols by atomic number; `*` is an attachment point or R-group. */
const symbols = `
  * H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb
  Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg
  Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og`
  .trim()
  .split(/\s+/)

export function elementSymbol(z: number): string {
  return symbols[z] ?? '?'
}

const numbers = new Map(symbols.map((symbol, z) => [symbol, z]))

/** The atomic number for a symbol; 0 if no element has it. */
export function atomicNumber(symbol: string): number {
  return numbers.get(symbol) ?? 0
}

export const halogens: ReadonlySet<number> = new Set([9, 17, 35, 53])
export const chalcogens: ReadonlySet<number> = new Set([8, 16, 34, 52])
/** Elements that can have more bonds than the octet allows (phosphates, sulfoxides). */
export const expandable: ReadonlySet<number> = new Set([15, 16, 33, 34, 52])
