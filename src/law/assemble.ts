import { folder as folderName } from './schema/fields.js'
import { BadRecord } from './records/bad-record.js'
import type { Evidence } from './schema/evidence.js'
import type { List } from './schema/list.js'
import type { RecordKind, LoadedFile, ValueOf } from './schema/record-kinds.js'
import { expandFiles } from './parts/expand-files.js'
import { replacedIn } from './records/replaced.js'
import { readingsOfFacts } from './records/readings-of-facts.js'
import { linksOf, withLinks } from './records/period-links.js'
import type { Records, Places } from './records/records.js'
import { untilRecordsEnd } from './records/records-until.js'
import { rulesOf } from './versions/rules-of.js'
import { withBasedRules } from './versions/based-rules.js'
import { withSharedTerms } from './versions/shared-terms.js'

type JurisdictionFiles = Records['jurisdictions'][number]

/**
 * Assembles the files of a data folder. With `base`, they are added to its records: a record with an existing id
 * replaces the old one, others are added.
 * @throws {BadRecord} if a folder is not a jurisdiction, a pattern contains an invalid part, or an edition has no id
 */
export function assemble(read: readonly LoadedFile[], base: Records | null = null): Records {
  const { loaded: expanded, written } = expandFiles(read, base?.written)
  const loaded = withBasedRules(expanded, base)
  const folder = new DataFolder(loaded, base)
  const substances = folder.recorded(folder.all('substance'), (s) => `substance:${s.id}`)
  const terms = folder.recorded(
    folder.all('term').filter((l) => l.place.startsWith('terms/')),
    (t) => `term:${t.id}`,
  )
  const words = folder.recorded(folder.all('words'), (w) => `words:${w.id}`)
  const ions = folder.all('counterions').flatMap((c) => c.value)
  const medicines = folder.all('medicines').flatMap((m) => m.value)
  const evidence = over(
    base?.evidence,
    folder.recorded(folder.all('evidence'), (e) => `evidence:${e.id}`),
    (e) => e.id,
  )
  const mark = folder.all('edition')[0]?.value.id ?? (base ? `${base.edition.id}+local` : null)
  if (mark === null) throw BadRecord.at('edition.json', '(file)', 'nothing', 'a JSON file')
  const records: Records = {
    edition: { id: mark },
    substances: over(base?.substances, substances, (s) => s.id),
    terms: over(base?.terms, terms, (t) => t.id),
    counterIons: over(base?.counterIons, ions, (i) => i.smiles),
    medicines: over(base?.medicines, medicines, (m) => m.substance),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(words.length > 0 || base?.words ? { words: over(base?.words, words, (w) => w.id) } : {}),
    jurisdictions: jurisdictionCodes(loaded, base).map((code) =>
      assembleJurisdiction(
        code,
        folder,
        evidence,
        base?.jurisdictions.find((j) => j.jurisdiction.code === code),
      ),
    ),
    files: folder.files,
    ...(written.size > 0 ? { written } : {}),
    places: folder.places,
  }
  const replaced = base ? replacedIn(base, records) : []
  return replaced.length > 0 ? { ...records, replaced } : records
}

/** The files of a data folder, and which record was read from which. */
class DataFolder {
  readonly #loaded: readonly LoadedFile[]
  readonly files: Map<string, string>
  readonly places: Map<string, Places>

  constructor(loaded: readonly LoadedFile[], base: Records | null) {
    this.#loaded = loaded
    this.files = new Map(base?.files)
    this.places = new Map(base?.places)
  }

  /** The files of one kind. @param under the folder that they are in, `ca/` */
  all<K extends RecordKind>(kind: K, under = ''): { value: ValueOf<K>; file: string; place: string }[] {
    return this.within(under).filter((l): l is Extract<LoadedFile, { kind: K }> => l.kind === kind) as never
  }

  within(under: string): LoadedFile[] {
    return this.#loaded.filter((l) => l.place.startsWith(under))
  }

  /** The records of some files, whose names are noted. */
  recorded<T>(found: readonly { value: T; file: string }[], key: (value: T) => string): T[] {
    for (const { value, file } of found) this.files.set(key(value), file)
    return found.map(({ value }) => value)
  }
}

