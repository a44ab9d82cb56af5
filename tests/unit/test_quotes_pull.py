"""The quotation a card shows: by somebody a reader can place, with the words that say who, or none."""

from __future__ import annotations

import pytest

from bot.pipeline import people, quotes

_WORDS = "No firm should sell a tool to schools before it knows what the tool does to a child"


def pulled(text: str, title: str = "") -> tuple[str, str] | None:
    quote = quotes.pull(text, quotes.find(text), title)
    return (quote.speaker, quote.role) if quote else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"The board met. His office wrote that Hale “{_WORDS[3:].lower()}.”", id="somebody’s office"),
        pytest.param(
            f"Its introduction must clearly state the aim. But on page 12, it states that: “{_WORDS}.”",
            id="things do not speak",
        ),
        pytest.param(f"The bill was read. But the Chancellor said: “{_WORDS}.” Chancellor", id="an office alone"),
        pytest.param(f"Britain’s Daily Beacon Times reported: “{_WORDS}.”", id="a newspaper"),
        pytest.param(
            "Lund said the rule binds firms “who would rather show a graph than say what their tool does to a child.”",
            id="hangs on who",
        ),
        pytest.param(
            "Lund said the rule asks for consent “before spending an hour a day with a tool that nobody has tested.”",
            id="hangs on before",
        ),
        pytest.param(
            "So it is. Ohio's HB 2175 states that the tool “may never be used to deny a child a place in school.”",
            id="what a bill says",
        ),
        pytest.param(f"“{_WORDS},” said a press release on Monday.", id="a press release, nobody knows whose"),
        pytest.param(
            "Ada Lund told the court of the chats. When Ada Lund asked, “What would you do if I told you that I was "
            "coming home now?” the chatbot sent a heart.",
            id="a question to a chatbot",
        ),
        pytest.param(
            "By Ada Lund\n\nThe minister, Tom Hale, heard me out. I answered him: “The firms have never been hard "
            "enough on themselves, and you know it.”",
            id="the writer’s own words",
        ),
    ],
)
def test_no_speaker_a_reader_can_place(text: str) -> None:
    found = pulled(text)
    assert found is None


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        pytest.param(
            "Hale Labs has replied. The following can be attributed to Hale Labs’ head of policy, Bonaventure du "
            f"Lac:\n\n“{_WORDS}.”",
            "Bonaventure du Lac",
            "head of policy",
            id="attributed to",
        ),
        pytest.param(
            f"The union has replied.\n\nStatement from Ada Lund, secretary of the Teachers Union:\n\n“{_WORDS}.”",
            "Ada Lund",
            "secretary of the Teachers Union",
            id="statement from",
        ),
        pytest.param(
            f"A senior Liberal source said the plan was “on ice”. “{_WORDS},” the source added.",
            "A senior Liberal source",
            "",
            id="the source is the one before",
        ),
        pytest.param(
            "The Daily Beacon reported the bill. “We will act,” said a spokeswoman for the ministry.\n\n"
            f"“{_WORDS},” it added.",
            "a spokeswoman for the ministry",
            "",
            id="it is who spoke for the body",
        ),
        pytest.param(
            "Judge Ada Lund rejected the makers' motions to dismiss the rest of Hale's claims on some grounds, "
            f"saying, “{_WORDS}.”",
            "Ada Lund",
            "Judge",
            id="to dismiss is no speech",
        ),
        pytest.param(
            f"Acme, the maker of the toy, said in an e-mailed statement that it had acted. “{_WORDS},” it said.",
            "Acme",
            "",
            id="it is the firm",
        ),
        pytest.param(
            f"“{_WORDS},” reads an emailed statement from Acme.", "Acme", "", id="whose statement it is, not the paper"
        ),
        pytest.param(
            f"The plan is out.\n\n“{_WORDS}.”\n\nAda Lund – Head of Digital Learning, Hale Council\n\nIt runs to May.",
            "Ada Lund",
            "Head of Digital Learning, Hale Council",
            id="signed with a dash before the role",
        ),
        pytest.param(
            f"The plan is out.\n\n> {_WORDS}.\n\nAda Lund | Chief Executive\n\nIt runs to May.",
            "Ada Lund",
            "Chief Executive",
            id="signed with a stroke before the role",
        ),
        pytest.param(
            f"“{_WORDS} – and this firm did,” the complaint says. Attorney General Ada Lund said: “{_WORDS}.”",
            "Ada Lund",
            "Attorney General",
            id="a person before a filing",
        ),
        pytest.param(
            f"“{_WORDS},” an Acme press release Tuesday said.",
            "an Acme press release",
            "",
            id="a day is no part of a name",
        ),
        pytest.param(
            "A spokesperson from Acme replied. The spokesperson noted that China trains most coders and argued that "
            f"schools “should buy at home, since {_WORDS[0].lower()}{_WORDS[1:]}.”",
            "A spokesperson from Acme",
            "",
            id="noted that and argued that",
        ),
        pytest.param(
            f"Gov. Ada Lund (D-Ohio) signed the bill. “{_WORDS},” the Democratic governor said.",
            "Ada Lund",
            "Gov.",
            id="the governor of her party",
        ),
        pytest.param(
            f"Senator Ada Lund (D-Ohio) released the following statement:\n\n“{_WORDS}.”",
            "Ada Lund",
            "Senator",
            id="the following statement",
        ),
        pytest.param(
            f"Dr Ada Lund, Senior Lecturer at Hale University, comments:\n\n“{_WORDS}.”",
            "Ada Lund",
            "Senior Lecturer at Hale University",
            id="comments",
        ),
        pytest.param(
            f"Cllr Ada Lund spoke first. Cllr Lund said: “{_WORDS}.”", "Ada Lund", "Cllr", id="a councillor in short"
        ),
        pytest.param(
            f"Senators Ada Lund and Tom Hale sent a letter. “{_WORDS},” Lund and Hale wrote.",
            "Ada Lund and Tom Hale",
            "",
            id="two who wrote together",
        ),
        pytest.param(
            f"Lund and Hale to the minister: “{_WORDS}.”\n\nSenator Ada Lund and Senator Tom Hale wrote a letter.",
            "Lund and Hale",
            "",
            id="two whose names stand apart",
        ),
        pytest.param(
            f"“{_WORDS},” Senate leader Ada Lund and House Speaker Tom Hale said in a statement.",
            "Ada Lund and House Speaker Tom Hale",
            "",
            id="two with their offices",
        ),
        pytest.param(
            f"Ada Lund met Tom Hale. “{_WORDS},” said Lund, and Hale agreed.", "Ada Lund", "", id="one who said it"
        ),
        pytest.param(
            f"Senator Ada Lund, R-Ohio, spoke first. “{_WORDS},” the Ohio Republican told the Beacon.",
            "Ada Lund",
            "Senator",
            id="called by state and party",
        ),
        pytest.param(
            f"Ada Lund backed him up on Sunday. In a new interview, the veteran performer said: “{_WORDS}.”",
            "Ada Lund",
            "",
            id="called by her trade",
        ),
        pytest.param(f"Ada Lund spoke. “{_WORDS},” the 77-year-old said.", "Ada Lund", "", id="called by her age"),
        pytest.param(
            f"U.S. Vice President JD Lund has spoken. “{_WORDS},” Lund wrote.",
            "JD Lund",
            "U.S. Vice President",
            id="JD",
        ),
        pytest.param(
            "Senator Ada Lund opened an inquiry. Lund is concerned that “the firms have sold a tool to schools that "
            "nobody has tested on a child.”",
            "Ada Lund",
            "Senator",
            id="is concerned that",
        ),
        pytest.param(
            f"Acme has replied. From the Teachers Association:\n\n“{_WORDS}.”",
            "Teachers Association",
            "",
            id="from a body",
        ),
        pytest.param(
            f"The plan is out.\n\n“{_WORDS}.\n\nArturo Romeu\nDirector of the Hale Bureau\n\nSchools",
            "Arturo Romeu",
            "Director of the Hale Bureau",
            id="signed on two lines",
        ),
        pytest.param(
            f"Security Advisor Ada Lund, during the briefing announcing the signing of the order stated: “{_WORDS}.”",
            "Ada Lund",
            "Security Advisor",
            id="during the signing",
        ),
        pytest.param(f"Ada Lund, who signed the bill, said: “{_WORDS}.”", "Ada Lund", "", id="who signed is no sign"),
        pytest.param(
            "It is hard for Speaker Ada Lund. The Ohio Republican said in a statement the bill offers “clear and "
            "responsible alternatives that will lower the cost of a place at school.”",
            "Ada Lund",
            "Speaker",
            id="what she says the bill offers",
        ),
        pytest.param(
            f"Acme, a maker of toys, paid on Thursday. In a post, Acme named nobody. “{_WORDS},” the company wrote.",
            "Acme",
            "",
            id="the company is in the title",
        ),
        pytest.param(
            f"“{_WORDS},” Tom Hale, a spokesman for the governor, said. “{_WORDS},” said Ada Lund, the governor.",
            "Ada Lund",
            "governor",
            id="who is spoken for before the spokesman",
        ),
    ],
)
def test_who_is_shown(text: str, speaker: str, role: str) -> None:
    assert pulled(text, "Acme pays for a campaign") == (speaker, role)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Tom Hale was asked about it. Ada Lund issued a note saying his comment “has no place in any school.”",
            "Ada Lund",
        ),
        (
            "Ada Lund, who chairs the panel, said Tom Hale's gifts “call the judgement of the board in question.”",
            "Ada Lund",
        ),
    ],
)
def test_what_is_said_about_somebody_elses_words_or_deeds(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in quotes.find(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Science and Technology Secretary Ada Lund said so.", "Science and Technology Secretary"),
        (
            "He met Science, Innovation and Technology Secretary Ada Lund.",
            "Science, Innovation and Technology Secretary",
        ),
        ("He met Tom Hale and Technology Secretary Ada Lund.", "Technology Secretary"),
        (
            "Chief Justice and President of the Supreme Court Ada Lund spoke.",
            "Chief Justice and President of the Supreme Court",
        ),
        ("It was said by eSafety Commissioner Ada Lund.", "eSafety Commissioner"),
        ("The Minister of Digital Economy (Kenya), Dr. Ada Lund, has spoken.", "Minister of Digital Economy (Kenya)"),
        ("There came Shri Ada Lund, Secretary, MeitY; and others.", "Secretary, MeitY"),
        ("There came Ada Lund, director, Hale Institute, and others.", "director, Hale Institute"),
        ("There came Ada Lund, president, House Speaker Tom Hale, and others.", "president"),
        ("Prof Ada Lund, law professor at Hale College, told the committee.", "law professor at Hale College"),
        ("MHRA chief executive, Ada Lund, said: ‘It works.’", "MHRA chief executive"),
        ("The rapporteur in the committee, Ada Lund (Poland/ECR), said no.", "rapporteur in the committee"),
        ("Ada Lund MSP commented on it.", "MSP"),
        (
            "Ada Lund, chair of the Committee on Banking, Housing, and Urban Affairs, wrote.",
            "chair of the Committee on Banking, Housing, and Urban Affairs",
        ),
        ("Ada Lund, minister of Finance, Tom Roe, and Ann Poe met.", "minister of Finance"),
        ("It was asked by trade & digital technologies minister Ada Lund.", "trade & digital technologies minister"),
        (
            "Centre for Responsible AI founding director Ada Lund said so.",
            "Centre for Responsible AI founding director",
        ),
        ("So says Hale Co. Chairman, President and CEO Ada Lund.", "Chairman, President and CEO"),
        ("It was said by Rome’s Senior Policy Manager, Ada Lund.", "Senior Policy Manager"),
        ("The fund's chief executive Dame Ada Lund has spoken.", "chief executive"),
        ("Its representative Mr Ada Lund has spoken.", "representative"),
        (
            "Deputy Secretary for Inland Security and National Ports Dr. Ada Lund spoke.",
            "Deputy Secretary for Inland Security and National Ports",
        ),
        (
            "Information, Media and the Digital Economy Minister Ada Lund spoke.",
            "Information, Media and the Digital Economy Minister",
        ),
        (
            "Ada Lund, Under Secretary of the Department for Ports and the Digital Economy within the Trade Ministry.",
            "Under Secretary of the Department for Ports and the Digital Economy",
        ),
        ("“It helps.” So Ada Lund, director of the Hale Fund said:", "director of the Hale Fund"),
        ("It binds firms in England and Wales Hale Fund Advocacy Manager Ada Lund said.", "Hale Fund Advocacy Manager"),
        ("It was said by Cavite 2nd District Rep. Ada Lund on Monday.", "Cavite 2nd District Rep."),
        ("It passed the Committee on Energy and Senator Ada Lund spoke.", "Senator"),
        ("In May Free Harbour Party (FHP) lawmaker Ada Lund spoke.", "Free Harbour Party (FHP) lawmaker"),
        ("After Milan (XYZ) lawyer Ada Lund spoke.", "lawyer"),
    ],
)
def test_whole_role(text: str, role: str) -> None:
    assert [one.role for one in people.scan(text).named if one.name == "Ada Lund"] == [role]


