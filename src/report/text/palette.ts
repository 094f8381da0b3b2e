import { Chalk } from 'chalk'
import type { SetVerdict } from '../../matching/index.js'

export interface Palette {
  readonly verdict: Readonly<Record<SetVerdict | 'unreadable' | 'proposed', (text: string) => string>>
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
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
      proposed: chalk.cyan,
      controlled: chalk.bold.yellow,
      depends: chalk.bold.magenta,
    },
    strong: chalk.bold,
    faint: chalk.dim,
  }
}
