import { afterAll, beforeAll, expect, it } from 'vitest'
import { Engine, EngineFailure, OutOfBudget } from '../../src/chem/engine.js'

/** The tests are compiled without the types of a browser. */
interface Memory {
  grow: (pages: number) => number
}
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    instantiate: (bytes: unknown, imports: unknown) => Promise<{ readonly instance: { readonly exports: object } }>
    readonly Memory: new () => Memory
    readonly RuntimeError: new (message: string) => Error
  }
}

let engine: Engine
beforeAll(async () => {
  engine = await Engine.start()
})
afterAll(() => engine.close())

const thrown = (run: () => unknown) => {
  try {
    return run()
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}
class Exception {}

it.each([
  ['a WebAssembly error', new WebAssembly.RuntimeError('unreachable'), 'unreachable'],
  ['a stack overflow', new RangeError('too deep'), 'too deep'],
  ['a C++ exception, which is a number', 5345, 'exception'],
  ['a C++ exception, which is an object', new Exception(), 'exception'],
  ['an error without words', new WebAssembly.RuntimeError(''), 'exception'],
])('%s breaks the instance until it is replaced', async (_, error, words) => {
  const fail = () =>
    engine.run(() => {
      throw error
    })
  expect(thrown(fail)).toBe(`EngineFailure: the structure reader failed (${words})`)
  expect(engine.broken).toBe(true)
  expect(thrown(() => engine.run(() => 1))).toBe('EngineFailure: the structure reader must be restarted first')
  await engine.revive()
  expect(engine.broken).toBe(false)
  expect(engine.run(() => 1)).toBe(1)
})

it.each([new TypeError('ours'), new SyntaxError('ours'), { message: 'ours' }])(
  'another error is not of the engine: %s',
  (error) => {
    expect(() =>
      engine.run(() => {
        throw error
      }),
    ).toThrow(error as Error)
    expect(engine.broken).toBe(false)
  },
)

it('a pattern is compiled once, and what is none is named', () => {
  expect(engine.pattern('[#8]')).toBe(engine.pattern('[#8]'))
  expect(engine.pattern('[#7]')).not.toBe(engine.pattern('[#8]'))
  expect(thrown(() => engine.pattern('[#8'))).toBe('SyntaxError: not a SMARTS pattern: [#8')
})

it('the log has the messages since it was last read', () => {
  engine.takeLog()
  expect(engine.withMol('C1CC', '', (mol) => mol)).toBeNull()
  expect(engine.takeLog()).toContain('unclosed ring')
  expect(engine.takeLog()).toBe('')
})

it('a molecule is freed, also after an error', () => {
  const freed = (use: () => unknown) => {
    let own: { get_smiles(): string } | null = null
    thrown(() =>
      engine.withMol('CO', '', (mol) => {
        own = mol
        return use()
      }),
    )
    return thrown(() => own!.get_smiles())
  }
  expect(engine.withMol('CO', '', (mol) => mol!.get_smiles())).toBe('CO')
  expect(freed(() => 1)).toContain('deleted object')
  expect(
    freed(() => {
      throw new TypeError('ours')
    }),
  ).toContain('deleted object')
})

it('a new instance is not worn, and a closed one can do nothing', async () => {
  const own = await Engine.start()
  expect([own.worn, own.broken, own.closed]).toEqual([false, false, false])
  expect(own.inchikey('')).toBeNull()
  own.pattern('[#8]')
  own.close()
  own.close()
  expect([own.broken, own.closed]).toEqual([true, true])
  expect(() => own.pattern('[#8]')).toThrow(EngineFailure)
  expect(own.takeLog()).toBe('')
})

it('memory that is refused is reported as such', async () => {
  const { instantiate } = WebAssembly
  WebAssembly.instantiate = async (bytes, imports) => {
    const made = await instantiate(bytes, imports)
    for (const value of Object.values(made.instance.exports) as unknown[])
      if (value instanceof WebAssembly.Memory)
        value.grow = () => {
          throw new RangeError('refused')
        }
    return made
  }
  const own = await Engine.start().finally(() => {
    WebAssembly.instantiate = instantiate
  })
  own.checkMemory()
  expect(() => own.run((rdkit) => rdkit.get_mol('C'.repeat(2e7)))).toThrow(OutOfBudget)
  expect(thrown(() => own.checkMemory())).toBe('OutOfBudget: it takes more than 512 MB of memory')
  own.begin()
  expect(() => own.checkMemory()).not.toThrow()
})
