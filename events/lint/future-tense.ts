/** The French simple future, told by its endings, as patterns for `words`. Presents that look like it are left out. */

const stems = 'er|[aoe]îtr|ttr|[cd]evr|(?:su|v)ivr|[nurl]dr|(?:ve|voi|ou|ue)rr|clur|ir|aur'
/** Stems of verbs in -rer, whose « attirez » and « attira » end alike. */
const lookalikes =
  '(?:re|at|é|sou)?tir|désir|admir|(?:re|in|a|ex|tran|con)spir|soupir|vir|chavir|déchir|mir|cir|délir|empir|engendr|effondr|poudr|saupoudr|restaur|instaur'
/** The ending is looked for once the word is read: that is what keeps these quick. */
const wholeWord = '\\p{L}{2,24}(?!\\p{L})'

/** What the person only does with the reading, or is free to do, foretells nothing. */
const mild =
  'pourrez|voudrez|préférerez|souhaiterez|choisirez|déciderez|jugerez|entendrez|écouterez|lirez|relirez|noterez|remarquerez|constaterez|garderez_(?:ce|celles?|ceux|une_phrase)|laisserez_(?:le_reste|ce|de_côté)|prendrez_(?:ce_qui|le_temps)|ferez_(?:ce_que|le_tri|comme)|verrez(?:_que|_comment|_si|_peut)|saurez_(?:mieux|bien)|aurez_(?:tout_|toujours_)?(?:le_temps|la_liberté|le_choix|le_droit|compris|remarqué|noté|deviné|reconnu)|aurez_(?:pas|rien)_(?:à|besoin)|aurez_besoin_de_rien|serez_(?:toujours_|bien_)?libre'

/** Second person: « trouverez », « réussirez », « prendrez », « vivrez ». */
export const youWill = `(?!(?:${lookalikes})ez(?!\\p{L})|(?:${mild})(?!\\p{L}))${wholeWord}(?<=(?:${stems})ez|plairez)`

/** What the reading does, and what is left to time or choice. */
const saidOfTheReading =
  'dira|diront|décidera|choisira|suffira|jugera|plaira|plairont|parlera|parleront|conviendra|semblera|sembleront|ressemblera|regardera|appartiendra|appartiendront|paraîtra|pourra|pourront|durera|faudra|sera_toujours_temps'

/** Third person: « viendra », « seront », « aura »; « votre aura » is a noun. */
export const theyWill = `(?<!(?<!\\p{L})on_)(?!(?:${saidOfTheReading})(?!\\p{L})|(?:${lookalikes})a(?!\\p{L})|(?<=(?:votre|une|cette|son)_)aura)${wholeWord}(?<=(?:${stems})(?:a|ont))`

/** Little words between subject and verb. */
export const clitics = '(?:(?:ne|se|vous|y|en|le|la|les|lui|leur|nous)_|[nsl]’){0,3}'

export const infinitive = '(?!vers|contre|entre|outre|hier|bien)(?:\\p{L}{1,20}(?:er|ir|re)|\\p{L}{0,12}oir)'

/** A word and the space after it, elisions and hyphens included: « l’été », « rendez-vous ». */
export const anyWord = '(?:\\p{L}{1,3}’)?\\p{L}{1,20}(?:-\\p{L}{1,12})?_'