def test_an_actor_is_not_whom_he_plays() -> None:
    text = f"Ada Lund wrote the play on Abraham Lincoln. The Lincoln actor says: “{_WORDS}.”"
    assert [quote.speaker for quote in quotes.find(text)] != ["Abraham Lincoln"]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        pytest.param(
            f"Free Harbour Party (FHP) MP Tom Hale on Monday began an attack on the Speaker, asserting that she “might "
            f"close the house”. Speaking on air, the FHP leader said: “{_WORDS}.”",
            "Tom Hale",
            "Free Harbour Party (FHP) MP",
            id="the leader of the body in front of the name",
        ),
        pytest.param(
            f"Harbour lawmaker Tom Hale met Mill lawmaker Ann Poe. The Harbour boss said: “{_WORDS}.”",
            "Tom Hale",
            "Harbour lawmaker",
            id="of two, whose body it is",
        ),
        pytest.param(
            f"Ann Rose Poe opened the hall. Ms. Rose Poe thanked her mother. “{_WORDS},” she said.",
            "Ann Rose Poe",
            "",
            id="a family name of two words",
        ),
        pytest.param(
            f"A [Danish] government spokesperson said: “{_WORDS}.”",
            "A [Danish] government spokesperson",
            "",
            id="a word put in by the paper",
        ),
        pytest.param(
            f"“{_WORDS},” the lawmakers, Sens. Tom Hale (D-Va.), Ann Poe (D-R.I.) and Ada Lund (D-Mass.), wrote.",
            "the lawmakers",
            "",
            id="several are not the first of them",
        ),
    ],
)
def test_called_another_way(text: str, speaker: str, role: str) -> None:
    assert pulled(text) == (speaker, role)


