/** Words that nobody is called by, whoever they are said of. */
import type { Finding } from './finding.ts'
import { findAll, words } from './matching.ts'
import type { Passage } from './passage.ts'

export function insultFindings(passage: Passage): Finding[] {
  return findAll(passage, 'insult', insult)
}

const always =
  'imbéciles?|crétine?s?|abrutie?s?|pourritures?|connards?|connasses?|connes?|salopes?|salauds?|putes?|enfoirée?s?|merdeu(?:x|ses?)|ordures?_humaines?|sous-merdes?|moins_que_rien|bons?_à_rien|bonnes?_à_rien|pauvres?_(?:types?|cloches?|idiote?s?|filles?_sans)|raclures?|débiles?|décérébrée?s?'
/** Said of the listener, or of a « they », these are insults too; elsewhere they may be said of a thing. */
const ofSomebody =
  '(?:nulle?s?|stupides?|laides?|moches?|bêtes?|pathétiques?|minables?|médiocres?|idiote?s?|con|cons|ridicules?|ignobles?|méprisables?|déchets?|ordures?|parasites?|sans_(?:valeur|intérêt)|monstres?)'
const degree = '(?:_(?:une?|des|vraiment|si|trop|tellement|très|bien|tout|simplement|plutôt|franchement|qu’une?)){0,3}'
const insult = words(
  `${always}|(?:vous_(?:n’)?êtes|vous_restez|vous_n’êtes_qu|tu_es|espèce_de|pauvre|sale)${degree}_?${ofSomebody}(?!_(?:de_joie|noire?))`,
)
