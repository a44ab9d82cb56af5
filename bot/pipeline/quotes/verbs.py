"""Verbs and short words that tell who speaks, for English, German and French; all forms, lower case."""

from __future__ import annotations

from bot.pipeline.text import word_set

_REGULAR = word_set(
    "add allege announce answer argue assert assure boast caution challenge claim comment complain concede "
    "conclude confess confirm contend counter declare decry demand disclose emphasize emphasise estimate "
    "exclaim explain express fume gripe hint inform insist interject joke lament maintain mention muse note "
    "object observe opine outline pledge plead point post proclaim promise predict protest quip reason recall "
    "recount reiterate remark remind repeat reply report request respond retort reveal snap speculate state "
    "stress suggest summarize summarise testify tweet retweet urge vow warn whisper wonder yell shout scream "
    "email text stipulate elaborate enthuse quote cite signal underscore intone echo bemoan chide implore beg "
    "rail fire thunder mutter murmur advise recommend affirm acknowledge admit ask continue offer praise call "
    "describe label dub brand characterize characterise refer accuse criticize criticise blast slam denounce "
    "condemn ridicule mock attack dismiss deride portray blame credit hail tout champion defend jab taunt "
    "scold chastise lambaste bash rip knock question explain hope fear reflect marvel chime sum conclude "
    "detail narrate introduce depict decree rule chant sing joke trumpet pronounce term deem react promote "
    "blog caption cheer compare liken cast apologize apologise declare instruct signal greet clarify attest "
    "volunteer venture advertise pen indicate surmise theorize theorise concur rebut gush scoff grumble counsel sigh "
    "chuckle commend applaud welcome reaffirm specify posit highlight lambast deplore stipulate assess"
)
_DOUBLED = {
    "admit": "admitt",
    "quip": "quipp",
    "snap": "snapp",
    "dub": "dubb",
    "refer": "referr",
    "beg": "begg",
    "slam": "slamm",
    "rip": "ripp",
    "sum": "summ",
    "jab": "jabb",
    "blog": "blogg",
    "pen": "penn",
}
_IRREGULAR = word_set(
    "said say says saying tell tells told telling write writes wrote written writing think thinks thought "
    "thinking read reads reading swear swears swore shot shoots speak speaks spoke speaking believe believes "
    "believed cry cries cried crying deny denies denied denying imply implies implied implying reply replies "
    "replied replying testify testifies testified testifying clarify clarifies clarified clarifying decry "
    "decries decried decrying put puts begin begins began beginning feel feels felt found finds hold holds "
    "held holding lay lays laid agrees agreed agreeing paraphrased teased argues singled sings sang sung "
    "chides quoth allows allowed"
)


def _forms(verb: str) -> set[str]:
    stem = _DOUBLED.get(verb, verb)
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeo":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return {verb, plural, stem + "ed", stem + "ing"}


BASE = _REGULAR - {"read", "put"}
ENGLISH = frozenset(form for verb in _REGULAR for form in _forms(verb)) | _IRREGULAR
_GERMAN_STEMS = word_set(  # regular verbs: sagt, sagte, sagen, sagten
    "sag erklär beton kritisier mein äußer kommentier ergänz mahn lob versicher frag behaupt bericht resümier twitter "
    "konstatier bekräftig verlang glaub erläuter schimpf wetter monier rüg spott warn forder plädier beklag verteidig "
    "hoff vermut argumentier prophezei schlussfolger bedauer begrüß droh erinner bilanzier konter präzisier schwärm "
    "zürn urteil analysier prognostizier signalisier wünsch bemerk beteuer attackier tadel protestier freu wunder "
    "ärger zitier notier formulier folger scherz höhn appellier klag jubel befürcht bezweifl bemängel frohlock hak "
    "stichel poltert ätz gift raun stöhn seufz lamentier diktier referier insistier statuier deklarier proklamier "
    "antwort kündig füg wiederhol verkünd vermeld meld begründ erwider entgegn bezeichn"
)


def _german(stem: str) -> set[str]:
    e = "e" if stem[-1] in "td" or stem.endswith(("gn", "chn")) else ""
    return {stem + e + "t", stem + e + "te", stem + "en", stem + e + "ten"}


