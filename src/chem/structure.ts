import type { Mol } from '@rdkit/rdkit'
import { toMolecule, type JsonDocument } from './common-chem.js'
import { drawingOf, drawingOptions, type Drawing } from './drawing.js'
import { EngineFailure, type Engine } from './engine.js'
import { hillOf } from './formula.js'
import { mobileOptions, readIdentity, type Identity } from './inchi.js'
import type { Link } from './links.js'
import type { Molecule } from './molecule.js'
import { neutralForm, withMetalsApart, withOpenStereo } from './normalise.js'
import { withLinksUndone } from './undo.js'

const keepHydrogens = '{"removeHs":false}'
/** More embeddings than any real scaffold gives; reaching it is reported, never taken for an answer. */
export const embeddingLimit = 2000

const noMatches: Matches = { embeddings: [], cut: false }

export interface Matches {
  /** Each embedding gives, for every atom of the pattern in order, an atom of the input. */
  readonly embeddings: readonly (readonly number[])[]
  /** True when there were more than `embeddingLimit`. */
  readonly cut: boolean
}

/**
 * A structure that was read. It is valid only inside the callback that received it:
 * the RDKit objects behind it are freed when the callback returns.
 */
export class Structure {
  readonly molecule: Molecule
  readonly #engine: Engine
  readonly #mol: Mol
  readonly #document: JsonDocument
  readonly #own: Mol[] = []
  readonly #derived: Structure[] = []
  readonly #matches = new Map<string, Matches>()
  readonly #identities = new Map<string, Identity | null>()
  #couldMatch: (smarts: string) => boolean = () => true
  #neutral: { mol: Mol; original: readonly number[] | null } | null = null
  #shown: Mol | null = null

  constructor(engine: Engine, mol: Mol) {
    this.#engine = engine
    const document = JSON.parse(mol.get_json()) as JsonDocument
    const apart = withMetalsApart(document)
    // An oxonium or the like on a metal has no ions to fall into; it stays as drawn.
    const cut = apart ? this.#readJson(apart) : null
    this.#document = apart && cut ? apart : document
    this.#mol = cut ?? mol
    this.molecule = toMolecule(cut ? (JSON.parse(cut.get_json()) as JsonDocument) : document)
  }

  /** InChIKey of the flat form of an identity: what it shares with its isotopologues and stereoisomers. */
  flatInchikey(identity: Identity): string | null {
    return this.#engine.run((rdkit) => rdkit.get_inchikey_for_inchi(`InChI=1S/${identity.flat}`)) || null
  }

  /** Canonical SMILES of the whole input. */
  get smiles(): string {
    return this.#display().get_smiles()
  }

  /** Standard InChIKey of the whole input; null where InChI cannot describe it. */
  get inchikey(): string | null {
    const inchi = this.#display().get_inchi()
    return inchi === '' ? null : this.#engine.run((rdkit) => rdkit.get_inchikey_for_inchi(inchi)) || null
  }

  /** Molecular formula as RDKit writes it: carbon, hydrogen, the rest by symbol, charge appended. */
  get formula(): string {
    return hillOf(this.molecule.atoms.filter((_, index) => !this.molecule.folded.has(index)))
  }

  /** The identity of one component, stereo that the drawing leaves open left out; null where InChI cannot describe it. */
  identity(component: readonly number[]): Identity | null {
    return this.#identityBy(component, '')
  }

  /** The identity with hydrogens free to move (`mobileOptions`): tautomers that the standard keeps apart share its `flat`. */
  mobileIdentity(component: readonly number[]): Identity | null {
    return this.#identityBy(component, mobileOptions)
  }

