import { recorded, Rows } from '../law.js'
import { oddComponent } from '../mutate.js'
import { pick } from '../random.js'

/**
 * An odd component next to a recorded substance never hides it, and structures readable alone are readable together.
 */
export const name = 'components'

const atOnce = 100

/**
 * Laws list these acids without their salts: next to a cation without its anion, an acid is that anion in neutral form.
 */
const acids = ['Cl', 'I', 'O=S(=O)(O)O']
const netCharge = (text) =>
  [...text.matchAll(/\[[^\]]*?([+-]+)(\d*)(?::\d+)?\]/g)].reduce(
    (sum, [, signs, count]) => sum + (signs[0] === '+' ? 1 : -1) * (count ? Number(count) : signs.length),
    0,
  )

export async function run(random, untilDeadline, report) {
  const rows = new Rows({ screen: true })
  const verdicts = async (texts) => (await rows.of(texts)).map((row) => JSON.parse(row).verdict)
  while (untilDeadline()) {
    const actives = Array.from({ length: atOnce }, () => pick(random, recorded))
    const odd = actives.map(() => oddComponent(random))
    const [alone, other, together] = [
      await verdicts(actives),
      await verdicts(odd),
      await verdicts(actives.map((active, i) => (i % 2 ? `${active}.${odd[i]}` : `${odd[i]}.${active}`))),
    ]
    actives.forEach((active, i) => {
      const lost = together[i] === 'uncontrolled' && alone[i] !== 'uncontrolled'
      const hidden = together[i] === 'unreadable' && other[i] !== 'unreadable'
      const isSalt = acids.includes(active) && netCharge(odd[i]) > 0
      if ((lost && !isSalt) || hidden)
        report.difference(`${active} with ${odd[i]}`, { alone: alone[i], other: other[i], together: together[i] })
    })
    report.tried(atOnce)
  }
}
