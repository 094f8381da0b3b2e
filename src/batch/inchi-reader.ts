import { NoInchiReader, type InchiReader } from '../identifiers/index.js'

/** What is used of Indigo, which its package does not describe. */
interface Indigo {
  convert(text: string, format: string, options: unknown): string
  MapStringString: new () => { set(name: string, value: string): void; delete(): void }
}

/** By a name that neither the compiler nor a bundler follows: it is installed by whoever has InChIs. */
const indigo: string = 'indigo-ketcher/jsNoRender'

let shared: InchiReader | null = null

/** Reads InChI with Indigo, started when the first is met: 1 s and 100 MB, once for a thread. */
export function inchiReader(): InchiReader {
  let started: Promise<Indigo> | null = null
  return (shared ??= {
    async smilesOf(inchi) {
      started ??= start()
      const module = await started
      try {
        return smilesBy(module, inchi)
      } catch (error) {
        // It says that it cannot read a text by throwing a string; anything else may have broken it.
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
    // A browser knows no packages: to it the name is no address.
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || error instanceof TypeError)
      throw new NoInchiReader()
    throw error
  }
  return load()
}
