// Arrays of a few kinds that lie anywhere in the memory.

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

/** For the few bytes of a molecule, a loop takes less time than the call of `memory.fill`. */
export function fillBytes(from: usize, value: i32, length: i32): void {
  const eight = <u64>(value & 255) * 0x0101010101010101
  for (let i = 0; i < length; i += 8) store<u64>(from + <usize>i, eight)
}
