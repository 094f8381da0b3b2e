import { issuesOf, type Inspection, type Issue } from './issue.js'

/** SARIF 2.1.0 (OASIS), as code scanning services accept it. */
export function sarif(inspection: Inspection): Record<string, unknown> {
  const issues = issuesOf(inspection)
  const rules = [...new Map(issues.map((issue) => [issue.rule, issue])).values()]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: inspection.tool.name,
            semanticVersion: inspection.tool.version,
            rules: rules.map(descriptor),
          },
        },
        artifacts: [
          {
            location: { uri: uriOf(inspection.file) },
            ...(inspection.sha256 ? { hashes: { 'sha-256': inspection.sha256 } } : {}),
          },
        ],
        results: issues.map((issue) => ({
          ruleId: issue.rule,
          ruleIndex: rules.findIndex((r) => r.rule === issue.rule),
          level: issue.level,
          message: { text: `${issue.id}: ${issue.message}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(issue.file), index: 0 },
                ...(issue.line === null ? {} : { region: { startLine: issue.line } }),
              },
            },
          ],
        })),
        properties: {
          edition: inspection.edition,
          rows: inspection.rows,
          ...(inspection.positions && { positions: inspection.positions }),
        },
      },
    ],
  }
}

function descriptor({ rule, reads, url }: Issue): Record<string, unknown> {
  return { id: rule, shortDescription: { text: reads }, ...(url ? { helpUri: url } : {}) }
}

/** A path as a URI reference; a relative path stays relative. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/')
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/')
    ? `file://${encoded}`
    : /^[A-Za-z]:\//.test(path)
      ? `file:///${path[0]}:${encoded.slice(4)}`
      : encoded
}
