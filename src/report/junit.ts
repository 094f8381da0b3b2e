import { failed, type CaseResult, type Inspection } from './issue.js'

/** JUnit XML: one test suite for the file, one test case per row. */
export function junit(inspection: Inspection): string {
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
  const failures = c.issues
    .filter((i) => i.level === 'error')
    .map((i) => `      <failure type="${xml(i.rule)}" message="${xml(i.message)}"/>`)
  const notes = c.issues
    .filter((i) => i.level === 'warning')
    .map((i) => `      <system-out>${xml(`${i.rule}: ${i.message}`)}</system-out>`)
  return [`${open}>`, ...failures, ...notes, '    </testcase>'].join('\n')
}

/** Removes characters that XML 1.0 does not allow, and escapes the rest. */
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
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\n\r\t]/g, (c) => escapes[c]!)
}
