/** What makes a judgement of a sentence about somebody else: tried on the words that follow who it is about. */

/** Up to here the words are still about that person; a hedge excuses nothing, an insinuation wounds as much. */
const near = '(?:(?! (?:et|mais|quand|si|car) vous )[^.;:!?]){0,70}?'

const vices = [
  '(?<!ne |n’)(?:ment(?:ent|ait|aient|ira|i)?|trich\\p{L}+|critiqu\\p{L}+|trahi\\p{L}*|manipul\\p{L}+|mépris\\p{L}+|dénigr\\p{L}+|jalous\\p{L}+|rivalis\\p{L}+|médi(?:t|sent)|profit(?:e|ent|ait|é) de|abus(?:e|ent|ait|é) de)',
  'pren(?:d|nent|ait|dre) (?:toute la|trop de|votre) place',
  '(?:refus|sèm|convoit|lorgn|guett|complot|conspir|tyrannis|boud|gâch|pourri|sap|min|rong|escroqu|ruin|haï|hai|s’acharn|s’approprie|s’attribu|détrui|persécut|nui)\\p{L}{0,6}',
  'cach\\p{L}+ (?:son|leur|bien son) jeu|main leste|caprices?|sautes d’humeur|(?:mauvais|sale|fichu) caractère|rancun\\p{L}+|d’yeux que|n’en a que pour|rêv\\p{L}+ de (?:votre|vous|prendre)|la discorde|sous (?:sa|leur) coupe',
  '(?:que|qu’)(?: quand| lorsqu| si| pour (?:vous prendre|profiter|critiquer)|(?:ils|elles|il|elle) (?:ont|a) besoin)',
  'ram[eè]n\\p{L}+ tou(?:t|jours)|double jeu|trouble jeu',
  'se (?:mêl\\p{L}+ de|ser(?:t|vent|vait) de|moqu\\p{L}+|croi(?:t|ent|yait)|fich\\p{L}+|défil\\p{L}+|victimis\\p{L}+|dérob\\p{L}+)',
  '(?:attend|espèr|guett|souhait)\\p{L}* (?:que vous (?:échou|tombi|craqui|renonci|parti)\\p{L}*|votre (?:chute|échec|départ))|(?:que|qu’) ?par (?:intérêt|calcul|habitude|jalousie)',
  '(?:peur|honte|ombrage) de (?:votre|vos|vous)',
  'dents longues|mains sales|langue de vipère|deux visages|mauvaise foi|arrière-pensées?|poison|fardeau|boulet',
  'cœur (?:\\p{L}{1,8} )?(?:sec|dur|froid|fermé|de pierre|aride|vide)',
  '(?:dans|de) son (?:monde|égoïsme)|dans votre (?:ombre|dos)|dos tourné|bâtons dans les roues',
  'pass\\p{L}* (?:tout )?(?:son|leur) temps à',
  'fui(?:t|ent|yait|yaient)',
  'buv(?:ait|aient)|boi(?:t|vent) trop|trop bu|violen(?:t|te|ts|ce)|frappai(?:t|ent)|(?:criait|hurlait) (?:sur|après)',
  'préf[éè]r(?:ait|aient|e|ent|é) (?:toujours )?(?:votre (?:sœur|frère)|l’autre|les autres)',
  '(?<!vous )manqu(?:e|ait|ent|aient) (?:\\p{L}{5,14} )?d(?:e(?! vous)|(?=’))',
  'parl(?:e|ent|ait) (?:mal|trop|de vous (?:quand|derrière|en mal|sans))',
  '(?:dépend|attend|exig|demand)\\p{L}+ trop|vit à vos crochets|n’en fai\\p{L}+ qu’à sa tête|contre vous|sous votre nez',
  '(?:toxiqu|pesant|nociv|nocif|malveillan|malsain)\\p{L}*|mauvaises? (?:influence|mère|langue)',
  'trop (?:curieu|possessi|exigean|bavard|ambitieu|présent|gourmand|fier|fière|dur|sévère|envahissan|autoritaire|faible|égoïste|protect|occup|centr)\\p{L}*',
  'ne (?:pens|vi|jur|voi|cherch|ser|sai|connaî|compren|fai)\\p{L}* (?:\\p{L}{1,10} )?(?:qu’|que )(?:à |de |pour )?(?:lui|elle|eux|soi|ses?|son|sa|leurs?|l’argent|le pouvoir|critiquer|crier|détruire)',
]

const faults =
  '(?:durs?|dures?|sec|sèches?|froids?|froides?|faibles?|lâches?|bornée?s?|butée?s?|aveugles?|sourde?s?|poids|freins?|(?:sévère|distan|absen|brusque|rigide|étroi|fauss|faux|menteu|tyran|ingrat|pingre|aigri|amer|amère|cruel|vulgaire|égoïs|égocentr|immatur|pervers|narciss|manipul|hypocrit|indifféren|incapable|colérique|étouffan|envahissan|insensible|castrat|possessi|autoritaire|radin|avare|fuyan|lunatique|superficiel|prétentieu|orgueilleu|ennemi|rival|danger|profiteu|obstacle|impuissan|jalou)\\p{L}{0,5})'
