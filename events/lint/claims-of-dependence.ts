/** What may not be said of us: that one needs the reading, must come back, or must buy more (`script-writing.md` §8.1). */
import type { Claim } from './claims.ts'
import { denied } from './excuses.ts'
import { anyWord } from './future-tense.ts'

const reading =
  '(?:lecture|séance|consultation|vidéo|analyse|formule|étude|guidance|portrait|accompagnement|prestation|rendez-vous|entretien|point|bilan|épisode)s?'
const sold = '(?:lecture|séance|consultation|vidéo|analyse|étude|guidance|accompagnement|suivi|bilan|formule)s?'
const soon =
  '(?:dans_\\p{L}+_(?:mois|semaines?|jours?|ans?)|au_(?:printemps|mois)|le_mois|la_semaine|l’an|l’année|l’été|l’automne|en_\\p{L}+|bientôt|très_vite|vite|pour|à_la|à_l’)'
const ours = '(?:nous|notre|nos)'

/** What is threatened if one does not obey. */
const threat =
  /\p{L}{3}(?:er|dr|ir|rr|vr)(?:a|ez|ont)(?!\p{L})|schéma|obstacle|échec|échou|blocage|bloqu|perd|souffr|répét|répèt|malheur|regret|revien|persist|stagn|empir|risqu|danger|menac|rest(?:era|erez|e entier)|poursui|suivra|manquer|à côté|enferm|solitude|brouillard|énergie|s’aggrav|tourner en rond|avancer/u