GERMAN = frozenset(form for stem in _GERMAN_STEMS for form in _german(stem)) | word_set(
    "sprachen sprechen nennen schreiben hießen heißen gaben geben gibt riefen rufen wiesen weisen weist hoben heben "
    "hebt rieten raten versprachen versprechen widersprachen widersprechen befanden finden fand fanden betrachtet "
    "sieht sehen sah sahen beschreibt beschrieb beschreiben hält hielt halten wirft warf werfen verweist verweisen "
    "räumt stellt legt legte zeigt zeigte gesteht gestand gestehen bittet bat baten schlägt schlug schlagen geht "
    "ging lehnt lehnte bekennt moniert wirbt warb pocht pochte drängt drängte besteht bestand unterstreichen "
    "unterstrichen lautet lautete zitiert vermerkt schließt schloss zieht zog attestiert attestierte charakterisiert "
    "wertet wertete bringt brachte kontert verspottet gratuliert gratulierte verurteilt verurteilte verurteilten "
    "begrüßten hadert sagte sagt sagten sagen erklärte erklärt erklärten betonte betont warnte warnt kritisierte "
    "kritisiert forderte fordert meinte meint schrieb schreibt teilte teilten teilt äußerte äußert kommentierte "
    "fügte ergänzte unterstrich mahnte lobte bemängelte versicherte antwortete fragte fragt sprach spricht nannte "
    "nennt bezeichnete bezeichnet hieß heißt begründete behauptete berichtete berichtet kündigte stellte hob räumte "
    "resümierte urteilte twitterte konstatierte bekräftigte verwies wies verlangte appellierte befand findet glaubt "
    "erläuterte erwiderte entgegnete gab schimpfte wetterte monierte rügte rügt spottete bekannte lobt mahnt rief "
    "ruft rät riet plädierte unterstreicht beklagte verteidigte versprach verspricht widersprach widerspricht "
    "bedauerte begrüßte drohte droht hofft hoffte vermutete erinnerte argumentierte prophezeite schlussfolgerte "
    "kritisierten warnten forderten mahnten betonten meinten schrieben stellten nannten urteilten erläuterten "
    "verlangten"
)
# Speech only behind se: s’est félicitée, se sont indignés. The participle agrees with the speaker.
REFLEXIVE = frozenset(
    participle + ending
    for participle in word_set(
        "félicité inquiété alarmé insurgé indigné étonné agacé emporté engagé exclamé justifié interrogé amusé désolé "
        "scandalisé lamenté offusqué impatienté énervé réjoui défendu ému plaint"
    )
    for ending in ("", "e", "s", "es")
)
_FRENCH_ER = word_set(  # verbs in -er: explique, expliquent, expliquait, expliqué, expliquée
    "déclar affirm expliqu estim ajout soulign indiqu précis assur regrett insist martel lanc rappel confi résum "
    "comment not jug dénonc salu plaid racont observ demand tranch nuanc fustig ironis gliss argu réclam exig prôn "
    "détaill témoign abond déplor confirm annonc alert critiqu qualifi évoqu parl accus vant considér point signal "
    "réitér cit attaqu avou lâch pest enchaîn pens relat réfut rejet reproch propos recommand invit souhait dout "
    "redout justifi argument répliqu pointait raill moqu tempêt tonn insinu clam proclam proclam félicit constat "
    "conseill somm menac analys interprét imagin suggér mention not préconis revendiqu balay tacl épingl étrill "
    "exhort jur list souffl exhum développ informat not certifi questionn interrog récapitul conjectur lou admir "
    "approuv"
)
FRENCH = (
    REFLEXIVE
    | frozenset(
        stem + ending for stem in _FRENCH_ER for ending in ("e", "ent", "ait", "aient", "é", "ée", "ant", "a", "èrent")
    )
    | word_set(
        "disent disaient diront écrivent écrivaient répondent répondait soutiennent promis promettent promettait "
        "décrit décrivent décrivait concède concédé concèdent admet admis admettent avance avancé avancent croit "
        "croient cru relève relevé relèvent espère espéré espèrent craint craignent dément démenti démentent "
        "reconnaissent reconnaissait réagissent conclut concluent avertissent avertissait prévenu préviennent "
        "prévenait prévenait rappelle rappellent appelle appelé appellent convient convenu lit-on maintient "
        "maintiennent maintenu défendent défendait défendu estimant considère considèrent réitère "
        "réitèrent préfère répète répètent suggère suggèrent interprète valoir résument lancent "
        "lançait renchérissent renchéri dirait ironisait jugeait alertait s'alarme s’alarme rapporte "
        "rapporté rapportent rétorquent objecte objecté rassure rassuré interpelle interpellé constate "
        "titre titrait appelait étonne agace emporte engage exclame justifie interroge désole scandalise lamente "
        "offusque inquiètent félicitent réjouit félicite inquiète alarme insurge défend dit dire disait déclaré "
        "déclare déclarait affirmé affirme affirmait expliqué explique expliquait estimé estime estimait ajouté "
        "ajoute ajoutait souligné souligne soulignait indiqué indique précisé précise assuré assure regretté "
        "regrette écrit écrivait répondu répond insisté insiste martelé martèle lancé lance averti avertit rappelé "
        "rappelle confié confie résumé résume commenté commente conclu conclut noté note jugé juge dénoncé dénonce "
        "salué salue plaidé plaide prévenu prévient raconté raconte observé observe demandé demande reconnu "
        "reconnaît tranché tranche réagi réagit poursuivi poursuit renchérit nuancé nuance fustige fustigé tonne "
        "tonné tempête ironise ironisé glisse glissé soutient soutenu soutenait argue argué plaidait promet réclame "
        "réclamé exige exigé prône prôné répète répété détaille détaillé témoigne témoigné abonde abondé indigne "
        "indigné affirment estiment dénoncent déplore déploré rétorque rétorqué complète complété confirme confirmé "
        "annonce annoncé juge jugent plaident alerte alerté critique critiqué"
    )
)
BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}

