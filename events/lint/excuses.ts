/** What turns a claim into none: it is denied, left open, or about the reading itself. All read lower-case text. */

/** A promise denied is none: « aucune réussite n’est assurée ». */
export const denied = /(?:^|[^\p{L}])(?:n’|ne |aucune? |sans |ni |jamais |rien |nul |nulle |pas )/u

const speaking =
  'parl|di[ts](?![ct])|prétend|prome|annonc|prédi|remplac|trait|concern|port|touch|donn|jug|décid|garanti|soign|guéri|relèv|vis|s’adress|propos|abord|évoqu|s’occup|voi|agit|sai|sav|pos(?!s)|formul|établi|délivr|diagnosti|pronosti|devin|vend|mesur|cach|tir'
const soFar = '(?:(?! mais | pourtant | cependant | car |[;:])[^.]){0,90}$'

/** « Cette lecture ne parle pas de votre santé »: what is not spoken of is not claimed; a « mais » would take it back. */
export const unsaid = new RegExp(
  [
    `(?:ne |n’)(?:vous |se |s’|y |en )?(?:${speaking})\\p{L}{0,5} (?:(?:pas|jamais|rien|aucune?|en rien|nullement|plus|guère|(?:ici |là )?(?:aucune?|rien|ni))|(?=ni |de )) ?`,
    // « Rien dans ces phrases ne concerne votre santé. »
    `(?:rien|aucune?)(?: \\p{L}{1,15}){0,4} (?:ne |n’)(?:vous |y )?(?:${speaking})`,
    // « N’y cherchez pas de diagnostic », « n’attendez aucun présage »; « n’attendez pas pour » asks for something.
    '(?:ne |n’)(?:y )?(?:cherche|voy|lis|attend|cro)\\p{L}{0,4} (?:\\p{L}{2,8} )?(?:aucune?|(?:pas|ni|rien)(?= (?:de|d’|un|une|là|à|le|la)))',
    `(?:loin de (?:nous|moi) |au lieu (?:de |d’)|plutôt que (?:de |d’)|sans (?:jamais |rien |pour autant )?|ni )(?:vous )?(?:l’idée|l’intention|l’envie|promettre|prédire|annonce|prétendre|devine|juge|garantir|dire|parler|diagnosti|poser|lire l’avenir)`,
    '(?:n’a (?:pas |ni )?(?:vocation|pour but|la prétention|pour objet)|ne (?:cherche|vise|sert) (?:pas |ni )?à|n’(?:entend|engage) (?:pas|ni))',
  ]
    .map((says) => `(?:^|[^\\p{L}])(?:${says})${soFar}`)
    .join('|'),
  'u',
)

/** « Aucun diagnostic », « ni malheur »: tried on what stands before the claim alone. */
export const bareDenial =
  /(?:^|[^\p{L}])(?:aucune?|ni|nulle?|pas|point|(?:l’)?absence) (?:d’|de |une? |le |la |l’|les |vos |votre )?(?:(?!personne)\p{L}{1,12} )?$/u
/** « La santé, l’amour ne se lisent pas dans un nombre »: tried on what follows the claim. */
export const unread =
  /^[^.!?;:]{0,40} ne se (?:li|calcul|mesur|devin|décid|prédi|command)\p{L}* (?:pas|jamais|ni|guère|dans aucune?)/u

/** « Aucune maladie ne vous touche » denies the harm and claims the power. */
export const stillDoes = /^(?: \p{L}{1,15}){0,3} (?:ne |n’)(?!se |s’|est |sont |figure|peut être)/u

/** A question that leaves the art open: « faut-il y voir un destin ». */
export const sceptical =
  /^(?:et )?(?:est-ce que (?:ce|ces|cela|les|la|tout)|faut-il (?:y|en|croire|voir)|peut-on|doit-on|qui (?:peut|pourrait|saurait|sait)|existe-t-il|(?:les nombres|tout) (?:sont|est)-) ?/u

/** « Vous n’avez rien à acheter », « nul besoin de revenir »: nothing is asked of the listener. */
export const nothingAsked =
  /(?:^|[^\p{L}])(?:rien à|(?:nul|pas|aucun) besoin|n’avez pas|inutile|aucune (?:obligation|raison)|sans (?:avoir|devoir|obligation)|ne vous (?:\p{L}{2,9} )?(?:propos|demand|vend|invit|oblig|pouss|incit)\p{L}* (?:pas|ni|rien|aucune?|jamais)|(?:ne|n’)(?:est|sera)? ?obligatoire|rien ne vous oblige) ?[^.;:]{0,60}$/u

/** « Une vidéo ne calme pas une angoisse », « aucun nombre ne guérit »: the art is said to heal nothing. */
export const curesNothing =
  /(?:nombres?|chiffres?|lecture|vidéo|numérologie|portrait|images?|textes?|mots|écoute|aucune?|rien|elle|date|phrases?)(?: \p{L}{2,12}){0,2} (?:ne |n’)(?:peu\p{L}* |saurai\p{L}* |a jamais |ont jamais )?(?:vous )?(?:soign|guéri|calm|apais|soulag|remplac|trait|diagnosti|pos|dispens|fai|établi|rempl)\p{L}*(?! (?:plus rien|que))[^.;:]{0,60}$/u

/** The verb stands in the clause that « quand », « si », « ce que » … opens. */
export const open =
  /(?:^|[^\p{L}])(?:quand|lorsque|lorsqu’|dès que|chaque fois que|tant que|aussitôt que|si|s’|où|ce qui|ce que|celle qui|celui qui|ceux qui|celles qui|celle que|celui que|ceux que|celles que|comme|peut-être|parfois|sans doute|rien ne dit)(?:[^\p{L},;:][^,;:]{0,120})?$/u

/** Said after the verb: « vous sourirez peut-être ». */
export const perhaps =
  /^(?:[^.!?]{0,60}[^\p{L}])?(?:peut-être|sans doute|parfois|si vous|quand vous|un jour ou l’autre)(?:[^\p{L}]|$)/u

/** The reading, or somebody competent, is the subject: it may well do something for the listener. */
const bySubject =
  /(?:^|[^\p{L}])(?:lecture|vidéo|écoute|portrait|mots|texte|phrases?|minutes|images?|pistes?|questions?|médecin|professionnel|avocat|comptable|notaire|suite|carnet|cahier|aucune?|aucune? (?:nombres?|chiffres?|date|calcul|thème|machine|numérologue)|ni (?:les? |la |ce |une? |votre |vos )?(?:nombres?|chiffres?|lecture|vidéo|date)|personne (?:compétente|qualifiée|de métier)|(?<!cette |une |la )personne|nous|reste|temps|nuit|chaque \p{L}{2,20}) (?:(?:ne|n’|se|y|en|vous|qui|la|le|les|ensuite|aussi) ?){0,3}[^ ]{0,20}$/u
const inReading =
  /(?:^|[^\p{L}])(?:dans|au fil de|pendant|avec|durant|en écoutant|au cours de) (?:cette|ces|ce|quelques) (?:quelques )?(?:vidéo|lecture|portrait|minutes|mots|textes?|écoute|images?|instants?)/u

/** « Elle ne devra rien aux nombres. » */
const owesNothing = /ne (?:devra|devront|doi\p{L}+)$/u

export const left = new RegExp(`${open.source}|${bySubject.source}|${inReading.source}|${owesNothing.source}`, 'u')