  /** The same atoms with some links undone, valid as long as this structure; null where RDKit does not take the result. */
  undone(links: readonly Pick<Link, 'oxygen' | 'other'>[]): Structure | null {
    const mol = this.#readJson(withLinksUndone(withOpenStereo(this.#document) ?? this.#document, links))
    if (!mol) return null
    const derived = new Structure(this.#engine, mol)
    this.#derived.push(derived)
    return derived
  }

  /** Tells which patterns could match at all; those that certainly cannot are then not looked for. Structures with links undone do not take it over. */
  expect(couldMatch: (smarts: string) => boolean): void {
    this.#couldMatch = couldMatch
  }

  /**
   * Embeddings of a SMARTS pattern in the neutral, flat form, in input atom indices.
   * Every embedding counts, symmetric ones too: sites of a scaffold are told apart by position.
   * @throws {SyntaxError} when `smarts` is not a pattern
   */
  match(smarts: string): Matches {
    const known = this.#matches.get(smarts)
    if (known) return known
    if (!this.#couldMatch(smarts)) return noMatches
    const pattern = this.#engine.pattern(smarts)
    const { mol, original } = this.#neutralMol()
    const details = `{"uniquify":false,"maxMatches":${embeddingLimit}}`
    const text = this.#engine.run(() => mol.get_substruct_matches(pattern, details))
    const found = (text === '{}' || text === '' ? [] : JSON.parse(text)) as { atoms: number[] }[]
    const embeddings = found.map(({ atoms }) => (original ? atoms.map((a) => original[a]!) : atoms))
    const matches = { embeddings, cut: embeddings.length >= embeddingLimit }
    this.#matches.set(smarts, matches)
    return matches
  }

  /** Morgan fingerprint of radius 2 in 2,048 bits, stereo left out, of the neutral form. Source: Rogers and Hahn 2010, doi:10.1021/ci100050t. */
  get fingerprint(): Uint8Array {
    const { mol } = this.#neutralMol()
    return this.#engine.run(() => Uint8Array.from(mol.get_morgan_fp_as_uint8array('{"radius":2,"nBits":2048}')))
  }

  /** The whole input as a drawing, in its own coordinates where it has some; null where RDKit drew what cannot be taken apart. */
  get drawing(): Drawing | null {
    const details = JSON.stringify(drawingOptions(this.molecule.atoms.length))
    return drawingOf(this.#engine.run(() => this.#mol.get_svg_with_highlights(details)), this.molecule)
  }

  /** Frees what this structure made; called by the reader. */
  release(): void {
    if (this.#engine.broken) return
    for (const derived of this.#derived) derived.release()
    for (const mol of this.#own) mol.delete()
  }

  #display(): Mol {
    return (this.#shown ??= this.molecule.folded.size > 0 ? this.#keep(this.#engine.run((r) => r.get_mol(this.#mol.get_smiles()))) ?? this.#mol : this.#mol)
  }

  #neutralMol(): { mol: Mol; original: readonly number[] | null } {
    if (this.#neutral) return this.#neutral
    const form = neutralForm(this.#document, this.molecule)
    this.#neutral = form ? { mol: this.#fromJson(form.document), original: form.original } : { mol: this.#mol, original: null }
    return this.#neutral
  }

  #identityBy(component: readonly number[], options: string): Identity | null {
    const key = `${options} ${component.join()}`
    const known = this.#identities.get(key)
    if (known !== undefined) return known
    const found = readIdentity(this.#inchiOf(component, options))
    this.#identities.set(key, found)
    return found
  }

  #inchiOf(component: readonly number[], options: string): string {
    const inchi = (mol: Mol) => (options === '' ? mol.get_inchi() : mol.get_inchi(options))
    const open = withOpenStereo(this.#document)
    const whole = open ? this.#fromJson(open) : this.#mol
    if (this.molecule.components.length === 1) return inchi(whole)
    const wanted = component[0]!
    const { molList, mappings } = whole.get_frags() as { molList: { at(i: number): Mol | null; delete(): void }; mappings: string }
    const fragment = (JSON.parse(mappings) as { frags: number[] }).frags[wanted]!
    const mol = molList.at(fragment)
    try {
      return mol ? inchi(mol) : ''
    } finally {
      mol?.delete()
      molList.delete()
    }
  }

  #fromJson(document: JsonDocument): Mol {
    const mol = this.#readJson(document)
    if (!mol) throw new EngineFailure('a normalised structure could not be read back')
    return mol
  }

  #readJson(document: JsonDocument): Mol | null {
    return this.#keep(this.#engine.run((rdkit) => rdkit.get_mol(JSON.stringify(document), keepHydrogens)))
  }

  #keep(mol: Mol): Mol
  #keep(mol: Mol | null): Mol | null
  #keep(mol: Mol | null): Mol | null {
    if (mol) this.#own.push(mol)
    return mol
  }
}
