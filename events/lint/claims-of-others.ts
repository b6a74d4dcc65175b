/** Third persons: the reading speaks of who listens, and judges nobody else (`script-writing.md` §8.1). */
import type { Claim } from './claims.ts'
import { denied } from './excuses.ts'
import { theyWill } from './future-tense.ts'
import { belittled, wronged, wrongedYou } from './wrongs.ts'

const people =
  '(?:collègues?|amie?s?|voisine?s?|patronn?e?s?|partenaires?|conjointe?s?|époux|épouse|fiancée?s?|amant|amante|copains?|copines?|camarades?|proches?|entourage|cheff?e?s?|mari|femmes?|hommes?|(?:belle-|grand-)?mères?|(?:beau-|grand-)?pères?|familles?|belle-famille|ex|(?:belle-|demi-)?sœurs?|(?:beau-|demi-)?frères?|compagnon|compagne|personnes?|gens|parents|grands-parents|beaux-parents|oncles?|tantes?|cousine?s?|supérieure?s?|directeur|directrice|employeurs?|responsables?|équipe|hiérarchie|rivale?s?|associée?s?|professeurs?|natifs|natives)'
const somebody = `(?:(?:\\p{L}{1,15}_){0,2}${people}(?:_\\p{L}{1,15}){0,2}|quelqu’un|ils?|elles?|on|certain[es]{0,2})_(?:qui_)?`
const harms =
  'trompe(?:nt)?|trahi(?:t|ra|ssent)|ment(?:ent|ira)?|manipule(?:nt)?|envie(?:nt)?|déteste(?:nt)?|méprise(?:nt)?|rabaisse(?:nt)?|sous-estime(?:nt)?|exploite(?:nt)?|utilise(?:nt)?|freine(?:nt)?|étouffe(?:nt)?|empoisonne(?:nt)?|quittera|abandonnera|cache(?:nt)?_(?:la_vérité|quelque_chose|des_choses)|tire(?:nt)?_vers_le_bas|jalouse(?:nt)?|épuise(?:nt)?|vide(?:nt)?_de'
const faults =
  'jalou|fragile|difficile|dur|froid|absent|immature|faible|lâche|paresseu|colérique|instable|incapable|envahissant|autoritaire|distant|coupable|responsable_d|nocif|nocive|mauvais|folle|fou|inférieur|faux|fausse|négati|capricieu|possessi|dominat|orgueilleu|arrogant|avare|radin|rancuni|méchant|but[ée]|têtu|stupide|égoïst|profiteu|médiocre|hystérique|étroit|ingrat'
/** What makes a judgement of any word on somebody else. */
const wounds =
  /chute|rumeur|source de tension|abîm|vous vide|rompez|écras|humili|sabot|mensong|détrui|malsain|(?:vous|s’) ?étouff|(?:fuyez|fuir) (?:cette|ce)|mal intentionn|contre vous|(?:comprendr|aimer|respecter)a (?:jamais|pas)|du bien(?: |$)/u
/** « Vous êtes une personne qui déteste le mensonge » is about the listener. */
const ofYou = new RegExp(`${denied.source}|vous êtes [^.]{0,30}$`, 'u')
const badly = `(?:\\p{L}{1,12}_){0,3}(?:${faults})\\p{L}{0,6}`

const known = `(?:votre|vos|cet|cette|ce|ces)_(?:\\p{L}{1,12}_)?${people}`
const unnamed = `(?:certain[es]{0,2}|une?|des|quelques|plusieurs|d’autres|trop_de)_(?:\\p{L}{1,12}_)?${people}|quelqu’un|ceux_qui_vous_entourent`
/** « Si un collègue vous critique » supposes, and accuses nobody. */
const supposed = /(?:^|[^\p{L}])(?:si|s’|quand|lorsque|lorsqu’|dès que)[^\p{L}][^,;:]{0,40}$/u

