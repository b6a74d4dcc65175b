/** Nobody answered: the line is cut, or the house cannot. What was typed must outlive that. */
import { isRouteErrorResponse } from '@remix-run/react'

export type Away = 'line' | 'house'

/** In the words of Chrome, Firefox and Safari. Any other `TypeError` is a mistake of ours. */
const fetchFailed = /failed to fetch|networkerror|load failed|network connection/i

/** What an error of a call to our own server means; null where it is an answer, which the page has to show. */
export function awayOf(error: unknown): Away | null {
  if (isRouteErrorResponse(error)) return error.status >= 500 ? 'house' : null
  if (error instanceof DOMException || !(error instanceof Error)) return null
  return error instanceof TypeError && fetchFailed.test(error.message) ? 'line' : 'house'
}

export const awaySentences: Record<Away, string> = {
  line: 'Pas de connexion. Votre texte est toujours ici. Réessayez dans un instant.',
  house: 'Le site n’a pas pu répondre. Votre texte est toujours ici. Réessayez dans un instant.',
}

/** Recognises an action that nobody answered: nothing has changed, and there is nobody to ask for news. */
export const isAway = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'away' in answer
