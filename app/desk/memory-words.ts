/** What a memory or a theme is called where the house speaks of it to ChatGPT. */
import type { MemoryKind, Theme } from '#events/memories.ts'

export const themeWords: Record<Theme, string> = {
  relations: 'les relations',
  work: 'le travail',
  family: 'la famille',
  creation: 'la création',
  change: 'un changement',
  meaning: 'le sens',
}

export const memoryWords: Record<MemoryKind, string> = {
  childhood: 'un souvenir d’enfance',
  pride: 'une fierté',
  turning: 'un moment qui a compté',
  question: 'une question que la personne se pose',
}
