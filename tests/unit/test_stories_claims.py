"""What headlines commit themselves to keeps near misses apart; votes and names bring two languages together."""

from __future__ import annotations

import itertools
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

import bot
from bot.pipeline.stories import (
    Signature,
    StorySignature,
    claims,
    cluster,
    money,
    place,
    places,
    signature,
    terms,
    tokens,
)
from bot.pipeline.stories.apart import Facts

DAY = datetime(2025, 10, 16, 9, tzinfo=UTC)
Told = tuple[str, str]  # headline and one sentence below it


def signed(articles: list[Told]) -> list[Signature]:
    return [
        signature(str(number), title, text, published=DAY + timedelta(hours=2 * number), outlet=f"Outlet {number}")
        for number, (title, text) in enumerate(articles)
    ]


def stories_of(articles: list[Signature]) -> int:
    """Into how many stories the articles go when they arrive in the order given."""
    known: list[StorySignature] = []
    for article in articles:
        found = place(article, known).story_id
        if found is None:
            known.append(StorySignature(article.id, ()).grown(article))
        else:
            known = [one.grown(article) if one.story_id == found else one for one in known]
    return len(known)


APART: dict[str, list[Told]] = {
    "party and amount": [
        (
            "Italy fines OpenAI €15 million over ChatGPT",
            "The privacy watchdog in Rome fined OpenAI over personal data.",
        ),
        ("Italy fines Replika maker €5 million", "The privacy watchdog in Rome fined Luka, which makes a chatbot."),
    ],
    "amount alone": [
        ("Ireland fines TikTok €530 million", "The regulator fined TikTok over transfers of data to China."),
        ("Ireland fines TikTok €345 million", "The regulator fined TikTok over the accounts of children."),
    ],
    "document id": [
        ("NIST releases AI 600-1", "The institute published the document on Tuesday."),
        ("NIST releases AI 800-1", "The institute published the document on Tuesday."),
    ],
    "document id of another series": [
        ("NIST publishes SP 800-53 overlay for AI", "The institute published control overlays."),
        ("NIST publishes AI 800-2 on benchmarks", "The institute published practices for benchmarks."),
    ],
    "case opened, case decided": [
        ("FTC opens inquiry into AI chatbots acting as companions", "The agency sent orders to seven firms."),
        ("FTC finalises order against DoNotPay", "The order ends claims that a chatbot works like a lawyer."),
    ],
    "only the agency and its subject": [
        ("FTC sends orders to makers of AI companions", "The Federal Trade Commission asked firms about chatbots."),
        ("FTC bans DoNotPay from robot lawyer claims", "The Federal Trade Commission's order covers an AI chatbot."),
    ],
    "sponsor": [
        ("Senator Hawley introduces AI bill", "Josh Hawley introduced a bill on artificial intelligence."),
        ("Senator Blackburn introduces AI bill", "Marsha Blackburn introduced a bill on artificial intelligence."),
    ],
    "sponsor by name alone": [
        ("Hawley unveils AI bill", "Senator Josh Hawley introduced a bill on artificial intelligence on Tuesday."),
        (
            "Blackburn unveils AI bill",
            "Senator Marsha Blackburn introduced a bill on artificial intelligence on Tuesday.",
        ),
    ],
    "bare law": [("AI law", ""), ("Colorado governor signs AI law", "")],
    "bare law with a sentence": [("AI law", "Lawmakers voted."), ("Utah adopts AI law", "The law covers chatbots.")],
    "bare bill": [("AI bill", ""), ("Senate passes AI bill SB 53", "")],
    "bare act": [("AI Act", ""), ("EU AI Act enters into force", "")],
    "two overviews": [("The AI week", ""), ("Weekly AI policy digest #41", "")],
    "two numbers of one overview": [
        ("Weekly AI policy digest #41", "What happened in AI policy."),
        ("Weekly AI policy digest #42", "What happened in AI policy."),
    ],
    "overview and its subject": [
        ("This week in AI policy: Italy fines OpenAI", "Italy fined OpenAI."),
        ("Italy fines OpenAI", "Italy fined OpenAI."),
    ],
    "numbered newsletter": [("Import AI 420", ""), ("Import AI 421", "")],
    "one chatbot, two countries that block it": [
        ("Vietnam blocks Grok over fake nudes", "The ministry cut access to the chatbot on Monday."),
        ("Thailand restricts Grok after Vietnam", "The ministry cut access to the chatbot on Tuesday."),
    ],
    "one company, two regulators": [
        ("Ofcom opens investigation into Replika", "The companion chatbot may harm children, it said."),
        ("CNIL investigates Replika", "The companion chatbot may harm children, it said."),
    ],
    "one defendant, two newspapers": [
        ("Boston Globe sues Perplexity over copyright", "The newspaper says its articles were copied."),
        ("Miami Herald sues Perplexity over copyright", "The newspaper says its articles were copied."),
    ],
    "sued and settled": [
        ("Nevada sues Character.AI over harm to teenagers", "The attorney general filed the suit in Las Vegas."),
        ("Character.AI settles with families of teenagers", "The suits over harm to teenagers end."),
    ],
}
TOGETHER: dict[str, list[Told]] = {
    "one step in two wordings": [
        ("UK and United States sign memorandum of understanding on the safety of AI", ""),
        ("US and UK agree joint safety testing of advanced AI models", ""),
    ],
    "maker and product": [
        ("Italy fines OpenAI €15 million over ChatGPT", ""),
        ("Italy's watchdog fines ChatGPT maker 15 mln euros over privacy", ""),
    ],
    "two sponsors of one bill": [
        ("Senator Hawley introduces bill banning AI companions for minors", "Blumenthal is its co-sponsor."),
        ("Senators Blumenthal and Hawley want AI companions banned for minors", "They introduced a bill."),
    ],
    "document id in brackets": [
        ("NIST releases AI 600-1 profile for generative AI", "The institute published it."),
        ("NIST publishes generative AI risk profile (AI 600-1)", "The profile lists twelve risks."),
    ],
    "vote in two languages": [
        ("Bundestag beschließt KI-Gesetz", "Das Gesetz erhielt am Donnerstag 380 zu 250 Stimmen."),
        ("German parliament passes AI implementation act", "The Bundestag passed it on Thursday by 380 to 250 votes."),
    ],
    "vote counted in two ways": [
        (
            "Bundestag beschließt KI-Aufsicht",
            "380 Abgeordnete stimmten dafür, 250 dagegen; zuständig wird eine Behörde.",
        ),
        ("German parliament passes AI supervision act", "The vote was 380 to 250 and names the supervisor."),
    ],
    "whoever it is that acts": [
        ("Seoul publishes decree on high-impact AI", "The science ministry opened it for opinions."),
        ("South Korean ministry issues draft decree on high-impact AI", "Opinions are due in forty days."),
    ],
}


