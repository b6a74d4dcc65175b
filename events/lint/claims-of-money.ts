/** Money: what a reading may not promise of gains, games, investments and success (`script-writing.md` §8.1). */
import type { Claim } from './claims.ts'
import { denied, open } from './excuses.ts'
import { theyWill } from './future-tense.ts'

const timeGiven = /^.{0,40}(?:temps|énergie|attention|soin|cœur|espace|lieu|présence|heure|silence|amitié|confiance)/u
const success = 'réussites?|succès|fortune|richesses?|prospérité|abondance|victoire|argent|gains?|profits?|bénéfices?'
const promised =
  'garanti\\p{L}*|vous_tend(?:ent)?_les_bras|assurée?s?|certaine?s?|inévitables?|promise?s?|vous_atten(?:d|dent|dra|dront)|souri\\p{L}*|est_à_vous|arriv\\p{L}+|afflu\\p{L}*|coul\\p{L}+|pleuv\\p{L}+|vien(?:t|dra|dront|nent)|entre(?:ra|ront)?|tomb\\p{L}+|frapp\\p{L}+|au_rendez-vous|ne_fai(?:t|sant)_aucun_doute|parvien\\p{L}+'
const venture =
  'entreprises?|projets?|affaires?|commerces?|boutique|activité|carrière|société|start-up|concours|examens?|candidature|entretien|livre|lancement|négociations?|reconversion|tout_ce_que_vous_(?:entreprendrez|entreprenez|touchez|ferez)'
const prize =
  'argent|abondance|fortune|richesses?|héritage|primes?|augmentation|promotion|postes?|emploi|contrats?|concours|examen|procès|prêt|crédit|somme'
const may = new RegExp(
  `(?:peu(?:t|vent)|pourrai(?:t|ent)) (?!que )[^.]{0,40}$|${open.source}|(?:ne dit|aucune?) [^.]{0,60}$`,
  'u',
)

/** A book alone may also be read. */
const business = /entreprise|commerce|boutique|activité|société|affaires|vend|dossier|prêt|riche/u

