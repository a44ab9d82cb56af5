"""Words that prove an instrument, each with its weight; read by `pipeline.frame`."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import Table

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
        2.6: ("unterhändler|einigen sich auf"),
        2.2: ("approved a bill|adopts bill|government bill"),
        1.8: (
            "ai rules|ai rulebook|ai law|artificial intelligence rules|law|laws|gesetz|gesetze|loi|lois|directive"
            "|richtlinie|amendments|lawmakers|legislature|legislator*"
            "|parliament|national assembly|senate|bundestag|veto*|eu ai act|=AI Act|=AI Bill|=AI ACT|ki-verordnung"
            "|règlement sur l'ia|règlement européen sur l'ia|statutory|enacts|enacted|ley|legally binding rules"
            "|rules for general-purpose"
        ),
        1.6: ("vote on|bans|ban|ban on|crime|offence|lawmakers pass"),
        1.0: (
            "=Act|congress|senators|senator|meps|legislative|artificial intelligence act|statutes|member states"
            "|loi européenne|disegno di legge|la legge|règles sur l'ia|ki-regeln"
        ),
    },
    "regulation": {
        3.2: (
            "adopted a ruling|declaratory ruling|adopts ruling|final regulations|finalizes rules"
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
            "|declaratory ruling|fcc ruling|fcc outlaws|circular|amendments to it rules|it rules|agency rules"
            "|mandatory rules"
            "|contract clause|procurement rule|proposed clause"
        ),
        1.4: ("=FCC|regulators adopt|privacy agency"),
        1.2: (
            "regulations|measures|rules|provisions|rule|requirements|regulators adopt|labelling rules|labeling rules"
        ),
    },
    "executive_order": {
        4.2: (
            "=EO|=EOs|national security memo|white house order|presidential order|trump order|first-day orders"
            "|day-one orders"
            "|executive order*"
            "|presidential memorandum|national security memorandum|presidential decree"
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
        4.6: ("statement of intent|letter of intent|sign statement of intent|signed a statement of intent"),
        3.0: (
            "memorandum of understanding|memorandum of cooperation|memoranda of understanding|=MoU|=MOU|mou"
            "|technology prosperity deal|bilateral agreement|bilateral deal|cooperation agreement|absichtserklärung"
            "|protocole d'accord|tech deal|technology deal|ai deal"
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
            "|normung|norm din|technische norm|technischen norm|norme technique|normes techniques|=DIN|=IEEE"
            "|international standard*|nist ai rmf|=AI RMF|ai standard|new standard"
        ),
        1.6: ("standard|standards|specification*|=NIST|zero draft*|standardi*|certification"),
    },
    "guidance": {
        3.0: (
            "model bulletin|bulletin|guidelines|guidance|code of practice|code of conduct|advisory|best practices"
            "|playbook|advisory opinion"
            "|opinion on|leitlinien|orientierungshilfe|handreichung|lignes directrices|recommandations"
            "|recommendations for|fiches pratiques|voluntary guardrails|voluntary standard|voluntary code"
            "|voluntary framework|model framework|governance framework|frequently asked questions|toolkit|checklist"
            "|principles for|good practice|memo to agencies|memorandum to agencies|=M-24-10|=M-25-21|=M-25-22"
            "|verhaltenskodex|verhaltenskodizes|code de bonnes pratiques|legal alert*"
        ),
        2.6: ("in a letter|letter sent|sent letters|letters sent|put on notice|putting ai companies on notice"),
        2.5: (
            "acceptable-use policy|acceptable use policy|tells agencies|directs agencies|instructs agencies"
            "|updates policy|policy on|revised directive"
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
            "|continent plan|five-year plan|weißbuch|livre blanc|industrial strategy|ai plus initiative"
            "|policy paper|hightech agenda"
        ),
        1.3: ("agenda|plan|vision|plans|policy framework|national policy|initiative"),
    },
    "enforcement": {
        3.25: (
            "unavailable in|unavailable pending|no longer available|no longer be available"
            "|not be available to download|removed from app stores"
            "|took action against|takes action against|resolving claims|resolves claims|civil investigative demand*"
        ),
        3.6: (
            "merger situation|merger inquiry|merger investigation|merger probe|phase 1 investigation"
            "|phase 2 investigation"
        ),
        3.2: (
            "fines|fined|fine|penalty|penalties|consent order|consent decree|enforcement action*|enforcement notice"
            "|formal investigation|opens investigation|launches investigation|opened an investigation"
            "|investigation into|investigation|probe|probes|crackdown|cracks down|cracked down|sanction|sanctioned"
            "|cease and desist|order to stop|bans rite aid|bußgeld|geldbuße|millionenstrafe|amende|amendes"
            "|sanctionne|mise en demeure|settles with|settle charges|charged with|settlement with|ordered to delete"
            "|temporary ban|temporarily blocks|temporarily bans|temporary limitation|suspends processing"
            "|investigates|investigating|raids|raid|dawn raid|searched|prüfverfahren|ermittel*|ermittlungsverfahren"
            "|enquête|perquisition|warning letter*|civil investigative demand*|complaint against|settlement|multa"
            "|formal complaint|suspended|urgency proceedings|found breach|unlawful processing|reprimand"
            "|reprimanded|statement of objections|preliminary findings|subpoena*|arrested|indicted|indictment*|indicts"
            "|criminal complaint|criminal charges"
            "|federal charges|pleads guilty|pleaded guilty|smuggling ring|smuggling network|warning letters"
        ),
        2.6: ("sweep|to pay texas|settlement the largest"),
        2.5: (
            "suspends|suspend|suspends downloads|halts downloads|blocks access|pulls app|removed from app stores"
            "|orders meta|orders openai|orders x to"
        ),
        2.2: ("settle|settles"),
        2.0: ("notices|legal notice|information notices|transparency notices|dawn raid"),
        1.2: (
            "=FTC|=EEOC|=ICO|=CNIL|=Garante|data protection authority|information commissioner|privacy regulator"
            "|privacy watchdog|competition authority|bundeskartellamt|antitrust regulators|=CMA|=SEC|=Ofcom"
            "|attorney general"
            "|competition regulator"
        ),
        1.4: (
            "complaint|enforcement|ordered|violated|violations|breach of|charges|regulator|watchdog|orders|blocks"
            "|banned|bans|ban|inquiry|aufsichtsbehörde|alleged|accuse*"
        ),
    },
    "court": {
        3.3: (
            "=OLG|=LG|=BGH|=BVerfG|=EuGH|=OVG|=VGH|=BVerwG|=BAG|verfassungsbeschwerde|einstweilige verfügung"
            "|eilverfahren"
            "|eilantrag|klageschrift|tribunal judiciaire|cour d'appel|cour de cassation|assignation"
        ),
        3.2: (
            "lawsuit*|sues|sued|suing|suit|judge|judges|court|courts|ruling|injunction|appeals court|supreme court"
            "|high court|appeal|plaintiff*|verdict|class action|district court|class-action|summary judgment|jury"
            "|landgericht|oberlandesgericht|bundesgerichtshof|urteil|gericht|klage|verklagt|klagt|tribunal"
            "|cour d'appel|conseil constitutionnel|court of justice|restraining order|dismisses"
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
            "exiting his role|exiting her role|departing to|is departing|departs as|safety institute launched"
            "|creates office|new office|new agency|new body|task force|appointed|appoints"
            "|named|names|renames|renamed|rebrand*|rebrands|rebranded|launches institute|new institute"
            "|advisory board|advisory body|steps down|resigns|resigned|fired|fires|to head|to lead|new unit"
            "|inaugural meeting|scientific panel|ai council|advisory council|new commission|creation of"
            "|formation of|disband*"
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
        4.4: (
            "at hearing|at senate hearing|at house hearing|hearing on|hearing before|house hearing|senate hearing"
            "|committee hearing|in a hearing|at a hearing|opening statement|opening remarks"
        ),
        3.0: (
            "study|audit|hearing|inquiry|testimony|survey|testifies|testified"
            "|testify|ai index|finds|bericht|studie"
            "|rapport|étude|anhörung|watchdog finds|findings|review finds|evaluation finds|report finds"
            "|warns in report|annual report|select committee|gutachten|market study|fact-finding|poll|6(b)"
            "|discussion paper|peer review|commission d'enquête|auditors|a report|the report|new report|report says"
            "|report said|report found|its report|in a report|report by|report from|latest report|final report"
            "|watchdog report|reports that"
        ),
        2.4: ("auditor|state auditor"),
        2.0: (
            "=GAO|auditors|national audit office|inspector general|audit office|think tank|researchers tested|looked at"
        ),
        1.3: ("index|analysis|paper|assessment|review|researchers|experts|warns|testing|inquiries"),
        1.0: ("report"),
    },
}

# Phrases that keep their words from proving anything.
NOT_INSTRUMENTS: Final = (
    "cybersecurity audit*|audit rules|audit requirements|wrote a report|write a report|write reports|incident report*"
    "|draft reports|written reports|report writing"
    "|office of management and budget|office of science|office of personnel|office of the|department of|departments of"
    "|management and budget|the report comes|crown court|in courts|for courts|courtroom tools|rules out|ruled out"
    "|ruling out|rule out"
    "|is charged with"
    "|are charged with|agency charged with|body charged with"
    "|office charged with"
    "|existing law|existing laws|current law|law firm|law firms|law school|law professor|law enforcement|law degree"
    "|rule of law|court of public opinion|tennis court|supreme court of public|food court|according to the report"
    "|fine-tuning|fine tuning|fine-tuned|fine line|just fine|open letter|news agency|news agencies|oval office"
    "|head office|office hours|press office|box office|post office|board of supervisors|on board|across the board"
    "|bill gates|bill clinton|bill lee|judge joanna|in the long run|standards and innovation|double standards"
    "|acts as|acting as|act as|framework contract|ai standards and innovation|named after|family named|named as"
    "|study group|appeals to|appeal to voters|appeal for|report serious|must report|report incidents|report safety"
    "|to report|partner in|trading partner|trade agreement|business plan|plan to|plans to|appointed judge"
    "|reuters report|investigative report*|news report*|media report*|report by reuters|reuters reported"
    "|new york times report|wall street journal report|police report*|reports of"
    "|sources said|state department's report|chief executive|declined to comment|request for comment|code of ethics"
    "|home office|cabinet office|foreign office|governor's office|commissioner's office|copyright office|patent office"
    "|budget office|attorney general's office|put their names|puts his name|puts her name|put its name|put his name"
    "|names to|follows local law|comply with law|local law|charm offensive|budget bill|budget airline|named in"
)
