"""Which German and French nouns can speak: people, groups, bodies, documents; and words that never do."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.pipeline import lexicon as lex
from bot.pipeline.names import is_role
from bot.pipeline.text import word_set

# The last part of German nouns, which are written as one word: Aufsichtsbehörde, Bundesnetzagentur, Elternverbände.
_GERMAN_BODIES = tuple(
    word_set(
        "amt ämter behörde behörden agentur agenturen ministerium ministerien ministeriums regierung regierungen "
        "kommission kommissionen kabinett parlament parlaments bundestag landtag bundesrat stadtrat gemeinderat "
        "ausschuss ausschusses ausschüsse fraktion fraktionen partei parteien koalition opposition verband verbandes "
        "verbands verbände dachverband verein vereins vereine vereinigung bund bundes bündnis allianz gesellschaft "
        "gesellschaften institut instituts institute stiftung stiftungen kammer kammern konferenz gericht gerichts "
        "gerichte gerichtshof verwaltungsgerichtshof rechnungshof hof senat justiz staatsanwaltschaft anwaltschaft "
        "polizei universität hochschule akademie organisation organisationen gewerkschaft gewerkschaften initiative "
        "initiativen konzern konzerns konzerne unternehmen unternehmens firma firmen betreiber anbieter hersteller "
        "entwickler plattform startup start-up netzwerk zentrum zentrale verwaltung aufsicht kanzleramt kanzlei rat "
        "rates beirat gremium lager branche wirtschaft industrie rechtsprechung verlag verlage redaktion bank "
        "versicherung kasse klub club union team runde spitze stelle kreise kreisen beobachtungsstelle mitte linke "
        "linken grünen liberalen union sozialdemokraten christdemokraten ressort forum observatorium "
        "verbraucherzentrale mission delegation vertretung sekretariat vorstand direktorium präsidium "
        "landesregierung datenschutzkonferenz"
    )
)
_GERMAN_PAPERS = tuple(
    word_set(
        "bericht berichts berichte mitteilung pressemitteilung stellungnahme erklärung schreiben brief briefes "
        "urteil urteils beschluss beschlusses begründung entwurf entwurfs gesetzentwurf papier papiers "
        "positionspapier studie gutachten antrag antrags vertrag vertrags koalitionsvertrag antwort blogbeitrag "
        "blogpost beitrag leitfaden leitlinien richtlinie resolution bescheid bescheids eckpunkte dokument dokuments "
        "text artikel zeitung magazin blog kommentar petition aufruf statement vorlage entschließung anfrage "
        "empfehlung empfehlungen webseite website internetseite seite erwägungsgrund gesetz verordnung verfassung "
        "grundgesetz strategie agenda protokoll bundesanzeiger amtsblatt präambel mail e-mail tweet post "
        "rundschreiben memorandum appell umfrage analyse"
    )
)
_GERMAN_PEOPLE = tuple(
    word_set(
        "chef chefin leiter leiterin sprecher sprecherin politiker politikerin minister ministerin mann frau männer "
        "frauen leute kinder eltern jugendliche experte experten expertin expertinnen kritiker kritikerin kritikern "
        "kritikerinnen forscher forscherin forschern forschende wissenschaftler juristen jurist richter richterin "
        "richtern anwalt anwälte anwältin kläger klägerin beklagte verteidiger ankläger staatsanwalt schützer "
        "schützern fachleute beobachter beobachtern abgeordnete abgeordneten abgeordneter parlamentarier mitglied "
        "mitglieder vertreter vertreterin vertretern vorsitzende vorsitzender vorsitzenden präsident präsidentin "
        "präsidenten direktor direktorin beauftragte beauftragter beauftragten berichterstatter berichterstatterin "
        "kommissar kommissarin senator senatorin kanzler kanzlerin rat rätin sekretär sekretärin gründer gründerin "
        "unternehmer ökonom ökonomin professor professorin dozent dozentin doktor arzt ärzte ärztin autor autorin "
        "autoren autorinnen künstler künstlerin verleger journalist journalistin gewerkschafter aktivist aktivistin "
        "aktivisten bürger bürgerin nutzer nutzerin nutzern sachverständige sachverständigen sachverständiger "
        "angehörige lehrer lehrerin schüler manager managerin geschäftsführer geschäftsführerin justiziar "
        "justiziarin syndikus bischof papst könig abgeordnetengruppe grüne liberale konservative linke "
        "sozialdemokrat sozialdemokratin christdemokrat genosse länderchefs länder bundesländer staaten "
        "mitgliedstaaten mitgliedsstaaten verhandler unterhändler gesetzgeber kollege kollegin kollegen referent "
        "referentin teilnehmer unterzeichner unterzeichnenden verfasser berater beraterin verantwortliche "
        "verantwortlichen zuständige betroffene betroffenen gastgeber moderator moderatorin"
    )
)
_GERMAN_ABLE = tuple(sorted({*_GERMAN_BODIES, *_GERMAN_PAPERS, *_GERMAN_PEOPLE}, key=len))
_SHORTEST_ENDING = 4  # letters of an ending that may close a longer word: `rat` also ends Apparat, Internat
_COMPOUNDED = frozenset({"amt", "hof"})
_COUNCIL = re.compile(r"(?:[sntdh]|bei|ropa|inde|kultur|ethik|medien)rat(?:es|s)?$")  # Bundesrat, no Rückgrat
_GERMAN_UNABLE = word_set(  # words that end like a body or a person and are none
    "apparat format zitat heirat vorrat verrat referat monat monats senatsvorlage friedhof bahnhof flughafen ansicht "
    "absicht übersicht aussicht einsicht hinsicht rücksicht zeit zukunft vergangenheit weltwirtschaft spitze grundsatz "
    "rechtsstaat sozialstaat gesetzgebung gesellschaft öffentlichkeit marktwirtschaft landwirtschaft umsetzung "
    "gesamt samt haushalt krankenhaus zuhause weise mitte seite verfassung"
)

_FRENCH_ABLE = lex.ROLE_HEADS | word_set(
    # people and groups
    "homme femme père mère parents expert experte experts expertes spécialiste spécialistes chercheurs chercheuses "
    "scientifique scientifiques auteur auteure autrice auteurs autrices signataire signataires critique critiques "
    "détracteurs opposants partisans défenseurs militant militante militants élus élu élue sénateurs sénatrices "
    "députés députées ministres magistrat magistrate magistrats juges juge avocats requérants plaignants plaignante "
    "plaignant associations association syndicat syndicats collectif collectifs ong fédération confédération union "
    "ligue organisation organisations coalition alliance groupe groupes parti partis majorité opposition gauche "
    "droite exécutif gouvernement état élysée matignon bercy premier première législateur rapporteurs commissaires "
    "président présidents dirigeant dirigeante dirigeants patrons entrepreneur entrepreneure économiste philosophe "
    "historien historienne sociologue juriste juristes professeurs enseignant enseignante enseignants médecin "
    "médecins artiste artistes éditeur éditeurs éditrice journaliste journalistes utilisateur utilisateurs usagers "
    "citoyens salariés travailleurs employés ingénieur ingénieure développeur développeurs sages homologue "
    "prédécesseur successeur collègue analyste consultant consultante ex-ministre eurodéputés européens américain "
    "américaine milliardaire élues parlementaires parlementaire intéressé intéressée lauréat lauréate cheffe chef "
    "chefs maires numéro porte-paroles négociateur négociatrice négociateurs responsables proches entourage "
    "interlocuteur source sources républicain républicaine républicains démocrate démocrates socialiste socialistes "
    "écologiste écologistes libérale libéral libéraux conservateur conservatrice conservateurs centriste centristes "
    "communiste communistes insoumis recteur rectrice recteurs proviseur préfet préfète doyen doyenne gouverneur "
    "gouverneure syndicaliste syndicalistes chancelier chancelière ministère monarque pape évêque général colonel "
    "avocate avocates cadre cadres chroniqueur essayiste éditorialiste romancier romancière écrivain écrivaine "
    "chanteur chanteuse comédien comédienne comédiens comédiennes réalisateur réalisatrice compositeur compositrice "
    "cinéaste photographe plaignantes habitant habitants habitante riverains étudiant étudiants étudiante lycéens "
    "élève élèves professionnel professionnels représentant représentants représentante insoumise travailliste "
    "travaillistes macroniste macronistes frontiste frontistes indépendant indépendante "
    # bodies
    "commission conseil comité autorité autorités agence ministère cour tribunal assemblée sénat parlement préfecture "
    "police parquet justice direction bureau office institut institution fondation centre observatoire université "
    "école académie entreprise entreprises société sociétés compagnie firme géant start-up plateforme plateformes "
    "réseau banque chambre délégation secrétariat cabinet haute inspection mission régulateur régulateurs gendarme "
    "commissariat commissaire contrôleur défenseur médiateur éditeur opérateur constructeur quotidien journal magazine "
    "média médias rédaction agence hebdomadaire mairie métropole région département province pays vingt-sept "
    "juridiction organisme organismes maison studio industrie secteur filière fédérations barreau "
    # documents
    "rapport communiqué lettre courrier texte document décision arrêt jugement ordonnance avis étude note tribune "
    "pétition déclaration résolution amendement exposé article loi règlement circulaire guide recommandation "
    "recommandations site blog billet message tweet publication post mémo plainte charte accord "
    "contribution enquête sondage"
)
# French verb forms that are nouns at least as often.
NOUNS_TOO = word_set("juge juges note notes annonce critique critiques demande rapporte propos site lance point titre")
# A word that says when or how; right behind a verb of speech it is nobody: `a souligné mercredi`.
TIMES = word_set(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre "
    "octobre novembre décembre hier aujourd'hui aujourd’hui demain matin soir midi récemment ensuite enfin "
    "dernièrement montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april "
    "juni juli august oktober dezember gestern heute morgen abend mittag vormittag nachmittag nacht woche jahr monat "
    "stunde"
)
# What nobody is, though a verb of speech stands beside it: findet klare Worte, hat das Wort, prend la parole.
_NEVER = TIMES | word_set(
    "worte worten wort klartext kritik zweifel sorge sorgen bedenken alarm frage fragen folge folgen grund gründe "
    "beispiel thema punkt rahmen teil fall ende beginn anfang rede interview gespräch rolle ziel recht rechte "
    "pflicht daten künstliche intelligenz ki-system ki-systeme technologie technik internet netz besonders solche "
    "solcher solches mehr weniger genau gerade erst schon noch nur sogar vielleicht parole mots mot cas exemple "
    "sujet point cadre partie fin début rôle but droit droits données intelligence technologie lorsque lorsqu "
    "puisque chaque tout toute tous toutes plusieurs certains certaines aucun aucune quelques"
)
_ABSTRACT = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "ität", "itäten", "ismus", "nis", "nisse")
# Short names in capitals that are things, no bodies.
_THINGS = frozenset(
    {"KI", "IA", "AI", "DSGVO", "RGPD", "GDPR", "DSA", "DMA", "RIA", "IT", "TV", "URL", "API", "IP", "GPS", "PDF"}
)


@lru_cache(maxsize=4096)
def german(noun: str) -> bool:
    """Whether a German noun names somebody or something that can speak; compounds go by their last part."""
    if noun in _THINGS:
        return False
    if _short(noun) or noun in LOWER_CASE:
        return True
    low = noun.lower().rstrip("'’")
    low = low.rpartition("-")[2] or low
    if low in _GERMAN_UNABLE or low in _NEVER:
        return False
    if low in _ALONE or is_role(noun) or noun in lex.BODY_WORDS:
        return True
    return _COUNCIL.search(low) is not None or any(
        low.endswith(end) and (len(end) >= _SHORTEST_ENDING or end in _COMPOUNDED) for end in _GERMAN_ABLE
    )


_ALONE = frozenset(_GERMAN_ABLE)
LOWER_CASE = word_set("vzbv noyb dpa ver.di epicenter.works bitkom eco")  # bodies that write themselves so


def _short(word: str) -> bool:
    """An acronym: CNIL, DSK, BfDI, EU-Kommission's EU aside."""
    return 2 < len(word) <= 8 and word.isalnum() and sum(c.isupper() for c in word) >= 3 and word not in _THINGS


@lru_cache(maxsize=4096)
def french(noun: str) -> bool:
    """Whether a French noun names somebody or something that can speak; a capital makes it a name."""
    low = noun.lower().rstrip("'’")
    if noun in _THINGS or low in _NEVER:
        return False
    return low in _FRENCH_ABLE or noun[0].isupper()


@lru_cache(maxsize=4096)
def never(word: str) -> bool:
    """A word that is nobody wherever it stands: a day, an adverb, an abstract noun."""
    low = word.lower().rstrip("'’.")
    return low in _NEVER or word in _THINGS or (word[0].isupper() and low.endswith(_ABSTRACT) and not german(word))
