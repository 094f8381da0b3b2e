import type { Reader } from '../chem/index.js'
import type { InchiFailure } from './failure.js'
import { NoInchiReader, type InchiReader } from './identifiers.js'
import type { Lookup } from './lookup.js'
import type { NameIndex } from './name-index.js'

/** The InChIs of the largest structures that are read have some 4,000 characters. */
const longest = 10_000
const printable = /^InChI=1S\/[!-~]+$/

/** The structure of an InChI: of the record with its key, or as the InChI reader reads it, if that gives it back. */
export async function readInchi(
  inchi: string,
  reader: Reader,
  inchiReader: InchiReader,
  names: NameIndex,
): Promise<{ readonly lookup: Lookup } | { readonly why: InchiFailure }> {
  if (/^InChI=1\//.test(inchi)) return { why: 'not standard' }
  if (inchi.length > longest || !printable.test(inchi)) return { why: 'not read' }
  const key = reader.inchikeyOf(inchi)
  if (key === null) return { why: 'not read' }
  const recorded = names.findBy('inchikey', key)
  if (recorded?.kind === 'one') return { lookup: { ...recorded.lookup, by: 'inchi' } }
  try {
    const smiles = await inchiReader.smilesOf(inchi)
    if (smiles === null) return { why: 'not read' }
    await reader.ready()
    return reader.inchiOf(smiles) === inchi
      ? { lookup: { by: 'inchi', substance: null, name: null, structure: smiles, why: null } }
      : { why: 'not the same' }
  } catch (error) {
    if (error instanceof NoInchiReader) return { why: 'no reader' }
    throw error
  }
}

/** The part of Indigo that is used; its package has no types. */
interface Indigo {
  convert(text: string, format: string, options: unknown): string
  MapStringString: new () => { set(name: string, value: string): void; delete(): void }
}

/** Held in a variable so that neither the compiler nor a bundler follows it: only users with InChIs install it. */
const indigo: string = 'indigo-ketcher/jsNoRender'

let shared: InchiReader | null = null

/** Reads InChI with Indigo, which starts at the first InChI: 1 s and 100 MB, once per thread. */
export function inchiReader(): InchiReader {
  let started: Promise<Indigo> | null = null
  return (shared ??= {
    async smilesOf(inchi) {
      started ??= start()
      const module = await started
      try {
        return smilesBy(module, inchi)
      } catch (error) {
        // It reports an unreadable text by throwing a string; any other error may have broken it.
        if (typeof error !== 'string') started = null
        return null
      }
    },
  })
}

function smilesBy(module: Indigo, inchi: string): string | null {
  const options = new module.MapStringString()
  try {
    // An extension block may follow, which repeats what the SMILES says.
    return module.convert(inchi, 'smiles', options).trim().split(/\s/, 1)[0] || null
  } finally {
    options.delete()
  }
}

async function start(): Promise<Indigo> {
  let load: () => Promise<Indigo>
  try {
    load = ((await import(indigo)) as { default: () => Promise<Indigo> }).default
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Browsers have no packages: they reject the name as not being an address.
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || error instanceof TypeError)
      throw new NoInchiReader()
    throw error
  }
  return load()
}
