"""Which clauses become facts: what is cut, what points back, what is background, what is never taken."""

from __future__ import annotations

import pytest

from bot.model import Span
from bot.pipeline import boilerplate, facts
from bot.pipeline.facts.clauses import clauses

TITLE = "Norway and Chile Pool AI Testing"
ARTICLE = """Norway and Chile Pool AI Testing

Norway and Chile have agreed to pool their testing of artificial intelligence. This alliance was \
sealed through a memorandum of understanding signed by Chilean Science Minister Ana Rojas \
and Norwegian Digital Minister Kari Lund in Oslo on Monday.

“We can only look into these systems together,” said Lund. “No country of our size can do it alone.”

As part of this alliance, Norway and Chile will test two public models by June and exchange six engineers \
each. They also want to win others for the idea.

Also Read
Why Data Officers Should Care About Catalogues
Norway and Chile Pool AI Testing

In parallel, Chile announced a fund of over $40 million to pay for twelve research posts. In March, \
Norwegian lawmakers passed an act on the use of algorithms in welfare offices, while in January, \
the Norwegian data regulator fined a school authority.

Related Stories

No stories found.
Data Weekly
www.dataweekly.example
"""


def chosen(title: str, text: str, taken: tuple[Span, ...] = ()) -> list[str]:
    return [fact.slice.text for fact in facts.choose(title, text, facts.extract(text), taken=taken)]


def test_an_agreement_with_its_background() -> None:
    found = facts.choose(TITLE, ARTICLE, facts.extract(ARTICLE))
    story = [fact.slice.text for fact in found if not fact.background]
    background = [fact.slice.text for fact in found if fact.background]
    assert story == [
        "memorandum of understanding signed by Chilean Science Minister Ana Rojas "
        "and Norwegian Digital Minister Kari Lund in Oslo on Monday",
        "Norway and Chile will test two public models by June and exchange six engineers each",
    ]
    assert background == [
        "in January, the Norwegian data regulator fined a school authority",
        "In March, \
Norwegian lawmakers passed an act on the use of algorithms in welfare offices",
        "Chile announced a fund of over $40 million to pay for twelve research posts",
    ]
    assert [fact.slice.text for fact in found] == story + background


def test_what_is_not_prose_is_told_apart() -> None:
    kinds = [(block.kind, ARTICLE[block.span.start : block.span.end]) for block in boilerplate.blocks(ARTICLE, TITLE)]
    assert kinds == [
        ("headline", TITLE),
        ("related", f"Also Read\nWhy Data Officers Should Care About Catalogues\n{TITLE}"),
        ("related", "Related Stories"),
        ("empty", "No stories found."),
        ("footer", "Data Weekly"),
        ("footer", "www.dataweekly.example"),
    ]


def test_a_fact_never_comes_from_the_pulled_quote() -> None:
    start = ARTICLE.index("Norway and Chile will test")
    assert not any("two public models" in fact for fact in chosen(TITLE, ARTICLE, (Span(start, start + 20),)))


def test_a_sentence_given_as_title_is_not_a_repeated_headline() -> None:
    text = (
        "The city council voted 9-2 on Tuesday to end its contract for cameras that recognise faces in the street. "
        "The cameras were put up in 2021 at 40 crossings. Mayor Rosa Lind said she would sign the order. "
        "Removing them costs $300,000. Police in Westford have used the pictures in 61 cases."
    )
    first = text.split(". ")[0] + "."
    assert chosen(first, text)[0].startswith("The city council voted 9-2")


