/** The person's gender is unknown: nothing agrees with it (`script-writing.md` §3.5). */
import { agreesWithGender } from './agreement.ts'
import type { Finding, LintSubject } from './finding.ts'
import { findAll, matchesIn, words, type Match } from './matching.ts'
import { finding, type Passage, type Remedy } from './passage.ts'

export function genderFindings(passage: Passage, subject: LintSubject): Finding[] {
  return [
    ...findAll(passage, 'gender', dear(subject.firstName), greeting(passage)),
    ...inclusive.flatMap((pattern) => findAll(passage, 'gender', pattern)),
    ...others.flatMap((pattern) => findAll(passage, 'gender', pattern)),
    ...agreements(passage),
  ]
}

/** « Chère Ada » and « cher ami », but not « chère à votre cœur ». */
function dear(firstName: string): RegExp {
  const name = firstName.toLowerCase().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const start = '(?<!\\p{L})(bonjour |bonsoir )?(?:ma |mon )?(?:très )?'
  return new RegExp(`${start}ch(?:er|ère)(?: (?=(?:${name}|ami|amie)(?!\\p{L}))|(?=,))`, 'gu')
}

function greeting({ spoken }: Passage) {
  return ({ text, groups: [hello], start }: Match): Remedy | null => {
    if (!/\s$/u.test(text)) return null
    const opening = /\p{Lu}/u.test(spoken.charAt(start)) ? 'Bonjour ' : ''
    return { label: hello ? 'Retirer' : 'Saluer sans accord', replacement: opening || (hello ?? '') }
  }
}

/** « né(e) », « prêt·e », « heureux/se ». */
const inclusive = [
  /(?<![\p{L}\p{M}])\p{L}{1,30}\((?:e|es|ne|nes|le|ve|se|euse|trice|rice|ère)\)s?/gu,
  /(?<![\p{L}\p{M}])\p{L}{2,30}[·•‧.](?:e|es|ne|nes|le|les|ve|ves|se|ses|euse|euses|trice|trices|ère|ères)(?:[·•‧.]s)?(?![\p{L}\p{M}])/gu,
  /(?<![\p{L}\p{M}])\p{L}{2,30}\/(?:e|ne|le|ve|se|euse|trice|ère)(?![\p{L}\p{M}])/gu,
]

const others = [
  words('être_née?'),
  /(?<![\p{L}\p{M}])née?(?=[^.!?]{0,80}, vous )/gu,
  words('(?:madame|monsieur|mademoiselle|cher_monsieur|chère_madame)'),
  words('vous_(?:avancez|marchez|restez|vivez|partez|agissez|décidez|tenez|demeurez)_(?:souvent_|parfois_)?seule?'),
  words(
    'vous_êtes_(?:un_(?!moteur)(?:\\p{L}{1,20}_)?\\p{L}{2,20}(?:eur|ien)|une_(?:\\p{L}{1,20}_)?\\p{L}{2,20}(?:euse|trice|ienne))',
  ),
  words(
    '(?:un_homme|une_femme)_(?:comme_vous|tel_que_vous|telle_que_vous)|vous_êtes_(?:un_homme|une_femme)(?:_\\p{L}{1,20})?',
  ),
]

const adverb =
  '(?:(?:très|si|plus|moins|trop|assez|bien|déjà|encore|toujours|souvent|parfois|aussi|tout|toute|parfois|peut-être|enfin|là|pas|jamais|\\p{L}{2,20}ment)_){0,3}'
const linked = words(
  `(?:vous_(?:n’)?(?:êtes|étiez|serez|seriez|soyez|restez|resterez|semblez|paraissez|devenez|demeurez)|vous_(?:ne_vous_|vous_)(?:êtes|étiez|sentez|sentiez|montrez|voyez|croyez)|vous_voilà|vous_avez_(?:\\p{L}{2,20}_)?été|vous_rend(?:ent)?|soyez)_${adverb}(\\p{L}{2,30})`,
)

/** « Vous êtes prête », « vous vous êtes senti » … : the last word agrees. */
function agreements(passage: Passage): Finding[] {
  return matchesIn(passage.lower, linked).flatMap(({ start, end, groups: [adjective = ''] }) =>
    agreesWithGender(adjective) ? [finding(passage, 'gender', start, end)] : [],
  )
}
