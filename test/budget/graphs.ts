/** Graphs that are hard to distinguish or to search, as hydrocarbons: every vertex is a carbon. */
export interface Graph {
  readonly size: number
  readonly edges: readonly (readonly [number, number])[]
}

/** A cycle whose opposite vertices are joined: a cubic graph. */
export function mobius(size: number): Graph {
  const around = Array.from({ length: size }, (_, i) => [i, (i + 1) % size] as const)
  return { size, edges: [...around, ...Array.from({ length: size / 2 }, (_, i) => [i, i + size / 2] as const)] }
}

/** Chords of a cycle by their lengths, repeated around it (Lederberg, Coxeter and Frucht). */
export function lcf(lengths: readonly number[], size: number): Graph {
  const edges = new Map<string, readonly [number, number]>()
  const join = (a: number, b: number) =>
    edges.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)])
  for (let i = 0; i < size; i++) {
    join(i, (i + 1) % size)
    join(i, (((i + lengths[i % lengths.length]!) % size) + size) % size)
  }
  return { size, edges: [...edges.values()] }
}

export function prism(size: number): Graph {
  return {
    size: 2 * size,
    edges: Array.from(
      { length: size },
      (_, i) =>
        [
          [i, (i + 1) % size],
          [size + i, size + ((i + 1) % size)],
          [i, size + i],
        ] as const,
    ).flat(),
  }
}

/** A honeycomb closed in both directions: every vertex has three neighbours. */
export function torus(width: number, height: number): Graph {
  const at = (x: number, y: number, side: number) =>
    2 * (((x + width) % width) * height + ((y + height) % height)) + side
  const cells = Array.from({ length: width * height }, (_, i) => [Math.floor(i / height), i % height] as const)
  return {
    size: 2 * width * height,
    edges: cells.flatMap(
      ([x, y]) =>
        [
          [at(x, y, 0), at(x, y, 1)],
          [at(x, y, 0), at(x - 1, y, 1)],
          [at(x, y, 0), at(x, y - 1, 1)],
        ] as const,
    ),
  }
}

/** A piece of the diamond lattice: adamantane and its larger homologues. */
export function diamond(cells: number): Graph {
  const places = new Map<string, number>()
  for (let x = 0; x < 4 * cells; x++)
    for (let y = 0; y < 4 * cells; y++)
      for (let z = 0; z < 4 * cells; z++) {
        const even = x % 2 === y % 2 && y % 2 === z % 2
        if (even && (x + y + z) % 4 === (x % 2 === 0 ? 0 : 3)) places.set(`${x} ${y} ${z}`, places.size)
      }
  const edges = [...places].flatMap(([place, from]) => {
    const [x, y, z] = place.split(' ').map(Number) as [number, number, number]
    if (x % 2 !== 0) return []
    return [
      [1, 1, 1],
      [1, -1, -1],
      [-1, 1, -1],
      [-1, -1, 1],
    ].flatMap(([dx, dy, dz]) => {
      const to = places.get(`${x + dx!} ${y + dy!} ${z + dz!}`)
      return to === undefined ? [] : [[from, to] as const]
    })
  })
  return { size: places.size, edges }
}

/**
 * The Cai-Furer-Immerman graph of a cubic graph, with ten vertices for each of its vertices: refinement of classes
 * alone does not separate them. Source: Cai, Furer, Immerman 1992, doi:10.1007/BF01305232.
 */
