"""Words that speak for or against “this is AI policy”, by kind and weight; read by `pipeline.relevance`."""

from __future__ import annotations

from typing import Final

# kind -> weight -> phrases, in the phrase syntax of `phrases.Lexicon`, divided by |.
# Kinds: `ai` the subject is AI; `near` technology that is AI policy only beside a strong policy word; `policy` an act
# of state, law or court; `soft` words that companies and labs use as often as states: they count beside an actor, an
# act or a plain phrase, and little alone; `actor` who performs such acts; `place` where they may be from; `both` proves
# AI and policy at once; `neutral` absorbs phrases whose words would mislead, and counts for nothing; the rest speaks
# against.
TABLE: Final[dict[str, dict[float, str]]] = {
    "both": {
        1.0: (
            "=AI Act|=AI Bill|=AI Law|ai bill|ai bills|ai law|ai laws|ai legislation|ai regulation|ai regulations"
            "|ai rules|ai rulebook|ai governance|ai regulator|ai regulators|ai regulatory|ai treaty|ai convention"
            "|ai liability|ai safety institute|ai security institute|ai safety summit|ai action summit"
            "|ai impact summit|ai seoul summit|ai summit|=AISI|=CAISI|ai office|ai board|ai policy|ai policies"
            "|ai strategy|national ai strategy|ai action plan|ai czar|ai minister|ai moratorium|ai preemption"
            "|ai legislative|ai oversight|ai executive order|ai order|ai bill of rights|ai basic act"
            "|ai promotion act|ai safety bill|ai safety law|ai safety rules|ai transparency act|ai accountability"
            "|ai code of practice|ai code of conduct|ai risk management framework|ai export|ai exports"
            "|ai export controls|ai chip export|ai chip exports|ai diffusion|ai labelling rules|ai labeling rules"
            "|ai safety standards|ai standards|ai watchdog|ai sandbox|ai lawsuit|ai copyright|ai and copyright"
            "|ai ethics guidelines|ai ban|ai guidelines|ai guidance|ai advisory|ai task force|ai taskforce"
            "|ai committee|ai commission|ai council|ai caucus|ai hearing|ai advisers|ai advisor|ai envoy"
            "|ai commissioner|ai unit|ai pact|ai pledge|ai declaration|ai resolution|ai accord|ai framework"
            "|responsible ai in government|ai training data transparency|algorithmic accountability"
            "|algorithmic discrimination|algorithmic transparency|automated decision making"
            "|automated decision systems|automated employment decision|automated employment decision tools"
            "|predictive policing|=TAKE IT DOWN|=Take It Down Act|=NO FAKES Act|=RAISE Act|=ELVIS Act|=TRAIGA"
            "|=DEFIANCE Act|=GUARD Act|deepfake law|deepfake laws|deepfake bill|deepfake ban|deepfakes bill"
            "|deepfakes law|digital omnibus|gpai code|hiroshima process|hiroshima ai process|bletchley declaration"
            "|bletchley park|ai diffusion rule|frontier ai regulation|autonomous weapons|killer robots"
            "|genesis mission|framework convention on artificial intelligence|regulate ai|regulating ai|regulates ai"
            "|regulation of ai|regulate artificial intelligence|regulating artificial intelligence"
            "|regulation of artificial intelligence|rules for artificial intelligence"
            "|rules on artificial intelligence|rules for ai|rules on ai|governance of ai"
            "|governance of artificial intelligence|law on artificial intelligence|law on ai"
            "|bill on artificial intelligence|ban on ai|state ai laws|state ai law|artificial intelligence act"
            "|artificial intelligence law|artificial intelligence bill|artificial intelligence regulation"
            "|artificial intelligence governance|artificial intelligence legislation|artificial intelligence rules"
            "|artificial intelligence strategy|artificial intelligence policy|artificial intelligence office"
            "|artificial intelligence safety institute|ki-verordnung|ki-gesetz|ki-regulierung|ki-regeln|ki-strategie"
            "|ki-gipfel|ki-aufsicht|ki-vo|ki-behörde|ki-politik|ki-kennzeichnung|ki-haftung|ki-haftungsrichtlinie"
            "|ki-marktüberwachung*|ki-kamera|ki-kameras|regulierung künstlicher intelligenz"
            "|verordnung über künstliche intelligenz|ki-marktüberwachungsgesetz|ki-konvention|règlement sur l'ia"
            "|règlement ia|règlement européen sur l'ia|régulation de l'ia|réguler l'ia|encadrer l'ia|loi sur l'ia"
            "|loi ia|stratégie nationale pour l'ia|sommet pour l'action sur l'ia|sommet de l'ia|sommet sur l'ia"
            "|encadrement de l'ia|gouvernance de l'ia|règles sur l'ia|conseil de l'ia"
            "|vidéosurveillance algorithmique|ley de ia|ley de inteligencia artificial"
            "|marco legal da inteligência artificial|marco legal da ia|legge sull'ia|ddl intelligenza artificiale"
            "|pl da ia|sb 1047|sb 53|sb 24-205|sb 205|hb 149|eo 14110|eo 14179|ai experiments|safety institute"
            "|security institute|ai safety commitments|frontier safety|ai washing|ai-washing|ai companies must"
            "|ai hallucinations complaint|ai principles|ai red lines|ai accountability act"
            "|sovereign ai|ai procurement|ai in government|ai in the public sector|ai act's|social scoring"
            "|ai literacy law|deepfake porn law|criminalises deepfake|facial recognition ban|facial recognition law"
            "|ai copyright case|ai-related bills|ai-related laws|ai-related legislation|ai superpower|ai adviser"
            "|ai and human rights|ai pause|pause ai|ai safety treaty|ai nationalism|machine-made content"
            "|deep synthesis|platform work directive|autonomous weapon|lethal autonomous weapons|seoul declaration"
            "|ai-nuclear|nudify apps|nudification apps|ai super pac|ai-generated political ads|ki-servicezentrum"
            "|ki-service-desk|ki-reallabor*|ki-trainingsdaten|acte ia|ai continent|ai gigafactory|ai gigafactories"
            "|ai factories|ai growth zones|ai growth zone|ai opportunities|chatbot law|chatbot bill"
            "|companion chatbot law|synthetic media law|ai-systemen|live facial recognition"
            "|facial recognition cameras|police facial recognition|face-scanning cameras|digital replicas bill"
            "|ai-generated child abuse|deepfake porn|deepfake nudes|training data transparency|voluntary ai"
            "|ai whistleblower|ai whistleblowers|ai incident|ai incidents|ai preemption bill|ai companions ban"
            "|ai infrastructure bill|ai systems act|ai liability directive|ai measure|ai measures|ai statute"
            "|ai charter|ai roadmap|ai plan|ai ministers|ministers ai|ai envoys|ai diplomacy|ai race with china"
            "|ai sanctions|ai security law|ai ordinance|ai provisions|ai amendments|ai clause|ai safety regulator"
            "|ai agency|ai authority|ai supervision|supervisory authority for ai|ai supervisory|ai waivers"
            "|ai insurance rule|ai red tape|let nvidia|lets nvidia|allow nvidia|allows nvidia|bars nvidia"
            "|nvidia to sell"
            "|sell h20|sell h200|ship h200|ship h20|h20 sales|h200 sales|chips to china|gpus to china"
        ),
        0.75: (
            "human authorship|safe ai|"
            "facial recognition|face recognition|reconnaissance faciale|gesichtserkennung*|=Clearview|clearview"
        ),
    },
    "ai": {
        1.0: (
            "=AI|=A.I.|=AIs|artificial intelligence|=GenAI|genai|generative|chatbot|chatbots|=ChatGPT|chatgpt"
            "|=OpenAI|openai|=GPT|=Anthropic|anthropic|deepseek|=DeepMind|deepfake*|deep fake|deep fakes"
            "|machine learning|large language model|large language models|=LLM|=LLMs|frontier model|frontier models"
            "|foundation model|foundation models|general purpose models|=GPAI|=AGI|superintelligence"
            "|superintelligent|=Clearview|clearview|=xAI|character.ai|=Character.AI|=Replika|=Midjourney"
            "|=Stability AI|stable diffusion|stability ai|=Mistral|nudify|nudification|nudifying|nudifier"
            "|synthetic media|algorithmic|voice cloning|voice clone|voice clones|ai-generated|machine generated"
            "|neural network|neural networks|emotion recognition|lethal autonomous|automated decision"
            "|automated decisions|generative models|self-learning algorithms|=Grok|=Worldcoin|text and data mining"
            "|=Perplexity AI|agentic|=KI|=K.I.|künstliche intelligenz|künstlicher intelligenz"
            "|künstlichen intelligenz|sprachmodell*|ki-modell*|ki-system*|ki-anwendung*|ki-training*|ki-unternehmen"
            "|ki-chatbot*|ki-bilder|ki-chip*|ki-generiert*|=IA|intelligence artificielle|intelligences artificielles"
            "|hypertrucage*|modèles de langage|agents conversationnels|agent conversationnel|inteligencia artificial"
            "|inteligência artificial|intelligenza artificiale|reconocimiento facial|kunstmatige intelligentie"
            "|sztuczna inteligencja|artificiell intelligens|kunstig intelligens|=Altman|sam altman|=Hinton|=Bengio"
            "|=LeCun|=LAION|=Lovo|face-scanning|face scans|faceprints|chat bot|chat bots|synthetic image"
            "|synthetic images|synthetic content|digital replica|digital replicas|dual-use models|safety frameworks"
            "|deep synthesis|voice imitation|ai-voiced|autonomous systems|machine-made|=GPT-4|=GPT-5|=ChatGPT's"
            "|advanced models|powerful models|algorithmique|algorithmiques|companion bot|companion bots"
            "|compagnons virtuels|conversational agents|sprachmodelle|ki-gestützt*|ki-generierte|self-learning"
            "|generated images|large models|frontier|llms|general-purpose models|general purpose model|neural"
            "|=AI-generated|self driving|deep learning|computer vision|=Sora|large language"
        ),
        0.75: (
            "algorithm|algorithms|algorithmus|algorithmen|algorithme|algorithmes|=Copilot|=Perplexity|=Claude"
            "|=Gemini|=Llama|=Suno|=Udio|=Palantir|=HireVue|=Workday|=RealPage|training data|trained on|scraping"
            "|=Rite Aid|biometric|biometrics|biometrische*|biométrique*|self-driving|driverless|robotaxi|robotaxis"
            "|autonomous vehicle|autonomous vehicles|autonomous driving|autonomous drones|companion apps|=Nudify"
            "|automated systems|automated hiring|automated system|robocalls|robocall|robocaller|voice was cloned"
            "|predictive algorithm"
            "|vidéosurveillance intelligente|=SyRI|=Robodebt|robodebt|voice cloned|automated|algorithmically"
            "|predictive|trained its models|training its models|train models|training models|to train"
            "|used for training|opt out of training|machines|=LibGen|pirate libraries|=Luminar|license plate readers"
            "|licence plate|=Flock|smart cameras|caméras|logiciel|deep-fake|manipulated images|manipulated videos"
            "|intimate images|robot|automatisierte|automatisiertes|software that screened|screening software"
            "|hiring software|live recognition|face alerts|thaler|=Thaler|imitations|synthetic images|prompts alone"
            "|streaming tool|biased tool|risk scoring|scoring algorithm|supercomputing|=GPT|answer engine"
            "|=Encyclopaedia Britannica v|image generator|bot|bots|generated by machines|autonomy|unmanned"
            "|autonomous weapon systems|voice model|likeness|=Meta AI|nudes|grok"
        ),
    },
    "near": {
        1.0: (
            "chip|chips|semiconductor|semiconductors|=Nvidia|nvidia|=NVIDIA|=GPU|=GPUs|=ASML|=TSMC|=SMIC|=H20|=H100"
            "|=H200|=H800|=A100|advanced computing|data center|data centers|data centre|data centres|datacentre"
            "|datacentres|datacenter|datacenters|halbleiter|halbleitern|rechenzentren|rechenzentrum"
            "|centres de données|semi-conducteurs|puces|supercomputer|supercomputers|compute|=Huawei|drones|robots"
            "|humanoid|surveillance|gpu|gpus|chipmaker|chipmakers|chipmaking|supercomputing|h20|memory chips"
            "|nexperia|=Nexperia|=Ascend|blackwell|power grid|stop the clock|safety institutes|network of institutes"
            "|omnibus"
            "|algorithm|algorithms|algorithmus|algorithmen|algorithme|algorithmes|face matching|face-matching"
            "|face match"
            "|face scan|face scans|face scanning|face alerts|faceprint|faceprints|autonomous|pick their own targets"
            "|biometric"
            "|biometrics|biometrisch*|biométrie|biométrique|predictive|automated|synthetic|digital replicas|voiceprints"
            "|vidéosurveillance|caméras|videoüberwachung|license plate readers|emotion detection"
            "|social media algorithms"
            "|semiconducteurs|accelerators|software that|cloud providers"
        ),
    },
    "policy": {
        1.0: (
            "bill|bills|=Act|law|laws|legislation|legislative|lawmaker|lawmakers|legislator|legislators|legislature"
            "|statute|statutes|regulation|regulations|regulate|regulates|regulated|regulating|regulator|regulators"
            "|regulatory|rulemaking|rulebook|executive order|executive orders|presidential memorandum|decree"
            "|directive|ordinance|moratorium|preempt|preempts|preemption|preempting|treaty|export control"
            "|export controls|export ban|export bans|export curbs|export restrictions|export license|export licenses"
            "|export licence|export licences|export rule|export rules|chip curbs|chip ban|entity list|tariff|tariffs"
            "|amendment|amendments|veto|vetoes|vetoed|signed into law|signs law|copyright law|copyright infringement"
            "|class action|lawsuit|lawsuits|sue|sues|sued|suing|suit|court|courts|judge|judges|ruling|rules that"
            "|injunction|appeals court|supreme court|high court|jury|fined|fines|fine|penalty|penalties|antitrust"
            "|probe|probes|settlement|settles|settled|consent order|consent decree|enforcement|crackdown|subpoena"
            "|subpoenas|subpoenaed|public consultation|consultation|request for information|call for evidence"
            "|comment period|public comment|public comments|proposed rule|final rule|policymakers|policymaker"
            "|policy makers|lawmaking|code of practice|code of conduct|white paper|green paper|safety institute"
            "|security institute|memorandum of understanding|national strategy|action plan|royal assent|inquiry"
            "|civil rights|watchdog|data protection|legal framework|regulatory framework|regulatory sandbox"
            "|outlaw|outlaws|outlawed|outlawing|criminalise*|criminalize*|criminalising|criminalizing"
            "|prohibit|prohibits|prohibited|prohibiting|ban|bans|banned|banning|international law|human rights"
            "|procurement rules|attorneys general|attorney general|oversight|jurisdiction|testifies|testify"
            "|testified|testimony|hearing|hearings|liable|liability|compliance deadline|national security"
            "|safety standards|watermarking|multilateral|fair use|infringement|infringed|infringing"
            "|federal lands|federal land|humanitarian law|legal doubts|privacy law|court-ordered|moratoriums|bylaw"
            "|bylaws"
            "|licensing regime|gdpr|=GDPR|voluntary commitments|entry into force|takes effect|enters into force"
            "|took effect|verdict|plaintiff|plaintiffs|complaint|complaints|pauses enforcement|gesetz|gesetze"
            "|gesetzentwurf|gesetzesentwurf|verordnung|richtlinie|bußgeld|urteil|gericht|landgericht|klage|klagt"
            "|verklagt|verbot|verbietet|datenschutz*|aufsichtsbehörde|bundesregierung|bundestag|bundesrat|kabinett"
            "|referentenentwurf|konsultation|ministerium|exportkontrolle*|urheberrecht*|regulierung|kartellamt"
            "|bundeskartellamt|bundesnetzagentur|bundesgerichtshof|oberlandesgericht|beschließt|verabschiedet"
            "|kennzeichnungspflicht|gemeinsamer standpunkt|loi|lois|règlement|décret|amende|amendes|tribunal|cour"
            "|justice|plainte|assemblée nationale|sénat|sénateurs|députés|gouvernement|ministre|autorité|sanction"
            "|sanctionne|sanctionnée|projet de loi|proposition de loi|consultation publique|droit d'auteur|encadrer"
            "|encadrement|interdit|interdiction|recommandations|ley|regulación|multa|legge|regolamento|multato"
            "|sanzione|lei|projeto de lei|memorandum|red tape|permits|statutory|ratify|ratifies|ratified"
            "|open letter|charter|legally|illegal|illegally|unlawful|unlawfully|criminal|offence|whistleblower"
            "|whistleblowers|abkommen|regierung|gesetzlich|frist|fristen|aufsicht|polizeigesetz|verfassungsgericht"
            "|karlsruhe|mahnt|abmahnung|contrôle|autorités|droit|droits|cartel|anti-trust|censorship"
            "|censor|outright ban|opt-in|opt-out rights|pre-emption|chip sales|smuggled|smuggling|curb|curbs|export"
            "|exports|licences|self-regulation|deregulation|summit statement|safety testing"
            "|safety tests|mandatory|obligations|obliges|obliged"
            "|rights group complaint|comply|appeal|appeals|immunity|disclosures|attorney|prosecutors|prosecutor"
            "|indictment|jail|convicts|guilty|crown court|whistleblower protections|licensing-first"
            "|competent authority|watchlist|watchlists|rights holders|remuneration|opt-out"
            "|certifies|amici|enact|enacts|enacted|enactment|waiver|waivers"
            "|civil investigative|charged|charges|prosecute|strafrecht|straftatbestand|eilantrag|bußgelder|klagen"
            "|verfassungs*|enquête|recours|juge|juges|eurodéputés|proposition|valide|contestée|assigné|senat|senats"
            "|vetos|permits required|mandates|formal proceedings|formal investigation|rulings|criminal complaint"
            "|public procurement|hold liable|holds platform liable|urheber|lawful|unconstitutional"
            "|international panel|scientific panel"
        ),
        0.6: (
            "classified work|classified networks|secret networks|classified|halt|rules|rule|policy|policies"
            "|guidelines|guidance|declaration"
            "|pledge|pledges|accord|investigation|investigates|investigating|investigate|charged|charges|indicted"
            "|sentenced|jailed|convicted|mandate|mandates"
            "|task force|taskforce|commission|committee|council|public sector|federal|taxpayer|government"
            "|governments|governor|ministers|officials|politicians|state|states|election|elections|campaign ads"
            "|labelling|labeling|curbs|restrictions|restrict|restricts|resolution"
            "|procurement|copyright"
            "|union|unions|discrimination|discriminated|moratoria|petition|open letter"
            "|advisory|bipartisan|democrats|republicans|public funding|grant|grants|approves|adopts|adopted"
            "|repeal|repeals|rescinds|rescind|revokes|revoked|sovereign|sovereignty|geopolitical"
            "|diplomacy|military|defence|defense|deterrence|treaties|staatlich*|behörde|behörden|ethikrat|strategie"
            "|stratégie|cnil|rapport|sicherheitsinstitut|minister|ministerin|urge"
            "|urges|calls for|loosen|tighten|tightens"
            "|weaken|weakens|unveils plan|taxpayers"
            "|inventory|inventories|voters|diplomats"
            "|allies|supply chain risk|sandbox|pilot scheme|public services|civil servants"
            "|power grid"
        ),
    },
    "soft": {
        0.6: (
            "guardrails|accountability|agreement|bias|block|blocked|blocks|budget|campaign|certified|citizens"
            "|commitments|ai sovereignty"
            "|compliance|consent|damages|delay|delays|demand|demands|democracy|disclose|disclosure|duties|duty"
            "|ethical|ethics|framework|freeze|governance|grid|infrastructure|letter|licence|license|licensing"
            "|limit|limits|national|notified|passed|passes|permit|plan|principles|privacy|promise|promises"
            "|protect|protection|protects|public|recht|rechte|requirement|requirements|rights|risk|risks|roadmap"
            "|safeguards|safety|schools|scrap|scraps|standard|standards|stay|strategy|strike|summit|surveillance"
            "|suspend|suspended|suspends|suspension|threatens|toolkit|transparency|vote|votes|warn|warns"
        ),
    },
    "actor": {
        1.0: (
            "innenminister*|bundesinnenminister*|digitalminister*|justizminister*|verbraucherzentrale*|egovernment"
            "|digital government|financial reporting council|sentencing commission|councillors|councilors"
            "|council members|ottawa"
            "|canberra|=FTC|federal trade commission|=EEOC|=FCC|=SEC"
            "|=CFPB|=DOJ|justice department|department of justice|=DHS"
            "|=FDA|=NIST|=HHS|=HUD|=OMB|=OSTP|=NTIA|=CISA|=NHTSA|=GAO|=BIS|=USPTO|patent office|copyright office"
            "|commerce department|department of commerce|department of education|=NLRB|=Pentagon|=DARPA|=GSA"
            "|white house|congress|senate|senator|senators|house committee|house panel|house of representatives"
            "|house of lords|house of commons|=MPs|=MEPs|=MEP|=lords|peers|parliament|parliamentary|parliamentarians"
            "|assembly|national assembly|bundestag|eu commission|european commission|european parliament"
            "|european council|european union|european data protection|=EDPB|=EDPS|=ENISA|=EU|=E.U.|eu's|brussels"
            "|council of europe|=OECD|=G7|=G20|=UN|=U.N.|united nations|unesco|=ITU|=NATO|=ASEAN|african union"
            "|=BRICS|=ICO|information commissioner|=CMA|competition and markets authority|=Ofcom|=FCA|=DSIT|=MHRA"
            "|downing street|whitehall|prime minister|=CNIL|cnil|=Garante|garante|=AEPD|=BfDI|=DPC"
            "|data protection commission|data protection authority|privacy commissioner|privacy watchdog|=OAIC"
            "|esafety|=eSafety|=ACCC|=PIPC|=KFTC|=JFTC|=MeitY|=MEITY|=CAC|cyberspace administration|=MIIT"
            "|state council|=NDRC|=ANPD|=IMDA|=PDPC|=Newsom|=Hochul|=Polis|=DeSantis|=Biden|=Trump|=Macron|=Modi"
            "|=Starmer|=Sunak|=Kyle|=Donelan|=Kendall|=Carney|=Solomon|=Albanese|=Meloni|=Lula|=Scholz|=Merz"
            "|=Von der Leyen|von der leyen|=Breton|=Virkkunen|=Vestager|=Raimondo|=Lutnick|=Sacks|=Kratsios|=Cruz"
            "|=Hawley|=Blumenthal|=Schumer|=Wiener|=Lina Khan|=Ferguson|=Guterres|=Vance|=Xi|=AG|=Paxton|=Bonta"
            "|california legislature|city council|mayor|school board|ministry|minister|=Beijing|government|governor"
            "|lawmakers|regulator|regulators|police|=Met Police|=TSA|=IRS|=ICE|immigration authorities|home office"
            "|=NHS|=SAG-AFTRA|=NSA|=CIA|=FBI|=USTR|treasury|=WHO|=WTO|=ISO|=IEEE|=ETSI|=CEN-CENELEC|=CJEU"
            "|conseil d'état|conseil constitutionnel|commission européenne|parlement européen|eu-kommission"
            "|eu-parlament|europäische kommission|=Bund|=Länder|house lawmakers|board of supervisors|=CPPA"
            "|energy department|department of energy|labor department|department of labor|education department"
            "|state department|interior ministry|defence ministry|defense ministry|insurance commissioners"
            "|commissioners"
            "|county board|county commissioners|police superintendent|attorney-general|diplomats|auditors"
            "|inspector general"
            "|border agents|immigration agents|crown prosecution|public prosecutor|legislative council"
            "|state regulators|data protection board|information regulator|electoral commission|election commission"
            "|bundesnetzagentur|landtag|ministerin|ministre|préfecture|conseil municipal"
            "|privacy agency|cabinet|ministers|commerce secretary|technology secretary|us officials"
            "|un general assembly|=UNGA|=Altman at|=AI Office|cartel office|competition authority"
            "|competition watchdog|data watchdog|ombudsman|=Bundesnetzagentur|=Bundeskabinett|=DGCCRF|=Hegseth"
            "|=Milei|=Takaichi|=Ishiba|=Kishida|=Yoon|=Carr|=Noem|federal agencies|agencies|department of war|=IMY"
            "|=Datatilsynet|presidential|=Pope|vatican|tribunal|privacy authority|privacy authorities"
            "|consumer watchdog|eu lawmakers|eu ministers|bürgerrechtler|=BSI|=SPD|=CDU|=FDP|landesregierung|polizei"
            "|la police|le gouvernement|ministère|premier ministre|défenseur des droits"
        ),
    },
    "product": {
        1.0: (
            "new feature|new features|rolls out|rolling out|now available|app update|subscription|subscribers"
            "|hands on|review|beta|upgrade|upgrades|flagship|smartphone|smartphones|iphone|pixel|laptop|laptops"
            "|gadget|gadgets|app store|plugin|api pricing|open sources|context window|token context|benchmarks"
            "|benchmark|outperforms|state of the art|image generator|video generator|voice mode|assistant"
            "|smart glasses|wearable|earbuds|paying users|free users|free tier|pro users|power users|workflow"
            "|workflows|integrates|integration|productivity|sdk|developers can|shopping|recipes|playlist|playlists"
            "|personalised|personalized|faster and cheaper|coding assistant|coding agent|search engine|browser"
            "|new model|latest model|reasoning model|powered by|multimodal|neue funktion*|nouvelle fonctionnalité*"
            "|dashboard|copilots|automate your|ai-powered platform|saas|customer service|customer support|e-commerce"
            "|enterprise customers|use cases"
        ),
        0.6: (
            "launches|launch|launched|unveils|unveiled|unveil|introduces|introducing|debuts|releases|released"
            "|release|announces|feature|features|app|apps|version|update|updates|device|devices|startup|start-up"
            "|platform|tool|tools|partners with|partnership with|users|customers"
        ),
    },
    "money": {
        1.0: (
            "in talks to raise|raises funding|raises|raised|series a|series b|series c|series d|series e|seed round"
            "|seed funding|funding round|valuation|valued at|investors|venture|venture capital|unicorn|acquires"
            "|acquisition of|to acquire|acquired|ipo|led by|fundraising|stake|buyout|backed by|finanzierungsrunde"
            "|levée de fonds|lève|pre-seed|talks to raise|tender offer|hedge fund|term sheet|angel investors"
        ),
    },
    "earnings": {
        1.0: (
            "earnings|quarterly|revenue|revenues|forecast|forecasts|shares|stock|stocks|share price|analysts"
            "|wall street|market cap|profit|profits|sales|guidance for|nasdaq|s&p 500|investor day|fiscal|outlook"
            "|rally|rallied|selloff|sell-off|price target|upgraded to buy|dividend|guides|beats estimates|bull|bears"
            "|trader|traders|portfolio|etf|aktie|aktien|umsatz|quartal|gewinn|chiffre d'affaires|bourse|bénéfice"
            "|per cent rise in|capex|trillion market|ceo says|job cuts|layoffs|lays off|corporate jobs|bottom line"
            "|shares jump|shares jumped|surges|soars|slides|plunges|market value|the quarter|first quarter"
            "|second quarter|third quarter|fourth quarter|quarter results|quarter profit"
        ),
    },
    "research": {
        1.0: (
            "researchers|cyclone|cyclones|hurricane|hurricanes|weather|arxiv|preprint|scientists|algorithm can"
            "|protein|drug discovery|clinical trial|dataset"
            "|datasets|peer reviewed|astronomers|physicists|mri|radiologists|cancer|tumour|tumours|tumors|diagnosis"
            "|diagnose|neuroscience|quantum|breakthrough|fine-tuning|reinforcement learning|reward|robotics lab"
            "|transformer|attention mechanism|embedding|embeddings|hallucinations|professor|policy gradient"
            "|policy gradients|policy optimization|policy optimisation|proximal policy|policy network"
            "|policy networks|policy learning|optimal policy|off-policy|on-policy|behavior policy|behaviour policy"
            "|robot policy|robot policies|diffusion policy|visuomotor|policy iteration|forscher|forscherinnen"
            "|chercheurs|study shows|novel method|molecule|molecules|weather model|exoplanet|fossil|genome"
            "|antibiotic|trained in simulation|robot learns|nobel|patients|radiologist|hospital trials|in mice"
            "|scrolls|species|galaxies"
        ),
        0.6: ("trial|paper|experiment|simulation|study|scientists|professor"),
    },
    "it": {
        1.0: (
            "access policy|access policies|access management|policy engine|policy as code|policy-as-code"
            "|password policy|conditional access|iam policy|iam policies|zero trust|firewall|network policy"
            "|network policies|security policies in|kubernetes|retention policy|terraform|insurance policy"
            "|policyholder|policyholders|insurers|monetary policy|interest rates|interest rate|rate cuts|rate cut"
            "|return policy|refund policy|group policy|least privilege|rule engine|business rules|association rules"
            "|fiscal policy|okta|active directory|data governance platform|governance tool|insurtech|underwriting"
            "|claims processing|privacy policy|cookie policy|company policy|usage policies|most policies"
            "|home policies|motor policies|settles claim|settles claims|settle claims in|return policies"
            "|agent policy|phone policy|dress code"
        ),
    },
    "culture": {
        1.0: (
            "film|movie|movies|novel|album|song|songs|band|singer|actor|actress|hollywood|festival|exhibition|artist"
            "|gallery|museum|fashion|netflix|podcast|celebrity|box office|episode|sequel|video game|gamers|gaming"
            "|comedian|comedy|concert|grammy|poem|poetry|painting|dating|wedding|pets|recipe|travel tips|holiday"
            "|football|nba|nfl|cricket|premier league|playoffs|esports|tv show|documentary|spielfilm|roman|musée"
            "|exposition|chanson|meme|memes|viral|influencer|influencers|fans|tiktok trend|theatre|opera|rapper"
            "|book club|bestseller|novelist|director's cut|screenplay|playwright|art sold|auction|band's|christie's"
            "|chess|playing|star wars|prize-winning|tonight|streaming|tv|radio host|musical|games maker|thriller"
            "|drama|trailer|ad campaign|christmas ad|best picture|oscar|oscars"
        ),
    },
    "howto": {
        1.0: (
            "how to|tutorials|register now|how i used|hands-on|best ai tools|things to know about|prompts"
            "|step by step|beginner's guide|tutorial"
            "|crash course|cheat sheet|webinar|career advice|resume|cover letter|hacks|top 10|ways to use"
            "|what i learned|i tried|we tested|here's what happened|certification|bootcamp|online course"
            "|black friday|deals|discount|coupon|ai jobs to apply|explained simply|sponsored"
        ),
    },
    "not_ai": {
        1.0: (
            "avian influenza|bird flu|poultry|h5n1|=H5N1|=HPAI|egg prices|flock|flocks|air india|=AI171|airline"
            "|airlines|boeing|airbus|dgca|aircraft|flight|flights|runway|pilots|dreamliner|amnesty"
            "|amnesty international|artificial insemination|adobe illustrator|grippe aviaire|vogelgrippe|geflügel"
            "|volaille|volailles|=Ai Weiwei|ai weiwei|dairy cows|cattle|wild birds|turkeys|chickens|death penalty"
            "|prisoners of conscience|cockpit|tata group|insemination"
        ),
    },
    "place": {
        1.0: (
            "=Australia|=Canada|=Britain|=UK|=U.K.|=Italy|=France|=Germany|=Denmark|=Spain|=Ireland|=Brazil|=India"
            "|=Japan|=Vietnam|=Kazakhstan|=Taiwan|=Singapore|=China|=U.S.|=US|south korea|=Korea|=Kenya|=Nigeria"
            "|=Chile|=Peru|=Switzerland|=Netherlands|=Turkey|=Israel|=UAE|saudi arabia|=Texas|=Colorado|=California"
            "|=Illinois|=Utah|=Tennessee|new york|=Virginia|=Connecticut|=Montana|=Michigan|=Washington|=Florida"
            "|=Maine|=Vermont|=Massachusetts|new jersey|=Arkansas|=Kentucky|=Maryland|=Minnesota|=Ontario|=Quebec"
            "|=Québec|new hampshire|new mexico|north carolina|south carolina|rhode island|=Georgia|=Hawaii|=Ohio"
            "|=Oregon|=Nevada|=Arizona|=Louisiana|=Alabama|=Oklahoma|=Missouri|=Kansas|=Nebraska|=Iowa|=Wisconsin"
            "|=Delaware|=Pennsylvania|=Indiana|=Idaho|=Wyoming|north dakota|south dakota|west virginia|=Mississippi"
            "|=Alaska|=Scotland|=Wales|hong kong|=Thailand|=Indonesia|=Malaysia|=Philippines|=Pakistan|=Bangladesh"
            "|new zealand|=Norway|=Sweden|=Finland|=Poland|=Austria|=Belgium|=Greece|=Portugal|=Hungary|=Ukraine"
            "|=Russia|=Mexico|=Argentina|=Colombia|south africa|=Ghana|=Egypt|=Rwanda|=Morocco|=Vatican|=Deutschland"
            "|=Union européenne|=UE|new york city|san francisco|=Seattle|=European|=British|=Chinese|=American"
            "|=German|=French|=Italian|=Dutch|=Irish|=Indian|=Japanese|=Korean|=Canadian|=Australian|=Brazilian"
            "|=London|=Seoul|=Tokyo|=Delhi|=Ottawa|=Canberra|=Dublin|=The Hague|=Berlin|=Paris|=Rome|=Madrid"
            "|=Abu Dhabi|=Riyadh"
        ),
    },
    # Absorbs phrases whose words would mislead one by one; counts for nothing.
    "neutral": {
        1.0: (
            "law of turbulence|laws of physics|law of physics|moore's law|scaling laws|scaling law|murphy's law"
            "|neural scaling law|raises questions|raises concerns|raises alarm|raises fears|raises doubts"
            "|raises issues|raised concerns|raised questions|raises the bar|raised alarm|press release|law firm"
            "|law firms|law school|bill gates|public company|good news|chief executive|act of god|class act"
            "|in its own right|all right|right now|bill clinton|rights reserved|terms of service|justice league"
            "|star court|tennis court|basketball court|food court|united states of|social security|ring fence"
            "|pilots ai|pilot ai|pilots the ai|ai pilots|companies ban|firms ban|employers ban|companies bans"
            "|company bans|banks ban|bank bans|offices ban"
            "|startup bans"
            "|companies have banned|firms have banned|bans on using|bans employees|bans staff|ban employees|ban staff"
            "|employees from using|staff from using|public policy team|public policy staff|head of public policy"
            "|internal guidelines|internal policy|usage policy|usage policies|content policy|house rules|style guide"
            "|fair play|credit card|data law|building blocks|building block|legal ai|contract law|employment law"
        ),
    },
}
