import { withoutControls } from './controls.js'
import {
  failed,
  isFailure,
  issueText,
  type CaseResult,
  githubAnnotations,
  type Inspection,
  issuesOf,
  type PlacedIssue,
} from './github.js'

/** The report of an inspection for a build. */
export function buildReport(format: 'sarif' | 'junit' | 'github', inspection: Inspection): string {
  if (format === 'sarif') return `${JSON.stringify(sarif(inspection), null, 2)}\n`
  return format === 'junit' ? junit(inspection) : githubAnnotations(inspection)
}

/** JUnit XML: one test suite for the file, one test case per row. */
function junit(inspection: Inspection): string {
  const { file, suite, cases, edition, tool } = inspection
  const failures = cases.filter(failed).length
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${xml(`${tool.name} ${suite} ${file}`)}" ${counts}>`,
    '    <properties>',
    `      <property name="edition" value="${xml(edition.id)}"/>`,
    ...(edition.sha256 === null ? [] : [`      <property name="edition.sha256" value="${xml(edition.sha256)}"/>`]),
    ...(edition.unverified ? ['      <property name="edition.unverified" value="true"/>'] : []),
    ...(edition.replaced ?? []).map((name) => `      <property name="edition.replaced" value="${xml(name)}"/>`),
    `      <property name="tool.version" value="${xml(tool.version)}"/>`,
    '    </properties>',
    ...cases.map((c) => caseXml(c, file)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function caseXml(c: CaseResult, file: string): string {
  const line = c.line === null ? '' : ` line="${c.line}"`
  const open = `    <testcase name="${xml(c.id)}" classname="${xml(file)}" file="${xml(file)}"${line}`
  if (c.issues.length === 0) return `${open}/>`
  const failures = c.issues.filter(isFailure).map(({ rule, message, finding }) => {
    const end = finding ? `>${xml(finding)}</failure>` : '/>'
    return `      <failure type="${xml(rule)}" message="${xml(message)}"${end}`
  })
  const notes = c.issues
    .filter((i) => !isFailure(i))
    .map(({ rule, message, waived, finding }) => {
      const said = [`${rule}: ${message}`, ...[waived, finding].filter((text) => text != null)]
      return `      <system-out>${xml(said.join('; '))}</system-out>`
    })
  return [`${open}>`, ...failures, ...notes, '    </testcase>'].join('\n')
}

/** Shows or removes characters that XML 1.0 does not allow, and escapes the rest. */
function xml(text: string): string {
  const escapes: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\n': '&#10;',
    '\r': '&#13;',
    '\t': '&#9;',
  }
  return withoutControls(text)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\n\r\t]/g, (c) => escapes[c]!)
}

/** SARIF 2.1.0 (OASIS), as code scanning services accept it. */
function sarif(inspection: Inspection): Record<string, unknown> {
  const { baseline = null } = inspection
  const now = issuesOf(inspection)
  const gone = baseline && absentFrom(baseline, now)
  const issues = [...now, ...(gone ?? [])]
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
            rules: rules.map(({ rule, reads, url }) => ({
              id: rule,
              shortDescription: { text: withoutControls(reads) },
              ...(url ? { helpUri: url } : {}),
            })),
          },
        },
        artifacts: [
          {
            location: { uri: uriOf(inspection.file) },
            ...(inspection.sha256 ? { hashes: { 'sha-256': inspection.sha256 } } : {}),
          },
        ],
        results: issues.map((issue, i) => ({
          ruleId: issue.rule,
          ruleIndex: rules.findIndex((r) => r.rule === issue.rule),
          level: issue.level,
          message: { text: withoutControls(issueText(issue)) },
          ...(issue.finding && { partialFingerprints: { [fingerprint]: issue.finding } }),
          ...(baseline && { baselineState: i < now.length ? stateOf(issue, baseline) : 'absent' }),
          ...(issue.waived && { suppressions: [{ kind: 'external', justification: withoutControls(issue.waived) }] }),
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

/** The key of the ids of findings among the fingerprints of a result. */
export const fingerprint = 'coverageFinding/v1'

/** What was undecided and is now controlled is new. */
function stateOf({ finding, level }: PlacedIssue, baseline: ReadonlyMap<string, PlacedIssue>): 'new' | 'unchanged' {
  const before = baseline.get(finding ?? '')
  return before && (before.level === level || level === 'warning') ? 'unchanged' : 'new'
}

function absentFrom(baseline: ReadonlyMap<string, PlacedIssue>, now: readonly PlacedIssue[]): PlacedIssue[] {
  const left = new Map(baseline)
  for (const { finding } of now) left.delete(finding ?? '')
  return [...left.values()]
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
