import { existsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
const firefox = process.env.FIREFOX ?? '/usr/bin/firefox-esr'
const opsin = ['/usr/bin/java', process.env.OPSIN_JAR ?? '/usr/share/java/opsin-cli.jar']
const inCi = process.env.CI === 'true'
/**
 * Tests that need system programs, run wherever those exist; `.ci/run` installs them. In CI a missing browser or OPSIN
 * is a failure.
 */
const needs = {
  'test/library/browser.test.ts': inCi ? [] : [chromium],
  'test/page/firefox.nightly.test.ts': [firefox],
  'test/page/!(firefox)*': inCi ? [] : [chromium],
  'test/data/opsin.test.ts': inCi ? [] : opsin,
  'test/reference/names.long.test.ts': inCi ? [] : opsin,
  'test/cli/draft.long.test.ts': inCi ? [] : opsin,
  'test/cli/inchi.long.test.ts': inCi ? [] : ['node_modules/indigo-ketcher/package.json'],
  'test/slurm/**': ['/usr/sbin/slurmctld', '/usr/sbin/slurmd', '/usr/sbin/munged'],
  'test/completion/zsh.nightly.test.ts': ['/usr/bin/zsh'],
  'test/python/package.nightly.test.ts': ['/usr/bin/python3', '/usr/lib/python3/dist-packages/setuptools'],
  'test/completion/fish.nightly.test.ts': ['/usr/bin/fish'],
  'test/examples/parallel.nightly.test.ts': ['/usr/bin/parallel'],
  'test/examples/snakemake.nightly.test.ts': ['/usr/bin/snakemake'],
}
const left = Object.entries(needs).filter(
  ([tests, programs]) => !programs.every((p) => existsSync(p)) || (tests.includes('slurm') && process.getuid?.() !== 0),
)
// Vitest reads this file once for each project.
const isTold = process.env['COVERAGE_LEFT_TOLD'] !== undefined
for (const [tests, programs] of isTold ? [] : left)
  console.log(`left out: ${tests} (needs ${programs.join(', ')}${tests.includes('slurm') ? ', as root' : ''})`)
process.env['COVERAGE_LEFT_TOLD'] = 'yes'

/** What `npm test` need not run again: the files passed, and nothing that they use has changed. */
const unchanged = (process.env['COVERAGE_UNCHANGED'] ?? '').split(':').filter((file) => file !== '')
const exclude = [...left.map(([tests]) => tests), ...unchanged]
const long = 'test/**/*.long.test.ts'
/** Comparisons of a sample: a small one in quick tests, a larger one that contains it in long ones, which `all` runs only. */
const shares = 'test/**/*.share.test.ts'
/** What needs programs that few have: `.ci/nightly`. */
const nightly = 'test/**/*.nightly.test.ts'
/** A long test that measures the memory of its process, which must be its own alone. */
const alone = 'test/server/load.long.test.ts'

/** Files that take longest or wait longest come first: one that begins last would run on while other workers idle. */
const longest = [
  'slurm/array.nightly',
  'page/app.long',
  'page/every-page.long',
  'cli/help-examples.long',
  'cli/hostile-input.long',
  'batch/screened.long',
  'library/package.long',
  'cli/compare-sets.long',
  'page/files.long',
  'cli/resume.long',
  'python/package.nightly',
  'impact/compare-rules.long',
  'cli/impact.long',
  'cli/positions.long',
  'doors/same-rows.test',
  'matrix/matrix.test',
  'data/opsin.test',
  'data/generated.test',
  'server/app.test',
  'batch/pool.long',
  'page/table.long',
]
const place = ({ moduleId }: TestSpecification): number => {
  const found = longest.findIndex((name) => moduleId.includes(`/test/${name}`))
  return found < 0 ? longest.length + (moduleId.includes('.long.') ? 0 : 1) : found
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map((file) => file.project.name))]
    return projects.flatMap((name) =>
      sorted.filter((file) => file.project.name === name).sort((a, b) => place(a) - place(b)),
    )
  }
}

export default defineConfig({
  test: {
    // Our code is translated again only where it changed.
    experimental: { fsModuleCache: true },
    // npm test runs the quick ones, npm run test:long the others: comparisons over thousands of structures, killed and
    // resumed runs, schedulers. CI runs all in one project, whose workers load RDKit, the law and our code once.
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['test/**/*.test.ts'], exclude: [...exclude, long, nightly] },
      },
      {
        extends: true,
        test: { name: 'long', include: [long, shares], exclude: [...exclude, alone], env: { LONG: 'true' } },
      },
      {
        extends: true,
        test: {
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, nightly, alone],
          env: { LONG: 'true' },
        },
      },
      { extends: true, test: { name: 'nightly', include: [nightly], exclude } },
      { extends: true, test: { name: 'long-alone', include: [alone], exclude, isolate: true } },
    ],
    // The files of a worker share its modules: RDKit, the compiled law and our own code are loaded once for all of
    // them.
    isolate: false,
    setupFiles: ['test/support/ready.ts'],
    // A thread that ends while Node compiles for it in the background can end its process, if that compiling asks for
    // marking in steps: "Assertion failed: (data.first) != nullptr" of NodePlatform::ForIsolate. Tests end many threads.
    // JavaScript is optimised ten times later, as in `bin/coverage.js`: comparisons of thousands of structures take a
    // quarter less processor time.
    execArgv: ['--no-incremental-marking', '--max-semi-space-size=64', '--interrupt-budget=600000'],
    sequence: { sequencer: LongestFirst },
    // Ends only tests that hang: a test of 5 s took over a minute on a busy machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A worker grows to about 2 GB: RDKit, the law and all that its files leave in memory.
    maxWorkers: Math.max(2, Math.min(availableParallelism(), Math.floor(totalmem() / 3e9))),
  },
})
