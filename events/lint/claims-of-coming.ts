/** Predictions told in the present: « l’amour revient cet automne », « les portes s’ouvrent devant vous ». */
import type { Claim } from './claims.ts'
import { denied, open, perhaps } from './excuses.ts'

const month = '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)'
const season = '(?:printemps|été|automne|hiver|rentrée|noël)'
/** When it is said to happen. */
const soon = new RegExp(
  `(?<!\\p{L})(?:demain|bientôt|prochainement|sous peu|désormais|d’ici|(?:avant|après) (?:la fin d|l’${season}|le printemps|noël|peu|${month})|(?:dans|sous|d’ici) (?:\\p{L}{2,9} ){1,2}(?:jours?|semaines?|mois|ans?|années?)|(?:dès|à partir d[eu’]|en|au mois d[e’]|début|fin|mi-)[ -]?(?:le |l’|ce |cet )?(?:mois d[e’] ?)?(?:${month}|${season})|(?:au|à l’|à la|cet|ce) ?${season}|(?:l’|le |la |au |à l’)(?:année|an|mois|semaine) (?:prochaine?|qui vient|à venir)|ce mois-ci|ce mois|cette (?:année|saison|semaine)|dès (?:maintenant|demain|ce soir))(?!\\p{L})`,
  'u',
)
const often =
  /(?<!\p{L})(?:parfois|souvent|peut-être|sans doute|peu(?:t|vent)|pourrai|pourriez|chaque|certains|quand|lorsque|si|on|tradition|évoque|invite|imaginez|comme|rien|personne|tend à|plus facilement|une fois)(?!\p{L})/u

const mild = /(?<!\p{L})(?:peu(?:t|vent)|pourrai\p{L}*|peut-être|parfois|souvent|invite|rien|si)(?!\p{L})/u

const turns =
  '(?:se_débloqu|se_dénou|se_concrétis|se_réalis|se_rempli|s’achèv|s’éclair|s’accélèr|s’écroul|s’effondr|s’arrang|s’ouvr|se_referm|se_libèr|se_transform|bascul|tourn|chang|arriv|revien|surgi|refai(?:t|sai)t?_surface|se_déclar|se_manifest|grimp|frapp|débarqu|déboul|éclat|explos|s’emball|pai|décoll|triomph|s’en_v|(?:vous_|enfin_){0,2}(?:sour|attein|rattrap|trouv|rejoin|quitt|revien|récompens|épous))\\p{L}{0,5}'
const lots =
  '(?:vie|vies|calme|situation|destinée?|amour|amours|bonheur|chance|roue|vent|étoile|solitude|épreuves?|couple|histoire|union|attente|patience|cœur|carrière|travail|efforts?|avenir|passion|célibat|argent|réussite|succès|reconnaissance|liberté|paix|ex|homme|femme|personne|inconnue?|rencontre|mariage|enfant|nouvelle|projets?|rêves?|vœux?|portes?|tout|compte|portefeuille|destin)'
const decides =
  'perdez|quittez|signez|trouvez|rencontrez|croisez|épousez|déménagez|divorcez|partez|changez_de|recevez|héritez|gagnez|tombez|renaissez|réussissez|obtenez|décrochez|triomphez|emménagez|vous_(?:mariez|séparez|installez|fiancez)|entrez_dans|tournez_(?:la|une)_page'

