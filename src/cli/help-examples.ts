/** Examples below the help of each command, by command. A test runs every one of them. */
export const examples: Readonly<Record<string, readonly (readonly [line: string, does: string])[]>> = {
  check: [
    ["coverage check 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'", 'every jurisdiction, today'],
    ['coverage check crotonylfentanyl -j CN,US --as-of 2019-05-01 --explain', 'a recorded name, a day, and why'],
    ['coverage check crotonylfentanyl -j US -o crotonyl.svg', 'a drawing with the deciding atoms'],
    ['coverage check mdma carfentanil -o found.html', 'a page for a browser'],
  ],
  batch: [
    ['coverage batch examples/fentanyls-2018.csv -o verdicts.ndjson', 'one output row for each input row'],
    [
      'coverage batch examples/fentanyls-2018.csv -j CN --as-of 2019-04-30 --only hits -o hits.html',
      'the hits as a page',
    ],
    [
      'coverage batch examples/fentanyls-2018.csv -j US --format summary --fail-on unreadable',
      'counts only; exit code 1 if a row cannot be read',
    ],
  ],
  pipe: [
    ['coverage pipe < compounds.smi', 'one row for each line, as soon as it is checked'],
    ['coverage pipe -j US', 'SMILES, names and CAS numbers, under the law of one jurisdiction'],
  ],
  serve: [
    ['coverage serve', 'on this machine, port 8080'],
    ['COVERAGE_TOKEN=... coverage serve --port 0.0.0.0:8080 --log', 'for other machines, with a token'],
  ],
  mcp: [['coverage mcp -j US,CN', 'as the server command in the settings of an agent']],
  merge: [
    [
      'coverage merge part-1.ndjson part-2.ndjson -o verdicts.ndjson',
      'join the shards into the output of a single run',
    ],
  ],
  page: [['coverage page -o coverage.html', 'one file that opens from disk, a USB stick or a web server']],
  report: [['coverage report verdicts.ndjson -o verdicts.html', 'turn batch output into a page']],
  history: [
    ['coverage history mdma -j US', 'every change, with its citation'],
    ['coverage history mdma -o mdma.html', 'the same as a page with time lines'],
  ],
  compare: [
    ['coverage compare examples/fentanyls-2018.csv --as-of 2018-11-26 --against 2019-05-01 -j CN', 'two days'],
    [
      'coverage compare examples/fentanyls-2018.csv --as-of 2018-02-05 --against 2018-02-06 --fail-on controlled',
      'exit code 1 if a row becomes controlled',
    ],
    ['coverage compare before.ndjson verdicts.ndjson -o changes.xlsx', 'two result files; the rows that change'],
    [
      'coverage compare examples/fentanyls-2018.csv -j CN --as-of 2018-11-26 --assume ' +
        'cn-proposed-fentanyl-class -o comparison.html',
      'the law, and the law with a rule that was proposed, as a page with plots',
    ],
  ],
  questions: [
    ['coverage questions -j DE', 'what the words of a law leave open, and how much depends on it'],
    ['coverage check bupropion -j DE --position de/medicine=yes', 'an answer to one of them, and what follows'],
  ],
  impact: [
    ['coverage impact cn-proposed-fentanyl-class --as-of 2018-11-26', 'a recorded proposal, under the law of a day'],
    ['coverage impact gb-cannabinoids-1ca-2016 --no-others -o impact.html', 'a page for printing'],
    ['coverage impact cn-proposed-fentanyl-class examples/medicines.csv --no-others', 'with a library of structures'],
  ],
  expect: [
    ['coverage expect examples/expectations.csv', 'verdicts that must not change'],
    [
      'coverage expect examples/inventory.csv -j US --write expectations.csv',
      'expectations made from the current answers',
    ],
    [
      'coverage expect --lint examples/untidy.csv',
      'rows that cannot be read, occur twice, or disagree with the records',
    ],
  ],
  'law list': [['coverage law list', 'what is recorded, and up to which day it was reviewed']],
  'law show': [['coverage law show carfentanil', 'every listing of a substance']],
  'law search': [['coverage law search 9821', 'records with this code']],
  'law stats': [['coverage law stats --as-of 2019-05-01', 'how much is controlled on a day']],
  'law edition compile': [['coverage law edition compile -o edition.json', 'the records as one file for --edition']],
  'law edition sign': [['coverage law edition sign edition.json --key private.pem', 'writes edition.json.sig']],
  'law edition verify': [
    ['coverage law edition verify', 'check the hash of the shipped edition'],
    ['coverage law edition verify edition.json --key public.pem', 'and the signature of the holder of this key'],
  ],
  'law edition changes': [
    ['coverage law edition changes analogue-coverage-law', 'how the shipped edition differs from that package'],
  ],
  'law decided': [
    [
      'coverage law decided -j CZ,SE --since 2014-01-01',
      'what share of the recorded structures these laws decide, by year',
    ],
  ],
  'law gaps': [['coverage law gaps -j CN', 'known gaps in the Chinese records']],
  'law lint': [['coverage law lint', 'checks of the records']],
  'law reconcile': [
    [
      'coverage law reconcile ca examples/ca-class-b-precursors-2026-06-05.csv --list ca-schedule-6-class-b',
      'compare a printed list with the records',
    ],
  ],
  'law replay': [
    [
      'coverage law replay ca examples/ca-changes-2025-2026.csv',
      'first and last days from dated texts and amendments, compared with the records',
    ],
  ],
  'law draft': [
    [
      'coverage law draft jp examples/jp-names.csv -o drafts',
      'draft records from an official list, for review (needs OPSIN)',
    ],
  ],
  'law pages': [
    ['coverage law pages --check', 'whether the pages are up to date'],
    ['coverage law pages -o site', 'the law as a site, a page for each record'],
  ],
  'rule compare': [
    [
      'coverage rule compare de-npsg-7-benzimidazoles-2025 gb-nitazenes',
      'clause by clause, with structures that only one covers',
    ],
  ],
  'rule new': [
    ['coverage rule new cn-draft.json --parent fentanyl', 'an empty draft and its examples file'],
    [
      'coverage rule new zz-nitazenes.json --parent de-npsg-7-benzimidazoles-2025',
      'a draft with the clauses of a recorded rule',
    ],
  ],
  'rule test': [['coverage rule test cn-fentanyl-class', 'run a rule against its examples']],
  verify: [['coverage verify verdicts.ndjson', 'whether each row is still right']],
  config: [['coverage config', 'the settings in effect and their sources']],
  completion: [
    ['source <(coverage completion bash)', 'in ~/.bashrc'],
    ['source <(coverage completion zsh)', 'in ~/.zshrc, after compinit'],
    ['coverage completion fish > ~/.config/fish/completions/coverage.fish', 'once'],
    ['coverage completion powershell | Out-String | Invoke-Expression', 'in $PROFILE'],
  ],
}

/** Examples shown below the help of a command; empty if it has none. */
export function examplesText(path: string, most: number): string {
  const lines = (examples[path] ?? []).slice(0, most).map(([line, does]) => `  ${line}\n      ${does}`)
  return lines.length === 0 ? '' : `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.join('\n')}`
}