@pytest.mark.parametrize("articles", APART.values(), ids=APART.keys())
def test_near_misses_stay_apart(articles: list[Told]) -> None:
    given = signed(articles)
    assert stories_of(given) == stories_of(given[::-1]) == 2
    assert len({one.story for one in cluster(given)}) == 2


@pytest.mark.parametrize("articles", TOGETHER.values(), ids=TOGETHER.keys())
def test_one_event_in_other_words_is_one_story(articles: list[Told]) -> None:
    given = signed(articles)
    assert stories_of(given) == stories_of(given[::-1]) == 1
    assert len({one.story for one in cluster(given)}) == 1


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_memorandum_of_the_demo_newsroom_is_one_story_in_any_order(order: tuple[int, ...]) -> None:
    newsroom = Path(bot.__file__).parent / "catalog" / "demo" / "newsroom.yaml"
    articles = [
        signature(one["slug"], one["title"], " ".join(one["body"]), summary=one["teaser"], published=one["published"])
        for one in yaml.safe_load(newsroom.read_text(encoding="utf-8"))["articles"]
        if "memorandum" in one["teaser"] + one["title"]
    ]
    assert len(articles) == 3
    assert stories_of([articles[number] for number in order]) == 1


def test_hyphenated_document_numbers_are_one_word_and_years_are_not() -> None:
    assert tokens.words("NIST AI 600-1 and SP 800-53") == ["NIST", "AI", "600-1", "and", "SP", "800-53"]
    assert tokens.words("2024-25 budget, a 380-250 vote") == ["2024", "25", "budget", "a", "380", "250", "vote"]
    assert signature("1", "NIST releases AI 600-1").about == {"ai 600-1"}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Fine of €15 million", (("eur", 15e6),)),
        ("15 Millionen Euro Strafe", (("eur", 15e6),)),
        ("Strafe: 30,5 Mio. Euro", (("eur", 30.5e6),)),
        ("US$1.5bn settlement", (("usd", 1.5e9),)),
        ("1,5 Milliarden Dollar, not 3 Mrd. Dollars", (("usd", 1.5e9),)),
        ("A $2 fee and £300,000", (("usd", 2.0), ("gbp", 300_000.0))),
        ("15 million users in 2024", ()),
    ],
)
def test_amounts_of_money(title: str, found: tuple[tuple[str, float], ...]) -> None:
    assert set(found) <= set(money.amounts(title))
    assert bool(found) == bool(money.amounts(title))


