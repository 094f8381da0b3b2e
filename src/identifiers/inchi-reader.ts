import { NoInchiReader, type InchiReader } from './identifiers.js'

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
