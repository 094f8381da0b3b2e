import { editionName, type RunInfo } from '../run-info.js'
import type { ComparedVerdict } from '../comparison.js'

/** Words of the pages that `--format html` writes, in addition to those of findings. */
export const pageWords = {
  resultTitle: (day: string) => `Coverage on ${day}`,
  lawOf: (day: string) => `by the law of ${day}`,
  ownDays: (rows: number, all: number) =>
    `${rows} of ${all} rows have a day of their own, by whose law they are judged; it stands with each.`,
  structure: (n: number) => `Structure ${n}`,
  counts: 'Summary',
  all: 'all laws (strictest verdict)',
  jurisdiction: 'jurisdiction',
  rows: 'Rows',
  inputs: 'Structures',
  caption: 'One row for each structure; its number opens drawing, clauses and citations.',
  marks: 'In the columns: L listed, C class, ? undecided, \u2013 uncontrolled.',
  name: 'name and input',
  overall: 'verdict',
  by: 'by',
  number: 'no.',
  search: 'Search all columns',
  verdict: 'Verdict',
  anyVerdict: 'any',
  anyFinding: 'listed or class',
  where: 'in',
  anywhere: 'overall',
  moving: 'only rows that change verdict',
  openShown: 'Open all shown rows',
  closeShown: 'Close all shown rows',
  exportShown: 'Save these rows as CSV',
  exportName: 'coverage.csv',
  legend: 'What the verdicts mean',
  meanings: {
    listed:
      'an entry of a list in force that day names it, directly or by its words on salts, isomers, esters or ethers',
    class: 'no entry names it, and a class rule in force that day fits the whole structure',
    undecided:
      'the structure cannot decide: an open question of the text, stereochemistry left open, or an uncertain day',
    uncontrolled: 'none of these in the law of this edition; it may still be controlled',
    unreadable:
      'the input is not a structure, or a name or number that is not recorded; neither is the same as uncontrolled',
  } satisfies Record<ComparedVerdict, string>,
  needsScript: 'The table below needs a browser that runs the script inside this file. The summary does not.',
  facts: 'Structure',
  data: 'Data of the row',
  caveats: (code: string) => `Known gaps in the records of ${code}`,
  rests: 'Sources and limits',
  drawing: (id: string) => `Drawing of ${id}`,
  marked: (id: string, rule: string, clauses: readonly string[]) =>
    `Drawing of ${id} with the atoms of ${rule}` +
    `${clauses.length === 0 ? '' : `, ${clauses.length === 1 ? 'clause' : 'clauses'} ${clauses.join(', ')}`} marked`,
  cutClean: (listed: number, all: number) =>
    `${listed} of ${all} rows are shown; the others are uncontrolled and only counted.`,
  cutHits: (listed: number, all: number) =>
    `Only ${listed} of ${all} rows are shown, which is the most a page can hold. All are counted; write ` +
    '.ndjson or .csv to get every row.',
  stopped: (rows: number) => `The run was stopped early: only the first ${rows} rows were checked.`,
  only: (kind: string, listed: number, all: number) =>
    `${listed} of ${all} rows are shown (--only ${kind}); all are counted.`,
  madeBy: (run: RunInfo) => `${run.tool.name} ${run.tool.version}, edition ${editionName(run.edition, 64)}`,
  query: (run: RunInfo) => {
    const { jurisdictions, assume, kinds } = run.query
    return [
      `law of ${run.asOf}`,
      jurisdictions === null ? 'all jurisdictions' : jurisdictions.join(', '),
      ...(assume.length > 0 ? [`counting ${assume.join(', ')}`] : []),
      ...(kinds ? [`kinds of control: ${kinds.join(', ')}`] : []),
    ].join('; ')
  },
  file: (name: string, sha256: string | null) => (sha256 === null ? name : `${name} (sha256 ${sha256})`),
  historyOf: (name: string) => `History of ${name}`,
  histories: 'Histories',
  comparisonTitle: (names: readonly [string, string]) => `Comparison: ${names[0]}, and ${names[1]}`,
  steps: 'Coverage over the years',
  noSteps: 'No chart: charts are drawn for files of up to 300 structures.',
  race: (firstSeen: string, before: string, after: string) =>
    `first seen ${firstSeen}; days uncontrolled: ${before} → ${after}`,
  unmoved: 'the same in both',
  skip: 'Skip to the results',
} as const
