import module, { type MainModule } from '@rdkit/rdkit'

export interface EngineOptions {
  /** The URL of a file (`RDKit_minimal.wasm`). Required in a browser; Node uses the metered file of this package. */
  readonly locateFile?: (file: string) => string
  /** Its bytes, if already available: no file is then loaded. */
  readonly wasm?: () => Promise<Uint8Array>
}

export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

export interface InstanceState {
  readonly memory: Memory | null
  /** Steps left in a metered module, see `bin/meter-wasm.mjs`; null if it is not metered. */
  readonly steps: { value: number } | null
  /** Whether more memory was requested than is allowed. */
  readonly refused: { value: boolean }
}

interface Instance {
  readonly exports: Readonly<Record<string, unknown>>
}

/** Only the members used here; only browser type libraries declare them. */
interface Host {
  readonly WebAssembly: {
    instantiate(bytes: Uint8Array | ArrayBuffer, imports: object): Promise<{ readonly instance: Instance }>
    readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  }
  readonly process?: { getBuiltinModule?(id: 'fs'): Files }
  fetch(url: string, options: object): Promise<{ readonly ok: boolean; arrayBuffer(): Promise<ArrayBuffer> }>
}

interface Files {
  openSync(file: string | URL): number
  fstatSync(descriptor: number): { readonly size: number }
  readSync(descriptor: number, into: Uint8Array): number
  closeSync(descriptor: number): void
}

interface LoaderOptions extends EngineOptions {
  /** Called by the Emscripten loader instead of creating an instance itself. */
  readonly instantiateWasm: (imports: object, receive: (instance: Instance) => void) => object
}

// The package contains an ES module, which Node's resolution types as CommonJS.
const initRDKit = module as unknown as (options: LoaderOptions) => Promise<MainModule>
const host = globalThis as unknown as Host

/** A new RDKit instance with its memory and step counter, which the loader does not expose. */
export function loadRdkit({
  wasm,
  ...options
}: EngineOptions = {}): Promise<{ rdkit: MainModule; watched: InstanceState }> {
  return new Promise((resolve, reject) => {
    let watched: InstanceState
    const instantiate = async (imports: object) => {
      const bytes = wasm ? await wasm() : await bytesAt(options.locateFile?.('RDKit_minimal.wasm') ?? metered())
      const { instance } = await host.WebAssembly.instantiate(bytes, imports)
      watched = watch(instance)
      return instance
    }
    // The loader turns the object it receives into the module, so each instance needs its own.
    initRDKit({
      ...options,
      instantiateWasm(imports, receive) {
        // The loader waits forever if it receives nothing.
        instantiate(imports).then(receive, reject)
        return {}
      },
    }).then((rdkit) => resolve({ rdkit, watched }), reject)
  })
}

/** Works from `src/chem`, `dist/chem` and `dist/command`. */
function metered(): string {
  return new URL('../../dist/RDKit_metered.wasm', import.meta.url).href
}

/**
 * Node reads files because its `fetch` does not; a browser fetches. `fs` comes from the process because importing a
 * Node module would prevent bundling for a browser.
 */
async function bytesAt(url: string): Promise<Uint8Array | ArrayBuffer> {
  const files = /^https?:/.test(url) ? undefined : host.process?.getBuiltinModule?.('fs')
  if (files) return bytesOf(url.startsWith('file:') ? new URL(url) : url, files)
  const response = await host.fetch(url, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${url} cannot be fetched`)
  return response.arrayBuffer()
}

/** In memory that is not of the C library: having freed a large block, glibc returns smaller ones no longer (10 MB). */
function bytesOf(file: string | URL, { openSync, fstatSync, readSync, closeSync }: Files): Uint8Array {
  const descriptor = openSync(file)
  try {
    const { size } = fstatSync(descriptor)
    const { buffer } = new host.WebAssembly.Memory({ initial: Math.ceil(size / 65_536) })
    const bytes = new Uint8Array(buffer, 0, size)
    readSync(descriptor, bytes)
    return bytes
  } finally {
    closeSync(descriptor)
  }
}

function watch({ exports }: Instance): InstanceState {
  const memory = Object.values(exports).find((value) => value?.constructor?.name === 'Memory') as Memory | undefined
  const refused = { value: false }
  if (memory) noteRefusals(memory, refused)
  return {
    memory: memory ?? null,
    steps: (exports['steps left'] as InstanceState['steps'] | undefined) ?? null,
    refused,
  }
}

/** The loader turns a refusal into a C++ error that RDKit does not report. */
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
