/** A log to read: requests with a whole life behind them, from the booking to the film in our hands. */
import { createHash, randomUUID } from 'node:crypto'

import type { Archive } from '#db/archive.ts'
import type { Deed } from '#events/facts.ts'
import { sectionKeys } from '#events/script.ts'

import { appendOf, booked, newStory } from '../setup/history.ts'

export const factsOfALife = 10

/** Writes so many lives, each in one append; each of its two scripts has `words` words. */
export async function writeLives(archive: Archive, count: number, words: number): Promise<void> {
  let left = count
  const write = async () => {
    while (left > 0) {
      left -= 1
      const answer = await archive.append(appendOf(newStory(archive), life(words)))
      if (answer.tag !== 'appended') throw new Error(answer.tag)
    }
  }
  await Promise.all(Array.from({ length: 8 }, write))
}

function life(words: number): Deed[] {
  const [writingId, attempt, heygenVideoId] = [randomUUID(), randomUUID(), randomUUID().replaceAll('-', '')]
  const [first, second] = [scriptOf(words, 'écrit'), scriptOf(words, 'relu')]
  const model = 'gpt-6.1-terra'
  const prompt = { model, promptVersion: '1', promptHash: sha256('prompt'), previous: null }
  const how = {
    sections: [...sectionKeys],
    ...{ promptVersion: '1', promptHash: sha256('consigne') },
    moderation: { verdict: 'clean' as const, categories: [] },
  }
  const usage = { input: 1_200, cached: 0, output: 1_500, reasoning: 300 }
  const answer = { model, responseId: `resp_${writingId}`, supportId: `req_${writingId}`, usage, costMicroUsd: 11_000 }
  const call = {
    idempotencyKey: attempt,
    title: `recit ${attempt}`,
    avatarId: 'look_7c1f0e5b',
    voiceId: 'voice_fr_0192',
    engine: 'avatar_iv',
    resolution: '1080p',
    aspectRatio: '16:9',
    locale: 'fr-FR',
    pauses: false,
    bodyHash: sha256(attempt),
  } as const
  const order = {
    attempt,
    textHash: second.textHash,
    acceptsDoublePayment: false,
    estimatedMicroUsd: 5_000_000,
    call,
  }
  const film = { file: `films/${attempt}.mp4`, bytes: 48_000_000, sha256: sha256(attempt), contentType: 'video/mp4' }
  return [
    booked(),
    { type: 'ScriptRequested', data: { writingId, instructions: null, sections: [...sectionKeys], memoryKinds: [] } },
    { type: 'ScriptAttempted', data: { writingId, n: 1, ...prompt, partial: null } },
    { type: 'ScriptGenerated', data: { writingId, n: 1, ...first, ...answer, ...how } },
    { type: 'ScriptEdited', data: { ...second, sections: [...sectionKeys], why: 'edited', restoredFrom: null } },
    { type: 'ScriptApproved', data: { textHash: second.textHash, fourEyes: 'off', ...noFindings } },
    { type: 'VideoRequested', data: order },
    { type: 'VideoSubmitted', data: { attempt, heygenVideoId, how: 'answered', supportId: null } },
    { type: 'VideoReady', data: { attempt, heygenVideoId, durationMs: 301_000 } },
    { type: 'VideoArchived', data: { attempt, heygenVideoId, ...film } },
  ]
}

const noFindings = { linterVersion: '1', blocking: [], overridden: false, overrideReason: null }

const sentence = 'Votre chemin de vie est le sept et il vous invite à regarder loin devant vous'.split(' ')

function scriptOf(words: number, mark: string) {
  const each = Math.round(words / 5)
  const part = `${mark} ${Array.from({ length: each }, (_, n) => sentence[n % sentence.length]).join(' ')}`
  const script = { accueil: part, portrait: part, elan: part, annee: part, cloture: part }
  return { script, textHash: sha256(JSON.stringify(script)), words: each * 5 }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
