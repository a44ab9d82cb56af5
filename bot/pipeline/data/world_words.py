"""Words of parliaments, authorities and courts outside the United States; read by `pipeline.frame`."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import Table

TOPICS: Final[Table] = {
    "frontier_safety": {
        3.0: (
            "safety of frontier|frontier labs|advanced ai models|ai safety network|ai safety research|rogue ai"
            "|safety evaluations|ai safety centre|ai safety center"
        ),
    },
    "comprehensive_regulation": {
        2.8: (
            "committee on artificial intelligence|artificial intelligence bill"
            "|artificial intelligence regulation*|national artificial intelligence strategy"
            "|national artificial intelligence policy|national ai policy|artificial intelligence policy"
            "|artificial intelligence strategy|national strategy on artificial intelligence"
            "|national strategy for artificial intelligence|rules on artificial intelligence|ai regulatory"
            "|ai legal framework|legal framework for artificial intelligence|ai code of ethics"
            "|regulate artificial intelligence|regulating artificial intelligence"
        ),
        2.0: (
            "ethical ai|ai ethics|ai policy|ai roadmap|guardrails|ai council|ai authority|harmonised standards"
            "|harmonized standards|mandatory guardrails"
        ),
    },
    "rights_discrimination": {
        3.0: (
            "visa algorithm*|welfare system*|equality body|human rights commission|digital welfare|social credit"
            "|credit-scoring|equality watchdog|profiling of"
        ),
        1.5: "profiling|gender bias|racis*|ethnic|asylum|disabled",
    },
    "privacy_data": {
        3.0: "=DPDP|=POPIA|=PIPEDA|=LGPD|=PIPL|=APPI|data protection act|data protection law",
        1.8: (
            "data protection watchdog|data protection board|information commissioner's office"
            "|privacy commissioner|data protection regulator|data protection agency|data protection commissioner"
            "|data protection authorities|=OAIC|=ODPC|=NDPC|=AEPD|=UODO|=ANPD|=PDPC"
        ),
    },
    "biometrics_policing": {
        3.5: (
            "crime prediction|predict crime*|predict criminals|smart cameras|surveillance cameras"
            "|face recognition cameras|facial recognition vans|fingerprint*|predictive tool*"
        ),
        1.8: "police forces|police use of|policing tool*|aadhaar|live facial",
    },
    "deepfakes_content": {
        3.7: (
            "synthetically generated|fake videos|doctored video*|manipulated images|manipulated videos"
            "|ai-made videos|ai labelling|ai labeling|nudification|nudifying|child sexual abuse material"
            "|face-swap*|face swap*|sexual images|digitally altered|explicit content"
        ),
        2.8: "ai-generated content",
        2.0: "pornographic|obscene|harmful content|fake news|scam ads|impersonat*|intermediaries|hoax*",
    },
    "children_companions": {
        3.5: (
            "age assurance|children accessing|age checks|textbook*|digital textbook*|virtual intimate"
            "|emotionally interact|emotional companionship|virtual companion*|virtual girlfriend*|ai girlfriend*"
            "|ai boyfriend*|romantic chatbot*|human-like interactive|anthropomorphic*|under-16s|under 16"
            "|under-13s|social media ban|minor mode|simulate human|simulates human|simulating human"
            "|human characters|human personalit*|digital human*|chatbot addiction|emotionally dependent"
            "|age-restrict*"
        ),
        1.7: "pupils|toys|schoolchildren|adolescents|guardian*|young children|childhood",
    },
    "copyright_ip": {
        3.5: (
            "collecting societ*|unlicensed|creative sector*|creative industr*|news bargaining|text-and-data"
            "|personality rights|performers' rights|copyrighted|training on copyright*|author's works"
            "|rights owners|right to own voice|image rights"
        ),
        1.6: "creatives|songwriter|screenwriters|writers|composers|licence deals|remuneration",
    },
    "consumer_competition": {
        3.0: (
            "competition commission|competition bureau|competition regulator*|market study|market investigation"
            "|unfair terms|consumer council|consumer law|consumer rights|advertising standards|misleading ads"
            "|cartel*|market dominance|acqui-hire|strategic market status|dominance|competition concerns"
        ),
        1.6: "acquisition|takeover|scam*|fake reviews",
    },
    "chips_trade": {
        3.5: (
            "export licence*|export license*|chip-making|chipmaking|chip equipment|chip machines|chip tools"
            "|rare earth*|gallium|chip exports"
        ),
        1.5: "licence to export|lithography",
    },
    "national_security_defence": {
        3.5: (
            "defence ministers|defence minister|ministry of defense|defense minister"
            "|national cyber security centre|autonomous drones|killer robot*|military ai|military use"
            "|cyber agency|defence forces|spy agency|intelligence services"
        ),
        1.5: "terror*|warfighting|navy|air force|cyber threats",
    },
    "government_use": {
        3.4: (
            "fake legal case*|fictitious legal|fictitious case*|fake precedent*|fabricated case*"
            "|non-existent case*|nonexistent case*|hallucinated case*|hallucinated citation*"
            "|ai-generated citation*|ai-generated fake case*|fake case citation*|fake citation*"
            "|fabricated citation*|fictitious citation*|fake judgment*|fake case law|bogus case*"
        ),
        3.0: (
            "digital government|e-government|smart government|government services|public service delivery"
            "|government workers|ai in the judiciary|ai in courts|use of ai in courts|judicial officers|whitehall"
            "|government ministries|government entities|government adoption|government offices|state bodies"
            "|government-owned chatbot|public servants|prime minister's ai exemplars"
        ),
        1.6: "judiciary|court system|citizens' services|exemplars|public money|e-filing",
    },
    "labour_skills": {
        3.0: (
            "digital skills|training programme*|training program*|ai talent|teachers trained|capacity building"
            "|ai curriculum|skilling|apprenticeship*|youth employment|university courses"
        ),
        1.5: "talent|graduates|trained in|trainees|scholarship*|academic programs|education ministry",
    },
    "infrastructure_investment": {
        2.8: (
            "ai hub|ai cluster*|centre of excellence|center of excellence|innovation centre|innovation center"
            "|national llm|sovereign llm|large language model for|sovereign large language"
            "|national language model|ai research centre|ai research center|research and innovation in ai"
            "|ai innovation fund|gpu cluster*|national compute|digital infrastructure|start-up fund|ai startups"
            "|ai ecosystem|ai campus|joint ai research"
        ),
        1.5: (
            "research centre|research center|gpus|compute|cloud|accelerator|innovation hub|ai research|homegrown"
            "|sovereignty"
        ),
    },
    "international_governance": {
        3.0: (
            "scientific panel on ai|global summit|global ai governance|un ai|ministerial declaration"
            "|ministers of the g7|g7 ministers|g20 ministers|un body|un agency|multilateral cooperation"
            "|south-south|african leaders|commonwealth leaders|support global ai cooperation|member states adopt"
        ),
        1.8: "g7 countries|g20|bilateral talks|cooperation|ministers from|regional bloc|intergovernmental",
    },
}

INSTRUMENTS: Final[Table] = {
    "law": {
        3.2: (
            "draft bill|draft legislation|private member's bill|private members' bill|royal assent"
            "|new legislation|legislative amendment*|amendment bill|white bill|member's bill"
        ),
        2.6: "riksdag|folketing|storting|eduskunta|mazhilis|legislative yuan",
        2.2: (
            "penal code|criminal code|crimes act|act of parliament|law reform|code amendment|draft law"
            "|criminal offense|basic act"
        ),
        1.6: "lok sabha|knesset|rapporteur|plenary|trilogues|ping pong|political parties",
    },
    "regulation": {
        4.2: (
            "draft enforcement regulation*|draft enforcement rules|enforcement decree|enforcement ordinance"
            "|law's decree|act's decree|ai law's decree|implementing decree"
        ),
        3.2: (
            "ministerial order|ministerial decree|subordinate legislation|statutory instrument*|it rules"
            "|intermediary guidelines and digital media ethics code|draft notification|gazette notification"
            "|information technology rules|binding code*|government ordinance|draft measures"
            "|amendments to the it rules|draft regulations|draft rules"
        ),
        2.4: (
            "industry code*|mandatory guardrails|gazetted|gazette|mandatory regulations|mandatory labelling"
            "|mandatory labeling|ordinance"
        ),
    },
    "treaty": {
        3.3: "framework convention|convention on ai|legally binding treaty",
    },
    "agreement": {
        3.2: (
            "framework agreement|cooperation pact|letter of cooperation|partnership agreements"
            "|data-sharing agreement|bilateral agreement*|series of agreements|joint venture|tie-up"
            "|partnership with|memorandums of understanding|mous"
        ),
        2.2: "teams up|joins with|joined forces|collaborate|collaboration with|signed deals",
    },
    "declaration": {
        3.4: (
            "ministerial declaration*|outcome document|joint communique|leaders' declaration|chair's statement"
            "|joint ministerial|leaders' statement"
        ),
    },
    "standard": {
        3.0: (
            "harmonised standard*|harmonized standard*|cen-cenelec|=JTC 21|standards body|standards bodies"
            "|standards development|british standards institution|=BSI standard"
        ),
    },
    "guidance": {
        3.0: (
            "practice note*|practice direction*|handbook|position paper|ethics guidelines|interim guidance"
            "|ethical guidelines|code of ethics|draft guidance|guidance note*|guidance for|model clauses"
            "|joint guidance|advisories"
        ),
        2.2: "primer|factsheet|self-regulat*|good practices|circular",
    },
    "strategy": {
        3.6: (
            "ai policy|national ai policy|draft ai policy|draft national ai policy"
            "|national artificial intelligence policy|artificial intelligence policy|ai strategy"
        ),
        3.0: (
            "national artificial intelligence strategy|ai plan|national programme|national program"
            "|action programme|national ai plan|draft policy|policy framework|digital strategy|vision 2030"
            "|five-year plan|ai mission|policy agenda"
        ),
        1.6: "policy|programme|mission|ambitions|priorities",
    },
    "enforcement": {
        3.4: (
            "accepts commitments|accepted commitments|commitments accepted|direction to comply|notice to comply"
            "|show cause notice*|show-cause notice*|preliminary enforcement notice|provisional findings"
            "|statement of objections|dawn raid*|takes action against|enforcement against|first enforcement"
            "|probing|notice of intent|market inquiry|formal warning|request for information from"
            "|requests for information to|compliance notice*|infringement proceeding*|bans deepseek|blocks grok"
            "|bans grok"
        ),
        2.6: (
            "undertakings|summon*|cleared|detained|blocked access|watchdog's investigation|banned|temporary block"
            "|restricts access|regulatory action|seeks explanation|seeks answers"
        ),
        1.2: "authorities",
    },
    "court": {
        3.3: (
            "barrister*|litigant*|judicial review|contempt of court|=PIL|writ petition*|advocate general"
            "|claimant*|high court|apex court|top court|tribunal|court of appeal|federal court|case citations"
            "|legal authority|legal authorities|personal costs|wasted costs|fake case*|magistrate*|jail term"
            "|jailed"
        ),
        2.4: (
            "defendant*|solicitor*|registrar|bench|petition|plea|convict*|sentenced|landmark judgment|judgment"
            "|hearing before|lawyer|lawyers"
        ),
    },
    "funding": {
        3.0: (
            "crore for|lakh crore|crore outlay|seed funding|investment plan|funding package|million package"
            "|billion package|grant scheme|innovation fund|sovereign wealth fund|budget allocation"
        ),
    },
    "institution": {
        3.0: (
            "ministry of ai|ai ministry|minister of artificial intelligence|minister for artificial intelligence"
            "|national commission on|presidential committee|presidential council|steering committee|working group"
            "|advisory committee|expert group|expert committee|new mechanisms|joint committee|high-level panel"
            "|high-level committee|ai authority|national ai council|national council|launches centre|opens centre"
            "|new regulator|ai commissioner|committee on ai|ai committee|chairs committee|inter-ministerial"
            "|ai office"
        ),
        2.2: "establishment of|to chair|sworn in|headed by|led by a|new authority|secretariat|taskforce",
    },
    "trade_control": {
        3.6: (
            "export licence*|export licensing|export license*|export permit*|export requirements|exports to china"
            "|chip machines|restrictions on exports|controls on exports|curbs on exports"
        ),
    },
    "report": {
        4.2: (
            "own-initiative report|initiative report|ini report|non-binding report|strategic review|market review"
            "|initial review"
        ),
        3.0: (
            "inquiry finds|inquiry recommends|parliamentary inquiry|committee recommends|senate inquiry"
            "|freedom of information|figures show|data shows|research finds|study finds"
            "|investigation by the guardian|public accounts committee|commission of inquiry|working paper"
            "|briefing paper|auditor-general|auditor general|consultation response|ombudsman's report"
            "|issues paper|readiness assessment|committee warns|mps warn|peers warn|failing to"
            "|committee discussion|discussion resumed|topical issue debate|written answers"
            "|parliamentary question*|oral evidence|debate in parliament"
        ),
        2.0: "recommended by|recommendations|evidence session|survey*",
    },
}

STAGES: Final[Table] = {
    "announced": {
        2.4: (
            "is considering|considering|looks into|looking into|looks at|look into|in talks|in negotiations"
            "|examining|mulling|is weighing|under consideration|no plans to|sticks to|sticks with|stands by"
            "|insists|rejects calls|rejects call|rules out delay|no delay|no pause|will not delay|won't delay"
            "|will not pause|stays on course|on schedule|remains on track|goes ahead as planned|will go ahead"
        ),
        2.0: (
            "sets out|rolls out|rolled out|rollout|kicks off|hosts|to host|confirms|signals|vows|reiterates"
            "|defends|intends|prepares|preparing|is preparing|working on|drafting|planning to|plan to|plans"
            "|planned|to consult|hopes to|sets up|setting up|to review|reviews|seeks to|to spearhead|calls on"
            "|called on|called for|recommended|recommends|admits|finds|lags|accuses|criticised|criticized|praises"
            "|backs plan|partners|partnered|joins|teams up|constitutes|constituted|forms panel|forms committee"
            "|begins work|starts work"
        ),
    },
    "proposed": {
        3.0: (
            "tabled in parliament|introduced in parliament|introduced in the|private member's bill"
            "|under parliamentary discussion|before parliament|draft bill|draft law|draft regulations|draft rules"
            "|draft measures|draft amendments|proposed amendments|proposes amendments|exposure draft"
            "|proposed rules|proposed law|proposed bill|is proposing|proposes to extend|asks parliament"
            "|submitted to parliament|awaits vote|expected to vote|to be voted|under debate|public hearings"
        ),
        2.4: (
            "would give|would require|would grant|would amend|will be submitted|legislative proposal"
            "|white paper proposes|moves to regulate|moves to ban"
        ),
    },
    "consultation": {
        3.6: (
            "legislative review period|day legislative notice|legislative notice|seeks public comments"
            "|public comments|for public comments|seeks feedback|opening them for public comment"
            "|open for public comment|open for public consultation|out for consultation|consultation open*"
            "|consultation opens|launches consultation|public consultation open|opens consultation"
            "|invited comments|invited feedback|seeks stakeholder|stakeholder consultation*|inviting comments"
            "|pre-legislative consultation|called for feedback|exposure draft for comment|call for submissions"
            "|submissions close|submissions open|invites submissions"
        ),
    },
    "advanced": {
        3.8: "tentative deal|tentative agreement|preliminary deal|preliminary agreement",
        3.4: (
            "lords defeat|defeat in the lords|government defeat|defeat to the government"
            "|defeat for the government|ping pong|back to the commons|returned to the lords|report stage"
            "|sent to the senate|moves to the senate|goes to the senate|first debate|approved in general"
            "|first hurdle|common position|plenary vote clears|voted to introduce an amendment"
            "|voted in favour of an amendment|adopts its position|general approach|negotiating mandate"
            "|adopted its position|compromise reached|clears lower house|committee adopts|committee endorses"
            "|committee votes|ambassadors endorse|sénat approves|moved to second reading|passed second reading"
            "|passed first reading"
        ),
    },
    "passed": {
        3.2: (
            "voted in favour of the government's|votes in favour of the government's|riksdag voted|riksdag votes"
            "|folketing voted|storting voted"
        ),
        3.0: (
            "gazetted|final adoption|adopted unanimously|finally adopted|cleared parliament|clears parliament"
            "|passed by parliament|passed by the national assembly|passed both houses"
            "|approved by the national assembly|bill clears|approved in final|final nod|gives final nod"
            "|final rules|notified rules|notifies rules|notified the rules|new rules notified"
            "|ministerial declaration|will be required to have an export|will have to apply for an export"
            "|faces stricter controls|facing stricter controls|publishes final"
        ),
        2.4: "mandates|made mandatory|will be required to|ratcheted up|stricter controls|tightens rules",
    },
    "signed": {
        3.2: (
            "signed agreements|agreements signed|signs artificial|signed a memorandum|signs memorandum|signs mou"
            "|sign mou|signed an mou|inked a|joins with|assented|assent to|gives assent|signed into"
            "|concluded agreement*|agreement signed|signed a letter|signs up to|series of agreements"
            "|countersigned|signed three"
        ),
    },
    "in_force": {
        3.3: (
            "commences|commenced|come into operation|comes into operation|came into operation|now law"
            "|becomes operational|fully applicable|now enforceable|start applying|takes legal effect"
            "|has now become law|now become law"
        ),
    },
    "enforced": {
        3.6: (
            "accepts commitments|accepted commitments|commitments accepted|makes commitments binding"
            "|binding commitments from"
        ),
        3.3: (
            "direction to comply|show cause notice*|show-cause notice*|formal notice|formal warning"
            "|first enforcement|enforcement action against|begun enforcement|notice of intent to fine"
            "|provisional findings|preliminary findings|dawn raid*|raided|detained|opened proceedings"
            "|infringement proceedings|probing|takes action against|court rebukes|judge rebukes|court criticises"
            "|rebuked|rebukes|referred to their professional|contempt of court|personal costs|wasted costs"
            "|struck off|ordered by a court|ordered by the court|fined|jailed for|handed a fine|must take down"
            "|restrains|restrained|dismisses plea|dismisses petition|allows petition|issues notice to"
            "|issued notice to|seeks response from|seeks centre's response|issues notices|cleared merger"
            "|does not qualify for investigation|closes inquiry|closed the book|drops probe|drops investigation"
            "|closes investigation|blocks grok|bans deepseek|bans grok|temporarily blocks|restricts access"
            "|suspends access|under investigation|faces investigation|launched an investigation|faces probe"
            "|begins review of"
        ),
        2.2: "summoned|summons|told to|must stop|in breach of|breached the|seized|crackdowns",
    },
    "delayed": {
        3.4: (
            "to wait until|must wait until|have to wait until|now coming in|not before|a delay"
            "|later than promised|not until|will have to wait|missed its deadline|missed the deadline"
            "|missed its 2025 deadline|vote delayed|delays vote|postpones vote|vote postponed|put on ice"
            "|shelved until|pushed to|pushed back to|extra time|extended until|grace period|stopped the clock"
            "|stop-the-clock|later than|deferred until|suspends implementation"
        ),
    },
    "rejected": {
        3.8: ("sends back|sent back|returns bill|returns the bill|returned the bill|bill sent back|law sent back"),
        3.4: (
            "guardrails dropped|dropped in|have been abandoned|has been abandoned|been dropped|are dropped"
            "|drops plan*|dropped plan*|abandons plan*|abandoned plan*|scraps plan*|scrapped plan*|ditches"
            "|ditched|rules out new|u-turn|rows back|walks away from|withdraws from talks|turned its back"
        ),
    },
    "repealed": {
        3.2: (
            "struck off the statute|withdraws advisory|withdrawn advisory|withdraws the proposal"
            "|withdraw the proposal|formally withdraws|lapsed|ceases to apply|no longer applies|lifts ban"
            "|lifted ban|lifts the ban|lifts restrictions|lifted restrictions|lifts block|unblocks"
        ),
    },
}
