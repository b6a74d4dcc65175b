/** Adjectives and participles that agree with the listener, wherever the sentence puts them. */
import { agreesWithGender } from './agreement.ts'
import type { Finding } from './finding.ts'
import { matchesIn, words } from './matching.ts'
import { finding, type Passage } from './passage.ts'

export function agreements(passage: Passage): Finding[] {
  const found = [...linked(passage), ...apposed(passage)]
  return found.filter(({ start }, index) => found.findIndex((other) => other.start === start) === index)
}

const adverb =
  '(?:(?:très|si|plus|moins|trop|assez|bien|déjà|encore|toujours|souvent|parfois|aussi|tout|toute|peut-être|enfin|là|pas|jamais|volontiers|à_la_fois|un_peu|\\p{L}{2,20}ment)_){0,3}'
const being = '(?:être|paraître|sembler|rester|devenir|demeurer|vous_(?:sentir|montrer|savoir|croire|voir|trouver))'

/** Subject, verb and adverb before « prête », « attentif »; what others see in the listener too. */
const links = [
  '(?<!personne_que_)vous_(?:qui_)?(?:n’)?(?:êtes|étiez|serez|seriez|soyez|restez|resterez|semblez|paraissez|devenez|demeurez|avancez|marchez|repartez|vivez|grandissez)',
  'vous_(?:ne_vous_|vous_)(?:êtes|étiez|sentez|sentiez|montrez|voyez|croyez|savez|trouvez|imaginez|retrouvez)',
  'vous_voilà|soyez|vous_avez_(?:\\p{L}{2,20}_)?été|vous_(?:rend(?:ent)?|laisse(?:nt)?|fait_paraître|garde(?:nt)?)',
  'vous_(?:sa(?:it|vent)|savai(?:t|ent)|(?:di|croi|voi)(?:t|sent|ent|rait|raient)|(?:dis|croy|voy|sent|sav|connaiss)(?:ait|aient|ons)|sen(?:t|tent|tirait)|connaî(?:t|trait)|connaissent|perçoi(?:t|vent)|surpren(?:d|nent)|(?:devin|trouv|imagin|juge?|pens|estim|suppos|surnomm)(?:e|ent|ait|aient|era|erait|eraient|ons))(?!_comme_)',
  `vous_(?:a|ont|avait|avaient)_(?:\\p{L}{2,12}_){0,2}?(?:connu|cru|vu|trouvé|jugé|su|imaginé|pensé|surnommé|rendu|laissé|senti|dit|voulu)e?`,
  '(?:peu(?:t|vent)|pourrai(?:t|ent)|(?:va|vont)|sa(?:it|vent)|pour|de|à)_vous_(?:laisser|rendre|croire|voir|trouver|imaginer|juger)(?!_\\p{L}{2,15}(?:ier|cher)(?!\\p{L}))',
  'vous_(?:décri(?:t|vent)|perçoi(?:t|vent)|considère(?:nt)?|voi(?:t|ent))_(?:\\p{L}{1,10}_)?comme',
  `(?:vous_\\p{L}{2,14}ez_(?:${adverb})(?:d’|de_)?|vous_arrive_(?:${adverb})(?:d’|de_)|vous_(?:avez|aviez|gardez|ressentez)_(?:\\p{L}{1,12}_){0,3}(?:besoin|envie|goût|peur|horreur|habitude)_(?:d’|de_))${being}`,
]
/** The first adjective, and up to three more after commas and « et ». */
const link = words(
  `(?:${links.join('|')})_(?:quelqu’un_d[e’]_?)?${adverb}(\\p{L}{2,30})((?:(?:\\s?,_(?:et_)?|_et_|_ou_|_mais_)${adverb}\\p{L}{2,30}){0,3})`,
)
const next = words(`(?:\\s?,_(?:et_)?|_et_|_ou_|_mais_)?${adverb}(\\p{L}{2,30})`)
/** An adjective of a list ends it, or takes a complement; what goes on otherwise is a clause of its own. */
const ended =
  /^(?:\s?(?:[,.;:!?…]|$)| (?:et|ou|mais|à|aux?|de|d’|dans|avec|pour|quand|envers|face|devant|malgré|que|qu’|par|en|comme|parfois|souvent)(?!\p{L}))/u

function linked(passage: Passage): Finding[] {
  const { lower } = passage
  return matchesIn(lower, link).flatMap(({ start, end, text, groups: [first = '', list = ''] }) => {
    if (/quelqu’un d/u.test(text)) return []
    if (agreesWithGender(first)) return [finding(passage, 'gender', start, end - list.length)]
    const from = end - list.length
    const later = matchesIn(list, next).find(
      ({ end: last, groups: [word = ''] }) =>
        agreesWithGender(word) && ended.test(lower.slice(from + last, from + last + 12)),
    )
    return later ? [finding(passage, 'gender', start, from + later.end)] : []
  })
}

/** « Curieuse, vous … », « vous, toujours prêt à aider, … ». */
const opening = words(
  `${adverb}(\\p{L}{3,30})(?=\\s?,_(?:et_)?(?:vous|on_vous)_|_(?:et|mais|à|aux?|de|d’|par|pour|envers|comme)[^.,;:!?]{0,50},_(?:vous|on_vous)_)`,
)
const aside = words(`vous\\s?,_${adverb}(\\p{L}{3,30})(?=\\s?,|_(?:et|à|aux?|de|d’|par|pour|envers)_)`)
/** « Demain, vous », « sachant cela, vous », « petit à petit, vous » open a sentence too. */
const noAdjective =
  /^(?:demain|soudain|hier|certain|bien|rien|quant|face|petit|petite|nuit|tout|selon|étant|personne|elle|\p{L}{2,20}(?<!confi|exige|vigil|tolér|brill)ant)$/u

function apposed(passage: Passage): Finding[] {
  const { lower, sentences } = passage
  const openings = sentences.flatMap(({ start, end }) =>
    matchesIn(lower.slice(start, end), opening)
      .filter((match) => match.start === 0)
      .map((match) => ({ ...match, start, end: start + match.end })),
  )
  return [...openings, ...matchesIn(lower, aside)]
    .filter(
      ({ text, groups: [word = ''] }) => agreesWithGender(word) && !noAdjective.test(word) && !/bien sûr/u.test(text),
    )
    .map(({ start, end }) => finding(passage, 'gender', start, end))
}
