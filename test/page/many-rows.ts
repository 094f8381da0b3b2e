import { law } from '../support/law.js'

/**
 * A table with rows of many kinds: recorded substances with their own salts and marks, everyday structures, and
 * unreadable ones.
 */
export function manyRows(count: number): string {
  const recorded = law.edition.substances.filter(({ smiles }) => smiles !== null)
  const odd = ['C1CC', '', 'not a structure', '=cmd()', '*C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'C'.repeat(700)]
  const rows = Array.from({ length: count }, (_, i) => {
    const { smiles, name } = recorded[(i * 7) % recorded.length]!
    const usual = i % 5 === 0 ? `${smiles}.Cl` : i % 3 === 0 ? 'C'.repeat(1 + (i % 40)) : smiles!
    const structure = i % 23 === 0 ? odd[(i / 23) % odd.length]! : usual
    return [`row ${i} "${name}"`, structure, `${i},x`].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  })
  return `sample,smiles,1\n${rows.join('\n')}\n`
}
