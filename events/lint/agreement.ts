/** Whether a French adjective or participle changes with the gender of whom it speaks of, by its ending. */

/** True for « née », « prêt », « courageuse »; false for « libre », « calme », « ici », « souvent ». */
export function agreesWithGender(word: string): boolean {
  if (invariable.has(word) || adverb.test(word) || imperfect.test(word)) return false
  return variable.has(word) || endings.some((ending) => ending.test(word))
}

const adverb = /ment$/u
const imperfect = /(?<!parf|satisf|distr|abstr)ait$/u

/** Masculine and feminine endings that differ; elsewhere a mute e is mostly the same for both. */
const endings = [
  /ée?$/u,
  /(?:i|[^gqo]u)e?$/u,
  /(?:pr|s|m|qu|pl)ise?$/u,
  /[aeo]nte?$/u,
  /eu(?:x|se|r)$|trice$/u,
  /i[fv]e?$/u,
  /(?:el|elle|ien|ienne|onne|ette)$/u,
  /(?:ier|ière|gère|gèr|cher|chère|ète)$/u,
  /(?:a|e)ine?$/u,
  /(?:rt|rte|rd|rde|nd|nde|ud|ude)$/u,
  /(?:it|ite|al|ale|ais|aise|ois|oise)$/u,
]

const variable = new Set(
  `prêt prête seul seule sûr sûre mûr mûre franc franche gentil gentille bon beau belle nouveau nouvelle doux douce fou
  folle sot sotte long longue las lasse gros grosse plein pleine pur pure dur dure clos close inquiet discret secret
  complet fier entier étranger léger froid froide chaud chaude mort morte jaloux surpris`.split(/\s+/u),
)

/** Words with such an ending that do not agree: epicene adjectives, adverbs, articles, pronouns. */
const invariable = new Set(
  `ici aussi ainsi parmi ceci celui lui qui oui demi midi si aujourd’hui autrui alerte honnête souvent pourtant maintenant
  devant autant pendant avant tant cependant durant mal jamais mais rebelle modèle fidèle elle celle celles quelle tel
  seulement quant point vrai peut peu du au eu vu dont sont vont font ont quitte en-avant insolite licite hypocrite tard
  tel telle chaque dehors dedans loin près unique
  ni merci quoi pourquoi moi toi soi nous vous rien combien adieu deux mieux demain hier lundi mardi jeudi vendredi samedi
  midi minuit raison derrière enfant arrière visite compagnie envie service place faim soif bien un une mille cent trente vingt`.split(
    /\s+/u,
  ),
)
