"""Whom something was done to, who did it, and of what kind the deed is: two suits of one week are two stories."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from bot.pipeline.stories import Signature, StorySignature, cluster, deeds, money, place, signature

DAY = datetime(2025, 10, 16, 9, tzinfo=UTC)


def told(title: str, text: str = "", id: str = "1") -> Signature:
    return signature(id, title, text, published=DAY)


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Parents sue OpenAI after death of their daughter", {"openai"}),
        ("OpenAI sued by parents of girl who died", {"openai"}),
        ("ChatGPT maker sued by parents", {"openai"}),
        ("Parents Sue OpenAI, Claiming Chatbot Caused Harm", {"openai"}),
        ("Getty sued Stability AI", {"stabilit"}),
        ("Authors drag Apple into court over training", {"appl"}),
        ("Authors take Apple to court over training", {"appl"}),
        ("Ofcom opens investigation into X over nude pictures", {"xai"}),
        ("Inquiry into safety of chatbots from Google and Meta", {"googl", "meta"}),
        ("Musk's xAI faces inquiry in Brazil", {"xai"}),
        ("Perplexity hit with copyright suit by two newspapers", {"perplexit"}),
        ("Prosecutors raid offices of Clearview in Vienna", {"clearview"}),
        ("Anthropic agrees to pay $1.5 billion to settle suit", {"anthropic"}),
        ("Authors reach settlement with Anthropic", {"anthropic"}),
        ("Prosecutors investigating General Motors", {"motor", "gm"}),
        ("xAI sues Colorado", {"US-CO"}),
        ("Eltern verklagen OpenAI", {"openai"}),
        ("OpenAI nach Tod eines Kindes verklagt", {"openai"}),
        ("OpenAI verklagt: Eltern geben ChatGPT die Schuld", {"openai"}),
        ("Klage gegen Meta wegen Büchern", {"meta"}),
        ("Uber soll Strafe zahlen", {"uber"}),
        ("Enquête contre Replika en Italie", {"replika"}),
        ("Clearview condamné à une amende", {"clearview"}),
        ("Midjourney visé par une plainte", {"midjourne"}),
        ("Meta faces questions over glasses", set()),
        ("House passes bill on chatbots", set()),
    ],
)
def test_whom_it_was_done_to(title: str, parties: set[str]) -> None:
    assert deeds.acted_on(title) == parties
    assert told(title).against == parties


APART = [
    ("OpenAI sued by parents of boy who died", "Character.AI sued by parents of girl who died"),
    ("Iowa House passes AI chatbot bill", "Iowa AG sues Meta over AI chatbots"),
    ("Parents sue OpenAI over ChatGPT", "Authors sue OpenAI over ChatGPT"),
    ("FTC investigates Meta over AI chatbots", "Ohio investigates Meta over AI chatbots"),
    ("FTC investigates Meta's AI chatbot", "FTC opens inquiry into Snap's AI chatbot"),
    ("Plainte contre Mistral pour droit d'auteur", "Plainte contre Microsoft pour droit d'auteur"),
    ("Klage gegen Meta wegen KI-Training", "Klage gegen Google wegen KI-Training"),
    ("Devlab raises $40M for AI coding agent", "Devlab raises $300M for AI coding agent"),
    ("Chipmaker invests $2bn in AI start-up Orbit", "Chipmaker invests €30bn in AI start-up Kometa"),
    ("Google fined €100 million over AI privacy by watchdog", "Google to pay $110 million over AI privacy, jury says"),
    ("Judge refuses $1 billion AI book settlement of Anthropic", "Judge approves $1 billion AI book settlement"),
    ("Orbit to buy AI start-up Kometa", "Regulator in China reviews Orbit's acquisition of AI start-up Kometa"),
    ("Trump to sign order on state AI laws", "Trump signs order on state AI laws"),
    ("Shop threatens to sue Perplexity over AI agent", "Shop sues Perplexity over AI agent"),
    ("Anthropic sues Pentagon over AI label", "Judge blocks Pentagon's AI label for Anthropic"),
]
TOGETHER = [
    ("Eltern verklagen OpenAI wegen ChatGPT", "OpenAI verklagt: Eltern geben ChatGPT die Schuld"),
    ("Parents sue OpenAI over ChatGPT", "ChatGPT maker OpenAI sued by mother and father"),
    ("Anthropic settles with authors for $1.5 billion", "Anthropic to pay $1.5 billion to settle authors' suit"),
    ("Devlab raises $300M for AI coding agent", "Devlab, AI coding agent maker, raises $300M at $4B valuation"),
    ("Orbit, an AI start-up, raises €1.7 billion", "AI start-up Orbit raises $2 billion"),
    ("Bruxelles ouvre une enquête sur l'IA de Google", "Brussels opens investigation of Google's AI"),
    ("Clearview condamné à une amende de 20 millions d'euros", "Clearview fined 20 million euros"),
    ("Oregon enacts SB 9 on AI companions", "Oregon governor signs SB 9 on AI companions"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_deeds_are_two_stories(one: str, other: str) -> None:
    first, second = told(one), told(other, id="2")
    assert place(second, [StorySignature("1", ()).grown(first)]).story_id is None
    assert len({found.story for found in cluster([first, second])}) == 2


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_one_deed_in_two_wordings_is_one_story(one: str, other: str) -> None:
    first, second = told(one), told(other, id="2")
    assert place(second, [StorySignature("1", ()).grown(first)]).story_id == "1"
    assert len({found.story for found in cluster([first, second])}) == 1


def test_one_suit_against_two_companies_may_be_told_by_either() -> None:
    text = "The newspaper says that OpenAI and Microsoft copied millions of its articles to train ChatGPT."
    first, second = told("Daily Bugle sues OpenAI", text), told("Microsoft sued by Daily Bugle", text, "2")
    assert place(second, [StorySignature("1", ()).grown(first)]).story_id == "1"
    assert len({found.story for found in cluster([first, second])}) == 1


def test_a_reason_names_the_parties_as_the_headlines_do() -> None:
    first = told("Character.AI sued by parents of girl who died")
    found = place(told("OpenAI sued by parents of boy who died", id="2"), [StorySignature("1", ()).grown(first)])
    assert "another party: Character.AI, not OpenAI" in found.reasons[0]


def test_people_die_and_bills_do() -> None:
    assert told("Writer who warned of AI dies at 90").step == ""
    assert told("Bill on AI chatbots dies in committee").step == "rejected"
    assert told("SB 7 dies in committee").step == "rejected"


@pytest.mark.parametrize(
    ("title", "step"),
    [
        ("Senate Bill 77 clears committee", "advanced"),
        ("House panel approves bill on chatbots", "advanced"),
        ("Bundestagsausschuss billigt KI-Gesetz", "advanced"),
        ("Senate passes House Bill 9 on chatbots", "passed:upper"),
        ("Assembly Bill 1064 passes", "passed"),
        ("White House adopts order on AI", "passed"),
    ],
)
def test_the_chamber_in_a_bills_name_has_not_voted(title: str, step: str) -> None:
    assert told(title).step == step


def test_a_measure_is_told_once_and_as_it_is_printed() -> None:
    first = told("Ohio Senate passes SB 77 on chatbots")
    again = told("Senate Bill 77 on AI chatbots passes Ohio Senate", id="2")
    reasons = place(again, [StorySignature("1", ()).grown(first)]).reasons[0]
    assert reasons.startswith("shares “SB 77”, “")
    assert "“77”" not in reasons
    other = place(told("Ohio Senate passes SB 78 on chatbots"), [StorySignature("1", ()).grown(first)]).reasons[0]
    assert other.endswith("but another measure: SB 77, not SB 78")


@pytest.mark.parametrize(
    ("title", "step"),
    [
        ("Judge blesses settlement between Anthropic and authors", "approved_deal"),
        ("Judge refuses to approve settlement between Anthropic and authors", "refused_deal"),
        ("Court halts settlement between Anthropic and authors", "refused_deal"),
        ("Authors' settlement with Anthropic rejected", "rejected"),
        ("Federal judge blocks label for Anthropic", "enjoined"),
        ("Malaysia blocks chatbot", "struck_down"),
        ("Senate kills ban on state AI laws", "rejected"),
        ("Peru enacts AI law", "enacted"),
        ("Shop demands Perplexity stop its agent", "threatened"),
        ("Studio sends cease-and-desist letter to ByteDance", "threatened"),
        ("Band threatens to sue Suno", "threatened"),
        ("Governor to sign bill on chatbots this week", "planned"),
        ("Parents urge Lamont to veto SB 2", "planned"),
        ("Trump kündigt Dekret zu KI-Gesetzen an", "planned"),
        ("Trump unterzeichnete Dekret zu KI-Gesetzen", "signed"),
        ("Hochul waters down AI safety bill", "amended"),
        ("Governor approves amended AI safety law", "signed"),
    ],
)
def test_what_a_court_says_of_a_deal_or_a_ban(title: str, step: str) -> None:
    assert told(title).step == step


@pytest.mark.parametrize(
    ("title", "kinds", "sums"),
    [
        ("Orbit raises $1B at $26B valuation", {"funding"}, (("usd", 1e9),)),
        ("Orbit joins the $10bn club after $400m raise", {"funding"}, (("usd", 4e8),)),
        ("Kometa valued at €5bn in new round", {"funding"}, ()),
        ("Nvidia steigt mit 5 Mrd. Dollar ein", set(), ()),
        ("Uber soll 290 Millionen Euro Strafe zahlen", {"penalty"}, (("eur", 2.9e8),)),
    ],
)
def test_what_the_money_is_for(title: str, kinds: set[str], sums: tuple[tuple[str, float], ...]) -> None:
    assert money.stakes(title) == (kinds, sums)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Jury says Google must pay", "court"),
        ("EU fines Google", "authority"),
        ("France fines Google", "authority"),
        ("Court confirms fine of watchdog against Google", ""),
        ("Google fined", ""),
    ],
)
def test_a_court_or_an_authority(title: str, who: str) -> None:
    assert deeds.judged(title) == who


@pytest.mark.parametrize(
    ("title", "far"),
    [
        ("Orbit to acquire Kometa for $2bn", "made"),
        ("Orbit completes acquisition of Kometa", "done"),
        ("China reviews Orbit's purchase of Kometa", "reviewed"),
        ("China blocks Orbit's bid for Kometa", "blocked"),
        ("Orbit schließt Übernahme von Kometa", "made"),
        ("Orbit closes office in Rome", ""),
    ],
)
def test_how_far_a_purchase_is(title: str, far: str) -> None:
    assert deeds.deal(title) == far


@pytest.mark.parametrize("piece", ["$1 ", "raises $", "at ", "valued ", "at $1", "9,"])
def test_money_costs_what_its_headline_does(piece: str) -> None:
    def spent(count: int) -> float:
        begun = time.process_time()
        money.stakes("round " + piece * count)
        return time.process_time() - begun

    small = min(spent(count) for count in (1_999, 2_000))
    large = min(spent(count) for count in (19_999, 20_000))
    assert large <= 12 * small + 0.15


@pytest.mark.parametrize(
    "piece", ["sued ", "OpenAI ", "against Meta ", "Meta and ", "faces ", "take ", "A ", "pay ", "Meta verklagt "]
)
def test_the_parties_of_a_headline_cost_what_its_length_does(piece: str) -> None:
    def spent(count: int) -> float:
        begun = time.process_time()
        deeds.acted_on(piece * count)
        deeds.kind(piece * count)
        deeds.accusers(piece * count)
        return time.process_time() - begun

    small = min(spent(count) for count in (1_999, 2_000))
    large = min(spent(count) for count in (19_999, 20_000))
    assert large <= 12 * small + 0.15
