/** What may not be said of the reading itself: that one needs it, must buy more of it, or that it is certain. */
import type { Claim } from './claims.ts'
import { denied } from './claims-of-goods.ts'

const reading =
  '(?:lecture|séance|consultation|vidéo|analyse|formule|étude|guidance|portrait|accompagnement|prestation|rendez-vous)s?'
const art =
  'numérologie|nombres?|chiffres?|calculs?|vibrations?|lecture|analyse|étude|tradition_numérologique|date_de_naissance'

export const dependences: readonly Claim[] = [
  {
    says: 'reven(?:ez|ir)_(?:\\p{L}{1,12}_)?(?:nous|me_voir|vers_nous|chez_nous|vite|bientôt|régulièrement|consulter|chaque_(?:mois|semaine|année)|le_mois_prochain|sur_(?:notre|le)_site|pour_(?:la_suite|en_savoir|une))',
  },
  {
    says: `prochaine?s?_${reading}|(?:command|achet|souscri|abonn)(?:ez|ez-vous|er|vez|vez-vous)|abonnements?|abonnez-vous`,
  },
  {
    says: `(?:réservez|offrez-vous|prenez|demandez|choisissez)_(?:\\p{L}{1,10}_){0,3}${reading}(?:_(?:complète?|premium|personnelle|payante))?`,
    after: /^ (?:avec|à) (?:vous-même|soi|la nature|ce qui|l’écart)/u,
    unless: /prenez (?:cette|notre|la|ce) |rendez-vous (?:régulier|avec)|prenez rendez-vous avec/u,
  },
  {
    says: 'formules?_(?:premium|complète|payante|intégrale)|offres?_(?:spéciale|exceptionnelle|complète|limitée)|codes?_promo|tarifs?|promotions?_(?:spéciale|en_cours|limitée)|pour_seulement|version_(?:complète|payante|premium)|remises?_de|lecture_complète|étude_complète',
  },
  {
    says: '(?<!même_)sans_(?:cela|ça|quoi)(?=,|_(?:vous|votre|vos|tout|rien|il|le|la|les|ce)_)|sans_(?:nous|notre_(?:aide|accompagnement|équipe|soutien|regard|lecture)|cette_(?:lecture|guidance|vidéo|analyse|consultation)|nos_(?:conseils|lectures|nombres)|ce_(?:conseil|guide|suivi)|les_nombres|la_numérologie)',
    unless: /même sans/u,
  },
  {
    says: 'besoin_(?:de_nous|de_notre|de_nos|de_cette_(?:lecture|vidéo)|d’une_(?:nouvelle|autre|seconde)_(?:lecture|séance|vidéo))',
    unless: denied,
  },
  {
    says: 'nous_(?:seuls|sommes_les_seuls|seules)|seuls?_(?:nous|notre|nos)|(?:nous_seuls_)?pouvons_vous_(?:sauver|protéger|libérer)|ne_pouvez_(?:pas|plus|rien)_(?:\\p{L}+_){0,4}sans_(?:nous|notre|cette)',
  },
  {
    says: '(?:sur|visitez|voir|consultez)_notre_(?:site|boutique|page|chaîne)|(?:contactez|appelez|consultez|rappelez|suivez|écoutez|croyez)-nous|laissez-nous_(?:décider|choisir|guider)|remettez-vous_(?:en_à|à)_nous|n’écoutez_que_nous',
  },
  {
    says: '(?:ne_prenez|ne_faites|n’entreprenez|ne_signez|ne_décidez)_(?:\\p{L}+_){0,4}(?:sans_(?:nous|consulter|vérifier|l’accord|demander)|avant_(?:de_nous|d’avoir_consulté|notre))|avant_(?:toute|chaque)_décision,?_(?:consultez|demandez|revenez|écoutez|contactez)',
  },
  {
    says: 'suivez_(?:nos|chacun_de_nos|tous_nos|ces)_(?:conseils|consignes|recommandations)',
    after: /^ si/u,
  },
]

export const sureties: readonly Claim[] = [
  {
    says: 'sciences?_(?:\\p{L}{1,12}_){0,2}(?:exactes?|anciennes?|précises?|prouvées?|sacrées?|des_nombres|infaillibles?|millénaires?|véritables?|rigoureuses?|ancestrales?|à_part_entière)|(?:véritable|vraie|ancienne)_science',
    unless: denied,
  },
  {
    says: `(?:${art})(?:_\\p{L}{1,15}){0,2}_(?:est|sont|constitue|reste)_(?:\\p{L}{1,12}_){0,2}(?:sciences?|scientifiques?|exacte?s?|précise?s?|fiables?|infaillibles?|irréfutables?|formels?|certaine?s?|sûre?s?)`,
    unless: denied,
  },
  {
    says: 'scientifiquement|preuves?_scientifiques?|(?:études?|recherches?|scientifiques?|statistiques?)_(?:\\p{L}{1,12}_){0,2}(?:montrent?|démontrent?|prouvent?|confirment?|ont_(?:prouvé|montré|démontré))',
    unless: denied,
  },
  {
    says: `(?:${art}|ils|elles)(?:_\\p{L}{1,15}){0,3}_ne_(?:se_|vous_)?(?:trompent?|mentent|ment)_(?:jamais|pas)`,
  },
  {
    says: `(?:${art})(?:_\\p{L}{1,15}){0,3}_(?:prouvent?|démontrent?|garanti(?:t|ssent)|certifient?|confirment?|attestent?|établi(?:t|ssent)|détermin(?:e|ent)|dicte(?:nt)?|ordonnent?|commandent?|gouvernent?|décident?)`,
    unless: denied,
  },
  {
    says: 'infaillibles?|à_coup_sûr|sans_(?:aucun|le_moindre)_doute|cela_ne_fait_aucun_doute|indiscutables?|incontestables?|indéniables?|irréfutables?|immanquablement|vérité_absolue|certitude_absolue|avec_certitude|avec_exactitude|cent_pour_cent|obligatoirement|c’est_mathématique|mathématiquement',
    unless: /(?:^|[^\p{L}])(?:rien n’|n’est|ne dit|ne prétend|aucune?|pas|jamais|nul) [^.]{0,60}$/u,
  },
  {
    says: '(?:il_est|c’est|cela_est|voilà_qui_est)_(?:absolument_|tout_à_fait_)?(?:certain|une_certitude|garanti|prouvé|indubitable)|nous_(?:savons|garantissons|certifions|affirmons)(?:_avec_certitude)?_que|vous_garanti(?:t|ssons)|est_garantie?s?',
    unless: denied,
  },
  {
    says: 'révèlent?_(?:exactement|précisément|la_vérité)|(?:précision|exactitude)_(?:absolue|scientifique|redoutable|étonnante|parfaite|mathématique)|lisent?_l’avenir|(?:connaît|connaissent|voi(?:t|ent)|prédi(?:t|sent)|dévoilent?)_(?:votre_|l’)avenir',
    unless: denied,
  },
]
