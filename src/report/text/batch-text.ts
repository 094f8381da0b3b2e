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

interface ProgressState {
  readonly done: number
  /** Of these, rows done by this run and not by an earlier one that it resumes. */
  readonly new?: number
  /** Null if the run does not count them. */
  readonly hits: number | null
  readonly seconds: number
  /** Share of the bytes read, 0 to 1; null if the size is unknown. */
  readonly share: number | null
}

export function progressLine(state: ProgressState, width: number): string {
  const rate = state.seconds > 0 ? (state.new ?? state.done) / state.seconds : 0
  const tail =
    `${state.done} done, ${Math.round(rate)}/s` + `${state.hits === null ? '' : `, ${state.hits} listed or class`}`
  if (state.share === null) return tail.slice(0, width - 1)
  const left = state.share > 0.01 ? (state.seconds / state.share) * (1 - state.share) : null
  const text =
    `${String(Math.floor(state.share * 100)).padStart(3)}%  ${tail}` +
    `${left === null ? '' : `, ${duration(left)} left`}`
  const bar = Math.min(30, width - text.length - 5)
  if (width === Infinity || bar < 5) return text.slice(0, width - 1)
  const full = Math.round(bar * state.share)
  return `[${'#'.repeat(full)}${'.'.repeat(bar - full)}] ${text}`
}

export function logLine(state: ProgressState): string {
  return progressLine(state, Infinity).replace(/^\[[#.]*\] +/, '')
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

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
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