CUTS = [
    (
        "LONDON (Reuters) - The regulator fined two banks 30 million pounds on Monday.",
        "The regulator fined two banks 30 million pounds on Monday",
    ),
    (
        "But the agency closed all seven cases in March.",
        "the agency closed all seven cases in March",
    ),
    (
        "As part of this deal, Kenya will host the first office in Nairobi.",
        "Kenya will host the first office in Nairobi",
    ),
    (
        "At least four people died when the bridge fell, police said on Monday.",
        "At least four people died when the bridge fell",
    ),
    (
        "Oslo, Norway – 3 June 2026 – The ministry will fund two public models.",
        "The ministry will fund two public models",
    ),
    (
        "The agency must answer the court in writing by Friday.",
        "The agency must answer the court in writing by Friday",
    ),
    (
        "• The suit seeks damages, an injunction, and the lawyers' fees.",
        "The suit seeks damages, an injunction, and the lawyers' fees",
    ),
    (
        "The ferry sank in shallow water off the coast, harbour spokesman Tom Reed said.",
        "The ferry sank in shallow water off the coast",
    ),
    (
        "Das Kabinett hat die Behörde zur Aufsicht bestimmt. (dpa/abc)",
        "Das Kabinett hat die Behörde zur Aufsicht bestimmt",
    ),
    (
        "The plant closed in the U.S.",
        "The plant closed in the U.S.",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CUTS)
def test_a_clause_is_cut_to_its_words(sentence: str, expected: str) -> None:
    found = next(iter(clauses(sentence, Span(0, len(sentence)))))
    assert sentence[found.start : found.end] == expected
    assert not found.dangling


KEPT = [
    "The law will destroy thousands of small companies, critics said.",
    "The chairman took bribes from two suppliers, the indictment alleges.",
    "The ban would end in March, unless parliament extends it.",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_a_claim_keeps_who_makes_it_and_a_condition_stays(sentence: str) -> None:
    ends = {clause.end for clause in clauses(sentence, Span(0, len(sentence)))}
    assert ends == {len(sentence) - 1}


@pytest.mark.parametrize(
    "sentence",
    [
        "It also requires companies to publish a summary of their data.",
        "Das geht aus einem Entwurf des Ministeriums hervor.",
        "Damit wird die Aufsicht künftig an einer Stelle gebündelt.",
        "Ringsum ist jedoch ein Netz von Zuständigkeiten geplant.",
        "Um diesen Risiken zu begegnen, hat die EU ein Gesetz beschlossen.",
        "C'est l'objet du projet de loi sur les données.",
        "They met in Geneva on Monday for two days.",
        "This would be the first law of its kind in Europe.",
        "However, he rejected the report by the committee.",
        "On Tuesday, she signed the order in the capital.",
        "When they arrived in Rome, the talks had ended.",
        "His lawyers asked the court in Texas for a delay.",
        "Both countries will publish the results in the spring.",
    ],
)
def test_a_sentence_that_points_back_is_never_a_fact(sentence: str) -> None:
    assert all(clause.dangling for clause in clauses(sentence, Span(0, len(sentence))))
    assert chosen("", sentence) == []


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe and John Roe",
        "Photo: Jane Doe/Getty Images",
        "Published: 3 April 2024, 10:21",
        "Sign up for our newsletter to get the news first.",
        "© 2024 Example News. All rights reserved.",
        "Read more: The city council votes on cameras",
        "Lesen Sie auch: Stadtrat stimmt über Kameras ab",
        "This story has been updated with a comment from the mayor.",
    ],
)
def test_lines_that_are_not_prose(line: str) -> None:
    text = f"The council met on Monday.\n\n{line}\n\nThe vote was 9-2."
    assert [text[span.start : span.end] for span in boilerplate.spans(text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Good evening, and welcome to another Thursday edition of the Rule Letter.",
        "Welcome back to Chipwatch, the letter on chips from Jane Roe in Ottawa.",
        "Happy Friday to all of our readers in Brussels and Vienna.",
        "Dear readers, three parliaments and two courts kept us busy all week.",
        "Hi all, a short week with two laws and one ruling lies behind our desks.",
        "Liebe Leserinnen und Leser, drei Parlamente haben uns diese Woche beschäftigt.",
        "Chers lecteurs, trois parlements nous ont occupés toute la semaine.",
    ],
)
def test_a_greeting_is_no_fact(line: str) -> None:
    text = f"{line}\n\nThe council of Graz adopted rules on cameras by 9 votes to 2 on Monday."
    assert chosen("", text) == ["The council of Graz adopted rules on cameras by 9 votes to 2 on Monday"]


