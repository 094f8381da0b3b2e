import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { LawQuestion, type Waiver } from '../../answers/index.js'
import { oneAnswer } from '../../batch/index.js'
import { Reader } from '../../chem/index.js'
import { jurisdictionCode, Resolver } from '../../identifiers/index.js'
import type { LawIndex, Query } from '../../matching/index.js'
import { CannotRun } from '../host.js'
import { jsonIn } from './json-file.js'
import { checked, day, inchikey, rowsOf } from './positions-file.js'

const text = z.string().trim().min(1)
const why = { reason: text, owner: text, until: day }
const finding = z.strictObject({ id: z.string().regex(/^[A-Z]{2,4}(\/[^/]+){2,}$/, 'the id of a finding'), ...why })
const structure = z.strictObject({ structure: text, law: text.transform(jurisdictionCode), ...why })
const columns = Object.keys({ ...finding.shape, ...structure.shape })

/** The waivers of a file, in order, with those that no longer hold. */
export interface ReadWaivers {
  readonly file: string
  readonly inForce: readonly Waiver[]
  readonly expired: readonly Waiver[]
}

/**
 * Waivers of `--waivers`: a JSON array of objects or a table, with `id`, or `structure` and `law`, and `reason`,
 * `owner`, `until`.
 * @param today the day on which they must hold
 * @throws {CannotRun} naming file, row and what is expected
 */
export async function readWaivers(file: string, law: LawIndex, query: Query, today: string): Promise<ReadWaivers> {
  if (!existsSync(file)) throw new CannotRun(`there is no file ${file} (--waivers)`)
  const rows = file.toLowerCase().endsWith('.csv') ? tableOf(file) : listOf(file)
  const resolver = new Resolver(law, () => Reader.start())
  const question = new LawQuestion(resolver.reader, law, query, { engine: true })
  const waivers: Waiver[] = []
  for (const [i, row] of rows.entries()) {
    const place = `${file}, waiver ${i + 1}`
    const isOfFinding = typeof row === 'object' && row !== null && 'id' in row
    const read = isOfFinding ? checked(place, finding, row) : checked(place, structure, row)
    const { reason, owner, until } = read
    const of = 'id' in read ? read.id : await ofStructure(place, read)
    waivers.push({ of, reason, owner, until, number: i + 1 })
  }
  return {
    file,
    inForce: waivers.filter(({ until }) => until >= today),
    expired: waivers.filter(({ until }) => until < today),
  }

  async function ofStructure(place: string, given: z.infer<typeof structure>) {
    if (!law.edition.jurisdictions.some(({ jurisdiction }) => jurisdiction.code === given.law))
      throw new CannotRun(`${place}: law: no law ${given.law} is recorded`)
    if (inchikey.safeParse(given.structure).success) return { law: given.law, inchikey: given.structure }
    const { answer } = await oneAnswer({ structure: given.structure }, resolver, question, existsSync)
    if (answer.kind === 'judged' && answer.structure?.inchikey)
      return { law: given.law, inchikey: answer.structure.inchikey }
    throw new CannotRun(`${place}: structure: ${given.structure} has no InChIKey; give the id of the finding`)
  }
}

function listOf(file: string): readonly unknown[] {
  const read = jsonIn(file, (reason) => new CannotRun(`${file}: ${reason}`))
  if (Array.isArray(read)) return read
  throw new CannotRun(`${file}: expected an array of waivers, or a table whose name ends in .csv`)
}

/** Rows without their empty cells and other columns. */
function tableOf(file: string): Record<string, string>[] {
  const bad = (found: string, expected: string) => new CannotRun(`${file}: found ${found}; expected ${expected}`)
  const [head = [], ...rows] = rowsOf(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), bad)
  const names = head.map((name) => name.trim().toLowerCase())
  const missing = Object.keys(why).filter((name) => !names.includes(name))
  const isOfSome = names.includes('id') || (names.includes('structure') && names.includes('law'))
  if (missing.length > 0 || !isOfSome)
    throw bad(`the columns ${head.join(', ')}`, `id, or structure and law; and ${Object.keys(why).join(', ')}`)
  return rows.map((cells) =>
    Object.fromEntries(
      names.flatMap((name, i) => {
        const cell = cells[i]?.trim() ?? ''
        return columns.includes(name) && cell !== '' ? [[name, cell]] : []
      }),
    ),
  )
}

interface WaiverNote {
  readonly number: number
  readonly of: string | { readonly law: string; readonly inchikey: string }
  readonly owner: string
  readonly until: string
}

const waiverName = (file: string, { number, of }: WaiverNote) =>
  `${file}, waiver ${number} (${typeof of === 'string' ? of : `${of.inchikey} in ${of.law}`})`

export const waiverWords = {
  expired: (file: string, waiver: WaiverNote) =>
    `${waiverName(file, waiver)} expired after ${waiver.until}; owner: ${waiver.owner}`,
  unused: (file: string, waiver: WaiverNote) =>
    `${waiverName(file, waiver)} is not used: no row has this finding; owner: ${waiver.owner}`,
  used: (file: string, count: number) =>
    `findings are waived by ${count} ${count === 1 ? 'waiver' : 'waivers'} of ${file}; they do not count for --fail-on`,
} as const
