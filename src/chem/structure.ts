import type { Mol } from '@rdkit/rdkit'
import { leavesOpen, toMolecule, type JsonDocument } from './common-chem.js'
import { drawingOf, drawingOptions, type Drawing } from './drawing.js'
import { keepHydrogens, type Engine } from './engine.js'
import { hillFormula, type Molecule } from './molecule.js'
import { withHalidesJoined } from './ionic-halides.js'
import { withChargesJoined } from './joined-charges.js'
import { mobileOptions, readIdentity, type Identity } from './inchi.js'
import type { CleavableBond } from './cleavable-bonds.js'
import { withNitrousOxide } from './misread.js'
import { hasGroupSymbol, withWaterLost } from './hydrates.js'
import { withRingProtonsApart } from './protonated-rings.js'
import { withProtonsReturned } from './returned-protons.js'
import { neutralCharges, neutralForm, withLigandsApart, withMetalsApart } from './normalise.js'
import { withDativeBondsRedrawn } from './nonmetal-bonds.js'
import { neutralRedrawing, redrawing, redrawn, type Redrawing } from './redraw.js'
import { heteroShifts, shiftsOf, withShifts, type Shift } from './tautomer-shifts.js'
import { frameworkOf } from './skeleton-maps.js'
import { groupForms, withOpenStereo, withRelativeStereo } from './stereo-groups.js'
import { mostEmbeddings } from '../limits.js'
import { remembered } from '../remembered.js'
import { couldHold } from './pattern-needs.js'
import { kinshipOf, type TautomerRelation } from './tautomer.js'
import { usualForms } from './usual-form.js'
import { inOrder } from './embeddings.js'
import { namesOf, type Names } from './structure-names.js'
import { withBondsCleaved } from './cleave.js'

const noMatches: Matches = { embeddings: [], cut: false }

export type CouldMatch = (molecule: Molecule) => (smarts: string) => boolean
const anyCould: CouldMatch = () => () => true

export interface Matches {
  /** Each embedding gives an atom of the input for every atom of the pattern, in order. */
  readonly embeddings: readonly (readonly number[])[]
  /** True if there are more than `mostEmbeddings`, of which these are some. */
  readonly cut: boolean
}

/** A structure with its hydrogens in their usual places; see `shiftsOf`. */
export interface TautomerForm {
  readonly molecule: Molecule
  /** As `Structure.match`, in this form. */
  match(smarts: string): Matches
  /** As `Structure.cleaved`, in this form. */
  cleaved(bonds: readonly Pick<CleavableBond, 'freed' | 'other'>[]): Structure | null
}

/** How a component corresponds to a recorded substance drawn differently. */
export interface Tautomer {
  readonly sure: boolean
  readonly identity: Identity | null
}

/** A form made for matching, and the input index of each of its atoms; null if they are the same. */
interface NeutralForm {
  readonly mol: Mol
  readonly original: readonly number[] | null
}

/** A structure that has been read. Valid only inside the callback that received it, after which it is freed. */
export class Structure {
  readonly molecule: Molecule
  readonly #engine: Engine
  readonly #mol: Mol
  /** As drawn except for salt bonds; the basis of the names and keys of the whole input. */
  readonly #whole: Mol
  /** Whether it was read from a document. */
  readonly #isDerived: boolean
  readonly #document: JsonDocument
  /** Whether the drawing contains a query bond or query atom. */
  readonly #hasQueries: boolean
  readonly #isMisread: boolean
  readonly #own: Mol[] = []
  readonly #derived: Structure[] = []
  readonly #matches = new Map<string, Matches>()
  readonly #read = new Map<JsonDocument, Mol | null>()
  readonly #identities = new Map<string, Identity | null>()
  readonly #couldMatch: (smarts: string) => boolean
  #neutral: NeutralForm | null = null
  #shiftsKnown: readonly Shift[] | null = null
  #shown: Mol | null = null
  #inchi: string | null = null
  readonly #tautomerForm = new Map<string, TautomerForm>()
  #balanced: { document: JsonDocument | null } | null = null

