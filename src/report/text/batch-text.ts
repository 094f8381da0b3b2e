import type { ProblemCode } from '../../chem/index.js'
import type { Verdict } from '../../matching/index.js'
import { mismatchWords, notRecordedIn } from '../words/problem-words.js'
import { Chalk } from 'chalk'
import { verdictOrder as kinds, type ShownVerdict } from '../shown-verdict.js'
import { indented, widthOf } from './wrap.js'

export interface BatchCounts {
  readonly total: number
  readonly verdicts: Readonly<Record<Verdict | 'unreadable', number>>
  readonly jurisdictions: ReadonlyMap<string, Readonly<Record<Verdict, number>>>
  readonly problems: ReadonlyMap<ProblemCode, number>
  readonly mismatches: number
}

export function closingLine(counts: BatchCounts, seconds: number, before = 0): string {
  const lost = notRecordedIn(counts.problems)
  const verdicts = kinds.map((k) => `${counts.verdicts[k]} ${k}`).join(', ')
  const parts = lost > 0 ? `${verdicts} (${lost} not recorded)` : verdicts
  const rate =
    seconds > 0 ? ` (${seconds.toFixed(1)} s, ${Math.round((counts.total - before) / seconds)} per second)` : ''
  const mismatch = counts.mismatches > 0 ? `${mismatchWords(counts.mismatches)}\n` : ''
  return `${mismatch}${counts.total} ${counts.total === 1 ? 'input' : 'inputs'}: ${parts}${rate}\n`
}

export function stopLine(signal: string, rows: number, output: string | null): string {
  const kept =
    rows === 0
      ? 'nothing was written yet'
      : output === null
        ? 'the rows written so far are kept'
        : `${output} has them; continue with --resume`
  return `stopped by ${signal} after ${rows} rows; ${kept}\n`
}

export interface Palette {
  readonly verdict: Readonly<Record<ShownVerdict | 'proposed', (text: string) => string>>
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

export interface TextStyle {
  readonly colour: boolean
  readonly width: number
}

/** Where lines are shown. */
export interface Screen {
  readonly width: number
  readonly colours: Palette
}

export function screenOf({ colour, width }: TextStyle): Screen {
  return { width: widthOf(width), colours: palette(colour) }
}

/** Sentences below an answer: the basis of it all. */
export function footText(texts: readonly string[], { width, colours }: Screen, rest = ''): string {
  return `${texts.flatMap((text) => indented(text, width, '', rest).map((line) => colours.faint(line))).join('\n')}\n`
}

/** `uncontrolled` has no colour of its own: green would promise more than the records can. */
export function palette(colour: boolean): Palette {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  return {
    verdict: {
      listed: chalk.bold.red,
      class: chalk.bold.yellow,
      undecided: chalk.bold.magenta,
      uncontrolled: (text) => text,
      unreadable: chalk.inverse,
      'not recorded': chalk.inverse,
      proposed: chalk.cyan,
      controlled: chalk.bold.yellow,
      depends: chalk.bold.magenta,
    },
    strong: chalk.bold,
    faint: chalk.dim,
  }
}
