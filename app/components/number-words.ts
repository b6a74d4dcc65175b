import type { LifePathMethod } from '#events/numerology/sheet-schema.ts'

/** As in a sentence, after « méthode ». */
export const methodNames: Record<LifePathMethod, string> = {
  vertical: 'verticale',
  horizontal: 'horizontale',
  components: 'par composants',
}
