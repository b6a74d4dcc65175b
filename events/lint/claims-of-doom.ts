/** What is said to be written: destiny and curses, death and loss, the one love (`script-writing.md` §8.1, fate). */
import type { Claim } from './claims.ts'
import { denied } from './excuses.ts'

/** « Votre destin n’est écrit nulle part », « le destin n’existe pas ». */
const notSo =
  /^(?: \p{L}{1,10}){0,2} (?:n’(?:est (?:\p{L}{1,9} )?(?:nulle part|pas|dans aucun|ni|qu’un mot)|existe|a (?:rien|pas)|y est)|ne (?:se (?:lit|cache|calcule|décide|réduit|résume|joue|devine)|tient|dépend|figure|loge|s’écrit))/u

const thing =
  '(?:projet|idée|rêve|envie|habitude|illusion|attente|version|image|ambition|flamme|chanson|conversation|question|plante)s?'

/** « Une idée peut mourir », « faire le deuil d’un projet »: what ends there is no life. */
const mortalThing = new RegExp(`(?:^|\\P{L})(?:une?|l’|cette?|cet|des|les) ?${thing} (?:\\p{L}+ ){0,3}\\p{L}+$`, 'u')
const ofAProject = new RegExp(
  `^ (?:d’une?|d’|de (?:la |ce |cette |votre |certaines? |certains )?|des? |du )\\s?${thing}(?!\\p{L})`,
  'u',
)

export const dooms: readonly Claim[] = [
  {
    says: '(?:est|était|sera|c’est)_(?:déjà_)?écrite?s?_(?:dans|d’avance|depuis|que|pour)|c’est_écrit|inéluctables?|inévitables?|inévitablement|fatalité|fatidique|prédestin\\p{L}*|prédit|prédisent|prophétie|votre_destin|le_destin|votre_avenir_(?:est|sera)_(?:\\p{L}+_)?(?:tracé|écrit|scellé|assuré|radieux)|la_destinée_(?:vous|veut)|votre_sort',
    unless: denied,
    after: notSo,
  },
  {
    says: '(?:fixé|décidé|tracé|scellé|programmé)e?s?_(?:bien_)?(?:avant|dès|depuis|d’avance|à)(?:_(?:votre|la)_naissance)?',
    unless: denied,
  },
  {
    says: 'malédictions?|maudite?s?|envoûtements?|désenvoût\\p{L}*|mauvais_(?:sort|œil|présage)|(?:sort|mal)_(?:\\p{L}{1,6}_){0,2}(?:a_été_)?jeté|mauvaises_ondes|(?:énergies?|ondes)_(?:négatives?|maléfiques?)|entités?_\\p{L}+|porte(?:nt|r)?_malheur|malheurs?|malchance|vies?_(?:antérieures?|passées)|retour_d’affection',
    unless: denied,
  },
  {
    says: '(?<!(?:point|temps|angle|lettre|nature|feuilles?|saison|eaux?|branches?|bois|poids|heures?|langues?|bras|saisons)_)morts?(?:e|es)?(?!_(?:du_(?:printemps|jour|soleil|héros|feu)|de_l’(?:été|automne|hiver)|dans_l’âme|de_rire|de_fatigue|de_soif|de_faim))',
  },
  {
    says: 'mour(?:ir|ez|rez|ra|ront)(?!_(?:d’envie|de_rire|d’impatience))|décès|décéd\\p{L}*|trépas|deuils?|veuv(?:age|e)|veuf|fin_de_vie|espérance_de_vie|vivrez_longtemps|suicide',
    unless: mortalThing,
    after: ofAProject,
  },
  {
    says: '(?<!par_)accidents?(?!_(?:heureux|créatifs?|joyeux))(?!_de_(?:parcours|cuisine|casserole|recette|pâtisserie|peinture|pinceau|couleur|calendrier|langage|lecture|traduction|plume|style|couture|coiffure|jardin|jardinage|atelier|mémoire|vocabulaire)(?!\\p{L}))|divorc\\p{L}*|(?:rupture|séparation)(?!_(?:de_(?:rythme|ton|style|stock)|entre|des))|infidélité|catastrophes?|faillite|licenci\\p{L}*',
  },
  {
    says: 'âmes?_sœurs?|grand_amour|amour_de_votre_vie|homme_de_votre_vie|femme_de_votre_vie|(?:croiser|trouver|rencontrer)\\p{L}*_(?:bientôt_|enfin_)?(?:la_bonne_personne|votre_moitié)',
  },
]
