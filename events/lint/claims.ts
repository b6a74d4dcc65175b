/** What may never be promised, foretold or judged (`script-writing.md` §8.1, `law.md` §5). */
import { authorities } from './claims-of-authority.ts'
import { bodyReadings } from './claims-of-body.ts'
import { sureties } from './claims-of-certainty.ts'
import { comings } from './claims-of-coming.ts'
import { dependences } from './claims-of-dependence.ts'
import { dooms } from './claims-of-doom.ts'
import { foretold } from './claims-of-fate.ts'
import { healthClaims } from './claims-of-health.ts'
import { minorsRead } from './claims-of-minors.ts'
import { moneyClaims } from './claims-of-money.ts'
import { organsRead } from './claims-of-organs.ts'
import { othersJudged } from './claims-of-others.ts'
import { bareDenial, curesNothing, nothingAsked, sceptical, stillDoes, unread, unsaid } from './excuses.ts'
import type { Finding } from './finding.ts'
import { matchesIn, words, type Match } from './matching.ts'
import { finding, type Passage, type Remedy } from './passage.ts'
import type { RuleCode } from './rules.ts'

/**
 * `says` is a pattern for `words`; it counts only in a sentence that has what it `needs` and by which it is not `spared`.
 * `unless` is tried on the words of the same sentence up to and with the match, `after` on those that follow it, where
 * `then` has to be found too.
 */
export type Claim = {
  says: string
  needs?: RegExp
  spared?: RegExp
  unless?: RegExp
  after?: RegExp
  then?: RegExp
  remedy?: (match: Match) => Remedy | null
}

/** With what excuses the whole family. */
type Family = [RuleCode, readonly Claim[], RegExp?]
type Sought = Claim & { pattern: RegExp; excused: RegExp | undefined }

const families = (
  [
    ['health', [...healthClaims, ...bodyReadings, ...organsRead], curesNothing],
    ['money', moneyClaims],
    ['fate', [...foretold, ...comings, ...dooms], sceptical],
    ['dependence', dependences, nothingAsked],
    ['others', othersJudged],
    ['minors', minorsRead],
    ['certainty', [...sureties, ...authorities], sceptical],
  ] satisfies Family[]
).map(([rule, claims, excused]: Family) => ({
  rule,
  claims: claims.map((claim): Sought => ({ ...claim, pattern: words(claim.says), excused })),
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
  claims: readonly Sought[],
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
function* held(claims: readonly Sought[], sentence: string): Generator<Held, undefined> {
  for (const claim of claims) {
    if (claim.needs?.test(sentence) === false || claim.spared?.test(sentence)) continue
    for (const match of matchesIn(sentence, claim.pattern)) {
      if (!isExcused(claim, match, sentence)) yield { ...match, remedy: claim.remedy?.(match) ?? null }
    }
  }
}

function isExcused({ unless, excused, after, then }: Sought, { start, end }: Match, sentence: string): boolean {
  const before = sentence.slice(Math.max(0, start - nearby), end)
  const following = sentence.slice(end, end + nearby)
  if (unsaid.test(before) || unless?.test(before) || excused?.test(before)) return true
  if (bareDenial.test(sentence.slice(Math.max(0, start - nearby), start)) && !stillDoes.test(following)) return true
  return unread.test(following) || after?.test(following) === true || then?.test(following) === false
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