@pytest.mark.parametrize(
    "told",
    [
        "Good Morning Britain broadcast a fake interview made with AI on 4 May, Ofcom found",
        "Hi-tech firms of Graz must register their cameras by 4 May, the council decided",
    ],
)
def test_a_name_that_opens_like_a_greeting_is_told(told: str) -> None:
    assert chosen("", told + ".") == [told]


@pytest.mark.parametrize(
    "advert",
    [
        "The Vienna institute is hiring a policy adviser for its office in Graz.",
        "Apply now with your CV for a full-time position at the Vienna institute.",
    ],
)
def test_a_job_advert_gives_way_to_news(advert: str) -> None:
    text = f"The council of Graz adopted rules on cameras by 9 votes to 2 on Monday.\n\n{advert}"
    assert chosen("", text) == ["The council of Graz adopted rules on cameras by 9 votes to 2 on Monday"]


def test_what_an_agency_says_of_itself_below_its_news_is_no_prose() -> None:
    portrait = "The Federal Trade Commission works to promote competition and protect consumers. " + "Learn more. " * 40
    tail = "Notes to editors\n\n1. The office is independent.\n\n2. Call our helpline on 0303 000 0000."
    text = f"The vote was 3-0.\n\n{portrait.strip()}\n\nIt ends in May.\n\n{tail}"
    aside = [text[span.start : span.end] for span in boilerplate.spans(text)]
    assert aside == [portrait.strip(), *tail.split("\n\n")]
    assert boilerplate.spans("Notes to editors were sent on Monday.\n\nThe vote was 3-0.") == ()


@pytest.mark.parametrize(
    "line",
    [
        "The Senate passed the bill on Tuesday.",
        "By Tuesday, the agency had closed all seven cases and sent two of them to the prosecutor's office.",
        "Related bills are pending in four states, and two more governors have promised to sign one.",
        "Share prices fell by two per cent after the announcement, and trading was halted for an hour.",
        "Most read the letter as a warning.",
        "“Follow the money,” she said.",
    ],
)
def test_sentences_are_prose(line: str) -> None:
    assert boilerplate.spans(f"The council met on Monday.\n\n{line}\n\nThe vote was 9-2.") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "As the agency hires staff in the capital, its budget, which was cut last year, will grow again.",
        "For the mayor, a former judge, the ruling is not only a defeat, but a chance to begin anew.",
    ],
)
def test_a_cut_never_leaves_a_fragment(sentence: str) -> None:
    shown = {sentence[clause.start : clause.end] for clause in clauses(sentence, Span(0, len(sentence)))}
    assert "As the agency hires staff in the capital" not in shown
    assert "For the mayor, a former judge, the ruling is not only a defeat" not in shown


@pytest.mark.parametrize(
    "line",
    [
        "Regulator Just Fined A Famous Chatbot Maker And Nobody Expected It.",
        '<p id="lead">The regulator fined a chatbot maker 5 million euros on Monday.</p>',
    ],
    ids=["headline with a full stop", "markup"],
)
def test_headings_and_markup_are_no_facts(line: str) -> None:
    text = (
        f"{line}\n\nThe Polish regulator fined the maker of a chatbot 5 million euros on Monday. "
        "Its inspectors found that children could sign up without a check of their age. "
        "The company has 30 days to appeal to a court in Warsaw."
    )
    assert line.rstrip(".") not in [fact.rstrip(".") for fact in chosen("", text)]
    assert not any("<" in fact for fact in chosen("", text))


