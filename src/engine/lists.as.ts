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
