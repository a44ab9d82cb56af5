"""Words that prove a topic, each with its weight; read by `pipeline.frame`."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import Table

TOPICS: Final[Table] = {
    "frontier_safety": {
        4.0: ("pre-release review|model reviews|kill switch|shut down rogue|catastrophic risk|catastrophic harm"),
        3.0: (
            "ai testing|unreleased versions|unreleased models|safety checks|pre-release evaluation|ai code of practice"
            "|=AGI|frontier ai|frontier model*|frontier developers"
            "|frontier artificial intelligence|ai safety"
            "|safety institute|security institute|=AISI|=CAISI|red teaming|red-team*|red team|model evaluation*"
            "|evaluation of models|model testing|testing of advanced|catastrophic risk*|existential risk*"
            "|catastrophic harm*|general purpose ai|=GPAI|foundation model*|superintelligence|loss of control"
            "|ai whistleblower*|critical safety incident*|kill switch|safety testing|most powerful ai"
            "|most powerful models|most advanced ai|powerful ai models|safety framework*|dangerous capabilit*"
            "|safety of artificial intelligence|ai-sicherheit|ki-sicherheit|sicherheitsinstitut|systemic risk*"
            "|sb 1047|sb 53|raise act|bletchley*|pre-deployment|model evaluations|advanced ai systems"
            "|existential threat|ai security institute|center for ai standards and innovation|sécurité de l'ia"
            "|ai-safety|international ai safety report|safety summit|safety commitments|safety pledges"
            "|voluntary commitments|seoul declaration|safety and security of ai"
        ),
        2.5: ("ai security|security of artificial intelligence|safe ai|safe and reliable ai"),
        1.5: (
            "extinction|whistleblower*|safety tests|catastroph*|existential|capabilit* evaluations|misalign*"
            "|safety incidents|evaluations|advanced ai|most capable"
        ),
    },
    "comprehensive_regulation": {
        3.0: (
            "ai bill of rights|artificial intelligence bill of rights|eu ai act|=AI Act|ai basic act|ai promotion act"
            "|artificial intelligence act|high-risk|high risk ai"
            "|risk-based|state ai laws|state ai law|preempt*|ai moratorium|moratorium on state|ai law|ai bill"
            "|comprehensive ai|ai regulation|ai regulations|regulatory framework|ai governance|ai legislation"
            "|regulate ai|regulating ai|regulation of artificial intelligence|digital omnibus"
            "|prohibited ai practices|prohibited ai systems|prohibited ai uses"
            "|prohibited practices|stop the clock|ai rulebook|ki-verordnung|ki-gesetz|règlement sur l'ia"
            "|ki-marktüberwachung*|hochrisiko*|haut risque|artificial intelligence and data act|ai rules"
            "|law on artificial intelligence|artificial intelligence law|ai liability"
            "|executive order on artificial intelligence|executive order on ai|colorado ai act|ai framework"
            "|marktüberwachung*|ai sandbox*"
            "|regulatory sandbox*|national ai law|patchwork|ki-regulierung|régulation de l'ia|encadrer l'ia"
            "|ai policy framework|removing barriers|unacceptable risk|market surveillance|management system"
            "|risk management framework|ai risk management|trustworthy ai|responsible ai|ai action plan"
            "|national ai strategy|ai promotion"
        ),
        2.4: (
            "task force on artificial intelligence|ai task force|artificial intelligence task force"
            "|task force on ai"
            "|ai standards|european ai standards|high-impact ai|high-impact systems|state ai|ai regulators|ai act's"
            "|supervisory authorit*|ai supervision|cen-cenelec"
        ),
        1.2: (
            "ai leadership|leadership in ai|ai dominance|ai race|ai innovation|american ai|risk classes|ten-year ban"
            "|10-year moratorium|moratorium|national ai|deregulat*|light-touch"
            "|innovation-friendly|pro-innovation|bans ai|ai strategy|ai action plan|national strategy|ai principles"
            "|ai ethics|ai policy|rules for artificial intelligence|obligations|regulate|regulation of ai|c-27"
            "|trustworthy|opportunities action plan|action plan|governance"
        ),
    },
    "rights_discrimination": {
        3.0: (
            "algorithmic discrimination|discriminat*|disparate impact|civil rights|automated decision*"
            "|automated employment|hiring tool*|hiring algorithm*|hiring software|ai hiring|ai in hiring"
            "|tenant screening|credit scoring|equal opportunity|equal employment|biased algorithm*|algorithmic bias"
            "|racial bias|bias audit*|benefits algorithm|welfare algorithm*|childcare benefits|social scoring"
            "|resume screening|applicant screening|job applicants|diskriminierung*|age bias|discrimination"
            "|human rights|automatisierte entscheidung*|fraud detection algorithm|welfare fraud|coverage denials"
            "|denying claims|health insurers|prior authorization|insurance denials|credit denials"
            "|credit models|credit algorithm*|lending algorithm*|fair lending|adverse action|credit decisions"
            "|employment decisions|ai in employment|workplace discrimination|anti-discrimination|antidiscrimination"
            "|anti-bias|human rights act|=EEOC|=Workday|consequential decisions|age discrimination|protected classes"
            "|protected class|recruitment tool*|ai-powered hiring|video interview*|health insurance|insurance claims"
            "|insurance companies|utilization review|medical necessity|deny care|deny coverage|denials of care"
            "|coverage decisions|claim denials|denial of care|automated decisionmaking"
        ),
        1.2: (
            "bias|biased|hiring|lending|housing|fairness|credit|employers|recruit*|equality|fundamental rights"
            "|benefits|landlords|insurers|screening|tenants"
        ),
    },
    "privacy_data": {
        3.0: (
            "=GDPR|=DSGVO|=RGPD|privacy|personal data|data protection|data breach*|legal basis|opt out|opt-out"
            "|data subject*|legitimate interest*|data privacy|personal information|user data"
            "|personenbezogen*"
            "|données personnelles|protection des données|=EDPB"
            "|train its ai on|europeans' data|users' posts|voice recordings|cross-border data"
            "|age verification failures|privacy law"
        ),
        2.0: ("=CNIL|=Garante|=PIPC|=DPA|privacy watchdog"),
        2.15: ("privacy commissioner"),
        1.6: (
            "data protection authority|data protection commission|data protection board"
            "|information commissioner|privacy regulator"
        ),
        1.0: (
            "consent|user posts|data scraping|scraping|transparency obligations|data transfers|datenschützer"
            "|users' data"
        ),
    },
    "biometrics_policing": {
        4.2: (
            "ai in law enforcement|ai by law enforcement|ai surveillance|judicial approval|facial recognition"
            "|face recognition|video surveillance|reconnaissance faciale|gesichtserkennung*"
            "|=Clearview"
        ),
        3.5: (
            "ki-überwachung*|mitarbeiterüberwachung|überwachungssoftware|palantir|palantir-gesetz*|polizeisoftware"
            "|polizeigesetz*|automatisierte datenanalyse"
            "|automatisierten datenanalyse|biometric*|emotion recognition|predictive policing"
            "|live facial recognition|face scans|face-scanning"
            "|vidéosurveillance algorithmique|algorithmic video surveillance|videoüberwachung"
            "|faceprints|iris scan*|iris-scan*|facial images|biometri*|facial-recognition|reconnaissance biométrique"
            "|remote biometric|gait recognition|wrongful arrest*|caméras augmentées|=Worldcoin|mass surveillance"
        ),
        1.2: (
            "surveillance|law enforcement|police|policing|border control|cctv|polizei|police forces|caméras|cameras"
            "|photo database|shoplift*"
        ),
    },
    "deepfakes_content": {
        3.7: (
            "elections from deceptive|deceptive election|political ads|political ad|political advertis*|campaign ads"
            "|campaign advertis*|take it down act"
            "|defiance act|=TIDA|deepfake*|deep fake*|synthetic media"
            "|ai generated images|watermark*|nudif*"
            "|undress*|intimate image*|intimate imagery|non-consensual|nonconsensual|ai-generated robocall*"
            "|labelling of ai|labeling of ai|ai labels|label ai*|synthetic content|content provenance|hypertrucage*"
            "|voice clon*|ai-generated voice*|deep synthesis|ai-generated videos|explicit images|sexualised images"
            "|sexualized images|fake images|revenge porn|ai-generated child|abuse images|abuse material"
            "|kennzeichnung*|ai-generated ads"
            "|ai-generated political|election deepfake*|synthetic performer*|ai actors|fake news|manipulated media"
            "|ai-generated images|ai-generated material"
            "|robocall*|labelling rules|labeling rules|ai-generated synthetic content|digital forger*|fake nudes"
            "|sexually explicit|marking and labelling"
        ),
        1.2: (
            "misinformation|disinformation|provenance|labeling|labelling|labels|elections|election|candidates|voters"
            "|political ads|online safety|platforms remove|fake videos"
        ),
    },
    "children_companions": {
        3.5: (
            "=GUARD Act|kids online safety act|=KOSA|=KIDS Act|app store accountability act|anthropomorphic*"
            "|human-like interact*|humanlike interact*|human-like ai|humanlike ai"
            "|emotional companion*|emotional interaction|companion chatbot*|ai companion*|companion apps"
            "|companion ai|self-harm|suicide|age verification"
            "|age checks|minors|teen safety|teenager*|teens|child safety|children's safety|child protection|kids"
            "|age assurance|underage|under-18s|under 18|jugendschutz|mineurs|chatbots with children"
            "|parental controls|parental consent|children online|protect children|protecting children|minderjährige*"
            "|ai toys|emotional dependence"
        ),
        2.4: ("ai therapy|ai therapist*|ai therapists|mental health chatbot*|therapy chatbot*|therapists|therapist"),
        2.8: ("school district*|=K-12|school board*|departments of education|school ai"),
        2.0: ("character.ai|=Replika|character ai"),
        1.4: ("in schools|in classrooms"),
        1.3: (
            "children|child|teen|parents|school|schools|students|schüler*|kinder|enfants|young users|young people"
            "|mental health"
        ),
    },
    "copyright_ip": {
        3.5: (
            "erfinder*|patentamt|copyright*|contenus culturels|ayants droit|propriété intellectuelle|œuvres protégées"
            "|geistiges eigentum|geistigen eigentums|fair use|text and data mining|pirated|likeness"
            "|digital replica*|royalt*|patent*|inventor"
            "|inventorship|authorship|right of publicity|authors guild|urheber*|text und data mining"
            "|fouille de textes|verwertungsgesellschaft*|œuvres|droit d'auteur|droits d'auteur"
            "|rights holders|rightsholders|intellectual property|rights-holders|record labels|music publishers"
            "|songwriters|song lyrics|no fakes|elvis act|copyright office|training data licens*|publicity rights"
            "|=GEMA|shadow libraries|creative industries|droits voisins|author's rights|book authors"
            "|copyright infringement"
        ),
        1.6: (
            "voice theft|voice clon*|dubbing|voice actors|creative workers|studios|plagiar*|characters|disney"
            "|=Getty|=Midjourney|record labels sue|shutterstock"
        ),
        1.5: (
            "authors|artists|musicians|publishers|licensing|creators|novelists|news publishers|photographers"
            "|voice actors|trademark|performers|generated art|news organi*|lyrics|infring*|infringement"
        ),
    },
    "consumer_competition": {
        3.0: (
            "false and misleading|misleading statements|deceptive trade|deceptive marketing|consumer protection|=DMA"
            "|digital markets act|preferential treatment|interoperab*|anticompetitive|anti-competitive|open up"
            "|antitrust|competition authority|competition watchdog|competition regulator|merger*|deceptive"
            "|unfair practices|unfair or deceptive|consumer protection|defraud*|gatekeeper*|monopol*"
            "|false claims about|misleading claims|ai washing|ai-washing|exaggerated claims|overstated|fake reviews"
            "|market power|competition and markets authority|price fixing|algorithmic pricing|kartellamt"
            "|bundeskartellamt|autorité de la concurrence|anti-competitive|anticompetitive|digital markets act"
            "|competition law|abuse of dominan*|surveillance pricing|consumer watchdog|deceived|deceiving"
            "|business opportunity|dominant position|robot lawyer|wettbewerb*|deceptive ai|price-fixing"
            "|misled investors|misled consumers|rent pricing|algorithmic rent|rent-setting|realpage|=RealPage"
            "|false claims"
        ),
        1.0: (
            "consumers|competition|consumer|=FTC|customers|partnerships between|federal trade commission|=CMA"
            "|claims about its ai|unfair|scheme|interoperab*"
        ),
    },
    "chips_trade": {
        3.5: (
            "export control*|export ban*|export curbs|export restriction*|export licen*|export rule*|chip export*"
            "|ai chips|ai chip|advanced chips|semiconductor*|diffusion rule|diffusion framework|entity list"
            "|chip smuggling|smuggl*|model weights|chip curbs|chip ban|chip sales|ai diffusion"
            "|advanced computing chips|exports of chips|chip restrictions|exportkontrolle*|chipmaking|h20|h200|h100"
            "|blackwell|exports to china|chips to china|export of ai|ai exports|chip tariffs|high-bandwidth memory"
            "|lithograph*|location verification|chip security|american ai exports|gain ai act|ai chip exports"
            "|halbleiter*|semi-conducteurs|chips act|compute thresholds"
        ),
        1.3: (
            "chips|chip|nvidia|huawei|tariff*|supply chain*|=ASML|=TSMC|=SMIC|=GPUs|export|exports|cloud access|=AMD"
        ),
    },
    "national_security_defence": {
        3.5: (
            "military|autonomous weapon*|killer robots|pentagon|department of defense|defense department"
            "|ministry of defence|armed forces|warfare|weapon*|battlefield|intelligence community"
            "|intelligence agenc*|cyberattack*|cyber attack*|biosecurity|bioweapon*|biological weapon*"
            "|nuclear command|nuclear weapon*|national security memorandum|defence ministry|war department|drones"
            "|lethal autonomous|responsible military use|national security systems|militär*|bundeswehr|armée|=REAIM"
            "|department of war|=NATO|supply chain risk|waffensysteme|defence contractors"
        ),
        1.2: (
            "national security|defence|defense|cyber|cybersecurity|espionage|security services|spies|army|soldiers"
            "|sécurité nationale|classified"
        ),
    },
    "government_use": {
        3.9: (
            "crown court|tax authorities|court backlogs|federal procurement|government procurement"
            "|public procurement|purchasing ai"
        ),
        3.0: (
            "federal agencies|public sector|procurement|government use|use by government|civil service"
            "|civil servants|state agencies|agency use|ai inventory|use case inventory|inventory of ai"
            "|government departments|public services|chief ai officer*|public administration|use of ai in government"
            "|federal government's use|federal use of ai|government agencies|verwaltung*|administration publique"
            "|öffentliche verwaltung|courts' use|judicial use|judges using|use in court|public bodies"
            "|whitehall departments|government-wide|federal procurement|agents publics"
            "|algorithmic transparency record*|local councils|councils use|government chatbot|agencies to"
            "|agencies must|woke ai|ai in government|usai|federal employees|state devices|government devices"
            "|state employees|use of ai by courts|filings|state offices|state phones|government phones|state-issued"
            "|state-owned devices|city staff|city departments|acceptable-use policy"
            "|acceptable use policy|legislative branch"
            "|fake cases|fake case citation*|fake citation*|fabricated case*|bogus citation*|fictitious citation*"
            "|fictitious case*|nonexistent case*|hallucinated citation*|made-up cases|state government"
            "|executive-branch agencies"
            "|executive branch agencies|city agencies|city employees|government operations"
            "|public employees|federal government ai|federal ai use|agency ai|government-wide requirements"
        ),
        1.0: (
            "agencies|departments|officials use|ministries|public bodies|courts|lawyers|fabricated citations"
            "|fake citations|fake cases|councils|taxpayer|tenders"
        ),
    },
    "labour_skills": {
        3.0: (
            "workers|workforce|labor market|labour market|layoffs|layoff|job losses|job displacement|reskill*"
            "|upskill*|ai skills|skills training|ai literacy|ai education|unions|union|worker surveillance"
            "|employees' rights|jobs lost|future of work|arbeitsplätze|arbeitnehmer*|betriebsrat|salariés"
            "|apprentice*|train teachers|teacher training|curriculum|labour unions|trade unions"
            "|collective bargaining|gig workers|platform workers|emplois|compétences|kompetenzen|weiterbildung"
            "|job cuts|bosses|robo bosses|robot bosses"
        ),
        1.8: ("workplace"),
        1.0: (
            "jobs|labor|labour|employment|skills|employees|teachers|training programme|training program|education"
            "|students|weiterbildungen|literacy"
        ),
    },
    "infrastructure_investment": {
        2.6: (
            "gas turbines|turbines|power plant*|ratepayers|utility bills|utility rates|electricity rates|power bills"
            "|electric bills|electricity bills|utilities commission|public service commission|large-load|large load"
            "|cloud and ai development act|annonces d'investissement|investissement*|infrastructures nécessaires"
            "|capacité de calcul|rechenkapazität*"
        ),
        3.0: (
            "data center*|data centre*|datacenter*|datacentre*|gigafactor*|supercomputer*|compute cluster*|stargate"
            "|ai infrastructure|growth zone*|computing power|public compute|research hub*|sovereign compute"
            "|ai factories|ai factory|rechenzentr*|centres de données|ai investment|invest in ai|investment in ai"
            "|ai fund|national ai research resource|=NAIRR|energy demand|electricity demand|power grid|sovereign ai"
            "|research funding|venture fund|ai continent|computing infrastructure|compute capacity|public investment"
            "|compute power|ai gigafactories|ki-gigafactor*|investir|supercalculateur*|genesis mission"
            "|billion for ai|million for ai|fund for ai|start-ups with|indiaai mission|billion to build"
            "|compute access"
        ),
        1.0: (
            "billion|invest|investment|investments|funding|energy|electricity|grants|grid|start-ups|startups"
            "|milliarden|milliards|millionen|megawatt*|gigawatt*|research money|innovation fund"
        ),
    },
    "international_governance": {
        3.0: (
            "un general assembly|general assembly|=G7|=G20|ai summit|ai action summit"
            "|ai impact summit|treaty|framework convention|council of europe|international treaty"
            "|global dialogue|scientific panel|global digital compact|hiroshima*|bilateral|world leaders|=BRICS"
            "|=ASEAN|african union|multilateral|nations sign|countries sign|international agreement"
            "|joint declaration|global governance|international cooperation|summit declaration|global ai governance"
            "|convention on artificial intelligence|un resolution|world ai cooperation|gipfel|ki-gipfel"
            "|sommet pour l'action|vereinte nationen|traité|europarat|conseil de l'europe|nations unies|signatories"
            "|nations agree|technology prosperity deal"
        ),
        2.0: ("=OECD|=UNESCO|united nations"),
        2.5: (
            "work together|join forces|cooperate|cooperation on|deepen cooperation|team up"
            "|technology security agreement"
        ),
        2.2: ("memorandum of understanding|both nations|both countries|two countries|two nations"),
        1.4: (
            "summit|declaration|convention|partnership with|international|global|diplomatic|ratif*|allies|worldwide"
            "|resolution|pact"
        ),
    },
}

# Phrases that keep their words from proving anything.
NOT_TOPICS: Final = (
    "consumer financial protection bureau|global leader|global competition|global race|global economy|global ai race"
    "|global leadership"
    "|privacy protection agency|california privacy agency|labour mp|labour mps|labour party|labour peer"
    "|labour government|labour lord|labour leader|labor party|labor mp"
    "|labor government|global affairs|european union|african union|soviet union|state of the union|union européenne"
    "|europäische union"
    "|western union"
    "|credit union|trade union congress|new media|school of law|law school|high school|old school|business school"
    "|medical school|stanford law school|harvard law school|london school of economics|potato chips|military academy"
    "|labour party|labour government|labor party|labour mps|fine print|election year|office holders|interest rates"
    "|jobs report|steve jobs|british columbia|kid rock|children's books|security conference|climate convention"
    "|democratic national convention|republican national convention|party convention|munich security conference"
)
