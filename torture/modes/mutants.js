import { recorded, Rows } from '../law.js'
import { mutated } from '../mutate.js'

/** Damaged and recombined recorded structures: the screen and the full path write the same rows. */
export const name = 'mutants'

const atOnce = 250

export async function run(random, untilDeadline, report) {
  const screened = new Rows({ screen: true })
  const full = new Rows({ screen: false })
  while (untilDeadline()) {
    const texts = Array.from({ length: atOnce }, () => mutated(random, recorded))
    const [a, b] = [await screened.of(texts), await full.of(texts)]
    texts.forEach((text, i) => {
      if (a[i] !== b[i]) report.difference(text, { screen: brief(a[i]), full: brief(b[i]) })
    })
    report.tried(atOnce)
  }
}

/** Nearly always the verdict, the names or the findings differ; the rest of a row describes the run. */
function brief(row) {
  const { verdict, structure, jurisdictions, problem } = JSON.parse(row)
  return {
    verdict,
    structure,
    problem,
    by: jurisdictions.map(
      (j) => `${j.code} ${j.findings.map((f) => f.substance ?? f.ruleId ?? f.rule ?? f.why ?? f.gap).join()}`,
    ),
  }
}
