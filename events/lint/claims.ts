/** What may never be promised, foretold or judged (`script-writing.md` §8.1, `law.md` §5). */
import { sureties } from './claims-of-certainty.ts'
import { dependences } from './claims-of-dependence.ts'
import { dooms } from './claims-of-doom.ts'
import { foretold } from './claims-of-fate.ts'
import { healthClaims } from './claims-of-health.ts'
import { minorsRead } from './claims-of-minors.ts'
import { moneyClaims } from './claims-of-money.ts'
import { othersJudged } from './claims-of-others.ts'
import { unsaid } from './excuses.ts'
import type { Finding } from './finding.ts'
import { matchesIn, words, type Match } from './matching.ts'
import { finding, type Passage, type Remedy } from './passage.ts'
import type { RuleCode } from './rules.ts'

/**
 * `says` is a pattern for `words`; it counts only in a sentence that has what it `needs` and by which it is not `spared`.
 * `unless` is tried on the words of the same sentence up to and with the match, `after` on those that follow it.
 */
export type Claim = {
  says: string
  needs?: RegExp
  spared?: RegExp
  unless?: RegExp
  after?: RegExp
  remedy?: (match: Match) => Remedy | null
}

const families = (
  [
    ['health', healthClaims],
    ['money', moneyClaims],
    ['fate', [...foretold, ...dooms]],
    ['dependence', dependences],
    ['others', othersJudged],
    ['minors', minorsRead],
    ['certainty', sureties],
  ] satisfies [RuleCode, readonly Claim[]][]
).map(([rule, claims]) => ({
  rule,
  claims: claims.map((claim: Claim) => ({ ...claim, pattern: words(claim.says) })),
}))

/** Most sentences make no claim: one look at each tells, where seventy would cost time. */
const anyClaim = words(families.flatMap(({ claims }) => claims.map(({ says }) => says)).join('|'))

export function claimFindings(passage: Passage): Finding[] {
  return passage.sentences.flatMap(({ start, end }) => {
    const sentence = passage.lower.slice(start, end)
    if (sentence.search(anyClaim) === -1) return []
    return families.flatMap(({ rule, claims }) => firstOf(passage, rule, claims, sentence, start))
  })
}

/** Characters around a claim that may excuse it: a long sentence, so that a text without full stops stays quick. */
const nearby = 240

/** One finding a family and sentence is enough: the sentence has to be written anew. */
function firstOf(
  passage: Passage,
  rule: RuleCode,
  claims: readonly (Claim & { pattern: RegExp })[],
  sentence: string,
  offset: number,
): Finding[] {
  for (const { pattern, needs, spared, unless, after, remedy } of claims) {
    if (needs?.test(sentence) === false || spared?.test(sentence)) continue
    for (const match of matchesIn(sentence, pattern)) {
      const before = sentence.slice(Math.max(0, match.start - nearby), match.end)
      if (unsaid.test(before) || unless?.test(before) || after?.test(sentence.slice(match.end, match.end + nearby))) continue
      return [finding(passage, rule, offset + match.start, offset + match.end, placed(remedy?.(match), offset))]
    }
  }
  return []
}

/** A remedy knows its place in the sentence. */
function placed(remedy: Remedy | null | undefined, offset: number): Remedy | null {
  if (!remedy) return null
  const { start, end } = remedy
  return {
    ...remedy,
    ...(start !== undefined && { start: start + offset }),
    ...(end !== undefined && { end: end + offset }),
  }
}
