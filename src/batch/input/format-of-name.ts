import type { InputFormat } from './batch-record.js'

const extensions: Readonly<Record<string, InputFormat>> = {
  smi: 'smi',
  smiles: 'smi',
  txt: 'smi',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  sdf: 'sdf',
  sd: 'sdf',
  mol: 'sdf',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  parquet: 'parquet',
  pq: 'parquet',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
}

/** The format that a file name implies, ignoring `.gz` and `.zst`; null if none. */
export function formatOfName(file: string): InputFormat | null {
  const extension = /\.([^./\\]+)$/.exec(file.replace(/\.(gz|zst)$/i, ''))?.[1]?.toLowerCase()
  return extension === undefined ? null : (extensions[extension] ?? null)
}
