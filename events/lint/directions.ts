/** Stage directions told of who speaks, or of what is seen and heard around them (`script-writing.md` §3.2). */
import { words } from './matching.ts'

const player =
  '(?:l’(?:avatar|animatrice|animateur|actrice|acteur|orateur|oratrice)|l[ae]_(?:présentatrice|présentateur|narratrice|narrateur|comédienne|comédien|personnage(?:_à_l’écran)?|voix_off))'
const plays =
  '(?:souri|marqu|hoch|repren|regard|fix|baiss|l[eè]v|inclin|respir|inspir|soupir|ralenti|accél|atten|pos|clign|ouvr|crois|acquiesc|chuchot|murmur|poursui|enchaîn|continu|salu|désign|montr|joint|écart|adouci|hauss|(?:se_|s’)(?:pench|tourn|tai|lèv|arrêt|interromp|redress|rapproch|avanc|recul|adouci)|fait_(?:une_|un_)(?:pause|signe|geste|temps|silence)|laisse_(?:un|passer))\\p{L}{0,5}'

/** An adverb between both, but no clause: « l’avatar que vous voyez » is spoken of. */
const acted = words(`${player}_(?:(?!qu[ie]_|ne_)\\p{L}{2,14}_){0,2}?${plays}`)

const brief =
  '(?:petite?|légère?|léger|courte?|bref|brève|longue?) (?:pause|silence|rire|sourire|soupir|respiration|inspiration|hochement de tête|clin d’œil|regard|geste|temps d’arrêt)'
const lasting = '(?:pause|silence|regard) (?:de|d’) ?\\p{L}{2,9} (?:secondes?|temps)'
const around =
  '(?:musique|lumière|ambiance|éclairage|fond sonore|cadrage|décor) (?:douce?|doux|tamisée?|chaude?|feutrée?|basse|calme|lente|légère|apaisante?|de fond|en fond|en sourdine|discrète|serré|large)(?: (?:en|de|d’) ?\\p{L}{2,12})?'

/** Without an article and without a verb: the notes of whoever films. */
const noted = new RegExp(
  `(?<=^|[.!?…] {1,3}|\\n|, )(?:${brief}|${lasting}|${around})(?: (?!et )\\p{L}{2,14}){0,2}(?=\\s?[.!…]|$|, (?:puis|silence|musique|lumière|plan|regard|sourire|pause|petite?|courte?) )(?<!(?:une?|le|la|d’une?) [^.!?]{0,60})`,
  'gmu',
)
const voice =
  /(?<=^|[.!?…] {1,3}|\n)(?:la voix|le ton|le débit|la caméra|le cadre|la musique) (?:ralentit|baisse|s’adoucit|se pose|monte|remonte|recule|zoome|s’élargit|se resserre|devient plus (?:grave|douce?|basse?|lente?))(?=\s?[,.;]| puis | et | sur | progressivement)/gmu

export const directionsTold = [acted, noted, voice, words('fondu_(?:au_noir|au_blanc|enchaîné)|zoom_(?:avant|arrière)')]
