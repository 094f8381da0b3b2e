import type { Control, JurisdictionRecords } from '../law/index.js'
import type { LawIndex } from './law-index.js'

/** Which law applies: the kinds of control and jurisdictions selected. */
export interface LawSelection {
  readonly jurisdictions?: readonly string[]
  readonly precursors?: boolean
  readonly chemicalWeapons?: boolean
}

export function isExcluded(control: Control, selection: LawSelection): boolean {
  return (
    (control === 'precursor' && selection.precursors === false) ||
    (control === 'chemical weapon' && selection.chemicalWeapons === false)
  )
}

/**
 * The selected jurisdictions. One that holds only kinds of control that are excluded is included only if its code is
 * given.
 */
export function selectedJurisdictions(law: LawIndex, selection: LawSelection): readonly JurisdictionRecords[] {
  const { jurisdictions } = law.edition
  if (selection.jurisdictions)
    return jurisdictions.filter((j) => selection.jurisdictions!.includes(j.jurisdiction.code))
  if (selection.precursors !== false && selection.chemicalWeapons !== false) return jurisdictions
  const left = jurisdictions.filter(({ lists, rules }) => {
    const all = [...lists, ...rules]
    return all.length === 0 || all.some(({ control }) => !isExcluded(control, selection))
  })
  // With no law at all, the answer would be that nothing controls the structure.
  return left.length > 0 ? left : jurisdictions
}
