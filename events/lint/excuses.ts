/** What turns a claim into none: it is denied, left open, or about the reading itself. All read lower-case text. */

/** A promise denied is none: « aucune réussite n’est assurée ». */
export const denied = /(?:^|[^\p{L}])(?:n’|ne |aucune? |sans |ni |jamais |rien |nul |nulle |pas )/u

/** « Cette lecture ne parle pas de votre santé »: what is not spoken of is not claimed; a « mais » would take it back. */
export const unsaid =
  /(?:^|[^\p{L}])(?:ne |n’)(?:vous |se |s’|y |en )?(?:parl|di[ts]|prétend|prome|annonc|prédi|remplac|trait|concern|port|touch|donn|jug|décid|garanti|soign|guéri|relèv|vis|s’adress|propos|abord|évoqu|s’occup|voi|agit|sai|sav|aborde)\p{L}{0,5} (?:(?:pas|jamais|rien|aucune?|en rien|nullement|plus|guère)|(?=ni |de ))(?:(?! mais | pourtant | cependant | car |[;:])[^.]){0,90}$/u

/** The verb stands in the clause that « quand », « si », « ce que » … opens. */
export const open =
  /(?:^|[^\p{L}])(?:quand|lorsque|lorsqu’|dès que|chaque fois que|tant que|aussitôt que|si|s’|où|ce qui|ce que|celle qui|celui qui|ceux qui|celles qui|celle que|celui que|ceux que|celles que|comme|peut-être|parfois|sans doute|rien ne dit)(?:[^\p{L},;:][^,;:]{0,120})?$/u

/** Said after the verb: « vous sourirez peut-être ». */
export const perhaps =
  /^(?:[^.!?]{0,60}[^\p{L}])?(?:peut-être|sans doute|parfois|si vous|quand vous|un jour ou l’autre)(?:[^\p{L}]|$)/u

/** The reading, or somebody competent, is the subject: it may well do something for the listener. */
const bySubject =
  /(?:^|[^\p{L}])(?:lecture|vidéo|écoute|portrait|mots|texte|phrases?|minutes|images?|pistes?|questions?|médecin|professionnel|avocat|comptable|notaire|suite|carnet|cahier|aucune?|(?<!cette |une |la )personne|nous|reste|temps|nuit|chaque \p{L}{2,20}) (?:(?:ne|n’|se|y|en|vous|qui|la|le|les|ensuite|aussi) ?){0,3}[^ ]{0,20}$/u
const inReading =
  /(?:^|[^\p{L}])(?:dans|au fil de|pendant|avec|durant|en écoutant|au cours de) (?:cette|ces|ce|quelques) (?:quelques )?(?:vidéo|lecture|portrait|minutes|mots|textes?|écoute|images?|instants?)/u

export const left = new RegExp(`${open.source}|${bySubject.source}|${inReading.source}`, 'u')
