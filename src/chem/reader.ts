import type { Mol } from '@rdkit/rdkit'
import { type JsonDocument, mayDrawAromaticBonds, refuseLooseAromatics } from './common-chem.js'
import type { Drawing } from './drawing.js'
import { Engine, EngineFailure, OutOfBudget, type EngineOptions } from './engine.js'
import { namesOf, type Names } from './structure-names.js'
import { guardMolBlock, guardSmiles, isMolBlock, UnreadableStructure, type Problem } from './guard.js'
import { Structure, type CouldMatch } from './structure.js'

/** The reader has been closed. */
export class ReaderClosed extends Error {
  override name = 'ReaderClosed'
  constructor() {
    super('the reader was closed; start another one')
  }
}

/** Options for a molecule in which no aromaticity is read. */
const asDrawn = '{"removeHs":false,"sanitize":false}'

/** Reads structures: the only access to RDKit. One reader per thread. */
export class Reader {
  readonly #engine: Engine

  private constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Starts RDKit: about 0.1 s and 160 MB, so once per thread. */
  static async start(options?: EngineOptions): Promise<Reader> {
    return new Reader(await Engine.start(options))
  }

  /**
   * Reads one SMILES (optionally followed by a CXSMILES block or a name) or one mol block (V2000, V3000) and passes the
   * structure to `use`, after which it is freed. If RDKit breaks on the input, the instance is replaced: await
   * `ready()` before the next call.
   * @throws {UnreadableStructure} with code, reason and position
   */
  read<T>(text: string, use: (structure: Structure) => T, couldMatch?: CouldMatch): T {
    if (this.#engine.closed) throw new ReaderClosed()
    const molBlock = isMolBlock(text)
    if (molBlock) guardMolBlock(text)
    else guardSmiles(text)
    return this.#orUnreadable(() => this.#read(molBlock ? text : text.trim(), molBlock, use, couldMatch))
  }

  /**
   * Names of a SMILES or mol block that has no bonds to metals and leaves nothing open: the same as from `Structure`,
   * without building its graph. @throws {UnreadableStructure}
   */
  namesOf(text: string): Names {
    return this.#orUnreadable(() =>
      this.#withMol(text, (mol) => {
        if (!mol) throw new UnreadableStructure(explain(this.#engine.takeLog(), isMolBlock(text)))
        if (!hasDrawnHydrogens(mol))
          return namesOf(this.#engine, { smiles: () => mol.get_smiles(), inchi: () => mol.get_inchi() })
        return this.#namesOfFolded(mol)
      }),
    )
  }

  /** The InChIKey of an InChI; null if RDKit does not accept it. @throws {UnreadableStructure} */
  inchikeyOf(inchi: string): string | null {
    return this.#orUnreadable(() => {
      this.#engine.begin()
      return this.#engine.inchikey(inchi)
    })
  }

  /** The standard InChI of a SMILES; null if it cannot be read or described. */
  inchiOf(smiles: string): string | null {
    try {
      guardSmiles(smiles)
      return this.#orUnreadable(() => this.#withMol(smiles, (mol) => mol?.get_inchi() || null))
    } catch (error) {
      if (error instanceof UnreadableStructure) return null
      throw error
    }
  }

  /** Closes the reader and frees its memory. Later use throws `ReaderClosed`; closing it twice is no error. */
  close(): void {
    this.#engine.close()
  }

  /** Resolves when the reader can be used, after replacing a broken instance if necessary. @throws {ReaderClosed} */
  async ready(): Promise<void> {
    if (this.#engine.closed) throw new ReaderClosed()
    if (this.#engine.broken || this.#engine.worn) await this.#engine.revive()
  }

  /** Checks a SMARTS pattern. @throws {SyntaxError} */
  checkPattern(smarts: string): void {
    this.#engine.pattern(smarts)
  }

  #withMol<T>(text: string, use: (mol: Mol | null) => T): T {
    this.#engine.takeLog()
    this.#engine.begin()
    return this.#engine.withMol(text, '{"removeHs":false,"strictParsing":true}', use)
  }

  /** Names of a molecule whose hydrogens drawn as atoms are folded into their parent atoms. */
  #namesOfFolded(drawn: Mol): Names {
    const made: Mol[] = []
    const folded = () => {
      const mol = made[0] ?? this.#engine.run((rdkit) => rdkit.get_mol(drawn.get_smiles()))
      if (mol && made.length === 0) made.push(mol)
      return mol ?? drawn
    }
    try {
      return namesOf(this.#engine, { smiles: () => folded().get_smiles(), inchi: () => folded().get_inchi() })
    } finally {
      if (!this.#engine.broken) for (const mol of made) mol.delete()
    }
  }

  #orUnreadable<T>(read: () => T): T {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error
      throw new UnreadableStructure({
        code: error instanceof OutOfBudget ? 'budget' : 'engine-failure',
        message: error.message,
        position: null,
      })
    }
  }

  /** @param damaged the text with an extension block that cannot be read, if it is read without */
  #read<T>(
    text: string,
    molBlock: boolean,
    use: (structure: Structure) => T,
    couldMatch: CouldMatch | undefined,
    damaged: string | null = null,
  ): T {
    return this.#withMol(molBlock ? text : smilesWithExtension(text), (mol) => {
      if (!mol) {
        const [smiles, extension] = splitExtension(text)
        // A damaged extension block does not make the SMILES before it unreadable; its stereo information is lost.
        if (!molBlock && extension !== null) return this.#read(smiles, false, use, couldMatch, text)
        const log = this.#engine.takeLog()
        if (log.trim() === '') this.#engine.checkMemory()
        throw new UnreadableStructure(explain(log, molBlock))
      }
      if (mol.get_num_atoms() === 0)
        throw new UnreadableStructure({ code: 'empty', message: 'no atoms', position: null })
      if (mayDrawAromaticBonds(text, molBlock))
        this.#engine.withMol(molBlock ? text : smilesWithExtension(text), asDrawn, (drawn) => {
          if (drawn)
            refuseLooseAromatics(
              JSON.parse(mol.get_json()) as JsonDocument,
              drawn.get_v3Kmolblock('{"kekulize":false}'),
            )
        })
      const says = molBlock
        ? { relative: false, open: leavesAtomsOpen(text) }
        : saysOf(damaged ?? text, damaged !== null)
      const facts = damaged === null ? says : { ...says, relative: true }
      const structure = new Structure(this.#engine, mol, facts, couldMatch)
      try {
        return use(structure)
      } finally {
        structure.release()
      }
    })
  }
}

