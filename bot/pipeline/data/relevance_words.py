"""Words that speak for or against “this is AI policy”, by kind and weight; read by `pipeline.relevance`."""

from __future__ import annotations

from typing import Final

# kind -> weight -> phrases, in the phrase syntax of `phrases.Lexicon`, divided by |.
# Kinds: `ai` the subject is AI; `near` technology that is AI policy only beside a strong policy word; `both` proves
# AI and policy at once; `neutral` absorbs phrases whose words would mislead, and counts for nothing; the rest speaks
# against. Acts of state and those who perform them: `relevance_state_words`.
TABLE: Final[dict[str, dict[float, str]]] = {
    "both": {
        1.0: (
            "=AI Act|=AI Bill|=AI Law|ai bill|ai bills|ai law|ai laws|ai legislation|ai regulation|ai regulations"
            "|ai rules|ai rulebook|ai regulator|ai regulators|ai regulatory|ai treaty|ai convention|ai liability"
            "|ai safety institute|ai security institute|ai safety summit|ai action summit|ai impact summit"
            "|ai seoul summit|ai summit|=AISI|=CAISI|ai office|ai board|ai policy|ai policies|ai strategy"
            "|national ai strategy|ai action plan|ai czar|ai minister|ai moratorium|ai preemption|ai legislative"
            "|ai oversight|ai executive order|ai order|ai bill of rights|ai basic act|ai promotion act|ai safety bill"
            "|ai safety law|ai safety rules|ai transparency act|ai accountability|ai code of practice"
            "|ai code of conduct|ai risk management framework|ai export|ai exports|ai export controls|ai chip export"
            "|ai chip exports|ai diffusion|ai labelling rules|ai labeling rules|ai safety standards|ai standards"
            "|ai watchdog|ai sandbox|ai lawsuit|ai copyright|ai and copyright|ai ethics guidelines|ai ban"
            "|ai guidelines|ai guidance|ai advisory|ai task force|ai taskforce|ai committee|ai commission|ai council"
            "|ai caucus|ai hearing|ai advisers|ai advisor|ai envoy|ai commissioner|ai unit|ai pact|ai pledge"
            "|ai declaration|ai resolution|ai accord|ai framework|responsible ai in government"
            "|ai training data transparency|algorithmic accountability|algorithmic discrimination"
            "|algorithmic transparency|automated decision making|automated decision systems"
            "|automated employment decision|automated employment decision tools|predictive policing|=TAKE IT DOWN"
            "|=Take It Down Act|=NO FAKES Act|=RAISE Act|=ELVIS Act|=TRAIGA|=DEFIANCE Act|=GUARD Act|deepfake law"
            "|deepfake laws|deepfake bill|deepfake ban|deepfakes bill|deepfakes law|digital omnibus|gpai code"
            "|hiroshima process|hiroshima ai process|bletchley declaration|bletchley park|ai diffusion rule"
            "|frontier ai regulation|autonomous weapons|killer robots|genesis mission"
            "|framework convention on artificial intelligence|regulate ai|regulating ai|regulates ai|regulation of ai"
            "|regulate artificial intelligence|regulating artificial intelligence"
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
            "|encadrement de l'ia|gouvernance de l'ia|règles sur l'ia|conseil de l'ia|vidéosurveillance algorithmique"
            "|ley de ia|ley de inteligencia artificial|marco legal da inteligência artificial|marco legal da ia"
            "|legge sull'ia|ddl intelligenza artificiale|pl da ia|sb 1047|sb 53|sb 24-205|sb 205|hb 149|eo 14110"
            "|eo 14179|ai experiments|safety institute|security institute|ai safety commitments|frontier safety"
            "|ai washing|ai-washing|ai companies must|ai hallucinations complaint|ai principles|ai red lines"
            "|ai accountability act|sovereign ai|ai procurement|ai in government|ai in the public sector|ai act's"
            "|social scoring|ai literacy law|deepfake porn law|criminalises deepfake|facial recognition ban"
            "|facial recognition law|ai copyright case|ai-related bills|ai-related laws|ai-related legislation"
            "|ai superpower|ai adviser|ai and human rights|ai pause|pause ai|ai safety treaty|ai nationalism"
            "|machine-made content|deep synthesis|platform work directive|autonomous weapon|lethal autonomous weapons"
            "|seoul declaration|ai-nuclear|nudify apps|nudification apps|ai super pac|ai-generated political ads"
            "|ki-servicezentrum|ki-service-desk|ki-reallabor*|ki-trainingsdaten|acte ia|ai continent|ai gigafactory"
            "|ai gigafactories|ai growth zones|ai growth zone|ai opportunities|chatbot law|chatbot bill"
            "|companion chatbot law|synthetic media law|ai-systemen|live facial recognition"
            "|facial recognition cameras|police facial recognition|face-scanning cameras|digital replicas bill"
            "|ai-generated child abuse|deepfake porn|deepfake nudes|training data transparency|voluntary ai"
            "|ai whistleblower|ai whistleblowers|ai incident|ai incidents|ai preemption bill|ai companions ban"
            "|ai infrastructure bill|ai systems act|ai liability directive|ai measure|ai measures|ai statute"
            "|ai charter|ai roadmap|ai plan|ai ministers|ministers ai|ai envoys|ai diplomacy|ai race with china"
            "|ai sanctions|ai security law|ai ordinance|ai provisions|ai amendments|ai clause|ai safety regulator"
            "|ai agency|ai authority|ai supervision|supervisory authority for ai|ai supervisory|ai waivers"
            "|ai insurance rule|ai red tape|let nvidia|lets nvidia|allow nvidia|allows nvidia|bars nvidia"
            "|nvidia to sell|sell h20|sell h200|ship h200|ship h20|h20 sales|h200 sales|chips to china|gpus to china"
            "|=AESIA|ai weapons|ai-powered weapons|military ai|ai warfare|ai arms race|ai disclosure law"
            "|ai bias audit|ai bias audits|ai impact assessment|ai impact assessments|algorithmic impact assessment"
            "|algorithmic impact assessments|algorithmic pricing|surveillance pricing|algorithmic management"
            "|algorithmic bias|automated decision making technology|anti-deepfake|deepfake legislation|deepfake rules"
            "|deepfake statute|deepfake crackdown|deepfake victims|fake citations|fabricated citations"
            "|hallucinated citations|fictitious citations|fake case citations|nonexistent citations"
            "|ai-generated citations|ai citations|hallucinated cases|ai-generated legal filings|ai in court"
            "|ai in courts|ai in elections|ai and elections|ai and democracy|=NO FAKES|no fakes"
            "|ai prior authorization|ai denials|ai denial|ai legislative framework|ai rule|ai export rule"
            "|ai chip rule|ai chip smuggling|ai chip curbs|ai chip controls|ai chip ban|ai lobbying|ai lobby"
            "|ai super pacs|ai pac|ai bans|ai crackdown|ai probe|ai inquiry|ai investigation|ai enforcement"
            "|ai complaint|ai lawsuits|ai suit|ai suits|ai litigation|ai class action|ai class actions|ai antitrust"
            "|ai merger|ai tariff|ai dividend|ai treaty talks|ai deal with china|ai working group|ai select committee"
            "|ai subcommittee|ai bureau|ai secretary|ai tsar|ai ambassador|ai commissioners|ai inspectorate"
            "|ai registry|ai register|ai inventory|ai use case inventory|ai officers|chief ai officer"
            "|chief ai officers|ai guardrail bill|ai workforce act|ai kids bill|ai companion law|ai companion bill"
            "|ai therapy ban|ai therapist ban|ai toys ban|ai likeness|ai replicas|ai voice law|ai policing"
            "|ai in policing|ai-generated evidence|ai personhood|ai sentience law|ai rights bill|ai inventorship"
            "|ai training data law|ai crawlers law|sovereign compute|compute governance|frontier ai act"
            "|frontier ai law|frontier ai bill|ai frontier bill|ai non-proliferation|ai preparedness"
            "|ai catastrophic risk|ai extinction|ai existential risk|ai risk bill|ai stress test|ai bubble regulators"
            "|facial recognition ordinance|facial recognition moratorium|facial recognition bill"
            "|facial recognition policy|wrongful facial recognition|ki-servicestelle|ki-aufsichtsbehörde"
            "|ki-beauftragte*|ki-beirat|ki-rat|ki-ministerium|ki-minister*|ki-staatssekretär*|ki-verbot*|ki-pflicht*"
            "|ki-richtlinie*|ki-leitlinie*|ki-leitfaden|ki-klage*|ki-urteil*|ki-urheberrecht|ki-omnibus|ki-gesetze"
            "|ki-gesetzgebung|ki-rahmen*|ki-souveränität|ki-gigafabrik*|ki-überwachung|ki-videoüberwachung"
            "|ki-sicherheitsinstitut|ki-kompetenzpflicht|ki-transparenz*|ki-enquete*|ki-regel*|ki-vorschrift*"
            "|ki-vorgaben|ki-abkommen|ki-aktionsplan|ki-durchführungsgesetz|ki-kennzeichnungspflicht|ki-kommission"
            "|ki-bundesamt|ki-entwurf|ki-mig|deepfake-gesetz|deepfake-verbot|deepfake-paragraf*|ki-act"
            "|règlement européen sur l'intelligence artificielle|régulation de l'intelligence artificielle"
            "|réguler l'intelligence artificielle|encadrer l'intelligence artificielle"
            "|loi sur l'intelligence artificielle|loi européenne sur l'ia|règlement sur l'intelligence artificielle"
            "|loi européenne sur l'intelligence artificielle|convention sur l'ia|charte sur l'ia|régulation ia"
            "|droit de l'ia|ia et droit d'auteur|droit d'auteur et ia|droits d'auteur et ia|plan ia|stratégie ia"
            "|ia de confiance|gendarme de l'ia|sommet ia|ministre de l'ia|commission de l'ia"
            "|encadrement de l'intelligence artificielle|gouvernance de l'intelligence artificielle"
            "|vidéosurveillance par ia|caméras augmentées|vidéosurveillance augmentée"
        ),
        0.75: (
            "human authorship|safe ai|facial recognition|face recognition|reconnaissance faciale|gesichtserkennung*"
            "|=Clearview|clearview|ai governance|facial scanning|face-scanning program|facial scans|face surveillance"
            "|live face|scans faces|scan faces|scanning faces|facial-recognition|face scanner|face scanners"
            "|facial identification|ai disclosure|ai disclosures|ai transparency|ai labels|ai labelling|ai labeling"
            "|ai watermarking|ai audits|ai audit|ai protections|ai surveillance|ai-powered surveillance|ai authorship"
            "|ai inventor|ki-kompetenz|ki-offensive|ki-debatte|ki-wettlauf|ki-drohnen|ki-waffen|ai layoffs tax"
            "|responsible ai principles|ai subsidies|ai funding bill|ai sovereignty fund|ai data center moratorium"
            "|right to explanation"
        ),
    },
    "ai": {
        1.0: (
            "=AI|=A.I.|=AIs|artificial intelligence|=GenAI|genai|generative|chatbot|chatbots|=ChatGPT|chatgpt|=OpenAI"
            "|openai|=GPT|=Anthropic|anthropic|deepseek|=DeepMind|deepfake*|deep fake|deep fakes|machine learning"
            "|large language model|large language models|=LLM|=LLMs|frontier model|frontier models|foundation model"
            "|foundation models|general purpose models|=GPAI|=AGI|superintelligence|superintelligent|=Clearview"
            "|clearview|=xAI|character.ai|=Character.AI|=Replika|=Midjourney|=Stability AI|stable diffusion"
            "|stability ai|=Mistral|nudify|nudification|nudifying|nudifier|synthetic media|algorithmic|voice cloning"
            "|voice clone|voice clones|ai-generated|machine generated|neural network|neural networks"
            "|emotion recognition|lethal autonomous|automated decision|automated decisions|generative models"
            "|self-learning algorithms|=Grok|=Worldcoin|text and data mining|=Perplexity AI|agentic|=KI|=K.I."
            "|künstliche intelligenz|künstlicher intelligenz|künstlichen intelligenz|sprachmodell*|ki-modell*"
            "|ki-system*|ki-anwendung*|ki-training*|ki-unternehmen|ki-chatbot*|ki-bilder|ki-chip*|ki-generiert*|=IA"
            "|intelligence artificielle|intelligences artificielles|hypertrucage*|modèles de langage"
            "|agents conversationnels|agent conversationnel|inteligencia artificial|inteligência artificial"
            "|intelligenza artificiale|reconocimiento facial|kunstmatige intelligentie|sztuczna inteligencja"
            "|artificiell intelligens|kunstig intelligens|=Altman|sam altman|=Hinton|=Bengio|=LeCun|=LAION|=Lovo"
            "|face-scanning|face scans|faceprints|chat bot|chat bots|synthetic image|synthetic images"
            "|synthetic content|digital replica|digital replicas|dual-use models|safety frameworks|deep synthesis"
            "|voice imitation|ai-voiced|autonomous systems|machine-made|=GPT-4|=GPT-5|=ChatGPT's|algorithmique"
            "|algorithmiques|companion bot|companion bots|compagnons virtuels|conversational agents|sprachmodelle"
            "|ki-gestützt*|ki-generierte|self-learning|generated images|large models|llms|general-purpose models"
            "|general purpose model|=AI-generated|self driving|deep learning|computer vision|=Sora|large language"
            "|=KIs|multimodal models|ki-übersichten|ai overviews|ai overview|ai scribe|ai scribes|=Character AI"
            "|=OpenClaw|=Qwen|=Moonshot AI|=Zhipu|=ElevenLabs|=Hugging Face|=Scale AI|=SenseTime|=Megvii|=iFlytek"
            "|=Cohere|robot conversationnel|robots conversationnels|ki-nutzung|ki-tool*|ki-werkzeug*|ki-agent*"
            "|ki-modus|ki-stimme*|ki-inhalt*|ki-firm*|ki-konzern*|ki-branche|ki-forscher*|ki-start-up*|ki-startup*"
            "|ki-starts|ki-assistent*|ki-bots|ki-video*|ki-bild*|ki-musik|ki-suche|ki-rechenzentr*|=ChatGPT Edu"
            "|chat-gpt|=Chat-GPT|open-ai|=Open-AI|ia générative|voix de synthèse|voix synthétique*|voix clonée*"
            "|clonage vocal|clonage de voix|hypertrucages|=OpenAI's|=Anthropic's|=Nvidia AI|=X.AI|=x.ai"
        ),
        0.75: (
            "algorithm|algorithms|algorithmus|algorithmen|algorithme|algorithmes|=Copilot|=Perplexity|=Claude|=Gemini"
            "|=Llama|=Suno|=Udio|=Palantir|=HireVue|=Workday|=RealPage|training data|trained on|=Rite Aid|biometric"
            "|biometrics|biometrische*|biométrique*|self-driving|driverless|robotaxi|robotaxis|autonomous vehicle"
            "|autonomous vehicles|autonomous driving|autonomous drones|companion apps|=Nudify|automated systems"
            "|automated hiring|automated system|robocalls|robocall|robocaller|voice was cloned|predictive algorithm"
            "|vidéosurveillance intelligente|=SyRI|=Robodebt|robodebt|voice cloned|algorithmically|trained its models"
            "|training its models|train models|training models|to train|used for training|opt out of training|=LibGen"
            "|pirate libraries|=Luminar|license plate readers|licence plate|=Flock|smart cameras|deep-fake"
            "|manipulated images|manipulated videos|intimate images|automatisierte|automatisiertes"
            "|software that screened|screening software|hiring software|live recognition|face alerts|thaler|=Thaler"
            "|synthetic images|prompts alone|streaming tool|biased tool|risk scoring|scoring algorithm|supercomputing"
            "|=GPT|answer engine|=Encyclopaedia Britannica v|image generator|generated by machines"
            "|autonomous weapon systems|voice model|=Meta AI|grok|synthetic voices|synthetic voice"
            "|lunettes connectées|ki-brille*|automated firing|automated dismissal|automated dismissals"
            "|automated grading|automated monitoring|automated essay scoring|automated content moderation"
            "|automated benefits|ambient scribe|ambient scribes|ambient listening|=ShotSpotter|=SafeRent|=Evolv"
            "|=iTutorGroup|=Super Micro|algorithmisch*|robo-taxi*|self-driving trucks|autonomous trucks"
            "|driverless trucks|driverless cars|self-driving cars|automated decision-making|automated license plate"
            "|=ALPR|=ALPRs|predictive model|black box algorithm|black-box algorithm|ai2|emotion ai"
            "|recommender systems|recommendation algorithm|recommendation algorithms"
        ),
    },
    "near": {
        1.0: (
            "chip|chips|semiconductor|semiconductors|=Nvidia|nvidia|=NVIDIA|=GPU|=GPUs|=ASML|=TSMC|=SMIC|=H20|=H100"
            "|=H200|=H800|=A100|advanced computing|data center|data centers|data centre|data centres|datacentre"
            "|datacentres|datacenter|datacenters|halbleiter|halbleitern|rechenzentren|rechenzentrum"
            "|centres de données|semi-conducteurs|puces|supercomputer|supercomputers|=Huawei|humanoid|gpu|gpus"
            "|chipmaker|chipmakers|chipmaking|supercomputing|h20|memory chips|nexperia|=Nexperia|=Ascend|blackwell"
            "|stop the clock|safety institutes|network of institutes|algorithm|algorithms|algorithmus|algorithmen"
            "|algorithme|algorithmes|face matching|face-matching|face match|face scan|face scans|face scanning"
            "|face alerts|faceprint|faceprints|pick their own targets|biometric|biometrics|biometrisch*|biométrie"
            "|biométrique|digital replicas|voiceprints|vidéosurveillance|caméras|videoüberwachung"
            "|license plate readers|emotion detection|social media algorithms|semiconducteurs|software that"
            "|cloud providers|fraud scoring|risk scores|risk profiling|fraud algorithm|scoring system"
            "|autonomous surveillance|surveillance towers|robo-adviser|robo-advisers|robo advisor|robo tool|robo-debt"
            "|automated cancellations|automated welfare|automated benefit|automated decisions about|profiling tool"
            "|detection software|predictive models|job bot|welfare algorithm|benefits algorithm|visa algorithm"
            "|face database|facial database|plate readers|software refused|software rejected|automatically refused"
            "|refused automatically|rejected automatically|job filter|applicant screening|application filter"
            "|software flagged|software scored|computer-generated scores|right to compute|realistic imitations"
            "|automated tools|automated tool|automated software|predictive software|predictive tool|synthetic video"
            "|synthetic videos|synthetic audio|humanoid robots|robot dogs|police robots|killer drones"
            "|social media algorithm|deactivations by algorithm|bot accounts|web scraping|data scraping|scraped"
            "|voice likeness|name and likeness|digital likeness|compute power|computing power|chip controls"
            "|tech controls|chip restrictions|black box|black-box|recruitment software|recruiting software"
            "|screening tool|scoring tool|scoring software|matching software|proctoring software|grading software"
            "|detection tools|invented cases|fake cases|made-up cases|fabricated cases|nonexistent cases"
            "|rent-setting software|pricing software|pricing algorithm|pricing algorithms|dynamic pricing"
            "|age estimation|age verification algorithm|content moderators|content moderator|data labelers"
            "|data labellers|synthetic performers|voice actors|image abuse|nonconsensual images|=Cambricon|=CXMT"
            "|=YMTC|=Moore Threads|=Hygon|high-bandwidth memory|lithography|chip tools|chip tool|chip equipment"
            "|chip-making|reject applicants automatically|automatically rejected|reject older applicants"
            "|überwachungskameras|überwachungssoftware|palantir-software|polizeisoftware|analysesoftware|chipexport*"
            "|chipverkauf*|vidéo algorithmique|caméras intelligentes|ai-ready|hyperscale|hyperscalers"
        ),
    },
    "product": {
        1.0: (
            "new feature|new features|rolls out|rolling out|now available|app update|subscription|subscribers"
            "|hands on|beta|upgrade|upgrades|flagship|smartphone|smartphones|iphone|pixel|laptop|laptops|gadget"
            "|gadgets|app store|plugin|api pricing|open sources|context window|token context|benchmarks|benchmark"
            "|outperforms|state of the art|image generator|video generator|voice mode|assistant|smart glasses"
            "|wearable|earbuds|paying users|free users|free tier|pro users|power users|workflow|workflows|integrates"
            "|integration|productivity|sdk|developers can|shopping|recipes|playlist|playlists|personalised"
            "|personalized|faster and cheaper|coding assistant|coding agent|search engine|browser|new model"
            "|latest model|reasoning model|powered by|multimodal|neue funktion*|nouvelle fonctionnalité*|dashboard"
            "|copilots|automate your|ai-powered platform|saas|customer service|customer support|e-commerce"
            "|enterprise customers|regtech|compliance software|compliance startup|compliance start-up"
            "|compliance automation|pitch prize|sensor|sensors|chatbot saves|enterprise ai|enterprise ai governance"
            "|ai agent governance|agent governance|governance tools|governance agents|shadow ai|ai rollout"
            "|buying decision|ciso|cisos|vendor|vendors|run rate|open licence|open weights|open-weight"
        ),
        0.6: (
            "launches|launch|launched|unveils|unveiled|unveil|introduces|introducing|debuts|releases|released|release"
            "|announces|feature|features|app|apps|version|update|updates|device|devices|platform|partners with"
            "|partnership with|users|customers"
        ),
        0.7: ("startup|start-up|startups|start-ups"),
        0.4: ("use cases|review|tool|tools"),
    },
    "money": {
        1.0: (
            "in talks to raise|raises funding|raises|raised|series a|series b|series c|series d|series e|seed round"
            "|seed funding|funding round|valuation|valued at|investors|venture capital|unicorn|acquires"
            "|acquisition of|to acquire|acquired|ipo|fundraising|stake|buyout|backed by|finanzierungsrunde"
            "|levée de fonds|lève|pre-seed|talks to raise|tender offer|hedge fund|term sheet|angel investors"
            "|venture fund|venture firm|venture arm|venture round"
        ),
        0.5: ("led by"),
    },
    "earnings": {
        1.0: (
            "earnings|quarterly|revenue|revenues|forecast|forecasts|shares|stock|stocks|share price|analysts"
            "|wall street|market cap|profit|profits|nasdaq|s&p 500|investor day|fiscal|outlook|rallied|selloff"
            "|sell-off|price target|upgraded to buy|dividend|beats estimates|bull|bears|trader|traders|portfolio|etf"
            "|aktie|aktien|umsatz|quartal|gewinn|chiffre d'affaires|bourse|bénéfice|per cent rise in|trillion market"
            "|ceo says|bottom line|shares jump|shares jumped|surges|soars|slides|plunges|market value|the quarter"
            "|first quarter|second quarter|third quarter|fourth quarter|quarter results|quarter profit|slower quarter"
            "|weaker quarter|weak quarter|strong quarter|record quarter|next quarter|fiscal quarter|stock rally"
            "|market rally|shares rally|chip rally|tech rally|relief rally|revenue run rate|tops estimates"
            "|beat estimates|beats expectations|tops expectations|misses estimates|sees sales|guidance cut"
            "|raises guidance|sales guidance|revenue guidance|full-year guidance|lifts forecast|raises forecast"
            "|raises outlook|trading debut|after hours|extended trading|net profit|operating profit|net income"
            "|profit jumps|profit slumps|market debut|order book|hebt prognose|prognose|börse|börsengang|nettogewinn"
            "|résultats trimestriels|trimestriel|résultat net"
        ),
        0.4: ("layoffs|lays off|job cuts|corporate jobs|capex|sales|guides"),
    },
    "research": {
        1.0: (
            "researchers|cyclone|cyclones|hurricane|hurricanes|arxiv|preprint|scientists|algorithm can|protein"
            "|drug discovery|clinical trial|dataset|datasets|peer reviewed|astronomers|physicists|mri|radiologists"
            "|cancer|tumour|tumours|tumors|diagnosis|diagnose|neuroscience|quantum|breakthrough|fine-tuning"
            "|reinforcement learning|reward|robotics lab|transformer|attention mechanism|embeddings|hallucinations"
            "|professor|policy gradient|policy gradients|policy optimization|policy optimisation|proximal policy"
            "|policy network|policy networks|policy learning|optimal policy|off-policy|on-policy|behavior policy"
            "|behaviour policy|robot policy|robot policies|diffusion policy|visuomotor|policy iteration|forscher"
            "|forscherinnen|chercheurs|study shows|novel method|molecule|molecules|weather model|exoplanet|fossil"
            "|genome|antibiotic|trained in simulation|robot learns|nobel|patients|radiologist|hospital trials|in mice"
            "|scrolls|species|galaxies|weather forecast|weather forecasts|weather forecasting|weather prediction"
            "|we propose|we present|we introduce|we show that|we study|we develop|we investigate|we demonstrate"
            "|our method|our approach|our experiments|our results|our model|our framework|experiments show"
            "|experimental results|outperforming|baselines|ablation|sim-to-real|offline rl|policy entropy|=RL|=RLHF"
            "|kl divergence|=VLA|actor-critic|locomotion|legged|quadruped|manipulation tasks|trust region"
            "|imitation learning|world model|world models|regulariser|regularizer|regularization|chain of thought"
            "|chain-of-thought|pretraining|latent space|meteorologists|forecasters|sperm whale|dna|mutations|=EEG"
            "|brain scans|policy constraints|exploration policy|conservative policy|=ICML|=NeurIPS|=ICLR"
        ),
        0.6: ("trial|paper|experiment|simulation|study|scientists|professor"),
    },
    "it": {
        1.0: (
            "access policy|access policies|access management|policy engine|policy as code|policy-as-code"
            "|password policy|conditional access|iam policy|iam policies|zero trust|firewall|network policy"
            "|network policies|security policies in|kubernetes|retention policy|terraform|insurance policy"
            "|policyholder|policyholders|monetary policy|interest rates|interest rate|rate cuts|rate cut"
            "|return policy|refund policy|group policy|least privilege|rule engine|business rules|association rules"
            "|fiscal policy|okta|active directory|data governance platform|governance tool|insurtech|underwriting"
            "|claims processing|privacy policy|cookie policy|company policy|usage policies|most policies"
            "|home policies|motor policies|settles claim|settles claims|settle claims in|return policies|agent policy"
            "|phone policy|dress code"
        ),
        0.5: ("insurers"),
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
            "|drama|trailer|ad campaign|christmas ad|best picture|oscar|oscars|comic-con|cosplay|convention centre"
            "|fan convention|audiobook|audiobooks|narrator|narrators|croisette|hologram|holograms|puffer jacket"
            "|columnist|wedding vows|umpire|umpires|referee|referees|officiating|line judges|baseball|mlb|nhl|tennis"
            "|offside|coach|bundesliga|grammys|spotify"
        ),
        0.6: (
            "dance|disco|clip|clips|selfie|selfies|puppy|sneakers|hoodie|runway show|dj|sourdough|bakery|croissant"
            "|barista|chef|restaurant|hotel guests|photographer|photo contest|twitch"
        ),
    },
    "howto": {
        1.0: (
            "how to|tutorials|register now|how i used|hands-on|best ai tools|things to know about|prompts"
            "|step by step|beginner's guide|tutorial|crash course|cheat sheet|webinar|career advice|cover letter"
            "|hacks|top 10|ways to use|what i learned|i tried|we tested|here's what happened|certification|bootcamp"
            "|online course|black friday|deals|discount|coupon|ai jobs to apply|explained simply|sponsored"
            "|your resume|your résumé|resume tips|template|templates|your small business|small business owners"
            "|your business|your company|share tips|tips for|ten tips|compared|note-takers|astuces|tipps"
        ),
    },
    "not_ai": {
        1.0: (
            "avian influenza|bird flu|poultry|h5n1|=H5N1|=HPAI|air india|=AI171|dgca|dreamliner|amnesty"
            "|amnesty international|artificial insemination|adobe illustrator|grippe aviaire|vogelgrippe|geflügel"
            "|volaille|volailles|=Ai Weiwei|ai weiwei|dairy cows|wild birds|prisoners of conscience|tata group"
            "|insemination|=AI Express|bomb threat|deplaned|flag carrier|airliner|widebody|bird-flu|culled|culling"
            "|culls|stallpflicht|geflügelpest|abattage|avian flu|avian|h5n5|h5n8|h7n9|geese|turkey flock|hens"
            "|carrier ai|tata-owned|tata-run|=A320|=A350|=787|=787s|=777|cabin crew|boarding gate|iverson|sixers"
            "|76ers|executions|hanged|extrajudicial|arbitrary detention|detainees tortured|sexed semen|frozen semen"
            "|semen|dairy herd|breeders|veterinarians|veterinarian|veterinary|aviation regulator|aviation ministry"
            "|air crash|plane crash|crash investigators|=Ahmedabad|=AAIB"
        ),
        0.5: (
            "airline|airlines|flight|flights|aircraft|runway|pilots|boeing|airbus|cockpit|cattle|turkeys|chickens"
            "|death penalty|flock|flocks|egg prices|eggs|birds|carrier|crash"
        ),
    },
    "neutral": {
        1.0: (
            "law of turbulence|laws of physics|law of physics|moore's law|scaling laws|scaling law|murphy's law"
            "|neural scaling law|raises questions|raises concerns|raises alarm|raises fears|raises doubts"
            "|raises issues|raised concerns|raised questions|raises the bar|raised alarm|press release|law firm"
            "|law firms|law school|bill gates|public company|good news|chief executive|act of god|class act"
            "|in its own right|all right|right now|bill clinton|rights reserved|terms of service|justice league"
            "|star court|tennis court|basketball court|food court|united states of|ring fence|ai pilots|companies ban"
            "|firms ban|employers ban|companies bans|company bans|banks ban|bank bans|offices ban|startup bans"
            "|companies have banned|firms have banned|bans on using|bans employees|bans staff|ban employees|ban staff"
            "|employees from using|staff from using|public policy team|public policy staff|head of public policy"
            "|internal guidelines|internal policy|usage policy|usage policies|content policy|house rules|style guide"
            "|fair play|credit card|data law|building blocks|building block|legal ai|contract law|employment law"
            "|brussels sprouts|mayor's son|treasury wine|trump organization|trump tower|trump media|xi'an"
            "|eu headquarters|european headquarters|eu hq|court jester|senator's son|governor's wife"
            "|minister's daughter|pope francis's jacket|king charles spaniel|union square|union station|state of play"
            "|state of ai|state of generative ai|advisory council|advisory board|its council|secret weapon"
            "|weapon of choice|console war|console wars|price war|price wars|browser war|browser wars|talent war"
            "|talent wars|culture war|war chest|opposition research|nuclear family|nuclear power plant|nuclear fusion"
            "|target audience|zurich insurance|berlin brands|paris saint-germain|paris hilton|austin powers"
            "|london stock exchange|munich re|boston dynamics|boston consulting group|chicago bulls|houston rockets"
            "|dallas cowboys|denver nuggets|phoenix suns|portland trail blazers|detroit lions|philadelphia eagles"
            "|manchester united|manchester city|texas instruments|texas rangers|washington post|florida panthers"
            "|carolina panthers|new york times|new york jets|new york giants|new york yankees|los angeles times"
            "|los angeles lakers|san francisco giants|san francisco chronicle|san francisco-based|new york-based"
            "|boston-based|austin-based|london-based|berlin-based|paris-based|tokyo-based|seattle-based"
            "|california-based|texas-based|newsroom ai policy|our ai policy|company ai policy|ai policy template"
            "|ai usage policy|ai use policy|our editorial policy|acceptable-use policy|acceptable use policy"
            "|desert island discs|energy drink|tennis courts|basketball courts|first responder|plea for help"
            "|court of public opinion|captain america|miss america|bank of america|good morning america"
            "|american airlines|american express|american idol|british airways|british vogue|french open|us open"
            "|u.s. open|australian open|italian job|german shepherd|french fries|swiss army knife|dutch oven"
            "|irish pub|chinese new year|spanish league|turkish airlines|indian premier league|indian wells"
            "|governor's school|governor's mansion|parliament funkadelic|judge judy|court reporter|court reporters"
            "|court reporting|ottawa senators|hockey senators|senator theme|gene regulation|gene regulatory"
            "|emotion regulation|emotional regulation|temperature regulation|transcriptional regulation"
            "|epigenetic regulation|voltage regulator|pressure regulator|congress street|congress avenue|legal tech"
            "|legaltech|law and order|police reunion|sues nobody|rally against|rallied against|rallies against"
            "|protest rally|hold a rally|jury is out|jury still out|act now|in the act|balancing act|acts of kindness"
            "|police academy|for-profit|nonprofit|non-profit|not-for-profit|nonprofits|cash prize|police dog"
            "|police procedural|thought police|fashion police|grammar police|prime minister's questions"
            "|charter school|charter schools|charter flight|charter flights|chip shop|potato chips|blue chip"
            "|wood chips|poker chips|chip in|chips in|autonomous region|autonomous community|synthetic drugs"
            "|synthetic opioids|state university|state universities|state college|state-of-the-art|state fair"
            "|=Ohio State|=Florida State|=Penn State|=Michigan State|=Iowa State|=Kansas State|solid state"
            "|steady state|in order to|united states|state street|golden state|empire state|lone star state"
            "|guidance for the quarter|court-side|ball court|policy holder|customer policy|editorial policy"
            "|no-phone policy|hearing aids|hearing aid|hearing loss|hard of hearing|power of attorney|union jack"
            "|credit union|union pacific|student union|western union|european union of|civil union|state farm"
            "|bill of lading|electric bill|electric bills|energy bill|energy bills|power bill|power bills"
            "|utility bill|utility bills|phone bill|water bill|water bills|medical bill|medical bills|dollar bill"
            "|bill ackman|bill maher|bill belichick|buffalo bills|the bills|fine-tune|fine-tuned|fine tune|fine print"
            "|fine dining|fine art|fine arts|just fine|export your|export to pdf|chart the course|of course"
            "|fast-track|judges' choice|panel of judges|jury prize|jury award|grand jury prize|legal team"
            "|supreme leader|first responders|council tax"
        ),
    },
}
# A phrase that stands under several kinds counts as the first of them.
ORDER: Final = (
    "both", "ai", "near", "policy", "soft", "actor", "product", "money", "earnings", "research", "it", "culture",
    "howto", "not_ai", "place", "neutral",
)  # fmt: skip
# Words of `earnings` and `money` that tell no results and no funding round by themselves.
NOT_BUSINESS: Final = (
    "sales|ceo says|job cuts|layoffs|lays off|corporate jobs|capex|surges|soars|slides|plunges|bull|bears|trader"
    "|traders|portfolio|market value|stake|investors|venture|backed by|led by|acquires|to acquire|acquired|ipo"
    "|acquisition of|buyout|hedge fund"
)
