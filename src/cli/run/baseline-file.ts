import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { result } from '../../report/schema.js'
import { fingerprint, issuesOf, resultCase, type CaseResult, type PlacedIssue } from '../../report/index.js'
import { parseJson } from '../../unique-keys.js'
import { CannotRun, type Host } from '../host.js'
import { resultLines } from '../input/ndjson.js'

const sarif = z.object({
  runs: z.array(
    z.object({
      tool: z.object({
        driver: z.object({
          rules: z
            .array(
              z.object({
                id: z.string(),
                shortDescription: z.object({ text: z.string() }),
                helpUri: z.string().optional(),
              }),
            )
            .default([]),
        }),
      }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z.enum(['error', 'warning']),
          message: z.object({ text: z.string() }),
          partialFingerprints: z.record(z.string(), z.string()).default({}),
          baselineState: z.string().optional(),
          locations: z.array(
            z.object({
              physicalLocation: z.object({
                artifactLocation: z.object({ uri: z.string() }),
                region: z.object({ startLine: z.int() }).optional(),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
})

/**
 * What an earlier run reported, by the ids of findings: its SARIF, or its results as NDJSON or JSON.
 * @throws {CannotRun} for any other file, and one without ids
 */
export async function readBaseline(file: string, host: Host): Promise<ReadonlyMap<string, PlacedIssue>> {
  if (!existsSync(file)) throw new CannotRun(`there is no file ${file} (--baseline)`)
  const whole = jsonOf(file)
  const issues = isReport(whole) ? ofSarif(file, whole) : issuesOf({ cases: await casesOf(file, whole, host) })
  const known = issues.flatMap((issue) => (issue.finding ? [[issue.finding, issue] as const] : []))
  if (known.length < issues.length)
    throw new CannotRun(`${file}: some findings have no ids; write it again as SARIF, or with --identify found`)
  return new Map(known)
}

/** Null for lines, each of which is JSON. */
function jsonOf(file: string): unknown {
  if (!/\.(json|sarif)$/i.test(file)) return null
  try {
    return parseJson(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const isReport = (value: unknown) => typeof value === 'object' && value !== null && 'runs' in value

function ofSarif(file: string, value: unknown): PlacedIssue[] {
  const read = sarif.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new CannotRun(`${file} is not a SARIF report of coverage: ${issue!.path.join('.')}: ${issue!.message}`)
  }
  return read.data.runs.flatMap(({ tool, results }) =>
    results
      .filter(({ baselineState }) => baselineState !== 'absent')
      .map(({ ruleId, level, message, partialFingerprints, locations }) => {
        const rule = tool.driver.rules.find(({ id }) => id === ruleId)
        const place = locations[0]?.physicalLocation
        return {
          rule: ruleId,
          reads: rule?.shortDescription.text ?? ruleId,
          url: rule?.helpUri ?? null,
          level,
          message: message.text,
          finding: partialFingerprints[fingerprint] ?? null,
          file: decodeURIComponent(place?.artifactLocation.uri ?? file),
          row: 0,
          id: '',
          line: place?.region?.startLine ?? null,
        }
      }),
  )
}

async function casesOf(file: string, whole: unknown, host: Host): Promise<CaseResult[]> {
  if (whole !== null) {
    const read = z.array(result).safeParse(Array.isArray(whole) ? whole : [whole])
    if (read.success) return read.data.map((row) => resultCase(file, row))
    throw new CannotRun(`${file}: expected results of coverage (NDJSON, or a JSON array of them) or a SARIF report`)
  }
  const cases: CaseResult[] = []
  for await (const { line, result: row, problem } of resultLines(file, host)) {
    if (!row) throw new CannotRun(`${file} line ${line}: ${problem}; expected results of coverage, or a SARIF report`)
    cases.push(resultCase(file, row))
  }
  return cases
}
