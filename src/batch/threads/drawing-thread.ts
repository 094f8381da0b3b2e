import { drawingBy, Reader, type Drawing } from '../../chem/index.js'

let reader: Promise<Reader> | null = null

/** A drawing made on this thread; null if the structure cannot be drawn. */
export default async function drawn(text: string): Promise<Drawing | null> {
  reader ??= Reader.start()
  return drawingBy(await reader, text)
}
