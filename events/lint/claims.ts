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

export function claimFindings(passage: Passage): Finding[] {
  const heard = families
    .map(({ rule, claims }) => ({ rule, claims: claims.filter(({ pattern }) => passage.lower.search(pattern) !== -1) }))
    .filter(({ claims }) => claims.length > 0)
  return passage.sentences.flatMap(({ start, end }) => {
    const sentence = passage.lower.slice(start, end)
    return heard.flatMap(({ rule, claims }) => firstOf(passage, rule, claims, sentence, start))
  })
}

/** Characters around a claim that may excuse it: a long sentence, so that a text without full stops stays quick. */
const nearby = 240

type Held = Match & { remedy: Remedy | null }

/**
 * One finding a family and sentence is enough: the sentence has to be written anew. A remedy is offered only where it
 * leaves no other claim of the family behind.
 */
function firstOf(
  passage: Passage,
  rule: RuleCode,
  claims: readonly (Claim & { pattern: RegExp })[],
  sentence: string,
  offset: number,
): Finding[] {
  const [first] = held(claims, sentence)
  if (!first) return []
  const { start, end, remedy } = first
  const cures = remedy !== null && !isElsewhere(held(claims, sentence), first)
  return [finding(passage, rule, offset + start, offset + end, cures ? placed(remedy, offset) : null)]
}

/** The claims that nothing excuses, one at a time. */
function* held(claims: readonly (Claim & { pattern: RegExp })[], sentence: string): Generator<Held, undefined> {
  for (const { pattern, needs, spared, unless, after, remedy } of claims) {
    if (needs?.test(sentence) === false || spared?.test(sentence)) continue
    for (const match of matchesIn(sentence, pattern)) {
      const before = sentence.slice(Math.max(0, match.start - nearby), match.end)
      if (unsaid.test(before) || unless?.test(before)) continue
      if (after?.test(sentence.slice(match.end, match.end + nearby))) continue
      yield { ...match, remedy: remedy?.(match) ?? null }
    }
  }
}

function isElsewhere(others: Iterable<Held>, { start, end }: Held): boolean {
  for (const other of others) if (other.end <= start || other.start >= end) return true
  return false
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
