// Prints the results of a Stryker report: the survivors with their positions, and the score with its interval.
import { readFileSync } from 'node:fs'

export function print(reportFile) {
  const { files } = JSON.parse(readFileSync(reportFile, 'utf8'))
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((m) => ({ ...m, file, was: between(source, m.location) })),
  )
  const tried = all.filter((m) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(m.status))
  const missed = tried.filter((m) => m.status === 'Survived' || m.status === 'NoCoverage')
  for (const { file, location, status, was, replacement } of missed)
    console.log(
      `${file}:${location.start.line}:${location.start.column} ${status === 'NoCoverage' ? 'not reached' : 'survived'}: ${short(was)} -> ${short(replacement)}`,
    )
  const noticed = tried.length - missed.length
  const count = (status) => all.filter((m) => m.status === status).length
  const [low, high] = wilson(noticed, tried.length).map((p) => (100 * p).toFixed(1))
  console.log(
    `${all.length} changes, ${tried.length} tried, ${noticed} noticed (${count('Timeout')} by time), ${count('NoCoverage')} not reached, ${count('RuntimeError')} errors: ${((100 * noticed) / tried.length).toFixed(1)} % (95 %: ${low} to ${high})`,
  )
}

/** The Wilson interval for a proportion, at 95 %. */
function wilson(hits, n) {
  const z = 1.959964
  const p = hits / n
  const middle = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return [middle - spread, middle + spread].map((x) => x / (1 + (z * z) / n))
}

const short = (text) => text.replace(/\s+/g, ' ').slice(0, 120)

function between(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1)
  return lines.join('\n').slice(start.column - 1)
}