export const othersJudged: readonly Claim[] = [
  {
    says: `(?:froideur|dureté|sévérité|lâcheté|indifférence|jalousie|méchanceté|égoïsme|amertume|haine|hostilité|mépris|autorité|violence|absence|faiblesse|mauvaise_foi|immaturité|infidélité|mensonges?|colères?|caprices?|rancunes?|reproches|silence_pesant|critiques)_(?:\\p{L}{3,12}_)?(?:de_|d’)(?:votre|vos|cet|cette|ce|ces)_(?:\\p{L}{1,12}_)?${people}`,
    unless: denied,
  },
  { says: known, then: wronged, unless: supposed },
  { says: unnamed, then: wrongedYou, unless: supposed },
  { says: known, then: belittled, unless: supposed },
  { says: 'vous_(?:jalouse(?:nt)?|manipule(?:nt)?|trahi(?:t|ra|ssent))', unless: denied },
  { says: `${somebody}vous_(?:${harms})`, unless: denied },
  {
    says: 'vous_nui(?:re|t|sent)|vous_(?:veut|veulent|voudrait|souhaite(?:nt)?)_du_mal|(?:profite(?:nt)?|abuse(?:nt)?)_(?:de_vous|de_votre|de_son|de_leur)|mauvaise_influence|agi(?:t|ssent)_contre_vous|(?:dans|derrière)_votre_dos|vous_faire_du_(?:tort|mal)|(?:cherch|tent|essai|essay)\\p{L}+_(?:à|de)_vous_\\p{L}+er',
    unless: denied,
  },
  {
    says: 'toxiques?|hypocrites?|malveillant\\p{L}*|pervers\\p{L}*|narcissiques?|manipulat(?:eur|rice)s?|égoïstes?|infidèles?|menteu(?:r|se)s?|profiteu(?:r|se)s?|indignes?_de_vous|malhonnêtes?|médisant\\p{L}*',
    unless: denied,
  },
  { says: '(?<!(?:votre|sans|aucune|la)_)jalou(?:x|se|ses|sie|sies)', unless: denied },
  {
    says: `${people}_(?:\\p{L}{1,12}_)?(?:n’est|ne_sont|n’était)_pas_(?:\\p{L}{1,10}_)?(?:faite?s?_pour_vous|à_la_hauteur|digne|sincère|honnête|loya|fiable|clair|franc|bon|gentil)\\p{L}{0,4}`,
  },
  {
    says: `(?:éloignez-vous|méfiez-vous|coupez_les_ponts|(?:prenez|gardez|mettez|marquez)_(?:vos|de_la|une|la|de_l’)_?distances?|tenez-vous_(?:loin|à_l’écart|à_distance)|prenez_garde|attention|faites_attention)_(?:à_|de_|d’|des_|du_|avec_)(?:cette_|ce_|ces_|cet_|votre_|vos_|certaine?s?_)?(?:${people}|ceux|celles|celui|celle|quelqu’un|eux|elle|lui)`,
  },
  { says: `ne_(?:faites|donnez|accordez)_(?:plus|pas|jamais)_(?:\\p{L}{1,8}_)?confiance_(?:à|aux)` },
  {
    says: `(?:votre|vos|certaine?s?|cette|ce|ces|cet|une?|des)_(?:\\p{L}{1,12}_)?(?:${people}|amitié|relation|parents?)`,
    needs: wounds,
    unless: ofYou,
  },
  { says: `(?:quittez|laissez_tomber|rompez_avec)_(?:votre_|ce_|cette_)?(?:${people}|couple|emploi)` },
  {
    says: `(?:votre|vos|cet|cette|ce|ces|les)_(?:\\p{L}{1,12}_)?${people}(?:_\\p{L}{1,12}){0,3}?_(?:est|sont|reste|restent|semble|semblent|paraît|devient|était|étaient|(?:a|ont)_(?:toujours_|souvent_)?été)_${badly}`,
    unless: denied,
  },
  { says: `(?:votre|vos|cet|cette|ce|ces)_${people}_(?:${faults})(?:e|es|x|ses?|ve?s?|if|ive)?` },
  { says: `(?:votre|vos|cet|cette|ce|ces)_${people}_(?:ne_|n’)(?:vous_)?${theyWill}_(?:jamais|plus|pas)` },
  { says: `${people}_cherche(?:nt)?_à_vous` },
]
