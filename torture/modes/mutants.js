import { BothPaths } from '../both-paths.js'
import { recorded } from '../law.js'
import { mutated } from '../mutate.js'

/** Damaged and recombined recorded structures: the screen and the full path write the same rows. */
export const name = 'mutants'

const atOnce = 250

export async function run(random, untilDeadline, report) {
  const paths = new BothPaths()
  while (untilDeadline())
    await paths.compare(
      Array.from({ length: atOnce }, () => mutated(random, recorded)),
      report,
    )
}
