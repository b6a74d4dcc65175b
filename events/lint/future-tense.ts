/** The French simple future, told by its endings, as patterns for `words`. Presents that look like it are left out. */

/** « attirez », « respirez »: presents of verbs in -irer; « engendrez »: of one in -drer. */
const lookalikes =
  '(?:re|at|é|sou)?tire|désire|admire|(?:re|in|a|ex|tran|con)spire|soupire|vire|chavire|déchire|mire|cire|délire|empire|engendre|effondre|encadre|poudre|saupoudre'

/** What the person only does with the reading, or is free to do, foretells nothing. */
const mild =
  'pourrez|voudrez|préférerez|souhaiterez|choisirez|déciderez|jugerez|entendrez|écouterez|lirez|relirez|noterez|remarquerez|constaterez|garderez_(?:ce|celles?|ceux|une_phrase)|verrez(?:_que|_comment|_si|_peut)|saurez_(?:mieux|bien)|aurez_(?:tout_|toujours_)?(?:le_temps|la_liberté|le_choix|le_droit|compris|remarqué|noté|deviné|reconnu)|aurez_(?:pas|rien)_(?:à|besoin)|aurez_besoin_de_rien|serez_(?:toujours_|bien_)?libre'

/** Second person: « trouverez », « réussirez », « prendrez », « vivrez ». */
export const youWill = `(?!(?:${lookalikes})z|(?:${mild})(?!\\p{L}))(?:\\p{L}{1,20}(?:erez|[aoe]îtrez|ttrez|[cd]evrez|(?:su|v)ivrez|[nurl]drez|(?:ve|voi|cou|mou|que)rrez|clurez)|\\p{L}{0,20}irez|s?aurez|plairez)`

const saidOfTheReading =
  'dira|diront|décidera|choisira|suffira|jugera|plaira|plairont|parlera|parleront|conviendra|semblera|sembleront|ressemblera|regardera|appartiendra|appartiendront|paraîtra|pourra|pourront|durera|il_sera_toujours'

/** Third person: « viendra », « seront », « aura »; « votre aura » is a noun. */
export const theyWill = `(?!(?:${saidOfTheReading})(?!\\p{L}))(?:\\p{L}{1,20}(?:er(?:a|ont)|[aoe]îtr(?:a|ont)|ttr(?:a|ont)|vr(?:a|ont)|[nurl]dr(?:a|ont)|rr(?:a|ont)|clur(?:a|ont))|(?!(?:respi|désid|ti|reti|atti|dési|admi|soupi)ra)\\p{L}{0,20}ir(?:a|ont)|(?<!(?:votre|une|cette|son)_)s?aur(?:a|ont))`

/** Little words between subject and verb. */
export const clitics = '(?:(?:ne|se|vous|y|en|le|la|les|lui|leur|nous)_|[nsl]’){0,3}'

export const infinitive = '(?!vers|contre|entre|outre|hier|bien)(?:\\p{L}{1,20}(?:er|ir|re)|\\p{L}{0,12}oir)'

/** A word and the space after it, elisions and hyphens included: « l’été », « rendez-vous ». */
export const anyWord = '(?:\\p{L}{1,3}’)?\\p{L}{1,20}(?:-\\p{L}{1,12})?_'

/** When a prediction is to come true. */
export const dated =
  /(?:^|[^\p{L}])(?:avant (?:la fin|l’|le |noël|peu|longtemps|deux|trois|six)|d’ici|dans (?:les|quelques|un|une|deux|trois|quatre|six|dix|peu)(?: prochaine?s?)? (?:mois|semaines?|ans?|jours|temps)|au (?:printemps|mois|cours)|(?:cet|dès l’|à l’|l’) ?(?:hiver|été|automne)|(?:en|dès|fin|début|mi-) ?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|ce printemps|(?:année|mois|semaine|semestre|an) (?:prochaine?|à venir|qui (?:vient|s’ouvre|commence))|(?:mois|semaines|jours|temps) (?:à venir|qui viennent)|prochains? (?:mois|jours|semaines)|cette année|bientôt|prochainement|tôt ou tard|sous peu|demain)/u
