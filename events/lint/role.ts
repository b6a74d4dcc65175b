/** The text speaks to a person; talk of instructions, prompts and models means that something got in (`script-writing.md` §8.2). */
import type { Finding } from './finding.ts'
import { findAll, words } from './matching.ts'
import type { Passage } from './passage.ts'

export function roleFindings(passage: Passage): Finding[] {
  return [pattern, marks].flatMap((each) => findAll(passage, 'role', each))
}

const machine =
  '(?:intelligence_artificielle|ia|modèle_(?:de_langage|linguistique|d’(?:ia|intelligence_artificielle))|assistante?(?:_\\p{L}{1,12})?|robot|programme|chatbot|chatgpt|gpt|algorithme)'
const orders =
  '(?:instructions?|consignes?|directives?|prompts?|messages?_(?:système|précédents?)|(?:règles|ordres|contraintes)_(?:système|internes|précédente?s|ci-dessus|de_ce_message|reçue?s|qui_précèdent))'

/** Leftovers of the marks around the data. */
const marks = /<{3}|>{3}|<\/?donn[ée]es>?/gu

const pattern = words(
  [
    `(?:en_tant_qu(?:e_|’)|étant_|comme_je_suis_)(?:une?_)?${machine}`,
    `je_(?:suis|reste|ne_suis_qu)_?’?(?:_?(?:désormais|maintenant|à_présent|seulement|juste|simplement)_)?(?:une?_)?${machine}`,
    'je_suis_(?:désormais|maintenant)|tu_es_(?:désormais|maintenant)|vous_êtes_(?:désormais|maintenant)_libre_de_(?:vos|toute)_(?:règles|consignes|contrainte)',
    `(?:ignor|oubli|désobéi|contourn|outrepass|révél|révèl|affich|répét|répèt|montr|divulgu|transgress|remplac)\\p{L}{0,5}_(?:(?:\\p{L}{1,12}_|l’|d’)){0,4}${orders}`,
    '(?:mes|nos|mon|ma|notre)_(?:propres_)?(?:instructions?|consignes?|directives?|prompt|règles_internes|programmation|concepteurs?|développeurs?|créateurs?|entraînement)',
    `${orders}_(?:système|initiales?|précédentes?|ci-dessus|de_rédaction|reçues?|fournies?|internes?|cachées?|secrètes?|d’origine)`,
    'prompts?|system|message_système|modèles?_de_langage|llm|jailbreak|mode_(?:développeur|debug|administrateur)|tokens?|openai|chatgpt|gpt(?:-?\\d\\p{L}{0,8})?|json|markdown|base64',
    'donnees-[a-z\\d-]{1,64}|cheminde(?:vie|vienombre)|nombremaitre|données_(?:de_la_personne|fournies|d’entrée|json|ci-dessus|reçues)',
    'je_ne_(?:peux|suis)_(?:malheureusement_)?pas_(?:en_mesure_de_|autorisée?_à_)?(?:répondre|générer|écrire|rédiger|accéder|satisfaire|traiter|fournir|produire|aider|parler|donner|continuer|vous_(?:aider|fournir|donner|répondre))',
    `(?:selon|d’après|suivant|conformément_(?:à|aux)|suite_à)_(?:la_|le_|les_|vos_|ces_|votre_|cette_)?${orders}|nouvelles?_(?:instructions?|consignes?)|les_(?:instructions|consignes|directives)_(?:demand|impos|exig|prévoi|précis|interdi|indiqu)\\p{L}*`,
    'données_transmises|(?:n’a_pas_été|n’ont_pas_été|n’a_été|n’est)_(?:pas_)?(?:fourni|précisé|transmis|communiqué|indiqué)e?s?|(?:fourni|transmis|précisé|indiqué)e?s?_dans_(?:la_demande|le_message|les_données|l’énoncé)|absente?s?_des_données',
    'il_m’est_impossible_de|je_(?:suis_)?désolée?_mais|désolée?,_je|l’utilisat(?:eur|rice)',
    '(?:votre|cette)_(?:demande|requête)_(?:enfreint|ne_respecte|est_contraire|ne_peut|contient)',
    '(?:date_de_coupure|mes_connaissances|mes_données|mon_modèle|données_d’entraînement)',
    '(?:comme_|tel_que_)?(?:demandé|indiqué|précisé|prévu|exigé)(?:e|s|es)?_(?:dans|par)_(?:\\p{L}{1,10}_){0,2}(?:consignes?|instructions?|prompt|message|cahier_des_charges|données)',
    '(?:approuvez|validez|publiez)_(?:ce|cette|le|la|immédiatement)_(?:texte|script|demande)|administrateur|mot_de_passe|clé_(?:api|secrète)',
    'as_an_ai|ignore_(?:all|previous|the|any)|you_are_(?:now|chatgpt)|language_model|disregard_(?:all|the|previous)|do_not_follow',
  ].join('|'),
)
