import { z } from 'zod'
import { day, id, some, text } from './fields.js'

/**
 * Where a law is published, for the program of the keepers (bin/law-watch.mjs). In an address, {newest} is the value
 * that `newest` finds, {since} the day from which announcements are wanted.
 */
const address = z.string().regex(/^https:\/\/[^\s/]+\/\S*$/, 'an address that begins with https:// and names a page')

const published = {
  id,
  title: text,
  /** Null if only a person can look: `note` says where. */
  address: address.nullable(),
  /** What the request says that it accepts, if one address has several formats. */
  accept: text.optional(),
  /** The last day on which a request to it was seen to work. */
  tried: z.union([z.literal('untried'), day]),
  licence: text,
  unconfirmed: some(z.enum(['address', 'newest', 'format', 'fields', 'licence'])).optional(),
  note: text.optional(),
}

/** Where a value or list is in an answer in JSON: names, places and name=value, joined by "/". */
const place = z.string().regex(/^[^\s/]+(\/[^\s/]+)*$/, 'names joined by /')

const publishedText = z.strictObject({
  ...published,
  format: z.enum(['XML', 'XML in zip', 'HTML', 'Markdown', 'CSV', 'JSON', 'PDF']),
  /** The command that reads it; null if none does, so that only a change of its words is seen. */
  reader: z.enum(['law reconcile', 'law replay']).nullable(),
  /** Which part of it belongs to this law. */
  takes: text,
  /** What has the day or number of the newest version. */
  newest: z.strictObject({ address, value: place }).optional(),
  /** The lists that it has, if it does not say so itself. */
  lists: some(id).optional(),
  /** Differences that were looked at and stand, each by the name in the text or the id of the substance. */
  explained: some(z.strictObject({ of: some(text), why: text })).optional(),
})

const announcements = z.strictObject({
  ...published,
  format: z.enum(['Atom', 'RSS', 'JSON', 'HTML']),
  /** In JSON: the list of items, and the fields of each. */
  fields: z.strictObject({ items: place, title: place, day: place, link: place }).optional(),
  /** Words of which a title has one if it may concern this law; empty if every item may. */
  matches: z.array(text),
  /** A search may find nothing; a feed of everything that is empty was not read. */
  may_be_empty: z.literal(true).optional(),
})

export const sources = z.strictObject({ texts: some(publishedText), announcements: z.array(announcements) })

export type Sources = z.infer<typeof sources>
