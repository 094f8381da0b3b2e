import {
  groupsOf,
  heteroHydrogens,
  skeletonKey,
  UnreadableStructure,
  type Reader,
  type Structure,
} from '../../chem/index.js'
import { append } from '../../remembered.js'
import { BadRecord } from '../records/bad-record.js'
import type { CounterIon } from '../schema/record-kinds.js'
import type { CompiledCounterIon, CompiledSubstance, Edition, SubstanceKey } from './edition-records.js'
import type { List } from '../schema/list.js'
import { checkPatterns } from './patterns.js'
import { fileOf, type Records } from '../records/records.js'
import { withMedicines } from './medicines.js'
import type { Substance } from '../schema/substance.js'

/**
 * Compiles checked records into an edition: reads every structure, computes its keys, and compares the formula and
 * InChIKey in the record.
 * @param before an edition compiled by this version: the keys of unchanged records are taken from it
 * @throws {BadRecord} for a structure that cannot be read or a recorded value that differs
 */
export function compileEdition(
  records: Records,
  reader: Reader,
  before: Edition | null = null,
): Omit<Edition, 'sha256'> {
  const counterIons = records.counterIons.map((ion) => compileCounterIon(ion, reader))
  const counterIonKinds = new Map(counterIons.map((ion) => [ion.flat, ion.kind]))
  checkPatterns(records, reader)
  const cores = coresBySubstance(records)
  const compiled = JSON.stringify(before?.counterIons) === JSON.stringify(counterIons) ? compiledBefore(before) : null
  const substances = records.substances.map((s): CompiledSubstance => {
    if (s.smiles === null) return { ...s, key: null }
    // The cores of a list may have changed even if its substances have not.
    const known = cores.has(s.id) ? undefined : compiled?.get(JSON.stringify(s))
    if (known && known.groups === null) return { ...s, key: known }
    const file = fileOf(records, `substance:${s.id}`)
    return { ...s, key: fullKeyOf(s, s.smiles, file, reader, counterIonKinds, cores.get(s.id) ?? []) }
  })
  identitiesDiffer(records, substances)
  adductsAreFound(records, substances, reader)
  return {
    format: 1,
    id: records.edition.id,
    substances,
    terms: records.terms,
    counterIons,
    jurisdictions: records.jurisdictions.map(({ jurisdiction, instruments, lists, rules, readings }) => ({
      jurisdiction,
      instruments,
      lists,
      rules: rules.map((rule) => withMedicines(rule, records.medicines)),
      ...(readings ? { readings } : {}),
    })),
    ...(records.replaced && { replaced: records.replaced }),
  }
}

function compileCounterIon(ion: CounterIon, reader: Reader): CompiledCounterIon {
  const file = 'counterions.json'
  return readOr(file, ion.smiles, reader, (structure) => {
    const component = structure.molecule.components[0]!
    const identity = structure.identity(component)
    if (!identity) throw BadRecord.at(file, ion.name, ion.smiles, 'a structure that InChI can describe')
    return {
      name: ion.name,
      kind: ion.kind,
      skeleton: skeletonKey(structure.molecule, component),
      flat: identity.flat,
      smiles: ion.smiles,
      inchi: identity.inchi,
    }
  })
}

/** The key of a record from its structure, with its canonical SMILES and its other drawings. */
function fullKeyOf(
  substance: Substance,
  smiles: string,
  file: string,
  reader: Reader,
  counterIonKinds: ReadonlyMap<string, CounterIon['kind']>,
  cores: Parameters<typeof keyOf>[4],
): SubstanceKey | null {
  const key = readOr(file, smiles, reader, (structure) => keyOf(structure, substance, file, counterIonKinds, cores))
  return (
    key && {
      ...key,
      canonical: stable(key.canonical ?? null, reader),
      alsoDrawn: (substance.also_drawn ?? []).map((drawn) =>
        readOr(file, drawn, reader, (structure) => drawingOf(structure, substance, file)),
      ),
    }
  )
}

/** The keys of an edition by the text of the record they were computed from. */
function compiledBefore(before: Edition | null): Map<string, SubstanceKey> {
  return new Map(before?.substances.flatMap(({ key, ...record }) => (key ? [[JSON.stringify(record), key]] : [])))
}