  /**
   * @param says whether the drawing means itself or its mirror image, leaves the structure open, or has an any-bond,
   *   which RDKit does not report; whether the molecule was made of the document of another structure
   * @param couldMatch patterns that could not are not searched for; structures derived from this one do not inherit it
   */
  constructor(
    engine: Engine,
    mol: Mol,
    says: {
      readonly relative?: boolean
      readonly open?: boolean
      readonly anyBond?: boolean
      readonly derived?: boolean
    } = {},
    couldMatch: CouldMatch = anyCould,
  ) {
    this.#engine = engine
    const drawn = JSON.parse(mol.get_json()) as JsonDocument
    const queries = drawn.molecules[0]!.extensions?.some((e) => e.name === 'rdkitQueries') === true
    // RDKit reads an any-bond that closes a ring as a single bond: of another structure, which is not to be named.
    this.#isMisread = says.anyBond === true && !queries
    this.#hasQueries = queries || this.#isMisread
    const document = says.relative ? withRelativeStereo(drawn) : drawn
    const nitrous = this.#apart({ mol, document }, withNitrousOxide)
    // Redrawing an any-bond loses that it is one, so that it looks like a zero-order bond.
    const bonded = says.derived ? nitrous : this.#apart(nitrous, withDativeBondsRedrawn)
    const read = this.#apart(bonded, withHalidesJoined)
    const salts = this.#apart(read, withMetalsApart)
    const joined = this.#apart(this.#apart(salts, withLigandsApart), withChargesJoined)
    const moleculeOf = (of: Mol) => toMolecule(of === mol ? document : (JSON.parse(of.get_json()) as JsonDocument))
    const whole = moleculeOf(joined.mol)
    const returned = this.#apart(joined, (from) => withProtonsReturned(from, whole))
    const bases = returned === joined ? whole : moleculeOf(returned.mol)
    const parts = this.#apart(returned, (from) => withRingProtonsApart(from, bases))
    this.#whole = salts.mol
    this.#isDerived = says.derived === true || salts.mol !== mol
    this.#document = parts.document
    this.#mol = parts.mol
    const molecule = parts === returned ? bases : moleculeOf(parts.mol)
    const isShort = hasGroupSymbol(document)
    this.molecule =
      says.open || isShort || leavesOpen(document)
        ? { ...molecule, open: true, ...(isShort ? { abbreviated: true } : {}) }
        : molecule
    this.#couldMatch = couldMatch(this.molecule)
  }

