// Drafts of records from official lists.
export {
  draftRows,
  namesOf,
  type Draft,
  type DraftedRow,
  type Failure,
  type ReadName,
  type Remark,
} from './draft-rows.js'
export { readNamesTable, type NamesRow } from './names-table.js'
