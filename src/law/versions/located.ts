import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'

/** Problems in versions, each with the field of the file to change; a problem that versions share is reported once. */
export function located(records: Records, problems: readonly RecordProblem[]): RecordProblem[] {
  if (!records.places) return [...problems]
  const found = new Map<string, RecordProblem>()
  for (const problem of problems) {
    const places = records.places.get(problem.file)
    const at = places ? { ...problem, file: fileOfVersion(problem.file), field: places.inFile(problem.field) } : problem
    found.set(JSON.stringify([at.file, at.field, at.found, at.expected]), at)
  }
  return [...found.values()]
}

/** The entry in `files` for a version: its file and the name of the version. */
export function nameOfVersion(file: string, version: string): string {
  return `${file} (version ${version})`
}

export function fileOfVersion(name: string): string {
  return name.replace(/ \(version [^()]+\)$/, '')
}
