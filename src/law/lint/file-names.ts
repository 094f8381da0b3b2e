import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import type { Check } from './record-check.js'

export const idsAreFileNames: Check = {
  id: 'file-names',
  reads: 'the id of a record is the name of its file',
  run: fileNames,
}

function fileNames(records: Records): RecordProblem[] {
  return (
    [...records.files]
      // A file of several versions has an id of its own; the ids of the versions are checked elsewhere.
      .filter(([key, file]) => /^(substance|term|list|rule|versions):/.test(key) && !records.places?.has(file))
      .map(([key, file]) => ({
        id: key.slice(key.lastIndexOf(':') + 1),
        stem: file.replace(/^.*\//, '').replace(/(?:\.versions)?\.json$/, ''),
        file,
      }))
      .filter(({ id, stem }) => id !== stem)
      .map(({ id, stem, file }) => ({ file, field: 'id', found: id, expected: `the file name, ${stem}` }))
  )
}
