/** The little words that tell one language from another. */

export function little(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u))
}

export const frenchWords = little(
  `le la les l un une des du de d et à au aux ce cet cette ces qui que qu ne n pas se s il elle on vous votre vos nous
  notre est sont dans pour sur avec par plus mais ou où en y leur leurs sans quand comme si c j sa son ses même parfois`,
)

/** Enough of these and none of the others: a short French sentence without any of them hardly exists. */
export const moreFrench = little(
  `je tu me te m t moi toi lui eux nos ton ta tes mon ma mes ai as a avez avons ont êtes sommes suis était étaient soit
  être avoir fait faire peut pouvez pourrez peu très trop bien tout tous toute toutes rien jamais toujours encore déjà
  aussi ainsi alors donc car ni puis enfin ensuite maintenant aujourd’hui hier demain ici là oui non merci bonjour
  bienvenue chez vers sous entre depuis pendant avant après contre dès voici voilà quoi quel quelle quels quelles autre
  autres chaque quelque quelques aucun aucune cela ceci ça celui celle ceux celles deux trois moins beaucoup assez
  presque seulement surtout simplement peut-être plutôt pourtant cependant or soyez prenez gardez laissez`,
)

/** Without the words they share with French. */
export const foreignWords = [
  'the of and to is you your this that with for are it in be will have from what when let take can not by we our has he she they how may into i my if or was do',
  'der die das und ist du sie ihr mit für nicht ein eine wir den dem auf sich zu von im wie ihre ihren sind oder aber einen auch kann',
  'el los las con para por una usted como más está esta este del al su sus lo y es puede pero sin tiempo cuando sobre muy hay en que',
  'di che per con una non è sono della delle nel gli i suo sua questo questa come più alla lei il vostro tempo può ma quando anche',
  'o os uma não com para seu sua você do da em mais é são por como pode mas quando este esta no na que',
  'het een van je uw met voor is niet dat deze de en op te zijn maar kan wordt als u aan',
  'i w na się nie to jest że z do twoja twój pana pani jak ale o przez',
].map(little)

/** Words of other languages that no French sentence has, whatever it is about. */
export const neverFrench = little(
  `the of and is you your this that with are it be will have from what when can not we our has he she they how into my
  was were am been hello good morning love life never always every everything anybody nothing there here where who why
  yes please welcome friend dear thank thanks gonna happy path number
  der das und ist ihr nicht ein eine wir dem auf sich zu von wie ihre ihren sind oder aber auch kann ich bin guten
  willkommen danke bitte freund weg leben liebe immer heute
  el los las usted está muy pero cuando hola buenos buenas amiga amigo gracias días camino vida hoy siempre usted eres
  di che sono della delle nel gli questo questa ciao oggi stai grazie buongiorno sempre perché vita
  uma não você são obrigado olá bom
  het een uw met voor niet deze zijn maar wordt goedemorgen welkom
  się nie jest że twoja jak dzień dobry
  bir ve için çok merhaba değil hoş bugün ei hän minä sinä kuten hyvää
  más sus una otro otra otros tras corazón número habla ofrece cosas sencillas persona grandes mucho mucha todo todos
  cada paso hacia donde tiene puede nada ternura paciencia belleza invita descubrir nuestra nuestro ellos trae nuevas nuevo siga hondo vuestra
  suo strada numero sette cuore nella dal dalla degli alle dei cose semplici molto tutto tutti ogni lei
  ancora giorno amore notte chi tempo vostro vostra nostra luce mattino dolcezza
  seu sua caminho força quem escuta também muito sempre coisas coração ao ela ele tem pela pelo
  more than some most only just own each other another their them these those its which would could should
  about after before pleasures gentle quiet heart
  lebensweg lädt ihrer ihnen einer einem eines ruhe nach über werden wird hat haben
  uw neem tijd om nodigt rust aandacht naar door hun heeft hebben
  quam cum sed nec semper omnia vincit amor carpe sunt quod atque`,
)

/** Of the French ones, those that other languages have too: they speak for neither. */
export const sharedWords = little(
  'la le de que qu un se en es y si me te tu il ma son a as et lui l d c s n m t j par or ton on mes est',
)
