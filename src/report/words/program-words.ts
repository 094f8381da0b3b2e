import { typoWords } from './command-words.js'

/** Texts of the program interfaces: `pipe`, `serve`, `mcp`. */
export const programWords = {
  pipe:
    'Answers line by line: reads SMILES or JSON objects from stdin and writes one JSON row for each line ' +
    'as soon as it is checked.',
  pipeNote:
    'A line is a SMILES, optionally followed by a name, or a JSON object with fields as in batch. Rows ' +
    'are in input order;\nunreadable lines are kept with a reason. Ends when its input ends, or on ' +
    'SIGTERM.',
  mcp:
    'Answers agents over the Model Context Protocol on stdin and stdout: tools that check structures and ' +
    'read the law. All are read-only.',
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