def test_the_boss_of_another_body_is_somebody_else() -> None:
    text = f"Harbour lawmaker Tom Hale spoke first. The Mill boss said: “{_WORDS}.”"
    assert pulled(text) != ("Tom Hale", "Harbour lawmaker")


def test_a_statement_in_single_marks_holds_words_in_single_marks() -> None:
    text = (
        "Dr Ada Lund, Senior Lecturer in Law at Hale University, comments:\n"
        f"'{_WORDS}. It calls the plan a 'soft landing' for the firms.\n"
        "'On another level it is late. Nobody knows why.\n"
        "'The plan keeps what there is.'"
    )
    quote = quotes.pull(text, quotes.find(text))
    assert quote is not None
    assert (quote.speaker, quote.role) == ("Ada Lund", "Senior Lecturer in Law at Hale University")
    assert quote.parts[0].text == f"{_WORDS}. It calls the plan a 'soft landing' for the firms."


def test_two_statements_in_single_marks_stay_two() -> None:
    text = f"'{_WORDS},' said Minister Ada Lund. 'They call it late.\n'We shall see what comes of it,' she added."
    assert quotes.find(text)[0].parts[0].text == f"{_WORDS},"


@pytest.mark.parametrize("lead", ["Following", "After", "Despite"])
def test_owner_of_a_claim(lead: str) -> None:
    text = f"On Friday it began. {lead} Lund's claim that “{_WORDS[0].lower()}{_WORDS[1:]},” the house rose."
    assert [quote.speaker for quote in quotes.find(text)] == ["Lund"]


