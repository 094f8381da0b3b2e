const empty = -1

/** Numbers for pairs of whole numbers: the same for equal pairs, from 0 in the order in which they come. */
export class Interned {
  #size = 4096
  #first = new Int32Array(this.#size)
  #second = new Int32Array(this.#size)
  #number = new Int32Array(this.#size).fill(empty)
  #known = 0

  get size(): number {
    return this.#known
  }

  of(first: number, second: number): number {
    const mask = this.#size - 1
    let at = hash(first, second) & mask
    for (; this.#number[at] !== empty; at = (at + 1) & mask) if (this.#first[at] === first && this.#second[at] === second) return this.#number[at]!
    if (this.#known * 2 >= this.#size) {
      this.#grow()
      return this.of(first, second)
    }
    this.#put(at, first, second, this.#known)
    return this.#known++
  }

  #put(at: number, first: number, second: number, number: number): void {
    this.#first[at] = first
    this.#second[at] = second
    this.#number[at] = number
  }

  #grow(): void {
    const [first, second, number] = [this.#first, this.#second, this.#number]
    this.#size *= 2
    this.#first = new Int32Array(this.#size)
    this.#second = new Int32Array(this.#size)
    this.#number = new Int32Array(this.#size).fill(empty)
    for (let i = 0; i < number.length; i++) {
      if (number[i] === empty) continue
      let at = hash(first[i]!, second[i]!) & (this.#size - 1)
      while (this.#number[at] !== empty) at = (at + 1) & (this.#size - 1)
      this.#put(at, first[i]!, second[i]!, number[i]!)
    }
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
