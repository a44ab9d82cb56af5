"""Whose act it is: the jurisdictions that act in the headline or the first sentences, not the bystanders."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.model import Label, Mention, Origin, Slice, Span
from bot.pipeline import jurisdictions
from bot.pipeline.data.measure_owners import OF_MEASURE
from bot.pipeline.frame import american
from bot.pipeline.frame.standing import ACTING, COURTS, OF_A_STATE, STRONG, WEAK, Standing, standings
from bot.pipeline.frame.story import Story
from bot.pipeline.jurisdictions import Place
from bot.pipeline.phrases import Hit, Lexicon, Words
from bot.pipeline.text import word_set

_AND = word_set("and und et")
_BODIES = OF_A_STATE | word_set("un s")
_LISTED: Final = 4  # words between two that are listed
_JOINING = word_set("and und et with mit avec the le la les l die das der plus")
_PACT = word_set("with mit avec")
_FARTHEST_JOINED = 10  # words between “UK signs agreement on AI” and “with Canada”
_LIST_GAPS = frozenset({" ", ", ", "-", "–", "/", " & ", " – ", "’s ", "'s ", " / ", "- "})
_MANY: Final = "X-GLOBAL"
_EARLY: Final = 90  # words of the body in which a text says of whom it speaks


class Found(NamedTuple):
    """The acting jurisdictions with the words that name them; and every place the body names in its own right."""

    acting: tuple[Label, ...]
    places: tuple[Hit[Place], ...]


def find(story: Story, cited: tuple[Mention, ...], source_jurisdiction: str = "") -> Found:
    """Who acts in the story, and who is named beside.

    `source_jurisdiction` is the code of a source that speaks for itself (a government, a regulator); it is used when
    headline and first sentences name nobody. Leave it empty for the press: an outlet's country proves nothing.
    """
    in_title, in_body = _early(story)
    dateline = american.of_dateline(story.body.text)
    if _is_a_states(story, in_title, in_body, dateline[0] if dateline else ""):
        in_title = [one for one in in_title if not american.is_either(story.title, one.hit)]
        in_body = [one for one in in_body if not american.is_either(story.body, one.hit)]
    if american.is_federal_case(story):
        in_title = [one for one in in_title if not american.seats_a_court(story.title, one.hit)]
    acting = _of_all(story, cited, in_title, in_body, dateline, source_jurisdiction)
    return Found(acting, tuple(one.hit for one in in_body if one.strength >= STRONG))


def _of_all(
    story: Story,
    cited: tuple[Mention, ...],
    in_title: list[Standing],
    in_body: list[Standing],
    dateline: tuple[str, int, int] | None,
    source_jurisdiction: str,
) -> tuple[Label, ...]:
    chosen = _acting(story.title, in_title)
    if chosen and all(_names_a_treaty(story.title, one) for one in chosen):
        party = [one for one in in_body if story.sentence(one.hit.start) in (0, 1) and not _between_states(one.code)]
        acting = _acting(story.body, party)
        if acting:
            return _labels(story, acting, "body")  # “Cabinet to sign Council of Europe convention”
        beside = [one for one in in_title if one.strength >= WEAK and not _between_states(one.code)]
        if beside:
            return _labels(story, beside[:1], "title")  # “… Konvention des Europarats ins Schweizer Recht übernehmen”
    if chosen:
        if [one.code for one in chosen] == [_MANY]:
            chosen_body = [one for one in in_body if _is_body_of_states(one) and story.sentence(one.hit.start) <= 1]
            if chosen_body:
                return _labels(story, chosen_body[:1], "body")
        return _labels(story, chosen, "title")
    named = _by_measure([mention for mention in cited if mention.slice.origin == "title"])
    for index in (0, 1):
        sentence = [one for one in in_body if story.sentence(one.hit.start) == index]
        chosen = _acting(story.body, sentence)
        if named and not _between_states(named.id) and not any(one.hit.value.kind in ACTING for one in chosen[:1]):
            return (named,)  # the AI Act is the Union's unless another body acts
        if chosen:
            return _labels(story, chosen, "body")
    if named:
        return (named,)
    if source_jurisdiction and jurisdictions.known(source_jurisdiction):
        return (Label(source_jurisdiction, (_metadata(source_jurisdiction),)),)
    early = [mention for mention in cited if story.sentence(mention.slice.span.start) in (0, 1, 2)]
    named = _by_measure(early)
    own = _a_state_of_its_own(story, in_body) if named and named.id == "EU" else ()
    if own:
        return own
    if named:
        return (named,)
    if dateline and american.acts_locally(story, _EARLY):
        code, start, end = dateline
        return (Label(code, (story.slice(start, end, _BODY),)),)
    weak = sorted((one for one in in_title if one.strength >= WEAK), key=lambda one: -one.strength)
    if weak:
        return _labels(story, weak[:1], "title")
    return (
        _most_named(story, in_body)
        or _the_union(story)
        or _only_named(story, in_title, in_body)
        or _the_realm(story)
        or _the_states(story)
    )


def _is_a_states(story: Story, in_title: list[Standing], in_body: list[Standing], dateline: str) -> bool:
    """“House panel”, “Sen. Carroll”: a state's, where one state is named early and nothing speaks of the Union."""
    early = [(story.title, one) for one in in_title]
    early += [(story.body, one) for one in in_body if story.sentence(one.hit.start) <= 3]
    strong = [(words, one) for words, one in early if one.strength >= STRONG]
    if any(one.code == "US" and not american.is_either(words, one.hit) for words, one in strong):
        return False
    state = ""
    for last in (-1, 0, 3):  # headline, first sentence, the sentences after it
        told = [one.code for words, one in strong if words is story.title or story.sentence(one.hit.start) <= last]
        if any(code.startswith("US-") for code in told):
            state = american.the_state(told)
            break
    state = state or dateline
    return bool(state) and not american.is_federal(story, _EARLY)