/** The drawing of a SMILES or mol block; null if it cannot be read or drawn. */
export async function drawingBy(reader: Reader, text: string): Promise<Drawing | null> {
  await reader.ready()
  try {
    return reader.read(text, (structure) => structure.drawing)
  } catch (error) {
    if (error instanceof UnreadableStructure) return null
    throw error
  }
}

function hasDrawnHydrogens(mol: Mol): boolean {
  return mol.get_num_atoms() > mol.get_num_atoms(true)
}

function splitExtension(text: string): [string, string | null] {
  const space = text.search(/[ \t]/)
  if (space < 0) return [text, null]
  const rest = text.slice(space).trim()
  return [text.slice(0, space), rest.startsWith('|') ? rest : null]
}

/** What RDKit does not report of a SMILES and its extension block. */
function saysOf(text: string, isDamaged: boolean): { relative: boolean; open: boolean; anyBond: boolean } {
  const says = extensionOf(text, isDamaged)
  const anyBond = splitExtension(text)[0].includes('~')
  return { ...says, open: says.open || anyBond, anyBond }
}

/**
 * Information in the extension block that RDKit does not pass on: the flag `r` (centres drawn relative to one another),
 * and link nodes, variable attachment, R-group logic and attachment labels, which leave the structure open, as do
 * repeat units in a block that RDKit cannot read. Source: ChemAxon, extended SMILES.
 */
function extensionOf(text: string, isDamaged: boolean): { relative: boolean; open: boolean } {
  // In a damaged block, the block itself or its labels may not end.
  const block = splitExtension(text)[1]?.match(/^\|([^|]*)/)?.[1] ?? ''
  const labels = block.match(/\$[^$]*\$?/g)?.join('') ?? ''
  const fields = block
    .replace(/\$[^$]*\$?/g, '')
    .split(',')
    .map((field) => field.trim())
  return {
    relative: fields.includes('r'),
    open:
      /_(R|AP)\d/.test(labels) ||
      fields.some((field) => /^(LN|m|RG|LOG):/.test(field) || (isDamaged && /^Sg:(?!gen)/.test(field))),
  }
}

/**
 * Whether a drawn atom has an attachment point or may be repeated, which RDKit drops. Source: BIOVIA, CTfile formats
 * (`M  APO`, `ATTCHPT`, `M  LIN`, `LINKNODE`).
 */
function leavesAtomsOpen(block: string): boolean {
  return /^M {2}(?:APO|LIN|V30 LINKNODE) /m.test(block) || /^M {2}V30 .* ATTCHPT=(?!0)/m.test(block)
}

function smilesWithExtension(text: string): string {
  const [smiles, extension] = splitExtension(text)
  return extension === null ? smiles : `${smiles} ${extension}`
}

function explain(log: string, molBlock: boolean): Problem {
  const lines = log.split('\n').map((line) => line.replace(/^\[[\d:]+\] ?/, ''))
  const at = /around position (\d+)/.exec(log)
  const position = at ? Number(at[1]) : null
  const find = (pattern: RegExp) => lines.find((line) => pattern.test(line))
  const valence = find(/Explicit valence/)
  if (valence) return { code: 'valence', message: valence, position }
  const aromatic = find(/kekulize|non-ring atom .* marked aromatic/i)
  if (aromatic) return { code: 'aromaticity', message: aromatic, position }
  if (molBlock)
    return {
      code: 'mol-block',
      message:
        find(/not found/) ?? lines.find((line) => line !== '' && !/^\*+$|Violation/.test(line)) ?? 'not a mol block',
      position,
    }
  const syntax = find(/SMILES Parse Error/)
    ?.replace(/^SMILES Parse Error: /, '')
    .replace(/ (while parsing|for input).*$/, '')
  return { code: 'syntax', message: syntax ?? 'not a SMILES', position }
}
