/** What the desk found wrong with a value, in the person's words. */
import { fr } from './typography.ts'

const sentences: Record<string, string> = {
  date_inexistante: 'Ce jour n’existe pas. Indiquez la date inscrite sur votre acte de naissance.',
  date_future: 'Cette date n’est pas encore passée.',
  date_annee_courte: 'Indiquez l’année avec ses quatre chiffres, par exemple 1987.',
  date_mineur: fr`Nos lectures sont réservées aux adultes : il faut avoir 18 ans le jour de la demande. Revenez nous voir à vos 18 ans.`,
  nom_sans_lettre: 'Il faut au moins une lettre. Recopiez votre état civil.',
  translitteration_requise:
    'Écrivez-le en lettres latines, comme sur votre passeport. Vos nombres se calculent sur cette orthographe.',
  script_empty: 'Le script est vide. Écrivez au moins une section.',
  script_too_long: fr`Le script dépasse 4 900 caractères, la limite de HeyGen. Raccourcissez-le.`,
  script_blocked:
    'Ce texte enfreint des règles bloquantes. Corrigez-le, ou écrivez pourquoi vous le validez quand même.',
  script_blocked_anew: 'D’autres points bloquants sont apparus depuis. Lisez-les, puis validez ou corrigez.',
  script_undecided: 'Il reste des passages à trancher, entre ⟦ et ⟧. Choisissez un texte, puis validez.',
  fix_gone: 'Le texte a changé à cet endroit. Relisez les remarques, puis recommencez.',
  version_unknown: 'Cette version n’existe pas, ou son texte est effacé.',
  correction_empty: 'Écrivez au moins un commentaire.',
  script_not_filmable: 'HeyGen ne prendrait pas ce texte. Vérifiez sa longueur et ses caractères.',
  video_id_malformed: 'Un identifiant HeyGen n’a que des lettres, des chiffres et des tirets.',
  video_not_found: 'HeyGen ne connaît pas cette vidéo. Vérifiez l’identifiant.',
  video_of_another: 'Cette vidéo appartient à une autre demande.',
  no_presenter: 'Aucun avatar ou aucune voix n’est réglé. Complétez HEYGEN_AVATAR_ID et HEYGEN_VOICE_ID.',
}

export const problemSentence = (code: string): string =>
  sentences[code] ?? fr`Cette valeur n’est pas acceptée (code « ${code} »).`
