import { UnreadableStructure, type Drawing, type Reader } from '../../chem/index.js'

/** The drawing of a structure; null if none can be made, which says nothing about the verdict. */
export async function drawn(reader: Reader, text: string): Promise<Drawing | null> {
  await reader.ready()
  try {
    return reader.read(text, ({ drawing }) => drawing)
  } catch (error) {
    if (error instanceof UnreadableStructure) return null
    throw error
  }
}
