/** The four sections around the portrait, in three wordings each; `{prenom}`, `{nombre}` … are filled in. */

export const notice =
  'Cette vidéo est réalisée avec l’aide d’une intelligence artificielle. Le texte a été rédigé par une IA, puis relu par notre équipe, et la personne à l’écran est un avatar numérique.'

export const disclaimer =
  'Cette lecture est une invitation à la réflexion et au divertissement. Elle ne remplace pas l’avis d’un professionnel de santé, du droit ou de la finance.'

export const accueils = [
  `Bonjour {prenom}, et bienvenue dans votre lecture personnelle. Prenez le temps de vous installer, rien ne presse. {plus} {mention} Nous partons d’un nombre, celui que forme votre date de naissance, et nous le laissons parler comme on regarde une image. Il n’y a ici ni verdict ni consigne, seulement des pistes à essayer. Gardez ce qui vous éclaire, et laissez de côté tout le reste.`,
  `Bonjour {prenom}. Ces quelques minutes vous sont consacrées, et elles s’écoutent au calme, quand le moment vous convient. {plus} {mention} Notre point de départ est un nombre, tiré de votre date de naissance, que la tradition numérologique lit comme un symbole. Recevez ces mots comme une conversation, et non comme un jugement. Vous restez la personne qui vous connaît le mieux.`,
  `Bonjour {prenom}, et merci de nous avoir confié cette lecture. Elle tient en quelques minutes, et elle s’écoute sans rien préparer. {plus} {mention} Pour composer ce portrait, nous avons suivi le symbole que porte votre date de naissance. La numérologie est un langage d’images, qui aide parfois à se poser de bonnes questions. À vous de dire ce qui sonne juste dans votre quotidien.`,
]

export const portraitOpenings = [
  `Commençons par votre chemin de vie, le {nombre}. On l’obtient en additionnant le jour, le mois et l’année de votre naissance. Dans la tradition numérologique, il évoque une manière d’avancer, plutôt qu’un trajet dessiné d’avance.`,
  `Votre chemin de vie est le {nombre}. La tradition numérologique le tire de votre date de naissance, et elle y lit une tonalité de fond. Prenez-le comme une couleur sur une palette, à mélanger avec toutes les autres.`,
  `Arrêtons-nous sur votre chemin de vie, le {nombre}. C’est le nombre que la tradition numérologique regarde avant les autres, car il vient de la date où tout commence. Il ne dit pas qui vous êtes, il propose un angle.`,
]

export const secondScenes = [
  `Une autre scène peut éclairer ce portrait. Un matin pressé, les clés restent introuvables et le café déborde. Il y a votre façon bien à vous de reprendre le fil, avec humour, avec méthode ou dans un soupir. C’est dans ces instants minuscules qu’un trait de caractère se laisse voir.`,
  `Songez encore à un retour de voyage, valise ouverte au milieu de la chambre. Certains rangent aussitôt, d’autres racontent, d’autres encore ouvrent la fenêtre et se taisent. Votre manière de rentrer dit quelque chose de votre manière de partir. Elle mérite un regard amusé, sans verdict.`,
  `Pensez aussi à une file d’attente qui n’avance plus. Autour de vous, on soupire, on plaisante, on compte les minutes. Ce que vous faites de ce temps vide en dit long sur vos ressources, bien plus que les grandes occasions. Il suffit de s’observer avec curiosité.`,
]

export const portraitClosings = [
  `Ce portrait reste une image, et vous avez toute liberté de n’en garder qu’un trait. Demandez-vous simplement où il vous ressemble, et où il vous surprend. Les écarts sont souvent aussi parlants que les ressemblances.`,
  `Si une phrase de ce portrait vous a fait sourire, c’est peut-être qu’elle touchait juste. Si une autre vous a semblé étrangère, laissez-la passer. Un symbole sert à ouvrir le regard, jamais à le fermer.`,
  `Rien de tout cela n’est une étiquette. Un nombre éclaire un côté de la pièce, et laisse volontairement le reste dans la pénombre. Le plus intéressant se trouve souvent à la frontière, là où vous nuancez.`,
]

export const elans = [
  `Derrière ce portrait, {prenom}, il y a aussi votre élan, ce qui vous met en mouvement quand personne ne regarde. Pensez à une activité qui vous fait oublier l’heure. Ce peut être un geste de la main, une conversation, un problème à démêler ou une promenade sans but. Observez ce que cette activité demande de vous, et ce qu’elle vous rend. Le {nombre} trouve souvent sa justesse dans ces moments discrets, loin des grandes déclarations. Rien n’oblige à en faire un projet. Il suffit parfois de lui réserver un coin de la semaine, comme on garde une chaise libre pour une visite attendue. {plus} L’élan se nourrit de régularité plus que d’exploits.`,
  `Parlons maintenant de ce qui vous anime, {prenom}, au-delà des habitudes. Chacun porte une envie ancienne, parfois rangée au fond d’un tiroir. Elle peut revenir par une odeur, une chanson, ou le souvenir d’un lieu aimé. Votre chemin de vie invite à la regarder avec bienveillance, sans lui demander de comptes. Qu’est-ce qui vous donnait de la joie, avant que l’utile prenne toute la place ? La réponse peut tenir en peu de mots, et elle gagne à être notée quelque part. Entre une envie et sa réalisation, il existe souvent un passage étroit, praticable à petits pas. {plus} L’élan ne réclame pas de tout changer, il demande surtout un peu d’air.`,
  `Il reste à écouter votre élan, {prenom}, cette part de vous qui choisit avant même de réfléchir. Elle se reconnaît à un signe simple, une sensation d’évidence, comme un pas qui tombe juste. Cherchez une situation où vous avez dit oui sans calculer, et où la suite vous a donné raison. Qu’y avait-il alors autour de vous, un rythme, une présence, un silence ? Le {nombre} invite à recréer ces conditions, bien plus qu’à chercher la perfection. Vous pouvez aussi repérer ce qui freine, une crainte de déplaire ou une vieille habitude. Nommer un frein suffit parfois à le desserrer. {plus} L’élan est patient, et il accepte volontiers de recommencer autrement.`,
]