# Forms that are nouns at least as often; they count only right beside a subject.
DOUBTFUL = word_set(
    "retort retorts remark remarks reply replies boast boasts joke jokes counter jab jabs taunt taunts praise "
    "blast rip knock knocks reasons order chant chants hint hints echo snap wonder wonders repeat vow vows "
    "bash slam slams champion protest protests report reports call calls note post posts comment comments "
    "claim claims demand demands request requests question questions answer answers attack attacks promise "
    "promises pledge state states text texts email point object fire address rule rules term cast challenge "
    "challenges hope hopes fear fears credit blame brand label cheer quote quotes put puts found hold held "
    "holds lay laid hear go goes went began begin begins feel feels felt read speak speaking ask cite signal "
    "detail estimate estimates rally offer offers cry reason shot express sum lance note dit juge estime "
    "compare compared ruling written beginning found allowed allows introduce introduced introducing penned "
    "reflect promote promoted reported reveal revealed refer referred reflects reacted react believe believes "
    "believed think thinks thought counsel counsels"
)
PASSIVE_HEARER = word_set(
    "asked told called described quoted pressed labeled labelled dubbed accused criticized criticised praised "
    "reminded informed warned urged blamed mocked attacked credited challenged questioned advised hailed "
    "instructed portrayed characterized touted cast denounced condemned dismissed known written posted "
    "introduced"
)
BE = word_set("is are was were be been being am gets got")
SKIPPED = word_set(
    "almost also has have had would will could can may might then later once even just now still recently "
    "previously repeatedly first again already often always never not did does do himself herself themselves "
    "itself famously reportedly publicly simply eventually finally only too both all instead further long "
    "actually apparently since today yesterday tonight heute gestern aussi encore également ensuite alors déjà"
)
AUXILIARIES = {
    "en": frozenset[str](),
    "de": word_set("hat haben hatte auch dann"),
    "fr": word_set("se s' s’ s'est s’est s'était s’était sont étaient a ont avait est n'a n’a ne l'a l’a m'a m’a"),
}
# Verbs that end a subject, whatever they say.
FINITE = {
    "en": BE
    | word_set(  # no plural noun is among them
        "contains includes gives makes creates establishes introduces prohibits allows takes comes goes seeks "
        "follows becomes remains seems appears keeps brings builds buys feels finds gets grows holds knows loses "
        "meets pays sends spends speaks stands strikes teaches throws understands wins wears provides requires "
        "defines obliges compels enables expands extends imposes ensures exempts excludes applies amends repeals "
        "replaces relies depends belongs consists comprises describes became made took gave went came began brought "
        "built bought felt fought found got grew held knew led lost met paid ran rose sent spent spoke stood struck "
        "sought taught threw understood won wore"
    ),
    "de": word_set(
        "ist sind war waren hat hatte haben hatten wird werden wurde wurden will wollte wollen kann konnte können soll "
        "sollte sollen muss musste müssen darf dürfen"
    ),
    "fr": word_set("est sont était étaient a ont avait avaient va vont sera seront doit doivent peut peuvent veut"),
}
SUBJECT_PRONOUNS = {
    "en": word_set("he she they it i we who you"),
    "de": word_set("er sie es wir ich man"),
    "fr": word_set("il elle ils elles on nous je"),
}
PREPOSITIONS = word_set(
    "of for at in on to from with by about against under over into during after before between among without "
    "within through across behind near since until toward towards upon despite as like than via per amid "
    "regarding including außer von vom für bei beim im am mit nach aus zu zum zur über unter gegen seit vor "
    "an auf durch de du des d'une d'un dans en sur pour par avec chez lors sous entre contre à au aux"
)
DETERMINERS = word_set(
    "the a an one his her their its our my some many several most two three four five six another this that "
    "these those each every both no any few other all more der die das ein eine einer ein dieser diese seine "
    "ihre le la les l' un une ce cette ces son sa leur"
)
CLAUSE_WORDS = word_set(
    "and but or that if because while when whether although though as so than where how why what who which "
    "whom whose und aber oder dass ob weil während wenn als wie wo was wer welche et mais ou que qui quand "
    "comme si dont où"
)


def is_article(word: str, language: str) -> bool:
    """Whether `an` is the English article, no German preposition: `said an aide to the governor`."""
    return word == "an" and language == "en"