def test_a_day_is_cut_with_the_comma_before_it() -> None:
    text = "The mayor named Ana Ruiz, a former judge from Porto, as head of the office for algorithms, on Tuesday."
    assert not any(fact.endswith(",") for fact in chosen("", text))


def test_a_clause_after_a_pointing_one_is_entered_at_its_name() -> None:
    sentence = (
        "That may look harmless to a visitor, but when Nadia Fell opened the archive "
        "the names of 40 agents were missing."
    )
    entered = [sentence[one.start : one.end] for one in clauses(sentence, Span(0, len(sentence))) if not one.dangling]
    assert entered == ["when Nadia Fell opened the archive the names of 40 agents were missing"]


def test_a_subordinate_clause_is_not_cut_off_a_superlative_or_a_measure_and_leaves_no_comma() -> None:
    for sentence in (
        "The two discounters from Germany had their best Christmas when prices rose.",
        "The singer had to be talked out of her room 20 minutes before the curtain went up.",
        "The deputy killed the prosecutor in his home because he had sent him to trial.",
    ):
        ends = {sentence[: clause.end] for clause in clauses(sentence, Span(0, len(sentence)))}
        assert sentence[:-1] in ends
        assert not any(end.endswith(("best", "minutes", ",", "home")) for end in ends)


HOOKED = (
    "Think of the last form you filled in on your phone and what became of it. "
    "Lindmark's parliament voted 61-38 on Monday to make ministries publish a register of the algorithms they use. "
    "Ministries must list 140 systems by March 2027. The register will cost 4 million crowns a year. "
    "A spokesman for the tax office did not respond to a request for comment. "
    "Since 1961, the Lindmark Courier has been delivering honest news to readers of the capital. Brandt said the ..."
)


def test_hooks_and_the_newsrooms_own_business_are_no_facts() -> None:
    assert chosen("", HOOKED) == [
        "Lindmark's parliament voted 61-38 on Monday to make ministries publish a register of the algorithms they use",
        "Ministries must list 140 systems by March 2027",
        "The register will cost 4 million crowns a year",
    ]


def test_the_second_of_two_dashes_is_no_end() -> None:
    sentence = "Officials said that the budget – cut by 40 percent in the spring – may not carry the new register."
    assert {sentence[: one.end] for one in clauses(sentence, Span(0, len(sentence)))} == {sentence[:-1]}


def test_a_headline_said_again_is_no_fact_even_with_its_date() -> None:
    title = "Norvale Delays Its Algorithm Act to June 30"
    text = (
        f"- headline\n- {title}. Tessa Holt signed bill 25-004 on 28 August, after the two chambers failed to agree. "
        "The act asks 60 offices for a list of their systems. Fines reach $20,000."
    )
    assert not any(fact.startswith("Norvale Delays") for fact in chosen(title, text))


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        (
            "BRASÍLIA — The upper house of Brazil approved a bill on algorithms by 56 votes to 13 on Wednesday.",
            "The upper",
        ),
        ("NEW DELHI: The Ministry of Electronics proposed rules for labels on 10% of a picture on Tuesday.", "The Min"),
        ("Bern (sda) - The Federal Council opened a consultation on 12 rules for chatbots on Friday.", "The Fed"),
        ("OTTAWA, Ont. (The Canadian Press) — Canada will spend $50 million on an institute, Ms. Roy said.", "Canada"),
        ("Bruxelles, le 12 mars — The Commission fined the firm 20 million euros on Thursday.", "The Com"),
        ("SAN JOSE, Calif. /PRNewswire/ -- Acme Corp. will pay $3 million to settle with the state.", "Acme"),
    ],
)
def test_where_a_report_comes_from_is_no_part_of_the_fact(line: str, begins: str) -> None:
    assert chosen("", line)[0].startswith(begins)


