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

/** Descriptions of question and answer fields in the schemas of `serve` and `mcp`. */
export const fieldWords = {
  anyInput: 'SMILES, InChI, recorded name or CAS number',
  day: 'Day of the law',
  verifiedThrough: 'Day up to which the law was reviewed; later amendments are not included',
  laws: 'The day up to which each law was reviewed',
  notice: 'What the answers do not cover',
  members: 'Of a set of structures, of which one is the substance: each with its verdicts',
  questions: 'Why it is undecided',
  rule: 'Id of a class rule, such as cn-fentanyl-class',
  limit: 'Records to show; 25 if not given',
  notModified: 'Not modified',
  lookup: 'False: strings are read as structures, never as names or numbers',
  identify: 'Which structures get SMILES and InChIKey',
  explain: 'Adds near misses and rules set aside',
  jurisdictionList: 'Codes or names, comma-separated',
  id: 'Name of the input in the answer',
  structure: 'SMILES, mol block or InChI',
  cas: 'CAS number of a recorded substance',
  name: 'Recorded name of a substance',
  asOf: 'Day of the law, YYYY-MM-DD; today if not given',
  jurisdictions:
    'Codes or names, such as US or Germany, as a list or separated by commas; all that are recorded if not given',
  kinds: 'The kinds of control that count; default: all up to chemical weapon',
} as const
