/** Predictions told as sure, third persons judged, readings of children. */
import type { Claim } from './claims.ts'
import { denied } from './claims-of-goods.ts'
import type { Match } from './matching.ts'
import type { Remedy } from './passage.ts'

/** A condition, a relative clause or a « peut-être » makes a future harmless. */
const open =
  /(?:^|[^\p{L}])(?:quand|lorsque|lorsqu’|dès que|chaque fois que|tant que|aussitôt que|si|s’|où|ce qui|ce que|celle qui|celui qui|ceux qui|celles qui|celle que|celui que|tout ce que|comme|peut-être|parfois|sans doute|rien ne dit)(?:[^\p{L}]|$)/u
const perhaps =
  /^(?:[^.!?]{0,60}[^\p{L}])?(?:peut-être|sans doute|parfois|si vous|quand vous|un jour ou l’autre)(?:[^\p{L}]|$)/u

const pronouns =
  '(?:(?:vous|y|en|le|la|les|lui|leur|me|nous|tout|bientôt|enfin|donc|alors|aussi|vite|certainement|sûrement|probablement|\\p{L}{2,12}ment|très_vite|sans_tarder)_|l’|m’|n’)'
const infinitive = '(?!vers|contre|entre|outre|hier|bien)(?:\\p{L}{1,20}(?:er|ir|re)|\\p{L}{0,12}oir)'

const futures =
  'rencontr|trouv|gagn|épous|hérit|divorc|chang|déménag|travers|tomb|quitt|retrouv|surmont|échou|décroch|triomph|accéd|regrett|voyag|attir'
const strongFutures = `(?:${futures})erez|obtiendrez|perdrez|réussirez|deviendrez|vivrez|connaîtrez|recevrez|mourrez|vaincrez|souffrirez|subirez|finirez_par|accomplirez|atteindrez|reviendrez`
const bringers =
  'apporter|réserver|offrir|donner|arriver|tomber|sourir|conduir|mèner|attendr|frapper|surprendr|enverr|placer|ramèner|combler|changer|ouvrir|amèner|pousser'
const events =
  'rencontres?|changements?|épreuves?|voyages?|surprises?|amour|bonheur|mariages?|tournants?|bouleversements?|nouvelles?|obstacles?|dangers?|réussite|chance|événements?|drames?|trahisons?'

