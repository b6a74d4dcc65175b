/** What is said of the numbers beside the life path, where they are known; `{expression}` … are filled in. */

/** In place of the second scene of the portrait. */
export const expressionScenes = [
  `Votre nombre d’expression est le {expression}. Il parle de la manière de se présenter, comme un timbre de voix reconnu dès la première phrase. Imaginez un message laissé sur un répondeur, sans l’avoir préparé. Votre chemin de vie donne la direction, et l’expression donne l’allure.`,
  `À côté de lui se tient votre nombre d’expression, le {expression}. La tradition numérologique le tire des lettres de votre nom. Songez à une lettre écrite à la main, où la ligne penche un peu. L’un dit vers quoi l’on marche, l’autre dit de quel pas.`,
  `Ajoutons votre nombre d’expression, le {expression}, que portent les lettres de votre nom. Pensez à une anecdote racontée à table, avec ses silences et ses gestes. Le chemin de vie choisit souvent le sujet, et l’expression choisit le ton. Ils se répondent, sans jamais vraiment se confondre.`,
]

/** In place of the section, where one of the inner numbers is known. */
export const innerElans = [
  `Derrière ce portrait, {prenom}, il y a aussi ce qui vous met en mouvement. {intime} {realisation} Pensez à une activité qui vous fait oublier l’heure. Observez ce que cette activité demande de vous, et ce qu’elle vous rend. Rien n’oblige à en faire un projet. Il suffit parfois de lui réserver un coin de la semaine, comme on garde une chaise libre pour une visite attendue. {plus} L’élan se nourrit de régularité plus que d’exploits.`,
  `Parlons maintenant de ce qui vous anime, {prenom}, au-delà des habitudes. {intime} {realisation} Chacun porte une envie ancienne, parfois rangée au fond d’un tiroir, et oubliée là un moment. Elle peut revenir par une odeur, une chanson, ou le souvenir d’un lieu aimé. Entre une envie et sa réalisation, il existe souvent un passage étroit, praticable à petits pas. {plus} L’élan ne réclame pas de tout changer, il demande surtout un peu d’air, et quelques occasions.`,
  `Il reste à écouter votre élan, {prenom}, cette part de vous qui choisit avant même de réfléchir. {intime} {realisation} Cherchez une situation où vous avez dit oui sans calculer, et où la suite vous a donné raison. Qu’y avait-il alors autour de vous, un rythme, une présence, un silence ? Vous pouvez aussi repérer ce qui freine, une crainte de déplaire ou une vieille habitude. Nommer un frein suffit parfois à le desserrer. {plus} L’élan accepte volontiers de recommencer autrement.`,
]

export const intime = `Votre nombre intime est le {n}, il évoque vos envies profondes.`
export const realisation = `Votre nombre de réalisation est le {n}, il évoque ce qui se voit.`
export const anneePersonnelle = `Votre année personnelle est le {n}.`
export const themeAsked = `Et {theme}, dans tout cela ? Laissez la question ouverte quelques jours.`
