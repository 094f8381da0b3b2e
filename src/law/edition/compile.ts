import {
  groupsOf,
  heteroHydrogens,
  needsOf,
  skeletonKey,
  UnreadableStructure,
  type PatternNeeds,
  type Reader,
  type Structure,
} from '../../chem/index.js'
import { BadRecord, type RecordProblem } from '../records/bad-record.js'
import type { CounterIon } from '../schema/record-kinds.js'
import type { CompiledCounterIon, CompiledSubstance, Edition, SubstanceKey } from './edition-records.js'
import type { List } from '../schema/list.js'
import type { Records } from '../records/records.js'
import { located } from '../versions/located.js'
import { withMedicines } from './uniform.js'
import type { Substance } from '../schema/substance.js'
import type { Item, Shape, Term } from '../schema/term.js'

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
    const file = records.files.get(`substance:${s.id}`) ?? s.id
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
    jurisdictions: records.jurisdictions.map(({ jurisdiction, instruments, lists, rules }) => ({
      jurisdiction,
      instruments,
      lists,
      rules: rules.map((rule) => withMedicines(rule, records.medicines)),
    })),
    needs: needsByPattern(records),
  }
}

function compileCounterIon(ion: CounterIon, reader: Reader): CompiledCounterIon {
  const file = 'counterions.json'
  return readOr(file, ion.smiles, reader, (structure) => {
    const component = structure.molecule.components[0]!
    const identity = structure.identity(component)
    if (!identity)
      throw new BadRecord([
        { file, field: ion.name, found: ion.smiles, expected: 'a structure that InChI can describe' },
      ])
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
  const problem = (field: string, found: string, expected: string) => new BadRecord([{ file, field, found, expected }])
  if (record.inchikey !== structure.inchikey)
    throw problem('inchikey', String(record.inchikey), String(structure.inchikey))
  if (record.formula !== structure.formula) throw problem('formula', String(record.formula), structure.formula)
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
  if (!identity) throw problem('smiles', record.smiles!, 'a structure that InChI can describe')
  if (record.racemic && ![...identity.stereo.centres.values()].some((parity) => parity !== '?'))
    throw problem('racemic', 'a drawing without stereo', 'one enantiomer of the racemate')
  const mobile = structure.mobileIdentity(component)
  const flatInchikey = structure.flatInchikey(identity)
  if (!mobile || !flatInchikey) throw problem('smiles', record.smiles!, 'a structure that InChI can describe')
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
        if (!own) throw problem('smiles', record.smiles!, `one of the cores of the list ${list.id}`)
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
  if (!identity || !mobile || structure.molecule.components.length > 1 || structure.formula !== record.formula) {
    throw new BadRecord([
      {
        file,
        field: 'also_drawn',
        found: structure.smiles,
        expected: `one component of the formula ${record.formula}`,
      },
    ])
  }
  return { skeleton: skeletonKey(structure.molecule, component), inchi: identity.inchi, mobileInchi: mobile.inchi }
}

/** For each substance, the lists with cores on which it has an entry. */
function coresBySubstance(records: Records): Map<string, List[]> {
  const found = new Map<string, List[]>()
  for (const list of records.jurisdictions.flatMap((j) => j.lists)) {
    if (!list.cores) continue
    for (const { substance } of list.entries) found.set(substance, [...(found.get(substance) ?? []), list])
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
      throw new BadRecord([
        {
          file: records.files.get(`substance:${s.id}`) ?? s.id,
          field: 'same_as',
          found: s.same_as ?? 'nothing',
          expected: `${other.id}, which has the same identity, or another structure`,
        },
      ])
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
    if (!found)
      throw new BadRecord([
        {
          file: records.files.get(`substance:${s.id}`) ?? s.id,
          field: 'smiles',
          found: s.smiles,
          expected: 'one substance besides counter-ions, or an adduct of a recorded one',
        },
      ])
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

/** Checks every SMARTS pattern of terms, gaps and rules. @throws {BadRecord} */
export function checkPatterns(records: Records, reader: Reader): void {
  const problems: RecordProblem[] = []
  eachPattern(records, (smarts, file, field) => {
    try {
      reader.checkPattern(smarts)
    } catch {
      problems.push({ file, field, found: smarts, expected: 'a SMARTS pattern' })
    }
  })
  if (problems.length > 0) throw new BadRecord(located(records, problems))
}

function eachPattern(records: Records, use: (smarts: string, file: string, field: string) => void): void {
  const check = (file: string, field: string, smarts: string) => use(smarts, file, field)
  const checkTerm = (term: Term, file: string) =>
    term.is.forEach((shape, i) => patternsOf(shape).forEach((smarts) => check(file, `${term.id}.is[${i}]`, smarts)))
  for (const term of records.terms) checkTerm(term, records.files.get(`term:${term.id}`) ?? term.id)
  for (const { jurisdiction, lists, rules, terms = [] } of records.jurisdictions) {
    const shared = new Set(terms)
    for (const term of terms)
      checkTerm(term, records.files.get(`term:${jurisdiction.code}:${term.id}`) ?? `term ${term.id}`)
    for (const list of lists)
      list.cores?.forEach((c, i) =>
        [c.smarts, c.wide ?? c.smarts].forEach((smarts) =>
          check(records.files.get(`list:${list.id}`) ?? list.id, `cores[${i}]`, smarts),
        ),
      )
    for (const gap of jurisdiction.gaps)
      [...(gap.reaches ?? []), ...(gap.unless ?? [])].forEach(({ smarts }) =>
        check(records.files.get(`jurisdiction:${jurisdiction.code}`) ?? jurisdiction.code, `gap ${gap.id}`, smarts),
      )
    for (const rule of rules) {
      const file = records.files.get(`rule:${rule.id}`) ?? rule.id
      rule.scaffolds.forEach((s, i) => check(file, `scaffolds[${i}].smarts`, s.smarts))
      rule.conditions?.forEach((c, i) => check(file, `conditions[${i}].smarts`, c.smarts))
      for (const { smarts } of [...(rule.open_words?.reaches ?? []), ...(rule.open_words?.unless ?? [])])
        check(file, 'open_words', smarts)
      rule.clauses.forEach((c, i) =>
        c.with.flatMap(linksOf).forEach((smarts) => check(file, `clauses[${i}].with`, smarts)),
      )
      for (const term of rule.terms ?? []) if (!shared.has(term)) checkTerm(term, file)
    }
  }
}

function needsByPattern(records: Records): Record<string, PatternNeeds> {
  const needs: Record<string, PatternNeeds> = {}
  eachPattern(records, (smarts) => (needs[smarts] ??= needsOf(smarts)))
  return needs
}

/** Patterns for the links of a chain, in a use of a term and in the uses nested in it. */
function linksOf(use: Item): string[] {
  if (typeof use === 'string') return []
  return [...(use.chain?.over ?? []), ...(Array.isArray(use.further) ? use.further.flatMap(linksOf) : [])]
}

function patternsOf(shape: Shape): string[] {
  return [
    shape.at,
    shape.root,
    shape.core,
    ...(shape.every ?? []),
    ...(shape.some ?? []),
    ...(shape.none ?? []),
    ...(shape.ring?.is ?? []),
  ].filter((p) => p !== undefined)
}
