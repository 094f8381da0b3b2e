/** For each room that can be asked for: the files that are changed, and the tests that should notice. */
export const rooms = {
  /** What decides by days and words alone, and needs no chemistry: quick. */
  words: {
    mutate: [...['when', 'across/days', 'identity/reach'].map((f) => `src/matching/${f}.ts`), 'src/law/standing.ts'],
    tests: ['test/matching/{when,days,reach,identity-when}.test.ts', 'test/law/{standing,records}.test.ts'],
  },
  matching: {
    mutate: ['judge', 'identity/listed', 'classes/classes', 'identity/positional'].map((f) => `src/matching/${f}.ts`),
    tests: [
      'test/matching/{judge,class-forms,core-clauses,same-substance,parts}.test.ts',
      'test/cases/{us,us-class-rules,gb,cn,de-annexes,de-groups}.test.ts',
    ],
  },
  law: {
    mutate: ['src/law/lint/*.ts', 'src/law/assemble.ts'],
    tests: ['test/law/{lint,lint-days}.test.ts'],
  },
  screen: {
    mutate: ['src/screen/screen.ts'],
    tests: ['test/screen/{screen,certain}{,.long}.test.ts'],
  },
  chem: {
    mutate: ['src/chem/*.ts'],
    tests: ['test/chem/*.test.ts', 'test/identity/*.test.ts'],
  },
}
