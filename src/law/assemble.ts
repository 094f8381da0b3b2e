import { BadRecord } from './records/bad-record.js'
import { folder } from './schema/jurisdiction-code.js'
import type { RecordKind, LoadedFile, ValueOf } from './schema/record-kinds.js'
import { expandFiles } from './parts/expand-files.js'
import type { Records } from './records/records.js'
import { rulesOf } from './versions/rules-of.js'
import { withSharedTerms } from './versions/shared-terms.js'

type JurisdictionFiles = Records['jurisdictions'][number]

/**
 * Assembles the files of a data folder. With `base`, they are added to its records: a record with an existing id
 * replaces the old one, others are added.
 * @throws {BadRecord} if a folder is not a jurisdiction, a pattern contains an invalid part, or an edition has no id
 */
export function assemble(read: readonly LoadedFile[], base: Records | null = null): Records {
  const { loaded, written } = expandFiles(read, base?.written)
  const all = <K extends RecordKind>(kind: K): { value: ValueOf<K>; file: string; place: string }[] =>
    loaded.filter((l): l is Extract<LoadedFile, { kind: K }> => l.kind === kind) as never
  const files = new Map(base?.files)
  const places = new Map(base?.places)
  const keep = <T>(found: readonly { value: T; file: string }[], key: (value: T) => string): T[] =>
    found.map(({ value, file }) => {
      files.set(key(value), file)
      return value
    })
  const substances = keep(all('substance'), (s) => `substance:${s.id}`)
  const terms = keep(
    all('term').filter((l) => l.place.startsWith('terms/')),
    (t) => `term:${t.id}`,
  )
  const words = keep(all('words'), (w) => `words:${w.id}`)
  const ions = all('counterions').flatMap((c) => c.value)
  const medicines = all('medicines').flatMap((m) => m.value)
  const mark = all('edition')[0]?.value.id ?? (base ? `${base.edition.id}+local` : null)
  if (mark === null)
    throw new BadRecord([{ file: 'edition.json', field: '(file)', found: 'nothing', expected: 'a JSON file' }])

  const codes = new Set(
    loaded.map((l) => new RegExp(`^(${folder})/`).exec(l.place)?.[1]?.toUpperCase()).filter((c) => c !== undefined),
  )
  for (const j of base?.jurisdictions ?? []) codes.add(j.jurisdiction.code)
  const jurisdictions = [...codes].sort().map((code): JurisdictionFiles => {
    const own = <K extends RecordKind>(kind: K) => all(kind).filter((l) => l.place.startsWith(`${code.toLowerCase()}/`))
    const under = base?.jurisdictions.find((j) => j.jurisdiction.code === code)
    const jurisdiction = keep(own('jurisdiction'), (j) => `jurisdiction:${j.code}`)[0] ?? under?.jurisdiction
    if (!jurisdiction)
      throw new BadRecord([
        { file: `${code.toLowerCase()}/jurisdiction.json`, field: '(file)', found: 'nothing', expected: 'a JSON file' },
      ])
    if (jurisdiction.code !== code)
      throw new BadRecord([
        {
          file: `${code.toLowerCase()}/jurisdiction.json`,
          field: 'code',
          found: jurisdiction.code,
          expected: `${code}, as its folder`,
        },
      ])
    const reconciled = keep(own('reconciled'), () => `reconciled:${code}`)[0] ?? under?.reconciled
    const terms = over(
      under?.terms,
      keep(own('term'), (t) => `term:${code}:${t.id}`),
      (t) => t.id,
    )
    const shared = new Map(terms.map((t) => [t.id, t]))
    const written = rulesOf(loaded.filter((l) => l.place.startsWith(`${code.toLowerCase()}/rules/`)))
    for (const [name, place] of written.places) places.set(name, place)
    for (const [id, { file }] of written.versions) files.set(`versions:${id}`, file)
    return {
      jurisdiction,
      ...(reconciled ? { reconciled } : {}),
      instruments: over(under?.instruments, keep(own('instruments'), () => `instruments:${code}`).flat(), (a) => a.id),
      lists: over(
        under?.lists,
        keep(own('list'), (l) => `list:${l.id}`),
        (l) => l.id,
      ),
      rules: over(
        under?.rules,
        keep(written.rules, (r) => `rule:${r.id}`).map((rule) => withSharedTerms(rule, shared)),
        (r) => r.id,
      ),
      examples: new Map([...(under?.examples ?? []), ...written.examples]),
      terms,
      versions: new Map([
        ...(under?.versions ?? []),
        ...[...written.versions].map(([id, { title, ids }]) => [id, { title, ids }] as const),
      ]),
    }
  })
  return {
    edition: { id: mark },
    substances: over(base?.substances, substances, (s) => s.id),
    terms: over(base?.terms, terms, (t) => t.id),
    counterIons: over(base?.counterIons, ions, (i) => i.smiles),
    medicines: over(base?.medicines, medicines, (m) => m.substance),
    ...(words.length > 0 || base?.words ? { words: over(base?.words, words, (w) => w.id) } : {}),
    jurisdictions,
    files,
    ...(written.size > 0 ? { written } : {}),
    places,
  }
}

function over<T>(under: readonly T[] | undefined, added: readonly T[], idOf: (value: T) => string): readonly T[] {
  if (!under || under.length === 0) return added
  const changed = new Map(added.map((value) => [idOf(value), value]))
  const kept = under.map((value) => changed.get(idOf(value)) ?? value)
  const known = new Set(under.map(idOf))
  return [...kept, ...added.filter((value) => !known.has(idOf(value)))]
}
