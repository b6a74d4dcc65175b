/** What may not be said of the art: that it is a science, proven, or never wrong (`script-writing.md` §8.1). */
import type { Claim } from './claims.ts'
import { denied } from './excuses.ts'

const art =
  'numérologie|nombres?|chiffres?|calculs?|vibrations?|lecture|analyse|étude|tradition_numérologique|date_de_naissance|thème|méthode|approche|profil|portrait|résultats?'
const authorities =
  '(?:chercheu(?:r|se)s?|scientifiques?|savants|psychologues|psychologie|physique|quantique|neurosciences?|mathématiciens?|mathématiques|experts?|spécialistes|universit\\p{L}+|laboratoires?|statistiques?|pythagore|einstein|(?:des|les|plusieurs|de_nombreuses|une|l’)_?(?:études?|recherches?)|(?<!vos_)études)'

/** What an authority would lend to the art. */
const lends =
  /prouv|preuve|démontr|confirm|reconna|reconnu|valid|attest|certifi|raison|montr|établi|vérifi|soutienn|s’accord|approuv|repos/u
const notLent = /(?:^|[^\p{L}])(?:n’|ne |aucune? |ni |jamais |pas )/u
const unsure = /(?:^|[^\p{L}])(?:rien n’|n’est|ne dit|ne prétend|aucune?|pas|jamais|nul) [^.]{0,60}$/u

