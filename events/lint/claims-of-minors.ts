/** Children: no reading is of a minor, by name, age or school (`script-writing.md` §8.1). */
import type { Claim } from './claims.ts'
import { theyWill } from './future-tense.ts'

const child =
  'enfants?|fils|filles?|ado(?:lescente?s?|s)?|neveux?|nièces?|petits?-fils|petites?-filles?|petits-enfants|bébés?|garçons?|fillettes?|écoliers?|écolières?|tout-petits|jumeaux|jumelles|gamine?s?'
const elder = '(?:votre|vos|son|leur)_(?:aînée?s?|cadett?e?s?|cadets?|benjamine?s?|petite?_derni(?:er|ère))'
const reads =
  'est|sont|a|ont|sera|seront|aura|auront|deviendra|deviendront|porte(?:nt)?|possède(?:nt)?|montre(?:nt)?|réussira|manque(?:nt)?|souffre(?:nt)?|hérite(?:nt)?|vibre(?:nt)?|doi(?:t|vent)|cache(?:nt)?|rest(?:e|era)'
const years =
  '(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept)_(?:ans|mois)'

/** Said of a child, these make a reading of it. */
const numerology =
  /nombre|chiffre|chemin de vie|numérolog|numéro|vibr|thème|cycle|année (?:personnelle|un|deux|trois|quatre|cinq|six|sept|huit|neuf)|sous le (?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|onze)|(?:un|le|du|les) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|onze|vingt-deux)(?! (?:ans|mois|heures?|jours))|lecture|prénom/u

/** A child that the listener was or is like. */
const likened =
  /(?:comme (?:une?|des|les)|(?:jeu|âme|joie|rêve|regard|cœur|rire|livre|photo|souvenir|voix|yeux|œil|dessin|curiosité|lit|chambre|imagination|part|étonnement|sérieux|mémoire)s? (?:d’|de l’|d’une? |des ))(?:petite? )?\p{L}{0,12}$|l’enfant$/u
/** « Beaucoup d’enfants posent des questions »: of none in particular. */
const likenedOrAny = new RegExp(
  `${likened.source}|(?:beaucoup d’|tant d’|bien des |comme tous les |certains )\\p{L}+$`,
  'u',
)
const oneself = /^ ?(?:intérieure?|que (?:vous|l’on|nous)|en vous|, vous)/u

export const minorsRead: readonly Claim[] = [
  {
    says: '(?:cet|votre|vos|son|leur|leurs|ces)_(?:jeunes?_|petits?_|propres?_)?enfants?(?!_intérieure?)(?!_que_vous_(?:étiez|avez_été))',
    unless: /(?:l’|âme d’|cœur d’)enfant/u,
  },
  {
    says: `(?:votre|vos|son|sa|ses|leurs?)_(?:petite?_|jeune_|aînée?_|\\p{L}{2,12}_)?(?:${child})(?:_(?:aînée?|cadette?|de_\\p{L}+_ans))?_(?:${reads}|${theyWill})`,
    unless: /enfant intérieur/u,
  },
  {
    says: `(?:${child})(?:_\\p{L}{1,12}){0,4}?_${theyWill}|(?:${child})_née?s?_(?:en|cette|ce|un|le|sous)`,
    unless: likened,
    after: oneself,
  },
  { says: `${child}|${elder}`, needs: numerology, unless: likenedOrAny, after: oneself },
  {
    says: `petite?s?_(?:\\p{L}{1,6}_)?(?:de|d’)_?${years}|élèves?_(?:en|de|du|née?s?|sous)|scolaires?|scolarité|à_cet_âge`,
    needs: numerology,
  },
  {
    says: `à_${years}(?=\\s?,_(?:on|un|une|il|elle|les|le|la|votre|ce|cet|cette)_|_on_)`,
    needs: numerology,
    after: /vous (?:av|ét)iez/u,
  },
  {
    says: `(?:de|à)_(?:\\p{L}{2,15}_){1,2}(?:ans|mois),?_(?:votre|son|sa|cet|cette)_(?:${child})|(?:${child})_(?:de|âgée?_de)_\\p{L}{2,12}_ans`,
  },
  {
    says: '(?:un|une|l’|les|des|ces|aux)_?(?:enfants?|ado\\p{L}*|bébés?)_(?:indigo|cristal|doués?|surdoués?|difficiles?|turbulents?|hyperactifs?|précoces?|à_problèmes?|né(?:s|e|es)?_sous)|surdouée?s?',
  },
  {
    says: 'personnes?_mineures?|une?_mineure?|les_mineurs|(?:chemin_de_vie|numérologie|nombre|lecture|thème)_(?:de_(?:votre|vos|l’|cet_)|des_)_?(?:enfants?|fils|fille|bébé)',
  },
]
