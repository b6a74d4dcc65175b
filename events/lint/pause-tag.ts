/** The one tag a script may carry: `<break time="0.8s"/>` (`script-writing.md` §4). */

/** Anything that tries to be a pause, well written or not. */
const anyPause = /<\s{0,4}\/?\s{0,4}break(?![\p{L}\d])[^<>]{0,120}>/giu
const timed = /^<break time="(\d{1,3}(?:\.\d{1,3})?)(ms|s)"\s?\/>$/u

export type PauseTag = { start: number; end: number; tag: string; seconds: number | null }

/** Seconds are null where the tag is not written as HeyGen reads it. */
export function pauseTags(text: string): PauseTag[] {
  return [...text.matchAll(anyPause)].map(({ index, 0: tag }) => {
    const time = timed.exec(tag)
    const amount = time ? Number(time[1]) / (time[2] === 'ms' ? 1000 : 1) : null
    return { start: index, end: index + tag.length, tag, seconds: amount }
  })
}

/** The text as it is read: pauses leave one space. */
export function withoutPauses(text: string): string {
  return text.replace(/[ \t]{0,4}<\s{0,4}\/?\s{0,4}break(?![\p{L}\d])[^<>]{0,120}>[ \t]{0,4}/giu, ' ')
}

/** Seconds of silence that the pauses add. */
export function pauseSeconds(text: string): number {
  const total = pauseTags(text).reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)
  return Math.round(total * 1000) / 1000
}

/** As long as before, so that offsets hold. */
export function blankPauses(text: string): string {
  return text.replace(anyPause, (tag) => ' '.repeat(tag.length))
}