/** The key of a record's substance; null for an adduct (chloral betaine), which is found by its components. */
function keyOf(
  structure: Structure,
  record: Substance,
  file: string,
  counterIonKinds: ReadonlyMap<string, CounterIon['kind']>,
  lists: readonly List[],
): SubstanceKey | null {
  if (record.inchikey !== structure.inchikey)
    throw BadRecord.at(file, 'inchikey', String(record.inchikey), String(structure.inchikey))
  if (record.formula !== structure.formula)
    throw BadRecord.at(file, 'formula', String(record.formula), structure.formula)
  const parts = structure.molecule.components.map((component) => ({
    component,
    identity: structure.identity(component),
  }))
  const active = parts.filter(({ identity }) => identity && !counterIonKinds.has(identity.flat))
  // Of a salt of counter-ions alone, the largest ion, and of equal ones the anion.
  const chargeOf = (atoms: readonly number[]) => atoms.reduce((sum, a) => sum + structure.molecule.atoms[a]!.charge, 0)
  const saltIons = parts
    .filter(({ identity }) => identity && counterIonKinds.get(identity.flat) !== 'solvent')
    .sort((a, b) => b.component.length - a.component.length || chargeOf(a.component) - chargeOf(b.component))
  const chosen = active.length > 0 ? active : [saltIons[0] ?? parts[0]!]
  if (chosen.length !== 1) return null
  const { component, identity } = chosen[0]!
  if (!identity) throw BadRecord.at(file, 'smiles', record.smiles!, 'a structure that InChI can describe')
  if (record.racemic && ![...identity.stereo.centres.values()].some((parity) => parity !== '?'))
    throw BadRecord.at(file, 'racemic', 'a drawing without stereo', 'one enantiomer of the racemate')
  const mobile = structure.mobileIdentity(component)
  const flatInchikey = structure.flatInchikey(identity)
  if (!mobile || !flatInchikey)
    throw BadRecord.at(file, 'smiles', record.smiles!, 'a structure that InChI can describe')
  const ions = parts
    .filter((p) => p !== chosen[0] && p.identity && counterIonKinds.get(p.identity.flat) !== 'solvent')
    .map((p) => p.identity!.flat)
  // A quaternary cation; the charges of a nitro group or nitrate cancel out.
  const permanent =
    chargeOf(component) > 0 &&
    component.some((a) => structure.molecule.atoms[a]!.charge > 0 && structure.molecule.atoms[a]!.hydrogens === 0)
  return {
    skeleton: skeletonKey(structure.molecule, component),
    inchi: identity.inchi,
    flatInchikey,
    mobileInchi: mobile.inchi,
    heteroHydrogens: heteroHydrogens(structure.molecule, component),
    salt: parts.length > 1,
    canonical: parts.length === 1 ? structure.smiles : null,
    alsoDrawn: [],
    ions: ions.length > 0 && !permanent ? [...new Set(ions)].sort() : null,
    groups: lists.length > 0 ? groupsOf(structure.molecule, component) : null,
    cores: Object.fromEntries(
      lists.flatMap((list) => {
        const own = list.cores!.find((core) => structure.match(core.smarts).embeddings.length > 0)
        if (!own) throw BadRecord.at(file, 'smiles', record.smiles!, `one of the cores of the list ${list.id}`)
        return [[list.id, own.id]]
      }),
    ),
  }
}

/** A canonical SMILES that is reproduced when read; null if not, because other drawings may then differ too. */
function stable(canonical: string | null, reader: Reader): string | null {
  return canonical !== null && reader.read(canonical, (structure) => structure.smiles) === canonical ? canonical : null
}

function drawingOf(structure: Structure, record: Substance, file: string): SubstanceKey['alsoDrawn'][number] {
  const component = structure.molecule.components[0]!
  const identity = structure.identity(component)
  const mobile = structure.mobileIdentity(component)
  if (!identity || !mobile || structure.molecule.components.length > 1 || structure.formula !== record.formula)
    throw BadRecord.at(file, 'also_drawn', structure.smiles, `one component of the formula ${record.formula}`)
  return { skeleton: skeletonKey(structure.molecule, component), inchi: identity.inchi, mobileInchi: mobile.inchi }
}

/** For each substance, the lists with cores on which it has an entry. */
function coresBySubstance(records: Records): Map<string, List[]> {
  const found = new Map<string, List[]>()
  for (const list of records.jurisdictions.flatMap((j) => j.lists)) {
    if (!list.cores) continue
    for (const { substance } of list.entries) append(found, substance, list)
  }
  return found
}

/** Two records with one identity would give a substance two histories, unless one names the other in `same_as`. */
function identitiesDiffer(records: Records, compiled: readonly CompiledSubstance[]): void {
  const seen = new Map<string, CompiledSubstance>()
  for (const s of compiled) {
    if (!s.key) continue
    const identity = JSON.stringify([s.key.inchi, s.key.ions, s.racemic])
    const other = seen.get(identity)
    if (other && s.same_as !== other.id && other.same_as !== s.id) {
      const expected = `${other.id}, which has the same identity, or another structure`
      throw BadRecord.at(fileOf(records, `substance:${s.id}`), 'same_as', s.same_as ?? 'nothing', expected)
    }
    seen.set(identity, s)
  }
}

/** An adduct has no key of its own, so one of its components must be a recorded substance. */
function adductsAreFound(records: Records, compiled: readonly CompiledSubstance[], reader: Reader): void {
  const inchis = new Set(compiled.map((s) => s.key?.inchi))
  for (const s of compiled) {
    if (s.key || s.smiles === null) continue
    const found = reader.read(s.smiles, (structure) =>
      structure.molecule.components.some((c) => inchis.has(structure.identity(c)?.inchi)),
    )
    const expected = 'one substance besides counter-ions, or an adduct of a recorded one'
    if (!found) throw BadRecord.at(fileOf(records, `substance:${s.id}`), 'smiles', s.smiles, expected)
  }
}

function readOr<T>(file: string, smiles: string, reader: Reader, use: (structure: Structure) => T): T {
  try {
    return reader.read(smiles, use)
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    throw BadRecord.at(file, 'smiles', smiles, `a structure (${error.problem.message})`)
  }
}
