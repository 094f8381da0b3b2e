// One run over the laws: looks at each, and writes the report.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from './client.mjs'
import { Folder } from './folder.mjs'
import { lookAt } from './look.mjs'
import { lawReport, reportOf } from './report.mjs'

/**
 * @param run what bin/law-watch.mjs was asked; `network` has other limits and places of hosts, for tests
 * @returns the report in Markdown and as data, and the exit code
 */
export async function watch({ laws, offline, agent, network = {}, output, ...run }) {
  const addresses = laws.flatMap(({ sources }) =>
    [...sources.texts.flatMap((t) => [t, t.newest ?? {}]), ...sources.announcements].flatMap((s) => s.address ?? []),
  )
  const work = mkdtempSync(join(tmpdir(), 'law-watch-'))
  try {
    const client = offline ? null : new Client(addresses, { agent, ...network })
    const context = { ...run, folder: new Folder(run.folder), client, output: output ?? work }
    // Of the run before, only the texts are kept.
    for (const own of ['laws', 'drafts']) rmSync(join(context.output, own), { recursive: true, force: true })
    // One law after another: a host is asked once at a time anyway, and each comparison is a process of its own.
    const looked = []
    for (const law of laws) looked.push(await lookAt(law, context))
    const markdown = reportOf({ day: run.today, laws: looked, folder: run.folder, offline })
    const exit = exitOf(looked)
    const report = { law_watch: 1, day: run.today, offline, exit, laws: looked }
    if (output !== null) write(output, markdown, report)
    return { markdown, report, exit }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** 2 if something could not be looked at, or nothing was; 1 if something is to review. */
function exitOf(laws) {
  const all = laws.flatMap((l) => [...l.texts, ...l.announcements])
  if (laws.some((l) => l.result === 'could not look') || all.every((s) => s.look !== 'looked')) return 2
  return laws.some((l) => l.result === 'to review') ? 1 : 0
}

function write(output, markdown, report) {
  mkdirSync(join(output, 'laws'), { recursive: true })
  writeFileSync(join(output, 'report.md'), markdown)
  writeFileSync(join(output, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  for (const law of report.laws) {
    const code = law.code.toLowerCase()
    if (law.result !== 'nothing new' && law.result !== 'by hand')
      writeFileSync(join(output, 'laws', `${code}.md`), `${lawReport(law).join('\n')}\n`)
    if (law.review === 0) continue
    mkdirSync(join(output, 'drafts', code), { recursive: true })
    writeFileSync(join(output, 'drafts', code, 'texts.json'), `${JSON.stringify(hashesOf(law), null, 2)}\n`)
  }
}

/** The texts that were looked at, and the hashes of their class wording, to be recorded with the rules. */
function hashesOf({ texts }) {
  return texts
    .filter((t) => t.look === 'looked')
    .map(({ id, address, day = null, sha256, official_words = [] }) => ({ id, address, day, sha256, official_words }))
}

/** Runs a command of coverage. @param program what Node starts, and options of every command */
export function coverage(program, more = []) {
  return (args) =>
    new Promise((resolve) => {
      const options = { maxBuffer: 1 << 28, encoding: 'utf8' }
      execFile(process.execPath, [...program, ...args, ...more], options, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 2, stdout, stderr }),
      )
    })
}