export const comings: readonly Claim[] = [
  {
    says: `vous_(?:vous_)?(?:y_|en_|le_|la_|les_)?(?:\\p{L}{2,9}_)?(?:${decides})`,
    needs: soon,
    spared: often,
    unless: open,
  },
  {
    says: `${lots}(?:_(?:\\p{L}{1,3}’)?\\p{L}{1,14}){0,3}?_(?:vous_)?(?:${turns})`,
    needs: soon,
    spared: often,
    unless: open,
    after: perhaps,
  },
  {
    says: '(?:est|sont)_(?:bien_)?(?:pour|prévue?s?_(?:pour|en|au)|attendue?s?_(?:pour|en|au))_(?:bientôt|demain|l’été|le_printemps|cet_\\p{L}+|ce_\\p{L}+)(?=\\s?[,.;]|$)|vous_(?:est|sont)_(?:enfin_|bientôt_)?(?:rendue?s?|offerte?s?|promise?s?|destinée?s?|réservée?s?)|pense(?:nt)?_(?:encore|toujours|souvent|sans_cesse)_à_vous|vous_aime_(?:encore|toujours|en_silence|en_secret)|(?:bonne|mauvaise)_étoile|(?:surprise|rencontre|bonheur|épreuve|danger|chance|nouvelle)_(?:\\p{L}{2,10}_)?se_cache|vos_valises',
    needs:
      /(?<!\p{L})(?:étoile|pense|aime|bientôt|demain|année|saison|mois|printemps|été|automne|hiver|valises|nombre|cycle)/u,
    spared: often,
    unless: denied,
  },
  {
    says: '(?:cycle|année|mois|période|nombre|chiffre|saison)(?:_\\p{L}{2,12}){0,4}?_(?:se_paie|coûte|amèn|apport|provoqu|entraîn|caus|exig|impos|signifi|ouvr|précèd|signe|traîn|charri)\\p{L}*_(?:\\p{L}{1,9}_|d’|l’){0,3}(?:pertes?|rupture|séparation|deuil|chagrin|trahison|chute|ruine|larmes|drame|danger|échec|solitude|épreuves?|malheur|fortune|gloire)',
    spared: often,
    unless: denied,
  },
  {
    says: `(?:prend|prennent|prenez|amorce|aborde|connaît|marque)_(?:\\p{L}{1,8}_)?(?:un|le|son)_(?:\\p{L}{2,12}_)?(?:virage|tournant|envol|essor|nouveau_départ)|(?:virage|tournant|moment|rencontre|coup_de_théâtre)_(?:décisi(?:f|ve))`,
    spared: often,
  },
  {
    says: '(?:printemps|été|automne|hiver|année|mois|cycle|période|saison|vie|destin|avenir|ciel|univers)(?:_\\p{L}{2,12}){0,2}_vous_(?:apport|réserv|envoi|ramèn|offr|récompens|rend|rapproch|sépar|éloign|arrach)\\p{L}*_(?:enfin_|bientôt_|déjà_|tout_)?(?:ce_que|de_(?:quelqu|votre|vos|ceux)|d’|l’(?:amour|homme|argent)|la_(?:femme|paix|chance|clé|reconnaissance|réussite|stabilité|délivrance|sérénité|réponse)|une_(?:grande|seconde|nouvelle)|un_(?:grand|nouvel|nouveau))(?:\\p{L}|’)*',
    spared: mild,
    unless: denied,
  },
  {
    says: '(?:nombres?|chiffres?|cycle|année|vie|destin|un|deux|trois|quatre|cinq|six|sept|huit|neuf|onze)(?:_\\p{L}{2,12}){0,2}_vous_(?:condamn|prédestin|destin|voue|sépar|arrach|sauv|délivr|enchaîn|mèn\\p{L}+_(?:tout_)?droit|condui\\p{L}+_(?:tout_)?droit)\\p{L}*',
    spared: mild,
    unless: denied,
  },
  {
    says: 's’apprête(?:nt)?_à_(?:vous_|entrer|boulevers|chang|chamboul|frapp|croiser|transform|quitter|revenir|prendre)\\p{L}*|(?:est|sont|êtes)_(?:sur_le_point|en_passe|à_deux_doigts|à_l’aube|à_la_veille)_(?:de_|d’)(?!entendre|découvrir|écouter)\\p{L}+(?:er|ir|re)|(?:êtes|vous_voilà|voilà)_à_(?:l’aube|la_veille|l’orée|un_pas)_(?:de_|d’)\\p{L}+',
    unless: open,
  },
  {
    says: '(?:épreuves?|peines?|malheurs?|solitude|attente|souffrances?|difficultés?|ennuis?|galères?|célibat|traversée_du_désert|couple|mariage|histoire_d’amour|chagrins?|problèmes?)(?:_\\p{L}{2,12}){0,2}_(?:(?:touche|arrive)(?:nt)?_à_(?:sa|leur|son|terme)|pren(?:d|nent)_fin|(?:vit|traverse)_(?:ses|sa|son)_derni\\p{L}*|est_(?:bientôt_)?(?:derrière|finie?|terminée?)|sont_(?:bientôt_)?(?:derrière|finie?s?|terminée?s?))',
    spared: often,
  },
  {
    says: '(?:nombres?|chiffres?|thème|tout|astres?|étoiles?|date)_(?:l’|le_|vous_y_|vous_|y_)_?(?:a|avai(?:t|ent)|ont)_(?:prévu|annoncé|dit|écrit|prédestiné|vu_venir|préparé)|l’avaient_prévu|l’ont_(?:prévu|annoncé|écrit)|tout_(?:vous_)?(?:prédestin|conduit|mène|destin|concourt|converge)\\p{L}*|(?:étiez|êtes)_(?:faite?s?|née?s?|mise?|venue?)_pour_(?:croiser|rencontrer|vivre|souffrir|réussir|aimer|briller|régner)|devait_arriver|quoi_(?:que|qu’)_?(?:vous|il)_(?:fassiez|en|arrive|advienne|décidiez|disiez)',
    unless: denied,
  },
  {
    says: 'quelqu’un_(?:\\p{L}{2,9}_)?(?:vous_(?:cherch|attend|aim|trouv|désir|espèr|rejoin|revien)|pense_(?:à_vous|très_fort)|entre_dans_votre)\\p{L}*|inconnue?s?_(?:\\p{L}{1,10}_)?(?:va_|s’apprête|entre_dans_votre|vous_(?:cherch|attend))\\p{L}*|aime_en_secret|admirat(?:eur|rice)_secrète?|la_roue_tourne|le_vent_tourne|la_chance_(?:tourne|revient)|votre_(?:bonne_)?étoile_(?:brille|veille|monte)',
    spared: /(?<!\p{L})(?:parfois|peut-être|souvent|quand|si|rien|personne)(?!\p{L})/u,
  },
  {
    says: 'portes?_(?:\\p{L}{2,12}_)?s’ouvre(?:nt)?_(?:devant|pour)_vous|vous_voilà_(?:enfin_|bientôt_)?(?:loin|riche|à_l’abri|libéré|sauvé|marié|parti|ailleurs|de_retour)|votre_dernière_chance|vous_(?:offr|donn|accord)\\p{L}+_une_(?:seconde|deuxième|dernière|nouvelle)_chance',
    spared: often,
    unless: denied,
  },
]
