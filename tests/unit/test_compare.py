"""Outlets of one story beside each other: the tick, and what differs."""

from __future__ import annotations

from bot.model import Article, Fact, Mention, Quote, Reading, Scalar, Slice, Span
from bot.pipeline.cards import Told
from bot.pipeline.compare import across, confirms, same_words


def cut(text: str, start: int = 0) -> Slice:
    return Slice(text, Span(start, start + len(text)))


def quote(*parts: str, speaker: str = "") -> Quote:
    return Quote(tuple(cut(part) for part in parts), speaker)


def fact(sentence: str, words: str, kind: str = "count", **data: Scalar) -> Fact:
    return Fact(cut(sentence, 100), mentions=(Mention(kind, cut(words, 100 + sentence.index(words)), data),))


def told(
    number: int, outlet: str, *, pull: Quote | None = None, quotes: tuple[Quote, ...] = (), facts: tuple[Fact, ...] = ()
) -> Told:
    reading = Reading(headline=cut("Headline"), pull=pull, quotes=quotes or ((pull,) if pull else ()), facts=facts)
    return Told(number, Article(f"https://{outlet.lower()}.example/{number}", "Headline", outlet=outlet), reading)


FIRST = quote("This is the first agreement of its kind anywhere in the world", speaker="Michelle Donelan")


def test_same_words_in_another_outlet_earn_a_tick() -> None:
    more = quote("And this is the first agreement of its kind anywhere in the world,", speaker="Donelan")
    lead, other = told(1, "Wire", pull=FIRST), told(2, "Post", quotes=(more,))
    assert across((lead, other), 1) == (("Post",), ())


TWO = quote("We will not wait for others", "Not now", speaker="Ana de la Cruz")


def test_a_tick_takes_every_part_word_for_word() -> None:
    assert confirms((quote("We will not wait for others. Not now.", speaker="De la Cruz"),), TWO)
    assert confirms((quote("We will not wait for others"), quote("Not now, not ever")), TWO)
    assert confirms((quote("We will not", "wait for others", "Not now"),), TWO)
    assert not confirms((quote("We will not wait for others", speaker="Cruz"),), TWO)
    assert not confirms((quote("We will not wait … for others. Not now."),), TWO)
    assert not confirms((quote("of its kind anywhere in the world", speaker="Donelan"),), FIRST)
    assert not confirms((quote("Not now"),), quote("Not now"))


def test_a_tick_takes_the_same_speaker_or_none_named() -> None:
    words = FIRST.parts[0].text
    assert confirms((quote(words),), FIRST)
    assert confirms((quote(words, speaker="Secretary Donelan"),), FIRST)
    assert confirms((quote(words, speaker="Xi"),), quote(words, speaker="Xi Jinping"))
    assert confirms((quote(words, speaker="Cruz"),), quote(words, speaker="Ana Cruz, Jr."))
    assert not confirms((quote(words, speaker="Gina Raimondo"),), FIRST)
    assert not confirms((quote(words, speaker="Michelle Obama"),), FIRST)


def test_typography_does_not_hide_the_same_words() -> None:
    assert same_words(quote("It’s “a big day” for us all"), quote("it's 'a big day'  for us all"))
    assert same_words(quote("We act now [in Europe] and we will go on doing so"), quote("we will go on doing so"))


def test_few_words_prove_nothing_and_other_words_are_other_words() -> None:
    assert not same_words(quote("a landmark deal"), quote("a landmark deal"))
    assert not same_words(FIRST, quote("This is the second agreement of its kind in all of Europe"))


def test_own_outlet_is_no_second_witness() -> None:
    assert across((told(1, "Wire", pull=FIRST), told(2, "wire", pull=FIRST)), 1) == ((), ())


def test_counts_of_one_thing_that_differ_are_shown() -> None:
    lead = told(1, "Wire", facts=(fact("The text was signed by 60 countries in Paris.", "60 countries", value=60),))
    other = told(2, "Post", facts=(fact("Some say that 61 countries signed.", "61 countries", value=61),))
    (found,) = across((lead, other), 1)[1]
    assert (found.what, found.values, found.outlets) == ("countries", ("60", "61"), ("Wire", "Post"))


def test_same_number_written_otherwise_is_no_difference() -> None:
    lead = told(1, "Wire", facts=(fact("It will fund nine research hubs.", "nine research hubs", value=9),))
    other = told(2, "Post", facts=(fact("It pays for 9 hubs.", "9 hubs", value=9.0),))
    assert across((lead, other), 1) == ((), ())


def test_about_sixty_does_not_contradict_sixty_one() -> None:
    lead = told(1, "Wire", facts=(fact("About 60 countries signed.", "60 countries", value=60, qualifier="about"),))
    other = told(2, "Post", facts=(fact("In all 61 countries signed.", "61 countries", value=61),))
    assert across((lead, other), 1)[1] == ()


def test_counts_of_other_things_are_not_compared() -> None:
    lead = told(1, "Wire", facts=(fact("It will fund nine hubs.", "nine hubs", value=9),))
    other = told(2, "Post", facts=(fact("It will train 12 regulators.", "12 regulators", value=12),))
    assert across((lead, other), 1)[1] == ()


def test_money_of_two_currencies_is_not_compared() -> None:
    lead = told(
        1,
        "Wire",
        facts=(
            fact(
                "It imposed a fine of 30.5 million euros.", "30.5 million euros", "money", currency="EUR", amount=30.5e6
            ),
        ),
    )
    dollars = told(
        2,
        "Post",
        facts=(fact("It imposed a fine of $33 million.", "$33 million", "money", currency="USD", amount=33e6),),
    )
    euros = told(
        3,
        "Sun",
        facts=(fact("It faces a fine of 35 million euros.", "35 million euros", "money", currency="EUR", amount=35e6),),
    )
    assert across((lead, dollars), 1)[1] == ()
    (found,) = across((lead, dollars, euros), 1)[1]
    assert (found.what, found.values) == ("fine", ("30.5 million euros", "35 million euros"))


def test_votes_that_differ() -> None:
    lead = told(1, "Wire", facts=(fact("The House passed it 409-2.", "409-2", "vote", yes=409, no=2),))
    other = told(2, "Post", facts=(fact("It passed by 408 to 2.", "408 to 2", "vote", yes=408, no=2),))
    (found,) = across((lead, other), 1)[1]
    assert (found.what, found.values) == ("vote", ("409-2", "408 to 2"))


def test_one_sentence_under_two_names() -> None:
    lead = told(1, "Wire", pull=FIRST)
    other = told(2, "Post", quotes=(quote(FIRST.parts[0].text, speaker="Gina Raimondo"),))
    same = told(3, "Sun", quotes=(quote(FIRST.parts[0].text, speaker="Donelan"),))
    confirmed, (found,) = across((lead, other, same), 1)
    assert confirmed == ("Sun",)
    assert (found.what, found.values) == ("who said it", ("Michelle Donelan", "Gina Raimondo"))


def test_no_lead_no_comparison() -> None:
    assert across((told(1, "Wire", pull=FIRST),), 9) == ((), ())
