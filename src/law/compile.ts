import { skeletonKey, UnreadableStructure, type Reader, type Structure } from '../chem/index.js'
import { BadRecord } from './bad-record.js'
import type { CompiledCounterIon, CompiledSubstance, Edition, SubstanceKey } from './edition.js'
import type { Records } from './records.js'
import type { Substance } from './substance.js'

/**
 * Compiles checked records into an edition: every structure is read, its keys computed,
 * and what the record says of formula and InChIKey compared.
 * @throws {BadRecord} for a structure that cannot be read or a recorded value that differs
 */
export function compileEdition(records: Records, reader: Reader): Omit<Edition, 'sha256'> {
  const counterIons = records.counterIons.map((ion): CompiledCounterIon => {
    const file = 'counterions.json'
    return readOr(file, ion.smiles, reader, (structure) => {
      const component = structure.molecule.components[0]!
      return { name: ion.name, kind: ion.kind, skeleton: skeletonKey(structure.molecule, component), flat: structure.identity(component)?.flat ?? '' }
    })
  })
  const beside = new Set(counterIons.map((ion) => ion.flat))
  const substances = records.substances.map((s): CompiledSubstance => {
    if (s.smiles === null) return { ...s, key: null }
    const file = records.files.get(`substance:${s.id}`) ?? s.id
    return { ...s, key: readOr(file, s.smiles, reader, (structure) => keyOf(structure, s, file, beside)) }
  })
  adductsAreFound(records, substances, reader)
  for (const j of records.jurisdictions) for (const rule of j.rules) for (const scaffold of rule.scaffolds) checkPattern(reader, scaffold.smarts, records.files.get(`rule:${rule.id}`) ?? rule.id)
  return {
    format: 1,
    id: records.edition.id,
    substances,
    terms: records.terms,
    counterIons,
    jurisdictions: records.jurisdictions.map(({ jurisdiction, instruments, lists, rules }) => ({ jurisdiction, instruments, lists, rules })),
  }
}

/** The key of a record's substance; null for an adduct of several (chloral betaine), which is found by its parts. */
function keyOf(structure: Structure, record: Substance, file: string, beside: ReadonlySet<string>): SubstanceKey | null {
  const problem = (field: string, found: string, expected: string) => new BadRecord([{ file, field, found, expected }])
  if (record.inchikey !== structure.inchikey) throw problem('inchikey', String(record.inchikey), String(structure.inchikey))
  if (record.formula !== structure.formula) throw problem('formula', String(record.formula), structure.formula)
  const parts = structure.molecule.components.map((component) => ({ component, identity: structure.identity(component) }))
  const speaking = parts.filter(({ identity }) => identity && !beside.has(identity.flat))
  const chosen = speaking.length > 0 ? speaking : parts.slice(0, 1)
  if (chosen.length !== 1) return null
  const { component, identity } = chosen[0]!
  if (!identity) throw problem('smiles', record.smiles!, 'a structure that InChI can describe')
  return { skeleton: skeletonKey(structure.molecule, component), inchi: identity.inchi, salt: parts.length > 1 }
}

/** An adduct has no key of its own, so one of its parts must be a recorded substance. */
function adductsAreFound(records: Records, compiled: readonly CompiledSubstance[], reader: Reader): void {
  const inchis = new Set(compiled.map((s) => s.key?.inchi))
  for (const s of compiled) {
    if (s.key || s.smiles === null) continue
    const found = reader.read(s.smiles, (structure) => structure.molecule.components.some((c) => inchis.has(structure.identity(c)?.inchi)))
    if (!found) throw new BadRecord([{ file: records.files.get(`substance:${s.id}`) ?? s.id, field: 'smiles', found: s.smiles, expected: 'one substance besides counter-ions, or an adduct of a recorded one' }])
  }
}

function readOr<T>(file: string, smiles: string, reader: Reader, use: (structure: Structure) => T): T {
  try {
    return reader.read(smiles, use)
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    throw new BadRecord([{ file, field: 'smiles', found: smiles, expected: `a structure (${error.problem.message})` }])
  }
}

function checkPattern(reader: Reader, smarts: string, file: string): void {
  try {
    reader.checkPattern(smarts)
  } catch {
    throw new BadRecord([{ file, field: 'scaffolds', found: smarts, expected: 'a SMARTS pattern' }])
  }
}

