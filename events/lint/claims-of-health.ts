/** Health: what a reading may neither diagnose, cure nor advise against (`script-writing.md` §8.1, C. pén. 223-1-2). */
import type { Claim } from './claims.ts'

const spares = /ne remplace|avis d’un|un médecin|un professionnel|professionnel de santé|aucun [^.]{0,40}ne guérit$/u

const illness =
  'migraines?|cancers?|tumeurs?|diabète|dépressi(?:on|ons|f|ve)|burn-out|arthrose|arthrite|insomnies?|eczéma|psoriasis|allergies?|hypertension|asthme|maladies?|malades?|fibromyalgie|endométriose|infertilité|stérilité|stérile|anémie|épilepsie|alzheimer|parkinson|cholestérol|infections?|pathologies?|symptômes?|phobies?|addictions?|anorexie|boulimie|bipolaire|kystes?|fibromes?|inflammations?|rhumatismes?|acouphènes?|carences?|infarctus|avc|ulcères?|sciatique|lumbago|hémorroïdes|schizophrén\\p{L}+|névroses?|nuits_blanches'
const organ =
  'thyroïde|foie|reins?|poumons?|estomac|intestins?|colonne|vertèbres?|articulations?|immunité|système_(?:nerveux|immunitaire|digestif)|dos|peau|cellules'
const inward =
  'thyroïde|foie|reins|intestins?|estomac|vésicule|prostate|utérus|ovaires?|artères|hormones?|glandes?|tension_artérielle|organes|organisme|vertèbres|articulations|défenses_(?:immunitaires|naturelles)|système_(?:nerveux|immunitaire|digestif|hormonal)'
const pain = 'douleurs?|maux|mal_de_(?:dos|tête|ventre)|angoisses?|crises|tensions_du_corps|fatigue_chronique'
const ease =
  'dispara\\p{L}*|s’en_(?:va|vont|iront?)|s’effac\\p{L}*|cess\\p{L}*|guéri\\p{L}*|s’envol\\p{L}*|parti(?:r|ra|ront)|s’apais\\p{L}*|recul\\p{L}*|s’endor\\p{L}*|se_tai\\p{L}*'
const carer = '(?:médecins?|docteurs?|psy|psychologues?|psychiatres?|thérapeutes?|cardiologues?|kinés?|spécialistes?)'
const cure = `(?:traitements?|soins|suivi|thérapie|cachets|pilules?|doses?|comprimés|médicaments?|chimio\\p{L}*|rendez-vous_chez|séances?_(?:de|chez)|visites?_chez|${carer})`

/** « Le silence n’a rien d’une maladie ». */
const likenedTo = new RegExp(
  `${spares.source}|n’(?:a|ont|est|était) (?:rien|pas) d’une? \\p{L}+$|n’(?:est|était) pas une \\p{L}+$`,
  'u',
)

/** « La santé d’un projet ». */
const ofAThing =
  /^ (?:de la|des?|du|d’une?|de (?:ce|cette|votre|vos|ces|leur)|de l’) ?(?:\p{L}{3,8} )?(?:projets?|amitiés?|jardins?|idées?|maisons?|équipes?|groupes?|langues?|relations?|conversations?|plantes?|sols?|forêts?|arbres?|rivières?|associations?|villes?|quartiers?|planète|bibliothèque|liens?|démocratie|potager|ruche)(?!\p{L})/u

