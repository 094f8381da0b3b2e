/** Words of the doors for programs: `pipe`, `serve`, `mcp`. */
export const doorWords = {
  pipe: 'Answers line by line: reads SMILES or JSON objects from stdin and writes one JSON row for each line as soon as it is checked.',
  pipeNote:
    'A line is a SMILES with a name after it, or a JSON object with fields as in batch. Rows keep the order of the lines;\na line that cannot be read is a row with its problem. Ends with its input, or at SIGTERM.',
  notice:
    'Not legal advice. The answers cover only the law in this edition: a substance not found may still be controlled.',
} as const
