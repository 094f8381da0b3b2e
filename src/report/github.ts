import { withoutControls } from './controls.js'
import { issuesOf, type Inspection } from './issue.js'

/** Workflow commands of GitHub Actions, which show each issue at its line. */
export function githubAnnotations(inspection: Inspection): string {
  return issuesOf(inspection)
    .map(
      ({ level, file, line, rule, id, message }) =>
        `::${level} file=${property(file)}${line === null ? '' : `,line=${line}`},title=${property(rule)}::${data(`${id}: ${message}`)}\n`,
    )
    .join('')
}

function data(text: string): string {
  return withoutControls(text.replaceAll('%', '%25').replaceAll('\r', '%0D')).replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