def test_a_day_behind_a_weekday_says_nothing() -> None:
    text = f"On the evening of Monday, September 23, the council asked that “{_WORDS[0].lower()}{_WORDS[1:]}.”"
    assert [quote.speaker for quote in quotes.find(text)] == ["the council"]


def test_the_title_of_an_agenda_item_is_no_quotation() -> None:
    item = (
        "Approval of a Five-Year Agreement with Hale Works to Provide Automated Red Light Enforcement and Services in "
        "an Amount of $4,000,000"
    )
    assert pulled(f"On Monday the council met. Public Hearing Item 1 called for the “{item}.” Nobody spoke.") is None


@pytest.mark.parametrize("paper", ["the law", "Hale’s order", "The resolution", "the Labour Party platform"])
def test_a_paper_that_nobody_speaks_in_is_not_pulled(paper: str) -> None:
    assert pulled(f"The panel met on Friday. “{_WORDS},” {paper} said.") is None


def test_a_letter_speaks_in_whole_sentences_only() -> None:
    assert pulled(f"The panel met on Friday. “{_WORDS},” the judges’ ruling said.") is not None
    assert (
        pulled(f"The panel met. The judges’ ruling said that “{_WORDS[0].lower()}{_WORDS[1:].rstrip('.,')}”.") is None
    )


