/** Facts to append, for tests of the archive: a booked request, and corrections of its script. */
import { createHash, randomUUID } from 'node:crypto'

import type { Archive } from '#db/archive.ts'
import type { Append } from '#db/log.ts'
import { project } from '#db/project.ts'
import type { RequestKey } from '#db/sealing.ts'
import { factSchemas, streamOf, type Actor, type Deed, type Fact } from '#events/facts.ts'
import { sectionKeys } from '#events/script.ts'
import { machineVersion } from '#events/machine.ts'
import { numberSheet } from '#events/numerology/sheet.ts'
import { lifePath } from '#events/numerology/life-path.ts'

const admin: Actor = { kind: 'admin', id: 'a0000000-0000-4000-8000-00000000000a' }

export type Story = { requestId: string; stream: string; key: RequestKey; facts: Fact[] }

export function newStory(archive: Pick<Archive, 'newKey'>): Story {
  const requestId = randomUUID()
  const stream = streamOf(requestId)
  return { requestId, stream, key: archive.newKey(stream), facts: [] }
}

export const booked = (firstNames = 'Ada', lastName = 'Lovelace'): Deed => ({
  type: 'BookRequested',
  data: {
    firstNames,
    lastName,
    birthDate: '1985-12-10',
    email: 'ada@exemple.fr',
    theme: 'work',
    memories: [{ kind: 'question', text: 'Que faire cette année ?', consent: true }],
    numbers: {
      lifePath: lifePath({ year: 1985, month: 12, day: 10 }),
      sheet: numberSheet({ firstNames, lastName, birthDate, on: { year: 2026, month: 11, day: 23 } }),
    },
    consents: { ai: true, start: true, textVersion: 'test' },
  },
})

const birthDate = { year: 1985, month: 12, day: 10 }
const why = { sections: [...sectionKeys], why: 'edited' as const, restoredFrom: null }

export function edited(text: string): Deed {
  const script = { accueil: text, portrait: '', elan: '', annee: '', cloture: '' }
  const textHash = createHash('sha256').update(text).digest('hex')
  return { type: 'ScriptEdited', data: { script, textHash, words: text.split(' ').length, ...why } }
}

/** The append that carries a story on; `story.facts` grows when `keep` is called with the same append. */
export function appendOf(story: Story, deeds: Deed[], changes: Partial<Append> = {}): Append & { after: Fact[] } {
  const at = changes.at ?? new Date().toISOString()
  const command = changes.command ?? { id: randomUUID(), verb: 'test' }
  const actor = changes.actor ?? admin
  const fresh = deeds.map((deed, index) => {
    const place = { id: randomUUID(), stream: story.stream, version: story.facts.length + index + 1 }
    const { schemaVersion } = factSchemas[deed.type]
    const rules = { schemaVersion, machineVersion, commandId: command.id, causationId: null, correlationId: null }
    return { ...deed, ...place, ...rules, actor, recordedAt: at } as Fact
  })
  const after = [...story.facts, ...fresh]
  return {
    stream: story.stream,
    expected: story.facts.length,
    command,
    actor,
    facts: fresh.map(({ id }, index) => ({ id, deed: deeds[index] as Deed })),
    machineVersion,
    causationId: null,
    correlationId: null,
    at,
    key: story.key,
    view: project(after),
    jobs: [],
    ...changes,
    after,
  }
}

export async function tell(archive: Archive, story: Story, deeds: Deed[]): Promise<void> {
  const append = appendOf(story, deeds)
  const answer = await archive.append(append)
  if (answer.tag !== 'appended') throw new Error(`not appended: ${answer.tag}`)
  story.facts = append.after
}
