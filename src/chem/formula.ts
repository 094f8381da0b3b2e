import type { Atom } from './molecule.js'

const symbols =
  '* H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og'.split(
    ' ',
  )

/** Symbol of an element by its atomic number. */
export function elementSymbol(z: number): string {
  return symbols[z] ?? '?'
}

/** Hill formula of some atoms with their hydrogens: carbon, hydrogen, the rest by symbol, charge appended. */
export function hillFormula(atoms: readonly Pick<Atom, 'z' | 'hydrogens' | 'charge'>[]): string {
  const count = new Map<string, number>()
  const add = (symbol: string, n: number) => n > 0 && count.set(symbol, (count.get(symbol) ?? 0) + n)
  let charge = 0
  for (const atom of atoms) {
    charge += atom.charge
    add(elementSymbol(atom.z), 1)
    add('H', atom.hydrogens)
  }
  const rank = (symbol: string) => (symbol === 'C' ? 0 : symbol === 'H' ? 1 : 2)
  const parts = [...count].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const sign = charge === 0 ? '' : `${charge > 0 ? '+' : '-'}${Math.abs(charge) === 1 ? '' : Math.abs(charge)}`
  return parts.map(([symbol, n]) => symbol + (n === 1 ? '' : n)).join('') + sign
}