@pytest.mark.parametrize("piece", ["1", "1,", "1.", "1 ", "$1"])
def test_a_headline_of_digits_costs_what_its_length_does(piece: str) -> None:
    def spent(count: int) -> float:
        begun = time.process_time()
        money.amounts(piece * count + " euro")
        return time.process_time() - begun

    small = min(spent(count) for count in (2_999, 3_000))
    large = min(spent(count) for count in (29_999, 30_000))
    assert large <= 12 * small + 0.15


@pytest.mark.parametrize("piece", ["A", "A.", "A-", "A'", "A ", "Aa ", "A’s ", "a "])
@pytest.mark.parametrize("around", ["{} wins", "wins {}", "sued by {}", "Senator {} sues", "{} bill"])
def test_the_parties_of_a_headline_cost_what_its_length_does(piece: str, around: str) -> None:
    def spent(count: int) -> float:
        title = around.format(piece * count)
        begun = time.process_time()
        claims.parties(title)
        claims.plaintiffs(title)
        return time.process_time() - begun

    small = min(spent(count) for count in (1_999, 2_000))
    large = min(spent(count) for count in (19_999, 20_000))
    assert large <= 12 * small + 0.15


def test_rounded_amounts_and_other_currencies_are_no_contradiction() -> None:
    assert not money.other_money((("eur", 30.5e6),), (("eur", 31e6),))
    assert not money.other_money((("eur", 15e6),), (("usd", 17.5e6),))
    assert money.other_money((("eur", 15e6),), (("eur", 5e6),))


@pytest.mark.parametrize(
    "title",
    [
        "The AI week",
        "This week in AI policy: courts, chips and codes",
        "Weekly AI policy digest #41",
        "AI policy newsletter, November 11",
        "Tech policy roundup",
        "AI Policy Weekly #12",
        "KI-Wochenrückblick",
    ],
)
def test_overviews(title: str) -> None:
    assert claims.is_digest(title)


@pytest.mark.parametrize(
    "title",
    [
        "ChatGPT reaches 800 million weekly users",
        "Apple pauses AI news summaries after a week of complaints",
        "Council to vote on AI Act delay this week",
        "Publisher sues over AI digests of its articles",
    ],
)
def test_events_are_no_overviews(title: str) -> None:
    assert not claims.is_digest(title)


def test_reasons_name_only_what_both_have() -> None:
    one, two = signed(TOGETHER["vote in two languages"])
    reasons = place(two, [StorySignature("0", ()).grown(one)]).reasons
    assert "“380-250 votes”" in reasons[0]