export const sureties: readonly Claim[] = [
  {
    says: 'sciences?_(?:\\p{L}{1,12}_){0,2}(?:exactes?|anciennes?|précises?|prouvées?|sacrées?|des_nombres|infaillibles?|millénaires?|véritables?|rigoureuses?|ancestrales?|à_part_entière)|(?:véritable|vraie|ancienne)_science',
    unless: denied,
  },
  { says: authorities, needs: lends, spared: notLent },
  {
    says: `(?:${art})(?:_\\p{L}{1,15}){0,2}_(?:est|sont|constitue|reste)_(?:\\p{L}{1,12}_){0,2}(?:sciences?|scientifiques?|exacte?s?|précise?s?|fiables?|fiabilité|infaillibles?|irréfutables?|formels?|certaine?s?|sûre?s?|éprouvée?s?|validée?s?|certifiée?s?|prouvée?s?)`,
    unless: denied,
  },
  {
    says: 'scientifiquement|preuves?_scientifiques?|(?:bases?|fondements?|rigueur|valeur)_(?:scientifiques?|mathématiques?)|(?:études?|recherches?|scientifiques?|statistiques?)_(?:\\p{L}{1,12}_){0,2}(?:montre(?:nt)?|démontre(?:nt)?|prouve(?:nt)?|confirme(?:nt)?|ont_(?:prouvé|montré|démontré))',
    unless: denied,
  },
  {
    says: `(?:${art}|ils|elles)(?:_\\p{L}{1,15}){0,3}_ne_(?:se_|vous_|peu(?:t|vent)_)?(?:se_)?(?:trompe(?:nt)?|mentent|ment|(?:pas_)?(?:se_)?tromper|(?:pas_)?mentir)(?:_(?:jamais|pas))?`,
  },
  {
    says: `(?:a|ont)_fait_(?:ses|leurs)_preuves|(?:a|ont)_été_(?:validée?s?|prouvée?s?|testée?s?|vérifiée?s?|démontrée?s?)|milliers_de_(?:lectures|clients|personnes|témoignages)|vous_fier_(?:entièrement|totalement|aveuglément|à_ces|à_vos)|(?:méthode|approche|technique|savoir|outil)_(?:\\p{L}{1,12}_)?(?:éprouvée?|validée?|certifiée?|infaillible|fiable)|fiabilité_\\p{L}+|taux_de_(?:réussite|précision|succès)|(?:cette|notre|la)_méthode_(?:marche|fonctionne)`,
    unless: denied,
  },
  {
    says: `(?:${art})(?:_\\p{L}{1,15}){0,3}_(?:prouve(?:nt)?|démontre(?:nt)?|garanti(?:t|ssent)|certifie(?:nt)?|confirme(?:nt)?|atteste(?:nt)?|établi(?:t|ssent)|détermin(?:e|ent)|dicte(?:nt)?|ordonne(?:nt)?|commande(?:nt)?|gouverne(?:nt)?|décide(?:nt)?|le_(?:prouve|démontre|confirme)(?:nt)?)`,
    unless: /(?:^|[^\p{L}])(?:n’(?!y a pas)|ne |aucune? |sans |ni |jamais |rien |nul |nulle |pas (?!de hasard))/u,
  },
  {
    says: `(?:${art})(?:_\\p{L}{1,15}){0,3}_(?:di(?:t|sent)|révèl\\p{L}+|dévoil\\p{L}+|montr\\p{L}+)_(?:toujours_)?(?:la_vérité|vrai|exactement|tout_de_vous|(?:précisément_)?qui_vous_êtes)|pure_vérité`,
    unless: denied,
  },
  {
    says: 'infaillibles?|à_coup_sûr|sans_(?:aucun|le_moindre|l’ombre_d’un)_doute|(?:cela_)?ne_(?:fait|laisse|laissent)_(?:aucun_doute|aucune_place_au_doute|planer_aucun_doute)|aucun_doute_possible|hors_de_doute|indiscutables?|incontestables?|indéniables?|irréfutables?|immanquablement|indubitablement|assurément|vérité_absolue|certitude_absolue|avec_certitude|avec_exactitude|cent_pour_cent|obligatoirement|c’est_mathématique|mathématiquement|à_tous_les_coups',
    unless: /(?:^|[^\p{L}])(?:rien n’|n’est|ne dit|ne prétend|aucune?(?! (?:doute|place))|pas|jamais|nul) [^.]{0,60}$/u,
  },
  {
    says: '(?:il_est|c’est|cela_est|voilà_qui_est)_(?:absolument_|tout_à_fait_)?(?:certain|une_certitude|garanti|prouvé|indubitable|un_fait|démontré|établi)|(?:un_)?fait_établi|la_preuve_(?:est_là|en_est|vivante)|nous_(?:savons|garantissons|certifions|affirmons)(?:_avec_certitude)?_que|nous_(?:pouvons_)?l’affirm\\p{L}+|(?:soyez-en|nous_en_sommes)_(?:sûr|certain)e?s?|croyez-(?:le|moi)|vous_garanti(?:t|ssons)|est_garantie?s?',
    unless: denied,
  },
  {
    says: `(?:${art})_(?:a|ont)_toujours_raison|aucune_erreur|sans_(?:aucune_)?erreur|impossible_de_se_tromper|les_faits_(?:\\p{L}{1,6}_)?(?:confirment|prouvent|démontrent|montrent)|vérité_(?:de_votre_être|sur_vous|de_ce_que_vous_êtes)`,
    unless: /(?:^|[^\p{L}])(?:n’|ne |ni |jamais |pas |prétend)/u,
  },
  { says: 'il_n’y_a_(?:pas|aucun)_(?:de_)?hasard|le_hasard_n’existe_pas|rien_n’est_(?:dû_)?au_hasard' },
  {
    says: '(?:inscrit|gravé|codé|contenu|écrit)e?s?_(?:\\p{L}{1,8}_){0,2}(?:dans|par)_(?:votre|vos|la|ce)_(?:date|nombres?|naissance|nom|prénom|chiffres)',
    unless: unsure,
  },
  {
    says: 'révèlent?_(?:exactement|précisément|la_vérité)|(?:précision|exactitude)_(?:absolue|scientifique|redoutable|étonnante|parfaite|mathématique)|lise(?:nt)?_l’avenir|(?:connaît|connaissent|voi(?:t|ent)|prédi(?:t|sent)|dévoile(?:nt)?)_(?:votre_|l’)avenir',
    unless: denied,
  },
]
