import type { RunIdentity } from '../../batch/index.js'
import type { LawIndex, Query } from '../../matching/index.js'
import type { BatchOptions, OutputFormat } from './batch-options.js'

/** Whether the rows of a format can be continued after they were written in part. */
export function isContinued(format: OutputFormat): boolean {
  return format !== 'parquet' && format !== 'xlsx' && format !== 'html'
}

/** The options of a batch that its rows depend on. */
export function identityOf(
  options: BatchOptions,
  format: OutputFormat,
  schema: 1 | 2,
  query: Query,
  law: LawIndex,
): Omit<RunIdentity, 'asOf' | 'files'> {
  const {
    header,
    smilesCol,
    inchiCol,
    inchikeyCol,
    casCol,
    nameCol,
    idCol,
    lookup,
    bom,
    sheet,
    identify,
    explain,
    only,
  } = options
  return {
    edition: law.edition.sha256,
    options: JSON.parse(
      JSON.stringify({
        format,
        ...(format === 'ndjson' ? { schema } : {}),
        header,
        smilesCol,
        inchiCol,
        inchikeyCol,
        casCol,
        nameCol,
        idCol,
        lookup,
        bom,
        sheet,
        identify,
        explain,
        only,
        jurisdictions: query.jurisdictions,
        assume: query.assume,
        precursors: query.precursors,
        chemicalWeapons: query.chemicalWeapons,
        future: query.future,
      }),
    ) as Record<string, unknown>,
  }
}
