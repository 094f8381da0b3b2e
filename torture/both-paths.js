import { Rows } from './law.js'

/** The screen and the full path, which write the same rows. */
export class BothPaths {
  #screened = new Rows({ screen: true })
  #full = new Rows({ screen: false })

  /** Judges structures by both, and reports those whose rows differ. */
  async compare(texts, report) {
    const [a, b] = [await this.#screened.of(texts), await this.#full.of(texts)]
    texts.forEach((text, i) => {
      if (a[i] !== b[i]) report.difference(text, { screen: brief(a[i]), full: brief(b[i]) })
    })
    report.tried(texts.length)
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