export const healthClaims: readonly Claim[] = [
  { says: 'guér(?:i|ir|is|it|ie|iss\\p{L}*|ira|irez|iront|ison|isons|isseu\\p{L}*)', unless: spares },
  { says: illness, unless: likenedTo },
  {
    says: '(?:passer|passez)_(?:de|d’un|du)_(?:votre_|vos_|un_|tout_)?(?:médecin|psychologue|psychiatre|thérapeute|suivi|soins)|médicaments?|antidépresseurs?|anxiolytiques?|somnifères?|chimio\\p{L}*|radiothérapie|insuline|vaccins?|comprimés|posologie|ordonnances?|cachets|remède_miracle',
    unless: /ne remplace/u,
  },
  {
    says: '(?:vos|votre|les|des|un|une)_(?:angoisses|douleurs?|maux(?!_de_la)|vertiges|palpitations)|hormon\\p{L}+|digesti(?:on|ve?s?|fs?)|thérap\\p{L}+|agrandir_(?:votre|la|le)_\\p{L}+|petit_être|prise_de_sang|(?:faire|faites)_(?:vérifier|examiner|contrôler)_votre',
    unless: spares,
  },
  { says: 'traitements?', unless: /ne remplace/u, after: /^ de (?:texte|faveur)/u },
  {
    says: `(?:espac|annul|report|arrêt|suspend|interromp|cess|diminu|rédui|stopp|abandonn|jet|remplac|oubli|délaiss)\\p{L}{0,7}_(?:\\p{L}{1,15}_){0,4}${cure}`,
    unless: /ne remplace/u,
  },
  { says: '(?:la_médecine|les_médecins)_(?:ne|n’|se_tromp|ignor|moderne|classique|officielle|conventionnelle)\\p{L}*' },
  {
    says: '(?<!de_)bébés?|grossesses?|fertilité|fécondité|fausse_couche|accouch\\p{L}*|ménopause|ovulation|maternité|heureux_événement|agrandir_la_famille|cigogne|dans_votre_ventre|votre_ventre_(?:s’arrondi|rond|port)\\p{L}*',
  },
  {
    says: '(?:être|êtes|serez|tomb\\p{L}*)_enceinte|attend\\p{L}*_un_(?:enfant|bébé)|concevoir_un_(?:enfant|bébé)|(?:pour|de|à)_concevoir(?=\\s?[,.;!?]|$)|devenir_(?:maman|papa|mère|père|parents?)',
  },
  {
    says: 'diagnosti\\p{L}*|vous_souffrez_(?:\\p{L}{1,12}_){0,2}(?:de|du|des|d’\\p{L}{1,20})|troubles?_(?:bipolaire|anxieux|alimentaires?|du_(?:sommeil|comportement)|de_l’(?:attention|humeur)|psy\\p{L}*)|bilan_de_santé',
  },
  {
    says: `(?:votre|vos|le|la|les|un)_(?:${organ})(?:_\\p{L}{1,20}){0,3}_(?:fragiles?|faibles?|sensibles?|malades?|point_faible|souffr\\p{L}*|régénér\\p{L}*|se_répar\\p{L}*)`,
  },
  { says: `(?:votre|vos)_(?:${inward})|(?:fragile|faible|fragilité|faiblesse)_(?:\\p{L}{1,8}_){1,3}(?:${organ})` },
  { says: `(?:votre|le)_corps(?:_\\p{L}{1,20}){0,2}_(?:se_)?(?:répar|régénèr|régénér)\\p{L}*` },
  {
    says: '(?:soucis|problèmes?|fragilités?|faiblesses?|sensibilité|troubles?|blocages?)_(?:de_|du_|au_|aux_|des_|à_)(?:la_|l’)?(?:gorge|dos|foie|ventre|poitrine|hanches?|genoux?|bassin|cou|épaules|jambes|yeux|peau|cœur_fragile)|(?:le|du)_foie|antibiotiques?|(?:tomber|baisser|monter)_(?:votre|la)_tension|alimentation|diététique|conception_d’un|retrouv\\p{L}+_(?:\\p{L}{1,8}_){0,2}(?:forme|vitalité|tonus)|détox\\p{L}*|cures?_(?:de_|d’)|jeûn(?:e|es|er|ez)|lithothérap\\p{L}*|(?:pour|de)_(?:purifier|nettoyer)_(?:votre_|le_)corps',
  },
  {
    says: `(?:${pain}|problèmes_de_(?:dos|peau|poids|sommeil|santé|cœur))(?:_\\p{L}{1,20}){0,5}_(?:${ease}|se_règl\\p{L}*)`,
  },
  {
    says: `(?:soulag|apais|soign|calm|trait|élimin|supprim)\\p{L}{1,6}_(?:\\p{L}{1,12}_){0,2}(?:${pain}|mal|${organ})`,
  },
  {
    says: '(?:retrouv|rend|amélior|favoris)\\p{L}{0,6}_(?:\\p{L}{1,8}_){0,2}sommeil|sommeil_réparateur|arrêter_de_fumer',
  },
  { says: 'vous_soign(?:er|ez)_(?:seule?|sans|par_(?:les|la|le)|avec_(?:les|la|le)|naturellement|grâce)' },
  {
    says: '(?:sans|plus_besoin_(?:de|d’un)|pas_besoin_(?:de|d’un)|inutile_de_(?:voir|consulter)|au_lieu_(?:de|d’un)|éviter?_(?:les|le|un))_(?:\\p{L}{2,12}_)?(?:médecins?|docteurs?|psychologues?|psychiatres?|soins|hôpital|lunettes)',
  },
  {
    says: '(?:votre|la|une|meilleure|bonne)_santé|santé_(?:fragile|de_fer|solide|florissante|retrouvée)|ennuis_de_santé',
    unless: /(?:soin de|avis|professionnel|question)[^.]{0,30}santé$|ne remplace/u,
    after: ofAThing,
  },
  {
    says: 'pouvoirs?_(?:de_guéri\\p{L}*|curatifs?)|vertus?_(?:curatives?|thérapeutiques?)|thérapeutiques?|perdre_du_poids|maigrir|mincir|longévité|longue_vie',
  },
]
