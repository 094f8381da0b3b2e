/**
 * Joins one step of each of some rows, small enough to stay in registers until all are done: by "or", or else by "and".
 * @param rows address of the addresses of the rows
 */
@inline
export function joinRows(rows: usize, n: i32, from: usize, into: usize, byOr: bool): void {
  let a = i32x4.splat(byOr ? 0 : -1)
  let b = a
  let c = a
  let d = a
  for (let at = rows, end = rows + (<usize>n << 2); at < end; at += 4) {
    const row = load<usize>(at) + from
    a = byOr ? v128.or(a, v128.load(row)) : v128.and(a, v128.load(row))
    b = byOr ? v128.or(b, v128.load(row, 16)) : v128.and(b, v128.load(row, 16))
    c = byOr ? v128.or(c, v128.load(row, 32)) : v128.and(c, v128.load(row, 32))
    d = byOr ? v128.or(d, v128.load(row, 48)) : v128.and(d, v128.load(row, 48))
  }
  v128.store(into + from, a)
  v128.store(into + from, b, 16)
  v128.store(into + from, c, 32)
  v128.store(into + from, d, 48)
}
