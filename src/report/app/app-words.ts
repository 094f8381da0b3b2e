/** Texts of the interactive page that are not translated: they are those of the command line. */
export const appWords = {
  command:
    'Writes an interactive page: draw, type or drop structures, and read the law, in a browser. One file ' +
    'that opens from disk and sends nothing.',
  needsScript: 'This page needs a browser that runs the script inside this file.',
  noFormat:
    'this page reads .smi, .csv, .tsv, .sdf, .mol, .ndjson and .xlsx files, also as .gz; use the command ' +
    'line for others',
  file: 'the rule',
  examples: 'the examples',
  whose: (id: string) =>
    `Cannot tell which jurisdiction the rule ${id} belongs to: choose one, or begin its id with the code ` +
    'of one (cn-draft).',
  noJson: (file: string, why: string) => `${file} cannot be read as JSON: ${why}`,
} as const
