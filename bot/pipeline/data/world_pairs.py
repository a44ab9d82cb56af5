"""Two words near each other that prove a value, as parliaments, authorities and courts outside the US are told of."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import PairRow

_AUTHORITY = (
    "regulator regulators watchdog watchdogs authority commissioner ombudsman cma ico cnil garante dpc pipc "
    "anpd accc "
    "kftc jftc ofcom oaic esafety dpa bundeskartellamt agcm aepd uodo ndpc odpc cac commission"
)
_COURT = "court courts judge judges tribunal jury magistrate registrar bench"
_LAWYER = "lawyer lawyers solicitor solicitors barrister barristers counsel advocate advocates attorney litigant"
_FAKE = "fake fictitious fabricated hallucinated nonexistent bogus phantom invented existent"
_PARTY = "parties countries governments ministers leaders states members"

TOPIC_PAIRS: Final[tuple[PairRow, ...]] = (
    ("government_use", 3.4, _LAWYER + " " + _COURT, _FAKE, 7, ""),
    ("government_use", 3.4, _FAKE, "citations citation cases case precedents precedent authorities authority "
     "judgments "
     "rulings", 4, "news"),
    ("children_companions", 3.0, "emotional emotionally romantic intimate", "interact interaction dependence "
     "companionship attachment relationships chatbots ai", 3, ""),
    ("deepfakes_content", 3.9, "copyright copyrighting own rights control ownership", "appearance body likeness "
     "features characteristics faces "
     "voices", 6, ""),
    ("infrastructure_investment", 2.8, "ai", "hub hubs centre center campus cluster ecosystem startups start-ups", 3,
     "safety"),
    ("infrastructure_investment", 2.6, "research innovation", "centre center hub institute park", 3, "policy"),
    ("labour_skills", 2.8, "train~ upskill~ teach~", "teachers students workers youth civil graduates people "
     "engineers "
     "officials", 5, "to"),
    ("privacy_data", 3.2, "daten nutzerdaten kundendaten nutzerbeiträge beiträge nutzerprofilen datennutzung données",
     "training trainieren trainiert lernzwecke trainingszwecke meta entraîner entraînement", 9, ""),
    ("copyright_ip", 3.2, "own right rights control", "voice face body likeness image", 4, ""),
    ("deepfakes_content", 3.0, "against protect~ tackle~ combat~ curb~", "deepfake deepfakes misinformation "
     "disinformation fakes", 4, ""),
)  # fmt: skip

INSTRUMENT_PAIRS: Final[tuple[PairRow, ...]] = (
    ("enforcement", 3.6, "geht gehen ging gingen greift greifen griff", "gegen", 2, ""),
    ("enforcement", 3.6, "mahnt mahnen mahnte mahnten", "ab", 8, ""),
    ("enforcement", 3.8, "meldet melden meldete gemeldet", "rechtswidrig rechtswidrigen rechtswidriger "
     "rechtswidrige", 10, ""),
    ("law", 3.6, "dote dotent", "cadre", 3, "stratégie"),
    ("court", 3.6, _COURT, "rebuke~ criticise~ slam~ scold~ chide~ admonish~ refer~ fine~ sanction~ jail~ reprimand~ "
     "award~ restrains restrained warn~ hear~ quash~ ask~ seek~", 3, ""),
    ("court", 3.6, _LAWYER, "fined sanctioned ordered suspended referred reprimanded rebuked censured "
     "disciplined struck "
     "jailed penalised cited", 5, ""),
    ("enforcement", 3.3, "issue~ serve~ send~ hand~", "direction directions summons warning warnings reprimand "
     "ultimatum",
     5, "to would could"),
    ("enforcement", 3.3, _AUTHORITY, "clear~ close~ censure~ rebuke~ cite~ punish~", 3, "to"),
    ("enforcement", 4.4, "review~ examine~ scrutinise~ assess~", "chatgpt deepseek grok chatbot merger partnership "
     "takeover acquisition complaint", 4, "to"),
    ("enforcement", 3.6, "violate~ breach~ broke broken contravene~ flout~", "laws law rules antitrust monopoly "
     "competition gdpr act", 3,
     "to would could did"),
    ("report", 4.2, "launch~ begin~ start~ open~ announce~ conduct~", "review study", 3, "judicial merger phase"),
    ("report", 4.2, "examine~ investigate~ study~ assess~ explore~", "impact effects effect implications market "
     "markets sector", 4, ""),
    ("law", 3.6, "plans plan", "ban impose restrict criminalise criminalize outlaw prohibit regulate "
     "legislate", 2, "national action"),
    ("report", 3.3, _AUTHORITY, "warn~ publish~ test~ study report survey tested findings annual barometer", 6, "to"),
    ("report", 3.2, "publish~ release~ issue~ present~ unveil~", "findings report survey barometer overview "
     "statistics", 8,
     "to"),
    ("guidance", 3.3, "authority authorities regulators watchdogs commissioners agencies", "statement opinion advice "
     "expectations recommends advises", 4, ""),
    ("guidance", 3.2, "recommend~ advise~", "organizations organisations companies firms employers users "
     "schools banks",
     4, ""),
    ("enforcement", 3.6, "impose~ order~ adopt~ consider~", "interim", 2, "ministry cyberspace"),
    ("enforcement", 3.2, "lift~ end~ ease~", "ban suspension block restriction restrictions", 4, "export"),
    ("enforcement", 3.2, _AUTHORITY, "suspend~ pause~ bar~ halt~", 3, "to"),
    ("law", 3.0, "propose~ adopt~ present~ agree~ approve~ back~ clear~", "act regulation directive", 9, "trump"),
    ("declaration", 3.0, "joint open", "letter", 1, ""),
    ("declaration", 3.4, "countries states nations", "endorse~ sign~ back~ refuse~", 8, ""),
    ("declaration", 3.4, "refuse~ decline~ join~ endorse~", "declaration pledge statement blueprint call "
     "accord", 5, ""),
    ("institution", 3.0, "set~ create~ establish~ form~ constitute~ launch~", "mechanism mechanisms taskforce "
     "committee "
     "panel commission council authority secretariat ministry", 6, "to"),
    ("regulation", 3.2, "amend~ change~ revise~ tighten~", "rules regulations ordinance", 3, ""),
    ("regulation", 3.2, "proposed draft", "rules measures regulations guardrails", 2, ""),
    ("strategy", 3.0, "unveil~ launch~ approve~ adopt~ validate~ publish~ release~ draft~", "policy strategy "
     "roadmap plan",
     5, "action to"),
    ("declaration", 3.6, "g7 g20 brics ministers leaders summit", "declaration communique communiqué "
     "statement", 8, ""),
    ("law", 3.0, _PARTY, "legislate amend legislation bill", 5, ""),
    ("agreement", 3.2, "sign~ ink~ conclude~ strike~", "agreements memorandum memoranda mou mous pacts accord "
     "deals", 6,
     "to not"),
    ("report", 3.2, "inquiry committee commission ombudsman auditor", "find~ found recommend~ warn~ conclude~ "
     "urge~ call~",
     3, ""),
)  # fmt: skip

STAGE_PAIRS: Final[tuple[PairRow, ...]] = (
    ("proposed", 3.4, "put~ lay~ submit~", "lawmakers parliament mps legislature congress assembly", 6, "vote back"),
    ("consultation", 4.2, "until", "respond comment", 5, ""),
    ("signed", 3.8, "join~ accede~", "convention treaty", 6, ""),
    ("enforced", 4.4, "send~ sent", "request requests", 2, ""),
    ("repealed", 4.6, "lift~ end~ ease~ drop~", "ban block blocking suspension", 3, ""),
    ("enforced", 3.6, "muss müssen musste", "zahlen löschen abschalten entfernen", 8, ""),
    ("passed", 4.4, "parlement conseil députés sénateurs", "interdit interdisent", 3, ""),
    # German verbs that stand in two parts.
    ("proposed", 3.6, "bringt bringen brachte brachten", "weg ein", 8, "klage"),
    ("proposed", 3.4, "reicht reichen reichte reichten", "ein", 8, "klage beschwerde klagen"),
    ("proposed", 3.4, "schickt schicken schickte", "parlament bundestag nationalrat landtag", 6, ""),
    ("proposed", 3.4, "präsentiert präsentierte legt legte macht machte unterbreitet stellt veröffentlicht",
     "vorschlag vorschläge entwurf gesetzentwurf gesetzesentwurf", 5, ""),
    ("proposed", 3.2, "schlägt schlagen schlug schlugen", "vor", 8, ""),
    ("consultation", 4.0, "schickt schicken geht gehen ging eröffnet eröffnete startet startete lanciert gibt",
     "begutachtung vernehmlassung konsultation", 5, ""),
    ("consultation", 3.8, "holt holen bittet bitten ruft", "stellungnahmen meinungen rückmeldungen kommentare", 5, ""),
    ("consultation", 3.8, "stellungnahmen rückmeldungen kommentare", "bis", 2, ""),
    ("advanced", 4.6, "ausschuss ausschüsse rechtskommission", "grünes stimmt billigt empfiehlt nimmt", 4, ""),
    ("advanced", 3.8, "ständerat nationalrat", "motion postulat", 6, "lehnt schmettert"),
    ("passed", 3.2, "nimmt nehmen nahm nahmen", "an", 8, "motion"),
    ("passed", 4.0, "stadtrat landtag parlament bundestag gemeinderat kantonsrat", "verbietet verbieten "
     "verbot", 5, ""),
    ("signed", 3.6, "besiegeln besiegelt besiegelte besiegelten", "abkommen vereinbarung partnerschaft "
     "kooperation", 6, ""),
    ("signed", 3.6, "signé signent signée signée", "déclaration accord convention protocole traité", 4, "pas"),
    ("enforced", 3.6, "geht gehen ging gingen greift greifen griff", "gegen", 2, ""),
    ("enforced", 3.4, "mahnt mahnen mahnte mahnten", "ab", 8, ""),
    ("enforced", 3.6, "gibt geben gab gaben", "recht", 6, ""),
    ("enforced", 4.0, "meldet melden meldete gemeldet", "rechtswidrig rechtswidrigen rechtswidriger "
     "rechtswidrige", 10, ""),
    ("rejected", 3.6, "schmettert lehnt lehnen lehnte lehnten", "ab", 8, "aufschub verschiebung eilantrag"),
    ("rejected", 3.6, "verweigern verweigert verweigerte", "unterschrift unterzeichnung zustimmung", 5, ""),
    ("struck_down", 4.4, "gericht gerichtshof verwaltungsgericht oberverwaltungsgericht verfassungsgericht",
     "hebt kippt annulliert", 3, ""),
    ("repealed", 3.8, "zieht ziehen zog zogen", "zurück", 8, "klage"),
    ("repealed", 3.6, "hebt heben hob hoben", "sperre verbot exportkontrollen exportverbot", 5, ""),
    ("announced", 4.6, "rechnungshof bundesrechnungshof", "rügt kritisiert moniert bemängelt beanstandet", 4, ""),
    # Cabinets send bills on; chambers adopt them.
    ("proposed", 5.0, "ministres gouvernement", "adopte approuve adopté approuvé valide validé", 4, ""),
    ("proposed", 3.8, "dévoile présente publie", "proposition avant-projet", 3, "stratégie"),
    ("announced", 4.0, "annoncé annonce prépare annoncer", "élaboration préparation finalisation", 4, ""),
    ("announced", 4.4, _COURT + " hc sc", "seek~", 2, ""),
    ("enforced", 3.4, "violate~ breach~ broke broken contravene~ flout~", "laws law rules antitrust monopoly "
     "competition gdpr act", 3,
     "to would could did"),
    ("enforced", 4.4, "review~ scrutinise~", "chatgpt deepseek grok chatbot merger partnership takeover "
     "acquisition complaint", 4, "to"),
    ("announced", 4.2, "launch~ begin~ start~ open~ announce~ conduct~", "review study", 3, "judicial merger phase"),
    ("announced", 4.2, "examine~ investigate~ study~ assess~ explore~", "impact effects effect implications "
     "market markets sector", 4, ""),
    ("passed", 7.2, "assembly resolution", "decided agreed established establishes creates created", 6, ""),
    ("passed", 3.4, "verabschiedete verabschiedeten verabschiedet beschloss beschlossen", "gesetz gesetzes "
     "novelle polizeigesetz polizeigesetzes "
     "neufassung", 6, "entwurf gesetzentwurf kabinett bundesregierung regierung"),
    ("passed", 5.0, "agree~", "pass", 2, "not"),
    ("announced", 3.0, "priority aim goal ambition", "introduce legislation", 4, ""),
    ("enforced", 3.4, _COURT, "rebuke~ criticise~ slam~ scold~ chide~ admonish~ refer~ fine~ sanction~ jail~ "
     "reprimand~ "
     "award~ restrains restrained hold~ held condemn~ quash~ penalise~ warn~", 3, ""),
    ("announced", 4.4, _COURT, "hear", 2, ""),
    ("enforced", 3.6, "impose~ order~ adopt~ initiate~ consider~", "interim", 6, "ministry cyberspace"),
    ("enforced", 3.4, _AUTHORITY, "suspend~ pause~ bar~", 3, "to"),
    ("passed", 3.6, "becomes become became", "pass approve adopt enact legislate", 12, ""),
    ("passed", 3.4, "first", "pass approve adopt enact", 9, "at"),
    ("rejected", 3.6, "refuse~ decline~", "declaration pledge pact statement treaty participate accord "
     "agreement", 6, ""),
    ("announced", 3.0, _COURT, "hears weigh~ consider~ examine~ ponder~", 3, ""),
    ("enforced", 3.2, _LAWYER, "fined sanctioned ordered suspended referred reprimanded rebuked censured disciplined "
     "struck jailed penalised", 5, ""),
    ("enforced", 3.1, _AUTHORITY, "probe~ investigate~ fine~ order~ ban~ block~ raid~ sanction~ reprimand~ "
     "suspend~ bar~ "
     "censure~ summon~ quiz~ accuse~ charge~ find~ found conclude~ clear~ close~ widen~ expand~ halt~ scrutinise~ "
     "inspect~ punish~ penalise~ rebuke~ review~", 3, "to seek~ wants calls urges demands recommends"),
    ("enforced", 3.2, "issue~ serve~ send~ hand~", "direction directions summons warning warnings reprimand "
     "ultimatum injunction", 4, "to would could"),
    ("enforced", 3.0, "take~ begin~ began begun launch~ face~", "action enforcement", 3, "to would legal"),
    ("enforced", 3.0, "close~ drop~ end~", "inquiry probe investigation case", 3, "to"),
    ("enforced", 2.8, "demand~ seek~", "explanation explanations clarification response", 4, "to"),
    ("passed", 3.0, "introduce~ impose~ announce~ unveil~ adopt~ bring~ slap~ place~ expand~ tighten~ "
     "toughen~", "curbs restrictions "
     "controls licence license licensing", 6, "to would could may plan~ consider~ against"),
    ("passed", 3.0, "curbs restrictions controls", "force effect apply", 7, ""),
    ("announced", 2.8, "plan~ weigh~ mull~ consider~ prepare~ intend~ look~", "curbs controls restrictions "
     "limits tightening",
     5, ""),
    ("announced", 2.8, "consider~ weigh~ mull~ look~ explore~ examine~ study~", "imposing introducing banning "
     "regulating "
     "mandatory rules law legislation into", 4, ""),
    ("announced", 2.4, "will", "impose introduce tighten restrict limit expand bring establish ban", 2, "that"),
    ("announced", 2.6, _PARTY, "agree~ undertake~ pledge~", 2, ""),
    ("announced", 3.2, "reject~ dismiss~ resist~ rebuff~ rule~", "delay delays pause postponement", 5, ""),
    ("consultation", 3.6, "open~ opening", "comment comments consultation feedback submissions", 5, "to"),
    ("signed", 3.2, "agreement agreements memorandum memoranda mou mous accord accords deal deals", "signed inked", 4,
     ""),
    ("signed", 3.2, "sign~ ink~", "agreements memorandum memoranda mou mous pacts accords deals", 6, "to not"),
)  # fmt: skip
