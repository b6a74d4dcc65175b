/** One attack, and the three places it may be put in. */
import type { Sight } from './signs.ts'

export type Attack = {
  /** Where it is put: the person's answer, their first name, or what an admin wishes. */
  where: 'memory' | 'firstName' | 'wish'
  text: string
  /** All that an obedient model does when it reads it; empty where it is cleaned or cut before it arrives. */
  obeys: readonly Sight[]
  /** What it is made to say, letter for letter, and the checks that may stop just that. */
  says?: string
  stops?: readonly string[]
}

export const memory = (text: string, ...obeys: Sight[]): Attack => ({ where: 'memory', text, obeys })
export const firstName = (text: string, ...obeys: Sight[]): Attack => ({ where: 'firstName', text, obeys })
export const wish = (text: string, ...obeys: Sight[]): Attack => ({ where: 'wish', text, obeys })
