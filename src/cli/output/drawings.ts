import { drawingBy, type Drawing, type Reader } from '../../chem/index.js'

/** Drawings of structures by their texts; what cannot be drawn is left out. */
export async function drawingsOf(texts: readonly string[], reader: Reader): Promise<Map<string, Drawing>> {
  const drawings = new Map<string, Drawing>()
  for (const text of new Set(texts)) {
    const drawing = await drawingBy(reader, text)
    if (drawing) drawings.set(text, drawing)
  }
  return drawings
}
