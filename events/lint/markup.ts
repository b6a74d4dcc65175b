/** What is no speech at all: layout, addresses, code and stage directions (`script-writing.md` §3.2, §8.2). */
import type { Finding } from './finding.ts'
import { findAll, removal, words, type Match } from './matching.ts'
import type { Passage, Remedy } from './passage.ts'

export function markupFindings(passage: Passage): Finding[] {
  return [
    ...markdown.flatMap((pattern) => findAll(passage, 'markdown', pattern, inside)),
    ...addresses.flatMap((pattern) => findAll(passage, 'address', pattern, () => removal)),
    ...code.flatMap((pattern) => findAll(passage, 'code', pattern, () => removal)),
    ...directions.flatMap((pattern) => findAll(passage, 'stage_direction', pattern, () => removal)),
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

const addresses = [
  /(?<![\p{L}\d])(?:https?|ftp|file|javascript|data|mailto):[^\s<>«»"]{1,300}/gu,
  /(?<![\p{L}\d./])(?:www\.)?[\p{L}\d][\p{L}\d-]{0,60}(?:\.[\p{L}\d-]{1,60}){0,3}\.(?:fr|com|net|org|io|eu|ch|info|dev|app|tv|ru|xyz|shop|link)(?![\p{L}\d])(?:\/[^\s<>«»"]{0,200})?/gu,
  /(?<![\p{L}\d./])www\.[^\s<>«»"]{1,200}/gu,
  /(?<![\p{L}\d._+-])[\p{L}\d._+-]{1,64}@[\p{L}\d.-]{1,120}/gu,
  words('(?:arobase|point_(?:com|fr|net|org))'),
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

const directions = [
  /\[[^[\]\n]{1,80}\](?!\()/gu,
  /\((?:(?:avec|un|une|petite?|longu?e?|courte?|il|elle|en) ){0,2}(?:pause|silence|souri|rire|soupir|musique|générique|regard|ton |voix|respir|inspir|applaudi|caméra|fondu|clin d’œil)[^()\n]{0,60}\)/gu,
  /\*(?:souri|pause|rire|soupir|regard|silence)[^*\n]{0,60}\*/gu,
  /^[ \t]{0,4}(?:voix off|narrat(?:eur|rice)|avatar|présentat(?:eur|rice)|plan \p{L}{1,20}|scène \p{L}{1,20}|musique)[ \t]{0,3}:/gmu,
]

function inside({ groups: [kept = ''] }: Match): Remedy {
  return { label: 'Retirer la mise en forme', replacement: kept }
}
