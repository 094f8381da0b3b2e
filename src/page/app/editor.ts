import { CanvasEditor, Molecule } from 'openchemlib'

/** Pause in drawing before the structure is judged, ms. */
const restMs = 350

/** The drawing editor, started when its part of the page is opened. The drawing becomes the question. */
export class Editor {
  #editor: CanvasEditor | null = null
  #shown = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param drawn takes the mol block, which is empty once the drawing is erased */
  constructor(readonly drawn: (molBlock: string) => void) {
    const details = document.querySelector<HTMLDetailsElement>('#drawing')!
    details.addEventListener('toggle', () => {
      if (details.open) this.#start()
    })
  }

  /** Shows the structure of a question that was not drawn. */
  show(text: string): void {
    if (text === this.#shown) return
    // A drawing that was about to be asked is older than this question.
    clearTimeout(this.#timer)
    this.#shown = text
    if (this.#editor) this.#load()
  }

  #start(): void {
    if (this.#editor) return
    this.#editor = new CanvasEditor(document.querySelector<HTMLElement>('#editor')!)
    this.#editor.setOnChangeListener(({ type, isUserEvent }) => {
      if (type === 'molecule' && isUserEvent) this.#rest()
    })
    this.#load()
  }

  #load(): void {
    const molecule = this.#shown === '' ? null : moleculeOf(this.#shown)
    if (molecule) this.#editor?.setMolecule(molecule)
    else if (this.#shown === '') this.#editor?.clearAll()
  }

  #rest(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const molecule = this.#editor!.getMolecule()
      this.#shown = molecule.getAllAtoms() === 0 ? '' : molecule.toMolfile()
      this.drawn(this.#shown)
    }, restMs)
  }
}

/** Null if it cannot be read: the editor then stays unchanged, and RDKit reports the error. */
function moleculeOf(text: string): Molecule | null {
  try {
    return text.includes('\n') ? Molecule.fromMolfile(text) : Molecule.fromSmiles(text.split(/\s/, 1)[0]!)
  } catch {
    return null
  }
}