def test_a_party_ends_at_the_verb_even_in_capitals() -> None:
    assert claims.parties("Senator Ruiz Introduces Controversial AI Safety Bill") == ("ruiz",)
    assert claims.parties("Governor Hochul Vetoes Controversial Bill") == ()  # New York acts, whatever it is called
    assert claims.parties("California Governor Newsom Vetoes Controversial Bill") == ()  # the place says who acts


def test_companies_of_the_trade_by_one_name() -> None:
    assert claims.companies(tokens.words("YouTube and Alphabet face suit over Gemini")) == {"googl"}
    assert claims.companies(tokens.words("Senate passes budget")) == frozenset()


@pytest.mark.parametrize(
    ("title", "step"),
    [
        ("Portugal to impose heavy fines on makers of deepfakes", ""),
        ("Regulator fines Temu 200 million euros", "enforced"),
        ("Temu hit with record fines in Belgium", "enforced"),
        ("Governor approves amended AI safety law", "signed"),
        ("Photographers take Stability to court", "sued"),
        ("Two illustrators file lawsuit against Midjourney", "sued"),
        ("AI bill fails to clear the Senate of Nebraska", "rejected"),
        ("Ministry notifies rules on synthetic media", "passed"),
        ("Bundesrat billigte Gesetz zu KI-Aufsicht", "passed:upper"),
    ],
)
def test_steps_that_headlines_tell(title: str, step: str) -> None:
    assert signature("1", title).step == step


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Boston Herald sues Perplexity over copyright", {"US-MA", "herald"}),
        ("Meta sued by Texas over face recognition", {"US-TX"}),
        ("Paxton sues Meta over face recognition", {"US-TX"}),
        ("Novelists sue Apple over training", set()),  # they may be anybody
        ("Apple sued by novelists over training", set()),
    ],
)
def test_who_sues(title: str, who: set[str]) -> None:
    assert claims.plaintiffs(title) == {tokens.stem(one) if one.islower() else one for one in who}


def test_a_place_that_only_follows_is_not_where_it_happens() -> None:
    assert signature("1", "Thailand restricts Grok after Vietnam").places == {"TH"}
    assert signature("1", "Nvidia may sell chips to China again, US says").places == {"US"}
    assert signature("1", "Ofcom and CNIL write to Replika").places == {"GB", "FR"}


def test_a_member_state_and_the_union_are_no_two_places() -> None:
    assert not places.two_countries(frozenset({"EU"}), frozenset({"IE"}))
    assert not places.elsewhere(frozenset({"EU"}), frozenset({"IE"}))
    assert places.two_countries(frozenset({"EU"}), frozenset({"GB"}))
    assert places.two_countries(frozenset({"US-CA"}), frozenset({"CA"}))


def test_marks_of_step_and_place_find_no_article_and_tell_no_event() -> None:
    one = signature("1", "Kenya passes AI law", summary="Parliament in Nairobi voted.")
    assert {"/passed", "@KE"} <= one.weights.keys()
    assert not [term for term in terms(one) if term[0] in "/@"]
    assert not {"/passed", "@KE"} & Facts.of(one).telling()


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("billigten", "approves"),
        ("verabschiedeten", "passes"),
        ("untersagte", "bans"),
        ("Behörden", "authority"),
        ("Verordnungen", "regulation"),
        ("indie", "indie"),  # an English word stays one
    ],
)
def test_german_words_mean_the_same_in_any_tense_and_case(german: str, english: str) -> None:
    assert tokens.read(german).root == tokens.read(english).root


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("l'IA", "AI"),
        ("l’Autorité", "authority"),
        ("d'amendes", "fine"),
        ("enquêtes", "investigation"),
        ("Bruxelles", "Brussels"),
        ("D'Angelo", "Angelo"),
        ("Nvidia's", "Nvidia"),
    ],
)
def test_french_words_mean_the_same_behind_an_elided_article(french: str, english: str) -> None:
    assert tokens.read(french).root == tokens.read(english).root


def test_french_articles_say_nothing_and_a_city_in_capitals_does() -> None:
    assert [tokens.read(word).root for word in ("la", "les", "d'une", "qu'elle")] == [""] * 4
    assert tokens.read("LA").root == "la"
