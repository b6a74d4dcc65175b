/** Orders given to a « tu » that is not said: « prends le temps », « n’hésite pas », « sois patient ». */

/** No noun and no third person is written like these. */
const sure =
  'prends|reprends|apprends|comprends|attends|entends|rends|réponds|fais|sois|aie|permets|promets|dis|redis|vois|écris|relis|crois|viens|reviens|souviens-toi|deviens|retiens|pars|repars|sors|dors|sens|ressens|reçois|aperçois|éteins|crains|rejoins'
/** The third person is alike: only where no subject can stand before. */
const alike =
  'regarde|écoute|laisse|respire|pense|imagine|accueille|ose|essaie|observe|donne|ouvre|accepte|repose|prépare|rappelle|avance|oublie|continue|recommence|profite|évite|cesse|arrête|dessine|raconte|lève|tourne|partage|appelle|lance|commence(?= par| petit| doucement)|reste(?! (?:une?|l[ae]s?|l’|à|qu|ce|des|encore|alors|donc)(?!\\p{L}))|choisis|souris|ralentis|réfléchis|va|suis|savoure|abandonne|explore|trouve|apprivoise|cultive|célèbre|honore|allume|nourris|cueille|aime'
/** Nouns too: only with what is to be kept, asked, closed. */
const nouns =
  'garde|cherche|pose|offre|demande|ferme|marche|note|change|rêve|parle|range|tente|invite|aide|danse|chante|compte|marque|dose|place|crée|mets|vis'
const object =
  '(?= (?:l[ae]s?|l’|une?|des|ces?|cet|cette|chaque|quelques?|tout|toutes|t[ae]s?|ton|en|bien|vite|moins|plus|un peu|doucement|lentement|pour|sans|jusqu|vers|dans|ce qu|à (?:voix|ton|ta|pas))(?!\\p{L}))'
const end = '(?=[ ,.!;]|-(?:toi|le|la|les|lui|moi|y|en)(?!\\p{L})|$)'

/** « Le soir, … », « Quand le doute revient, … »: what comes next has no subject unless it is told. */
const opener =
  '(?:(?:alors|et|puis|mais|donc|maintenant|surtout),? |(?:ensuite|enfin|désormais|parfois|aujourd’hui|demain|d’abord), |(?:l[ea] (?:soir|matin|nuit|jour)|ce soir|chaque|cette|cet|quand|lorsqu|si|s’|dès|pour|avant|après|en|au|aux|à|dans|pendant|face|malgré|avec|sans)(?:[ ’][^,.;:!?\\n]{1,80})?, )'
const head = '(?<=^|[.!?…:] {1,3}|\\n)'

/** « N’est pas poète qui veut », « ne reste que le silence » are about others. */
const negated =
  'n(?:e (?:te |le |la |les |lui |l’|y )?|’(?:y |en )?)(?!(?:est|vaut|reste|compte|manque|existe|être|vous|nous|sommes|êtes)(?!\\p{L}))\\p{L}{1,14}(?:e|(?<!on)s|va)(?:-toi)? (?:pas|plus|jamais|rien|personne|aucune?)(?!\\p{L})'

const order = `(?:(?:${sure}|${alike})(?! ou )${end}|(?:${nouns})(?:-(?:toi|la|le|les)(?!\\p{L})|${object})|${negated})`

/** A pattern each, on lower-case text. */
export const orders = [
  new RegExp(`${head}${opener}?${order}`, 'gmu'),
  new RegExp(
    `(?<=[,;:] (?:et |puis |mais |alors )?|[^\\p{L}](?:et|puis|alors) )(?:${sure})(?= (?:(?!que |ou |et )\\p{L}|l’|d’|-toi)|-toi)`,
    'gu',
  ),
]