export const foretold: readonly Claim[] = [
  { says: 'tout_(?:va_(?:s’\\p{L}{2,20}|bien_se_passer|changer)|s’arrangera|ira_(?:bien|mieux))', unless: open },
  {
    says: 'vous_(?:réserve|réservent|promet|promettent|annonce|annoncent)',
    unless: denied,
  },
  {
    says: '(?:celle|celui|année|mois|temps|cycle)_(?:de_votre|du|de_la|d’un|de)_?(?:mariage|rencontre|naissance_d’un|divorce|déménagement|promotion)|votre_mariage_(?:sera|aura|est_proche)',
    unless: denied,
  },
  {
    says: `vous_allez_${pronouns}{0,4}${infinitive}`,
    unless: /(?:^|[^\p{L}])(?:quand|lorsque|dès que|si|où|que|comme) vous allez [^.]{0,80}$/u,
    remedy: softened,
  },
  { says: 'il_(?:vous_)?arrivera|vous_arriver(?:a|ont)|il_va_vous_arriver', unless: open },
  {
    says: '(?:va|vont)_(?:bientôt_|enfin_)?(?:vous_|croiser_|entrer_|changer_votre|bouleverser)(?:\\p{L}+(?:er|ir|re|oir))?',
    unless: open,
  },
  { says: `vous_(?:l’|le_|la_|les_|y_|en_|vous_)?(?:${strongFutures})`, unless: open, after: perhaps },
  {
    says: 'vous_(?:serez|aurez)(?!_(?:peut-être|libre|toujours_libre|compris|remarqué|noté|deviné|reconnu))',
    unless: open,
    after: perhaps,
  },
  { says: `vous_(?:${bringers})(?:a|ont)`, unless: open, after: perhaps },
  {
    says: `(?:${events})(?:_\\p{L}{1,20}){0,3}_(?:vous_(?:attend|attendent|guette|guettent)|se_(?:prépare|profile|dessine)|approche|est_proche|arrive)`,
    unless: open,
    after: perhaps,
  },
  { says: 'vous_(?:guettent?|menacent?|poursui(?:t|vent))', unless: denied },
  {
    says: '(?:est|était|sera|c’est)_(?:déjà_)?écrite?s?_(?:dans|d’avance|depuis|que|pour)|inéluctables?|inévitables?|inévitablement|fatalité|fatidique|prédestin\\p{L}*|prédit|prédisent|prophétie|votre_destin|le_destin|votre_avenir_(?:est|sera)_(?:\\p{L}+_)?(?:tracé|écrit|scellé|assuré|radieux)|la_destinée_(?:vous|veut)|votre_sort',
    unless: denied,
  },
  {
    says: 'malédictions?|maudite?s?|envoûtements?|mauvais_(?:sort|œil|présage)|porte(?:nt|r)?_malheur|malheurs?|malchance|vies?_antérieures?',
    unless: denied,
  },
  {
    says: '(?<!(?:point|temps|angle|lettre|nature|feuilles?|saison|eaux?|branches?|bois|poids|heures?|langues?|bras|saisons)_)morts?(?:e|es)?(?!_(?:dans_l’âme|de_rire|de_fatigue|de_soif|de_faim))',
  },
  {
    says: 'mour(?:ir|ez|rez|ra|ront)(?!_(?:d’envie|de_rire|d’impatience))|décès|décéd\\p{L}*|trépas|deuils?|veuv(?:age|e)|veuf|fin_de_vie|espérance_de_vie|vivrez_longtemps|suicide',
  },
  {
    says: '(?<!par_)accidents?(?!_de_parcours)|divorc\\p{L}*|(?:rupture|séparation)(?!_(?:de_(?:rythme|ton|style|stock)|entre|des))|infidélité|catastrophes?|faillite|licenci\\p{L}*',
  },
  {
    says: '(?:votre|ce)_(?:couple|mariage|relation|union|amour|projet)_(?:ne_|n’|va_|se_)?(?:survivra|tiendra|durera|finira|cassera|brisera|échouera|effondrera|terminera|échouer|finir|réussira|triomphera)',
    after: perhaps,
  },
  { says: 'âmes?_sœurs?|grand_amour|amour_de_votre_vie|homme_de_votre_vie|femme_de_votre_vie' },
]

/** « Vous allez trouver » says what will be; « vous pouvez trouver » what may. */
function softened({ start, text }: Match): Remedy {
  const from = start + text.indexOf('allez')
  return { label: 'Écrire « pouvez »', replacement: 'pouvez', start: from, end: from + 'allez'.length }
}

const people =
  '(?:collègues?|amie?s?|voisine?s?|patronn?e?s?|partenaires?|conjointe?s?|proches?|entourage|cheff?e?s?|mari|femmes?|hommes?|mères?|pères?|familles?|belle-mère|ex|sœurs?|frères?|compagnon|compagne|personnes?|gens|parents|supérieure?s?|rivale?s?|associée?s?)'
const somebody = `(?:(?:\\p{L}{1,15}_){0,2}${people}(?:_\\p{L}{1,15}){0,2}|quelqu’un|ils?|elles?|on|certain[es]{0,2})_(?:qui_)?`
const harms =
  'trompent?|trahi(?:t|ra|ssent)|ment(?:ent|ira)?|manipulent?|envient?|détestent?|méprisent?|rabaissent?|sous-estiment?|exploitent?|utilisent?|freinent?|étouffent?|empoisonnent?|quittera|abandonnera|cachent?_la_vérité'
const faults =
  'jalou|fragile|difficile|dur|froid|absent|immature|faible|lâche|paresseu|colérique|instable|incapable|envahissant|autoritaire|distant|coupable|responsable_d|nocif|nocive|mauvais|folle|fou|inférieur|faux|fausse|négati'

