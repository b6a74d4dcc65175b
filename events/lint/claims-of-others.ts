/** Third persons: the reading speaks of who listens, and judges nobody else (`script-writing.md` §8.1). */
import type { Claim } from './claims.ts'
import { denied } from './excuses.ts'
import { theyWill } from './future-tense.ts'

const people =
  '(?:collègues?|amie?s?|voisine?s?|patronn?e?s?|partenaires?|conjointe?s?|proches?|entourage|cheff?e?s?|mari|femmes?|hommes?|mères?|pères?|familles?|belle-mère|ex|sœurs?|frères?|compagnon|compagne|personnes?|gens|parents|supérieure?s?|rivale?s?|associée?s?|natifs|natives)'
const somebody = `(?:(?:\\p{L}{1,15}_){0,2}${people}(?:_\\p{L}{1,15}){0,2}|quelqu’un|ils?|elles?|on|certain[es]{0,2})_(?:qui_)?`
const harms =
  'trompe(?:nt)?|trahi(?:t|ra|ssent)|ment(?:ent|ira)?|manipule(?:nt)?|envie(?:nt)?|déteste(?:nt)?|méprise(?:nt)?|rabaisse(?:nt)?|sous-estime(?:nt)?|exploite(?:nt)?|utilise(?:nt)?|freine(?:nt)?|étouffe(?:nt)?|empoisonne(?:nt)?|quittera|abandonnera|cache(?:nt)?_(?:la_vérité|quelque_chose|des_choses)|tire(?:nt)?_vers_le_bas|jalouse(?:nt)?|épuise(?:nt)?|vide(?:nt)?_de'
const faults =
  'jalou|fragile|difficile|dur|froid|absent|immature|faible|lâche|paresseu|colérique|instable|incapable|envahissant|autoritaire|distant|coupable|responsable_d|nocif|nocive|mauvais|folle|fou|inférieur|faux|fausse|négati|capricieu|possessi|dominat|orgueilleu|arrogant|avare|radin|rancuni|méchant|but[ée]|têtu|stupide|égoïst|profiteu|médiocre|hystérique|étroit|ingrat'
/** What makes a judgement of any word on somebody else. */
const wounds =
  /chute|rumeur|source de tension|abîm|vous vide|rompez|écras|humili|sabot|mensong|détrui|malsain|(?:vous|s’) ?étouff|(?:fuyez|fuir) (?:cette|ce)|mal intentionn|contre vous|(?:comprendr|aimer|respecter)a (?:jamais|pas)|du bien(?: |$)/u
const badly = `(?:\\p{L}{1,12}_){0,3}(?:${faults})\\p{L}{0,6}`

export const othersJudged: readonly Claim[] = [
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
    says: `(?:éloignez-vous|méfiez-vous|coupez_les_ponts|prenez_vos_distances)_(?:de_|d’|des_|du_|avec_)(?:cette_|ce_|ces_|cet_|votre_|vos_|certaine?s?_)?(?:${people}|ceux|celles|celui|celle|quelqu’un|eux|elle|lui)`,
  },
  { says: `ne_(?:faites|donnez|accordez)_(?:plus|pas|jamais)_(?:\\p{L}{1,8}_)?confiance_(?:à|aux)` },
  {
    says: `(?:votre|vos|certaine?s?|cette|ce|ces|cet|une?|des)_(?:\\p{L}{1,12}_)?(?:${people}|amitié|relation|parents?)`,
    needs: wounds,
    unless: denied,
  },
  { says: `(?:quittez|laissez_tomber|rompez_avec)_(?:votre_|ce_|cette_)?(?:${people}|couple|emploi)` },
  {
    says: `(?:votre|vos|cet|cette|ce|ces|les)_(?:\\p{L}{1,12}_)?${people}(?:_\\p{L}{1,12}){0,3}?_(?:est|sont|reste|restent|semble|semblent|paraît|devient|était|étaient|(?:a|ont)_(?:toujours_|souvent_)?été)_${badly}`,
    unless: denied,
  },
  { says: `(?:votre|vos|cet|cette|ce|ces)_${people}_(?:${faults})(?:e|es|x|ses?|ve?s?|if|ive)?` },
  { says: `(?:votre|vos|cet|cette|ce|ces)_${people}_(?:ne_|n’)(?:vous_)?${theyWill}_(?:jamais|plus|pas)` },
  {
    says: `${people}_(?:manque(?:nt)?_de|cherche(?:nt)?_à_vous|(?:ne_|n’)(?:vous_)?(?:mérit|respect|aim|compren|écout|soutien)\\p{L}*_(?:pas|jamais|guère)|(?:n’a|n’ont|ne_sait|ne_savent)_(?:pas|jamais)_(?:su_|voulu_|pu_)?\\p{L}+)`,
  },
]
