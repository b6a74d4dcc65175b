/** What is no speech at all: layout, code, stage directions and what a merge left to decide (`script-writing.md` §3.2, §8.2). */
import { directionsTold } from './directions.ts'
import type { Finding } from './finding.ts'
import { findAll, removal, words, type Match } from './matching.ts'
import type { Passage, Remedy } from './passage.ts'

export function markupFindings(passage: Passage): Finding[] {
  return [
    ...markdown.flatMap((pattern) => findAll(passage, 'markdown', pattern, inside)),
    ...code.flatMap((pattern) => findAll(passage, 'code', pattern, () => removal)),
    ...directions.flatMap((pattern) => findAll(passage, 'stage_direction', pattern, () => removal)),
    ...findAll(passage, 'undecided', /⟦[^⟦⟧]{0,3000}⟧|[⟦⟧]/gu),
  ]
}

/** The group, where there is one, is what stays. */
const markdown = [
  /^[ \t]{0,3}#{1,6}[ \t]+/gmu,
  /^[ \t]{0,8}(?:[-*•‣◦–]|\d{1,3}[.)])[ \t]+/gmu,
  /^[ \t]{0,3}(?:-{3,80}|\*{3,80}|_{3,80}|={3,80})[ \t]*$/gmu,
  /^[ \t]{0,3}>[ \t]/gmu,
  /\*\*([^*\n]{1,300})\*\*/gu,
  /__([^_\n]{1,300})__/gu,
  /(?<![*\p{L}])\*([^*\n]{1,200})\*(?!\*)/gu,
  /`{1,3}([^`]{0,300})`{1,3}/gu,
  /!?\[([^[\]\n]{1,100})\]\([^()\n]{1,200}\)/gu,
]

const code = [
  /<\/?[\p{L}!?][^<>]{0,300}>/gu,
  /[<>]/gu,
  /&(?:[a-z]{2,10}|#x?[\da-f]{1,6});/gu,
  /\$?\{[^{}]{0,300}\}|[{}]/gu,
  /"[\p{L}_]{1,40}"\s{0,3}:/gu,
  /(?<![\p{L}\d])[\p{L}_]{1,40}(?:\.[\p{L}_]{1,40}\([^()\n]{0,40}\)|\(\));?/gu,
  /(?<![\p{L}\d])(?=[\p{L}\d+/]{0,39}\d)[\p{L}\d+/]{40,400}={0,2}/gu,
]

/** An order to whoever speaks, in the infinitive, with nothing that makes a sentence of it. */
const slower = '(?:lentement|doucement|bas|fort|vite|posément|calmement)'
const played = [
  '(?:marquer|faire|observer|laisser|prendre) (?:une?|le) (?:\\p{L}{2,10} )?(?:silence|pause|temps|respiration|souffle)(?: (?:ici|court|courte|bref|brève|long|longue|de deux secondes|avant [^.,]{1,30}|après [^.,]{1,30}))?',
  `(?:parler|reprendre|dire|lire|prononcer|poursuivre|continuer|articuler)(?: (?:la suite|ce passage|ceci|le prénom))? (?:plus |très |moins )?${slower}`,
  '(?:ralentir|accélérer|baisser|hausser|adoucir|poser|changer|varier)(?: (?:un peu|légèrement))? (?:le rythme|le débit|la voix|le ton|de ton|d’intonation)',
  '(?:ton|voix|débit|rythme|sourire) (?:plus )?(?:chaleureux|doux|douce|lent|lente|posé|posée|grave|enjoué|rapide|calme|basse)(?: et \\p{L}{2,14})?',
  'avec (?:un sourire|chaleur|douceur|une voix \\p{L}{2,12})',
].join('|')

const directions = [
  /\[[^[\]\n]{1,80}\](?!\()/gu,
  /\((?:(?:avec|un|une|petite?|longu?e?|courte?|il|elle|en) ){0,2}(?:pause|silence|souri|rire|soupir|musique|générique|regard|ton |voix|respir|inspir|applaudi|caméra|fondu|clin d’œil)[^()\n]{0,60}\)/gu,
  /\*(?:souri|pause|rire|soupir|regard|silence)[^*\n]{0,60}\*/gu,
  words(
    '(?:regard|fix|sour)\\p{L}{1,4}_(?:à_|vers_|droit_(?:vers_)?)?(?:la_caméra|l’objectif|face_caméra)|(?:face_)?caméra\\s?[.,]|prompteur|hors_champ|voix_off|gros_plan|plan_(?:serré|large|rapproché)',
  ),
  new RegExp(
    `(?<=^|[.!?…] {1,3}|\\n)(?:${played})(?=\\s?[,.;:]|$)(?!\\s?, (?:c’|ce |cela |vous |on |voilà |et vous |parfois|souvent|même |peu à peu))[^.!?…\\n]{0,120}`,
    'gmu',
  ),
  /^[ \t]{0,4}(?:voix off|narrat(?:eur|rice)|avatar|présentat(?:eur|rice)|plan \p{L}{1,20}|scène \p{L}{1,20}|musique)[ \t]{0,3}:/gmu,
  ...directionsTold,
]

function inside({ groups: [kept = ''] }: Match): Remedy {
  return { label: 'Retirer la mise en forme', replacement: kept }
}