/** Said where the person gave words of their own; they are not repeated, a person of the house reads them first. */
export const wordsGiven = `Les mots que vous nous avez confiés peuvent vous servir de fil, sans qu’une réponse s’impose aujourd’hui.`

export const annees = [
  `Regardons à présent les mois qui s’ouvrent devant vous. La numérologie aime comparer une année à une saison, avec un temps pour semer et un temps pour récolter. Plutôt que d’attendre un signe, vous pouvez choisir une intention courte, et l’écrire avec vos propres mots. Placez-la dans un endroit que vous croisez chaque matin, près d’un miroir ou d’une tasse. À la fin de chaque mois, prenez un instant pour noter ce qui a bougé, même de façon minuscule. Une autre piste consiste à alléger l’agenda d’une obligation devenue vide. L’espace ainsi libéré n’a pas besoin d’être rempli aussitôt. Essayez enfin de demander un avis à une personne qui voit le monde autrement que vous. Ces gestes sont modestes, et leur intérêt tient justement à leur simplicité. {plus} Rien ne presse, l’année avance, et vous gardez la main sur votre rythme.`,
  `Passons maintenant à l’année. Imaginez-la comme un carnet encore blanc, dont vous choisissez le format et la couleur. Une page peut accueillir ce que vous souhaitez poursuivre, une autre ce que vous aimeriez essayer. Dans la tradition numérologique, chaque cycle invite à ajuster son pas, plutôt qu’à tout recommencer. Vous pouvez par exemple reprendre un projet laissé en veille, et lui offrir une heure tranquille chaque semaine. Vous pouvez aussi écrire à quelqu’un dont la voix vous manque, sans attendre d’occasion particulière. Enfin, réservez une soirée sans écran, pour laisser remonter les idées que le bruit recouvre. Si un pas vous paraît trop grand, coupez-le en morceaux plus doux. {plus} Ce carnet vous appartient, et il supporte très bien les ratures. L’important est de rester à l’écoute de ce qui vous met en joie.`,
  `Tournons-nous vers l’année en cours, comme on ouvre une fenêtre au matin. Son climat dépend de bien des choses, et aucun nombre ne décide à votre place. Il peut toutefois suggérer une tonalité, une façon d’habiter les semaines. Commencez peut-être par un tri paisible, dans un meuble, une boîte de courrier ou une liste de choses à faire. Chaque objet écarté rend un peu de clarté à ceux qui restent. {plus} Accordez-vous ensuite un rendez-vous régulier avec ce qui vous inspire, une marche, un cahier, un instrument. Pensez aussi à remercier une personne qui vous a tendu la main, même si le temps a passé. Ces attentions ne demandent ni talent ni matériel. Elles installent une continuité, et la continuité donne du relief aux jours ordinaires. Vous pouvez en choisir une seule, et la laisser grandir.`,
]

export const clotures = [
  `Notre lecture touche à sa fin, {prenom}. Si une phrase vous accompagne encore demain, notez-la, et voyez ce qu’elle devient. Si rien ne vous a parlé, c’est aussi une réponse, et elle mérite le même respect. {plus} Merci de votre confiance et de votre écoute. Nous vous souhaitons des jours clairs, des rencontres sincères et le plaisir d’avancer à votre pas. {rappel}`,
  `Avant de nous quitter, {prenom}, laissez une image de cette lecture vous suivre. Elle peut tenir dans un mot, une couleur ou un lieu. Posez-la dans un coin de votre mémoire, elle sait se taire quand vous n’en avez pas besoin. {plus} Merci du temps que vous nous avez accordé. Que la suite vous ressemble, avec ses détours, ses haltes et ses bonnes surprises. {rappel}`,
  `Ces mots touchent à leur fin, {prenom}, et ils sont à vous désormais. Vous pouvez les relire, les discuter ou les oublier. {plus} Merci d’avoir pris ce moment avec nous, au milieu de journées sans doute bien remplies. Nous vous souhaitons de la curiosité, de la douceur, et assez de silence pour entendre ce qui compte. Au revoir, et belle continuation. {rappel}`,
]

/** Sentences that may stand at `{plus}`, as many as the section needs to be long enough. */
export const spares = {
  accueil: [
    `Vous pouvez faire une pause à tout moment, et reprendre quand vous le souhaitez.`,
    `Un carnet et un crayon à portée de main peuvent rendre l’écoute plus agréable.`,
  ],
  portrait: [
    `Un trait de caractère se remarque surtout dans les petites choses, là où l’on agit sans y penser.`,
    `Un symbole prend une couleur différente selon les âges, les lieux et les rencontres.`,
    `Un même nombre se vit de bien des façons, et la vôtre n’appartient qu’à vous.`,
  ],
  elan: [
    `Une envie n’a pas besoin d’être grande pour mériter votre attention.`,
    `Il arrive qu’un détour apparent en apprenne davantage qu’une ligne droite.`,
    `Accueillez ce qui vient, même si cela paraît un peu désordonné.`,
  ],
  annee: [
    `Une habitude nouvelle prend mieux racine quand elle s’appuie sur une habitude ancienne.`,
    `Les jours plus lents ont leur valeur, car ils laissent aux idées le temps de se déposer.`,
    `Parlez-en autour de vous, une intention partagée devient souvent plus légère.`,
  ],
  cloture: [`Ce que vous en faites vous appartient entièrement.`],
}
