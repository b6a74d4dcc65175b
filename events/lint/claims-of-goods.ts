/** Health and money: what a reading may neither diagnose, cure nor promise. */
import type { Claim } from './claims.ts'

/** A promise denied is none: « aucune réussite n’est assurée ». */
export const denied = /(?:^|[^\p{L}])(?:n’|ne |aucune? |sans |ni |jamais |rien |nul |nulle |pas )/u
const spares = /ne remplace|avis d’un|un médecin|un professionnel|professionnel de santé/u
const timeGiven = /^.{0,40}(?:temps|énergie|attention|soin|cœur|espace|lieu|présence|heure|silence|amitié|confiance)/u

const illness =
  'migraines?|cancers?|tumeurs?|diabète|dépressi(?:on|ons|f|ve)|burn-out|arthrose|arthrite|insomnies?|eczéma|psoriasis|allergies?|hypertension|asthme|maladies?|malade|fibromyalgie|endométriose|infertilité|stérilité|stérile|anémie|épilepsie|alzheimer|parkinson|cholestérol|infections?|pathologies?|symptômes?|phobies?|addictions?|anorexie|boulimie|bipolaire|kystes?|fibromes?|inflammations?|rhumatismes?|acouphènes?'
const organ =
  'thyroïde|foie|reins?|poumons?|estomac|intestins?|colonne|vertèbres?|articulations?|immunité|système_(?:nerveux|immunitaire|digestif)|dos|peau|cellules'
const pain = 'douleurs?|maux|mal_de_(?:dos|tête|ventre)|angoisses?|crises|tensions_du_corps|fatigue_chronique'
const ease =
  'dispara\\p{L}*|s’en_(?:va|vont|iront?)|s’effac\\p{L}*|cess\\p{L}*|guéri\\p{L}*|s’envol\\p{L}*|parti(?:r|ra|ront)'

export const healthClaims: readonly Claim[] = [
  { says: 'guér(?:i|ir|is|it|ie|iss\\p{L}*|ira|irez|iront|ison|isons|isseu\\p{L}*)', unless: spares },
  { says: illness, unless: spares },
  {
    says: '(?:passer|passez)_(?:de|d’un|du)_(?:votre_|vos_|un_|tout_)?(?:médecin|psychologue|psychiatre|thérapeute|suivi|soins)|médicaments?|antidépresseurs?|anxiolytiques?|somnifères?|chimio\\p{L}*|radiothérapie|insuline|vaccins?|comprimés|posologie|ordonnances?|cachets|remède_miracle',
    unless: /ne remplace/u,
  },
  { says: 'traitements?', unless: /ne remplace/u, after: /^ de (?:texte|faveur)/u },
  { says: '(?<!de_)bébés?|grossesses?|fertilité|fécondité|fausse_couche|accouch\\p{L}*|ménopause|ovulation' },
  {
    says: '(?:être|êtes|serez|tomb\\p{L}*)_enceinte|attend\\p{L}*_un_(?:enfant|bébé)|concevoir_un_(?:enfant|bébé)',
  },
  {
    says: 'diagnosti\\p{L}*|vous_souffrez_(?:de|du|des|d’\\p{L}{1,20})|trouble_(?:bipolaire|anxieux|alimentaire)|bilan_de_santé',
  },
  {
    says: `(?:votre|vos|le|la|les|un)_(?:${organ})(?:_\\p{L}{1,20}){0,3}_(?:fragiles?|faibles?|malades?|point_faible|souffr\\p{L}*|régénér\\p{L}*|se_répar\\p{L}*)`,
  },
  { says: `(?:votre|le)_corps(?:_\\p{L}{1,20}){0,2}_(?:se_)?(?:répar|régénèr|régénér)\\p{L}*` },
  {
    says: `(?:${pain}|problèmes_de_(?:dos|peau|poids|sommeil|santé|cœur))(?:_\\p{L}{1,20}){0,5}_(?:${ease}|se_règl\\p{L}*)`,
  },
  {
    says: `(?:soulag|apais|soign|calm|trait|élimin|supprim)\\p{L}{1,6}_(?:\\p{L}{1,12}_){0,2}(?:${pain}|mal|${organ})`,
  },
  { says: 'vous_soign(?:er|ez)_(?:seule?|sans|par_(?:les|la|le)|avec_(?:les|la|le)|naturellement|grâce)' },
  {
    says: '(?:sans|plus_besoin_(?:de|d’un)|pas_besoin_(?:de|d’un)|inutile_de_(?:voir|consulter)|au_lieu_(?:de|d’un)|éviter?_(?:les|le|un))_(?:\\p{L}{2,12}_)?(?:médecins?|docteurs?|psychologues?|psychiatres?|soins|hôpital|lunettes)',
  },
  {
    says: '(?:votre|la|une|meilleure)_santé',
    unless: /(?:soin de|avis|professionnel)[^.]{0,30}santé$|ne remplace/u,
  },
  {
    says: 'pouvoirs?_(?:de_guéri\\p{L}*|curatifs?)|vertus?_(?:curatives?|thérapeutiques?)|thérapeutiques?|perdre_du_poids|maigrir|mincir',
  },
]

