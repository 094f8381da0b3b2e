// Bundles the scripts of the pages, each into one file with its libraries, and writes the styles next to them. `report`
// is the script of HTML reports, `app` that of the interactive page, and `judge` that of its worker.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { withoutEval } from './without-eval.mjs'

const out = 'dist/page'
mkdirSync(out, { recursive: true })
const own = (path) => readFileSync(`src/page/${path}`, 'utf8')
const licence = (name, file) => `With ${name}:\n${readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()}`

/** The page looks up recorded names only: the table of others is half the size of the page. */
const withoutNames = {
  name: 'without names',
  load: (id) => (/src.names\.ts$/.test(id) ? "export const furtherNames = ''" : null),
}

async function bundled(input, licences) {
  const bundle = await rolldown({
    input: `src/page/${input}`,
    platform: 'browser',
    tsconfig: false,
    plugins: [withoutEval, withoutNames],
    // package.json declares our files free of side effects, which is true of all others.
    treeshake: { moduleSideEffects: [{ test: /node-globals\.ts$/, sideEffects: true }] },
    // RDKit needs these only in Node.
    external: ['node:fs', 'node:crypto', 'node:module'],
    onLog: (level, log, pass) => (log.code === 'EMPTY_IMPORT_META' ? null : pass(level, log)),
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false, globals: () => '{}' })
  await bundle.close()
  if (output.length !== 1) throw new Error(`${input} is not one file`)
  return `/*\n${licences.join('\n\n')}\n*/\n${withoutControls(output[0].code)}`
}

/**
 * Escapes control characters: a page would not pass them on unchanged, and its policy identifies the script by its
 * hash.
 */
function withoutControls(code) {
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
  return code.replace(control, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const tables = licence('datatables.net', 'License.txt')
writeFileSync(`${out}/report.js`, await bundled('main.ts', [tables]))
writeFileSync(
  `${out}/app.js`,
  await bundled('app/main.ts', [
    tables,
    licence('openchemlib', 'LICENSE'),
    licence('buffer', 'LICENSE'),
    licence('fflate', 'LICENSE'),
  ]),
)
writeFileSync(
  `${out}/judge.js`,
  await bundled('judge/main.ts', [licence('buffer', 'LICENSE'), 'With @rdkit/rdkit (BSD-3-Clause)']),
)
writeFileSync(`${out}/report.css`, own('report.css'))
writeFileSync(`${out}/app.css`, own('report.css') + own('app/app.css'))
