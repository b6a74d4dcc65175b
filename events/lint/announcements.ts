/** Talk about the text, left over from whoever wrote or rewrote it (`script-writing.md` §3.2). */
import type { Finding } from './finding.ts'
import { findAll, removal, words } from './matching.ts'
import { finding, type Passage } from './passage.ts'

/** The whole sentence goes: what is left of it would make no sense. */
export function announcementFindings(passage: Passage): Finding[] {
  const hit = announced.flatMap((pattern) => findAll(passage, 'announcement', pattern))
  const spans = passage.sentences.filter(({ start, end }) => hit.some((at) => at.start < end && at.end > start))
  return spans.map(({ start, end }) => finding(passage, 'announcement', start, end, removal))
}

const piece =
  '(?:passage|paragraphe|section|texte|script|brouillon|réplique|extrait|formulation|reformulation|réécriture)'
const rewrote =
  '(?:reformul|raccourci|réécri|récri|remani|modifi|corrig|adapt|rallong|allég|allong|retravaill|condens|ajust|simplifi|étoff)\\p{L}{0,5}'

const announced = [
  words(
    [
      `(?:voici|voilà)_(?:\\p{L}{1,14}_){1,3}(?:scripts?|texte|scénario|version|proposition|variante|transcription|brouillon|${piece})`,
      '(?:bien_sûr|d’accord|certainement|avec_plaisir|absolument|entendu|parfait|très_bien)\\s?[,!.]_(?:voici|voilà|je)',
      'ci-(?:dessous|dessus|après|joint)',
      '(?:ce|le|du)_script(?:_(?:est|comporte|fait|compte|ci-dessus|a_été))?',
      'j’espère_que_(?:ce|cette)_(?:texte|script|message|version|formulation|passage)',
      '(?:fin|début)_(?:du_(?:script|texte|message|passage)|de_(?:la_)?(?:section|vidéo))',
      'n’hésitez_pas_à_(?:me|nous)_(?:dire|demander|signaler)_(?:si|des|une|toute)',
      `je_vous_(?:propose|soumets|livre|envoie)_(?:\\p{L}{1,12}_){1,3}(?:version|variante|proposition|${piece})`,
      `(?:j’ai|nous_avons|je_viens_de|j’|je|que_je|nous)_?(?:\\p{L}{1,8}_){0,2}${rewrote}_(?:\\p{L}{1,12}_){0,4}(?:ton|fin|début|longueur|tournures?|répétitions|phrases?|version|${piece})`,
      `${piece}_(?:\\p{L}{1,8}_)?(?:final|demandé|revu|${rewrote})e?`,
      `(?:cette|la_présente)_version(?!_de_(?:vous|soi|votre))|(?:nouvelle|autre|première|seconde|deuxième)_version_(?:de_ce|du)_${piece}|variante_(?:numéro|un|deux|trois|plus|de_ce)`,
      '(?:ce_(?:passage|paragraphe|texte)|cette_section)_(?:\\p{L}{1,12}_){0,2}(?:compte|comporte|contient|respecte|a_été|fait_(?:environ|près|moins|plus)|tient_compte|suit)',
      '(?:souhaitez|voulez|désirez|préférez|voudriez)-vous_que_je|dites-moi|faites-moi_(?:savoir|signe)|je_reste_(?:disponible|à_votre)|nombre_de_mots|les_phrases_sont',
      'comme_(?:convenu|demandé)|j’ai_(?:bien_)?(?:pris_soin|veillé|essayé|tenté|évité|conservé|gardé|respecté)|dans_ce_(?:passage|paragraphe)',
    ].join('|'),
  ),
  /(?<=^|[.!?…] )(?:version|variante|proposition|reformulation|réécriture) (?=plus |courte|longue|alternative|finale|numéro|corrigée|de |un|deux)/gmu,
  /^[ \t]{0,4}(?:section[ \t]{1,3})?(?:accueil|portrait|élan|elan|année|annee|clôture|cloture|introduction|conclusion|titre|script|texte)[ \t]{0,3}(?::|$)/gmu,
]
