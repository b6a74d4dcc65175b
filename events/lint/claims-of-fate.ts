/** Predictions told as sure: « vous allez », the simple future of the person and of what concerns them, announcements. */
import type { Claim } from './claims.ts'
import { denied, left, open, perhaps } from './excuses.ts'
import { anyWord, clitics, infinitive, theyWill, youWill } from './future-tense.ts'
import type { Match } from './matching.ts'
import type { Remedy } from './passage.ts'

const between =
  '(?:(?:vous|y|en|le|la|les|lui|leur|me|nous|tout|bientôt|enfin|donc|alors|aussi|vite|certainement|sûrement|probablement|\\p{L}{2,12}ment|très_vite|sans_tarder)_|l’|m’|n’)'
const events =
  'rencontres?|changements?|épreuves?|voyages?|surprises?|amour|bonheur|mariages?|tournants?|bouleversements?|nouvelles?|obstacles?|blocages?|dangers?|réussite|chance|événements?|drames?|trahisons?|passions?|opportunités?|occasions?|portes?|personne|homme|femme|décision|départs?|déménagements?|naissances?|ruptures?|pertes?|retours?|délivrance|solitude|situation|conflits?|échecs?|succès|rêves?|vœux?|souhaits?|éclaircie|renouveau|renaissance|promotion|séparation|réconciliation|période|quelque_chose'
const foretellers =
  'nombres?|chiffres?|année|cycle|mois|vibrations?|énergies?|thème|période|date|astres|lecture|un|deux|trois|quatre|cinq|six|sept|huit|neuf|onze'

export const foretold: readonly Claim[] = [
  { says: 'tout_(?:va_(?:s’\\p{L}{2,20}|bien_se_passer|changer)|s’arrangera|ira_(?:bien|mieux))', unless: open },
  { says: 'vous_(?:réserve|réservent|promet|promettent|annonce|annoncent)', unless: denied },
  {
    says: '(?:celle|celui|année|mois|temps|cycle)_(?:de_votre|du|de_la|d’un|de)_?(?:mariage|rencontre|naissance_d’un|divorce|déménagement|promotion)|votre_mariage_(?:sera|aura|est_proche)',
    unless: denied,
  },
  {
    says: `vous_allez_${between}{0,4}${infinitive}`,
    unless: /(?:^|[^\p{L}])(?:quand|lorsque|dès que|si|où|que|comme) vous allez [^.]{0,80}$/u,
    remedy: softened,
  },
  { says: 'il_(?:vous_)?arrivera|vous_arriver(?:a|ont)|il_va_vous_arriver', unless: open },
  {
    says: '(?:va|vont)_(?:bientôt_|enfin_)?(?:vous_|croiser_|entrer_|changer_votre|bouleverser|prendre_fin)(?:\\p{L}+(?:er|ir|re|oir))?',
    unless: open,
  },
  { says: `(?:votre|vos)_(?:${anyWord}){1,3}(?:va|vont)_${between}{0,2}${infinitive}`, unless: open, after: perhaps },
  { says: `vous_${clitics}${youWill}`, unless: left, after: perhaps },
  { says: `(?:votre|vos)_(?:${anyWord}){1,4}?${clitics}${theyWill}`, unless: left, after: perhaps },
  { says: `vous_(?:en_|y_)?${theyWill}`, unless: left, after: perhaps },
  { says: `(?:${events})_(?:${anyWord}){0,4}?${clitics}${theyWill}`, unless: left, after: perhaps },
  { says: theyWill, unless: left, after: perhaps },
  { says: '(?:n’|vous_)(?:empêcher|arrêter|résister|échapper)(?:a|ont)|(?:aligné|réuni|rassemblé)e?s_pour_votre' },
  {
    says: '(?:une?|quelque_chose)_(?:\\p{L}{1,15}_){0,3}(?:se_(?:prépare|profile|trame|noue)|couve|se_rapproche)(?=\\s?[,.]|_(?:pour|autour|dans|au|en|à)_|$)',
    unless: open,
    after: perhaps,
  },
  { says: 'ce_que_vous_(?:espér|attend|souhait|désir|voul)\\p{L}+_(?:se_|finira_)\\p{L}+', after: perhaps },
  { says: 'vous_(?:guette(?:nt)?|menace(?:nt)?|poursui(?:t|vent))', unless: denied },
  {
    says: 'il_y_aura(?!_(?:toujours|peut-être|des_jours))|(?:aura|auront)_lieu|(?:est|sont)_imminente?s?|ne_(?:va|vont|tarder(?:a|ont))_pas_(?:à_|tarder)|finir(?:a|ont)_par|rien_ne_(?:pourra|saura|va)_vous|(?:est|êtes)_sur_le_point_de',
    unless: open,
  },
  {
    says: `(?:${events})(?:_\\p{L}{1,20}){0,3}_(?:vous_(?:attend|attendent|guette|guettent)|se_(?:prépare|profile|dessine)|approche|est_proche|arrive)`,
    unless: open,
    after: perhaps,
  },
  {
    says: `(?:${foretellers})(?:_\\p{L}{1,20}){0,3}_(?:annonc|présag|augur|prédi|prophétis|laisse(?:nt)?_présag)\\p{L}+`,
    unless: denied,
  },
  { says: '(?:je|nous|on)_(?:voyons|vois|voit)_(?:\\p{L}{1,12}_|d’){0,3}(?:dans|venir|arriver|se_profiler)' },
  { says: '(?:attendez|apprêtez)-vous_à|préparez-vous_à_(?:vivre|rencontrer|recevoir|perdre|quitter|une?|des|de)' },
  {
    says: 'vous_êtes_(?:\\p{L}{1,12}_)?(?:destiné|promis|voué|condamné|prédestiné|béni|protégé_par|appelé)e?_(?:à|au|aux|par)',
  },
  { says: 'votre_(?:heure|tour|moment|chance)_(?:approche|est_(?:venue?|proche|arrivée?)|arrive)' },
  {
    says: '(?:année|mois|cycle|saison|printemps|été|automne|hiver|semaines?|période|temps)(?:_\\p{L}{1,15}){0,3}_s’annonce(?:nt)?|(?:le_pire|le_plus_dur|l’orage)_est_(?:derrière|passé)|(?:votre|un)_karma|lumière_arrive',
    unless: denied,
  },
  {
    says: '(?:amour|bonheur|chance|réussite|délivrance|meilleur)_(?:est_(?:à_venir|au_bout|à_(?:votre|la)_porte|proche|en_chemin|en_route)|arrive|vous_tend_les_bras)|(?:tourne|tournent|joue(?:nt)?)_(?:\\p{L}{1,8}_)?en_votre_faveur',
    unless: denied,
  },
  {
    says: '(?:votre|ce)_(?:couple|mariage|relation|union|amour|projet)_(?:ne_|n’|va_|se_)?(?:survivra|tiendra|durera|finira|cassera|brisera|échouera|effondrera|terminera|échouer|finir|réussira|triomphera)',
    after: perhaps,
  },
]

/** « Vous allez trouver » says what will be; « vous pouvez trouver » what may. */
function softened({ start, text }: Match): Remedy {
  const from = start + text.indexOf('allez')
  return { label: 'Écrire «\u202fpouvez\u202f»', replacement: 'pouvez', start: from, end: from + 'allez'.length }
}