  /** An oxonium or similar ion on a metal cannot be separated into ions; it stays as drawn. */
  #apart(
    drawn: { readonly mol: Mol; readonly document: JsonDocument },
    cutting: (document: JsonDocument) => JsonDocument | null,
  ): { readonly mol: Mol; readonly document: JsonDocument } {
    const document = cutting(drawn.document)
    const mol = document && this.#readJson(document)
    return document && mol ? { mol, document } : drawn
  }

  /** The molecule with imidic acids and enols read as amides and ketones, same atom indices; null if it has none. */
  get tautomerForm(): TautomerForm | null {
    return this.#tautomerFormBy(this.#shifts())
  }

  /** The same with hydrogens on carbon left where they are: for rules that specify the tautomers they mean. */
  get tautomerFormOnHetero(): TautomerForm | null {
    return this.#tautomerFormBy(heteroShifts(this.molecule, this.#shifts()))
  }

  #tautomerFormBy(shifts: readonly Shift[]): TautomerForm | null {
    if (shifts.length === 0) return null
    const key = shifts.map(({ from }) => from).join()
    return remembered(this.#tautomerForm, key, () => {
      let form: NeutralForm | null = null
      const match = (smarts: string) => this.#matchIn((form ??= this.#formOf(shifts)), smarts, `tautomer ${key} `)
      const molecule = withShifts(this.molecule, shifts)
      return { molecule, match, cleaved: (bonds) => this.#cleavedIn(molecule, bonds) }
    })
  }

  /** InChIKey of the flat form of an identity, shared with its isotopologues and stereoisomers. */
  flatInchikey(identity: Identity): string | null {
    return this.#engine.inchikey(`InChI=1S/${identity.flat}`)
  }

  get smiles(): string {
    return this.#display().get_smiles()
  }

  /** Standard InChIKey of the whole input; null if InChI cannot describe it. */
  get inchikey(): string | null {
    return this.#engine.inchikey(this.#inchiAsDrawn(this.#display()))
  }

  /** Canonical SMILES and InChIKey, if they can be worked out; request them last: the engine may not survive it. */
  get names(): Names {
    if (this.#isMisread) return { smiles: null, inchikey: null, unnamed: null }
    return namesOf(this.#engine, { smiles: () => this.smiles, inchi: () => this.#inchiAsDrawn(this.#display()) })
  }

  /** Molecular formula as RDKit writes it: carbon, hydrogen, the rest by symbol, charge appended. */
  get formula(): string {
    return hillFormula(this.molecule.atoms.filter((_, index) => !this.molecule.folded.has(index)))
  }

  /** The identity of one component, without stereo that the drawing leaves open; null if InChI cannot describe it. */
  identity(component: readonly number[]): Identity | null {
    return this.#identityBy(component, '', this.#document)
  }

  /** The identity with protons moved where InChI leaves a charge (alkoxide, amide, carbanion); null if none moves. */
  neutralIdentity(component: readonly number[]): Identity | null {
    const balanced = this.#protonsMoved()
    return balanced && this.#identityBy(component, 'neutral', balanced)
  }

  /**
   * The identity with mobile hydrogens (`mobileOptions`): tautomers that standard InChI distinguishes share its `flat`.
   */
  mobileIdentity(component: readonly number[]): Identity | null {
    return this.#identityBy(component, mobileOptions, this.#protonsMoved() ?? this.#document)
  }

  /**
   * How a component is a recorded substance of its skeleton with hydrogens or charges elsewhere; null if it is not.
   * `identity` is that of the component redrawn as the record; null if it could not be redrawn.
   */
  tautomerOf(component: readonly number[], smiles: string): Tautomer | null {
    return this.#comparedWith(component, smiles, (relation, redraw) => ({
      sure: relation.sure,
      identity: redraw()?.identity(component) ?? null,
    }))
  }

  /** The structure with a component redrawn as the recorded tautomer, valid as long as this; null if impossible. */
  redrawnAs(component: readonly number[], smiles: string): Structure | null {
    return this.#comparedWith(component, smiles, (_, redraw) => redraw())
  }

  /** The answer of `ask` for the relation of a component to a recorded substance; null if they are not tautomers. */
  #comparedWith<T>(
    component: readonly number[],
    smiles: string,
    ask: (relation: TautomerRelation, redraw: () => Structure | null) => T,
  ): T | null {
    return this.#engine.withMol(smiles, keepHydrogens, (mol) => {
      if (!mol) return null
      const record = toMolecule(JSON.parse(mol.get_json()) as JsonDocument)
      const own = frameworkOf(this.molecule, component)
      for (const part of record.components) {
        if (part.length !== component.length) continue
        const other = frameworkOf(record, part)
        const relation = kinshipOf(own, other)
        if (relation) return ask(relation, () => relation.map && this.#redrawn(redrawing(own, other, relation.map)))
      }
      return null
    })
  }

  /** With ring hydrogens in unusual places: its usual form, one list per reading; several if they are equally usual. */
  get usual(): readonly (readonly Structure[])[] {
    // A carbanion may make a ring aromatic that is not with its proton. Next to a cation it has none to take. A proton
    // on the nitrogen of a pyridone keeps its ring from being aromatic.
    const isCarbanion = hasRingCarbanion(this.molecule)
    const neutral =
      (isCarbanion || hasProtonInRing(this.molecule)) &&
      this.#redrawn(neutralRedrawing(this.molecule, this.molecule), couldHold)
    if (neutral && !hasRingCarbanion(neutral.molecule)) {
      return isCarbanion ? neutral.usual : [[neutral], ...neutral.usual]
    }
    return usualForms(this.molecule, neutralCharges(this.molecule)).map((forms) =>
      forms.flatMap((form) => this.#redrawn(form, couldHold) ?? []),
    )
  }

  /** Valid as long as this structure; null if RDKit rejects it. */
  #redrawn(form: Redrawing, couldMatch?: CouldMatch): Structure | null {
    return this.#derivedOf(redrawn(this.#document, this.molecule, form), couldMatch)
  }

  /**
   * The neutral form of the same atoms with some bonds cleaved, valid as long as this structure; null if RDKit rejects
   * the result.
   */
  cleaved(bonds: readonly Pick<CleavableBond, 'freed' | 'other'>[]): Structure | null {
    return this.#cleavedIn(this.molecule, bonds)
  }

  #cleavedIn(form: Molecule, bonds: readonly Pick<CleavableBond, 'freed' | 'other'>[]): Structure | null {
    const document = redrawn(this.#document, this.molecule, neutralRedrawing(this.molecule, form)) ?? this.#document
    return this.#derivedOf(withBondsCleaved(document, bonds))
  }

  /** The same atoms with water removed from gem-diols, valid as long as this structure; null if it has none. */
  get anhydrous(): Structure | null {
    return this.#derivedOf(withWaterLost(this.#document, this.molecule))
  }

  #derivedOf(document: JsonDocument | null, couldMatch?: CouldMatch): Structure | null {
    const mol = document && this.#readJson(document)
    if (!mol) return null
    const derived = new Structure(this.#engine, mol, { derived: true }, couldMatch)
    this.#derived.push(derived)
    return derived
  }

  /**
   * Embeddings of a SMARTS pattern in the neutral, flat form, in input atom indices. Every embedding counts, including
   * symmetric ones: sites of a scaffold are distinguished by position.
   * @throws {SyntaxError} if `smarts` is not a pattern
   */
  match(smarts: string): Matches {
    return this.#couldMatch(smarts) ? this.#matchIn(this.#neutralMol(), smarts, '') : noMatches
  }

  #matchIn({ mol, original }: NeutralForm, smarts: string, form: string): Matches {
    const key = form + smarts
    const known = this.#matches.get(key)
    if (known) return known
    const pattern = this.#engine.pattern(smarts)
    const details = `{"uniquify":false,"maxMatches":${mostEmbeddings + 1}}`
    const text = this.#engine.run(() => mol.get_substruct_matches(pattern, details))
    const found = (text === '{}' || text === '' ? [] : JSON.parse(text)) as { atoms: number[] }[]
    const embeddings: number[][] = []
    for (const { atoms } of found) embeddings.push(original ? atoms.map((a) => original[a]!) : atoms)
    inOrder(embeddings)
    const cut = embeddings.length > mostEmbeddings
    const matches = { embeddings: cut ? embeddings.slice(0, mostEmbeddings) : embeddings, cut }
    this.#matches.set(key, matches)
    return matches
  }

  /**
   * Morgan fingerprint of radius 2 in 2,048 bits, without stereo, of the neutral form. Source: Rogers and Hahn 2010,
   * doi:10.1021/ci100050t.
   */
  get fingerprint(): Uint8Array {
    const { mol } = this.#neutralMol()
    return this.#engine.run(() => Uint8Array.from(mol.get_morgan_fp_as_uint8array('{"radius":2,"nBits":2048}')))
  }

  /** The whole input as a drawing, in its own coordinates if it has any; null if RDKit's picture cannot be parsed. */
  get drawing(): Drawing | null {
    const details = JSON.stringify(drawingOptions(this.molecule.atoms.length))
    return drawingOf(
      this.#engine.run(() => this.#mol.get_svg_with_highlights(details)),
      this.molecule,
    )
  }

  /** Frees what this structure created; called by the reader. */
  release(): void {
    if (this.#engine.broken) return
    for (const derived of this.#derived) derived.release()
    for (const mol of this.#own) mol.delete()
  }

  #display(): Mol {
    return (this.#shown ??= this.#keep(this.#displayed()) ?? this.#whole)
  }

  /** The molecule whose names are given, if it is not the whole one; null also if RDKit cannot read it. */
  #displayed(): Mol | null {
    if (this.#isDerived) return this.#engine.readAgain(this.#whole)
    return this.molecule.folded.size > 0 ? this.#engine.run((r) => r.get_mol(this.#whole.get_smiles())) : null
  }

  #neutralMol(): NeutralForm {
    return (this.#neutral ??= this.#formOf([]))
  }

  /** If RDKit rejects the form, the charges stay as drawn. */
  #formOf(shifts: readonly Shift[]): NeutralForm {
    const { molecule } = this
    for (const charges of [neutralCharges(molecule), molecule.atoms.map((atom) => atom.charge)]) {
      const form = neutralForm(this.#document, molecule, charges, shifts)
      if (!form) break
      const mol = this.#readJson(form.document)
      if (mol) return { mol, original: form.original }
    }
    return { mol: this.#mol, original: null }
  }

  #shifts(): readonly Shift[] {
    return (this.#shiftsKnown ??= shiftsOf(this.molecule, neutralCharges(this.molecule)))
  }

  #protonsMoved(): JsonDocument | null {
    if (!this.#balanced) {
      const changes = neutralRedrawing(this.molecule, this.molecule)
      const document = changes.atoms.size > 0 ? redrawn(this.#document, this.molecule, changes) : null
      this.#balanced = { document: document && this.#readOnce(document) ? document : null }
    }
    return this.#balanced.document
  }

  #identityBy(component: readonly number[], by: string, document: JsonDocument): Identity | null {
    const key = `${by} ${component.join()}`
    const known = this.#identities.get(key)
    if (known !== undefined) return known
    const read = (from: JsonDocument) =>
      readIdentity(this.#engine.run(() => this.#inchiOf(component, by === mobileOptions ? by : '', from)))
    let found = read(withOpenStereo(document) ?? document)
    const groups = found && groupForms(document, component)
    if (found && groups) {
      const each = groups.documents.flatMap((form) => read(form)?.stereo ?? [])
      if (each.length === groups.documents.length) found = { ...found, forms: { each, together: groups.together } }
    }
    this.#identities.set(key, found)
    return found
  }

  #inchiOf(component: readonly number[], options: string, document: JsonDocument): string {
    const inchi = (mol: Mol) => (options === '' ? this.#inchiAsDrawn(mol) : mol.get_inchi(options))
    const whole = document === this.#document ? this.#mol : this.#readOnce(document)
    if (!whole) return ''
    if (this.molecule.components.length === 1) return inchi(whole)
    const wanted = component[0]!
    const { molList, mappings } = whole.get_frags() as {
      molList: { at(i: number): Mol | null; delete(): void }
      mappings: string
    }
    const mol = molList.at((JSON.parse(mappings) as { frags: number[] }).frags[wanted]!)
    try {
      return mol ? inchi(mol) : ''
    } finally {
      mol?.delete()
      molList.delete()
    }
  }

  /** Standard InChI; that of the input itself is needed twice, for the lookup and for its key. */
  #inchiAsDrawn(mol: Mol): string {
    // RDKit's reading of an any-bond depends on atom order.
    if (this.#hasQueries) return ''
    if (mol !== this.#mol) return mol.get_inchi()
    return (this.#inchi ??= mol.get_inchi())
  }

  #readOnce(document: JsonDocument): Mol | null {
    return remembered(this.#read, document, () => this.#readJson(document))
  }

  #readJson(document: JsonDocument): Mol | null {
    return this.#keep(this.#engine.molOf(document))
  }

  #keep(mol: Mol): Mol
  #keep(mol: Mol | null): Mol | null
  #keep(mol: Mol | null): Mol | null {
    if (mol) this.#own.push(mol)
    return mol
  }
}

/** Whether a nitrogen with a proton and single bonds stands between two unsaturated atoms of a ring. */
export function hasProtonInRing({ atoms, bonds, neighbours, rings }: Molecule): boolean {
  const isUnsaturated = (a: number) =>
    neighbours[a]!.some(({ bond }) => bonds[bond]!.aromatic || bonds[bond]!.order === 2)
  return atoms.some(({ z, charge, hydrogens }, a) => {
    if (z !== 7 || charge <= 0 || hydrogens === 0 || isUnsaturated(a)) return false
    const beside = neighbours[a]!.filter(({ atom }) => isUnsaturated(atom)).map(({ atom }) => atom)
    return (
      beside.length > 1 && rings.some((ring) => ring.includes(a) && beside.filter((b) => ring.includes(b)).length > 1)
    )
  })
}

function hasRingCarbanion({ atoms }: Molecule): boolean {
  return atoms.some(({ z, charge, aromatic }) => z === 6 && charge < 0 && aromatic)
}
