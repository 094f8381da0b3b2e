import type { Verdict } from '../matching/index.js'

/** Colours of verdict cells. `uncontrolled` has none: green would promise more than the records can. */
export const verdictFills = {
  listed: 'F8C9CE',
  class: 'FBE3B8',
  undecided: 'E4D5F5',
  unreadable: 'E3E5E8',
} satisfies Record<Exclude<Verdict, 'uncontrolled'> | 'unreadable', string>
