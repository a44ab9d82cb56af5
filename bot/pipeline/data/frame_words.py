"""Words that prove a topic, an instrument or a stage, each with its weight; read by `pipeline.frame`."""

from __future__ import annotations

from typing import Final

# id -> weight -> phrases in the syntax of `phrases.Lexicon`, divided by |.
# 3: says it outright. 2: usually means it. 1: fits it. Below 1: only tips the balance.
Table = dict[str, dict[float, str]]

TOPICS: Final[Table] = {
    "frontier_safety": {
        3.0: (
            "frontier ai|frontier model*|frontier developers|frontier artificial intelligence|ai safety"
            "|safety institute|security institute|=AISI|=CAISI|red teaming|red-team*|red team|model evaluation*"
            "|evaluation of models|model testing|testing of advanced|catastrophic risk*|existential risk*"
            "|catastrophic harm*|general purpose ai|=GPAI|foundation model*|superintelligence|loss of control"
            "|ai whistleblower*|critical safety incident*|kill switch|safety testing|most powerful ai"
            "|most powerful models|most advanced ai|powerful ai models|safety framework*|dangerous capabilit*"
            "|safety of artificial intelligence|ai-sicherheit|ki-sicherheit|sicherheitsinstitut|systemic risk*"
            "|sb 1047|sb 53|raise act|bletchley*|pre-deployment|model evaluations|advanced ai systems"
            "|existential threat|ai security institute|center for ai standards and innovation|sécurité de l'ia"
            "|ai-safety|international ai safety report|safety summit|seoul declaration|safety and security of ai"
        ),
        2.5: ("ai security|security of artificial intelligence"),
        1.5: (
            "extinction|whistleblower*|safety tests|catastroph*|existential|capabilit* evaluations|misalign*"
            "|safety incidents|evaluations|advanced ai|most capable"
        ),
    },
    "comprehensive_regulation": {
        3.0: (
            "eu ai act|=AI Act|ai basic act|ai promotion act|artificial intelligence act|high-risk|high risk ai"
            "|risk-based|state ai laws|state ai law|preempt*|ai moratorium|moratorium on state|ai law|ai bill"
            "|comprehensive ai|ai regulation|ai regulations|regulatory framework|ai governance|ai legislation"
            "|regulate ai|regulating ai|regulation of artificial intelligence|digital omnibus|prohibited ai"
            "|prohibited practices|stop the clock|ai rulebook|ki-verordnung|ki-gesetz|règlement sur l'ia"
            "|ki-marktüberwachung*|hochrisiko*|haut risque|artificial intelligence and data act|ai rules"
            "|law on artificial intelligence|artificial intelligence law|ai liability"
            "|executive order on artificial intelligence|colorado ai act|ai framework|marktüberwachung*|ai sandbox*"
            "|regulatory sandbox*|national ai law|patchwork|ki-regulierung|régulation de l'ia|encadrer l'ia"
            "|ai policy framework|removing barriers|unacceptable risk|market surveillance|management system"
            "|risk management framework|ai risk management|trustworthy ai|responsible ai|ai action plan"
            "|national ai strategy|ai promotion"
        ),
        2.4: (
            "ai standards|european ai standards|high-impact ai|high-impact systems|state ai|ai regulators|ai act's"
            "|supervisory authorit*|ai supervision|cen-cenelec"
        ),
        1.2: (
            "risk classes|ten-year ban|10-year moratorium|moratorium|national ai|deregulat*|light-touch"
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
        ),
        1.2: (
            "bias|biased|hiring|lending|housing|fairness|credit|employers|recruit*|equality|fundamental rights"
            "|benefits|landlords|insurers|screening|tenants"
        ),
    },
    "privacy_data": {
        3.0: (
            "=GDPR|=DSGVO|=RGPD|privacy|personal data|data protection|data breach*|legal basis|opt out|opt-out"
            "|data subject*|=DPA|legitimate interest*|data privacy|privacy watchdog|personal information|user data"
            "|data protection authority|data protection commission|datenschutz*|personenbezogen*"
            "|données personnelles|protection des données|information commissioner|=CNIL|=Garante|=EDPB|=PIPC"
            "|train its ai on|europeans' data|users' posts|voice recordings|cross-border data|data protection board"
            "|age verification failures|privacy regulator|privacy commissioner|privacy law"
        ),
        1.0: (
            "consent|user posts|data scraping|scraping|transparency obligations|data transfers|datenschützer"
            "|users' data"
        ),
    },
    "biometrics_policing": {
        3.5: (
            "facial recognition|face recognition|biometric*|emotion recognition|predictive policing"
            "|live facial recognition|=Clearview|clearview|gesichtserkennung*|face scans|face-scanning"
            "|reconnaissance faciale|vidéosurveillance algorithmique|algorithmic video surveillance|videoüberwachung"
            "|faceprints|iris scan*|iris-scan*|facial images|biometri*|facial-recognition|reconnaissance biométrique"
            "|remote biometric|gait recognition|wrongful arrest*|caméras augmentées|=Worldcoin|mass surveillance"
        ),
        1.2: (
            "surveillance|law enforcement|police|policing|border control|cctv|polizei|police forces|caméras|cameras"
            "|photo database|shoplift*"
        ),
    },
    "deepfakes_content": {
        3.5: (
            "deepfake*|deep fake*|synthetic media|ai-generated content|ai generated images|watermark*|nudif*"
            "|undress*|intimate image*|intimate imagery|non-consensual|nonconsensual|ai-generated robocall*"
            "|labelling of ai|labeling of ai|ai labels|label ai*|synthetic content|content provenance|hypertrucage*"
            "|voice clon*|ai-generated voice*|deep synthesis|ai-generated videos|explicit images|sexualised images"
            "|sexualized images|fake images|revenge porn|ai-generated child|kennzeichnung*|ai-generated ads"
            "|ai-generated political|election deepfake*|manipulated media|ai-generated images|ai-generated material"
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
            "companion chatbot*|ai companion*|companion apps|companion ai|self-harm|suicide|age verification"
            "|age checks|minors|teen safety|teenager*|teens|child safety|children's safety|child protection|kids"
            "|age assurance|underage|under-18s|under 18|jugendschutz|mineurs|chatbots with children"
            "|parental controls|parental consent|children online|protect children|protecting children|minderjährige*"
            "|ai toys|emotional dependence"
        ),
        2.0: ("character.ai|=Replika|character ai"),
        1.4: ("in schools|in classrooms"),
        1.3: (
            "children|child|teen|parents|school|schools|students|schüler*|kinder|enfants|young users|young people"
            "|mental health"
        ),
    },
    "copyright_ip": {
        3.5: (
            "copyright*|fair use|text and data mining|pirated|likeness|digital replica*|royalt*|patent*|inventor"
            "|inventorship|authorship|right of publicity|authors guild|urheberrecht*|droit d'auteur|droits d'auteur"
            "|rights holders|rightsholders|intellectual property|rights-holders|record labels|music publishers"
            "|songwriters|song lyrics|no fakes|elvis act|copyright office|training data licens*|publicity rights"
            "|=GEMA|shadow libraries|creative industries|droits voisins|author's rights|book authors"
            "|copyright infringement"
        ),
        1.6: ("studios|plagiar*|characters|disney|=Getty|=Midjourney|record labels sue|shutterstock"),
        1.5: (
            "authors|artists|musicians|publishers|licensing|creators|novelists|news publishers|photographers"
            "|voice actors|trademark|performers|generated art|news organi*|lyrics|infring*|infringement"
        ),
    },
    "consumer_competition": {
        3.0: (
            "antitrust|competition authority|competition watchdog|competition regulator|merger*|deceptive"
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
            "chips|chip|nvidia|huawei|tariff*|supply chain*|=ASML|=TSMC|=SMIC|=GPUs|export|exports|cloud access"
            "|sanctions|=AMD"
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
        3.0: (
            "federal agencies|public sector|procurement|government use|use by government|civil service"
            "|civil servants|state agencies|agency use|ai inventory|use case inventory|inventory of ai"
            "|government departments|public services|chief ai officer*|public administration|use of ai in government"
            "|federal government's use|federal use of ai|government agencies|verwaltung*|administration publique"
            "|öffentliche verwaltung|courts' use|judicial use|judges using|use in court|public bodies"
            "|whitehall departments|government-wide|federal procurement|agents publics"
            "|algorithmic transparency record*|local councils|councils use|government chatbot|agencies to"
            "|agencies must|woke ai|ai in government|usai|federal employees|use of ai by courts|filings"
        ),
        1.0: (
            "agencies|departments|officials use|ministries|public bodies|courts|lawyers|fabricated citations"
            "|fake citations|fake cases|councils|taxpayer|tenders"
        ),
    },
    "labour_skills": {
        3.0: (
            "workers|workforce|labor market|labour market|layoffs|layoff|job losses|job displacement|reskill*"
            "|upskill*|ai skills|skills training|ai literacy|ai education|unions|union|worker surveillance|workplace"
            "|employees' rights|jobs lost|future of work|arbeitsplätze|arbeitnehmer*|betriebsrat|salariés"
            "|apprentice*|train teachers|teacher training|curriculum|labour unions|trade unions"
            "|collective bargaining|gig workers|platform workers|emplois|compétences|kompetenzen|weiterbildung"
            "|job cuts|bosses|robo bosses|robot bosses"
        ),
        1.0: (
            "jobs|labor|labour|employment|skills|employees|teachers|training programme|training program|education"
            "|students|weiterbildungen|literacy"
        ),
    },
    "infrastructure_investment": {
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
            "united nations|un general assembly|general assembly|=OECD|=G7|=G20|ai summit|ai action summit"
            "|ai impact summit|treaty|framework convention|council of europe|=UNESCO|international treaty"
            "|global dialogue|scientific panel|global digital compact|hiroshima*|bilateral|world leaders|=BRICS"
            "|=ASEAN|african union|multilateral|nations sign|countries sign|international agreement"
            "|joint declaration|global governance|international cooperation|summit declaration|global ai governance"
            "|convention on artificial intelligence|un resolution|world ai cooperation|gipfel|ki-gipfel"
            "|sommet pour l'action|vereinte nationen|traité|europarat|conseil de l'europe|nations unies|signatories"
            "|nations agree|technology prosperity deal"
        ),
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

INSTRUMENTS: Final[Table] = {
    "law": {
        3.0: (
            "senate bill|house bill|assembly bill|bill|bills|legislation|signed into law|signs law|ai bill|ai law"
            "|gesetzentwurf|gesetzesentwurf|projet de loi|proposition de loi|draft law|statute|legislative proposal"
            "|ai basic act|ai promotion act|raise act|take it down act|no fakes act|elvis act|ordinance|omnibus"
            "|law on artificial intelligence|artificial intelligence law|moratorium|amendment|provisional agreement"
            "|=GUARD Act|chip security act|gain ai act|defiance act|=C-27|bill c-27|ki-gesetz|proyecto de ley"
            "|projeto de lei|durchführungsgesetz|colorado ai act|referentenentwurf|umsetzungsgesetz"
            "|liability directive|state ai laws|=Act's|=LIDER|crimes bill|criminal offence|make it a crime"
            "|make it illegal|criminali*"
        ),
        2.2: ("approved a bill|adopts bill|government bill"),
        1.8: (
            "law|laws|gesetz|gesetze|loi|lois|directive|richtlinie|amendments|lawmakers|legislature|legislator*"
            "|parliament|national assembly|senate|bundestag|veto*|eu ai act|=AI Act|=AI Bill|=AI ACT|ki-verordnung"
            "|règlement sur l'ia|règlement européen sur l'ia|statutory|enacts|enacted|ley|legally binding rules"
            "|rules for general-purpose"
        ),
        1.6: ("bans|ban|ban on|crime|offence|lawmakers pass"),
        1.0: (
            "=Act|congress|senators|senator|meps|legislative|artificial intelligence act|statutes|member states"
            "|loi européenne"
        ),
    },
    "regulation": {
        3.2: (
            "adopted a ruling|declaratory ruling|adopts ruling|rules on|final regulations|finalizes rules"
            "|finalises rules|finalized rules|finalizes regulations|finalized regulations"
        ),
        3.0: (
            "proposed rule|final rule|rulemaking|interim measures|administrative measures|measures for"
            "|draft measures|provisions on|delegated act|implementing act|implementing regulation*"
            "|secondary legislation|proposed regulation*|proposed regulations|regulations requiring"
            "|final regulations|finalizes regulations|finalises regulations|notice of proposed rulemaking"
            "|draft regulations|draft rules|enforcement decree|binding rules|interim final rule|rule requiring"
            "|labelling measures|labeling measures|measures on|implementing rules|durchführungsverordnung|décret"
            "|verordnungsentwurf|new regulations|civil rights council|rule banning|ruling that ai-generated"
            "|declaratory ruling|circular|bulletin|amendments to it rules|it rules|agency rules|mandatory rules"
            "|contract clause|procurement rule|proposed clause"
        ),
        1.4: ("=FCC|regulators adopt|privacy agency"),
        1.2: (
            "regulations|measures|rules|provisions|rule|requirements|regulators adopt|labelling rules|labeling rules"
        ),
    },
    "executive_order": {
        3.5: (
            "executive order*|presidential memorandum|national security memorandum|presidential decree"
            "|government decree|proclamation|=E.O.|exekutivanordnung|décret présidentiel|präsidialdekret"
            "|executive orders|ai order|executive action|dekret|decree|signs order|signed order|signs an order"
            "|signed an order|order aimed|order to block|signs orders|trump order|trump's order|biden's order"
        ),
    },
    "treaty": {
        3.3: (
            "treaty|framework convention|legally binding international|legally binding treaty|legally binding"
            "|international convention|ai convention|traité|convention-cadre|rahmenübereinkommen|ki-konvention"
            "|convention on artificial intelligence|vertrag über"
        ),
        1.5: ("convention|protocol|ratif*"),
    },
    "agreement": {
        3.0: (
            "memorandum of understanding|memorandum of cooperation|memoranda of understanding|=MoU|=MOU|mou"
            "|technology prosperity deal|bilateral agreement|bilateral deal|cooperation agreement|absichtserklärung"
            "|protocole d'accord|letter of intent|statement of intent|tech deal|technology deal|ai deal"
            "|partnership agreement|agreements with|sign agreement*|signed agreement*|signs agreement*|pact with"
            "|strategic partnership|abkommen|signs deal|sign deal|signed a deal|signs a deal|strikes deal with"
            "|signs pact|sign pact|sign agreements|signs agreements|deal to|signs partnership"
        ),
        1.5: ("partnership|agreement|pact|accord|deal with|deal|agreements|partner|partners"),
    },
    "declaration": {
        3.0: (
            "declaration|joint statement|communiqué|communique|un resolution|general assembly resolution|resolution"
            "|pledge|seoul commitments|voluntary commitments|joint declaration|abschlusserklärung|erklärung"
            "|déclaration|statement on inclusive|political declaration|guiding principles|call to action|principles"
        ),
        1.5: ("statement|commitments|pledges|open letter|commitment|summit|leaders agree"),
    },
    "standard": {
        3.2: (
            "=ISO|=IEC|iso/iec|=ETSI|=CEN-CENELEC|technical standard*|risk management framework|harmonised standard*"
            "|harmonized standard*|gb 45438|technical specification*|mandatory national standard*|national standard*"
            "|norm*|=IEEE|international standard*|nist ai rmf|=AI RMF|ai standard|new standard"
        ),
        1.6: ("standard|standards|specification*|=NIST|zero draft*|standardi*|certification"),
    },
    "guidance": {
        3.0: (
            "guidelines|guidance|code of practice|code of conduct|advisory|best practices|playbook|advisory opinion"
            "|opinion on|leitlinien|orientierungshilfe|handreichung|lignes directrices|recommandations"
            "|recommendations for|fiches pratiques|voluntary guardrails|voluntary standard|voluntary code"
            "|voluntary framework|model framework|governance framework|frequently asked questions|toolkit|checklist"
            "|principles for|good practice|memo to agencies|memorandum to agencies|=M-24-10|=M-25-21|=M-25-22"
            "|verhaltenskodex|verhaltenskodizes|code de bonnes pratiques|legal alert*"
        ),
        2.5: (
            "tells agencies|directs agencies|instructs agencies|updates policy|policy on|revised directive"
            "|dod directive|memo|memos"
        ),
        1.4: (
            "framework|recommendations|principles|practice|guide|memo|empfehlungen|opinion|bulletin|code"
            "|self-assessment|new rules for police|rules for police|joint statement"
        ),
    },
    "strategy": {
        3.0: (
            "strategy|action plan|white paper|roadmap|blueprint|masterplan|master plan|green paper|national plan"
            "|strategie|aktionsplan|stratégie|plan d'action|feuille de route|ki-strategie|national ai plan|apply ai"
            "|continent plan|five-year plan|weißbuch|livre blanc|industrial strategy|ai plus initiative|agenda"
            "|policy paper|hightech agenda"
        ),
        1.3: ("plan|vision|plans|policy framework|national policy|initiative"),
    },
    "enforcement": {
        3.2: (
            "fines|fined|fine|penalty|penalties|consent order|consent decree|enforcement action*|enforcement notice"
            "|formal investigation|opens investigation|launches investigation|opened an investigation"
            "|investigation into|investigation|probe|probes|crackdown|cracks down|cracked down|sanction|sanctioned"
            "|cease and desist|order to stop|bans rite aid|bußgeld|geldbuße|millionenstrafe|amende|amendes"
            "|sanctionne|mise en demeure|settles with|settle charges|charged with|settlement with|ordered to delete"
            "|temporary ban|temporarily blocks|temporarily bans|temporary limitation|suspends processing"
            "|investigates|investigating|raids|raid|dawn raid|searched|prüfverfahren|ermittel*|ermittlungsverfahren"
            "|enquête|perquisition|warning letter*|civil investigative demand*|complaint against|settlement|multa"
            "|formal complaint|suspended|urgency proceedings|bars|barred|found breach|unlawful processing|reprimand"
            "|reprimanded|statement of objections|preliminary findings|subpoena*|arrested"
        ),
        2.6: ("to pay texas|settlement the largest"),
        2.5: (
            "suspends|suspend|suspends downloads|halts downloads|blocks access|pulls app|removed from app stores"
            "|orders meta|orders openai|orders x to"
        ),
        2.2: ("settle|settles"),
        2.0: ("notices|legal notice|information notices|transparency notices|dawn raid"),
        1.8: (
            "=FTC|=EEOC|=ICO|=CNIL|=Garante|data protection authority|information commissioner|privacy regulator"
            "|privacy watchdog|competition authority|antitrust regulators|=CMA|=SEC|=Ofcom|attorney general"
            "|competition regulator"
        ),
        1.4: (
            "complaint|enforcement|ordered|violated|violations|breach of|charges|regulator|watchdog|orders|blocks"
            "|banned|bans|ban|inquiry|aufsichtsbehörde|alleged|accuse*"
        ),
    },
    "court": {
        3.2: (
            "lawsuit*|sues|sued|suing|suit|judge|judges|court|courts|ruling|injunction|appeals court|supreme court"
            "|high court|appeal|plaintiff*|verdict|class action|district court|class-action|summary judgment|jury"
            "|landgericht|oberlandesgericht|bundesgerichtshof|urteil|gericht|klage|verklagt|klagt|tribunal"
            "|cour d'appel|conseil d'état|conseil constitutionnel|court of justice|restraining order|dismisses"
            "|legal challenge|lawsuits|court ruling|plainte|rules against|ruled that|cour|sentenced|trial|litigation"
            "|motion to dismiss|jugement|assigne en justice|convicted|in court|attorney general sues|copyright suit"
            "|prozess"
        ),
        1.0: ("alleg*|settlement|settle|settles|damages|counsel|legal action|defendants"),
    },
    "funding": {
        3.0: (
            "funding|grant|grants|budget|invests|to invest|will invest|investment|invest|public investment|tender"
            "|procurement contract|fonds|förderung|fördert|fördermittel|subsid*|funding call|investing|million to"
            "|billion to|seed money|million for|billion for|milliarden|milliards|awarded|awards|haushalt"
            "|appropriations|appropriates|to spend|spends|earmarks|allocates|pledges million|pledges billion"
        ),
        2.2: ("contracts|awarded contract|wins contract|contract worth"),
        1.2: ("million|billion|millionen|millions|funded|fund|spending|finance|backing|spend|pledges|supercomputer"),
    },
    "institution": {
        3.0: (
            "safety institute launched|creates office|new office|new agency|new body|task force|appointed|appoints"
            "|named|names|renames|renamed|rebrand*|rebrands|rebranded|launches institute|new institute"
            "|advisory board|advisory body|steps down|resigns|resigned|fired|fires|to head|to lead|new unit"
            "|inaugural meeting|scientific panel|ai council|advisory council|new commission|creation of|disband*"
            "|dissolve*|staff cuts|layoffs at|ai minister|joins as|new director|gründet|ernennt|crée|nomme|instituts"
            "|institut national|ernannt|ai czar|inaugurates|new department|panel of experts|reorganis*|reorganiz*"
            "|council of experts|expert council|director of|new ministry|dismiss*"
        ),
        2.2: ("set up|sets up"),
        1.8: ("appoint"),
        1.4: ("chief ai officer*|organisation|organization|new body"),
        1.2: (
            "establishes|established|institute|office|agency|board|committee|commission|body|launches|panel|council"
            "|authority|center|centre|department|unit|network"
        ),
    },
    "trade_control": {
        3.6: (
            "export control*|export ban*|export curbs|export restriction*|export licen*|export rule*|entity list"
            "|diffusion rule|diffusion framework|licence requirement*|license requirement*|tariff*|chip curbs"
            "|chip ban|chip exports|export of|exports of|ai diffusion|export|exports|exportkontrolle*"
            "|exportbeschränkung*|contrôle des exportations|restrictions à l'exportation|outbound investment"
            "|blacklist*|trade restrictions|chip export*"
        ),
        2.5: (
            "chip sales|sales of chips|sell chips|chips to china|chip licences|chip licenses|sales of h20|h20 chips"
            "|sale of chips|sales to china|licences to sell|licenses to sell|bans exports|export permits"
        ),
    },
    "report": {
        3.0: (
            "study|audit|hearing|inquiry|testimony|survey|testifies|testified|testify|ai index|finds|bericht|studie"
            "|rapport|étude|anhörung|watchdog finds|findings|review finds|evaluation finds|report finds"
            "|warns in report|annual report|select committee|gutachten|market study|fact-finding|poll|6(b)"
            "|discussion paper|peer review|commission d'enquête|auditors|a report|the report|new report|report says"
            "|report said|report found|its report|in a report|report by|report from|latest report|final report"
            "|watchdog report|reports that"
        ),
        2.0: (
            "=GAO|auditors|national audit office|inspector general|audit office|think tank|researchers tested|looked at"
        ),
        1.3: ("index|analysis|paper|assessment|review|researchers|experts|warns|testing|inquiries"),
        1.0: ("report"),
    },
}

STAGES: Final[Table] = {
    "repealed": {
        3.2: (
            "rescinds|rescinded|rescinding|revokes|revoked|revoking|repeals|repealed|repealing|scraps rule|scrapped"
            "|scraps|abolishes|abolished|expired|pulls plug|withdraws directive|withdrew the proposal"
            "|withdraws proposal|withdrawn by|formally withdrawn|withdraws the|withdraw ai liability|hebt auf"
            "|aufgehoben|abroge|abrogé|abrogation|retire*|rolls back|rolled back|kills rule|tears up|undoes"
            "|revocation|axes|axed|zieht zurück|zurückgezogen|retiré"
        ),
        2.0: ("rescind|revoke|repeal|scrap|abolish|withdraw|replaced by|replaces|lapse*|ends|withdraws|dropped"),
    },
    "struck_down": {
        3.3: ("court halts|judge halts|halts use"),
        3.2: (
            "struck down|strikes down|preliminary injunction|injunction|blocked by a judge|judge blocks"
            "|judge blocked|judge halts|court blocks|court blocked|unconstitutional|invalidates|invalidated|annuls"
            "|annulled|overturns|overturned|temporarily blocked|restraining order|judge strikes|court strikes"
            "|court suspends|enjoins|enjoined|censure|verfassungswidrig|kippt|annule|inconstitutionnel"
            "|federal judge blocks|blocked the law|judge pauses|violates the first amendment|court stays"
        ),
        1.8: ("halts|halt|suspends law"),
    },
    "rejected": {
        3.4: (
            "vetoes|vetoed|veto|voted down|rejects|rejected|strips|stripped|strike the|struck from|refuses to sign"
            "|refused to sign|refuse to sign|declines to sign|declined to sign|decline to sign|won't sign"
            "|will not sign|did not sign|refusing to sign|snub*|shot down|drops proposed|failed to pass"
            "|fails to pass|fails to advance|dies in|died in|dies|died on the order paper|defeated|defeat|kills bill"
            "|killed|voted 99-1|99-1|votes to strip|strips ai|abandons|abandoned|opts out of signing|rejecting"
            "|abgelehnt|lehnt ab|rejette|rejeté|shelved|shelves|tabled indefinitely|withhold* signature|backs out"
            "|removed from the bill|dropped from|drop from|withdrawn from|votes against|voted against|fails in"
            "|stalls|scuttle*|turned down|opposes signing|strip|won't be signing|not signing|did not pass|opposes"
        ),
        1.5: ("declines|declined|refuses|refused|refusal|drops|dropped"),
    },
    "delayed": {
        3.4: (
            "delays|delayed|postpones|postponed|postponing|postpone|pauses|paused|stop the clock|stop-the-clock"
            "|pushes back|pushed back|push back|deferred|defers|extended deadline|extends deadline|delaying|delay"
            "|grace period|puts off|put off|until 2027|held up|deadline missed|verschiebt|verschoben|verschiebung"
            "|aufschub|reporte|reporté|report de l'application|suspends implementation|halts implementation|delay of"
            "|slips|on hold|put on hold|moves back|later than planned|one-year delay|pause on|push start"
            "|pushes start|pushed start|start later|months later than|later date|start date|move the date"
            "|gets more time|more time|new start date|postponement|stalled"
        ),
        3.0: ("will be late|behind schedule|be late|stretch into|not ready|missed deadline|run late"),
        1.3: ("pause|suspends|suspended|extension|wait until|miss deadline|misses deadline"),
    },
    "enforced": {
        3.2: (
            "court rules|judge rules|judges rule|court says|court finds|court lets|court orders|court rejects"
            "|tribunal rules|rejected an injunction|injunction sought|denies injunction|denied an injunction"
            "|denied the injunction|refuses injunction|judge lets|court allows|judge allows|judge orders"
            "|court convicts|judge dismisses|court dismisses|jury finds|found breached|gericht entscheidet"
        ),
        3.0: (
            "fines|fined|penalty|penalties|settles|settled|settlement|settle|investigates|investigated"
            "|opens investigation|launches investigation|opened an investigation|launches probe|opens probe"
            "|formal investigation|investigation into|investigation|investigating|probe|charged|charges|crackdown"
            "|cracks down|cracked down|ordered to|orders|ordered|sanctioned|sanctions|sanction|bans rite aid"
            "|banned from using|barred from|fine|bußgeld|geldbuße|amende|sanctionne|mise en demeure|cease and desist"
            "|enforcement action|temporary ban|temporarily bans|blocks deepseek|consent order|raids|raid"
            "|complaint against|found liable|found guilty|convicted|sentenced|jailed|verdict|ruled that|rules that"
            "|ruling|ruled|wins|won|loses|lost|judgment|sued by|warns companies|warning letters|sends letters"
            "|verurteilt|urteil|entschied|entschieden|condamne|condamné|blocked access|blocks access|breached"
            "|statement of objections|reprimand*|subpoena*|sweep|arrested|perquisition|ermittelt|enquête|prüft"
            "|untersagt|must delete|ordering|approves settlement|agreed to pay|agrees to pay|dismisses|dismissed"
            "|dismiss|upholds|upheld|rules against|multa|finds that|rejects claim*|rules in favor|rules in favour"
            "|sides with|tosses|sued|sues over ai law|attorney general sues|regulator sues|attorney general sued"
            "|prosecutors|emergency order|verstoßen|wrongful|ordered to pay|must pay|has to pay|will pay"
        ),
        2.4: ("suspends|suspended|suspends downloads|halts downloads"),
        1.7: ("bans|banned"),
        1.6: ("to pay|imposed the penalty|rules|served notice"),
    },
    "in_force": {
        3.4: (
            "begins enforcing|began enforcing|starts enforcing|started enforcing|begin enforcing|begins to enforce"
            "|started to enforce|starts to enforce|enforcement begins|enforcement starts|enforcement began"
            "|powers take effect|obligations apply|duties apply|ban applies|bans apply|bans take effect"
            "|first provisions apply|rules apply|rules kick in|start to bite"
        ),
        3.3: (
            "enters into force|entered into force|enter into force|comes into force|came into force|come into force"
            "|took effect|takes effect|take effect|taking effect|now applies|now apply|goes into effect"
            "|went into effect|gone into effect|in force since|begin to apply|began to apply|begins to apply"
            "|start to apply|starts applying|started applying|starts to apply|becomes applicable|became applicable"
            "|become applicable|tritt in kraft|in kraft getreten|treten in kraft|in kraft|gilt ab|gelten ab|gilt nun"
            "|entre en vigueur|entrée en vigueur|entrent en vigueur|est entré en vigueur|now in force|in effect"
            "|is now law|kick in|kicks in|kicked in|enforceable from|becomes law|becoming law|came into effect"
            "|comes into effect|come into effect|into effect|in force|starts today|began today|begin today"
            "|apply from today|start applying|now binding|kick in today"
        ),
        1.5: ("applies from|apply from|from today|effective immediately|effective today|applicable"),
    },
    "signed": {
        3.2: (
            "signed by|signed into law|signs into law|signs|signed|inks|inked|signing of|signing|signs law|ratifies"
            "|ratified|ratification|promulgated|promulgates|royal assent|into law|unterzeichnet|unterzeichneten"
            "|unterschreibt|unterschrieben|signe|signé|signent|promulgué|promulgue|ratifié|executive order signed"
            "|signed an executive order|signs executive order|issued an executive order|issues executive order"
            "|puts signature|co-signed|signatories|have signed|opened for signature|ausgefertigt|penned|sign onto"
            "|signed on to|sign up to"
        ),
        1.8: ("sign|endorse|endorsed|endorses|endorsing|agree|agreed on|strike deal"),
    },
    "passed": {
        3.3: (
            "adopte définitivement|définitivement adopté|final reading|third and final reading|concurrence vote"
            "|goes to gov|goes to governor|goes to the governor|heads to gov|sent to the governor|sent to governor"
        ),
        3.0: (
            "passed|passes|enacted|enacts|adopted|adopts|adopt|final approval|final vote|final version|finalised"
            "|finalized|finalises|finalizes|final passage|final text|approved by parliament|parliament approves"
            "|parliament approved|legislature passes|lawmakers pass|lawmakers passed|lawmakers approve"
            "|legislature approves|gives final|clears legislature|parliament passes|national assembly passes"
            "|national assembly passed|national assembly approves|released the final|final rule|publishes final"
            "|published final|final guidelines|final code|issues final|final guidance|greenlights|green light"
            "|final nod|verabschiedet|beschlossen|beschließt|angenommen|adopté|adoptée|adopte|adoptés"
            "|approved by lawmakers|approves law|approved the law|passed the legislature|sends to governor"
            "|heads to governor|governor's desk|to newsom's desk|to the governor|president's desk|interim final rule"
            "|adoption of|approves ordinance|votes unanimously|published in the official journal|official journal"
            "|unanimously adopted|adopted by consensus|approves|approved|approve|votes to adopt|aprueba|aprova"
            "|approva"
        ),
        2.2: (
            "tightens|tightened|widens|widened|expands export|expands controls|expanded export|imposes export"
            "|imposed export|blacklists|blacklisted|makes it illegal|outlaws|outlawed|makes illegal|illegal"
        ),
        1.7: ("now requires"),
        1.4: ("expands|restricts|imposes"),
        1.3: ("approval|vote|votes|passage|final|pass|consensus|finalise|finalize"),
    },
    "advanced": {
        3.5: (
            "sénat adopte|assemblée nationale adopte|sénateurs adoptent|députés adoptent|en première lecture"
            "|assembly passes|assembly approves|committee approves|lower house approves|upper house approves"
            "|lords pass|commons vote|commons votes|returns to the senate|returns to the house"
        ),
        3.4: (
            "lower house passes|lower house passed|lower chamber|house passes|house passed"
            "|house of representatives passed|house of representatives passes|house approves|house approved"
            "|senate passes|senate passed|senate approves|senate approved|senate votes|committee approved"
            "|committee approves|committee passes|committee passed|committee vote*|committee backs"
            "|committee advances|advances|advanced|advancing|provisional agreement|political agreement"
            "|provisional deal|trilogue*|trilog*|negotiating position|negotiating mandate|general approach"
            "|second reading|first reading|third reading|clears committee|clears senate|clears house"
            "|cleared the senate|cleared the house|passed the senate|passed the house|passed the assembly"
            "|assembly passes|assembly passed|moves forward|moves to senate|heads to senate|heads to the senate"
            "|heads to the house|strike deal on|strikes deal|reach deal|reached a deal|reach agreement"
            "|reached agreement|reaches deal|reached a provisional|einigen sich|einigung|vorläufige einigung"
            "|erste lesung|lords defeat|lords vote|lords back|lords inflict|compromise text|committee stage"
            "|mandate for|lawmakers back|meps back|meps vote|première lecture|accord provisoire|accord politique"
            "|en commission|markup|house committee|senate committee|position on|agree position|agrees position"
            "|council agrees|council position|council presidency|ambassadors|member states agree|passes senate"
            "|passes house|passes assembly|votes in favor|senat stimmt"
        ),
    },
    "consultation": {
        3.6: (
            "consultation|consultations|request for comment|request for comments|request for information"
            "|public comment|public comments|call for evidence|seeks input|seeking input|seeks feedback|seeks public"
            "|comment period|feedback until|seeks comment|seeks comments|seek comments|comments on|open for comment"
            "|invites comments|invites feedback|public consultation|konsultation|konsultiert|stellungnahme*"
            "|verbändeanhörung|consultation publique|appel à contributions|call for input|call for views"
            "|asks for views|wants views|solicit*|seeks views|invites views|public input|feedback on"
            "|stakeholders to submit|comment until|seeks public comment|seek public|asks public|=RFI|have your say"
        ),
    },
    "proposed": {
        3.2: (
            "kabinett beschließt|kabinett billigt|cabinet approves|cabinet approved|cabinet adopts"
            "|cabinet has adopted|cabinet has approved|bundeskabinett|government adopts bill"
            "|government approves bill|adopts bill creating|approves bill|government approved a bill|approved a bill"
            "|adopts draft|approves draft|draft approved|has adopted a bill|bringt gesetzentwurf|einzubringen"
            "|government adopts draft|government approves draft|conseil des ministres|government tables"
            "|government introduces|adopts bill"
        ),
        2.8: (
            "introduced|introduces|introduce|proposed|proposes|propose|proposing|draft|drafts|tabled|tables"
            "|unveiled a bill|would require|would ban|would force|would make|would create|would bar|would prohibit"
            "|would establish|notice of proposed|new bill|files bill|filed a bill|reintroduc*|bill would|law would"
            "|rules would|proposal|proposals|legt vor|vorgelegt|entwurf|gesetzentwurf|referentenentwurf|schlägt vor"
            "|vorschlag|proposition|projet de loi|dépose|présente|seeks to|aims to|would amend|would allow|plans law"
            "|plans legislation|to introduce|bill to|bipartisan bill|senators unveil|lawmakers unveil|considers bill"
            "|weighs|would criminali*|would impose|plans to make|plans to ban|to criminalise|to ban|to require"
            "|to outlaw|would delay|draft law|leaked"
        ),
        2.5: (
            "new offence|offence will be|will become a crime|to make it a crime|to make creating"
            "|plans to criminalise|plans to criminalize|will be part of|will table|will introduce|will propose"
            "|to be introduced"
        ),
        1.3: ("a crime|to make"),
    },
    "announced": {
        1.8: (
            "announces|announced|announce|launches|launched|launch|unveils|unveiled|unveil|plans to|published"
            "|publishes|publish|releases|released|release|issues|issued|welcomes|welcomed|pledges|pledge|establishes"
            "|sets up|appoints|appointed|names|creates|commits|will invest|to invest|invests|kündigt an|startet"
            "|stellt vor|vorgestellt|veröffentlicht|annonce|annoncé|lance|lancé|publie|publié|dévoile|join forces"
            "|testifies|testified|testify|warns|warned|urges|urged|calls for|called for|recommends|recommended|sues"
            "|files lawsuit|filed a lawsuit|lawsuit|rebrands|renames|renamed|reveals|revealed|opens|inaugurat*"
            "|awards|awarded|gründet|ernennt|crée|nomme|fordert|warnt|klagt|verklagt|report|hearing|expands|mulls"
            "|considers|to launch|set up|presents|presented|joins|backs|vows|promises|ups|steps down|resigns"
        ),
        1.6: (
            "sue|to let|lets|to allow|allows|will allow|to spend|spends|clears|will be granted|to host|steps down"
            "|resigns|quits|departs|leaves|taps|picks|hires|opens office|to fund|earmarks|allocates|unveil|outlines"
            "|sets out|eyes|issued a joint|issued|raises concerns|warn|to create|to build|to open|to establish|urge"
            "|says it will|say they will|to set up"
        ),
        1.4: ("sends|sent|picks|selects|selected|chooses|puts|received|gets|receives|starts work|kicks off"),
        1.0: ("asks|says|finds|found"),
    },
}

# Phrases that keep their words from proving anything.
NOT_TOPICS: Final = (
    "european union|african union|soviet union|state of the union|union européenne|europäische union|western union"
    "|credit union|trade union congress|new media|school of law|law school|high school|old school|business school"
    "|medical school|stanford law school|harvard law school|london school of economics|potato chips|military academy"
    "|labour party|labour government|labor party|labour mps|fine print|election year|office holders|interest rates"
    "|jobs report|steve jobs|british columbia|kid rock|children's books|security conference|climate convention"
    "|democratic national convention|republican national convention|party convention|munich security conference"
)
NOT_INSTRUMENTS: Final = (
    "existing law|existing laws|current law|law firm|law firms|law school|law professor|law enforcement|law degree"
    "|rule of law|court of public opinion|tennis court|supreme court of public|food court|according to the report"
    "|fine-tuning|fine tuning|fine-tuned|fine line|just fine|open letter|news agency|news agencies|oval office"
    "|head office|office hours|press office|box office|post office|board of supervisors|on board|across the board"
    "|bill gates|bill clinton|bill lee|judge joanna|in the long run|standards and innovation|double standards"
    "|acts as|acting as|act as|framework contract|ai standards and innovation|named after|family named|named as"
    "|study group|appeals to|appeal to voters|appeal for|report serious|must report|report incidents|report safety"
    "|to report|partner in|trading partner|trade agreement|business plan|plan to|plans to|appointed judge"
    "|sources said|state department's report|chief executive|declined to comment|request for comment|code of ethics"
    "|home office|cabinet office|foreign office|governor's office|commissioner's office|copyright office|patent office"
    "|budget office|attorney general's office|put their names|puts his name|puts her name|put its name|put his name"
    "|names to|follows local law|comply with law|local law|charm offensive|budget bill|budget airline|named in"
)
NOT_STAGES: Final = (
    "advanced ai|advanced models|most advanced|advanced chips|advanced chip|advanced computing|more advanced"
    "|advanced artificial|advanced semiconductors|advanced semiconductor|advanced technology|advanced technologies"
    "|advanced memory|advanced systems|advanced machine|advanced data|advanced general|advanced manufacturing"
    "|advanced research|advanced nodes|advanced capabilities|advanced degree|fine-tuning|fine-tuned|fine tuning"
    "|fine line|just fine|launch event|press release|release date|in order to|executive orders|law and order"
    "|did not respond|declined to comment|declined to say|passed away|court orders|existing law|passed over"
    "|draft horse|request for comment after|reply to a request for comment|respond to a request for comment"
    "|returned a request for comment|respond to requests for comment|responded to a request for comment"
    "|to a request for comment|time out|final four|signed up for|sign up for|sign of|signs of|sign that|signs that"
    "|warning signs|a sign|stay ahead|stay in|passed down|order paper|in order|the order|new orders|approve of"
    "|issues such as|issues like|security issues|legal issues|such issues|these issues|issues of|issues around"
    "|key issues|raises issues|issues related|human rights issues|single issue|enforcement sweep|ends up|dead ends"
    "|weekend|proposed merger|opening statement|opens in a new|opens up"
)
