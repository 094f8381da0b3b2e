// The table of a run, beside the figures of an earlier one.
import { writeFileSync } from 'node:fs'
import { median } from './measure.js'

export class Table {
  /** @param earlier figures of another run by name, as `write` leaves them; or nothing to compare with */
  constructor(earlier) {
    this.earlier = earlier?.figures ?? {}
    this.figures = {}
  }

  heading(text) {
    console.log(`\n${text}`)
  }

  /** A rate in structures/s, with what the run took. */
  rate(name, count, { seconds, peak, busy }) {
    const took = peak > 0 ? `${busy.toFixed(1)} s of processors, ${Math.round(peak)} MB at most` : 'memory not known'
    this.#line(name, `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} structures/s, ${took}`)
    this.#keep(name, { structures_per_second: count / seconds, seconds, processor_seconds: busy, memory_mb: peak })
  }

  seconds(name, value) {
    this.#line(name, `${value.toFixed(3)} s`)
    this.#keep(name, { seconds: value })
  }

  /** A ratio, the median of pairs, with what is aimed at (`least` or `most`) and what it was the last time. */
  ratio(name, ratios, { least, most } = {}) {
    const ratio = median(ratios)
    const all = ratios.length > 1 ? `, the median of ${ratios.map((r) => r.toFixed(2)).join(', ')}` : ''
    const notes = [
      ...(least === undefined ? [] : [`target: at least ${least}`]),
      ...(most === undefined ? [] : [`target: at most ${most}`]),
      ...(this.earlier[name]?.ratio === undefined ? [] : [`before: ${this.earlier[name].ratio.toFixed(2)}`]),
    ]
    this.#line(name, `${ratio.toFixed(2)}${all}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`)
    this.#keep(name, { ratio, ratios })
  }

  note(name, text) {
    this.#line(name, text)
  }

  /** Writes all figures, so that a later run can be compared with this one. */
  write(file, about) {
    writeFileSync(file, `${JSON.stringify({ ...about, figures: this.figures }, null, 2)}\n`)
  }

  #line(name, value) {
    console.log(`  ${name.padEnd(42)}${value}`)
  }

  #keep(name, figure) {
    if (name in this.figures) throw new Error(`bench: two figures are called "${name}"`)
    this.figures[name] = figure
  }
}
