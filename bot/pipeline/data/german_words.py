"""Words that prove topics, instruments and stages in German texts, beside those of all languages."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import Table

TOPICS: Final[Table] = {
    "frontier_safety": {
        3.0: (
            "ki-sicherheit|sicherheitsinstitut*|frontier-modell*|superintelligenz|kontrollverlust"
            "|existenzielle risiken|systemische risiken|systemischen risiken|allgemeinem verwendungszweck"
            "|ki-sicherheitsbericht"
        ),
        2.2: "basismodell*|leistungsfähigsten modelle|leistungsfähigste modelle",
    },
    "comprehensive_regulation": {
        3.0: (
            "regeln für künstliche|strengere regeln|ki-regulierungsbehörde|ki-servicestelle|ki-beirat|ki-pläne"
            "|ki-verordnung|ki-gesetz|ki-regulierung|ki-aufsicht|ki-aufsichtsbehörde|ki-marktüberwachung*"
            "|marktüberwachung*|hochrisiko*|ki-regeln|ki-regelwerk|digital-omnibus|digitaler omnibus"
            "|digitalen omnibus|digitalomnibus|regulierung von ki|regulierung künstlicher intelligenz"
            "|regulierung von künstlicher intelligenz|regeln für ki|regeln für künstliche intelligenz"
            "|ki-reallabor*|ki-haftung*|ki-behörde|ki-vo|ki-durchführungsgesetz"
        ),
        2.6: ("enquete-kommission künstliche intelligenz|ki-enquete|ki-politik|vertrauenswürdige ki|ki-leitlinien"),
        2.2: (
            "ki-strategie|ki-ethik|strategie künstliche intelligenz|strategie zur künstlichen intelligenz"
            "|strategie für künstliche intelligenz"
        ),
        1.5: "regulierung|regulieren|eu-regeln",
    },
    "rights_discrimination": {
        3.0: (
            "diskriminier*|automatisierte entscheidung*|automatisierten entscheidung*|bewerberauswahl"
            "|antidiskriminierung*|gleichbehandlung*|schufa|ams-algorithmus|kreditwürdigkeit|menschenrecht*"
        ),
        1.3: "grundrechte|sozialleistung*|benachteilig*|voreingenommen*|scoring",
    },
    "privacy_data": {
        3.0: (
            "datenschutz|datenschutzrecht*|datenschutzverstoß*|datenschutzverstöße*|datenschutz-grundverordnung"
            "|=DSGVO|personenbezogen*|persönliche daten|persönlichen daten|nutzerdaten|datenschützer*"
            "|privatsphäre|kundendaten|datennutzung|facebook-daten|instagram-daten|daten von nutzern"
            "|daten der nutzer|nutzerbeiträge*|nutzerprofil*|datenweitergabe"
        ),
        1.8: (
            "datenschutz*|gesundheitsdaten|patientendaten|trainingsdaten|widerspruchsrecht|datenweitergabe|einwilligung"
        ),
    },
    "biometrics_policing": {
        3.6: (
            "überwachungs-ki|überwachungstools|polizeigesetz*|polizeiaufgabengesetz*|überwachungssoftware"
            "|gesichtserkennung*|biometri*|videoüberwachung*|emotionserkennung*|fernidentifizierung*"
            "|verhaltenserkennung|gesichtserkennungssoftware|polizeisoftware|palantir*"
            "|echtzeit-fernidentifizierung|analysesoftware|super-recogniser"
        ),
        1.5: (
            "polizei*|überwachung*|fahndung*|ermittlungsbehörde*|grenzkontroll*|sicherheitsbehörden"
            "|überwachungskamera*|sicherheitspaket"
        ),
    },
    "deepfakes_content": {
        3.7: (
            "deepfake*|deep fake*|ki-generierte inhalte|ki-generierten inhalten|gefälschte videos|nacktbilder"
            "|sexualisierte bilder|sexualisierten bildern|digitale gewalt|digitaler gewalt|bildbasierte gewalt"
            "|bildbasierter gewalt|rachepornos|missbrauchsdarstellung*|ki-inhalte|wasserzeichen"
        ),
        1.6: (
            "desinformation*|fälschung*|kennzeichn*|wahlkampf|wahlbeeinflussung|falschinformation*|fake-videos"
            "|synthetische medien"
        ),
    },
    "children_companions": {
        3.5: (
            "minderjährig*|jugendschutz*|jugendmedienschutz*|altersverifikation*|altersprüfung*|kinderschutz*"
            "|suizid*|ki-begleiter*|schulunterricht"
        ),
        1.6: "kinder|kindern|jugendliche*|schüler*|schule|schulen|klassenzimmer|kita*|lehrplan*",
    },
    "copyright_ip": {
        3.5: (
            "urheber*|geistiges eigentum|geistigen eigentums|text- und data-mining|verwertungsgesellschaft*"
            "|leistungsschutz*|liedtext*|patent*|=GEMA|lizenzgebühr*|persönlichkeitsrecht*|synchronsprecher*"
        ),
        1.6: (
            "künstler*|verlage|verlagen|autoren|autorinnen|kulturschaffende*|kreative*|kreativwirtschaft"
            "|musikwirtschaft|lizenz*|vergütung*"
        ),
    },
    "consumer_competition": {
        3.0: (
            "kartell*|wettbewerbsbehörde*|wettbewerbshüter*|wettbewerbsrecht*|marktmacht|marktbeherrschend*"
            "|monopol*|unlauter*|irreführ*|fusionskontroll*|zusammenschluss*|digitale märkte"
        ),
        1.8: "verbraucherschutz|verbraucherrecht*|wettbewerb*|fusion*|übernahme*|abmahn*",
        1.0: "verbraucher*",
    },
    "chips_trade": {
        3.5: (
            "halbleiter*|chipfabrik*|chiphersteller*|ki-chips|chipexport*|exportkontroll*|exportbeschränk*"
            "|exportverbot*|ausfuhrkontroll*|ausfuhrgenehmig*|chip-gesetz|lithographie*|lithografie*"
        ),
        1.5: "chips|chip|zölle|lieferkette*|ausfuhr*",
    },
    "national_security_defence": {
        3.5: (
            "militär*|bundeswehr|autonome waffen*|waffensystem*|verteidigungsminister*|drohnen*|kampfdrohne*"
            "|rüstung*|cyberangriff*|geheimdienst*|nachrichtendienst*|streitkräfte*|=NATO|=Nato"
        ),
        1.5: (
            "verteidigung*|waffen|cybersicherheit*|krieg*|spionage*|nationale sicherheit|sicherheitspolit*"
            "|bundesheer|armee"
        ),
    },
    "government_use": {
        3.0: (
            "verwaltung|verwaltungen|bundesverwaltung|verwaltungsmodernisierung|öffentlichen dienst"
            "|öffentlicher dienst|öffentliche verwaltung|öffentlichen verwaltung|ki in der verwaltung"
            "|ki in behörden|beschaffung|bürgerdienst*|justizverwaltung|staatsmodernisierung|ki in der justiz"
        ),
        1.4: ("behörden|kommunen|justiz|finanzamt*|finanzämter|ämter|gerichte|bürgerservice|asylverfahren|vergabe*"),
    },
    "labour_skills": {
        3.0: (
            "arbeitsplätze*|arbeitnehmer*|beschäftigte*|gewerkschaft*|arbeitsmarkt*|weiterbildung*|betriebsrat*"
            "|betriebsräte*|mitbestimmung*|stellenabbau|ki-kompetenz*|arbeitswelt|arbeitskräfte*|kurzarbeit"
        ),
        1.5: (
            "fachkräfte*|ausbildung*|jobs|lehrkräfte*|hochschule*|kompetenzen|bildung|qualifizier*|beruf*|studierende*"
        ),
    },
    "infrastructure_investment": {
        3.0: (
            "rechenzentr*|supercomputer*|ki-fabrik*|ki-gigafactor*|gigafactor*|recheninfrastruktur*"
            "|rechenleistung*|rechenkapazität*|ki-infrastruktur|ki-forschung|milliardeninvestition*"
            "|milliarden für ki|millionen für ki|milliarden euro für ki|milliarden euro für künstliche"
            "|förderprogramm*|ki-zentren|ki-zentrum|ki-professuren|ki-standort|souveräne ki|souveränen ki"
            "|ki-cloud|milliarden-mittel|forschungsförderung|ki-förderung"
        ),
        2.2: (
            "milliarden euro|investitionen|investieren|investiert|zukunftstechnologie*|schlüsseltechnologie*"
            "|hightech agenda|hightech-agenda|ki-aktionsplan|aktionsplan künstliche intelligenz|ki-start-ups"
            "|forschungszentr*|spitzenposition|weltspitze|technologieführerschaft"
        ),
        1.4: (
            "millionen euro|förder*|forschung|start-ups|gründer*|gründungen|strombedarf|energiebedarf|standort"
            "|finanzier*|wagniskapital|cloud|professuren"
        ),
    },
    "international_governance": {
        3.0: (
            "vereinte nationen|vereinten nationen|europarat*|rahmenübereinkommen|ki-gipfel|völkerrecht*"
            "|internationale zusammenarbeit|ki-konvention|gipfeltreffen|staatengemeinschaft|weltweite regeln"
            "|globale regeln|gipfelerklärung"
        ),
        1.8: (
            "gipfel|übereinkommen|konvention|abkommen|absichtserklärung|staaten|multilateral*|bilateral*|partnerländer"
        ),
    },
}

INSTRUMENTS: Final[Table] = {
    "law": {
        3.0: (
            "gesetzentwurf*|gesetzesentwurf*|referentenentwurf*|straftatbestand*|gesetzesinitiative*|unter strafe"
            "|strafbar|regierungsentwurf|gesetzesänderung*|gesetzesvorhaben"
        ),
        2.2: ("gesetz|gesetze|gesetzes|novelle|strafgesetzbuch|gesetzgebung|gesetzgeber*|gesetzlich*|ki-verordnung"),
        1.6: (
            "bundestag*|bundesrat|landtag*|nationalrat|abgeordnete*|parlament*|fraktion*|eu-verordnung|omnibus"
            "|richtlinie"
        ),
    },
    "regulation": {
        3.0: (
            "rechtsverordnung*|verordnungsentwurf*|durchführungsverordnung*|durchführungsrechtsakt*"
            "|delegierte verordnung|verwaltungsvorschrift*"
        ),
        1.5: "erlass|vorschriften",
    },
    "executive_order": {
        4.2: "präsidialdekret*|dekret*|exekutivanordnung*|us-dekret",
    },
    "treaty": {
        3.6: (
            "ki-konventionen|konvention des europarats|konventionen des europarates|konvention des europarates"
            "|europaratskonvention*"
        ),
        3.3: (
            "rahmenübereinkommen*|übereinkommen|staatsvertrag|völkerrechtlich*|ki-konvention|vertrag über|ki-vertrag"
        ),
        1.6: "konvention*|ratifizier*|ratifikation*",
    },
    "agreement": {
        3.0: (
            "absichtserklärung*|kooperationsvereinbarung*|memorandum*|kooperationsabkommen|ki-partnerschaft"
            "|strategische partnerschaft|rahmenvereinbarung*|partnerschaft mit|kooperation mit|abkommen mit"
            "|vereinbarung mit"
        ),
        2.2: "vereinbarung*|partnerschaft*|kooperation*|abkommen",
        1.4: "zusammenarbeit|allianz|bündnis",
    },
    "declaration": {
        3.6: (
            "rechtlich nicht bindend|nicht bindende resolution|unverbindliche empfehlung*"
            "|unverbindliche resolution|entschließung des parlaments|entschließung des europäischen parlaments"
        ),
        3.0: (
            "ruft auf|aufruf|gewerkschaftsbund|gemeinsame erklärung|gemeinsamen erklärung|abschlusserklärung*"
            "|gipfelerklärung*|resolution*|selbstverpflichtung*|offener brief|offenen brief"
        ),
        1.8: "erklärung|appell|forderungskatalog|manifest",
    },
    "standard": {
        3.2: "normung*|=DIN|technische norm*|normungs*|normenausschuss",
        2.2: "norm|normen|standardisierung*|zertifizier*|prüfsiegel|gütesiegel",
    },
    "guidance": {
        3.0: (
            "leitfaden|leitfäden|leitlinie*|orientierungshilfe*|handreichung*|checkliste*|merkblatt"
            "|positionspapier*|verhaltenskodex*|praxishilfe*|rundschreiben|handlungsempfehlung*|praxisleitfaden"
            "|handlungshilfe*|fragen und antworten"
        ),
        2.0: "empfehlung*|kodex|hinweise|entschließung*|orientierung|faq",
    },
    "strategy": {
        3.0: (
            "regierungsprogramm*|strategie*|aktionsplan*|eckpunkte*|fahrplan|masterplan|weißbuch|hightech agenda"
            "|hightech-agenda|modernisierungsagenda|agenda|roadmap|koalitionsvertrag|maßnahmenpaket|maßnahmenplan"
            "|ki-offensive"
        ),
        1.6: "plan|pläne|konzept|programm|offensive|vision|vorhaben",
    },
    "enforcement": {
        3.6: "rechtswidrigen inhalt|rechtswidriger inhalt|als rechtswidrig",
        3.2: (
            "bußgeld*|geldbuße*|geldstrafe*|prüfverfahren*|ermittlungsverfahren*|ermittlungen|ermittelt"
            "|untersagungs*|razzia*|durchsuch*|staatsanwaltschaft*|verwarn*|aufsichtsverfahren*|untersuchung"
            "|untersucht|untersagt*|zwangsgeld*|verfügung gegen|sperrt|gesperrt|festgenommen|verhaftet"
        ),
        2.6: "fusionskontrolle|kartellamt|=Bundeskartellamt|kartellverfahren*|missbrauchsverfahren",
        2.4: (
            "verfahren gegen|verfahren ein|leitet verfahren|anordnung*|abmahn*|verhängt|verstoß*|verstöße*"
            "|strafe*|strafverfahren|beanstand*|mahnt ab|verbietet|verbot|rüge*|nimmt vom netz|löschen"
        ),
        1.4: "verfahren|beschwerde*|aufsichtsbehörde*|prüft|prüfung|regulierer|auskunft*",
    },
    "court": {
        3.3: (
            "gericht|gerichts|gerichte|landgericht*|oberlandesgericht*|amtsgericht*|verwaltungsgericht*"
            "|arbeitsgericht*|gerichtshof*|bundesgericht*|klage|klagt|klagen|sammelklage*|urteil*|rechtsstreit*"
            "|eilentscheidung*|zivilkammer|zivilsenat|strafkammer|kläger*|beklagte*|verurteil*"
            "|mündliche verhandlung|mündlichen verhandlung|prozess|gerichtsverfahren|generalanwalt*"
            "|verfassungsgericht*|verklagt|verklagen|vorabentscheidung*|einstweilige verfügung"
        ),
        2.4: (
            "richter*|berufung|revision|verhandelt|verhandlung|schadensersatz*|rechtskräftig*|unterlassung*"
            "|instanz|streitwert|gerichtlich*"
        ),
    },
    "funding": {
        3.0: (
            "fördert|fördern|förderung|förderprogramm*|förderbescheid*|fördermittel*|milliarden-mittel"
            "|milliarden für|millionen für|milliarden euro für|millionen euro für|haushaltsmittel|zuschuss"
            "|zuschüsse|ausschreibung*|investitionspaket|milliardeninvestition*|förderaufruf*|fördersumme"
        ),
        2.4: (
            "milliarden euro|millionen euro|millionen franken|investiert|investieren|investitionen|haushalt"
            "|finanziert|finanzierung|fonds"
        ),
        1.4: "mittel|bereitstellen|etat",
    },
    "institution": {
        3.0: (
            "regulierungsbehörde bekommen|ki-regulierungsbehörde|ki-behörde|service-stelle|neue stelle"
            "|konstituiert*|beirat*|beiräte|expertenrat*|expertengremium|neue behörde|neuen behörde|eröffnet"
            "|eröffnung|gegründet|gründung|gründet|ernannt|ernennung|ernennt|nachfolger*|kompetenzzentrum*"
            "|anlaufstelle*|arbeitsgruppe*|task force|taskforce|einsetzung|tritt zurück|rücktritt|ki-beauftragte*"
            "|servicestelle|aufgebaut|neues institut|sicherheitsinstitut|digitalrat|sachverständigenrat"
        ),
        2.2: "enquete-kommission|enquete|gremium|leitet künftig|neuer chef|neue chefin|institut|stelle",
        1.2: "kommission|zentrum|amt|ausschuss|behörde",
    },
    "trade_control": {
        3.4: (
            "exportkontroll*|exportbeschränk*|ausfuhrkontroll*|ausfuhrgenehmig*|exportverbot*|exportregel*"
            "|exportstopp|strafzölle|zölle auf|export-beschränkungen|handelsbeschränk*|embargo"
        ),
    },
    "report": {
        3.0: (
            "bericht*|studie*|umfrage*|gutachten|tätigkeitsbericht*|jahresbericht*|abschlussbericht*"
            "|zwischenbericht*|anhörung*|kleine anfrage|antwort der bundesregierung|auswertung|untersuchung zeigt"
            "|experten warnen|rechnungshof*|lagebild|forscher*|sachverständige*|präsentiert ergebnisse"
            "|beschwerdeflut"
        ),
        2.2: "stellungnahme|analyse*|bilanz|ergebnisse|barometer|index|bundesrechnungshof|monitor",
        1.4: "verzeichne*|rekord*|anstieg|zahlen|experten|warnt|warnen|interview",
    },
}

STAGES: Final[Table] = {
    "announced": {
        2.2: (
            "präsentiert*|konstituiert*|verzeichne*|stellt vor|vorgestellt|gestartet|startschuss|gegründet"
            "|eröffnet|eröffnete|eingeweiht|ernannt|fördert|geplant|angekündigt|ankündig*|kündigte an|in aussicht"
            "|begrüßt|empfiehlt|empfehlen|setzt auf|veröffentlicht*|herausgegeben|treibt voran|baut aus|berät"
            "|diskutiert|debattiert|erwägt|verhandelt|verhandelte|klage eingereicht|reicht klage ein"
            "|reichen klage ein|klagt gegen|klagen gegen|verklagt|erhebt klage|wirft vor"
        ),
        2.0: (
            "wirbt für|pocht auf|drängt auf|plant|planen|anhörung|gutachten|fordern|gefordert|fordert|warnen"
            "|warnt|kritisiert|kritisieren|kritik|studie|bericht|will|wollen|will prüfen|startet|startete"
            "|stellte klar|melden|meldet|mahnt|rät|sieht|zeigt|lobt|hält fest|bereitstellen|investiert"
            "|investieren|investitionen|unterstützt"
        ),
        1.3: "soll|sollen|beauftragt",
    },
    "proposed": {
        2.8: ("eingebracht|regierungsentwurf|eckpunkte|bringt ein|legt entwurf|entwurf vorgelegt|gesetzesinitiative"),
        2.4: (
            "soll erlauben|sollen künftig|soll künftig|soll bald|will erlauben|gesetzesplan*|gesetzespläne"
            "|will verbieten|wollen verbieten|unter strafe stellen|schlagen vor"
        ),
    },
    "consultation": {
        3.8: (
            "in begutachtung|begutachtungsverfahren läuft|verbändeanhörung eingeleitet|verbändeanhörung gestartet"
            "|verbändeanhörung begonnen|länderanhörung eingeleitet"
        ),
        3.4: (
            "beteiligungsverfahren|anhörung der verbände|verbändebeteiligung|vernehmlassung*|um stellungnahmen"
            "|stellungnahmen können|bis zum eingereicht|öffentliche konsultation|konsultation*"
        ),
    },
    "advanced": {
        3.8: (
            "verhandlungslinie|am zug|geht an den ständerat|geht an den nationalrat|geht in den ständerat"
            "|geht in den nationalrat|muss noch der bundesrat|braucht noch die zustimmung|nun der ständerat"
            "|nun der nationalrat"
        ),
        3.2: (
            "erste lesung|in erster lesung|ausschuss stimmt|ausschuss billigt|vorläufig geeinigt|einigten sich"
            "|haben sich geeinigt|einigung erzielt|verhandlungsmandat|verhandlungsposition|überweist|überwiesen"
            "|kompromiss"
        ),
    },
    "passed": {
        3.2: (
            "erlässt|erließ|erlassen hat|beschlossenen änderung|beschlossene änderung|beschlossenen novelle"
            "|beschlossene gesetz|beschlossenen gesetz*|empfehlung zugestimmt|resolution verabschiedet"
            "|resolution angenommen|entschließung angenommen|entschließung verabschiedet|verabschiedete eine"
            "|verabschiedete die|verabschiedeten eine|gesetz beschlossen|gesetzes beschlossen"
            "|polizeigesetzes beschlossen|neufassung beschlossen|novelle beschlossen|novelle verabschiedet"
        ),
        2.6: (
            "grünes licht|endgültig|stimmte zu|stimmten zu|zustimmung erteilt|gibt grünes|verabschiedung"
            "|beschloss|beschlossen"
        ),
    },
    "signed": {
        3.2: "unterzeichn*|unterschrieb*|ratifizier*|ausgefertigt|besiegelt|abgeschlossen haben",
    },
    "in_force": {
        3.2: "in kraft|ab sofort|gilt seit|gelten seit|wirksam geworden|greifen ab|tritt heute",
    },
    "enforced": {
        4.2: "als rechtswidrigen inhalt|als rechtswidrigen|als rechtswidrig gemeldet",
        3.4: "ins visier|im visier|brummt",
        3.2: (
            "bußgelder verhängt|bußgeld verhängt|bußgeld gegen|strafe verhängt|verboten|darf nicht mehr"
            "|rechtswidrig|unzulässig|klage ab|klagt an|verfahren eingeleitet|leitet verfahren|ermittelt gegen"
            "|ermittlungen gegen|eilentscheidung|einstweilige verfügung|urteilt|verurteilt|haftet|anklage erhoben"
            "|durchsucht|razzia|festgenommen|gesperrt|sperrt|untersagt|verwarnt|beanstandet|rügt|muss löschen"
            "|muss zahlen|gibt recht|bekommt recht|bekommen recht|unterliegt|verletzt urheberrecht*"
            "|eröffnet verfahren|nimmt unter die lupe"
        ),
        2.2: "ermittlungen|verbietet|darf nicht|verhängt|haften|prüft|untersucht|verstößt|verstoßen|stoppt",
    },
    "delayed": {
        3.4: (
            "mehr zeit für|mehr zeit zur|frist gerissen|reißt frist|verpasst frist|frist verpasst|aufgeschoben"
            "|später gelten|fristverlängerung|vertagung|lässt auf sich warten|verschiebung|verschoben|vertagt"
            "|verzögerung|verzögert|schonfrist|aufschub|auf eis gelegt|liegt auf eis"
        ),
    },
    "rejected": {
        3.2: (
            "vor dem aus|gescheitert|scheitert|vom tisch|abgelehnt|verworfen|stimmte dagegen|stimmt dagegen"
            "|lehnte ab|lehnten ab|fallen gelassen"
        ),
    },
    "repealed": {
        3.2: "aufgehoben|zurückgezogen|zieht zurück|abgeschafft|außer kraft|rückgängig gemacht",
    },
}
