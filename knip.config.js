/** What programs outside `src` import of the build, `dist`, counts as imported of its source. As long as the original, since knip cuts by place. */
const ofTheSource = (text) => text.replaceAll(/(['"]\.\.\/(?:\.\.\/)?)dist\//g, '$1src//')

/** @type {import('knip').KnipConfig} */
export default {
  // What is started or loaded by name. Commands in package.json, tests and their configuration are found without being listed.
  entry: [
    'bin/*.{mjs,cjs}',
    'src/cli/start.ts',
    'src/batch/threads/{worker,drawing-thread}.ts',
    'src/batch/input/parquet/thread.ts',
    'src/service/thread.ts',
    'src/screen/kernel-exports.as.ts',
    'src/page/{main.ts,build.mjs,app/main.ts,judge/main.ts}',
    'test/batch/fragile-worker.js',
    'test/support/*.cjs',
    'bench/*.js',
    'torture/modes/*.js',
    '.ci/*.js',
    'mutation/*.mjs',
  ],
  project: ['{src,test,bin,bench,torture,mutation,.ci}/**/*.{ts,js,mjs,cjs}', '*.{ts,js,mjs}'],
  // Programs of the system; tests that need them are left out where they are missing.
  ignoreBinaries: ['fish', 'java', 'snakemake', 'groff', 'mkfifo'],
  // mutation/package.json has the first; vitest brings the second.
  ignoreDependencies: ['@stryker-mutator/api', '@vitest/expect'],
  // The bundle of src/cli/start.ts.
  ignoreUnresolved: ['../src//command/coverage.cjs'],
  compilers: { js: ofTheSource, mjs: ofTheSource },
}
