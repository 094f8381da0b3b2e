import { allKinds, isRealDay, ordinaryKinds, type Control } from '../../law/index.js'
import type { Query } from '../../matching/index.js'
import { type PageFacts, isLanguage, type Language } from '../../report/in-browser.js'
import { views, type View } from './form-html.js'

/** Everything in the address of the page: the question, and what is shown. */
export interface State {
  readonly view: View
  readonly input: string
  readonly day: string
  /** Null for all. */
  readonly codes: readonly string[] | null
  readonly kinds: readonly Control[]
  readonly assume: readonly string[]
  readonly record: string
  readonly language: Language
}

const listOf = (text: string | null) => (text ?? '').split(',').filter((part) => part !== '')

/** Parses an address. Law that this edition does not have is ignored. */
export function stateOf(fragment: string, facts: PageFacts, today: string, language: Language): State {
  const given = new URLSearchParams(fragment.replace(/^#/, ''))
  const view = views.find((own) => own === given.get('view')) ?? 'ask'
  const day = given.get('day') ?? ''
  const codes = listOf(given.get('in')).filter((code) => facts.jurisdictions.some((j) => j.code === code))
  const lang = given.get('lang') ?? ''
  return {
    view,
    input: given.get('q') ?? '',
    day: isRealDay(day) ? day : today,
    codes: codes.length === 0 ? null : codes,
    kinds: kindsOf(given),
    assume: listOf(given.get('assume')).filter((id) => facts.proposals.some((rule) => rule.id === id)),
    record: given.get('record') ?? '',
    language: isLanguage(lang) ? lang : language,
  }
}

/** The kinds that an address names; none means the ordinary ones. */
function kindsOf(given: URLSearchParams): readonly Control[] {
  const named = listOf(given.get('kinds'))
  const kinds = allKinds.filter((kind) => named.includes(kind))
  return kinds.length > 0 ? kinds : ordinaryKinds
}

const isOrdinary = (kinds: readonly Control[]) => kinds.join() === ordinaryKinds.join()

/** The address of a state, without defaults. It always contains the day: today's answer may not be tomorrow's. */
export function fragmentOf(state: State): string {
  const { view, input, day, codes, kinds, assume, record, language } = state
  const parts: [string, string | false][] = [
    ['view', view !== 'ask' && view],
    ['q', input],
    ['day', day],
    ['in', codes?.join(',') ?? ''],
    ['kinds', !isOrdinary(kinds) && kinds.join()],
    ['assume', assume.join(',')],
    ['record', view === 'law' && record],
    ['lang', language],
  ]
  return `#${new URLSearchParams(parts.flatMap(([key, value]) => (value ? [[key, value]] : [])))}`
}

/** @param own ids of the user's rules, which are treated as assumed rules */
export function queryOf(state: State, own: readonly string[], today: string): Query {
  const assume = [...state.assume, ...own]
  return {
    asOf: state.day,
    ...(isOrdinary(state.kinds) ? {} : { kinds: [...state.kinds] }),
    ...(state.day > today ? { future: true } : {}),
    ...(state.codes ? { jurisdictions: state.codes } : {}),
    ...(assume.length > 0 ? { assume } : {}),
  }
}
