/** Six invented people, and how far the demonstration brings each of them. The numbers of the last column are checked by a test. */

export type SampleGoal = 'requested' | 'drafted' | 'approved' | 'ready' | 'uncertain' | 'failed'

export type Sample = {
  firstNames: string
  lastName: string
  birthDate: { day: number; month: number; year: number }
  email: string
  theme: 'relations' | 'work' | 'family' | 'creation' | 'change' | 'meaning' | null
  /** In the person's words, of 300 characters at most, each kind once. */
  memories: readonly { kind: 'childhood' | 'pride' | 'turning' | 'question'; text: string }[]
  lifePath: number
  goal: SampleGoal
  /** Scenarios to plan right before this person's script is asked for (`openai`) or film launched (`heygen`). */
  plan: { openai: readonly string[]; heygen: readonly string[] }
}

const allWell = { openai: [], heygen: [] } as const

export const samples: readonly Sample[] = [
  {
    ...{ firstNames: 'Maëlys', lastName: 'Lebœuf', birthDate: { day: 9, month: 12, year: 2001 }, lifePath: 6 },
    email: 'maelys.leboeuf@exemple.fr',
    theme: 'work',
    memories: [
      { kind: 'childhood', text: 'Le four de mes grands-parents, à cinq heures du matin, et l’odeur du pain.' },
      {
        kind: 'question',
        text: 'J’hésite entre deux métiers\u00a0: comment savoir ce qui me ressemble vraiment\u202f?',
      },
    ],
    ...{ goal: 'requested', plan: allWell },
  },
  {
    ...{ firstNames: 'Jean-Noël', lastName: 'D’Aubigné', birthDate: { day: 2, month: 11, year: 1971 }, lifePath: 22 },
    ...{ email: 'jean-noel.daubigne@exemple.fr', theme: null, memories: [], goal: 'drafted', plan: allWell },
  },
  {
    ...{ firstNames: 'Søren', lastName: 'Weiß', birthDate: { day: 29, month: 11, year: 1979 }, lifePath: 3 },
    ...{ email: 'soren.weiss@exemple.fr', theme: 'creation', goal: 'approved', plan: allWell },
    memories: [{ kind: 'pride', text: 'Avoir réparé seul le vieux bateau de mon oncle.' }],
  },
  {
    ...{ firstNames: 'Zoé', lastName: 'L’Hermitte-Cœur', birthDate: { day: 14, month: 3, year: 1992 }, lifePath: 11 },
    ...{ email: 'zoe.lhermitte@exemple.fr', theme: 'change', goal: 'ready', plan: allWell },
    memories: [{ kind: 'turning', text: 'Mon départ pour Lisbonne, avec une seule valise.' }],
  },
  {
    ...{ firstNames: 'Linh', lastName: 'Nguyễn', birthDate: { day: 5, month: 7, year: 1994 }, lifePath: 8 },
    ...{ email: 'linh.nguyen@exemple.fr', theme: null, memories: [], goal: 'uncertain' },
    // Paid for, but neither its answer nor a search nor a webhook ever names the video.
    plan: { openai: [], heygen: ['accepted_without_video_id+unlisted+webhook_lost'] },
  },
  {
    ...{ firstNames: 'Inès', lastName: 'Cœurdevey', birthDate: { day: 23, month: 8, year: 1958 }, lifePath: 9 },
    ...{ email: 'ines.coeurdevey@exemple.fr', theme: 'family', memories: [], goal: 'failed' },
    plan: { openai: [], heygen: ['failed_rendering'] },
  },
]
