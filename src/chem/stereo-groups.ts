import type { JsonAtom, JsonDocument, JsonMolecule } from './common-chem.js'
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
  const groups = groupsOf(json, (a) => inside.has(a)).filter((g) => g.type !== 'abs')
  if (groups.length === 0 || groups.length > groupsMost) return null
  const { stereoGroups: _, ...rest } = json
  const documents = Array.from({ length: 2 ** groups.length }, (_, form) => {
    const inverted = new Set(groups.filter((_, k) => (form >> k) & 1).flatMap((g) => g.atoms))
    return asDocument(document, {
      ...rest,
      atoms: json.atoms.map((atom, index) => (inverted.has(index) ? mirrored(atom) : atom)),
    })
  })
  return { documents, together: groups.every((g) => g.type === 'and') }
}

interface Group {
  readonly type: string
  readonly atoms: number[]
}

/** The groups of a drawing that have atoms of some kind, with these atoms. */
function groupsOf(json: JsonMolecule, has: (atom: number) => boolean = () => true): Group[] {
  return (json.stereoGroups ?? [])
    .map(({ type, atoms }) => ({ type, atoms: (atoms ?? []).filter(has) }))
    .filter(({ atoms }) => atoms.length > 0)
}

/** The groups that are left if the atoms of a drawing change: centres that have become flat belong to none. */
export function groupsLeft(json: JsonMolecule, atoms: readonly JsonAtom[]): Pick<JsonMolecule, 'stereoGroups'> {
  const stereoGroups = groupsOf(json, (a) => atoms[a]!.stereo !== undefined)
  return stereoGroups.length > 0 ? { stereoGroups } : {}
}

function mirrored(atom: JsonAtom): JsonAtom {
  if (atom.stereo !== 'cw' && atom.stereo !== 'ccw') return atom
  return { ...atom, stereo: atom.stereo === 'cw' ? 'ccw' : 'cw' }
}

/** Leaves stereo open that is marked racemic (`and`) or unknown (`or`): it means both forms. Null if unchanged. */
export function withOpenStereo(document: JsonDocument): JsonDocument | null {
  const json = document.molecules[0]!
  const marked = groupsOf(json).filter((g) => g.type !== 'abs')
  const open = new Set(marked.flatMap((g) => g.atoms))
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
  const grouped = new Set(groupsOf(json).flatMap((g) => g.atoms))
  const atoms = json.atoms.flatMap((atom, index) => (atom.stereo !== undefined && !grouped.has(index) ? [index] : []))
  return atoms.length === 0
    ? document
    : { ...document, molecules: [{ ...json, stereoGroups: [...(json.stereoGroups ?? []), { type: 'or', atoms }] }] }
}
