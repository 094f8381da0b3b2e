// Counts the work of a WebAssembly module: each loop iteration decrements a global, exported as `steps left`; below
// zero the module traps. This makes the work limit of a structure the same on every machine. Format: WebAssembly Core
// Specification, part 5 (binary format).

const sectionIds = { memory: 5, global: 6, export: 7, code: 10 }
/** Initial number of steps, until the caller sets another. */
const mostSteps = [0xff, 0xff, 0xff, 0xff, 0x07]

/** @param {Uint8Array} bytes @param {number} pages maximum memory, in pages of 64 KB */
export function metered(bytes, pages) {
  const from = new Input(bytes)
  const sections = [...from.sections()]
  const out = new Output(bytes.length * 2)
  const steps = from.globals(sections)
  out.copy(bytes, 0, 8)
  for (const { id, start, end } of sections) {
    from.at = start
    out.sized(() => {
      if (id === sectionIds.memory) {
        out.number(from.number())
        out.bytes([from.byte() | 1])
        out.number(from.number())
        out.number(pages)
      } else if (id === sectionIds.global) {
        out.number(from.number() + 1)
        out.copy(bytes, from.at, end)
        out.bytes([0x7f, 1, 0x41, ...mostSteps, 0x0b])
      } else if (id === sectionIds.export) {
        out.number(from.number() + 1)
        out.copy(bytes, from.at, end)
        const name = Buffer.from('steps left')
        out.bytes([name.length, ...name, 3])
        out.number(steps)
      } else if (id === sectionIds.code) functions(from, out, bytes, steps)
      else out.copy(bytes, start, end)
    }, id)
  }
  return out.whole()
}

function functions(from, out, bytes, steps) {
  const index = new Output(5)
  index.number(steps)
  const global = [...index.whole()]
  // global.get, i32.const 1, i32.sub, global.set, global.get, i32.const 0, i32.lt_s, if, unreachable, end
  const count = Uint8Array.from([
    0x23,
    ...global,
    0x41,
    1,
    0x6b,
    0x24,
    ...global,
    0x23,
    ...global,
    0x41,
    0,
    0x48,
    0x04,
    0x40,
    0x00,
    0x0b,
  ])
  const many = from.number()
  out.number(many)
  for (let i = 0; i < many; i++) {
    const size = from.number()
    const end = from.at + size
    out.sized(() => {
      let copied = from.at
      for (let groups = from.number(); groups > 0; groups--) {
        from.skipNumber()
        from.at++
      }
      while (from.at < end) {
        if (!from.skipInstruction()) continue
        out.copy(bytes, copied, from.at)
        out.copy(count, 0, count.length)
        copied = from.at
      }
      out.copy(bytes, copied, end)
    })
  }
}

class Input {
  at = 8

  constructor(bytes) {
    this.bytes = bytes
  }

  byte() {
    return this.bytes[this.at++]
  }

  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte()
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }

  skipNumber() {
    while (this.byte() >= 128);
  }

  skipNumbers(count) {
    for (; count > 0; count--) this.skipNumber()
  }

  *sections() {
    while (this.at < this.bytes.length) {
      const id = this.byte()
      const size = this.number()
      const start = this.at
      yield { id, start, end: start + size }
      this.at = start + size
    }
  }

  /** Number of globals in the module, including imported ones. */
  globals(sections) {
    let count = 0
    const imports = sections.find(({ id }) => id === 2)
    this.at = imports?.start ?? 0
    for (let left = imports ? this.number() : 0; left > 0; left--) {
      for (let names = 2; names > 0; names--) {
        const length = this.number()
        this.at += length
      }
      const kind = this.byte()
      if (kind === 0) this.skipNumber()
      else if (kind === 3) {
        this.at += 2
        count++
      } else if (kind === 4) {
        this.at++
        this.skipNumber()
      } else {
        if (kind === 1) this.at++
        this.skipNumbers(this.number() & 1 ? 2 : 1)
      }
    }
    this.at = sections.find(({ id }) => id === sectionIds.global).start
    return count + this.number()
  }

  /** Skips one instruction and returns whether it begins a loop. */
  skipInstruction() {
    const code = this.byte()
    if (withNumber.has(code)) this.skipNumber()
    else if (withNumbers.has(code) || (code >= 0x28 && code <= 0x3e)) this.skipNumbers(2)
    else if (code === 0x43) this.at += 4
    else if (code === 0x44) this.at += 8
    else if (code === 0x0e) this.skipNumbers(this.number() + 1)
    else if (code === 0x1c) this.at += this.number()
    else if (code === 0xfc) this.#skipBulk()
    else if (code === 0xfd) this.#skipVector()
    else if (!plain.has(code) && !(code >= 0x45 && code <= 0xc4))
      throw new Error(`instruction 0x${code.toString(16)} at ${this.at - 1} is not known here`)
    return code === 0x03
  }

  #skipBulk() {
    const code = this.number()
    if (code >= 8) this.skipNumbers([8, 10, 12, 14].includes(code) ? 2 : 1)
  }

  #skipVector() {
    const code = this.number()
    if (code <= 11 || code === 92 || code === 93) this.skipNumbers(2)
    else if (code === 12 || code === 13) this.at += 16
    else if (code >= 21 && code <= 34) this.at++
    else if (code >= 84 && code <= 91) {
      this.skipNumbers(2)
      this.at++
    }
  }
}

/** Blocks, branches, calls, variables, constants, memory size, references; exceptions as Emscripten writes them. */
const withNumber = new Set([
  0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x12, 0x18, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26,
  0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2,
])
const withNumbers = new Set([0x11, 0x13])
const plain = new Set([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x19, 0x1a, 0x1b, 0xd1])

class Output {
  #at = 0
  #bytes

  constructor(size) {
    this.#bytes = new Uint8Array(size)
  }

  bytes(values) {
    for (const value of values) this.#bytes[this.#at++] = value
  }

  number(value) {
    do {
      const low = value & 127
      value >>>= 7
      this.#bytes[this.#at++] = value ? low | 128 : low
    } while (value)
  }

  copy(bytes, start, end) {
    this.#bytes.set(bytes.subarray(start, end), this.#at)
    this.#at += end - start
  }

  /** The output of `write`, preceded by its size in five bytes. */
  sized(write, id = null) {
    if (id !== null) this.bytes([id])
    const start = this.#at
    this.#at += 5
    write()
    const size = this.#at - start - 5
    for (let i = 0; i < 5; i++) this.#bytes[start + i] = ((size >>> (7 * i)) & 127) | (i < 4 ? 128 : 0)
  }

  whole() {
    return this.#bytes.slice(0, this.#at)
  }
}
