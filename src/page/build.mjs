// Bundles the script of the pages, with the table library, into one file; the style goes beside it.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rolldown } from 'rolldown'

const out = 'dist/page'
mkdirSync(out, { recursive: true })
const bundle = await rolldown({ input: 'src/page/main.ts', platform: 'browser', tsconfig: false })
const { output } = await bundle.generate({ format: 'iife', minify: true })
await bundle.close()
if (output.length !== 1) throw new Error('the script of the pages is not one file')
const licence = readFileSync('node_modules/datatables.net/License.txt', 'utf8').trim()
writeFileSync(`${out}/report.js`, `/* With DataTables (https://datatables.net):\n${licence}\n*/\n${output[0].code}`)
copyFileSync('src/page/report.css', `${out}/report.css`)
