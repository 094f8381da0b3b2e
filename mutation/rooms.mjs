/** For each folder: the files to mutate, and the tests that should notice. Patterns, so that files may move. */
export const rooms = {
  /** Code that decides by days and words only, without chemistry: quick. */
  words: {
    mutate: ['src/matching/**/{deciding-period,days,reach}.ts', 'src/law/query/period-status.ts'],
    tests: ['test/matching/**/{when,days,reach,identity-when}.test.ts', 'test/law/{period-status,records}.test.ts'],
  },
  matching: {
    mutate: ['src/matching/**/*.ts'],
    tests: [
      'test/matching/**/*.test.ts',
      'test/cases/*.test.ts',
      'test/identity/{acids,cases,forms,found.share,clauses-in-order}.test.ts',
      'test/data/rule-examples.test.ts',
      'test/matrix/matrix.test.ts',
      'test/screen/small-law.test.ts',
      'test/cli/{check,history,controls}.test.ts',
      // The schema of results, whose parts are in this room.
      'test/report/result-{schema,fields}.test.ts',
      '!**/*.long.test.ts',
    ],
  },
  rules: {
    mutate: ['src/rules/**/*.ts'],
    tests: [
      'test/matching/{fit-rule,terms,core-clauses,class-forms,graph}.test.ts',
      'test/screen/{screen,screen.share,decided}.test.ts',
      'test/data/rule-examples.test.ts',
    ],
  },
  law: {
    mutate: ['src/law/**/*.ts'],
    tests: ['test/law/**/*.test.ts', '!test/law/library-{cli,guide}.test.ts', '!**/*.long.test.ts'],
  },
  /** The kernel is AssemblyScript, which the tool cannot mutate. */
  screen: {
    mutate: ['src/screen/**/*.ts', '!**/*.as.ts'],
    // `tables-made` measures the memory of screens, which those of other tests share here.
    tests: ['test/screen/**/*.test.ts', '!test/screen/tables-made.test.ts', '!**/*.long.test.ts'],
  },
  chem: {
    mutate: ['src/chem/**/*.ts'],
    tests: [
      'test/chem/**/*.test.ts',
      'test/identity/{cases,forms,found.share}.test.ts',
      'test/screen/{drawn-stereo,recorded-drawings}*.test.ts',
      'test/screen/unusual.test.ts',
      '!**/*.long.test.ts',
    ],
  },
}
