/** What lends the art an authority it has not: age, rigour, facts, or a knowledge above the listener’s own. */
import type { Claim } from './claims.ts'
import { denied } from './excuses.ts'

const art =
  'numérologie|nombres?|chiffres?|calculs?|vibrations?|lecture|analyse|étude|tradition|date_de_naissance|dates?|thème|méthode|approche|profil|portrait|résultats?|prénom|le_(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|onze|vingt-deux|trente-trois)'
const ages =
  '(?:siècles?|milliers_d’années|millénaires?|millénaire|générations?|antiquité|anciens|ancêtres|égyptiens|babyloniens|grecs|mages|sages|philosophes|génies|grands_esprits|grands_penseurs|faits)'
const proves =
  'confirm|vérifi|valid|éprouv|prouv|démontr|montré|attest|reconnu|établi|certifi|approuv|affirm|garanti|jamais démenti|donn\\p{L}+ raison'
const ofTheArt =
  /numérolog|nombres?(?!\p{L})|chiffre|méthode|lecture|analyse|calcul|portrait|discipline|approche|thème|date de naissance|savoir|connaissance|tradition|cet art|disons|étude/u
const denies = /(?:^|[^\p{L}])(?:n’(?!en)|ne |aucune? |ni |rien |pas |nul |nulle |sans (?:rien |être ))/u