export function caiFurerImmerman({ size, edges }: Graph): Graph {
  const made: (readonly [number, number])[] = []
  const ends = new Map<string, number>()
  let count = 0
  for (let vertex = 0; vertex < size; vertex++) {
    const own = edges.flatMap((edge, i) => (edge.includes(vertex) ? [i] : []))
    for (const edge of own) for (const side of [0, 1]) ends.set(`${vertex} ${edge} ${side}`, count++)
    for (let choice = 0; choice < 1 << own.length; choice++) {
      const sides = own.map((_, k) => (choice >> k) & 1)
      if (sides.reduce((sum, side) => sum + side, 0) % 2 !== 0) continue
      const middle = count++
      own.forEach((edge, k) => made.push([middle, ends.get(`${vertex} ${edge} ${sides[k]}`)!]))
    }
  }
  edges.forEach(([a, b], edge) =>
    [0, 1].forEach((side) => made.push([ends.get(`${a} ${edge} ${side}`)!, ends.get(`${b} ${edge} ${side}`)!])),
  )
  return { size: count, edges: made }
}

/** A fullerene of 60 + 10 n atoms: five-membered rings at both ends of a tube. */
export function fullerene(belts: number): Graph {
  // Layers from cap to cap: 5, 5, 10 ... 10, 5, 5 atoms for tubes of the (5,5) kind.
  const edges: (readonly [number, number])[] = []
  const ring = (from: number, size: number) => Array.from({ length: size }, (_, i) => from + i)
  const cap = ring(0, 5)
  const spokes = ring(5, 5)
  let count = 10
  cap.forEach((a, i) => edges.push([a, cap[(i + 1) % 5]!], [a, spokes[i]!]))
  // Pairs of atoms follow each spoke and are bonded to those of its neighbours.
  let layer = ring(count, 10)
  count += 10
  spokes.forEach((a, i) => edges.push([a, layer[2 * i]!], [a, layer[2 * i + 1]!]))
  spokes.forEach((_, i) => edges.push([layer[2 * i + 1]!, layer[(2 * i + 2) % 10]!]))
  for (let belt = 0; belt < belts; belt++) {
    const next = ring(count, 10)
    count += 10
    layer.forEach((a, i) => edges.push([a, next[i]!]))
    for (let i = belt % 2 === 0 ? 0 : 1; i < 10; i += 2) edges.push([next[i]!, next[(i + 1) % 10]!])
    layer = next
  }
  const outer = ring(count, 5)
  const last = ring(count + 5, 5)
  count += 10
  const shift = belts % 2 === 0 ? 0 : 1
  outer.forEach((a, i) =>
    edges.push(
      [a, layer[(2 * i + shift + 1) % 10]!],
      [a, layer[(2 * i + shift + 2) % 10]!],
      [a, last[i]!],
      [last[i]!, last[(i + 1) % 5]!],
    ),
  )
  return { size: count, edges }
}

/** A SMILES with single bonds only. */
export function smilesOf({ size, edges }: Graph, atom: (vertex: number) => string = () => 'C'): string {
  const beside = Array.from({ length: size }, (): number[] => [])
  for (const [a, b] of edges) {
    beside[a]!.push(b)
    beside[b]!.push(a)
  }
  const parent = new Array<number>(size).fill(-1)
  const order = new Array<number>(size).fill(-1)
  const below = Array.from({ length: size }, (): number[] => [])
  let seen = 0
  const visit = (a: number) => {
    order[a] = seen++
    for (const b of beside[a]!)
      if (order[b] === -1) {
        parent[b] = a
        below[a]!.push(b)
        visit(b)
      }
  }
  visit(0)
  const labels = new Map<string, number>()
  const free: number[] = []
  let most = 0
  const label = (a: number, b: number) => {
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`
    const open = labels.get(key)
    if (open !== undefined) {
      labels.delete(key)
      free.push(open)
    } else labels.set(key, free.pop() ?? ++most)
    const n = open ?? labels.get(key)!
    return n < 10 ? `${n}` : n < 100 ? `%${n}` : `%(${n})`
  }
  const write = (a: number): string => {
    const closes = beside[a]!.filter((b) => parent[a] !== b && parent[b] !== a)
      .map((b) => label(a, b))
      .join('')
    const texts = below[a]!.map(write)
    return `${atom(a)}${closes}${texts.map((text, i) => (i < texts.length - 1 ? `(${text})` : text)).join('')}`
  }
  return write(0)
}
