import type { Reader } from '../chem/index.js'
import type { InchiFailure } from './failure.js'
import { NoInchiReader, type InchiReader } from './identifiers.js'
import type { Lookup } from './lookup.js'
import type { NameIndex } from './name-index.js'

/** The InChIs of the largest structures that are read have some 4,000 characters. */
const longest = 10_000
const printable = /^InChI=1S\/[!-~]+$/

/**
 * The structure of an InChI: that of the record with its key, or the result of the InChI reader if that has the same
 * InChI.
 */
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
