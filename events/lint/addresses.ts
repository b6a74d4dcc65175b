/** Where to go or whom to call: nothing of the kind is said in a film (`script-writing.md` §8.2). */
import type { Finding } from './finding.ts'
import { numberPattern } from './in-words.ts'
import { findAll, removal, words } from './matching.ts'
import type { Passage } from './passage.ts'

export function addressFindings(passage: Passage): Finding[] {
  return [
    ...written.flatMap((pattern) => findAll(passage, 'address', pattern, () => removal)),
    ...findAll(passage, 'address', host, () => removal, passage.spoken),
    ...told.flatMap((pattern) => findAll(passage, 'address', pattern)),
  ]
}

const written = [
  /(?<![\p{L}\d])(?:https?|ftp|file|javascript|data|mailto|tel|sms):[^\s<>«»"]{1,300}/gu,
  /(?<![\p{L}\d./])(?:www\.)?[\p{L}\d][\p{L}\d-]{0,60}(?:\.[\p{L}\d-]{1,60}){0,3}\.(?:fr|com|net|org|io|eu|ch|info|dev|app|tv|ru|xyz|shop|link)(?![\p{L}\d])(?:\/[^\s<>«»"]{0,200})?/gu,
  /(?<![\p{L}\d./])www\.[^\s<>«»"]{1,200}/gu,
  /(?<![\p{L}\d._+-])[\p{L}\d._+-]{1,64}@[\p{L}\d.-]{1,120}/gu,
  /[\p{L}\d-]{2,60}[。．｡][a-z\d-]{2,60}/gu,
  /(?<![\p{L}\d])xn--[a-z\d-]{1,60}/gu,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/gu,
  /(?<![\d+])(?:\+\d{1,3}[ .-]{0,2}\d{1,2}|\(?0\d\)?)(?:[ .-]{0,2}\d{2}){4}(?!\d)/gu,
]

/** Any ending: behind a full stop, a new sentence has its space, or at least its capital. */
const host =
  /(?<![\p{L}\d./-])[\p{L}\d][\p{L}\d-]{1,60}(?:\.[\p{Ll}\d][\p{L}\d-]{0,60}){0,3}\.[a-z]{2}[a-z\d-]{0,22}(?![\p{L}\d’])(?:\/[^\s<>«»"]{0,200})?/gu

const number = `(?:${numberPattern}|\\d{1,4})`
const told = [
  words('(?:arobase|point_(?:com|fr|net|org|shop|info|eu|io)|slash|tiret_du_bas)'),
  words(
    `zéro(?:[ ,-]{1,2}(?:${numberPattern})){4,9}|(?:plus|indicatif)_trente-trois(?:[ ,-]{1,2}(?:${numberPattern})){3,9}`,
  ),
  words(
    `compos\\p{L}{1,5}_le_(?:numéro_)?${number}|(?:appel|téléphon|rappel|join|contact)\\p{L}{1,5}(?:-\\p{L}{2,4})?_(?:\\p{L}{1,14}_){0,2}(?:le|au)_(?:numéro_${number}|\\d{2,4}|(?:${numberPattern})[ ,-]{1,2}(?!une?(?!\\p{L}))(?:${numberPattern}))`,
  ),
  words(`(?!une?_)${number}_(?:bis_|ter_)?(?:,_)?(?:rue|avenue|boulevard|impasse)_\\p{L}{2,20}`),
  words(
    `(?:ajout|sui|rejoi|retrouv|contact|écri|join|appel)\\p{L}{1,6}-(?:moi|nous)_(?:aussi_|vite_|donc_)?(?:sur|via|par)_\\p{L}{3,20}`,
  ),
  words('(?:cherch|tap|googl)\\p{L}{1,4}_[^.!?]{1,60}_sur_(?:internet|google|le_web|la_toile|youtube)'),
]
