/** HeyGen's lists and its purse, for the admin's screens (`heygen.md` §6). */
import { z } from 'zod'

import type { HeygenAnswer, HeygenLine } from './heygen-line.ts'
import { unavailable, videoSchema, type Unavailable } from './heygen-video.ts'

export type Look = {
  id: string
  name: string
  gender: string | null
  defaultVoiceId: string | null
  /** Empty where HeyGen does not say. */
  engines: string[]
  orientation: string | null
  previewImageUrl: string | null
}
export type Voice = { id: string; name: string; language: string; gender: string | null; supportsPause: boolean }
export type FoundVideo = { videoId: string; title: string; status: string }
/** `complete` is false where HeyGen had more pages than we read. */
export type Listing<T> = { tag: 'ok'; items: T[]; complete: boolean } | Unavailable
export type Balance =
  { tag: 'ok'; billing: string | null; currency: 'usd' | 'credits' | null; remaining: number | null } | Unavailable

const timeoutMs = 30_000

/** More pages than this is a cursor that never ends, or a list that nobody can choose from. */
const maxPages = 20

export type List<T> = { path: string; query: Record<string, string>; row: z.ZodType<T> }

/** All pages; one unreadable row is skipped, one unreadable page makes the list unavailable. */
export async function listAll<T>(line: HeygenLine, list: List<T>): Promise<Listing<T>> {
  const { path, query, row } = list
  const items: T[] = []
  let token: string | null = null
  for (let page = 0; page < maxPages; page += 1) {
    const search = new URLSearchParams(token === null ? query : { ...query, token })
    const answer = await line({ path: `${path}?${search.toString()}`, timeoutMs })
    const read = readPage(answer)
    if (read.tag === 'unavailable') return read
    items.push(...read.rows.flatMap((each) => row.safeParse(each).data ?? []))
    token = read.next
    if (token === null) break
  }
  return { tag: 'ok', items, complete: token === null }
}

export function readBalanceFrom(answer: HeygenAnswer): Balance {
  if (answer.tag !== 'answer') return unavailable(answer)
  const parsed = z.looseObject({ data: accountSchema }).safeParse(answer.json)
  if (!parsed.success) return { tag: 'unavailable', code: 'unreadable_answer', retryAfterMs: null }
  const { billing_type: billing, wallet, usage_based: usage } = parsed.data.data
  if (wallet) return { tag: 'ok', billing, currency: wallet.currency, remaining: wallet.remaining_balance }
  return { tag: 'ok', billing, currency: usage ? 'credits' : null, remaining: usage?.remaining_credits ?? null }
}

const text = z.string().nullable().catch(null).default(null)
const amount = z.number().nullable().catch(null).default(null)

/** A look in training, without consent or failed cannot be filmed: it is not a row. */
export const lookRow = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    status: z.enum(['completed']).nullish(),
    gender: text,
    default_voice_id: text,
    supported_api_engines: z.array(z.string()).catch([]).default([]),
    preferred_orientation: text,
    preview_image_url: text,
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    gender: row.gender,
    defaultVoiceId: row.default_voice_id,
    engines: row.supported_api_engines,
    orientation: row.preferred_orientation,
    previewImageUrl: row.preview_image_url,
  }))

export const voiceRow = z
  .looseObject({
    voice_id: z.string(),
    name: z.string(),
    language: z.string(),
    gender: text,
    support_pause: z.boolean().catch(false).default(false),
  })
  .transform((row) => ({
    id: row.voice_id,
    name: row.name,
    language: row.language,
    gender: row.gender,
    supportsPause: row.support_pause,
  }))

export const foundVideoRow = videoSchema
  .extend({ id: z.string(), title: z.string() })
  .transform(({ id, title, status }) => ({ videoId: id, title, status }))

const accountSchema = z.looseObject({
  billing_type: text,
  wallet: z
    .looseObject({ currency: z.enum(['usd', 'credits']).nullable().catch(null), remaining_balance: amount })
    .nullish(),
  usage_based: z.looseObject({ remaining_credits: amount }).nullish(),
})

const pageSchema = z.looseObject({ data: z.array(z.unknown()), has_more: z.boolean().nullish(), next_token: text })

function readPage(answer: HeygenAnswer): { tag: 'page'; rows: unknown[]; next: string | null } | Unavailable {
  if (answer.tag !== 'answer') return unavailable(answer)
  const page = pageSchema.safeParse(answer.json)
  if (!page.success) return { tag: 'unavailable', code: 'unreadable_answer', retryAfterMs: null }
  return { tag: 'page', rows: page.data.data, next: page.data.has_more === false ? null : page.data.next_token }
}
