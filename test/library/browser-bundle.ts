import { isBuiltin } from 'node:module'
import { rolldown } from 'rolldown'

/**
 * Bundles a script for a page, as one ES module.
 * @throws if anything but RDKit, which checks whether it is in Node, imports a module of Node
 */
export async function bundleForBrowser(entry: string): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    plugins: [
      {
        name: 'no Node',
        resolveId(id, importer) {
          if (!isBuiltin(id)) return null
          if (importer?.includes('/@rdkit/rdkit/')) return { id, external: true }
          throw new Error(`${importer} imports ${id}`)
        },
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  const [chunk, ...others] = output
  if (others.length > 0 || chunk.imports.length > 0)
    throw new Error(`the bundle is not one file: ${[...others.map((o) => o.fileName), ...chunk.imports].join(', ')}`)
  return chunk.code
}