def test_facts_before_applause_and_loose_ends() -> None:
    text = (
        "Idaho's House passed a bill on Monday that bars insurers from denying claims by algorithm alone.\n\n"
        "Rep. Lena Ortiz praised the vote. Dr. Paul Weiss asked the clerk to send it.\n\n"
        "Insurers would face fines of $5,000 a claim. The bill takes effect July 1. A doctor must sign each denial."
    )
    found = chosen("Idaho acts", text)
    assert {"Insurers would face fines of $5,000 a claim", "A doctor must sign each denial"} <= set(found)
    assert [fact for fact in found if "praised" in fact or fact.endswith("send it")] == []


DEK = """The governor signed the text with reservations.

Freedonia Governor Rufus Firefly signed SB 12 on Tuesday, the first broad law on hiring software in the region.

Companies must test their software once a year. The attorney general alone enforces the law.

Violations cost up to $20,000 each.
"""


def test_a_dek_before_the_lead_is_no_fact() -> None:
    found = chosen("Freedonia enacts SB 12, first broad law on hiring software", DEK)
    assert found[0].startswith("Freedonia Governor Rufus Firefly signed SB 12")
    assert not [fact for fact in found if "reservations" in fact]


def test_a_lead_that_says_more_than_the_headline_stays() -> None:
    text = (
        "Kenya has launched its national strategy for artificial intelligence, which rests on infrastructure, data and "
        "local research.\n\nThe ministry wrote the document with support from Germany.\n\nThe secretary said the "
        "strategy would make the country a hub for the continent."
    )
    assert chosen("Kenya unveils national AI strategy", text)[0].startswith("Kenya has launched its national strategy")


def test_a_lead_with_nothing_but_the_headline_goes() -> None:
    text = (
        "Kenya has announced a national strategy for artificial intelligence.\n\nThe ministry wrote the document with "
        "support from Germany.\n\nA fund of $40 million will pay for two data centres in Nairobi and Kisumu."
    )
    found = chosen("Kenya announces national AI strategy", text)
    assert not [fact for fact in found if fact.startswith("Kenya has announced")]


def test_a_short_sentence_is_shown_with_the_one_that_points_at_it() -> None:
    text = (
        "The convention, drawn up in Strasbourg, was opened for signature in Vilnius on Thursday. It will enter into "
        "force three months after five parties have ratified it.\n\nCritics note that the text leaves out national "
        "security.\n\nThe ministers of ten countries were in the room when the text was read out."
    )
    found = chosen("", text)
    assert found[0].endswith("on Thursday. It will enter into force three months after five parties have ratified it")
    assert all(fact in text for fact in found)


def test_sentences_of_two_paragraphs_are_never_one_fact() -> None:
    text = (
        "The convention was opened for signature in Vilnius on Thursday.\n\nIt will enter into force three months "
        "after five parties have ratified it.\n\nCritics note that the text leaves out national security."
    )
    assert not [fact for fact in chosen("", text) if "\n" in fact]


def test_other_places_are_background_and_authors_are_no_fact() -> None:
    text = (
        "The governor signed a bill that forbids insurers to deny a claim on the word of a program alone.\n\n"
        "Insurers that break the law face fines of $10,000 for each denial.\n\n"
        "The department must publish a report on the programs every June.\n\n"
        "Three other states, including Oregon, have passed similar laws since 2024.\n\n"
        "About the authors: Nina Holt is a senior fellow at the Institute for Trade Policy."
    )
    found = facts.choose("", text, facts.extract(text))
    background = [fact.slice.text for fact in found if fact.background]
    assert background == ["Three other states, including Oregon, have passed similar laws since 2024"]
    assert not [fact for fact in found if "Nina Holt" in fact.slice.text]