def named(story: Story) -> tuple[Label, ...]:
    """The jurisdictions that act in the headline alone."""
    return _labels(story, _acting(story.title, standings(story.title, story)), "title")


def _early(story: Story) -> tuple[list[Standing], list[Standing]]:
    """The places that headline and text name, without bodies whose name is another state's here."""
    in_title = standings(story.title, story)
    in_body = [one for one in standings(story.body, story) if story.sentence(one.hit.start) >= 0]
    shared = {one.code for one in (*in_title, *in_body) if one.hit.value.kind == "body"}
    if not shared:
        return in_title, in_body
    early = [(story.title, one) for one in in_title]
    early += [(story.body, one) for one in in_body if story.sentence(one.hit.start) <= _WHO_ACTS]
    told = {jurisdictions.country(one.code) for _, one in early if one.hit.value.kind != "body" and one.strength > 0.1}
    acting = {jurisdictions.country(one.code) for words, one in early if _governs(words, one)}
    named = {one.code for _, one in early if one.hit.value.kind == "name" and one.strength >= STRONG} | acting
    of_bodies = {
        one.code for words, one in early if one.hit.value.kind == "body" and words.lows[one.hit.first] != "mps"
    }
    others = {
        code
        for code in shared
        if code not in told
        and (named if code in _OTHERS_TOO or code not in of_bodies else acting) - {code, _MANY, "EU", "X-COE"}
    }
    if not others:
        return in_title, in_body
    return (
        [one for one in in_title if one.hit.value.kind != "body" or one.code not in others],
        [one for one in in_body if one.hit.value.kind != "body" or one.code not in others],
    )


# Bodies of one name in neighbour states of one language: the Bundesrat of three states, the Sénat of many.
_OTHERS_TOO: Final = frozenset({"DE", "AT", "FR"})
_WHO_ACTS: Final = 4  # sentences after the first in which it is looked for whose a body is


_OWN: Final = OF_A_STATE | word_set("recht representatives")


def _governs(words: Words, one: Standing) -> bool:
    """A body of that place alone, or its name before a word for one: “Dutch trade minister”, “Japan's lower house”."""
    if one.hit.value.kind in ("actor", "body"):
        return one.hit.value.kind == "actor"
    after = one.hit.last + 1
    return one.strength >= WEAK and not _OWN.isdisjoint(words.lows[after : after + 4])


# What the Union does not have: beside them, its AI Act is what a state follows.
_OF_STATES_ALONE = word_set("senate senator senators cabinet chancellor deputies kabinett bundesrat sénat députés")


def _a_state_of_its_own(story: Story, in_body: list[Standing]) -> tuple[Label, ...]:
    """“The Senate approved the bill …”: the one state that the first sentences name."""
    near = [
        one for one in in_body if story.sentence(one.hit.start) <= 3 and one.strength >= STRONG and one.code != "EU"
    ]
    first = story.body.lows[:40]
    if len({one.code for one in near}) != 1 or _OF_STATES_ALONE.isdisjoint((*story.title.lows, *first)):
        return ()
    return _labels(story, near[:1], "body")


def _only_named(story: Story, in_title: list[Standing], in_body: list[Standing]) -> tuple[Label, ...]:
    """The one place that headline and first sentences name in any role, where a state's body acts unnamed."""
    early = [one for one in in_body if story.sentence(one.hit.start) <= 2]
    named = [*in_title, *early]
    if not named or len({one.code for one in named}) > 1 or max(one.strength for one in named) <= 0.05:
        return ()
    end = early[-1].hit.last + 60 if early else 90
    if OF_A_STATE.isdisjoint(story.title.lows) and OF_A_STATE.isdisjoint(story.body.lows[:end]):
        return ()
    if in_title:
        return _labels(story, in_title[:1], "title")
    return _labels(story, early[:1], "body")


