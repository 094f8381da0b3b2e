/** Atoms as runs of consecutive numbers, in their own order: 1, 2, 3, 7 is 1-3,7. */
export function atomRuns(atoms: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const atom of atoms) {
    const run = runs.at(-1)
    if (run && atom === run[1] + 1) run[1] = atom
    else runs.push([atom, atom])
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join()
}
