/** One row of `book_requests`, as the projection makes it: snake_case, instants as ISO text, JSON as values. */
import type { Script } from '#events/script.ts'

export type BookRequestRow = {
  id: string
  version: number
  status: string
  first_names: string | null
  last_name: string | null
  birth_date: string | null
  email: string | null
  life_path: number | null
  numbers: unknown
  generated_script: string | null
  script: Script | null
  text_hash: string | null
  word_count: number | null
  approved_by: string | null
  approved_at: string | null
  approved_text_hash: string | null
  video_status: string
  heygen_video_id: string | null
  video_url: string | null
  video_duration_ms: number | null
  film_file: string | null
  film_bytes: number | null
  film_sha256: string | null
  film_content_type: string | null
  films: unknown
  awaits: string | null
  cost_micro_usd: number
  last_failure: { code: string; mayHaveCost: boolean; at: string; fact: string } | null
  search_text: string
  sort_name: string
  requested_at: string
  updated_at: string
  waiting_since: string | null
  theme: string | null
  /** What the person confided, by kind. */
  memories: { kind: string; text: string }[] | null
}