def _is_body_of_states(one: Standing) -> bool:
    """“193 countries adopt …”: the text says whose members they are."""
    code = one.code
    return one.strength >= STRONG and code != _MANY and _between_states(code)


# Only the European Union has these; beside them, “the Commission”, “Parliament” and “Council” are the Union's.
_UNION_ONLY: Final = (
    "prohibited ai practices|general-purpose ai|gpai|digital omnibus|=AI Act|=AI Office|member states|rapporteur"
    "|trilogue"
)
_OF_THE_UNION: Final[Lexicon[str]] = Lexicon((phrase, "EU") for phrase in _UNION_ONLY.split("|"))
_ITS_BODIES = word_set("commission parliament council")


def _the_union(story: Story) -> tuple[Label, ...]:
    for words, origin in ((story.title, _TITLE), (story.body, _BODY)):
        for index, low in enumerate(words.lows):
            if low in _ITS_BODIES and words.slice(index, index)[0].isupper():
                if _OF_THE_UNION.find(story.title) or _OF_THE_UNION.find(story.body):
                    return (Label("EU", (story.slice(words.starts[index], words.ends[index], origin),)),)
                return ()
    return ()


def _the_states(story: Story) -> tuple[Label, ...]:
    return _first(story, american.OF_THE_STATES)


# Titles and papers that only the United Kingdom has.
_BRITISH: Final = (
    "=Lord|=Baroness|king's speech|private members' bill|private member's bill|his majesty's government|=Tory|=Tories"
    "|=Mrs Justice|=Mr Justice|=Lord Justice|=Lady Justice|=Downing Street|=Whitehall"
)
_OF_THE_REALM: Final[Lexicon[str]] = Lexicon((phrase, "GB") for phrase in _BRITISH.split("|"))


def _the_realm(story: Story) -> tuple[Label, ...]:
    return _first(story, _OF_THE_REALM)


def _first(story: Story, lexicon: Lexicon[str]) -> tuple[Label, ...]:
    for words, origin in ((story.title, _TITLE), (story.body, _BODY)):
        for hit in lexicon.find(words):
            return (Label(hit.value, (story.slice(hit.start, hit.end, origin),)),)
    return ()


_TITLE: Final[Origin] = "title"
_BODY: Final[Origin] = "body"


def _metadata(value: str) -> Slice:
    return Slice(value, Span(0, len(value)), "metadata")


def _labels(story: Story, chosen: list[Standing], origin: Origin) -> tuple[Label, ...]:
    labels: dict[str, Label] = {}
    for one in chosen:
        proof = story.slice(one.hit.start, one.hit.end, origin)
        labels.setdefault(one.code, Label(one.code, (proof,)))
    parts = {jurisdictions.country(code) for code in labels if jurisdictions.country(code) != code}
    return tuple(label for code, label in labels.items() if code not in parts)


# Numbers that only one jurisdiction gives: the United States' orders, bills and laws, China's national standards.
_OF_NUMBERS: Final = (
    *((start, "US") for start in ("eo 1", "hr ", "m-2", "pl 1", "s ")),
    ("gb ", "CN"),
    ("gb/t ", "CN"),
)


def _by_measure(cited: list[Mention]) -> Label | None:
    for mention in cited:
        token = str(mention.data["id"])
        code = OF_MEASURE.get(token) or next((of for start, of in _OF_NUMBERS if token.startswith(start)), None)
        if code:
            return Label(code, (mention.slice,))
    return None


def _most_named(story: Story, in_body: list[Standing]) -> tuple[Label, ...]:
    """The place the whole text keeps naming, twice as often as any other, or the only one it names outright."""
    counts: dict[str, float] = {}
    for one in in_body:
        counts[one.code] = counts.get(one.code, 0.0) + one.strength
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < (1.5 if len(ranked) > 1 else 1.0):
        return ()
    if len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]:
        return ()
    first = next(one for one in in_body if one.code == ranked[0][0])
    return _labels(story, [first], "body")


def _acting(words: Words, named: list[Standing]) -> list[Standing]:
    """The first that acts, and those joined to it: “US and UK”, “France, Germany and Italy”, “deal with Japan”."""
    strong = [one for one in named if one.strength >= STRONG]
    if not strong:
        return []
    strong = [one for one, after in zip(strong, (*strong[1:], None), strict=True) if not _owns(one, after)]
    strong = _without_names_of_acts(words, strong)
    if _is_federal_court(words, strong[0]):
        # “Federal judge blocks California law”: the story is the state's.
        strong = [one for one in strong if one.code.startswith("US-")][:1] or strong
    chosen = [_speaking(words, strong) or strong[0]]
    for one in strong[strong.index(chosen[0]) + 1 :]:
        if one.code == chosen[-1].code:
            continue
        if _joined(words, chosen[-1].hit, one.hit):
            chosen.append(one)
        elif (
            one.hit.first - chosen[0].hit.last <= _OF_ITS_STATE
            and jurisdictions.country(one.code) == chosen[0].code
            and (chosen[0].hit.value.kind == "adj" or words.lows[chosen[0].hit.last] == "states")
        ):
            chosen[0] = one  # US state of Colorado; American state California; US states act: Utah bans
    return chosen