const success = 'réussites?|succès|fortune|richesses?|prospérité|abondance|victoire|argent|gains?'
const promised =
  'garanti\\p{L}*|assurée?s?|certaine?s?|inévitables?|promise?s?|vous_atten(?:d|dent|dra|dront)|sourira|est_à_vous|arriv\\p{L}+|afflu\\p{L}*|coul\\p{L}+|pleuv\\p{L}+|vien(?:t|dra|dront|nent)|entre(?:ra|ront)?|tomb\\p{L}+|frapp\\p{L}+|au_rendez-vous'

export const moneyClaims: readonly Claim[] = [
  {
    says: 'lotos?|loterie|casinos?|tiercé|jackpot|gros_lot|roulette|paris_sportifs|poker|bingo|jeux?_(?:de_hasard|d’argent|de_grattage)|(?:ticket|billet)s?_(?:à_gratter|de_loterie|gagnant)|euromillions',
  },
  {
    says: '(?:numéros?|chiffres?|nombres?|jours?)_(?:gagnants?|porte-bonheur|chanceux|de_chance)|chance_(?:au|aux)_jeux?',
  },
  {
    says: '(?:rentrées?|sommes?|afflux|pluie|arrivée)_d’argent|gagn\\p{L}+_(?:\\p{L}{1,10}_){0,2}(?:argent|une_somme|des_millions)|gagn\\p{L}+_de_l’argent|gains?_(?:financ\\p{L}*|matériels?|importants?|rapides?|d’argent|au_jeu)',
  },
  {
    says: `(?:attir|amass|accumul|touch|recev|obten|encaiss)\\p{L}+_(?:\\p{L}{1,10}_|l’|d’){0,3}(?:argent|abondance|fortune|richesses?|héritage|prime|augmentation|promotion)`,
  },
  {
    says: `(?:${success})(?:_\\p{L}{1,20}){0,3}?_(?:est_|sont_|sera_|vous_est_|vous_sera_|vous_)?(?:${promised})`,
    unless: denied,
  },
  {
    says: `(?:vous_)?(?:garanti(?:t|ssent|ra)|assur(?:e|ent|era)|promet(?:tent|tra)?)_(?:\\p{L}{1,10}_|l’|d’){0,3}(?:${success}|revenus?|emploi)`,
    unless: denied,
  },
  {
    says: '(?:promotion|augmentation|héritage|embauche|contrat)(?:_\\p{L}{1,20}){0,2}_(?:vous_attend|arrive\\p{L}*|se_profile|est_proche|est_à_vous|tombera)',
  },
  {
    says: '(?:faire|ferez|faites)_fortune|(?:devenir|deviendrez|devenez|serez|rend(?:re)?_|vous_rendra_)_?riches?|vous_enrich\\p{L}*',
    unless: denied,
  },
  {
    says: 'placements?|en_bourse|(?:à|de)_la_bourse|crypto\\p{L}*|bitcoins?|trading|rendements?_\\p{L}+|immobilier|spécul\\p{L}+|dividendes?',
  },
  { says: 'investi(?:r|ssez)(?!-vous)|vous_investissez', after: timeGiven, unless: /vous investir/u },
  {
    says: 'investissements?_(?:sûrs?|rentables?|financiers?|payants?|judicieux|locatifs?)|(?:vos|votre)_(?:économies|épargne|compte_(?:en_banque|bancaire)|salaires?|dettes|patrimoine)|contract\\p{L}+_(?:un_)?(?:prêt|crédit)',
  },
  {
    says: '(?:vos|votre|les)_(?:finances|revenus|situation_financière)(?:_\\p{L}{1,20}){0,3}?_(?:s’amélior\\p{L}+|prospér\\p{L}+|florissant\\p{L}*|se_redress\\p{L}+|augment\\p{L}+|doubl\\p{L}+|s’envol\\p{L}+|au_beau_fixe)',
  },
]
