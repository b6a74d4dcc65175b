/**
 * The failures we know by name, in lower case: the codes that `app/lib/` gives to unanswered or useless calls, OpenAI's
 * (`openai.md` §4) and HeyGen's (`heygen.md` §3.4, §8).
 */

export type FailureWords = { happened: (who: string) => string; next?: string }

/** Failures of a paid call; `who` is ChatGPT or HeyGen. */
export const callFailures = byCode([
  [
    'timed_out timeout request_timeout http_408 gateway_timeout http_504 unknown no_answer',
    (who) => `${who} n’a pas répondu à temps.`,
  ],
  ['connection_cut', (who) => `La liaison avec ${who} s’est coupée pendant l’appel.`],
  ['not_reached', (who) => `${who} était injoignable. L’appel n’est pas parti.`],
  ['interrupted worker_lost', (who) => `Notre serveur s’est arrêté pendant l’appel à ${who}.`],
  [
    'unreadable_answer answer_too_large unexpected_status unexpected_incomplete no_video_id unknown_status completed_without_url',
    (who) => `${who} a donné une réponse illisible.`,
  ],
  [
    'overloaded unavailable failed failed_otherwise server_error internal_error service_unavailable http_500 http_502 http_503',
    (who) => `${who} était en panne.`,
  ],
  [
    'rate_limited rate_limit_exceeded slow_down request_in_progress resource_limit_exceeded resource_limit_reached http_429',
    (who) => `${who} recevait trop de demandes à la fois.`,
    'Attendez quelques minutes, puis relancez.',
  ],
  [
    'insufficient_quota quota_exceeded credit_balance_exhausted insufficient_credit movio_payment_insufficient_credit http_402',
    (who) => `Le compte ${who} n’a plus de crédit.`,
    'Rechargez le compte, puis relancez.',
  ],
  [
    'unauthorized authentication_failed invalid_api_key http_401',
    (who) => `${who} n’a pas accepté notre clé.`,
    'Vérifiez la clé dans la configuration, puis relancez.',
  ],
  [
    'forbidden resource_access_denied subscription_required plan_upgrade_required trial_limit_exceeded ai_vendor_access_restricted http_403',
    (who) => `Le compte ${who} ne permet pas cette opération.`,
    'Vérifiez l’abonnement et les droits du compte.',
  ],
  [
    'bad_request unprocessable not_found conflict rejected invalid_request invalid_order invalid_parameter invalid_prompt unlimited_mode_disabled http_400 http_404 http_409 http_422',
    (who) => `${who} n’a pas accepté notre demande.`,
  ],
  [
    'model_refused refused',
    (who) => `${who} a refusé d’écrire ce texte.`,
    'Changez la consigne, ou écrivez le script à la main.',
  ],
  ['max_output_tokens truncated', (who) => `${who} s’est arrêté avant la fin du texte.`],
  [
    'content_filter filtered content_policy_violation bio_policy misalignment_policy_violation',
    (who) => `Le filtre de ${who} a écarté ce texte.`,
    'Reformulez le passage sensible, puis recommencez.',
  ],
  [
    'invalid_output not_json wrong_shape empty_section forbidden_characters no_text several_texts',
    (who) => `${who} a rendu un texte inutilisable.`,
  ],
  [
    'check_section_too_short check_first_name_missing check_familiar_throughout check_language check_foreign_sentence check_role check_number_differs check_master_number check_markdown check_address check_code check_pause check_pause_unsupported check_undecided check_hidden_characters check_lookalike_letters check_spaced_letters address braces markup leftover',
    (who) => `${who} a rendu un texte que nos contrôles n’acceptent pas.`,
    'Lisez le début conservé, vérifiez ce que la personne a confié, puis recommencez.',
  ],
  ['stream_cut stream_silent deltas_differ', (who) => `La réponse de ${who} s’est interrompue en chemin.`],
  [
    'input_distress',
    () => 'Ce que la personne a confié parle peut-être de détresse. Rien n’a été envoyé à ChatGPT.',
    'Lisez ses mots vous-même et répondez-lui avec soin. Le 3114 écoute jour et nuit.',
  ],
  [
    'input_flagged',
    () => 'La modération a signalé ce que la personne a confié. Rien n’a été écrit.',
    'Relisez ses mots, décochez le passage en cause, puis recommencez.',
  ],
  ['moderation_unavailable', () => 'La modération d’OpenAI n’a pas répondu. Rien n’a été envoyé.'],
  ['too_long script_too_long', () => 'Le texte est trop long pour une vidéo.'],
  ['too_short script_too_short', () => 'Le texte est trop court pour une vidéo.'],
  ['tts_text_invalid', (who) => `${who} ne peut pas dire ce texte.`, 'Corrigez le script, validez-le, puis relancez.'],
  [
    'avatar_not_found avatar_not_usable avatar_expired avatar_consent_required',
    () => 'L’avatar choisi ne peut pas être utilisé.',
    'Choisissez un autre avatar dans la configuration.',
  ],
  [
    'voice_not_found voice_not_usable voice_unavailable',
    () => 'La voix choisie ne peut pas être utilisée.',
    'Choisissez une autre voix dans la configuration.',
  ],
  ['rendering_failed voice_provider_error', (who) => `${who} n’a pas réussi à fabriquer la vidéo.`],
  ['unknown_reason', (who) => `${who} a signalé un échec, sans dire pourquoi.`],
  ['video_not_found', (who) => `${who} ne connaît pas cette vidéo.`],
  ['stuck', (who) => `La vidéo attend chez ${who} depuis trop longtemps.`],
  ['given_up', (who) => `${who} n’a rien dit de la vidéo pendant une semaine.`],
  ['declared', () => 'Notre équipe a constaté qu’aucune vidéo n’a été faite.'],
  ['stopped', () => 'L’écriture a été arrêtée.'],
  ['attempts_spent', (who) => `${who} n’a rien rendu en trois essais.`],
  ['text_changed', () => 'Le texte n’est plus celui qui a été commandé. L’appel n’est pas parti.'],
  [
    'key_expired',
    (who) => `La commande date de plus d’un jour. ${who} n’a pas été rappelé, pour ne pas payer deux fois.`,
  ],
  ['erased', () => 'Les données de cette personne sont effacées.', 'Rien d’autre à faire.'],
])