def test_a_reprimand_comes_before_what_the_product_costs() -> None:
    text = (
        "Die Landesbeauftragte hat dem Händler Kramer eine Verwarnung erteilt, weil sein Chatbot Gespräche ohne Wissen "
        "der Kunden auswertete.\n\nDagegen kann das Unternehmen binnen zwei Wochen Einspruch einlegen.\n\n"
        "Der Händler nutzte die Gespräche, um ein Sprachmodell zu trainieren.\n\n"
        "Der Chatbot kostet Händler in der günstigsten Fassung 49 Euro im Monat."
    )
    found = chosen("", text)
    assert found[0].startswith("Die Landesbeauftragte hat dem Händler Kramer eine Verwarnung erteilt")
    assert not [fact for fact in found if fact.startswith("Dagegen")]


@pytest.mark.parametrize(
    "line",
    [
        "will be running for election as members of parliament on 24 September 2017.",
        "| Seat model | 370 € | yes | 1.7 of five points in the test of this year |",
        "» ajoute un proche du ministre, qui demande de la patience à tous les députés.",
        "Take a look here at the statement of the bank and how it was changed from August.",
        "For more information on the order, head to the pages of the agency.",
        "A spokesman for the company would not comment on the order for this story.",
        "INTENSE TALKS BEFORE THE ORDER ON ALL SIDES OF THE AGENCY.",
        "Workers of Acme Cloud stand in front of their office on Tuesday via Getty Images.",
        "Lesen Sie hier das ganze Urteil des Gerichts in der Fassung vom 3. Mai.",
    ],
)
def test_scraps_of_a_page_are_no_facts(line: str) -> None:
    text = (
        "The agency fined Acme Cloud $2.3 million on Tuesday.\n\nThe company must notify its customers in May.\n\n"
        f"{line}\n\nThe vote to approve the order was 3-0.\n\nThe order covers 4,000 employers in nine states."
    )
    found = chosen("", text)
    assert len(found) >= 3
    assert not [fact for fact in found if fact[:12] in line]


@pytest.mark.parametrize(
    "sentence",
    [
        "Seit dem Jahr 2007 rückt sie jedes Jahr um 40 Kilometer näher.",
        "Ensemble ils ont demandé une amende de 300 000 euros.",
        "Sur l'action civile, il a demandé le paiement de 300 000 euros.",
        "So sieht es das Urheberrecht seit dem Jahr 1965 vor.",
    ],
)
def test_what_points_back_in_german_and_french(sentence: str) -> None:
    assert all(
        one.dangling or not sentence[one.start].islower() for one in clauses(sentence, Span(0, len(sentence)), place=3)
    )
    if not sentence.startswith("So"):
        assert all(one.dangling for one in clauses(sentence, Span(0, len(sentence)), place=3))


def test_a_duty_and_a_deadline_come_before_a_detail() -> None:
    text = (
        "The ministry has published the final rules for systems that pick applicants for jobs.\n\n"
        "The rules fill 44 pages and were written by a team under the jurist Ada Moll.\n\n"
        "A first draft was shown to companies at a fair in Basel in the spring.\n\n"
        "The minister presented the text in a school hall in the old town of Bern.\n\n"
        "Several groups of experts had met nine times in the same hall to discuss it.\n\n"
        "Companies must register each system within two months, and face fines of up to 50,000 francs."
    )
    assert [fact for fact in chosen("", text) if fact.startswith("Companies must register each system")]


def test_a_lead_full_of_names_is_no_heading() -> None:
    text = (
        "WASHINGTON, D.C. – Today, U.S. Senators Rob Castell (R-OH), Brenda Shaw (D-HI) and Joni Ames (R-IA) "
        "introduced the Honest Voices Act.\n\nThe bill would let people sue over copies of their voices.\n\n"
        "> This is what good rules look like: short, tested and kind to small firms.\n\n"
        "Senate Commerce Chair Opens Inquiry Into Cloned Voices Against Industry Advice.\n\n"
        "The committee will vote on the bill in May."
    )
    found = chosen("", text)
    assert found[0].startswith("Today, U.S. Senators Rob Castell")
    assert not [fact for fact in found if fact.startswith((">", "Senate Commerce Chair Opens"))]
