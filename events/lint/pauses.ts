/** Pauses: 0.3 to 2 seconds, spaces around, eight at most, and only for a voice that knows them (`script-writing.md` §4). */
import type { Finding, LintSubject } from './finding.ts'
import { finding, type Passage } from './passage.ts'
import { pauseTags, type PauseTag } from './pause-tag.ts'

export { pauseSeconds, withoutPauses } from './pause-tag.ts'

export const pauseLimits = { minSeconds: 0.3, maxSeconds: 2, count: 8 } as const

/** All passages of a script at once: the eight pauses are counted over the whole. */
export function pauseFindings(passages: readonly Passage[], subject: LintSubject): Finding[] {
  let count = 0
  return passages.flatMap((passage) =>
    pauseTags(passage.text).flatMap((tag) => {
      count += 1
      if (!subject.pausesAllowed) return [removal(passage, 'pause_unsupported', tag)]
      if (count > pauseLimits.count) return [removal(passage, 'pauses_many', tag)]
      return misshapen(passage, tag)
    }),
  )
}

function misshapen(passage: Passage, tag: PauseTag): Finding[] {
  const { minSeconds, maxSeconds } = pauseLimits
  const { seconds } = tag
  if (seconds === null) return [removal(passage, 'pause', tag)]
  const bounded = Math.min(maxSeconds, Math.max(minSeconds, Math.round(seconds * 10) / 10))
  const right = `<break time="${bounded}s"/>`
  if (bounded === seconds && tag.tag.replace('.0s', 's') === right) return unspaced(passage, tag)
  const remedy = { label: `Mettre ${String(bounded).replace('.', ',')} s`, replacement: right }
  return [finding(passage, 'pause', tag.start, tag.end, remedy)]
}

function unspaced(passage: Passage, { start, end, tag }: PauseTag): Finding[] {
  const before = start === 0 || /\s/u.test(passage.text.charAt(start - 1)) ? '' : ' '
  const after = end === passage.text.length || /\s/u.test(passage.text.charAt(end)) ? '' : ' '
  if (before + after === '') return []
  return [finding(passage, 'pause_spacing', start, end, { label: 'Espacer', replacement: before + tag + after })]
}

function removal(passage: Passage, rule: 'pause' | 'pause_unsupported' | 'pauses_many', tag: PauseTag): Finding {
  const start = passage.text.charAt(tag.start - 1) === ' ' ? tag.start - 1 : tag.start
  return finding(passage, rule, tag.start, tag.end, { label: 'Retirer la pause', replacement: '', start })
}