const being = '(?:est|était|reste|sont|étaient|serait|semble|paraît|restait|(?:a|ont) (?:toujours )?été)'
const judged = `${being} (?:(?:un|une|très|trop|plutôt|assez|si|bien|souvent|parfois|toujours|quelqu’un|femme|homme|personne|mère|père|de|peu|des|gens),? ){0,3}${faults}`

/** Done to the listener. */
const doneToYou =
  '(?:(?:a|ont|avait|avaient) (?:\\p{L}{4,9} )?)?(?:en ve?u\\p{L}+|en voul\\p{L}+|ment\\p{L}{0,4}|nég\\p{L}+|critiqu\\p{L}+|étouff\\p{L}+|éclips\\p{L}+|écras\\p{L}+|blâm\\p{L}+|humili\\p{L}+|contrôl\\p{L}+|domin\\p{L}+|rejet\\p{L}+|délaiss\\p{L}+|bless\\p{L}+|déç\\p{L}+|déçoi\\p{L}+|abandonn\\p{L}+|tromp\\p{L}+|envi(?:e|ent|ait|aient|é)|détest\\p{L}+|rabaiss\\p{L}+|culpabilis\\p{L}+|dévaloris\\p{L}+|diminu\\p{L}+|ridiculis\\p{L}+|harc\\p{L}+|menac\\p{L}+|espionn\\p{L}+|surveill\\p{L}+|envahi\\p{L}+|provoqu\\p{L}+|frein\\p{L}+|brid\\p{L}+|isol(?:e|ent|ait|é)|exploit\\p{L}+|utilis\\p{L}+|sabot\\p{L}+|jug(?:e|ent|eait|é)|(?:prend|prennent|prenait|pris) (?:pour|votre|vos|tout|de haut)|fai(?:t|sait|saient)? (?:payer|souffrir|de l’ombre|du mal|peur|honte|attendre|douter)|font (?:payer|souffrir|de l’ombre|du mal|peur|honte)|tourn\\p{L}+ le dos|lâch\\p{L}+|laissé?\\p{L}* tomber|us(?:e|ent|é)|retien\\p{L}+|empêch\\p{L}+|vol(?:e|ent|ait|é)|cach(?:e|ent|ait|é)|coup(?:e|ent) (?:la parole|les ailes)|vid(?:e|ent|é)|pès(?:e|ent)|compar(?:e|ent|ait)|reproch\\p{L}+|impos\\p{L}+|étei\\p{L}+|tir\\p{L}+ vers le bas|croi\\p{L}+ incapable|mène\\p{L}* en bateau|pompe\\p{L}*|rend\\p{L}{0,3} (?:la vie|triste|malheureu\\p{L}+|fou|folle|nerveu\\p{L}+|petite?|faible)|éloign\\p{L}+ de|repouss\\p{L}+|bris\\p{L}+|détrui\\p{L}+|maltrait\\p{L}+|oubli(?:e|ent|ait|ée?))'
const toYou = `(?<!(?:ne|sans|de|à|pour|pas|plus) )(?:vous )(?:le )?${doneToYou}`

/** Of somebody the listener knows: any wrong, vice or bad manner. */
export const wronged = new RegExp(`^${near}[ ’](?:${toYou}|${vices.join('|')}|${judged})(?!\\p{L})`, 'u')

/** Of somebody unnamed: what is done to the listener, and duplicity. */
export const wrongedYou = new RegExp(
  `^${near} (?:${toYou}|joue(?:nt)? (?:un )?double jeu|cach\\p{L}+ (?:son|bien son|leur) jeu|complot\\p{L}+|convoit\\p{L}+|conspir\\p{L}+)(?!\\p{L})`,
  'u',
)

const harmless =
  '(?:pas |plus |jamais |vraiment |seulement )?(?:besoin|même|tort|tout|toute|vous|toujours|forcément|nécessairement|peut-être|sans doute|l’habitude|obligée?s?|là|loin|seule?s?|moins|plus tard|encore|tous|toutes|à|de raison|jugée?s?|concernée?s?|réelle?s?|vraie?s?|oubli\\p{L}*|cess\\p{L}*|quitt\\p{L}*|perdu|parfaite?s?)'
const hedges = '(?:à l’écran|peut-être|sans doute|pourrai\\p{L}+|peu(?:t|vent)|saurai\\p{L}+|si|que)(?!\\p{L})'

/** What somebody is not, or does not do: « … n’a jamais su », « … ne vous écoute pas ». */
export const belittled = new RegExp(
  `^(?: (?!${hedges})\\p{L}[\\p{L}’-]{0,14}){0,3}? (?:ne |n’)(?:(?:vous|se|y|en|lui|le|la|les) |s’|l’|en )*(?!pourrai|peut|peuvent|doi|sau|exist|lis|devin)\\p{L}{1,15} (?:(?:vraiment|donc|même|presque|vous) ){0,2}(?:pas|jamais|rien|aucune?|plus|guère)(?! ${harmless}(?!\\p{L}))(?!\\p{L})`,
  'u',
)
