/** The person's gender is unknown: nothing agrees with it (`script-writing.md` §3.5). */
import { agreements } from './agreed.ts'
import type { Finding, LintSubject } from './finding.ts'
import { findAll, words, type Match } from './matching.ts'
import type { Passage, Remedy } from './passage.ts'

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
  words('(?:tel|telle)_que_vous_(?:êtes|étiez)'),
  /(?<![\p{L}\p{M}])née?(?=[^.!?]{0,80}, vous )/gu,
  words('(?:madame|monsieur|mademoiselle|cher_monsieur|chère_madame)'),
  words('vous_(?:avancez|marchez|restez|vivez|partez|agissez|décidez|tenez|demeurez)_(?:souvent_|parfois_)?seule?'),
  words(
    'vous_êtes_(?:un_(?!moteur|soutien|lien|bonheur|cœur)(?:\\p{L}{1,20}_)?\\p{L}{2,20}(?:eur|ien)|une_(?:\\p{L}{1,20}_)?\\p{L}{2,20}(?:euse|trice|ienne))',
  ),
  words(
    '(?:un_homme|une_femme)_(?:comme_vous|tel_que_vous|telle_que_vous)|vous_êtes_(?:un_homme|une_femme)(?:_\\p{L}{1,20})?|(?:l’homme|la_femme)_(?:que|qui)',
  ),
  words(
    'vous_êtes_(?:\\p{L}{1,12}_)?(?:celui|celle|(?:le_premier|la_première|le_dernier|la_dernière)_à|une?_(?:solitaire|optimiste|idéaliste|artiste|sage|poète|passionnée?|créati(?:f|ve)|bosseu(?:r|se)|battante?|intuiti(?:f|ve)))',
  ),
  words(
    'vous_(?:êtes|restez|demeurez|devenez)_(?:\\p{L}{1,12}_)?(?:un_(?:\\p{L}{1,12}_)?(?!pilier|sentier|premier|quartier|atelier)\\p{L}{2,15}(?:ier|eux)|une_(?!personne|présence|âme|nature|force|source|oreille|part|voix)(?:\\p{L}{1,12}_)?\\p{L}{2,15}(?:euse|trice|ienne))',
  ),
  words('vous_seule?(?=_\\p{L}{2,20}(?:ez|vez|êtes))|à_vous_seule?(?=\\s?[,.])'),
  words(
    'vous_(?:a|ont|avait|avaient)_(?:\\p{L}{2,12}_)?\\p{L}{2,20}(?:ées?|ues?|ies?)(?=_(?:loin|jusqu|vers|par|dans|à|ici|plus|avec|pour|un_jour|très|au)|\\s?[,.;!?]|$)',
  ),
]
