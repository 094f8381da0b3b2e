import { typoWords } from './command-words.js'

/** Texts of the program interfaces: `serve`, `mcp`. */
export const programWords = {
  notice:
    'Not legal advice. The answers cover only the law in this edition: a substance not found may still be controlled.',
  unreadable: 'That does not mean it is uncontrolled.',
  nothingIn: (codes: readonly string[]) => `no recorded entry or rule covers it in ${codes.join(', ')}`,
  lawOf: (day: string, edition: string) => `Law of ${day}, edition ${edition}.`,
  reviewed: (laws: readonly string[]) => `Law reviewed up to: ${laws.join(', ')}; later amendments are not included.`,
  question: 'undecided because',
  noHistory: 'computing its history exceeds the work limit for one structure',
  noRule: (id: string) => `no class rule ${id}; search_law finds rules by their words`,
  noArgument: (name: string, near: readonly string[], known: readonly string[]) =>
    `no argument ${name}.${typoWords.didYouMean(near) || typoWords.known(known)}`,
  brokenMessage: 'the line is not a JSON-RPC message',
  longMessage: (most: number) => `the line is longer than ${most} bytes`,
  moreAnswers: (count: number) => `(${count} more)`,
  moreHits: (shown: number, total: number) => `${shown} of ${total} records`,
} as const
