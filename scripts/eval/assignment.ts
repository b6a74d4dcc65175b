/** What the desk would send for an invented person, and what it would check the answer against: told by its own code. */
import { orderFor } from '#app/desk/writing-order.ts'
import { subjectIn } from '#app/desk/subject.ts'
import type { ScriptOrder } from '#app/lib/openai.ts'
import { fold } from '#events/decide.ts'
import { factSchemas, streamOf, type Deed, type Fact } from '#events/facts.ts'
import type { LintSubject } from '#events/lint/finding.ts'
import { machineVersion } from '#events/machine.ts'
import { toIsoDate } from '#events/numerology/birth-date.ts'
import { lifePath } from '#events/numerology/life-path.ts'
import { numberSheet } from '#events/numerology/sheet.ts'
import { sectionKeys } from '#events/script.ts'

import { fixedDay, type InventedPerson } from './people.ts'

export type Assignment = { person: InventedPerson; order: ScriptOrder; subject: LintSubject }

/** A request booked on `fixedDay`, all of whose memories an admin chose. Pauses are not allowed, as in a first draft. */
export function assignmentFor(person: InventedPerson): Assignment {
  const facts = [booked(person), asked(person)].map(asFact)
  const order = orderFor({ requestId, facts, snapshot: fold(facts) })
  const subject = subjectIn(facts, false, true)
  if (order === null || subject === null) throw new Error(`${person.key} cannot be written about`)
  return { person, order, subject }
}

const requestId = '00000000-0000-4000-8000-000000000000'

function booked({ firstNames, lastName, birthDate, theme, memories }: InventedPerson): Deed {
  return {
    type: 'BookRequested',
    data: {
      ...{ firstNames, lastName, birthDate: toIsoDate(birthDate), email: 'personne@exemple.fr', theme },
      memories: memories.map((memory) => ({ ...memory, consent: true })),
      numbers: {
        lifePath: lifePath(birthDate),
        sheet: numberSheet({ firstNames, lastName, birthDate, on: fixedDay }),
      },
      consents: { ai: true, start: true, textVersion: 'eval' },
    },
  }
}

function asked({ memories, instructions }: InventedPerson): Deed {
  const memoryKinds = memories.map(({ kind }) => kind)
  return {
    type: 'ScriptRequested',
    data: { writingId: requestId, instructions, sections: [...sectionKeys], memoryKinds },
  }
}

function asFact(deed: Deed, index: number): Fact {
  return {
    ...deed,
    ...{ id: requestId, stream: streamOf(requestId), version: index + 1 },
    ...{ schemaVersion: factSchemas[deed.type].schemaVersion, machineVersion },
    ...{ actor: { kind: 'system', id: 'eval' }, commandId: requestId, causationId: null, correlationId: null },
    recordedAt: `${toIsoDate(fixedDay)}T12:00:00.000Z`,
  } as Fact
}
