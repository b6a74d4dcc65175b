/** The text speaks to a person; talk of instructions, prompts and models means that something got in (`script-writing.md` §8.2). */
import type { Finding } from './finding.ts'
import { findAll, words } from './matching.ts'
import type { Passage } from './passage.ts'

export function roleFindings(passage: Passage): Finding[] {
  return [pattern, strangers, insiders, marks, voices].flatMap((each) => findAll(passage, 'role', each))
}

const machine =
  '(?:intelligence_artificielle|ia|modèle_(?:de_langage|linguistique|d’(?:ia|intelligence_artificielle))|assistante?(?:_\\p{L}{1,12})?|robot|programme|chatbot|chatgpt|gpt|algorithme)'
const orders =
  '(?:instructions?|consignes?|directives?|prompts?|messages?_(?:système|précédents?)|(?:règles|ordres|contraintes)_(?:système|internes|précédente?s|ci-dessus|de_ce_message|reçue?s|qui_précèdent))'

/** Whom nobody of the house is, however kindly it is said. */
const trades =
  '(?:médecins?|docteure?|doctoresse|psychologue|psychiatre|thérapeute|psychothérapeute|infirmière?|infirmier|guérisseu(?:r|se)|magnétiseu(?:r|se)|voyante?|médium|mage|magicienne?|sorcière|sorcier|marabout|prophète|prophétesse|oracle|pythie|devin|astrologue|avocate?|notaire|juge|banqui(?:er|ère)|tradeu(?:r|se)|conseill(?:er|ère)_(?:financi(?:er|ère)|bancaire|juridique)|policier|policière|prêtre|dieu|déesse|ange|démon|esprit|fantôme|dan|directeur|directrice|hacker|pirate|maître_du_monde|machine)'
const now = '(?:(?:désormais|maintenant|à_présent|aujourd’hui|aussi|bien|seulement|juste|simplement|toujours|enfin)_)?'
/** Who wrote the text, or read it before the person does. */
const staff =
  '(?:relect(?:eur|rice)|relecture|édit(?:eur|rice)|équipe(?:_de_(?:relecture|rédaction))?|rédact(?:eur|rice|ion)|modérat(?:eur|rice|ion)|maison|direction|technicienne?|développeu(?:r|se))'

const strangers = words(
  [
    `en_(?:tant_qu(?:e_|’)|(?:ma_)?qualité_d(?:e_|’))(?:votre_|vos_|une?_)?${trades}`,
    `je_(?:suis_|reste_|deviens_|ne_suis_qu(?:’|e_))${now}(?:votre_|ton_|une?_|le_|la_|l’)?(?:\\p{L}{2,10}_)?${trades}`,
    'mon_(?:vrai_)?nom_est|appelez-moi|appelle-moi|je_(?:me_nomme|m’appelle)|c’est_(?:votre_)?(?:médecin|voyante?|avocate?)_qui_vous_parle',
    'pwned|hacked|owned_by|(?:j’ai|vous_avez|nous_avons|a|ont)_été_(?:piraté|hacké|détourné)e?s?|je_vous_ai_piraté\\p{L}*',
    'mon_(?:nouveau_)?rôle_(?:a_changé|est|n’est)|je_change_de_rôle|je_(?:réponds|obéis|n’obéis)_(?:maintenant_|désormais_|plus_|qu’){0,2}(?:à|au)|un_autre_maître|mon_(?:vrai_|nouveau_)?maître',
  ].join('|'),
)

const insiders = words(
  [
    '(?:on|l’on|la_maison|l’équipe|mes_\\p{L}{2,14}|quelqu’un)_(?:m’a|nous_a|m’avait|m’ont|nous_ont|m’ordonne|m’interdit|me_demande)_(?:bien_)?(?:demandé|interdit|ordonné|dit|imposé|défendu|recommandé)(?=_(?:de|d’|que|qu’)|\\s?[:,.])',
    '(?:n’ai|n’ai_plus|ai)_(?:plus_|aucune_|pas_)(?:de_|aucune_)?(?:règles?|limites?|consignes?|filtres?|contraintes?)|libérée?_de_(?:mes|toute|toutes)_(?:les_)?(?:règles?|consignes?|chaînes)|(?:libre|tenue?|affranchie?)_(?:de|par)_(?:mes|ces|toute)_(?:règles?|consignes?|limites?)',
    '(?:les|des|ces)_(?:règles|consignes|ordres)_(?:que_(?:j’ai|l’on_m’a|m’a)|qui_me|qui_m’)|ce_que_(?:l’)?on_m’a_(?:dit|demandé|ordonné|interdit)|mes_(?:propres_)?règles|la_consigne_(?:était|est|disait)_(?:de|d’)|(?:vos|mes|les)_(?:instructions|consignes)_(?:sont|étaient|disent|disaient)',
    `(?:ce|cet?te|le|la)_(?:texte|script|vidéo|message|brouillon)_(?:\\p{L}{1,10}_)?(?:a|est)_(?:déjà_)?(?:été_)?(?:approuvée?|validée?|accepté|relu_et|vérifié_par|généré|faux|fausse|truquée?|signée?_par)`,
    'texte_généré|généré_automatiquement|le_(?:texte|message)_(?:ci-dessus|ci-dessous|précédent|qui_(?:suit|précède))|ne_relisez_(?:pas|rien)|sans_(?:le_|la_|les_)?reli(?:re|sez)|inutile_de_relire',
    `(?:note|message|attention|avis|mot|remarque)_(?:à|pour|de)_(?:la_|le_|l’|votre_|notre_)?${staff}|note_au_${staff}|(?:à|pour)_(?:la_personne|celle|celui|ceux)_qui_(?:reli(?:t|sent)|valide(?:nt)?|approuve(?:nt)?)|chère?_(?:relectrice|relecteur)`,
    '(?:début|fin|suite)_(?:des|de_mes|de_vos|du)_(?:instructions?|consignes?|directives?|prompt)|mode_(?:libre|sans_filtre|sans_limites?|administrateur|maintenance|test)|(?:approuve|valide|approuver|valider)_(?:ce|cette|sans)_(?:texte|script|reli\\p{L}+|lire|vidéo)|(?:approuvez|validez|publiez)_sans',
  ].join('|'),
)

/** Who speaks in a transcript, and vendors spoken to. */
const voices =
  /(?<=^|[.!?…] {1,3}|\n)(?:système|system|assistant|user|utilisateur|admin|heygen|chatgpt|avatar|ia)\s?[:,]/gmu

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