/** Failures of the copy of a film that is already made and paid. */
export const copyFailures = byCode([
  ['timed_out', () => 'Le téléchargement a duré trop longtemps.'],
  ['connection_cut truncated', () => 'Le téléchargement s’est interrompu.'],
  ['not_reached', () => 'Le serveur de fichiers de HeyGen était injoignable.'],
  ['no_link', () => 'HeyGen ne donne pas encore de lien vers la vidéo.'],
  ['link_expired', () => 'Le lien de la vidéo avait expiré.'],
  ['not_mp4 wrong_type', () => 'Le fichier reçu n’est pas une vidéo lisible.'],
  ['too_large', () => 'Le fichier de la vidéo est trop lourd.', 'Augmentez la limite de taille dans la configuration.'],
  [
    'disk_full',
    () => 'Il n’y a plus de place pour copier la vidéo.',
    'Libérez de l’espace. La copie reprendra toute seule.',
  ],
  [
    'disk_refused',
    () => 'Le disque refuse l’écriture.',
    'Vérifiez le dossier des données. La copie reprendra toute seule.',
  ],
  [
    'bad_url not_https credentials port literal_address foreign_host private_address redirected',
    () => 'L’adresse du fichier n’est pas une adresse permise.',
    'Vérifiez la liste des serveurs de fichiers dans la configuration.',
  ],
])

type Line = [codes: string, happened: FailureWords['happened'], next?: string]

function byCode(lines: Line[]): ReadonlyMap<string, FailureWords> {
  return new Map(
    lines.flatMap(([codes, happened, next]) =>
      codes.split(' ').map((code) => [code, next === undefined ? { happened } : { happened, next }] as const),
    ),
  )
}
