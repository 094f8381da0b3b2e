import { recorded, Rows } from '../law.js'
import { oddComponent } from '../mutate.js'
import { pick } from '../random.js'

/** An odd component next to a recorded substance: it never hides it, and what is readable alone is readable together. */
export const name = 'components'

const atOnce = 100

/** Laws list these acids and leave out their salts: next to ions or metals they are read as the acid of a salt. */
const acids = ['Cl', 'O=S(=O)(O)O']
const makesSalt = (component) => /[+-]|Li|Na|K|Mg|Ca|Ba|Al|Fe|Cu|Zn|Pd|Mn|Hg/.test(component)

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
      const isSalt = acids.includes(active) && makesSalt(odd[i])
      if ((lost && !isSalt) || hidden)
        report.difference(`${active} with ${odd[i]}`, { alone: alone[i], other: other[i], together: together[i] })
    })
    report.tried(atOnce)
  }
}
