/** What the kinds of memories and the themes are called, on the form and beside what somebody wrote. */
import type { MemoryKind, Theme } from '#events/memories.ts'

export const memoryLabels: Record<MemoryKind, string> = {
  childhood: 'Un souvenir d’enfance',
  pride: 'Une fierté',
  turning: 'Un moment qui a compté',
  question: 'Une question',
}

export const themeLabels: Record<Theme, string> = {
  relations: 'Les relations',
  work: 'Le travail',
  family: 'La famille',
  creation: 'La création',
  change: 'Un changement',
  meaning: 'Le sens',
}

/** In the order of the form. */
export const memoryKinds = Object.keys(memoryLabels) as MemoryKind[]
export const themes = Object.keys(themeLabels) as Theme[]
