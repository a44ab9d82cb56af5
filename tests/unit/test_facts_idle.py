"""Opinions, advice, generalities and a text's words about itself are no facts; what was done, counted or binds is."""

import pytest

from bot.pipeline import facts
from bot.pipeline.facts import idle, telling


def shown(body: str, title: str = "") -> list[str]:
    return [fact.slice.text for fact in facts.choose(title, body, facts.extract(body))]


def empty(part: str, *kinds: str) -> bool:
    words = telling.words_of(part)
    return idle.empty(part, part.split(), words, idle.signs(words), frozenset(kinds))


@pytest.mark.parametrize(
    "part",
    [
        "Congress must act on the harms of chatbots before it is too late.",
        "Employers should review their contracts with the vendors of such tools.",
        "We need to recognize that the machines of today are not the last.",
        "The title of the report mentions the hearing and the bill.",
        "Pictures of the march can be found on the pages of the union.",
        "Below is our tracker of the bills pending in the states.",
        "This explainer sets out what the code asks of its signatories.",
        "In this article the duties of importers are described one by one.",
        "The column was originally published in a regional paper.",
        "Watch the full statement of the senator at the hearing.",
        "The goal: protect children from the worst of the internet.",
        "Protect children from the worst of the internet at school",
        "Carefully assess the risks of each of the systems in use",
        "Each week our team highlights what the attorneys general have done.",
        "It is essential to keep a record of every test of the system.",
        "Mara Voss is the managing editor of the Policy Gazette",
        "The Guild is the largest and oldest union of nurses in the north, with 90,000 members",
        "Ruben Kole advises tech clients on the rules of six countries.",
        "The full text of the order can be found here",
    ],
)
def test_opinion_advice_and_words_of_a_text_about_itself_are_worth_nothing(part: str) -> None:
    assert telling.judged(part, frozenset()) == (0.0, True)


@pytest.mark.parametrize(
    "part",
    [
        "The panel said that schools should review their contracts with vendors.",
        "Providers must publish a summary of the data a model was trained on.",
        "The ministry published the draft of the regulation in the capital.",
        "Drivers must not rely on the system below a certain speed.",
        "Use of the tool is banned in the schools of the city.",
        "Support for the bill has grown in the towns of the north.",
        "Hospitals will review the contracts of their suppliers every year.",
    ],
)
def test_duties_and_reported_demands_are_worth_something(part: str) -> None:
    assert telling.judged(part, frozenset())[0] > 0


def test_what_ought_to_be_done_by_a_day_is_a_duty() -> None:
    assert telling.judged("Comments should reach the agency by 4 June.", {"date"})[0] > 0


@pytest.mark.parametrize(
    "part",
    [
        "Artificial intelligence is a force that is here to stay, for good or ill.",
        "Face recognition works by comparing the picture of a face with those of a collection.",
        "Critics say the plan is a gift to the largest of the firms.",
        "The bill will hopefully make life easier for the parents of teenagers.",
        "Whether the chamber follows the committee is an open question.",
        "The fight is far from over for the town.",
        "The intersection of safety and technology often sparks debate in the town.",
        "Does not create a right of action for those who are harmed by it.",
        "Places duties on the makers of the systems and on those who sell them.",
        "The state has taken a significant step to protect the patients of its hospitals.",
        "The hardest part for the courts is the question of fair use.",
        "If the state begins to count, expect the price of computing to rise.",
        "The easy days of free computing may be ending for the firms of the valley.",
        "The move comes amid a wave of accidents on the roads of the city.",
        "The vote serves as a reminder of the power that the towns have.",
        "The real reason is a lack of will in the capital.",
        "The tools have the potential to change the work of nurses and doctors.",
        "The law doesn’t just add a cost for firms of any size.",
        "As AI reshapes the work of lawyers, the firms of the city look for a way to live with it.",
        "March is a busy month for the friends of privacy.",
    ],
)
def test_generalities_and_what_a_side_thinks_are_empty(part: str) -> None:
    assert empty(part)


@pytest.mark.parametrize(
    "part",
    [
        "The Act covers makers of the largest models and those who sell them.",
        "The council approved the plan for the old quarry.",
        "The agency is reviewing the contracts of all of its suppliers.",
        "The bill could bar the sale of such toys to children.",
        "The head of the office resigned on the same evening.",
        "Der Bundesrat ist für eine rasche Umsetzung der Vorlage.",
    ],
)
def test_what_was_done_or_holds_is_not_empty(part: str) -> None:
    assert not empty(part)


