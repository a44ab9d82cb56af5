"""Words that prove topics, instruments and stages in French texts, beside those of all languages."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import Table

TOPICS: Final[Table] = {
    "frontier_safety": {
        3.0: (
            "sécurité de l'ia|sûreté de l'ia|sécurité des modèles|modèles de fondation|modèle de fondation"
            "|usage général|risques existentiels|risques systémiques|risque systémique|superintelligence"
            "|institut de sécurité|modèles les plus puissants|modèles les plus avancés|perte de contrôle"
        ),
    },
    "comprehensive_regulation": {
        3.0: (
            "encadrant l'usage de l'intelligence|encadrer l'usage de l'intelligence|encadrer l'usage de l'ia"
            "|contrôle légal|cadre légal|loi-cadre|cadre national d'intelligence"
            "|intelligence artificielle responsable|règlement sur l'ia|règlement européen sur l'ia"
            "|règlement sur l'intelligence artificielle|règlement européen sur l'intelligence artificielle"
            "|loi sur l'ia|loi sur l'intelligence artificielle|loi européenne sur l'ia|=IA Act|ia act"
            "|législation sur l'ia|législation européenne sur l'ia|régulation de l'ia"
            "|régulation de l'intelligence artificielle|réguler l'ia|réguler l'intelligence artificielle"
            "|réglementation de l'ia|réglementations pour l'intelligence artificielle|réglementer l'ia"
            "|encadrer l'ia|encadrer l'intelligence artificielle|encadrement de l'ia"
            "|encadrement de l'intelligence artificielle|encadrement légal|haut risque"
            "|autorité nationale de contrôle|omnibus numérique|règles harmonisées|règlement ia"
            "|règlement européen relatif à l'intelligence artificielle"
        ),
        2.4: (
            "stratégie nationale de l'intelligence artificielle|stratégie nationale d'intelligence artificielle"
            "|stratégie nationale de l'ia|stratégie nationale en matière d'ia|stratégie nationale pour l'ia"
            "|stratégie nationale pour l'intelligence artificielle|gouvernance de l'ia"
            "|gouvernance de l'intelligence artificielle|cadre réglementaire|cadre juridique|ia de confiance"
            "|politique nationale d'ia|stratégie ia"
        ),
        1.5: ("régulation|réglementation|législation|régulateur*|éthique de l'ia|ia responsable|encadrer|encadrement"),
    },
    "rights_discrimination": {
        3.0: (
            "discriminations|discrimination|discriminatoire*|décisions automatisées|décision automatisée"
            "|algorithme de la caf|=CAF|=Cnaf|parcoursup|droits humains|biais algorithmiques"
            "|biais discriminatoires"
        ),
        1.3: "biais|recrutement|embauche|droits fondamentaux|égalité|algorithmes|algorithme",
    },
    "privacy_data": {
        3.0: "données personnelles|protection des données|=RGPD|vie privée|données à caractère personnel",
        1.9: "=Cnil|=CNIL",
        1.8: "données de santé|consentement|droit d'opposition|informatique et libertés|bases de données",
    },
    "biometrics_policing": {
        3.6: (
            "reconnaissance faciale|vidéosurveillance*|caméras augmentées|vidéoprotection"
            "|surveillance algorithmique|biométri*|reconnaissance biométrique|reconnaissance des émotions"
            "|vidéos algorithmiques|caméras intelligentes|traitement algorithmique des images"
        ),
        1.5: ("police|gendarmerie|forces de l'ordre|surveillance|caméras|fichage|policiers|jeux olympiques|frontières"),
    },
    "deepfakes_content": {
        3.7: (
            "deepfake*|hypertrucage*|fausses vidéos|fausses images|contenus générés par|images générées par"
            "|filigran*|à caractère sexuel|dénuder|déshabill*|pédopornograph*|montage à caractère sexuel"
            "|manipulation de l'information|contenus synthétiques|voix clonées"
        ),
        1.6: "désinformation|trucage*|étiquetage|élections|élection|signalement*|infox",
    },
    "children_companions": {
        3.5: (
            "mineurs|contrôle d'âge|vérification de l'âge|protection de l'enfance|contrôle parental"
            "|majorité numérique|protection des enfants"
        ),
        1.7: "enfants|adolescent*|écoles|école|élèves|collégiens|lycéens|jeunes|suicide|éducation nationale",
    },
    "copyright_ip": {
        3.5: (
            "présomption d'exploitation|partage de la valeur|droit d'auteur|droits d'auteur|ayants droit"
            "|ayants-droit|droits voisins|propriété intellectuelle|œuvres|contrefaçon|=Sacem|=SACEM|brevet*"
            "|présomption d'utilisation|rémunération des créateurs|contenus culturels|pillage"
        ),
        1.6: (
            "créateurs|artistes|auteurs|éditeurs|éditeur|comédiens|doubleurs|rémunération|musique|presse"
            "|industries culturelles"
        ),
    },
    "consumer_competition": {
        3.0: (
            "autorité de la concurrence|gendarme de la concurrence|antitrust|pratiques anticoncurrentielles"
            "|communication des griefs|notification de griefs|abus de position dominante|position dominante"
            "|pratiques commerciales trompeuses|=DGCCRF|droit de la concurrence|monopole*|marchés numériques"
            "|bureau de la concurrence"
        ),
        2.6: "concurrence",
        1.8: "consommateurs|trompeu*|concentration|contrôleur d'accès|consommation",
    },
    "chips_trade": {
        3.5: (
            "semi-conducteurs|semi-conducteur|puces|contrôle des exportations|contrôles à l'exportation"
            "|restrictions à l'exportation|exportations de puces|puce électronique"
        ),
        1.5: "exportations|droits de douane|exportation|chaîne d'approvisionnement",
    },
    "national_security_defence": {
        3.5: (
            "militaire*|ministère des armées|ministre des armées|armée|armées|drones|cyberattaque*|robots tueurs"
            "|armes autonomes|services de renseignement|=OTAN|=Otan|champ de bataille"
        ),
        1.6: "défense|armes|cybersécurité|renseignement|guerre|espionnage|sécurité nationale",
    },
    "government_use": {
        3.0: (
            "services publics|service public|fonction publique|fonctionnaires|marchés publics|commande publique"
            "|agents publics|action publique|administrations publiques|agents de l'état|secteur public"
            "|agents de l'etat|e-gouvernement|modernisation de l'état"
        ),
        1.6: (
            "administrations|administration|collectivités|magistrats|tribunaux|impôts|ministères|préfectures|mairies"
        ),
    },
    "labour_skills": {
        3.0: (
            "salariés|travailleurs|syndicats|syndicat|marché du travail|licenciements|emploi et les compétences"
            "|suppressions de postes|suppressions d'emplois|formation aux métiers|formation professionnelle"
            "|code du travail|former les enseignants|corps enseignant|reconversion*|montée en compétences"
        ),
        2.0: "emplois|emploi|formation|compétences|métiers|formations|enseignants|formés",
        1.2: "travail|étudiants|talents|éducation|universités|jeunesse",
    },
    "infrastructure_investment": {
        3.0: (
            "centre de données|centres de données|data center*|datacenter*|supercalculateur*|puissance de calcul"
            "|capacités de calcul|capacité de calcul|campus ia|gigafactor*|investissements dans l'ia"
            "|milliards pour l'ia|milliards d'euros pour l'ia|infrastructures d'intelligence artificielle"
            "|infrastructures d'ia|infrastructure d'ia|calcul de haute performance|centres de calcul"
        ),
        2.2: (
            "milliards d'euros|milliards de dollars|investissement*|investir|investit|infrastructures"
            "|transformation numérique|hub numérique|pôle d'excellence|souveraineté numérique"
            "|écosystème technologique"
        ),
        1.4: (
            "millions d'euros|millions de dollars|financement*|fonds|start-up|startups|startup|recherche"
            "|innovation|énergie|souveraineté|souveraine|infrastructure|électricité"
        ),
    },
    "international_governance": {
        3.0: (
            "nations unies|conseil de l'europe|convention-cadre|gouvernance mondiale|sommet de l'ia"
            "|sommet sur l'ia|sommet pour l'action|union africaine|francophonie|coopération internationale"
            "|déclaration de paris|traité international|sommet de paris"
        ),
        1.8: (
            "=ONU|sommet|traité|coopération|bilatéral*|pays signataires|communauté internationale|multilatéral*"
            "|=OCDE|=Unesco"
        ),
    },
}

INSTRUMENTS: Final[Table] = {
    "law": {
        3.0: (
            "ppl|projet de loi|proposition de loi|propositions de loi|commission mixte paritaire|loi de finances"
            "|amendement*|trilogue*|avant-projet de loi"
        ),
        2.3: (
            "règlement européen|législation|code pénal|=IA Act|ia act|loi européenne|règlement sur l'ia|loi|lois"
            "|accord provisoire|loi sur l'ia|délit"
        ),
        1.7: (
            "assemblée nationale|sénat|députés|sénateurs|parlement européen|parlement|eurodéputés|législateur*"
            "|parlementaires|calendrier d'application|ambassadeurs"
        ),
    },
    "regulation": {
        3.0: (
            "décret|décrets|arrêté|acte délégué|actes délégués|acte d'exécution|texte réglementaire"
            "|projet de décret|règlement d'application"
        ),
        2.0: "ordonnance",
    },
    "executive_order": {
        4.2: "décret présidentiel|décret de donald trump|décret signé par",
    },
    "treaty": {
        3.3: (
            "traité|convention-cadre|convention du conseil de l'europe|convention internationale"
            "|juridiquement contraignant*"
        ),
        1.6: "ratifi*",
    },
    "agreement": {
        3.5: (
            "protocole d'accord|protocoles d'accord|mémorandum*|convention de partenariat"
            "|conventions de partenariat|accord de partenariat|accords signés|accord de coopération"
            "|accords de coopération|lettre d'intention|déclaration d'intention|accord-cadre"
        ),
        2.2: "partenariat*|signé un accord|signent un accord|conclu un accord|entente|alliance",
        1.5: "convention|conventions|accord|accords|coopération",
    },
    "declaration": {
        3.0: ("déclaration|déclaration commune|résolution|lettre ouverte|tribune|communiqué final|déclaration finale"),
        1.6: "engagements|engagement|appel|charte internationale",
    },
    "standard": {
        3.2: (
            "normalisation|=Afnor|=AFNOR|norme iso|normes techniques|norme technique|norme européenne"
            "|normes harmonisées"
        ),
        2.2: "norme|normes|certification*|label",
    },
    "guidance": {
        3.0: (
            "lignes directrices|recommandations|fiches pratiques|code de conduite|code de bonnes pratiques"
            "|bonnes pratiques|circulaire|guide pratique|référentiel*|foire aux questions|charte|avis"
        ),
        2.2: "guide|orientations|conseils|recommandation|doctrine|cadre d'usage|préconisations",
    },
    "strategy": {
        3.0: (
            "stratégie|stratégies|plan d'action|feuille de route|plan national|livre blanc|france 2030"
            "|schéma directeur|plan stratégique"
        ),
        1.4: "plan|programme|vision|ambition|priorités",
    },
    "enforcement": {
        3.4: (
            "millions d'euros contre|millions d'euros d'amende|millions d'euros à l'encontre"
            "|condamné à une amende|astreinte*"
        ),
        3.2: (
            "communication des griefs|notification de griefs|gendarme de la concurrence"
            "|pratiques anticoncurrentielles|acte d'accusation|amende*|sanction*|mise en demeure|met en demeure"
            "|mis en demeure|enquête|enquêtes|perquisition*|injonction*|parquet|garde à vue|rappel à l'ordre"
            "|blocage|bloque|convoqué*|mise en examen|mis en examen|procédure d'infraction"
        ),
        2.2: (
            "plainte|plaintes|manquement*|signalement*|infraction*|interdiction|interdit|saisi la justice"
            "|contrôles|suspend|suspension|accusé*|accuse"
        ),
    },
    "court": {
        3.6: "conseil constitutionnel",
        3.3: (
            "tribunal|cour d'appel|cour de cassation|cour suprême|cour de justice|procès|jugement|assigne"
            "|assignent|assigné*|assignation*|référé|débout*|condamn*|juge|juges|cour supérieure|plaignant*"
            "|avocat général"
        ),
        2.2: "recours|justice|arrêt|verdict|cour|avocats|action collective",
        1.8: "conseil d'état",
    },
    "funding": {
        3.0: (
            "subvention*|appel à projets|appel à manifestation|investit|investir|investissement*|financement*"
            "|milliards d'euros|millions d'euros|milliards de dollars|millions de dollars|enveloppe de|budget"
        ),
        1.5: "fonds|finance|financer|finances",
    },
    "institution": {
        3.0: (
            "service dédié|se dote|création d'un|création d'une|création du|création de la|nommé|nommée"
            "|nomination|nomme|inauguré*|inauguration|inaugure|conseil scientifique|conseil national"
            "|institut national|observatoire|haut-commissaire|haut commissaire|nouvelle agence|nouvelle autorité"
            "|comité interministériel|comité d'experts|ministère de l'intelligence artificielle"
            "|ministre de l'intelligence artificielle|secrétaire d'état|direction spécialisée"
        ),
        2.2: "crée|a été créé|institut|comité|délégation|démission*",
        1.0: "agence|commission|direction|autorité",
    },
    "trade_control": {
        3.4: (
            "contrôle des exportations|contrôles à l'exportation|restrictions à l'exportation"
            "|exportations de puces|droits de douane|embargo|licences d'exportation"
        ),
    },
    "report": {
        3.0: (
            "rapport|rapports|étude|études|sondage|audition*|mission d'information|rapport d'activité"
            "|commission d'enquête|enquête d'opinion|baromètre|cour des comptes|bilan"
        ),
        2.0: "préconise*|constat|analyse|observations|selon une étude|chercheurs|experts|alerte",
    },
}

STAGES: Final[Table] = {
    "announced": {
        2.6: (
            "envisage*|songe*|réfléchit|réflexion|se déroulera comme prévu|maintient le calendrier|ni report"
            "|pas de report|ne sera pas reporté*"
        ),
        2.2: (
            "présenté|présentée|a présenté|présente|dévoile*|lance|lancé|lancent|crée|a créé|se dote|investit"
            "|préconise*|recommande*|accélère|ambitionne|prévoit|annonc*|confirme|maintient|plaide*|appelle*"
            "|salue|inaugur*|nommé|nommée|choisi|choisie|autorisé|entend|publi*|porte plainte|portent plainte"
            "|dépose plainte|déposent plainte|assigne|assignent|attaque|attaquent|saisit|saisissent"
        ),
        2.0: (
            "rapport|étude|veut|veulent|souhaite|demande|demandent|dénonce*|alerte|s'inquiète*|audition|auditions"
            "|précise|rappelle|prépare|mobilise|consacr*|s'engage|accueille|débat|sondage|bilan|avertit|plaide"
        ),
    },
    "proposed": {
        3.4: (
            "déposer une proposition|déposé une proposition|déposer une ppl|présentent leur proposition de loi"
            "|proposition de loi déposée|proposition de loi instaurant|proposition de loi visant"
            "|projet de loi visant|projet de loi présenté|projet de loi déposé|dépose un projet de loi"
            "|dépose une proposition de loi|déposent une proposition de loi|approuvé le projet de loi"
            "|approuvé l'avant-projet|adopté le projet de loi en conseil"
        ),
        2.8: "ppl|propose|proposent|proposition|déposé*|dépose|avant-projet|projet de décret|amendement*",
        2.4: (
            "veut interdire|veut encadrer|veut imposer|va proposer|interdirait|obligerait|imposerait|vise à"
            "|souhaite interdire"
        ),
    },
    "consultation": {
        3.6: (
            "donner votre avis|donner leur avis|contributions jusqu'au|observations jusqu'au"
            "|consultation publique|met en consultation|mis en consultation|mise en consultation"
            "|lance une consultation|ouvre une consultation|soumet à consultation|appel à contributions"
            "|consultation ouverte|consultation jusqu'au"
        ),
    },
    "advanced": {
        4.4: (
            "commission des lois adopte|commission des affaires culturelles adopte|commission spéciale adopte"
            "|adopte en commission|adoptée en commission"
        ),
        3.4: (
            "s'accordent sur leur position|s'accordent sur une position|accord sur leur position|position commune"
            "|accord provisoire|accord politique|première lecture|ambassadeurs des|position de négociation"
            "|accord trouvé|parviennent à un accord|parvenus à un accord|adopté en commission|en première lecture"
            "|compromis trouvé|commission des lois|adopté par le sénat|adoptée par le sénat"
            "|adopté par les sénateurs|adopté par les députés"
        ),
    },
    "passed": {
        3.0: (
            "publie des règles|publient des règles|édicte*|édicté*|définitivement adopt*|adopte définitivement"
            "|adoption définitive|vote final favorable|approuvé à l'unanimité|feu vert"
        ),
    },
    "signed": {
        3.2: (
            "signé|signée|signés|signées|signent|signature|conclu|conclue|conclut|ont conclu|paraph*|ratifie"
            "|ratifient|ratifié|ratifiée|ratifiés|ratification|promulgu*"
        ),
    },
    "in_force": {
        3.3: (
            "s'appliquent dès|s'applique dès|applicables dès|désormais applicable*|applicable depuis"
            "|applicables depuis|en application|en vigueur depuis|entre en vigueur|entrent en vigueur"
            "|est entré en vigueur|sont entrées en vigueur|entrée en vigueur"
        ),
    },
    "enforced": {
        3.6: (
            "épingl*|écope*|rappelé à l'ordre|rappelée à l'ordre|validée par le conseil constitutionnel"
            "|validé par le conseil constitutionnel|conseil constitutionnel valide|déclare conforme"
            "|déclaré conforme|jugé conforme|jugée conforme|sages valident"
        ),
        3.2: (
            "amende de|sanction|sanctionne|sanctionné*|condamnation|condamne|condamné*|enquête ouverte"
            "|ouvre une enquête|ouvre une information|ouverture d'une enquête|a lancé une enquête"
            "|lance une enquête|élargi son enquête|élargit son enquête|étendu son enquête|enquête formelle"
            "|enquête sur|enquête contre|rappelle à l'ordre|met en demeure|mis en demeure|mis en examen"
            "|perquisition*|inflige*|débouté*|donne raison|ordonne|bloque|bloqué|convoqué*|visé par des enquêtes"
            "|visé par une enquête|garde à vue|juge que|interdit l'usage|interdit l'utilisation"
        ),
        2.2: "suspend|interdit|accusé*|tranche|saisie|contrôle",
    },
    "delayed": {
        3.4: (
            "report|reports|reporté|reportée|repousse|repoussé|repoussée|moratoire|décalage|décalé*"
            "|délai supplémentaire|sursis|délai de grâce|prend du retard|pris du retard|en retard|avec du retard"
            "|retardé*|suspendu|ajourné*"
        ),
    },
    "struck_down": {
        3.6: (
            "retoqu*|conseil constitutionnel a censuré|conseil constitutionnel censure|sages censurent|censuré"
            "|censurée|censure|contraire à la constitution|inconstitutionnel*|annulé|annulée|annule"
            "|suspendu par le juge"
        ),
    },
    "rejected": {
        4.0: "repoussent l'amendement|repousse l'amendement|repoussé l'amendement|rejettent|rejette",
        3.2: (
            "abandonn*|renonce*|écarte|écarté|vote contre|motion de rejet adoptée|enterr*|refuse de signer"
            "|refusent de signer"
        ),
    },
    "repealed": {
        4.0: (
            "lève le blocage|lève la suspension|lève l'interdiction|lève son blocage|lève les restrictions"
            "|lève l'embargo"
        ),
        3.2: "abrog*|supprimé|supprime|retire sa|retiré",
    },
}
