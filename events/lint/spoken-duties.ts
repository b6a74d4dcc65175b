/**
 * What each script must say: how it was made (`law.md` §3) and what it is not (`script-writing.md` §8.1).
 * Kept word for word equal to what the model is told (`app/lib/script-instructions.ts`) by a test.
 */
export const spokenNotice =
  'Cette vidéo est réalisée avec l’aide d’une intelligence artificielle. Le texte a été rédigé par une machine, puis relu par notre équipe, et la personne à l’écran est un avatar numérique.'
export const spokenDisclaimer =
  'Cette lecture est une invitation à la réflexion et au divertissement. Elle ne remplace pas l’avis d’un professionnel de santé, du droit ou de la finance.'
