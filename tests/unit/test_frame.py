"""The policy frame: what proves a value, whose act it is, and that nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Frame, Label
from bot.pipeline import frame, relevance, taxonomy

SEED = (
    "US and UK Join Forces on AI Security\n\n"
    "The United States and the United Kingdom have established a formal partnership on the safety of artificial "
    "intelligence. It was sealed with a memorandum of understanding signed by Gina Raimondo and Michelle Donelan. "
    "Their safety institutes will test the most advanced models together.\n\n"
    "In October, President Biden signed an executive order on AI risks."
)


def ids(labels: tuple[Label, ...]) -> list[str]:
    return [label.id for label in labels]


def words(label: Label | None) -> str:
    assert label is not None
    return label.evidence[0].text


def test_the_seed_story() -> None:
    found = frame.read("US and UK Join Forces on AI Security", SEED)
    assert ids(found.jurisdictions) == ["US", "GB"]
    assert words(found.instrument) == "memorandum of understanding"
    assert words(found.stage) == "signed by"
    assert found.topic is not None
    assert found.topic.id == "frontier_safety"
    assert "international_governance" in ids(found.topics_also)
    assert "executive_order" in ids(found.background)


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("California governor signs AI bill", ["US-CA"]),
        ("Italy's Garante fines OpenAI", ["IT"]),
        ("American firm Clearview fined by Dutch watchdog", ["NL"]),
        ("US tightens chip export controls on China", ["US"]),
        ("South Korea, following EU, passes AI law", ["KR"]),
        ("France, Germany and Italy agree on AI rules", ["FR", "DE", "IT"]),
        ("UK signs AI safety deal with Canada", ["GB", "CA"]),
        ("US tech giants urge EU to pause AI Act", ["EU"]),
        ("London-based start-up raises money", []),
        ("Meta won't sign AI Act code in Brussels fight", ["EU"]),
        ("Newsom vetoes SB 1047", ["US-CA"]),
        ("SB 1047 is dead", ["US-CA"]),
        ("Executive Order 14110 revoked", ["US"]),
        ("Council of Europe adopts AI convention", ["X-COE"]),
        ("Georgia House passes deepfake bill", ["US-GA"]),
        ("Washington state lawmakers weigh chatbot bill", ["US-WA"]),
        ("Nothing at all happens", []),
    ],
)
def test_whose_act_it_is(title: str, codes: list[str]) -> None:
    assert ids(frame.read(title, "").jurisdictions) == codes


def test_a_dateline_is_only_a_place() -> None:
    found = frame.read("AI bill passes", "LONDON, May 2 (Reuters) - Japan's parliament passed a bill on AI.")
    assert ids(found.jurisdictions) == ["JP"]


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("House of Representatives backs AI bill", "The bill by two senators goes to the Senate.", "US"),
        ("House of Representatives backs AI bill", "Japan's government hopes for a vote in June.", "JP"),
        (
            "Chip maker faces new duties",
            "The Dutch minister wrote to the House of Representatives on AI exports.",
            "NL",
        ),
    ],
)
def test_a_body_whose_name_others_bear_is_theirs_where_they_act(title: str, text: str, code: str) -> None:
    assert [label.id for label in frame.read(title, text).jurisdictions] == [code]


@pytest.mark.parametrize(
    ("title", "text", "codes"),
    [
        ("Lawyer to pay for AI's false precedents", "SINGAPORE: A court told him to pay S$800 (US$620).", ["SG"]),
        ("Japanese regulator and Korean ministry warn of chatbot", "They wrote to its maker on Monday.", ["JP", "KR"]),
        ("Saudi authority, UN's ITU sign pact on AI", "It was signed in Riyadh on Thursday.", ["SA", "X-ITU"]),
    ],
)
def test_a_currency_is_no_state_and_agencies_act_for_themselves(title: str, text: str, codes: list[str]) -> None:
    assert [label.id for label in frame.read(title, text).jurisdictions] == codes


def test_a_source_that_speaks_for_itself_is_used_when_nobody_is_named() -> None:
    assert ids(
        frame.read("Consultation on AI opens", "Views are welcome.", source_jurisdiction="GB").jurisdictions
    ) == ["GB"]
    assert frame.read("Consultation on AI opens", "Views are welcome.", source_jurisdiction="ZZ").jurisdictions == ()


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Senate passes AI bill", "advanced"),
        ("Parliament passes AI bill", "passed"),
        ("Governor signs AI bill into law", "signed"),
        ("Governor vetoes AI bill", "rejected"),
        ("Governor expected to sign AI bill", None),
        ("Senators introduce AI bill", "proposed"),
        ("AI law takes effect", "in_force"),
        ("AI law will take effect in May", None),
        ("AI law delayed by a year", "delayed"),
        ("Firms urge delay of AI law", "announced"),  # a wish is no delay
        ("Judge blocks AI law", "struck_down"),
        ("Trump revokes AI order", "repealed"),
        ("Watchdog fines AI firm", "enforced"),
        ("Bill would fine AI firms", "proposed"),
        ("NIST seeks comment on AI guidelines", "consultation"),
        ("US refuses to sign AI declaration", "rejected"),
        ("Government launches AI strategy", "announced"),
        ("Senate votes 99-1 to strip AI moratorium from bill", "rejected"),
        ("Bundestag verabschiedet KI-Gesetz", "passed"),
        ("L'Assemblée adopte la loi sur l'IA", "passed"),
    ],
)
def test_stage(title: str, stage: str | None) -> None:
    found = frame.read(title, "").stage
    assert (found.id if found else None) == stage


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("AI policy round-up: Senate hearing, new bill in Texas", "Lawmakers in Austin passed a bill on Monday."),
        ("State AI law update: 3 March", "Two governors signed bills; a third vetoed one."),
        ("Peru passes AI law; Ghana opens consultation; Ofcom fines chat app", ""),
        ("Issue 12", "In this issue: a court blocks a rule, a minister resigns, and a bill passes."),
        (
            "Issue 31: labels and ladders",
            "Hello and welcome to Chipwatch.\n\nOTTAWA — The minister tabled a bill.\n\n"
            "NEW YORK — A judge blocked a rule.\n\nJOBS — A think tank hires two fellows.",
        ),
        (
            "Courts, copyright and a fine",
            "Good evening from Vienna.\n\nITALY. The regulator fined an app.\n\nSPAIN. The cabinet adopted a bill.\n\n"
            "COURTS. A judge in Paris dismissed a suit.",
        ),
        ("KI-Wochenrückblick", "Der Bundestag verabschiedet ein Gesetz, die CNIL verhängt ein Bußgeld."),
    ],
)
def test_a_round_up_has_no_labels_of_its_items(title: str, text: str) -> None:
    found = frame.read(title, text)
    assert (found.instrument, found.stage, found.topic) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "OTTAWA — The senate passed the AI bill on Monday.\n\nIt goes to the cabinet next.",
        "Good morning. The senate passed the AI bill.\n\nMINISTER: It is done.\n\nREPORTER: When?\n\nMINISTER: Now.",
    ],
)
def test_a_dateline_or_a_transcript_is_no_round_up(text: str) -> None:
    assert frame.read("Canada's senate passes AI bill", text).stage is not None


@pytest.mark.parametrize(
    "title",
    [
        "Ministers mull ‘push back’ of AI Act deadlines",
        "Commission weighs ‘stop the clock’ on AI rules",
        "Brussels considers 'pause' on AI Act obligations",
    ],
)
def test_a_step_that_is_only_weighed_is_not_done(title: str) -> None:
    text = "“Stopping the clock is possible,” said a diplomat. The rules would move to December 2027."
    found = frame.read(title, text).stage
    assert found is not None
    assert found.id in ("announced", "proposed")  # a plan spoken of, with its date


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("No, Norway did not outlaw chatbots", "A widely shared video says Norway fined every user of a chatbot."),
        ("Fact check: Canada has not signed an AI treaty", "Posts on two sites claim Ottawa signed a treaty on AI."),
        ("Faktencheck: Hat Wien ChatGPT verboten?", "Das Parlament hat kein Gesetz beschlossen."),
        ("What we know about chatbots in Spain", "Viral posts claim that Spain has banned ChatGPT and fined OpenAI."),
        ("Viral post claims India banned chatbots. It did not", "The ministry called it untrue."),
        ("Chatbots in Kenya", "Rumours spread on Monday that parliament passed an AI bill."),
    ],
)
def test_what_is_only_claimed_is_no_deed(title: str, text: str) -> None:
    found = frame.read(title, text)
    assert (found.instrument, found.stage) == (None, None)


@pytest.mark.parametrize(
    ("title", "text", "stage"),
    [
        (
            "Turkey fines X over Grok posts",
            "The regulator fined the firm over posts that insulted officials.",
            "enforced",
        ),
        ("FTC fines detector maker over false claims", "It was fined over claims that its AI is accurate.", "enforced"),
        ("Man charged over AI video claiming mayor was dead", "Police charged a man in Leeds on Monday.", "enforced"),
        ("No-fakes bill signed into law", "The governor signed the bill against fake AI videos.", "signed"),
    ],
)
def test_deeds_about_posts_and_claims_count(title: str, text: str, stage: str) -> None:
    found = frame.read(title, text).stage
    assert found is not None
    assert found.id == stage


@pytest.mark.parametrize(
    ("title", "text", "stage"),
    [
        ("AI bill passes", "The Senate passed the AI bill 60-40.", "advanced"),
        (
            "Deepfake bill passes 31-4",
            "Senators approved the deepfake bill on Monday. A vote is set for May.",
            "advanced",
        ),
        ("Chatbot bill passes", "The Senate passed the bill on Monday. The House approved it in March.", "passed"),
        ("Chatbot bill passes", "The Senate passed the bill, sending it to the governor.", "passed"),
        ("AI bill passes", "Lawmakers passed the AI bill on Monday.", "passed"),
    ],
)
def test_one_chamber_of_two_passes_no_law(title: str, text: str, stage: str) -> None:
    found = frame.read(title, text).stage
    assert found is not None
    assert found.id == stage


def test_words_of_another_language_prove_nothing() -> None:
    french = frame.read(
        "Bruxelles confirme le report des règles sur l'IA",
        "Le report de l'application de l'AI Act a été confirmé mardi par la Commission européenne.",
        language="fr",
    )
    assert (french.instrument and french.instrument.id, french.stage and french.stage.id) == ("law", "delayed")


def test_a_german_compound_names_a_law() -> None:
    found = frame.read(
        "Streit um Marktüberwachungsgesetz", "Das Digitalgesetz geht zurück an den Ausschuss.", language="de"
    )
    assert found.instrument is not None
    assert found.instrument.id == "law"


@pytest.mark.parametrize(
    ("title", "instrument"),
    [
        ("Trump signs executive order on AI", "executive_order"),
        ("New York Times sues OpenAI", "court"),
        ("CNIL fines Clearview", "enforcement"),
        ("US adds firms to entity list in AI chip crackdown", "trade_control"),
        ("Country unveils national AI strategy", "strategy"),
        ("ISO publishes AI standard", "standard"),
        ("States open AI treaty for signature", "treaty"),
        ("UK to invest £100 million in AI", "funding"),
        ("Regulator issues guidelines on AI", "guidance"),
        ("MPs publish report on AI in courts after inquiry", "report"),
        ("AI in the news", None),
    ],
)
def test_instrument(title: str, instrument: str | None) -> None:
    found = frame.read(title, "").instrument
    assert (found.id if found else None) == instrument


def test_data_of_a_structured_source_wins() -> None:
    found = frame.read(
        "Agency finds AI rule delayed",
        "Text.",
        hints={"type": "PRORULE", "stage": "consultation", "jurisdiction": "US,XX", "topic": "nonsense"},
    )
    assert found.stage is not None
    assert found.stage.id == "consultation"
    assert found.stage.evidence[0].origin == "metadata"
    assert found.instrument is not None
    assert found.instrument.id == "regulation"
    assert ids(found.jurisdictions) == ["US"]


def test_measures_of_the_story_come_before_those_of_the_background() -> None:
    found = frame.read(
        "Newsom vetoes SB 1047",
        "The governor vetoed Senate Bill 1047. He spoke. He left. It rained. Others recalled the GDPR.",
    )
    assert found.measures == ("sb 1047",)


def test_nothing_is_guessed() -> None:
    assert frame.read("", "") == Frame()
    assert frame.read("A walk in the park", "The sun shone and the birds sang.") == Frame()


@given(
    st.text(max_size=200),
    st.text(max_size=2_000)
    | st.lists(st.sampled_from(["EU ", "signs ", "bill ", "AI Act ", "\u202e", "\u200b", "😀", "US. ", "\n\n"])).map(
        "".join
    ),
)
def test_every_value_is_from_the_taxonomy_and_proved_by_a_slice(title: str, text: str) -> None:
    found = frame.read(title, text)
    for label in (
        *found.jurisdictions,
        *found.topics_also,
        *found.background,
        found.topic,
        found.stage,
        found.instrument,
    ):
        if label is None:
            continue
        assert label.evidence
        for proof in label.evidence:
            source = title if proof.origin == "title" else text
            assert source[proof.span.start : proof.span.end] == proof.text
    assert found.topic is None or found.topic.id in taxonomy.TOPICS
    assert found.stage is None or found.stage.id in taxonomy.STAGES
    assert found.instrument is None or found.instrument.id in taxonomy.INSTRUMENTS


def test_taxonomy_is_what_the_product_promises() -> None:
    assert len(taxonomy.TOPICS) == 15
    assert len(taxonomy.INSTRUMENTS) == 15
    assert len(taxonomy.STAGES) == 12
    assert taxonomy.label("in_force") == "In force"
    assert taxonomy.label("in_force", "de") == "In Kraft"
    assert taxonomy.label("unknown thing") == "unknown thing"
    assert taxonomy.resolve("open for comment", taxonomy.STAGES) == "consultation"
    assert taxonomy.resolve("chips", taxonomy.TOPICS) == "chips_trade"
    assert taxonomy.resolve("", taxonomy.TOPICS) is None


@pytest.mark.parametrize(
    "piece", ["a ", "AI Act ", "U.S. ", "signed by ", "S. 1 ", "((((", "\u200b\u202e", "1-1-", "“"]
)
def test_a_hostile_megabyte_is_read(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    found = frame.read(text, text)
    assert len(found.jurisdictions) <= 2
    assert relevance.judge(text, text).score <= 1.0


@pytest.mark.parametrize(
    ("title", "text", "codes"),
    [
        ("House panel backs chatbot bill", "The committee voted on Monday. Arizona lawmakers expect more.", ["US-AZ"]),
        ("House panel backs chatbot bill", "It would preempt California's law across the nation.", ["US"]),
        ("Governor signs four bills on deepfakes", "Sen. Carroll wrote one. Gov. Katie Hobbs was pleased.", ["US-AZ"]),
        ("City council votes to ban face scans", "PORTLAND, Maine (AP) — Councilors voted on Monday.", ["US-ME"]),
        ("Study finds bias in hiring tools", "ITHACA, N.Y. — Researchers looked at thirty tools.", []),
        ("States follow Colorado's lead on insurers", "Lawmakers in many US states took up bills.", ["US"]),
        ("AI bill passes, Kentucky Lantern reports", "The Ohio House sent it on.", ["US-OH"]),
    ],
)
def test_a_states_bodies_are_told_from_the_unions(title: str, text: str, codes: list[str]) -> None:
    assert ids(frame.read(title, text).jurisdictions) == codes


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Colorado passed such a law. The Texas bill was introduced on Monday.", "proposed"),  # a bystander's deed
        ("Last year lawmakers passed a first law. The bill was introduced on Monday.", "proposed"),  # what came before
        ("There are a thousand bills enacted or pending. This bill was introduced on Monday.", "proposed"),
        ("The bill passed the House and now goes to the Senate.", "advanced"),
        ("It would go to the governor if both chambers agreed.", "proposed"),
    ],
)
def test_what_is_told_beside_the_news_proves_little(text: str, stage: str) -> None:
    found = frame.read("What to know about the Texas AI bill", text).stage
    assert found is not None
    assert found.id == stage


def _stage(title: str, text: str, language: str = "en") -> str:
    found = frame.read(title, text, language=language).stage
    return found.id if found else ""


@pytest.mark.parametrize(
    ("title", "text", "language", "stage"),
    [
        # What the text tells as past is not the news.
        ("Brussels looks at more time for AI duties", "Last year it adopted the AI Act. Ministers discuss it today. "
         "Firms of many trades had asked for that in a letter to the capitals, in which they spoke of costs and of "
         "tools that nobody has built.", "en", "announced"),
        # Refusing a delay leaves the law as it is.
        ("L'UE rejette le report de la loi sur l'IA", "La Commission maintient le calendrier.", "fr", "announced"),
        ("EU rejects delay of AI Act", "The calendar stands, a spokesman said.", "en", "announced"),
        # A consultation that is over, or still to come.
        ("Ministers look into AI guardrails", "In response to a public consultation they spoke of duties.", "en",
         "announced"),
        ("Regulator drafts chatbot code", "The draft code is open for public comment until 6 May.", "en",
         "consultation"),
        ("Second draft of AI bill published", "Lawyers read feedback from public consultations into it.", "en",
         "proposed"),
        # Peers that reject an amendment send the bill on.
        ("Government suffers Lords defeat over AI and copyright", "Peers rejected the latest amendment.",
         "en", "advanced"),
        # A predicate of its own after “and”.
        ("Peers give way over AI", "They withdrew the proposed changes and agreed to pass the bill.", "en", "passed"),
        ("Police may use AI cameras", "The Riksdag voted in favour of the Government's proposal.", "en", "passed"),
        ("Regulator looks at AI market", "It will launch a review of the models behind chatbots.", "en", "announced"),
        ("Regulator begins review of ChatGPT", "A user had complained.", "en", "enforced"),
        # What a court takes away, and who is said not to have signed.
        ("Rome court scraps 15-million-euro privacy fine on chatbot maker", "The ruling came on Thursday.", "en",
         "struck_down"),
        ("Norland appears not to have signed summit declaration", "Sixty states did.", "en", "rejected"),
        # A general adopts nothing, a General Assembly does; a first resolution is no first reading.
        ("Digital bills in limbo", "Governor General Mary Simon agreed to prorogue Parliament until March.", "en",
         "proposed"),
        ("UN General Assembly adopts first AI resolution", "No state asked for a vote.", "en", "passed"),
        # Who is beaten when the bill goes on; where tabling is bringing in; committees of a parliament.
        ("Government defeated as peers back AI copyright amendment", "The vote was 272 to 125.", "en", "advanced"),
        ("Bill against deepfakes in elections tabled in Parliament", "If passed it would ban such videos.", "en",
         "proposed"),
        # “Enacts” leaves open whether the governor signed; a committee sends on; who stays out of a pledge.
        ("Kansas enacts ban on foreign AI in offices", "Governor Kelly signed the bill on April 8.",
         "en", "signed"),
        ("City committee forwards predictive policing ban", "It urges the city to take it up.", "en", "advanced"),
        ("Norland skips joint AI warfare pledge", "Thirty-five states put their names to it.", "en", "rejected"),
        ("State passes AI law", "A law on chatbots was signed by Governor Hale on Friday.", "en", "signed"),
        # A step that is only meant, and one that is not taken.
        ("Norland to introduce comprehensive AI law", "The ministry is getting ready.", "en", "announced"),
        # German verbs in two parts.
        ("Bundesregierung bringt KI-Gesetz auf den Weg", "", "de", "proposed"),
        ("Behörde holt Meinungen zum KI-Einsatz ein", "", "de", "consultation"),
        ("Datenschutzbeauftragte geht gegen KI-App vor", "", "de", "enforced"),
        ("Behörde meldet KI-App bei Apple als rechtswidrigen Inhalt", "", "de", "enforced"),
        ("Kommission zieht KI-Haftungsrichtlinie zurück", "", "de", "repealed"),
        # A cabinet sends a bill on, a chamber adopts it.
        ("Le Conseil des ministres adopte un projet de loi sur l'IA", "", "fr", "proposed"),
        ("L'Italie lève le blocage de ChatGPT", "", "fr", "repealed"),
        # What German verbs at the end of a clause say that somebody plans.
        ("Kabinett zu KI-Konvention", "Die Regierung will die Konvention des Europarats über KI rasch ratifizieren.",
         "de", "announced"),
        # An instrument that is told of without a verb.
        ("Rekord bei KI-Beschwerden: Jahresbericht der Behörde", "8.436 Eingaben bis November.", "de", "announced"),
        # English verbs that are other words in French.
        ("Les quatre axes du mémorandum sur l'IA", "Le ministre et la société ont signé le texte mardi.", "fr",
         "signed"),
    ],
)  # fmt: skip
def test_what_is_past_planned_or_refused_is_not_the_news(title: str, text: str, language: str, stage: str) -> None:
    assert _stage(title, text, language) == stage


@pytest.mark.parametrize("title", ["Nobody was fined under the AI Act in its first year", "Chatbot maker avoids fine"])
def test_a_fine_that_nobody_paid_is_not_enforced(title: str) -> None:
    assert _stage(title, "The maker spoke of a good year.") != "enforced"


def test_the_language_is_found_out_where_none_is_given() -> None:
    title, text = "Union streitet über KI-Strategie", "Die Union will mit der Strategie mehr Geld für die Forschung."
    assert frame.read(title, text) == frame.read(title, text, language="de")


@pytest.mark.parametrize(
    ("title", "text", "codes"),
    [
        ("Scotland to get AI growth zone, UK Government says", "It was announced on Thursday.", ["GB"]),
        ("Privacy office clears face scans in shops", "New Zealand's OPC published its inquiry report.", ["NZ"]),
        ("Bundesrat will KI-Konventionen des Europarats übernehmen", "Sie kommen ins Schweizer Recht.", ["CH"]),
        ("MPs review AI law", "Kenya could soon have a new law on artificial intelligence.", ["KE"]),
        ("Congressman files deepfake bill", "It was read in the Philippine House of Representatives.", ["PH"]),
        ("Bundesrat will KI-Konvention des Europarats ratifizieren", "Die Schweiz passt ihr Recht an.", ["CH"]),
        ("Council of Europe adopts AI convention", "Switzerland helped to write it.", ["X-COE"]),
        ("New bill on AI", "It came before the Colombian Congress on Monday.", ["CO"]),
        ("Basic Act on AI: council publishes draft", "Taiwan's National Science Council asks for views.", ["TW"]),
        (
            "Ruling on cameras in shops",
            "The Australian Privacy Commissioner ruled that the firm had broken the law when it "
            "filmed everybody who came to 63 stores in Victoria and New South Wales.",
            ["AU"],
        ),
        ("Large majority for UNGA resolution on AI weapons", "The text was tabled by Austria.", ["UN"]),
        ("First Committee approves text on AI weapons", "A code must not kill, the envoy of Egypt said.", ["UN"]),
        ("Labels for synthetic media become a duty", "The standard GB45438-2025 applies from Monday.", ["CN"]),
        ("New labels on AI pictures", "The Measures for the Identification of AI-Generated Content apply.", ["CN"]),
        ("High Court sides with model maker", "Mrs Justice Smith found no infringing copy.", ["GB"]),
    ],
)
def test_who_speaks_or_signs_acts(title: str, text: str, codes: list[str]) -> None:
    assert ids(frame.read(title, text).jurisdictions) == codes


def test_what_goes_on_around_the_news_weighs_less() -> None:
    found = frame.read("Court to hear AI copyright petition as deepfake pressures mount", "")
    assert found.topic is not None
    assert found.topic.id == "copyright_ip"