export const authorities: readonly Claim[] = [
  {
    says: `${ages}(?:_(?:\\p{L}{1,3}’)?\\p{L}{1,14}){0,5}?_(?:l’_?|le_|la_|les_)?(?:${proves})\\p{L}*|(?:${proves})\\p{L}*(?:_(?:\\p{L}{1,3}’)?\\p{L}{1,14}){0,4}?_(?:par|depuis|auprès|au_fil|à_travers)_(?:\\p{L}{1,12}_|l’|d’){0,4}${ages}`,
    needs: ofTheArt,
    unless: denies,
  },
  {
    says: `(?:discipline|connaissance|savoir|art|méthode|système|outil|approche|analyse|lecture|calculs?|étude|technique|science)_(?:\\p{L}{2,12}_){0,2}(?:rigoureu(?:x|se)s?|exacte?s?|précise?s?|vérifiée?s?|éprouvée?s?|infaillibles?|fiables?|reconnue?s?|scientifiques?|objecti(?:f|ve)s?|implacables?|universel(?:le)?s?|indiscutables?|incontestée?s?|sérieu(?:x|se)s?_et_\\p{L}+|prouvée?s?)`,
    unless: denied,
  },
  {
    says: `(?:repose(?:nt)?|fondée?s?|basée?s?|appuie(?:nt)?|appuyée?s?|assise?s?|bâtie?s?|construite?s?|étayée?s?|ancrée?s?|s’ancre(?:nt)?)_(?:\\p{L}{2,15}_)?(?:sur|dans)_(?:\\p{L}{1,12}_|l’|d’){0,4}(?:lois?|faits|science|logique|mathémati\\p{L}+|observations?|preuves?|données|siècles|savoir|réalité|calculs?_(?:exacts?|précis|rigoureux)|principes?_(?:mathémati\\p{L}+|scientifi\\p{L}+|éprouvés|universels)|rigueur|recherches?|études?|statistiques?|expérience)`,
    needs: ofTheArt,
    unless: denied,
  },
  {
    says: '(?:n’est|ne_sont|n’a|n’ont)_(?:plus|pas)_(?:besoin_d’être_|à_être_|à_)(?:démontr|prouv|discut|vérifi|fai(?:re|t)_ses_preuves)\\p{L}*|(?:loi|vérité|réalité)_(?:universelle|mathématique|éternelle|cosmique|absolue|incontestable)|(?:lois|ordre)_(?:de_l’univers|cosmiques?|mathémati\\p{L}+|universelles)',
    unless: /(?:aucune?|pas (?:une|de|la)) [^.]{0,20}$/u,
  },
  {
    says: '(?:exactitude|précision|justesse|rigueur|fiabilité)_(?:\\p{L}{1,12}_){0,2}(?:troublante|bluffante|étonnante|saisissante|stupéfiante|remarquable|redoutable|absolue|totale|parfaite|mathématique|scientifique|chirurgicale|implacable|confondante)|(?:exactitude|précision|justesse|fiabilité|rigueur)_(?:de_(?:cette|notre|la|ce|ces)|des_|du_)(?:\\p{L}{1,12}_){1,3}(?:surpren|étonn|confond|bluff|convain|impressionn|troubl|n’est|parle|force)\\p{L}*|(?:troublant|bluffant|stupéfiant|désarmant)e?s?_(?:de_|d’)(?:vérité|justesse|exactitude|précision|réalisme)|même_les_(?:plus_)?sceptiques|l’expérience_(?:l’|le_)a?_?(?:montr|prouv|confirm)\\p{L}+',
    needs: ofTheArt,
    unless: denied,
  },
  {
    says: `(?:${art})(?:_\\p{L}{1,15}){0,3}_(?:ne_)?(?:se_)?(?:(?:ne_)?(?:se_)?(?:discute(?:nt)?|contestent?|conteste|trompe(?:nt)?|ment(?:ent)?|dément(?:ent)?)_(?:pas|jamais|point|guère)|n’a_(?:jamais|pas)_(?:menti|tort|trompé)|ne_fai(?:t|sons)_pas_d’erreur)`,
    unless: /(?:personne|rien) [^.]{0,30}$/u,
  },
  {
    says: '(?:il_)?ne_se_(?:discute|conteste)(?:nt)?_(?:pas|plus|jamais)|(?:personne|nul|aucun\\p{L}*_\\p{L}+)_ne_(?:peut|saurait|pourra(?:it)?)_(?:\\p{L}{1,4}_)?(?:contest|nier|dout|réfut|démenti)\\p{L}*|on_ne_(?:peut|saurait)_(?:en_|le_|la_)?(?:nier|douter|contester)|il_faut_(?:bien_)?(?:se_rendre_à_l’évidence|reconnaître_que_(?:les|vos))',
  },
  {
    says: `(?:${art})(?:_\\p{L}{1,15}){0,3}_(?:sa(?:it|vent)|connaît|connaissent|compren(?:d|nent)|voi(?:t|ent)|lit|lisent)_(?:bien_)?(?:mieux|tout|plus|déjà_(?:tout|qui)|qui_vous|ce_qu(?:i|e))`,
    unless: denied,
  },
  {
    says: `(?:${art})(?:_\\p{L}{1,15}){0,3}_(?:explique(?:nt)?_(?:tout|à_(?:lui|elle)|pourquoi_vous|enfin|parfaitement)|fixe(?:nt)?_|défini(?:t|ssent)_(?:votre|qui|ce|parfaitement)|façonne(?:nt)?_(?:votre|le_car|la_pers|qui)|forge(?:nt)?_(?:votre|le_car)|scelle(?:nt)?_|conditionne(?:nt)?_|régi(?:t|ssent)_|dirige(?:nt)?_votre|trahi(?:t|ssent)_(?:votre|qui)|dit_(?:la_)?vérité|prouve(?:nt)?)\\p{L}*`,
    unless: /(?:^|[^\p{L}])(?:n’|ne |aucune? |sans |ni |jamais |rien |nul |nulle |pas )/u,
  },
  {
    says: '(?:connaît|révèl|dévoil|montr|di|livr|trouv|connaître|découvr|li)\\p{L}*_(?:enfin_|toute_|ici_|ainsi_|alors_){0,2}(?:la|votre|toute_la)_(?:vérité|vraie_nature|nature_profonde|véritable_(?:identité|nature))(?:_(?:d’un_être|sur_\\p{L}+|de_\\p{L}+|profonde))?',
    needs: ofTheArt,
    unless: /(?:^|[^\p{L}])(?:n’|ne |aucune? |sans |ni |jamais |rien |nul |pas |prétend\p{L}* )/u,
  },
  {
    says: '(?:logique|rigueur|précision|mécanique)_(?:toute_|purement_|presque_)?(?:implacable|mathématique|imparable|absolue)|(?:pas|aucune?|ni)_(?:\\p{L}{1,5}_|l’){0,2}(?:hasard|coïncidence)_(?:\\p{L}{1,6}_)?(?:si|que|dans_(?:votre|vos|ces))|n’est_(?:pas|jamais|en_rien)_(?:\\p{L}{1,4}_)?(?:dû_au_|le_fruit_du_|l’effet_du_|un_)?(?:hasard|coïncidence|le_fruit_du_hasard)|(?:lais|abandonn)\\p{L}+_rien_au_hasard|point_final|(?:dit|disent)_votre_(?:\\p{L}{2,9}_){1,3}est_vrai|régi(?:t|ssent)_(?:l’univers|le_monde|tout|nos_vies)|tout_(?:est|s’explique)_(?:nombre|calculé|mathématique|par_(?:vos|les|votre))|la_psychologie(?:_\\p{L}{1,10}){0,3}_(?:ignor|redécouvr|rejoin|donne)\\p{L}*|que_la_psychologie',
  },
]