export const dependences: readonly Claim[] = [
  {
    says: 'n’attendez_(?:pas|plus)_pour_(?:demander|commander|réserver|prendre)|réservez_(?:dès|vite|maintenant|sans)|revenez_(?:dans_\\p{L}+_|tous_|toutes_|chaque_|à_chaque_)\\p{L}+|reven(?:ez|ir)_(?:\\p{L}{1,12}_)?(?:nous|me_voir|vers_nous|chez_nous|vite|bientôt|régulièrement|consulter|chaque_(?:mois|semaine|année)|le_mois_prochain|sur_(?:notre|le)_site|pour_(?:la_suite|en_savoir|une))',
  },
  {
    says: `(?:on_se|nous_nous)_(?:retrouv|revoi|revoy|reverr|reparl|donn)\\p{L}*_(?:rendez-vous_|donc_|alors_|ensemble_)?${soon}|nous_nous_(?:retrouver|rever|reparler)\\p{L}*ons|(?<!donnez-vous_)rendez-vous_(?:dans_\\p{L}+_(?:mois|semaines|jours)|le_mois|l’an|l’année|très_vite|bientôt)|à_(?:très_)?(?:bientôt|vite)_(?:pour|dans)|à_l’année_prochaine`,
  },
  {
    says: `prochaine?s?_${reading}|(?:command|achet|souscri|abonn)(?:ez|ez-vous|er|vez|vez-vous)(?!_un_(?:billet|carnet|livre|bouquet|pain))|abonnements?|abonnez-vous`,
  },
  {
    says: `(?:nouvelle|nouveau|autre|seconde?|deuxième|troisième)_${sold}|${sold}_(?:approfondie?|supplémentaire|complémentaire|de_couple|suivante?|annuelle?|avancée?|plus_(?:longue|poussée|complète))|version_longue|(?:suivi|accompagnement)_(?:régulier|personnalisé|sur_mesure|mensuel)`,
    unless: denied,
  },
  {
    says: `(?:renouvel|recommand|conseill|offr)\\p{L}+_(?:\\p{L}{1,8}_){1,2}${sold}|demand(?:er|ez)_(?:votre|une)_${sold}|il_(?:vous_)?(?:faudra|faut|faudrait)_(?:\\p{L}{1,10}_){0,3}${sold}|${sold}(?:_\\p{L}{1,12}){0,3}_(?:sera|serait|est)_(?:\\p{L}{1,12}_)?(?:nécessaire|indispensable|obligatoire)|${sold}(?:_\\p{L}{1,12}){0,3}_s’impose`,
    unless: denied,
  },
  {
    says: `(?:réservez|offrez-vous|prenez|prévoyez|demandez|choisissez|fixez)_(?:\\p{L}{1,10}_){0,3}${reading}(?:_(?:complète?|premium|personnelle|payante))?`,
    after: /^ (?:avec|à|de) (?:vous-même|soi|la nature|ce qui|l’écart|repère|départ)/u,
    unless: /prenez (?:cette|notre|la|ce) |rendez-vous (?:régulier|avec)$|prenez rendez-vous avec/u,
  },
  {
    says: '(?:notre|nos)_(?:offres?|formules?|prestations?|tarifs?)|formules?_(?:premium|complète|payante|intégrale)|offres?_(?:spéciale|exceptionnelle|complète|limitée)|codes?_promo|tarifs?|promotions?_(?:spéciale|en_cours|limitée)|pour_seulement|version_(?:complète|payante|premium)|remises?_de|lecture_complète|étude_complète|espace_(?:membre|client|abonné|personnel)|pour_aller_plus_loin(?=\\s?[,.]|$)|n’est_qu’un_(?:début|aperçu|avant-goût)',
  },
  {
    says: '(?<!même_)sans_(?:cela|ça|quoi)(?=,|_(?:vous|votre|vos|tout|rien|il|le|la|les|ce)_)|sans_(?:nous|notre_(?:aide|accompagnement|équipe|soutien|regard|lecture)|cette_(?:lecture|guidance|vidéo|analyse|consultation)|nos_(?:conseils|lectures|nombres)|ce_(?:conseil|guide|suivi|travail|rituel)|cette_démarche|(?:les|vos|ces)_nombres|ce_(?:portrait|nombre)|votre_(?:nombre|thème|chemin_de_vie)|la_numérologie)',
    unless: /même sans/u,
  },
  {
    says: 'tant_que_vous_(?:n’|ne_)(?:\\p{L}{1,12}_){1,3}(?:pas|rien|point)',
    needs: threat,
  },
  {
    says: '(?:gardez|notez|conservez|retenez|composez)_(?:\\p{L}{2,12}_)?(?:notre|nos|mon|ces)_(?:numéro|adresse|coordonnées|contact)|nous_vous_(?:conseill|recommand|suggér|invit|encourag|engag)\\p{L}+_(?:vivement_|donc_)?(?:de_|à_|d’)(?:ref|rev|repr|command|renouvel|réserv|programm|consult|nous|acquérir|prendre_(?:rendez|conseil)|compléter|approfondir)\\p{L}*|ne_pouvez_(?:pas|plus)_(?:\\p{L}{2,12}_){1,3}sans_(?:connaître|savoir|lire|découvrir|consulter|vos|votre)|(?:ré)?écout\\p{L}*_ces_(?:nombres|mots|phrases|minutes)_(?:chaque|tous|toutes|souvent|régulièrement)|nous_seuls|(?:de_|à_|pour_)nous_(?:consulter|contacter|appeler|écrire|joindre|revoir|retrouver|interroger)|(?:bien_)?avisée?s?_de_(?:nous|revenir|consulter|reprendre)|vous_(?:reviendrez|aurez_besoin_de_(?:nous|nos|notre))',
    unless: /(?:merci|temps) [^.]{0,20}$/u,
  },
  { says: 'avec_nous', unless: /(?:merci|passé|pris|partagé|moment|minutes|temps) [^.]{0,40}$/u },
  {
    says: `nous_(?:sommes|restons|serons)_(?:toujours_)?là_pour|(?:écri|appel|joign|interrog|rejoign|retrouv|parl)\\p{L}*-(?:nous|en_à_notre)|nous_vous_(?:attend|retrouv|accueill|recontact|rappel|reparl|enverr|accompagner)\\p{L}*|le_point_ensemble|(?:${sold}|portrait)(?:_de_\\p{L}+)?_(?:est|sont|reste)_disponibles?`,
  },
  {
    says: '(?:demand|interrog|consult)\\p{L}*_(?:conseil_à_)?(?:votre|vos|les)_nombres?|(?:ré)?écout\\p{L}*-la_(?:chaque|tous|matin)|sous_protection',
  },
  { says: 'sans_(?:accompagnement|aide|guide|soutien|suivi)', needs: threat },
  { says: 'sinon|à_défaut|faute_de_quoi|sous_peine|autrement(?=\\s?,)', needs: threat },
  {
    says: `si_vous_(?:(?:ne_|n’)(?:${anyWord}){1,2}(?:pas|jamais|rien)|ignor|néglig|refus|tard|oubli|repouss|résist)\\p{L}*`,
    needs: threat,
    after: /^[^,]{0,60}, (?:laiss|gard|c’est|rien|ce n’est|il suffit|pren|oubli)/u,
  },
  {
    says: `besoin_(?:de_nous|de_notre|de_nos|de_cette_(?:lecture|vidéo)|d’une_(?:nouvelle|autre|seconde)_(?:lecture|séance|vidéo)|d’un_(?:suivi|accompagnement))`,
    unless: denied,
  },
  {
    says: `(?:ne_|n’)(?:${anyWord}){1,5}qu(?:’|e_)(?:avec|grâce_à|par|en_suivant)_(?:${ours}|cette_lecture|les_nombres|la_numérologie)|seule?s?_(?:${ours}|(?:vos|les|ces|votre|un|une)_(?:nombres?|numérologue|chiffres?)|une_${sold}|cette_${sold}|la_numérologie|les_nombres)|nous_(?:seuls|sommes_les_seuls|seules)|pouvons_vous_(?:sauver|protéger|libérer)|ne_pouvez_(?:pas|plus|rien)_(?:\\p{L}+_){0,4}sans_(?:nous|notre|cette)`,
  },
  {
    says: `(?:sur|visitez|voir|consultez|dans)_notre_(?:site|boutique|page|chaîne|espace|application)|(?:contactez|appelez|consultez|rappelez|suivez|écoutez|croyez)-nous|laissez-nous_(?:décider|choisir|guider)|remettez-vous_(?:en_à|à)_nous|n’écoutez_que_nous|laiss\\p{L}+_(?:les|vos|votre)_(?:nombres?|chiffres?)_(?:\\p{L}{1,8}_)?(?:décider|choisir|guider|diriger)`,
  },
  {
    says: `(?:fai\\p{L}+|revoir|revu|parlez-en|poursuiv\\p{L}*|continu\\p{L}*|travaill\\p{L}*|approfondi\\p{L}*|vérifi\\p{L}*|(?:un|le|de)_rendez-vous)_(?:${anyWord}){0,4}avec_(?:nous|notre_équipe|nos_\\p{L}+)|(?:conseill|expert|numérologue|équipe)\\p{L}*(?:_\\p{L}{1,10}){0,2}_à_votre_(?:disposition|écoute)`,
  },
  {
    says: '(?:ne_prenez|ne_faites|n’entreprenez|ne_signez|ne_décidez)_(?:\\p{L}+_){0,4}(?:sans_(?:nous|consulter|vérifier|l’accord|demander)|avant_(?:de_nous|d’avoir_(?:consulté|revu)|notre))|avant_(?:toute|chaque)_décision,?_(?:consultez|demandez|revenez|écoutez|contactez)|risqué_de_\\p{L}+_sans|(?:écout|regard|réécout)\\p{L}*_cette_(?:vidéo|lecture)_(?:chaque|tous_les|toutes_les)',
  },
  {
    says: 'suivez_(?:nos|chacun_de_nos|tous_nos|ces|à_la_lettre)_?(?:conseils|consignes|recommandations)?(?:_à_la_lettre)?',
    after: /^ si|si elles/u,
  },
]