export const moneyClaims: readonly Claim[] = [
  {
    says: 'lotos?|loterie|casinos?|tiercé|quinté|jackpot|gros_lot|cagnottes?|roulette|paris_(?:sportifs|hippiques)|hippodrome|aux_courses|grattage|poker|bingo|jeux?_(?:de_hasard|d’argent|de_grattage)|(?:ticket|billet)s?_(?:à_gratter|de_loterie|gagnant)|euromillions|machines?_à_sous',
  },
  {
    says: '(?:numéros?|chiffres?|nombres?|jours?)_(?:gagnants?|porte-bonheur|chanceux|de_chance)|chance_(?:au|aux)_jeux?|tent(?:er|ez)_(?:votre|la)_chance|(?:porte|portent|portera)_(?:chance|bonheur)|main_heureuse|chance_(?:est|sera)_(?:\\p{L}{1,8}_)?(?:avec_vous|de_votre_côté)',
    unless: denied,
  },
  {
    says: 'billets?_(?:que_vous_grat|gagnant)\\p{L}*|(?:misez|miser|pariez|parier)_(?:tout_|gros_)?(?:sur_)?(?:le_|un_|votre_|ce_|vos_)(?:nombre|jour|date|chiffre|cheval|un|deux|trois|quatre|cinq|six|sept|huit|neuf|onze|économies)|jou(?:er|ez)_(?:le_(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|onze)|vos_nombres|votre_nombre|gros|de_l’argent|de_petites_sommes)|profitez-en_pour_jouer|achet(?:er|ez)_un_(?:billet|ticket)',
    after: /^ (?:de train|d’avion|de bus|de spectacle|de concert|pour)/u,
  },
  {
    says: '(?:rentrées?|sommes?|afflux|pluie|arrivée)_d’argent|gagn\\p{L}+_(?:\\p{L}{1,10}_){0,2}(?:argent|une_somme|des_millions)|gagn\\p{L}+_de_l’argent|gains?_(?:financ\\p{L}*|matériels?|importants?|rapides?|d’argent|au_jeu)|sommes?_(?:\\p{L}{1,12}_){0,2}(?:vous|arriv|tomb|inattendue|inespérée)\\p{L}*',
  },
  {
    says: `(?:attir|amass|accumul|touch|recev|obt|encaiss|décroch|empoch|hérit|accord|remport)\\p{L}+_(?:\\p{L}{1,10}_|[ld]’){0,3}(?:${prize})`,
    unless: may,
  },
  {
    says: `(?:${success})(?:_\\p{L}{1,20}){0,3}?_(?:est_|sont_|sera_|vous_est_|vous_sera_|vous_)?(?:${promised})`,
    unless: /(?:^|[^\p{L}])(?:n’|ne (?!fai)|aucune? (?!doute)|sans |ni |jamais |rien |nul |nulle |pas )/u,
  },
  {
    says: `(?:vous_)?(?:garanti(?:t|ssent|ra)|assur(?:e|ent|era)|promet(?:tent|tra)?)_(?:\\p{L}{1,10}_|l’|d’){0,3}(?:${success}|revenus?|emploi|salaires?|postes?|promotion|augmentation)`,
    unless: denied,
  },
  {
    says: `(?:${venture})(?:_\\p{L}{1,20}){0,4}?_(?:sera|seront|deviendra|est_promise?|va_être|vont_être)_(?:\\p{L}{1,12}_){0,3}(?:succès|réussites?|rentables?|profitables?|fructueu\\p{L}+|florissante?s?|triomphe|gagnante?s?|couronnée?s?)`,
    unless: may,
  },
  {
    says: `(?:${venture})(?:_\\p{L}{1,20}){0,3}?_(?:(?:va|vont|vous|se|ne_peu(?:t|vent)_qu(?:e_|’))_?)?(?:réussi(?:r|ra|ront)|prospér(?:er|era|eront)|décoll(?:er|era|eront)|about(?:ir|ira|iront)|fructifier\\p{L}*|triompher\\p{L}*|rapporter\\p{L}*|(?:trouver|rencontrer)(?:a|ont)?_(?:\\p{L}{1,6}_)?(?:succès|public))`,
    unless: may,
  },
  {
    says: `(?:entreprises?|commerces?|boutique|activité|société|affaires|livre|dossier_\\p{L}+|dossier_de_\\p{L}+)(?:_\\p{L}{1,20}){0,2}?_(?:se_|vous_)?${theyWill}|(?:dossier_de|demande_de)_prêt`,
    unless: may,
    needs: business,
  },
  { says: 'tout_ce_que_vous_\\p{L}{2,20}(?:_\\p{L}{1,12})?_(?:réussi|prospér|fleuri|rapport|aboutir|sera_un)\\p{L}*' },
  {
    says: '(?:promotion|augmentation|héritage|embauche|contrat)(?:_\\p{L}{1,20}){0,2}_(?:vous_attend|arrive\\p{L}*|se_profile|est_proche|est_à_vous|tombera|sera_(?:\\p{L}{1,8}_)?rentable)',
  },
  {
    says: '(?:faire|ferez|faites)_fortune|(?:devenir|deviendrez|devenez|serez|vous_rend(?:re|ra|ent|ront)?)_riches?(?!_d)|(?:mérit|destin|fait)\\p{L}*_(?:d’être|à_être|pour_être)_riches?|vous_enrich\\p{L}*|l’argent_(?:n’est_(?:jamais|plus)|vien|coul|vous|circul|entr|ne_manqu|afflu|rentr)\\p{L}*|gratt(?:er|ez|erez)_\\p{L}+|manquer\\p{L}*_(?:jamais|plus|pas)_(?:d’argent|de_rien)|à_l’abri_du_besoin|(?:aisance|liberté|indépendance|sécurité)_financière',
    unless: /(?:cette lecture|aucun|rien) [^.]{0,60}$/u,
  },
  {
    says: 'placements?|en_bourse|(?:à|de)_la_bourse|crypto\\p{L}*|bitcoins?|trading|rendements?_\\p{L}+|immobilier|spécul\\p{L}+|dividendes?|dans_(?:l’or|la_pierre)',
  },
  { says: 'investi(?:r|ssez)(?!-vous)|vous_investissez', after: timeGiven, unless: /vous investir/u },
  {
    says: `(?:moment|période|année|mois|cycle)_(?:\\p{L}{1,12}_){0,3}(?:pour_|à_|de_|d’)(?:vous_)?(?:acheter|vendre|investir|placer|emprunter|signer|demander_une_augmentation)|sign(?:er|ez)_(?:ce|un|votre|le)_(?:contrat|bail|compromis)|(?:mettre|mettez)_(?:de_l’argent|une_somme)`,
  },
  {
    says: 'investissements?_(?:sûrs?|rentables?|financiers?|payants?|judicieux|locatifs?)|(?:en|de|vos|les|côté)_finances|financier|financière|banqu\\p{L}+|(?:cette|une|votre)_augmentation(?!_de)|(?:vos|votre)_(?:économies|épargne|compte_(?:en_banque|bancaire)|salaires?|dettes|patrimoine)|contract\\p{L}+_(?:un_)?(?:prêt|crédit)',
    unless: /ne (?:dit|parle|concerne|regarde)/u,
    after:
      /^ (?:n’ont|n’a|ne sont|n’est|ne regarde)|^,? (?:un|une|seule? une?|\p{L}{4,12}-vous à une?|(?:consultez|voyez|interrogez) une?) (?:\p{L}{2,10} )?(?:professionnel|personne (?:qualifiée|compétente|de métier)|spécialiste|conseill|comptable|notaire)/u,
  },
  {
    says: `(?:vos|votre|les|ces)_(?:finances|revenus|(?:soucis|problèmes|difficultés|ennuis)_(?:financi\\p{L}+|d’argent|matérie\\p{L}+)|situation_financière|affaires)(?:_\\p{L}{1,20}){0,3}?_(?:va_|vont_|s’)?(?:amélior\\p{L}+|prosp[éè]r\\p{L}+|florissant\\p{L}*|se_redress\\p{L}+|augment\\p{L}+|doubl\\p{L}+|envol\\p{L}+|éloign\\p{L}+|dispara\\p{L}+|effac\\p{L}+|au_beau_fixe|prendront_fin)|(?:faste|favorable|propice|bonne|excellente)_(?:pour_|à_|aux_)(?:\\p{L}{1,6}_)?(?:finances|affaires|investissements?)`,
  },
  {
    says: '(?:portefeuille|porte-monnaie|tirelire|compte|caisses?|poches?)(?:_\\p{L}{2,12})?_(?:se_)?(?:rempli|regarni|gonfl|débord|s’arrondi|renflou)\\p{L}*|vos_poches|(?:mettre|vous_voilà|être|serez|êtes)_(?:\\p{L}{2,8}_)?à_l’abri(?=\\s?[,.;!]|$|_du_)|(?:patron|chef|cheffe|employeur|banquier|banque|client)s?_(?:ne_peu(?:t|vent)|n’ose|ne_saura)\\p{L}*_(?:rien_)?(?:vous_)?(?:refus)\\p{L}*',
    unless: denied,
    after: /^ (?:du vent|de la pluie|du bruit|des regards|du froid|du soleil)/u,
  },
  {
    says: `(?:huit|quatre|nombre|chiffre|cycle|année)(?:_\\p{L}{2,10}){0,2}_(?:attir|fai(?:t|sant)_(?:venir|entrer|rentrer|fructifier)|amèn|appell|multipli)\\p{L}*_(?:les_|l’|la_|le_|vos_|des_|de_l’)(?:clients?|argent|contrats?|chance|${success})|aimant_à_(?:\\p{L}{1,12}_){0,2}(?:${success}|opportunités|contrats|clients|chance)|(?:${success})_comme_un_aimant|(?:travail|talent|effort|patience|audace)s?(?:_\\p{L}{2,10}){0,2}_(?:paie(?:nt)?|paye(?:nt)?|rapporte(?:nt)?)_(?:enfin|largement|bientôt|gros)|demandez_plus|pouvoir_d’achat|créances|trésorerie|chiffre_d’affaires|(?:bientôt|enfin|voilà|serez|devenez)_propriétaires?|(?:magnétisme|pouvoir)_(?:financier|d’attraction)|loi_de_l’attraction`,
    unless: denied,
  },
]
