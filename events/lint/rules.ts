/**
 * Every rule: its severity and what it says. Sources: `script-writing.md` §1–§4 (speech), §8.1 and `law.md` §5 (claims),
 * §8.2 (injection), `law.md` §3 (the notice).
 *
 * `block` is for what the law forbids, what is false about the person, what must never leave the house or what the voice
 * would read aloud as rubbish. What only sounds poor is `warn`: a person may prefer it, and is not asked for a reason.
 */
import type { Severity } from './finding.ts'

type Rule = { severity: Severity; sentence: string }

const block = (sentence: string): Rule => ({ severity: 'block', sentence })
const warn = (sentence: string): Rule => ({ severity: 'warn', sentence })

export const rules = {
  section_empty: block('Cette section est vide. Écrivez-la avant de valider.'),
  section_too_short: block('Trois mots ne font pas une section. Développez-la.'),
  length_words: warn('Le texte sort de la cible de six cent quatre-vingts à sept cent quarante mots.'),
  length_characters: block('Le texte dépasse la limite de caractères d’une vidéo. Raccourcissez-le.'),
  length_extreme: block('Le texte est beaucoup trop court ou trop long pour une vidéo de cinq minutes.'),
  sentence_too_long: warn('Cette phrase dépasse trente mots. Coupez-la en deux.'),
  sentences_long_on_average: warn('Les phrases dépassent vingt mots en moyenne. Raccourcissez les plus longues.'),

  digits: warn('Un nombre est écrit en chiffres. Écrivez-le en lettres.'),
  symbol: warn('Ce signe se dit mal à voix haute. Écrivez-le en mots ou retirez-le.'),
  parentheses: warn('Une parenthèse ne s’entend pas. Mettez des virgules ou retirez-la.'),
  quotes: warn('Des guillemets ne s’entendent pas. Retirez-les.'),
  emoji: warn('Un émoji ne se dit pas. Retirez-le.'),
  capitals: warn('Un mot est en capitales. Écrivez-le en minuscules, ou épelez le sigle en toutes lettres.'),
  typography: warn('Les espaces, apostrophes ou points de suspension ne suivent pas l’usage français.'),
  announcement: warn('Cette phrase annonce le texte au lieu d’être dite à la personne. Retirez-la.'),
  stage_direction: block('Une indication de jeu serait lue à voix haute. Retirez-la.'),
  markdown: block('Une mise en forme serait lue à voix haute. Retirez-la.'),
  address: block('Une adresse ne doit pas être dite dans la vidéo. Retirez-la.'),
  code: block('Du code ou une balise non permise se trouve dans le texte. Retirez-le.'),
  undecided: block('Deux textes se croisent ici. Gardez ce qu’il faut, puis effacez les crochets ⟦ et ⟧.'),

  pause: block('Cette pause est mal écrite, ou hors de 0,3 à 2 secondes. Corrigez-la.'),
  pause_unsupported: block('La voix choisie ne connaît pas les pauses. Retirez celle-ci.'),
  pause_spacing: warn('Une pause demande une espace avant et après.'),
  pauses_many: warn('Le texte compte plus de huit pauses. Retirez celle-ci.'),

  gender: warn('Cette tournure suppose le genre de la personne. Préférez une tournure épicène.'),
  familiar_you: warn('Le texte tutoie la personne. Vouvoyez-la partout.'),
  familiar_throughout: block('Le texte généré tutoie la personne, alors que la maison la vouvoie. Vouvoyez-la.'),
  first_name_missing: block('Le texte ne dit jamais le prénom de la personne. Ajoutez-le à l’accueil.'),
  first_name_repeated: warn('Le prénom revient plus de quatre fois. Retirez celui-ci.'),

  number_differs: block('Ce nombre n’est pas celui de la fiche. Corrigez-le ou retirez-le.'),
  master_number: block('La fiche ne porte pas ce nombre maître. Retirez cette mention.'),
  invented_name: block('Ce nom propre n’est pas dans les mots de la personne. Retirez-le.'),
  invented_relative: block('Ce proche n’est pas dans les mots de la personne. Retirez-le.'),

  health: block('Une promesse ou un avis de santé est interdit. Retirez cette affirmation.'),
  money: block('Une promesse d’argent, de jeu ou de réussite est interdite. Retirez cette affirmation.'),
  fate: block('Une prédiction est présentée comme sûre. Préférez «\u202fpeut\u202f», «\u202finvite à\u202f».'),
  dependence: block('Cette phrase pousse la personne à dépendre de nous ou à acheter. Retirez-la.'),
  others: block('Cette phrase juge une autre personne. Parlez seulement de la personne qui écoute.'),
  insult: block('Cette phrase insulte quelqu’un. Retirez-la.'),
  minors: block('Cette phrase parle d’un enfant. Aucune lecture ne porte sur un mineur.'),
  certainty: block(
    'La numérologie n’est ni une science ni une certitude. Dites «\u202fdans la tradition numérologique\u202f».',
  ),
  notice_missing: block(
    'L’accueil ne dit pas que la vidéo est faite avec une intelligence artificielle. Ajoutez la mention.',
  ),
  disclaimer_missing: block('La clôture ne rappelle pas les limites de cette lecture. Ajoutez le rappel.'),

  language: block('Cette section n’est pas en français. Récrivez-la.'),
  foreign_sentence: block('Cette phrase n’est pas en français. Récrivez-la ou retirez-la.'),
  role: block('Cette phrase parle des consignes ou de la machine, et non à la personne. Retirez-la.'),
  hidden_characters: block('Un caractère invisible se cache ici. Retirez-le.'),
  spaced_letters: block('Un mot est écrit lettre par lettre et échappe aux règles. Écrivez-le d’un trait.'),
  lookalike_letters: block('Une lettre vient d’un autre alphabet. Écrivez ce mot en lettres latines.'),
  decomposed_letters: block('Des accents sont écrits à part de leur lettre et échappent aux règles. Recomposez-les.'),
} as const satisfies Record<string, Rule>

export type RuleCode = keyof typeof rules

/**
 * Rules that no generated text may break if it is to be accepted at all: it was not written for this person, or it
 * carries what an attacker put in. Everything else a person can mend.
 */
export const neverFromModel: ReadonlySet<string> = new Set<RuleCode>([
  'section_too_short',
  'first_name_missing',
  'familiar_throughout',
  'language',
  'foreign_sentence',
  'role',
  'number_differs',
  'master_number',
  'markdown',
  'address',
  'code',
  'pause',
  'pause_unsupported',
  'undecided',
  'hidden_characters',
  'lookalike_letters',
  'spaced_letters',
])
