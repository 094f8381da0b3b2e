/** What is used of WebAssembly's own interface; the core has no type library of a host that defines it. */
interface WasmHost {
  instantiate(...args: unknown[]): Promise<unknown>
  instantiateStreaming?(...args: unknown[]): Promise<unknown>
}

export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** The steps that a metered module has left; see `bin/meter-wasm.mjs`. */
interface Steps {
  value: number
}

/** What is watched of a module. */
export interface Watched {
  readonly memory: Memory | null
  /** Null where the module is not metered. */
  readonly steps: Steps | null
  /** Whether more memory was asked for than there may be. */
  readonly refused: { value: boolean }
}

/** The two words that the loader writes at the far end of the stack. Source: Emscripten, `writeStackCookie`. */
const cookie = [0x02135467, 0x89bacdfe] as const
const untouched = 0x5afe5afe
/** Words kept free at the far end of the stack: 4 KB of its 64 KB. */
const band = 1024

/**
 * Tells when RDKit used up its stack. The stack is 64 KB, and what overruns it writes over
 * RDKit's own data without an error: later answers would be wrong. SMILES take about 110
 * bytes of it for an atom of a chain, InChI about 160 for an atom of a chain of rings.
 */
export class StackGuard {
  readonly #memory: Memory
  readonly #start: number
  /** Made again where the memory has grown: its buffer is then another. */
  #band: Uint32Array

  private constructor(memory: Memory, start: number) {
    this.#memory = memory
    this.#start = start
    this.#band = this.#look()
    this.#band.fill(untouched)
  }

  /** Null where the memory or the end of the stack cannot be found. */
  static on(memory: Memory | null): StackGuard | null {
    if (!memory) return null
    const words = new Uint32Array(memory.buffer)
    for (let at = words.indexOf(cookie[0]); at >= 0; at = words.indexOf(cookie[0], at + 1)) {
      if (words[at + 1] === cookie[1]) return new StackGuard(memory, at + 2)
    }
    return null
  }

  /** True once anything was written into the band. */
  overrun(): boolean {
    if (this.#band.buffer !== this.#memory.buffer) this.#band = this.#look()
    // Asked after every structure: a loop takes a tenth of the time of `some`.
    const words = this.#band
    for (let i = 0; i < band; i++) if (words[i] !== untouched) return true
    return false
  }

  #look(): Uint32Array {
    return new Uint32Array(this.#memory.buffer, this.#start * 4, band)
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** Runs a loader and returns what it made, with the memory and the step counter of its module. One at a time: the host's own functions are watched meanwhile. */
export function withWatch<T>(load: () => Promise<T>): Promise<{ made: T } & Watched> {
  const mine = turn.then(() => watched(load))
  turn = mine.catch(() => undefined)
  return mine
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

async function watched<T>(load: () => Promise<T>): Promise<{ made: T } & Watched> {
  const host = (globalThis as unknown as { WebAssembly: WasmHost }).WebAssembly
  const { instantiate, instantiateStreaming } = host
  let memory: Memory | null = null
  let steps: Steps | null = null
  const refused = { value: false }
  const note = async (result: Promise<unknown>) => {
    const made = (await result) as { instance?: { exports: object }; exports?: object }
    const exports = made.instance?.exports ?? made.exports ?? {}
    const exported: unknown[] = Object.values(exports)
    steps = (exports as { 'steps left'?: Steps })['steps left'] ?? steps
    const found = exported.find((value) => value?.constructor?.name === 'Memory') as Memory | undefined
    if (found) noteRefusals((memory = found), refused)
    return made
  }
  host.instantiate = (...args) => note(instantiate.apply(host, args))
  if (instantiateStreaming) host.instantiateStreaming = (...args) => note(instantiateStreaming.apply(host, args))
  try {
    return { made: await load(), memory, steps, refused }
  } finally {
    host.instantiate = instantiate
    if (instantiateStreaming) host.instantiateStreaming = instantiateStreaming
  }
}
