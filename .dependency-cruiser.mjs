/** Folders of src in one direction: a folder imports from itself and from those above it in this list, never from those below. */
const folders = [
  ['engine', 'our own chemistry in WebAssembly: certain or silent; knows no law and no RDKit'],
  ['chem', 'RDKit and plain chemistry; knows no law'],
  ['law', 'records, days and checks; compiling them needs chemistry'],
  ['rules', 'a class rule read once, for all that match structures against it'],
  ['matching', 'one candidate and the law on a day give findings'],
  ['sets', 'the structures that an input states of a substance that is only partly known; their verdicts folded'],
  ['identifiers', 'what a name, number or InChI means: a structure to judge, or none'],
  ['screen', 'answers without RDKit where that is certain; must equal matching'],
  ['answers', 'what some law says of a structure or an input: chooses the engine or RDKit, and no other folder does'],
  ['workers', 'threads that tasks run on, and which item of a task is to blame if one dies; knows no law'],
  ['report', 'findings become words, tables and pages; all words about law and verdicts'],
  ['batch', 'many candidates: streams, workers, journal'],
  ['impact', 'what a draft rule would do with sets of structures'],
  ['service', 'answers given one by one, on threads, for long-running processes'],
  ['mcp', 'tools for agents over a service; no transport'],
  ['server', 'requests and answers over a service; opens no port and reads no option'],
  ['desk', 'the work of those who keep the law: official texts read and compared, drafts; no answer needs it'],
  ['cli', 'the command line; the only folder that touches the process'],
]
const batchFolders = ['input', 'output', 'judge', 'threads', 'run']
const lawFolders = ['schema', 'records', 'parts', 'versions', 'edition', 'query', 'lint']
const reportFolders = ['words', 'text', 'document', 'drawing', 'impact', 'answers', 'law', 'html', 'app']
const pure = [
  'engine',
  'chem',
  'law',
  'rules',
  'matching',
  'sets',
  'identifiers',
  'screen',
  'answers',
  'report',
  'desk',
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...folders
      .map(([folder, reason], i) => ({
        name: `${folder}-imports-upwards-only`,
        comment: `src/${folder}: ${reason}. It must not know the folders that are built on it.`,
        severity: 'error',
        from: { path: `^src/${folder}/` },
        to: {
          path: folders
            .slice(i + 1)
            .map(([below]) => `^src/${below}/`)
            .concat('^src/index\\.ts$', '^src/page/')
            .join('|'),
        },
      }))
      .filter(({ to }) => to.path !== ''),
    ...batchFolders.slice(0, -1).map((folder, i) => ({
      name: `batch-${folder}-imports-one-way`,
      comment: 'A large file goes through src/batch in this order: each folder works without those that come after it.',
      severity: 'error',
      from: { path: `^src/batch/${folder}/` },
      to: { path: `^src/batch/(${batchFolders.slice(i + 1).join('|')})/` },
    })),
    ...lawFolders.slice(0, -1).map((folder, i) => ({
      name: `law-${folder}-imports-one-way`,
      comment: 'Schemas know no records, records no edition; searches and checks come last.',
      severity: 'error',
      from: { path: `^src/law/${folder}/` },
      to: { path: `^src/law/(${lawFolders.slice(i + 1).join('|')})/` },
    })),
    ...reportFolders.slice(0, -1).map((folder, i) => ({
      name: `report-${folder}-imports-one-way`,
      comment: 'Words come first, then text, drawings and the pages made of them.',
      severity: 'error',
      from: { path: `^src/report/${folder}/` },
      to: { path: `^src/report/(${reportFolders.slice(i + 1).join('|')})/` },
    })),
    {
      name: 'only-its-commands-load-the-desk',
      comment: 'What answers, and what reads the law records, starts without the work of those who keep them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(desk/|cli/commands/desk[./])' },
      to: { path: '^src/(desk|cli/commands/desk)/' },
    },
    {
      name: 'perceive-knows-no-text-and-no-pattern',
      comment: 'Rings and aromaticity depend on atoms and bonds alone, not on the input text or on patterns.',
      severity: 'error',
      from: { path: '^src/engine/perceive/' },
      to: { path: '^src/engine/(read|smarts)/' },
    },
    {
      name: 'read-and-smarts-apart',
      comment: 'A reader of SMILES needs no patterns, and a pattern is matched against a graph, not a text.',
      severity: 'error',
      from: { path: '^src/engine/(read|smarts)/' },
      to: { path: '^src/engine/(read|smarts)/', pathNot: '^src/engine/$1/' },
    },
    {
      name: 'only-answers-choose-the-engine',
      comment: 'Whether the screen or RDKit answers is decided in one place, by one rule of cost; ask src/answers.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(answers|screen)/' },
      to: { path: '^src/screen/' },
    },
    {
      name: 'runs-in-a-browser',
      comment: 'Judging also runs in browsers as a library: no file, process, clock or network of Node.',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      comment:
        'Files that need each other cannot be understood, tested or moved alone. Put what both need into a leaf file.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'declared-packages-only',
      comment:
        'A package that is not a dependency of ours may be gone after the next install. The page is bundled when the package is built.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/page/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'What the package ships must not need its tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|bin|examples)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
