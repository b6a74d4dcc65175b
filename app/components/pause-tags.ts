/** The pauses in a text, as `events/lint/pause-tag.ts` reads them; told again because furniture takes only types from there. */

const anyPause = /<\s*\/?\s*break(?![\p{L}\d])[^<>]{0,120}>/giu
const timed = /^<break time="(\d{1,3}(?:\.\d{1,3})?)(ms|s)"\s?\/>$/u

/** What the button of a section puts at the caret. */
export const newPause = '<break time="0.5s"/>'

/** Words and pauses in turn. `seconds` is null where a tag is not written as HeyGen reads it. */
export type Piece = { text: string } | { tag: string; seconds: number | null }

export function piecesOf(text: string): Piece[] {
  const tags = [...text.matchAll(anyPause)].map(({ 0: tag }) => tag)
  return text.split(anyPause).flatMap((words, index) => {
    const tag = tags[index]
    const pause = tag === undefined ? [] : [{ tag, seconds: secondsOf(tag) }]
    return words === '' ? pause : [{ text: words }, ...pause]
  })
}

/** The text as it is read: a pause leaves one space. */
export const withoutPauses = (text: string): string =>
  text.replace(/[ \t]*<\s*\/?\s*break(?![\p{L}\d])[^<>]{0,120}>[ \t]*/giu, ' ')

export function pauseSeconds(text: string): number {
  const total = (text.match(anyPause) ?? []).reduce((sum, tag) => sum + (secondsOf(tag) ?? 0), 0)
  return Math.round(total * 1000) / 1000
}

function secondsOf(tag: string): number | null {
  const time = timed.exec(tag)
  return time === null ? null : Number(time[1]) / (time[2] === 'ms' ? 1000 : 1)
}
