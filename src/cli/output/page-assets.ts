import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PageAssets } from '../../report/documents.js'
import { CannotRun } from '../host.js'
import { pageScript, pageStyle } from '../paths.js'

/** Script and style of every page. @throws {CannotRun} if the package was not built */
export function pageAssets(): PageAssets {
  return assetsOf(pageScript, pageStyle)
}

/** @throws {CannotRun} as above */
export function assetsOf(scriptFile: string, styleFile: string): PageAssets {
  // A script element ends at the first closing tag, wherever it occurs.
  const script = textOf(scriptFile).replace(/<\/(?=script)/gi, '<\\/')
  const style = textOf(styleFile)
  return { script, style, scriptHash: hash('sha256', script, 'base64'), styleHash: hash('sha256', style, 'base64') }
}

/** @throws {CannotRun} as above */
export function textOf(path: string): string {
  return builtFile(path).toString()
}

/** @throws {CannotRun} as above */
export function builtFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new CannotRun(`there is no ${path}; build the package with: npm run build`)
  }
}
