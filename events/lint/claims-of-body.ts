/** The body read as a message, and nerves or fears that a number would calm: health claims told as images. */
import type { Claim } from './claims.ts'
import { denied } from './excuses.ts'

const organs =
  '(?:foie|reins?|poumons?|estomac|intestins?|ventre|dos|genoux?|peau|gorge|nuque|thyroïde|vessie|hanches?|bassin|lombaires|utérus|colonne|sang|vertèbres|articulations?)'
const speaks =
  '(?:(?:parl|cri|hurl|pai|port|trahi|souffr|encaiss|exprim|stock|retien|réclam|signal|alert|protest|lâch|somatis|racont|pleur|dénonc|fatigu|se_(?:veng|nou|crisp|bloqu|contract|tai|rappel))\\p{L}{0,4}|le_di(?:t|sent))'
const message =
  '(?:crie(?:nt)?|hurle|paie|proteste|réclame|lâche|se_venge|s’use|vous_(?:avertit|alerte|prévient|lâche|punit|supplie)|somatise|encaisse|tire_la_sonnette|(?:vous_)?envoie_(?:\\p{L}{1,6}_)?(?:signal|signaux|messages?|alertes?)|sonne_l’alarme)'
const art =
  '(?:nombres?|chiffres?|vibrations?|énergies?|cycle|année|pierre|cristal|lecture|numérologie|chemin_de_vie|expression|thème|rituel|le_(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|onze|vingt-deux))'
const cures =
  '(?:apais|calm|soulag|dissip|chass|guéri|libèr|délivr|efface|effac|élimin|soign|traite|protèg|préserv|fortifi|renforc|rééquilibr|rétabli|régul|régénèr|répar|nettoi|purifi|dissou|vainc|éloign|fait_(?:taire|fondre|disparaître|reculer|tomber|oublier)|met_fin|remédi|agi|influ|use|fatigu|abîm|fragilis|attaqu|affaibli|épuis)\\p{L}{0,6}'
const ills =
  '(?:angoisses?|anxiété|stress|nerfs|dépression|tristesse|insomnies?|insomnie|tensions?_(?:nerveuse|artérielle)|fatigue|peurs?|phobies?|crises?|maux|mal|douleurs?|blessures?_(?:d’âme|anciennes?|intérieures?|de_l’enfance|émotionnelles?|du_passé)|traumas?|traumatismes?|mélancolie|sommeil|cœur|corps|organisme|immunité|cellules|sang|système|déprime|burn-out|épuisement|burnout|addictions?|dépendances?|migraines?|colères?_rentrées?)'

export const bodyReadings: readonly Claim[] = [
  {
    says: `(?:votre|vos)_${organs}(?:_\\p{L}{2,15}){0,2}?_(?:vous_|le_|la_|en_|l’)?${speaks}`,
    unless: denied,
  },
  {
    says: '(?:douleurs?|maux|angoisses?|migraines?|mal|anxiété)(?:_\\p{L}{2,12}){0,2}_(?:s’endor|se_tai|se_calm|fond|s’étein|s’évanoui|se_dissip|se_dissou|lâche_prise)\\p{L}*',
    unless: denied,
  },
  { says: `(?:votre|le)_(?:corps|organisme)(?:_\\p{L}{2,10})?_${message}`, unless: denied },
  {
    says: `${art}(?:_\\p{L}{1,15}){0,4}?_(?:vous_)?${cures}_(?:de_|sur_|tout\\p{L}{0,2}_)?(?:l[ea]s?_|l’|vos_|votre_|une?_|cette_|ces_)?(?:\\p{L}{1,10}_)?${ills}`,
    unless: denied,
    after: /^ (?:de la|du|des) (?:foule|attente|départ|dimanche|lundi)/u,
  },
  {
    says: `vous_(?:délivr|libèr|débarrass|guéri|sort|sauv)\\p{L}{0,5}_(?:de_|d’|du_|des_)(?:vos_|votre_|cette_|la_|l’)?${ills}`,
    needs: /nombre|chiffre|vibration|énergie|cycle|année|lecture|rituel|pierre|numérologie|méthode/u,
  },
  {
    says: '(?:nettoie|nettoient|purifie|purifient|régénère|régénèrent|revitalise|oxygène|détoxifie)(?:nt)?_(?:\\p{L}{1,8}_|l’){0,2}(?:cellules|organisme|corps|sang|foie|aura|chakras?|organes)|chakras?|système_nerveux|cellulaire|vos_cellules',
    unless: denied,
  },
  {
    says: 'somatis\\p{L}*|psychosomatique\\p{L}*|(?:vos|des|ces|les)_kilos|kilos_(?:en_trop|émotionnels)|surpoids|obésité|votre_poids|auto-guérison|autoguéri\\p{L}*|(?:aucun|un|nul)_cachet(?!_(?:de_cire|d’époque|particulier|fou))|virus|microbes|bactéries|l’adn|votre_adn|gripp(?:e|es|é)|votre_ventre_noué|(?:gorge|ventre|estomac|poitrine)_(?:se_serr|se_nou|s’oppress)\\p{L}+_(?:parce|car|à_cause|dès|faute)|mal_digér\\p{L}+|digèr\\p{L}+_mal|lymph\\p{L}+|(?:maladie|symptôme|douleur)s?_(?:est|sont|a|ont)_(?:\\p{L}{1,5}_)?(?:message|sens|origine|cause)',
  },
  {
    says: '(?:stress|fatigue|anxiété|tristesse|douleurs?|angoisses?|peine_à_dormir|sommeil|nuits|tensions)(?:_\\p{L}{2,12}){0,3}_(?:vien(?:t|nent)|provien(?:t|nent)|découle(?:nt)?|naît|s’explique(?:nt)?|est_(?:lié|dû|causé)\\p{L}*|sont_(?:lié|dû|causé)\\p{L}*)_(?:de_|d’|du_|des_|par_|à_|au_)(?:\\p{L}{1,8}_|l’){0,2}(?:nombre|chiffre|vibration|cycle|karma|trauma|secret|blocage|énergie|choc|lignée|ancêtres|thème|sept|neuf|deux|quatre|huit|onze)',
    unless: denied,
  },
  {
    says: 'votre_cœur_(?:se_répar|lâch|fatigu|s’us|s’emball|souffr|est_(?:fragile|malade|fatigué))\\p{L}*|use(?:nt)?_(?:le|votre)_cœur|fatigue(?:nt)?_les_nerfs|(?:terrain|tempérament)_(?:anxieux|dépressif|nerveux|fragile|allergique)|fragilité_(?:nerveuse|physique|cardiaque|osseuse|digestive)',
    unless: denied,
  },
]
