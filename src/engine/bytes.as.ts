// Arrays of several element types at any address.

@inline
export function byteAt(from: usize, i: i32): i32 {
  return <i32>load<u8>(from + <usize>i)
}

@inline
export function setByte(from: usize, i: i32, value: i32): void {
  store<u8>(from + <usize>i, <u8>value)
}

@inline
export function shortAt(from: usize, i: i32): i32 {
  return <i32>load<i16>(from + (<usize>i << 1))
}

@inline
export function setShort(from: usize, i: i32, value: i32): void {
  store<i16>(from + (<usize>i << 1), <i16>value)
}

@inline
export function wordAt(from: usize, i: i32): i32 {
  return load<i32>(from + (<usize>i << 2))
}

@inline
export function setWord(from: usize, i: i32, value: i32): void {
  store<i32>(from + (<usize>i << 2), value)
}

/** Eight bytes at once. */
@inline
export function eightAt(from: usize, i: i32): u64 {
  return load<u64>(from + <usize>i)
}

@inline
export function setEight(from: usize, i: i32, value: u64): void {
  store<u64>(from + <usize>i, value)
}

/** 1 in each of eight bytes that is not zero. */
@inline
export function nonZero(eight: u64): u64 {
  return ((((eight & 0x7f7f7f7f7f7f7f7f) + 0x7f7f7f7f7f7f7f7f) | eight) >> 7) & eachByte
}

/** Multiplied by a byte, repeats it eight times. */
export const eachByte: u64 = 0x0101010101010101

/** Index of the first of eight bytes that is not zero. */
@inline
export function firstByte(eight: u64): i32 {
  return <i32>(ctz(eight) >> 3)
}

/** For the few bytes of a molecule, a loop is faster than calling `memory.fill`. */
export function fillBytes(from: usize, value: i32, length: i32): void {
  const eight = <u64>(value & 255) * eachByte
  for (let i = 0; i < length; i += 8) store<u64>(from + <usize>i, eight)
}

// Masks of atoms: atom `a` is bit `a & 31` of word `a >>> 5`.

@inline
export function isIn(mask: usize, atom: i32): bool {
  return ((wordAt(mask, atom >>> 5) >>> (atom & 31)) & 1) == 1
}

@inline
export function include(mask: usize, atom: i32): void {
  setWord(mask, atom >>> 5, wordAt(mask, atom >>> 5) | (1 << (atom & 31)))
}

// Lists: a length, then that many addresses or numbers.
const listAt = 4

@inline
export function lengthOf(list: usize): i32 {
  return load<i32>(list)
}

@inline
export function entryOf(list: usize, i: i32): usize {
  return <usize>load<u32>(list + (<usize>i << 2), listAt)
}
