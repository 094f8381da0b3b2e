// Replaces `vitest` in the bundled tests: it keeps them, so that one process can run them again for each mutant.
import { readFileSync } from 'node:fs'
import { format } from 'node:util'
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
export const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
)
expect.extend = (matchers) => chai.expect.extend(expect, matchers)
expect.extend(customMatchers)
expect.extend({
  toMatchFileSnapshot: (received, file) => ({
    pass: readFileSync(file, 'utf8') === received,
    message: () => `another text than that of ${file}`,
  }),
})

const kept = (globalThis.keptTests ??= { file: '', tests: [] })
let path = []
/** Hooks of the file that is being loaded. */
let hooks = { file: '', before: [], after: [] }
const own = () => (hooks.file === kept.file ? hooks : (hooks = { file: kept.file, before: [], after: [] }))

export function test(name, run) {
  const id = [kept.file, ...path, name].join(' > ')
  const again = kept.tests.filter((t) => t.id === id || t.id.startsWith(`${id} (`)).length
  kept.tests.push({
    id: again === 0 ? id : `${id} (${again + 1})`,
    file: kept.file,
    before: own().before,
    after: own().after,
    run,
  })
}

export function describe(name, fill) {
  const outside = [path, own()]
  path = [...path, name]
  fill()
  ;[path, hooks] = outside
}

/** A setup hook runs once, before the first test that needs it. */
export function beforeAll(run) {
  let done
  hooks = { ...own(), before: [...own().before, () => (done ??= Promise.resolve(run()))] }
}
export function beforeEach(run) {
  hooks = { ...own(), before: [...own().before, run] }
}
export function afterAll() {}
export function afterEach(run) {
  hooks = { ...own(), after: [...own().after, run] }
}

const each = (one) => (rows) => (name, run) => {
  for (const row of rows) {
    const args = Array.isArray(row) ? row : [row]
    const named = name.replace(/\$(\w+)/g, (_, key) => String(row?.[key]))
    one(format(named, ...args.slice(0, named.match(/%[sdijo]/g)?.length ?? 0)), () => run(...args))
  }
}
test.each = each(test)
describe.each = each(describe)
test.runIf = (yes) => (yes ? test : Object.assign(() => {}, { each: () => () => {} }))
/** @alias test */
export const it = test
