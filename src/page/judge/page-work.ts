import type { Task, Done, ChunkJudgeSetup } from '../../batch/in-browser.js'
import type { Drawing } from '../../chem/index.js'
import type { RuleExamples } from '../../law/index.js'
import type { JurisdictionHistory, Query } from '../../matching/index.js'
import type { PageAnswer } from '../../report/in-browser.js'
import type { RunInfo, RunFile } from '../../report/index.js'

export interface Draft {
  readonly rule: string
  readonly examples: string | null
  /** The jurisdiction it belongs to; null if its id determines it. */
  readonly code: string | null
}

export interface Start {
  readonly kind: 'start'
  /** The edition as JSON and the code of RDKit, zipped, in base64. */
  readonly edition: string
  readonly wasm: string
  readonly version: string
  readonly own: Draft | null
}

export interface Started {
  readonly own: readonly { readonly id: string; readonly lines: readonly string[] }[]
}

export interface AnswerWork {
  readonly kind: 'answer'
  readonly input: string
  readonly query: Query
}

export interface HistoryWork {
  readonly kind: 'history'
  readonly input: string
  readonly query: Query
}

/** What holds for all rows of a file. */
export interface FactsWork {
  readonly kind: 'facts'
  readonly query: Query
}

export interface FactsDone {
  readonly run: RunFile
  readonly info: RunInfo
  readonly rests: PageAnswer['rests']
}

export interface RowsWork {
  readonly kind: 'rows'
  readonly setup: ChunkJudgeSetup
  readonly task: Task
}

interface DrawWork {
  readonly kind: 'draw'
  readonly text: string
}

export interface PictureWork {
  readonly kind: 'picture'
  readonly jurisdiction: string
  readonly page: string
  readonly examples: Readonly<Record<string, RuleExamples>>
}

export interface Results {
  readonly start: Started
  readonly answer: PageAnswer
  readonly history: readonly JurisdictionHistory[] | null
  readonly facts: FactsDone
  readonly rows: Done
  readonly draw: Drawing | null
  readonly picture: string | null
}

export type Work = Start | AnswerWork | HistoryWork | FactsWork | RowsWork | DrawWork | PictureWork

export interface Asked {
  readonly id: number
  readonly work: Work
}

export type Answered =
  | { readonly id: number; readonly done: Results[keyof Results] }
  | { readonly id: number; readonly failed: string }
  /** The work has come to this item. */
  | { readonly id: number; readonly at: number }