export const othersJudged: readonly Claim[] = [
  { says: 'vous_(?:jalousent?|manipulent?|trahi(?:t|ra|ssent))', unless: denied },
  { says: `${somebody}vous_(?:${harms})`, unless: denied },
  {
    says: 'vous_nui(?:re|t|sent)|vous_(?:veut|veulent|voudrait|souhaitent?)_du_mal|profitent?_(?:de_vous|de_votre)|mauvaise_influence|agi(?:t|ssent)_contre_vous|dans_votre_dos',
    unless: denied,
  },
  {
    says: 'toxiques?|hypocrites?|malveillant\\p{L}*|pervers\\p{L}*|narcissiques?|manipulat(?:eur|rice)s?|égoïstes?|infidèles?|menteu(?:r|se)s?|indignes?_de_vous|malhonnêtes?|médisant\\p{L}*',
    unless: denied,
  },
  { says: '(?<!(?:votre|sans|aucune|la)_)jalou(?:x|se|ses|sie|sies)', unless: denied },
  {
    says: `(?:éloignez-vous|méfiez-vous|coupez_les_ponts|prenez_vos_distances)_(?:de_|d’|des_|du_|avec_)(?:cette_|ce_|ces_|cet_|votre_|vos_|certaine?s?_)?(?:${people}|ceux|celles|celui|celle|quelqu’un|eux|elle|lui)`,
  },
  { says: `(?:quittez|laissez_tomber|rompez_avec)_(?:votre_|ce_|cette_)?(?:${people}|couple|emploi)` },
  {
    says: `(?:votre|vos|cet|cette|ce|ces)_(?:\\p{L}{1,12}_)?${people}(?:_\\p{L}{1,12})?_(?:est|sont|reste|restent|semble|semblent|paraît|devient)_(?:\\p{L}{1,12}_){0,2}(?:${faults})\\p{L}{0,6}`,
    unless: denied,
  },
  {
    says: `${people}_(?:manquent?_de|cherchent?_à_vous|(?:ne_|n’)(?:vous_)?(?:mérit|respect|aim|compren|écout|soutien)\\p{L}*_(?:pas|jamais|guère))`,
  },
]

const child =
  'enfants?|fils|filles?|ado(?:lescente?s?|s)?|neveux?|nièces?|petits?-fils|petites?-filles?|petits-enfants|bébés?|garçons?|fillettes?|écoliers?|écolières?'
const reads =
  'est|sont|a|ont|sera|seront|aura|auront|deviendra|deviendront|portent?|possèdent?|montrent?|réussira|manquent?|souffrent?|héritent?|vibrent?|doi(?:t|vent)|cachent?|rest(?:e|era)'

export const minorsRead: readonly Claim[] = [
  {
    says: '(?:cet|votre|vos|son|leur|leurs|ces)_(?:jeunes?_|petits?_|propres?_)?enfants?(?!_intérieure?)(?!_que_vous_(?:étiez|avez_été))',
    unless: /(?:l’|âme d’|cœur d’)enfant/u,
  },
  {
    says: `(?:votre|vos|son|sa|ses|leurs?)_(?:petite?_|jeune_|aînée?_|\\p{L}{2,12}_)?(?:${child})(?:_(?:aînée?|cadette?|de_\\p{L}+_ans))?_(?:${reads})`,
    unless: /enfant intérieur/u,
  },
  {
    says: `(?:de|à)_(?:\\p{L}{2,15}_){1,2}(?:ans|mois),?_(?:votre|son|sa|cet|cette)_(?:${child})|(?:${child})_(?:de|âgée?_de)_\\p{L}{2,12}_ans`,
  },
  {
    says: '(?:un|une|l’|les|des|ces|aux)_?(?:enfants?|ado\\p{L}*|bébés?)_(?:indigo|cristal|doués?|surdoués?|difficiles?|turbulents?|hyperactifs?|précoces?|à_problèmes?|né(?:s|e|es)?_sous)',
  },
  {
    says: 'personnes?_mineures?|une?_mineure?|les_mineurs|(?:chemin_de_vie|numérologie|nombre|lecture|thème)_(?:de_(?:votre|vos|l’|cet_)|des_)_?(?:enfants?|fils|fille|bébé)',
  },
]