function jurisdictionCodes(loaded: readonly LoadedFile[], base: Records | null): string[] {
  const folders = loaded.map((l) => new RegExp(`^(${folderName})/`).exec(l.place)?.[1]?.toUpperCase())
  const codes = [
    ...folders.filter((c) => c !== undefined),
    ...(base?.jurisdictions ?? []).map((j) => j.jurisdiction.code),
  ]
  return [...new Set(codes)].sort()
}

/** @param under its records that files are added to */
function assembleJurisdiction(
  code: string,
  folder: DataFolder,
  evidence: readonly Evidence[],
  under: JurisdictionFiles | undefined,
): JurisdictionFiles {
  const own = `${code.toLowerCase()}/`
  const jurisdiction =
    folder.recorded(folder.all('jurisdiction', own), (j) => `jurisdiction:${j.code}`)[0] ?? under?.jurisdiction
  const file = `${own}jurisdiction.json`
  if (!jurisdiction) throw BadRecord.at(file, '(file)', 'nothing', 'a JSON file')
  if (jurisdiction.code !== code) throw BadRecord.at(file, 'code', jurisdiction.code, `${code}, as its folder`)
  const reconciled = folder.recorded(folder.all('reconciled', own), () => `reconciled:${code}`)[0] ?? under?.reconciled
  const sources = folder.recorded(folder.all('sources', own), () => `sources:${code}`)[0] ?? under?.sources
  const terms = over(
    under?.terms,
    folder.recorded(folder.all('term', own), (t) => `term:${code}:${t.id}`),
    (t) => t.id,
  )
  const shared = new Map(terms.map((t) => [t.id, t]))
  const written = rulesOf(folder.within(`${own}rules/`))
  for (const [name, place] of written.places) folder.places.set(name, place)
  for (const [id, { file }] of written.versions) folder.files.set(`versions:${id}`, file)
  const instruments = over(
    under?.instruments,
    folder.recorded(folder.all('instruments', own), () => `instruments:${code}`).flat(),
    (a) => a.id,
  )
  const links = linksOf(instruments)
  const lists = folder.recorded(folder.all('list', own), (l) => `list:${l.id}`)
  const rules = folder
    .recorded(written.rules, (r) => `rule:${r.id}`)
    .map((rule) => withSharedTerms(rule, shared))
    .map((rule) => ({ ...rule, periods: withLinks(rule.periods, links) }))
  const all = over(under?.rules, rules, (r) => r.id)
  const based = written.rules.filter(({ file }) => file.endsWith('.based.json')).map(({ value }) => value.id)
  const readings = folder.recorded(folder.all('reading', own), (r) => `reading:${r.id}`)
  const recorded = over(under?.readings, [...readings, ...readingsOfFacts(all, evidence)], (r) => r.id)
  return untilRecordsEnd({
    jurisdiction,
    ...(reconciled ? { reconciled } : {}),
    ...(sources ? { sources } : {}),
    instruments,
    lists: over(
      under?.lists,
      lists.map((list) => linked(list, links)),
      (l) => l.id,
    ),
    rules: all,
    ...(based.length > 0 ? { based: new Set(based) } : {}),
    ...(recorded.length > 0 ? { readings: recorded } : {}),
    examples: new Map([...(under?.examples ?? []), ...written.examples]),
    terms,
    versions: new Map([
      ...(under?.versions ?? []),
      ...[...written.versions].map(([id, { title, ids }]) => [id, { title, ids }] as const),
    ]),
  })
}

function linked(list: List, links: ReturnType<typeof linksOf>): List {
  return { ...list, entries: list.entries.map((entry) => ({ ...entry, periods: withLinks(entry.periods, links) })) }
}

/** Records with others added: one with an existing id replaces the old one. */
function over<T>(under: readonly T[] | undefined, added: readonly T[], idOf: (value: T) => string): readonly T[] {
  if (!under || under.length === 0) return added
  const changed = new Map(added.map((value) => [idOf(value), value]))
  const kept = under.map((value) => changed.get(idOf(value)) ?? value)
  const known = new Set(under.map(idOf))
  return [...kept, ...added.filter((value) => !known.has(idOf(value)))]
}
