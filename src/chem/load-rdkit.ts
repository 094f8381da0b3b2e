import module, { type MainModule } from '@rdkit/rdkit'

/** How the WebAssembly of RDKit is loaded. */
export interface EngineOptions {
  /** Where a file is (`RDKit_minimal.wasm`), as a URL. A browser needs it; Node takes the metered one of this package. */
  readonly locateFile?: (file: string) => string
  /** Its bytes, where they are at hand: then no file is asked for. */
  readonly wasm?: () => Promise<Uint8Array>
}

export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** What is watched of an instance. */
export interface Watched {
  readonly memory: Memory | null
  /** The steps that a metered module has left, see `bin/meter-wasm.mjs`; null where it is not metered. */
  readonly steps: { value: number } | null
  /** Whether more memory was asked for than there may be. */
  readonly refused: { value: boolean }
}

interface Instance {
  readonly exports: Readonly<Record<string, unknown>>
}

/** As far as it is used here; only libraries of browsers declare these. */
interface Host {
  readonly WebAssembly: {
    instantiate(bytes: Uint8Array | ArrayBuffer, imports: object): Promise<{ readonly instance: Instance }>
  }
  readonly process?: {
    getBuiltinModule?(id: 'fs'): { readonly promises: { readFile(file: string | URL): Promise<Uint8Array> } }
  }
  fetch(url: string, options: object): Promise<{ readonly ok: boolean; arrayBuffer(): Promise<ArrayBuffer> }>
}

interface LoaderOptions extends EngineOptions {
  /** Called by the loader of Emscripten in place of its own way to an instance. */
  readonly instantiateWasm: (imports: object, receive: (instance: Instance) => void) => object
}

// The package ships an ES module whose types Node's resolution takes for CommonJS.
const initRDKit = module as unknown as (options: LoaderOptions) => Promise<MainModule>
const host = globalThis as unknown as Host

/** A new instance of RDKit, with its memory and its step counter, which the loader itself keeps to itself. */
export function loadRdkit({ wasm, ...options }: EngineOptions = {}): Promise<{ rdkit: MainModule; watched: Watched }> {
  return new Promise((resolve, reject) => {
    let watched: Watched
    const instantiate = async (imports: object) => {
      const bytes = wasm ? await wasm() : await bytesAt(options.locateFile?.('RDKit_minimal.wasm') ?? metered())
      const { instance } = await host.WebAssembly.instantiate(bytes, imports)
      watched = watch(instance)
      return instance
    }
    // The loader makes the object that it is given the module itself, so each instance needs its own.
    initRDKit({
      ...options,
      instantiateWasm(imports, receive) {
        // The loader waits for ever where nothing is received.
        instantiate(imports).then(receive, reject)
        return {}
      },
    }).then((rdkit) => resolve({ rdkit, watched }), reject)
  })
}

/** From `src/chem`, `dist/chem` and `dist/command` alike. */
function metered(): string {
  return new URL('../../dist/RDKit_metered.wasm', import.meta.url).href
}

/**
 * Node reads files, which its `fetch` does not; a browser fetches. Asked of the process because an import of Node would keep this
 * from being bundled for a browser.
 */
async function bytesAt(url: string): Promise<Uint8Array | ArrayBuffer> {
  const files = /^https?:/.test(url) ? undefined : host.process?.getBuiltinModule?.('fs')
  if (files) return files.promises.readFile(url.startsWith('file:') ? new URL(url) : url)
  const response = await host.fetch(url, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${url} cannot be fetched`)
  return response.arrayBuffer()
}

function watch({ exports }: Instance): Watched {
  const memory = Object.values(exports).find((value) => value?.constructor?.name === 'Memory') as Memory | undefined
  const refused = { value: false }
  if (memory) noteRefusals(memory, refused)
  return { memory: memory ?? null, steps: (exports['steps left'] as Watched['steps'] | undefined) ?? null, refused }
}

/** The loader turns a refusal into an error of C++, of which RDKit says nothing. */
function noteRefusals(memory: Memory, refused: { value: boolean }): void {
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    try {
      return grow(pages)
    } catch (error) {
      refused.value = true
      throw error
    }
  }
}
