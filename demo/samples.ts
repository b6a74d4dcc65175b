/** Six invented people, and how far the demonstration brings each of them. The numbers of the last column are checked by a test. */

export type SampleGoal = 'requested' | 'drafted' | 'approved' | 'ready' | 'uncertain' | 'failed'

export type Sample = {
  firstNames: string
  lastName: string
  birthDate: { day: number; month: number; year: number }
  email: string
  question: string | null
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
    question: 'J’hésite entre deux métiers\u202f: comment savoir ce qui me ressemble vraiment\u202f?',
    ...{ goal: 'requested', plan: allWell },
  },
  {
    ...{ firstNames: 'Jean-Noël', lastName: 'D’Aubigné', birthDate: { day: 2, month: 11, year: 1971 }, lifePath: 22 },
    ...{ email: 'jean-noel.daubigne@exemple.fr', question: null, goal: 'drafted', plan: allWell },
  },
  {
    ...{ firstNames: 'Søren', lastName: 'Weiß', birthDate: { day: 29, month: 11, year: 1979 }, lifePath: 3 },
    ...{ email: 'soren.weiss@exemple.fr', question: null, goal: 'approved', plan: allWell },
  },
  {
    ...{ firstNames: 'Zoé', lastName: 'L’Hermitte-Cœur', birthDate: { day: 14, month: 3, year: 1992 }, lifePath: 11 },
    ...{ email: 'zoe.lhermitte@exemple.fr', question: null, goal: 'ready', plan: allWell },
  },
  {
    ...{ firstNames: 'Linh', lastName: 'Nguyễn', birthDate: { day: 5, month: 7, year: 1994 }, lifePath: 8 },
    ...{ email: 'linh.nguyen@exemple.fr', question: null, goal: 'uncertain' },
    // Paid for, but neither its answer nor a search nor a webhook ever names the video.
    plan: { openai: [], heygen: ['accepted_without_video_id+unlisted+webhook_lost'] },
  },
  {
    ...{ firstNames: 'Inès', lastName: 'Cœurdevey', birthDate: { day: 23, month: 8, year: 1958 }, lifePath: 9 },
    ...{ email: 'ines.coeurdevey@exemple.fr', question: null, goal: 'failed' },
    plan: { openai: [], heygen: ['failed_rendering'] },
  },
]
