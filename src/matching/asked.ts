import type { Control, JurisdictionRecords } from '../law/index.js'
import type { LawIndex } from './law-index.js'

/** Which law applies: the kinds of control and jurisdictions selected. */
export interface Asked {
  readonly jurisdictions?: readonly string[]
  readonly precursors?: boolean
  readonly chemicalWeapons?: boolean
}

export function isLeftOut(control: Control, asked: Asked): boolean {
  return (
    (control === 'precursor' && asked.precursors === false) ||
    (control === 'chemical weapon' && asked.chemicalWeapons === false)
  )
}

/**
 * The selected jurisdictions. One that holds only kinds of control that are excluded is included only if its code is
 * given.
 */
export function askedJurisdictions(law: LawIndex, asked: Asked): readonly JurisdictionRecords[] {
  const { jurisdictions } = law.edition
  if (asked.jurisdictions) return jurisdictions.filter((j) => asked.jurisdictions!.includes(j.jurisdiction.code))
  if (asked.precursors !== false && asked.chemicalWeapons !== false) return jurisdictions
  const left = jurisdictions.filter(({ lists, rules }) => {
    const all = [...lists, ...rules]
    return all.length === 0 || all.some(({ control }) => !isLeftOut(control, asked))
  })
  // With no law at all, the answer would be that nothing controls the structure.
  return left.length > 0 ? left : jurisdictions
}
