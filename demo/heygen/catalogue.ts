/** Avatars, looks and voices of the played account (`heygen.md` §6). */

const preview = (base: string, name: string) => `${base}/files/previews/${name}.jpg`

export const groups = (base: string) => [
  { ...group('grp_19aa', 'Élise', 'female', 2), preview_image_url: preview(base, 'elise') },
  { ...group('grp_27bc', 'Marc', 'male', 2), preview_image_url: preview(base, 'marc') },
]

export const looks = (base: string) =>
  lookRows.map(({ previewName, ...look }) => ({ ...look, preview_image_url: preview(base, previewName) }))

export const voices = [
  { ...voice('voice_fr_0192', 'Claire', 'French', 'female'), support_pause: true, support_locale: true },
  { ...voice('voice_fr_0417', 'Antoine', 'French', 'male'), support_pause: true, support_locale: true },
  { ...voice('voice_fr_0633', 'Margaux', 'French', 'female'), support_pause: false, support_locale: false },
  { ...voice('voice_en_0028', 'Emma', 'English', 'female'), support_pause: true, support_locale: true },
  { ...voice('voice_multi_0101', 'Alix', 'Multilingual', 'female'), support_pause: true, support_locale: true },
]

const lookRows = [
  look('look_7c1f0e5b', 'Élise, bureau', 'studio_avatar', ['avatar_iii', 'avatar_iv', 'avatar_v'], 'portrait'),
  look('look_2ad94c10', 'Élise, salon', 'studio_avatar', ['avatar_iii', 'avatar_iv'], 'landscape'),
  look('look_e03b77f2', 'Marc, bibliothèque', 'digital_twin', ['avatar_iv', 'avatar_v'], 'landscape'),
  look('look_91d6a8cc', 'Marc, portrait', 'photo_avatar', ['avatar_iv'], 'portrait'),
]

/** Engines that a look may be filmed with; undefined for what is no look. */
export function enginesOf(lookId: unknown): readonly string[] | undefined {
  return lookRows.find(({ id }) => id === lookId)?.supported_api_engines
}

function group(id: string, name: string, gender: string, looks_count: number) {
  return { id, name, gender, looks_count, created_at: 1_790_000_000, default_voice_id: null, preview_video_url: null }
}

function look(
  id: string,
  name: string,
  avatar_type: string,
  supported_api_engines: string[],
  preferred_orientation: string,
) {
  const elise = name.startsWith('Élise')
  const [image_width, image_height] = preferred_orientation === 'portrait' ? [1080, 1920] : [1920, 1080]
  return {
    ...{ id, name, avatar_type, supported_api_engines, preferred_orientation, image_width, image_height },
    group_id: elise ? 'grp_19aa' : 'grp_27bc',
    gender: elise ? 'female' : 'male',
    default_voice_id: elise ? 'voice_fr_0192' : 'voice_fr_0417',
    preview_video_url: null,
    tags: ['pro'],
    status: null,
    error: null,
    previewName: elise ? 'elise' : 'marc',
  }
}

function voice(voice_id: string, name: string, language: string, gender: string) {
  return { voice_id, name, language, gender, type: 'public', preview_audio_url: null }
}
