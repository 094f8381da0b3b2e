import { writeWhole } from '../../batch/index.js'
import type { Reader } from '../../chem/index.js'
import { inputName, wroteWords, type RunInfo } from '../../report/index.js'
import { cardSvg, panelsOf, shortened } from '../../report/documents.js'
import { CannotRun, type Host } from '../host.js'
import type { Answered } from './check-output.js'

const titleShown = 200

/** Writes the drawing of one answer. @throws {CannotRun} if there is nothing to draw */
export async function drawAnswer(
  file: string,
  { ref, answer, lookup }: Answered,
  { asOf }: RunInfo,
  reader: Reader,
  host: Host,
): Promise<void> {
  // Already reported as unreadable, with its own exit code.
  if (answer.kind === 'unreadable') return
  if ('members' in answer && answer.members) throw new CannotRun(drawingWords.set(ref.input, answer.members.length))
  if (answer.structure === null) throw new CannotRun(drawingWords.noStructure(ref.input))
  await reader.ready()
  const drawing = reader.read(lookup?.structure ?? ref.input, (structure) => structure.drawing)
  if (!drawing) throw new CannotRun(drawingWords.notDrawn)
  const title = `${shortened(inputName(ref.input), titleShown)}: ${answer.judgement.verdict} on ${asOf}`
  await writeWhole(file, cardSvg(title, drawing, panelsOf(answer.judgement)))
  host.stderr.write(`${wroteWords(file)}\n`)
}

const drawingWords = {
  set: (input: string, n: number) =>
    `${input} is one of ${n} structures: draw one of them, or write a page (-o FILE.html).`,
  noStructure: (input: string) => `${input} is recorded without a structure, so there is nothing to draw`,
  notDrawn: 'this structure could not be drawn',
} as const
