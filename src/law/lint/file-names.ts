import type { RecordProblem } from '../bad-record.js'
import type { Records } from '../records.js'
import type { Check } from './check.js'

export const idsAreFileNames: Check = {
  id: 'file-names',
  reads: 'the id of a record is the name of its file',
  run: fileNames,
}

function fileNames(records: Records): RecordProblem[] {
  return [...records.files]
    .filter(([key]) => /^(substance|term|list|rule):/.test(key))
    .map(([key, file]) => ({
      id: key.slice(key.indexOf(':') + 1),
      stem: file.replace(/^.*\//, '').replace(/\.json$/, ''),
      file,
    }))
    .filter(({ id, stem }) => id !== stem)
    .map(({ id, stem, file }) => ({ file, field: 'id', found: id, expected: `the file name, ${stem}` }))
}
