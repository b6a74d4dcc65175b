/** Organs said to be weak, and the body that is to be watched, spared or strengthened: advice that only a doctor gives. */
import type { Claim } from './claims.ts'
import { denied } from './excuses.ts'

/** Words that are said of a body alone. */
const organ =
  '(?:thyroïde|foie|reins?|poumons?|estomac|intestins?|vessie|vésicule|prostate|utérus|ovaires|pancréas|rate|bronches|vertèbres?|lombaires|colonne_vertébrale|articulations|artères|veines|circulation_(?:du_sang|sanguine)|tension_artérielle|glandes?|hanches?|genoux|genou|sinus|tympans?|sommeil|immunité|système_(?:nerveux|immunitaire|digestif|hormonal)|(?:le|votre|un)_dos|(?:la|votre|une)_(?:nuque|gorge|peau|vue))'
const weak =
  '(?:fragile|faible|sensible|paresseu(?:x|se)|capricieu(?:x|se)|fatigué|malade|délicat|perturbé|agité|déréglé|vulnérable|encrassé|engorgé|irrité|enflammé|douloureu(?:x|se)|surmené|à_(?:ménager|surveiller|soigner|contrôler|protéger|renforcer))(?:e|s|es)?|points?_(?:faibles?|sensibles?)|talons?_d’achille'
const asks =
  '(?:demand|mérit|réclam|exig|appel|nécessit|requ|(?:a|ont)_besoin)\\p{L}{0,6}_(?:(?:toute_|d’|de_|à_|une?_|plus_|votre_|l’|des_)*)(?:être_)?(?:surveill|soign|ménag|contrôl|examen|attention|repos|soin|suivi|protég|vérifi|air_pur|traité|renforc)\\p{L}{0,6}'
const tends =
  '(?:surveill|ménag|soign|renforc|fortifi|apais|soulag|fragilis|rééquilibr|affaibli|purifi|drain|stimul|muscl|régul|détend|nettoi|tonifi|rétabli|répar|contrôl|vérifi|amélior)\\p{L}{0,7}'

/** « Le dos de la carte », « le poids des habitudes ». */
const ofAThing = /^ (?:de|du|des|d’une?|d’(?!estomac))(?!\p{L})|^ d’/u

export const organsRead: readonly Claim[] = [
  { says: `${organ}(?:_\\p{L}{2,12}){0,3}?\\s?,?_(?:${weak})`, unless: denied },
  { says: `${organ}(?:_\\p{L}{2,12}){0,2}?_${asks}`, unless: denied },
  {
    says: `votre_(?:cœur|tension|poids|corps|taille)_${asks}`,
    unless: denied,
    after: /^ (?:et|de|d’) ?(?:tendresse|douceur|amour|joie)/u,
  },
  {
    says: `${tends}_(?:bien_|mieux_)?(?:votre|vos|la|le|les|l’|son|leur)_?(?:sommeil|thyroïde|foie|reins|dos|genoux|estomac|poumons|circulation|glycémie|vue|immunité|défenses_(?:naturelles|immunitaires)|digestion|articulations|gorge|nuque|vessie|intestins|ventre|organisme|lombaires|métabolisme|système_(?:nerveux|immunitaire|digestif))`,
    unless: denied,
    after: ofAThing,
  },
  {
    says: '(?:surveill|contrôl|vérifi|soign|fai(?:re|tes)_(?:contrôler|vérifier|surveiller))\\p{L}{0,6}_(?:bien_)?votre_(?:tension|poids|ligne|cœur|taux|vue|audition|peau)|(?:renforc|fortifi)\\p{L}{1,6}_(?:le|votre)_cœur',
    unless: denied,
    after: ofAThing,
  },
  {
    says: 'vos_yeux_(?:se_)?fatigu\\p{L}+|prédispos\\p{L}*_(?:à|aux?)_(?:la_|l’|des_|une?_)?(?:maux|troubles|problèmes|soucis|douleurs|fatigue|tension)|(?:renforc|fortifi|fragilis)\\p{L}{1,6}_(?:vos|les)_os|taux_de_(?:sucre|fer|glycémie|cholestérol|vitamines?)|glycémie|tension_(?:trop_)?(?:basse|haute|élevée)|dor(?:t|ment|mez)_(?:très_|trop_)?mal',
    unless: denied,
  },
]
