// The fields of a graph, in their order in the kernel's memory. From them, bin/graph-code.mjs generates the layout
// (graph-layout.ts), the accessors for AssemblyScript (graph.as.ts) and the views for TypeScript (graph-views.ts).

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {'graph' | 'atom' | 'bond' | 'neighbour' | 'kind mask' | 'ring'} of what has one value each;
 *   `neighbour` is a pair of an atom and one of its neighbours, at index `atom * maxNeighbours + k`
 * @property {'u8' | 'i8' | 'u16' | 'i32' | 'flag'} type `flag` is 0 or 1, a boolean in TypeScript; for atoms or bonds a
 *   flag is a u8
 * @property {string} means
 * @property {false} [view] not visible in TypeScript
 */

/** @type {readonly Field[]} */
export const fields = [
  { name: 'atoms', of: 'graph', type: 'i32', means: 'Number of atoms.' },
  { name: 'bonds', of: 'graph', type: 'i32', means: 'Number of bonds.' },
  { name: 'components', of: 'graph', type: 'i32', means: 'Number of components.' },
  {
    name: 'labelled',
    of: 'graph',
    type: 'flag',
    means: 'Whether the input names an isotope; which one, and on which atom, is not stored.',
  },
  { name: 'unclear', of: 'graph', type: 'i32', means: 'Number of atoms that may or may not be aromatic.' },
  {
    name: 'bondsAreSure',
    of: 'graph',
    type: 'flag',
    means: 'Whether the bonds that RDKit finds aromatic are exactly those of `sureBond`.',
  },
  {
    name: 'generation',
    of: 'graph',
    type: 'i32',
    means: 'Generation of the current molecule, counted over all graphs; results for another generation are invalid.',
  },
  { name: 'kinds', of: 'graph', type: 'i32', view: false, means: 'Number of kinds of atoms in the molecule.' },
  {
    name: 'kindsOf',
    of: 'graph',
    type: 'i32',
    view: false,
    means: 'The generation for which the kinds were computed.',
  },
  { name: 'surroundingsOf', of: 'graph', type: 'i32', view: false, means: 'The same for the surroundings.' },
  { name: 'rings', of: 'graph', type: 'i32', view: false, means: 'Number of rings; -1 if they are not certain.' },
  {
    name: 'ringsFor',
    of: 'graph',
    type: 'i32',
    view: false,
    means: 'The generation for which the rings were computed.',
  },
  {
    name: 'loose',
    of: 'graph',
    type: 'flag',
    means: 'Whether only the elements, bonds and rings of the input are certain: all atoms are `unsure`.',
  },
  {
    name: 'unusual',
    of: 'graph',
    type: 'flag',
    means: 'Whether the molecule may be drawn in an unusual form; its usual form is then judged as well.',
  },

  { name: 'z', of: 'atom', type: 'u8', means: 'Atomic number.' },
  { name: 'charge', of: 'atom', type: 'i8', means: 'Charge.' },
  { name: 'hydrogens', of: 'atom', type: 'u8', means: 'Hydrogens on the atom.' },
  { name: 'lower', of: 'atom', type: 'u8', means: '1 if the input writes the atom in lower case.' },
  { name: 'degree', of: 'atom', type: 'u8', means: 'Number of neighbours.' },
  { name: 'component', of: 'atom', type: 'u8', means: 'Component of the atom, counted from 0.' },
  { name: 'ringAtom', of: 'atom', type: 'u8', means: 'Filled by `findRings`: 1 for atoms in a ring.' },
  { name: 'ringDegree', of: 'atom', type: 'u8', means: 'Filled by `findRingSizes`: ring bonds at the atom.' },
  {
    name: 'sureAtom',
    of: 'atom',
    type: 'u8',
    means: 'Filled by `findSureRings`: 1 for atoms that RDKit certainly finds aromatic.',
  },
  {
    name: 'aromatic',
    of: 'atom',
    type: 'u8',
    means: 'Filled by `findAromatic`: 0 never aromatic, 1 always, 2 not certain.',
  },
  {
    name: 'neutralCharge',
    of: 'atom',
    type: 'i8',
    means: 'Filled by `findNeutral`: charge in the neutral form, against which rules are matched.',
  },
  { name: 'neutralHydrogens', of: 'atom', type: 'u8', means: 'Filled by `findNeutral`: hydrogens in that form.' },
  {
    name: 'unsure',
    of: 'atom',
    type: 'u8',
    means: '1 if charge, hydrogens or bond orders in that form are not certain: only element and neighbours are.',
  },
  { name: 'unsaturated', of: 'atom', type: 'u8', means: '1 if the atom has a double, triple or aromatic bond.' },
  { name: 'kindFirst', of: 'atom', type: 'u8', means: 'The first atom of each kind in the molecule, by kind.' },

  { name: 'from', of: 'bond', type: 'u8', means: 'The first atom of the bond.' },
  { name: 'to', of: 'bond', type: 'u8', means: 'The second atom of the bond.' },
  { name: 'order', of: 'bond', type: 'u8', means: 'Order as drawn: `single`, `double`, `triple` or `aromaticBond`.' },
  { name: 'ringBond', of: 'bond', type: 'u8', means: 'Filled by `findRings`: 1 for bonds in a ring.' },
  {
    name: 'ringSize',
    of: 'bond',
    type: 'u8',
    means: 'Filled by `findRingSizes`: atoms in the smallest ring through the bond; 255 outside rings and above eight.',
  },
  {
    name: 'sureBond',
    of: 'bond',
    type: 'u8',
    means: 'Filled by `findSureRings`: 1 for bonds that RDKit certainly finds aromatic.',
  },
  {
    name: 'bondKind',
    of: 'bond',
    type: 'u8',
    means: 'Filled by `findKinds`: bonds that no predicate distinguishes have the same number.',
  },

  { name: 'neighbour', of: 'neighbour', type: 'u8', means: 'The neighbour.' },
  { name: 'via', of: 'neighbour', type: 'u16', means: 'The bond to the neighbour.' },

  {
    name: 'series',
    of: 'bond',
    type: 'u16',
    means: 'Filled by `findRingSizes`: for each ring bond the first bond in the same rings.',
  },
  {
    name: 'atomKind',
    of: 'atom',
    type: 'u16',
    means: 'Filled by `findKinds`: atoms that no predicate distinguishes have the same number.',
  },
  {
    name: 'surroundings',
    of: 'atom',
    type: 'i32',
    means: 'Filled by `findSurroundings`: a number for the atom together with its bonds and neighbours.',
  },
  { name: 'kindMask', of: 'kind mask', type: 'i32', means: 'The mask of all atoms of each kind, by kind.' },
  { name: 'ringList', of: 'ring', type: 'u8', means: 'Smallest rings, each as its length followed by its atoms.' },
  {
    name: 'ringNeighbour',
    of: 'neighbour',
    type: 'u8',
    view: false,
    means: 'The neighbours over ring bonds, from the first index of the atom.',
  },
  { name: 'ringVia', of: 'neighbour', type: 'u16', view: false, means: 'The ring bonds to these neighbours.' },
]