def test_a_number_is_never_empty() -> None:
    part = "The machine is the answer to all of the questions of 12 million people."
    assert empty(part)
    assert not empty(part, "count")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Opinion | The wrong way to rein in chatbots", "The bill passed."),
        ("Comment | A bad bargain", "The bill passed on Monday."),
        ("A bad bargain", "Commentary\n\nThe bill passed on Monday."),
        ("Lawmakers should not wait for Washington", "The bill passed on Monday."),
        ("A bad bargain", "As a father of two, I see what the screens do.\n\nThe bill passed on Monday."),
        (
            "A bad bargain",
            "When I first ran for office, few cared.\n\nI still think so.\n\nNow I fear we are late.",
        ),
    ],
)
def test_an_article_that_argues_is_known(title: str, text: str) -> None:
    assert idle.argues(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("What employers should know about the new act", "The act passed on Monday."),
        ("Platforms must label fakes, regulator says", "The regulator published an order."),
        ("State passes chatbot act", "“I am glad,” she said. “I voted for it.”\n\n“I would do it again,” he said."),
        ("State passes chatbot act", "The act passed on Monday. Senator Bo Lund (I-Maine) and World War I came up."),
        ("State passes chatbot act", "'I am glad,' she said, 'and I hope I see it work.'\n\nThe act passed on Monday."),
        ("State passes chatbot act", "Share\nComment\n\nThe act passed on Monday."),
        ("State passes chatbot act", "The act passed on Monday. The opinion of the court is due in May."),
    ],
)
def test_a_report_does_not_argue(title: str, text: str) -> None:
    assert not idle.argues(title, text)


def test_of_an_article_that_argues_only_what_can_be_checked_is_shown() -> None:
    body = (
        "The promise of thinking machines is immense, and so is the danger they are to democracy.\n\n"
        "A survey by the Mill Institute found that 71 percent of voters in Ohio want a federal agency for them.\n\n"
        "The people in charge are asleep at the wheel, as they have always been.\n\n"
        "Last week Senator Ann Rowe introduced a bill that bans toys which talk to children under 12.\n\n"
        "It is a start, but the powerful have never been moved by starts."
    )
    assert all("71 percent" in one or "introduced" in one for one in shown(body, "Opinion | Asleep at the wheel"))
    assert len(shown(body, "Opinion | Asleep at the wheel")) == 2


def test_second_sentences_of_a_quotation_are_noshown() -> None:
    body = (
        "The council in Marl rejected the plan for a computing hall by 9 votes to 4 on Tuesday.\n\n"
        "The mayor, Ines Holt, said: “The town was never asked in 2021. The firm bought the land for $4 million. "
        "Nobody told the council of that.”\n\n"
        "The firm, Arvo Systems, plans to appeal to the county within 30 days."
    )
    assert not any("bought the land" in one for one in shown(body))
    assert any("bought the land" in one for one in shown(body.replace("“", "").replace("”", "")))


def test_a_list_is_not_cut_before_its_last_part() -> None:
    body = (
        "The panel in Lund published its report on Monday.\n\n"
        "It was asked for in March.\n\n"
        "The board would bring together experts from universities, unions, industry, and the courts, who serve for "
        "four years and answer to the parliament in Lund alone."
    )
    assert not any(one.endswith(("industry", "unions")) for one in shown(body))


def test_labels_of_newsletters_are_left_out() -> None:
    body = (
        "The senate in Salem passed the chatbot bill by 21 votes to 9 on Monday.\n\n"
        "Why it matters: The bill fines makers of companion bots up to $10,000 for every child they deceive.\n\n"
        "What's next: The house votes on 3 May."
    )
    found = shown(body)
    assert "The bill fines makers of companion bots up to $10,000 for every child they deceive" in found


def test_imagined_examples_are_noshown() -> None:
    body = (
        "The senate in Salem passed the chatbot bill by 21 votes to 9 on Monday.\n\n"
        "For example, a bakery with 51 workers could be fined $10,000 for the robot on its website."
    )
    assert not any("bakery" in one for one in shown(body))


def test_a_label_without_a_subject_behind_it_is_no_fact() -> None:
    body = (
        "The senate in Salem passed the chatbot bill by 21 votes to 9 on Monday.\n\n"
        "Status: Advanced out of the committee for trade on 4 May.\n\n"
        "Status: The house votes on the privacy bill on 6 May."
    )
    found = shown(body)
    assert not any("committee for trade" in one for one in found)
    assert "The house votes on the privacy bill on 6 May" in found


def test_a_party_of_one_letter_is_no_writer() -> None:
    part = "The bill is sponsored by Senators Bo Lund (I-Maine) and Ida Berg."
    assert telling.judged(part, {"person"}) == (1.0, False)
    assert telling.judged("I wrote the bill together with Senator Ida Berg.", {"person"})[1]


def test_words_of_a_kept_commitment_value_and_do_not_tell() -> None:
    assert telling.judged("The members reaffirmed their commitment to the safety of all.", frozenset())[1]


def test_what_somebody_stressed_the_importance_of_is_empty_on_any_day() -> None:
    assert empty("The minister stressed the importance of trust at a rally on Monday.", "date")
    assert not empty("The minister signed the order at a rally on Monday.", "date")