_OF_ITS_STATE: Final = 8  # words between “US states act” and the one that does
_SAYING = word_set("says said say announces announced confirms confirmed reveals vows warns sagt dit annonce")
_AFTER_ACTOR: Final = 3  # “UK Government says”, “UK technology secretary announces”


def _speaking(words: Words, strong: list[Standing]) -> Standing | None:
    """“Scotland to get AI growth zone, UK Government says”: the government acts, not the place it speaks of."""
    if strong[0].hit.value.kind not in ("name", "city") or _governs(words, strong[0]):
        return None
    for one in strong[1:]:
        if _governs(words, one) and not _SAYING.isdisjoint(words.lows[one.hit.last + 1 :][: _AFTER_ACTOR + 1]):
            between = words.gaps[strong[0].hit.last : one.hit.first]
            if any("," in gap for gap in between):
                return one
    return None


def _owns(one: Standing, after: Standing | None) -> bool:
    """“UN's ITU”: the agency acts, not all of the United Nations."""
    near = after is not None and after.hit.first - one.hit.last <= _POSSESSIVE
    return one.code == "UN" and near and after is not None and after.code.startswith("X-")


_POSSESSIVE: Final = 2  # “UN's International Telecommunication Union”, “UN agency UNESCO”


def _is_federal_court(words: Words, one: Standing) -> bool:
    return one.code == "US" and one.hit.value.kind in ACTING and words.lows[one.hit.last] in COURTS


def _joined(words: Words, left: Hit[Place], right: Hit[Place]) -> bool:
    if right.first - left.last > _FARTHEST_JOINED:
        return False
    between = words.lows[left.last + 1 : right.first]
    if not between:
        return words.text[left.end : right.start] in _LIST_GAPS
    if len(between) <= 2 and all(word in _JOINING for word in between):
        return True
    listed = not _AND.isdisjoint(between) or any("," in gap for gap in words.gaps[left.last : right.first])
    if listed and len(between) <= _LISTED and all(word in _JOINING or word in _BODIES for word in between):
        return True  # “Japanese regulator and Korean ministry”, “Saudi authority, UN's ITU”
    return bool(_PACT.intersection(between[-2:]))


def _without_names_of_acts(words: Words, strong: list[Standing]) -> list[Standing]:
    """“EU AI Act” names a law, not who acts, as long as somebody else does."""
    others = [one for one in strong if not _names_an_act(words, one.hit)]
    return others or strong


# “Konvention des Europarats”, “UNESCO recommendation”: what states sign, not who signs it.
_TREATIES = word_set(
    "convention conventions konvention konventionen treaty treaties traité recommendation resolution principles "
    "declaration europaratskonvention "
    "übereinkommen rahmenübereinkommen pact charter"
)


def _names_a_treaty(words: Words, one: Standing) -> bool:
    if not _between_states(one.code) or (one.code == "UN" and one.hit.value.kind in ACTING):
        return False  # “UN General Assembly resolution”: the assembly's own act
    lows, first, last = words.lows, one.hit.first, one.hit.last
    if lows[last] in _TREATIES:
        return True
    after = last + 2 if lows[last + 1 : last + 2] == ["s"] else last + 1
    if not _TREATIES.isdisjoint(lows[after : after + 3]) and (after > last + 1 or lows[after] in ("ai", *_TREATIES)):
        return True  # “Council of Europe's AI convention”
    return not _OF.isdisjoint(lows[max(0, first - 2) : first]) and not _TREATIES.isdisjoint(
        lows[max(0, first - 4) : first]
    )


_OF = word_set("of des du der de")


def _between_states(code: str) -> bool:
    return code == "UN" or code.startswith("X-")


def _names_an_act(words: Words, hit: Hit[Place]) -> bool:
    following = words.lows[hit.last + 1 : hit.last + 5]
    if following[:1] == ["s"]:
        following = following[1:]
    if following[:2] == ["ai", "act"] or following[:3] == ["artificial", "intelligence", "act"]:
        return True
    before = words.lows[max(0, hit.first - 4) : hit.first]
    return not _OF.isdisjoint(before[-2:]) and not _ACTS.isdisjoint(before)  # “der AI Act der EU”


_ACTS = word_set("act gesetz verordnung règlement gdpr dsgvo rgpd")