@pytest.mark.parametrize(
    "body",
    [
        "Department of Science and Technology",
        "Ministry of Electronics and Information Technology",
        "Department of Health and Human Services",
        "Department for Science, Innovation and Technology",
        "Securities and Exchange Commission",
        "Australian Competition and Consumer Commission",
        "Food and Drug Administration",
        "Computer and Communications Industry Association",
    ],
)
@pytest.mark.parametrize(
    "text", ["The {} said: “{}.”", "“{},” said the {}.", "The {} told reporters that “{}.”", "“{},” the {} wrote."]
)
def test_one_body_though_and_stands_in_its_name(body: str, text: str) -> None:
    first, second = (body, _WORDS) if text.startswith("The") else (_WORDS, body)
    assert [quote.speaker for quote in quotes.find(text.format(first, second))] == [body]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The head of the Food and Drug Administration said: “{}.”", "The head of the Food and Drug Administration"),
        (
            "“{},” said a spokesperson for the Department for Science, Innovation and Technology.",
            "a spokesperson for the Department for Science, Innovation and Technology",
        ),
        ("“{},” said the Department for Transport on Monday.", "Department for Transport"),
        ("“{},” said the Commission for the first time.", "Commission"),
        ("Ann Poe met staff and Drug Administration said: “{}.”", "Drug Administration"),
        ("The White House and Justice Department said: “{}.”", "Justice Department"),
        ("Ann Poe spoke for the House and Hale Association said: “{}.”", "Hale Association"),
        (
            "Rep. Ann Poe, chair of the House Committee on Information and Communications Technology, said: “{}.”",
            "Ann Poe",
        ),
        ("It is Denmark’s Minister of Communications and Digital Affairs, Ann Poe, who said: “{}.”", "Ann Poe"),
        ("Hale 3rd District Rep. Ann Poe, one of the authors of the bill, said: “{}.”", "Ann Poe"),
    ],
)
def test_where_a_name_with_and_ends(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in quotes.find(text.format(_WORDS))] == [speaker]


def test_a_heading_between_who_speaks_and_the_words() -> None:
    text = f"Hearing of the plan, director of Hale Watch Ada Lund said:\n\nON THE NEW PLAN\n\n“{_WORDS}.”"
    assert pulled(text) == ("Ada Lund", "director of Hale Watch")


def test_several_who_issue_a_statement() -> None:
    text = f"It was read. The group of members sponsoring the bill issued the following joint statement:\n“{_WORDS}.”"
    assert pulled(text) == ("The group of members sponsoring the bill", "")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("The new act,", "will bring together those who know what schools need most.", "The new act will bring"),
        ("If the act passes,", "will anybody read it before the firms do so themselves?", "If the act passes, will"),
        ("The new act,", "and this matters, is no help to those who know schools.", "The new act, and this"),
        ("In this land, the act,", "will bring together those who know schools.", "In this land, the act, will"),
    ],
)
def test_comma_between_subject_and_verb(first: str, second: str, words: str) -> None:
    found = quotes.find(f"It passed. “{first}” Minister Ada Lund said, “{second}”")
    assert quotes.shown(found[0]).startswith(words)


@pytest.mark.parametrize("dash", ["–", "-", "—"])
def test_signed_on_the_line_of_the_words(dash: str) -> None:
    text = f"It was read.\n\n“{_WORDS}.” {dash} Rob Hale, Vice President, Union of Mill Hands (UMH)\n\nIt ends here."
    assert pulled(text) == ("Rob Hale", "Vice President")


@pytest.mark.parametrize("behind", ["– Rob Hale said nothing of it later", "– The house rose at ten", "– a plan"])
def test_no_signature_on_the_line_of_the_words(behind: str) -> None:
    text = f"It was read.\n\n“{_WORDS}.” {behind}\n\nIt ends here."
    assert all(quote.attribution is None or "said" in quote.attribution.text for quote in quotes.find(text))