def test_of_an_article_of_we_and_us_what_can_be_checked_goes_first() -> None:
    body = (
        "Schools across the north have sent the phones of their pupils to lockers this term.\n\n"
        "Twenty-two counties now have a ban, and 31 percent of parents want one in theirs.\n\n"
        "It is a victory for the many of us who have asked for years. We should see it for what it is.\n\n"
        "We have nothing to offer that is better than a phone, and so we lock it away.\n\n"
        "Senator Ann Rowe introduced a bill last week that bans chatbots in classrooms of the state."
    )
    assert idle.preaches(body)
    assert not idle.preaches("The act passed.\n\n“We are glad, we are proud and we thank all of us,” she said.")
    assert all("Twenty-two" in one or "introduced" in one for one in shown(body))


def test_a_sentence_that_opens_with_a_participle_is_not_cut_before_its_subject() -> None:
    body = (
        "The house in Austin sent the bill to the governor on Monday.\n\n"
        "The text has 40 pages.\n\n"
        "Written and filed by Rep. Juan Ortega, D-12, the bill takes up advice from firms and from universities."
    )
    assert not any(one.endswith("D-12") for one in shown(body))


def test_an_agency_behind_place_and_day_is_no_part_of_a_fact() -> None:
    body = (
        "Oslo, April 24 (Nordic Press)--The parliament of Norway passed a bill on machine learning on Thursday.\n\n"
        "The law takes effect on 1 July."
    )
    assert shown(body)[0].startswith("The parliament of Norway")


def test_an_opening_of_purpose_is_no_fact_without_what_was_done() -> None:
    body = (
        "The parliament in Oslo passed a bill on machine learning by 90 votes to 60 on Thursday.\n\n"
        "The vote was not close.\n\n"
        "To meet the fears over the spread of false reports generated by machines, the new law lets the state name "
        "those who break it."
    )
    assert not any(one.endswith("machines") for one in shown(body))


def test_a_day_alone_makes_no_argument_checkable() -> None:
    body = (
        "Machines were on the mind of everyone at the forum in Davos last week, and with good reason.\n\n"
        "The senate passed the chatbot bill by 21 votes to 9 last week."
    )
    assert shown(body, "Editorial: A bill too far") == ["The senate passed the chatbot bill by 21 votes to 9 last week"]


def test_a_dated_sentence_further_down_goes_before_a_vague_one() -> None:
    body = (
        "The ministry in Lund opened a consultation on chatbots for children on Monday.\n\n"
        "The text has 40 pages.\n\n"
        "Many parents of the city have come to see the machines as strange company for a child of any age and kind.\n\n"
        "The consultation closes on 4 May, and the ministry decides by 1 July."
    )
    found = shown(body)
    assert any("4 May" in one for one in found)


@pytest.mark.parametrize(
    ("part", "plain"),
    [
        ("The parents had many talks with the minister", True),
        ("The parents sued the minister", False),
        ("The bill calls for a register of all models", False),
    ],
)
def test_what_is_merely_said_is_plain(part: str, plain: bool) -> None:
    assert idle.plain(idle.signs(telling.words_of(part)), frozenset()) == plain


def test_words_to_the_reader_need_a_duty_beside_the_day() -> None:
    assert telling.judged("Write down every refusal that your clinic gets this month.", {"date"})[1]
    assert not telling.judged("You have until 4 May to object to the plan of the town.", {"date"})[1]


def test_a_list_of_actions_is_not_cut_before_its_last() -> None:
    body = (
        "The school board in Lund adopted a policy on chatbots on Monday.\n\n"
        "The policy has four pages.\n\n"
        "The policy was built on protecting the data of pupils, limiting the tools that firms may offer to them, and "
        "requiring a notice wherever a machine has helped."
    )
    assert not any(one.endswith(("offer to them", "of pupils")) for one in shown(body))


def test_a_sentence_half_quoted_is_a_fact_only_with_a_figure_of_its_own() -> None:
    counted = (
        "Officials of 44 states sent a letter to several firms and told them that they “will use every power they "
        "have to protect children from machines that prey on them.”"
    )
    body = "The letters went out on Monday from the capital.\n\n" + counted
    assert any("44 states" in one for one in shown(body))
    assert not any("sent a letter" in one for one in shown(body.replace("of 44 states ", "")))


def test_the_mark_that_opens_english_quotations_closes_german_ones() -> None:
    words = "„Wir brauchen klare Regeln, damit Firmen wissen, woran sie sind“, sagte Minister Karl Hale am Mittwoch. "
    told = "Die Bundesnetzagentur erhält 30 Millionen Euro. Das Gesetz gilt ab Mai 2026."
    assert shown(words + told) == ["Die Bundesnetzagentur erhält 30 Millionen Euro", "Das Gesetz gilt ab Mai 2026"]


def test_french_marks_close_too() -> None:
    words = "« Il faut des règles claires pour les entreprises », a déclaré mardi la ministre Claire Hale. "
    assert shown(words + "L'autorité recevra 30 millions d'euros.") == ["L'autorité recevra 30 millions d'euros"]


def test_a_german_court_with_a_number_is_no_writer() -> None:
    text = "Das Landgericht München I hat entschieden, dass Acme Rechte von Liedtextern verletzt hat."
    assert shown(text + " Acme muss 3 Millionen Euro zahlen.") == [text[:-1], "Acme muss 3 Millionen Euro zahlen"]
