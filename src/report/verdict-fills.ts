import type { SetVerdict } from '../matching/index.js'

/** Colours of verdict cells. `uncontrolled` has none: green would promise more than the records can. */
export const verdictFills = {
  listed: 'F8C9CE',
  class: 'FBE3B8',
  controlled: 'F8C9CE',
  depends: 'E4D5F5',
  undecided: 'E4D5F5',
  unreadable: 'E3E5E8',
} satisfies Record<Exclude<SetVerdict, 'uncontrolled'> | 'unreadable', string>
