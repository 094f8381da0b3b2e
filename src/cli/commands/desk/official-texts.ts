import { createHash, hash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { dayIn, isOfLaw, NotOfficial, readDated, readOfficial, statesOn, type DatedText } from '../../../desk/index.js'
import { isRealDay, type List } from '../../../law/index.js'
import { CannotRun } from '../../host.js'
import { rowsOf } from '../../law-files/positions-file.js'

/** Rows of a CSV text. @throws {NotOfficial} */
export const officialRows = (text: string) => rowsOf(text, (found, expected) => new NotOfficial(found, expected))

/** The list of a series, if its folder has one: file, day and the day of the next text. */
const listFile = 'series.csv'
const officialFile = /\.(?:csv|html?|md|xml)$/i

/** The dated texts in files and folders. @throws {CannotRun} if a file that the list of a series names is not there */
export async function datedTexts(paths: readonly string[]) {
  const texts: DatedText[] = []
  // Files that are no text of a law with lists.
  const unread: { file: string; why: string }[] = []
  for (const { file, given } of paths.flatMap(filesIn))
    try {
      const read = readDated(basename(file), readFileSync(file, 'utf8'), officialRows, given)
      texts.push(read)
    } catch (error) {
      if (!(error instanceof NotOfficial)) throw error
      unread.push({ file: basename(file), why: error.found })
    }
  if (texts.length === 0) {
    const why = unread.map(({ file, why }) => `; ${file}: ${why}`).join('')
    throw new CannotRun(`${paths.join(', ')}: no text of a law${why}`)
  }
  return { texts, unread }
}

function filesIn(path: string): { file: string; given: { day: string; until: string | null } | undefined }[] {
  if (!existsSync(path)) throw new CannotRun(`${path} is not there`)
  if (!statSync(path).isDirectory()) return [{ file: path, given: undefined }]
  const list = join(path, listFile)
  if (!existsSync(list))
    return readdirSync(path)
      .filter((name) => officialFile.test(name))
      .sort()
      .map((name) => ({ file: join(path, name), given: undefined }))
  const [head = [], ...rows] = officialRows(readFileSync(list, 'utf8'))
  const at = (name: string) => head.indexOf(name)
  return rows.map((row) => {
    const [name = '', day = '', until = ''] = ['file', 'day', 'until'].map((column) => row[at(column)]?.trim())
    if (!isRealDay(day)) throw new CannotRun(`${list}: ${name} has no day; give the columns file, day and until`)
    if (!existsSync(join(path, name))) throw new CannotRun(`${list} names ${name}, which is not there`)
    return { file: join(path, name), given: { day, until: until === '' ? null : until } }
  })
}

/**
 * The text in a file; of a folder of dated texts, the laws of these lists as they stood on a day. @throws {NotOfficial}
 */
export async function officialTexts(path: string, lists: readonly List[], on: string) {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return statesOn((await datedTexts([path])).texts, on, (law) => lists.some((list) => isOfLaw(list, law))).map(
      ({ file, text, day }) => ({
        file: join(path, file),
        text,
        day,
        sha256: hash('sha256', JSON.stringify(text.items)),
      }),
    )
  const sum = createHash('sha256')
  const pieces = piecesOf(path, (bytes) => sum.update(bytes))
  const text = readOfficial(path, pieces, officialRows)
  return [{ file: path, text, day: text.day ?? dayIn(basename(path)), sha256: sum.digest('hex') }]
}

const pieceBytes = 1024 * 1024

/** The text of a file, a piece at a time. @throws {CannotRun} */
function* piecesOf(file: string, use: (bytes: Buffer) => void): Generator<string> {
  const decoder = new TextDecoder()
  const buffer = Buffer.alloc(pieceBytes)
  let opened: number | null = null
  try {
    opened = openSync(file, 'r')
    for (let n = readSync(opened, buffer); n > 0; n = readSync(opened, buffer)) {
      use(buffer.subarray(0, n))
      yield decoder.decode(buffer.subarray(0, n), { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new CannotRun(`${file}: ${(error as Error).message}`)
  } finally {
    if (opened !== null) closeSync(opened)
  }
}
