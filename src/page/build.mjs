// Bundles the scripts of the pages, each into one file with the libraries it needs; the styles go beside them.
// `report` is the script of HTML reports, `app` that of the page that asks, and `judge` that of the worker of this page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { withoutEval } from './without-eval.mjs'

const out = 'dist/page'
mkdirSync(out, { recursive: true })
const own = (path) => readFileSync(`src/page/${path}`, 'utf8')
const licence = (name, file) => `With ${name}:\n${readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()}`

async function bundled(input, licences) {
  const bundle = await rolldown({
    input: `src/page/${input}`,
    platform: 'browser',
    tsconfig: false,
    plugins: [withoutEval],
    // package.json says that our files do nothing when they are imported, which is true of all others.
    treeshake: { moduleSideEffects: [{ test: /node-globals\.ts$/, sideEffects: true }] },
    // RDKit asks for these where it runs in Node.
    external: ['node:fs', 'node:crypto', 'node:module'],
    onLog: (level, log, pass) => (log.code === 'EMPTY_IMPORT_META' ? null : pass(level, log)),
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false, globals: () => '{}' })
  await bundle.close()
  if (output.length !== 1) throw new Error(`${input} is not one file`)
  return `/*\n${licences.join('\n\n')}\n*/\n${withoutControls(output[0].code)}`
}

/** Control characters are written out: a page would not hand them on as they are, and its policy knows the script by its hash. */
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
