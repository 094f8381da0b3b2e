import type { JsonAtom, JsonDocument } from './common-chem.js'
import { asDocument } from './normalise.js'

/** Maximum number of groups handled in one component; with more, stereo is read as open. */
const groupsMost = 4

/**
 * The individual forms that the enhanced stereo of a drawing describes. `and` groups are a mixture that contains every
 * form (`together`); if there is an `or` group, the substance is one of the forms.
 */
export interface GroupForms {
  readonly documents: readonly JsonDocument[]
  readonly together: boolean
}

/** Null if no group of the drawing concerns these atoms, or too many do. */
export function groupForms(document: JsonDocument, component: readonly number[]): GroupForms | null {
  const json = document.molecules[0]!
  const inside = new Set(component)
  const groups = (json.stereoGroups ?? [])
    .filter((g) => g.type !== 'abs')
    .map((g) => ({ type: g.type, atoms: (g.atoms ?? []).filter((a) => inside.has(a)) }))
    .filter((g) => g.atoms.length > 0)
  if (groups.length === 0 || groups.length > groupsMost) return null
  const { stereoGroups: _, ...rest } = json
  const documents = Array.from({ length: 2 ** groups.length }, (_, form) => {
    const inverted = new Set(groups.flatMap((g, k) => ((form >> k) & 1 ? g.atoms : [])))
    return asDocument(document, {
      ...rest,
      atoms: json.atoms.map((atom, index) => (inverted.has(index) ? mirrored(atom) : atom)),
    })
  })
  return { documents, together: groups.every((g) => g.type === 'and') }
}

function mirrored(atom: JsonAtom): JsonAtom {
  if (atom.stereo !== 'cw' && atom.stereo !== 'ccw') return atom
  return { ...atom, stereo: atom.stereo === 'cw' ? 'ccw' : 'cw' }
}

/**
 * Leaves open stereo that the drawing itself marks as racemic (`and`) or unknown (`or`): such a centre means both
 * forms. Returns null if nothing changes.
 */
export function withOpenStereo(document: JsonDocument): JsonDocument | null {
  const json = document.molecules[0]!
  const open = new Set((json.stereoGroups ?? []).filter((g) => g.type !== 'abs').flatMap((g) => g.atoms ?? []))
  if (open.size === 0) return null
  const atoms = json.atoms.map((atom, index) => {
    if (!open.has(index)) return atom
    const { stereo: _, ...flat } = atom
    return flat
  })
  const { stereoGroups: _, ...rest } = json
  return asDocument(document, { ...rest, atoms })
}

/**
 * A drawing marked as relative (`|r|` of CXSMILES): it means itself or its mirror image, so that its centres outside
 * other groups form one `or` group.
 */
export function withRelativeStereo(document: JsonDocument): JsonDocument {
  const json = document.molecules[0]!
  const grouped = new Set((json.stereoGroups ?? []).flatMap((g) => g.atoms ?? []))
  const atoms = json.atoms.flatMap((atom, index) => (atom.stereo !== undefined && !grouped.has(index) ? [index] : []))
  return atoms.length === 0
    ? document
    : { ...document, molecules: [{ ...json, stereoGroups: [...(json.stereoGroups ?? []), { type: 'or', atoms }] }] }
}
