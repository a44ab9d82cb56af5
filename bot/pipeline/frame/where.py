"""Whose act it is: the jurisdictions that act in the headline or the first sentences, not the bystanders."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.model import Label, Mention, Origin, Slice, Span
from bot.pipeline import jurisdictions
from bot.pipeline.frame.story import Story
from bot.pipeline.jurisdictions import Place
from bot.pipeline.phrases import Hit, Lexicon, Words
from bot.pipeline.text import word_set

# Before a place: it is compared with, came earlier, or suffers the act.
_COMPARING = word_set(
    "like unlike than following mirrors mirroring echoing echoes after inspired beyond versus vs wie nach comme"
)
_SUFFERING = word_set("through via on to from against toward towards into outside gegen contre vers")
_CALLED_ON = word_set("urge urges urged ask asks asked tell tells told press pressed lobby lobbies call")
# After a place: its people or companies, not the place itself.
_PEOPLE = word_set(
    "tech technology company companies firm firms startup startups start chipmaker chipmakers giant giants users user "
    "developer developers based citizens consumers rival rivals app apps chatbot chatbots model models billionaire "
    "nationals national citizens men group groups "
    "actor actress author authors artist artists musicians publishers publisher investors entrepreneur researchers "
    "scientists university mother father family parents couple resident residents teen pastor lawyer lawyers "
    "student students man woman teenager newspaper newspapers media lab labs buyers customers "
    "unternehmen unternehmens konzern konzerns konzerne firma firmen software anbieter softwareunternehmen techkonzern "
    "techkonzerne tochter entreprises entreprise société sociétés"
)
# “On the sidelines of France's summit” is a place to meet; “breaches EU privacy laws” names what is broken.
_AT = word_set("at of for before during since from ahead in")
_MEETINGS = word_set("summit conference forum gipfel sommet")
_BREAKING = word_set(
    "violate violates violated violating violation violations breach breaches breached breaching break breaks broke "
    "flout flouts under comply against with of"
)
_LAWS = word_set("law laws rules gdpr dsgvo rgpd")
_JOINING = word_set("and und et with mit avec the le la les l die das der plus")
_PACT = word_set("with mit avec")
# “Senator X of Delaware”, “a California Democrat”: where a member of the federal legislature is from.
_OFFICES = word_set("state governor commonwealth legislature department people university house assembly city general")
_SEATS = word_set("democrat republican congressman congresswoman")
_CHARGED = word_set("charged indicted arrested sentenced convicted")
# “Hamburger Gericht”, “OLG Köln”: a court of the country, in whatever city it sits.
_COURTS_OF_A_CITY = word_set("gericht landgericht oberlandesgericht amtsgericht verwaltungsgericht olg lg ag vg ovg")
_SUING = word_set("sue sues sued suing lawsuit suit")
_COURTS = word_set("judge judges court jury circuit")
_FARTHEST_JOINED = 10  # words between “UK signs agreement on AI” and “with Canada”
_LIST_GAPS = frozenset({" ", ", ", "-", "–", "/", " & ", " – ", "’s ", "'s ", " / ", "- "})

# Tokens of measures that belong to one jurisdiction, when no place says more.
_OF_MEASURE: Final[dict[str, str]] = {
    "2024/1689": "EU", "2016/679": "EU", "2022/2065": "EU", "2022/1925": "EU", "2023/2854": "EU", "2024/2847": "EU",
    "ai liability directive": "EU", "eu digital omnibus": "EU", "gpai code of practice": "EU", "eu apply ai": "EU",
    "eu ai continent plan": "EU", "cloud and ai development act": "EU", "eu chips act": "EU",
    "us ai action plan": "US", "us ai bill of rights": "US", "take it down act": "US", "no fakes act": "US",
    "defiance act": "US", "kosa": "US", "guard act": "US", "gain ai act": "US", "chip security act": "US",
    "chips act": "US", "ai diffusion rule": "US", "create ai act": "US", "sandbox act": "US", "nist ai rmf": "US",
    "big beautiful bill": "US", "train act": "US", "ai lead act": "US", "remote access security act": "US",
    "sb 1047": "US-CA", "sb 53": "US-CA", "sb 24-205": "US-CO", "raise act": "US-NY", "elvis act": "US-TN",
    "hb 149": "US-TX", "bipa": "US-IL", "kr ai basic act": "KR", "jp ai promotion act": "JP", "c-27": "CA",
    "pl 2338/2023": "BR", "online safety act": "GB", "data use and access act": "GB",
    "uk ai opportunities action plan": "GB", "cn genai measures": "CN", "cn deep synthesis provisions": "CN",
    "cn ai labelling measures": "CN", "cn global ai governance action plan": "CN",
    "cn global ai governance initiative": "CN", "india ai mission": "IN", "cets 225": "X-COE",
    "hiroshima process": "X-G7", "oecd ai principles": "X-OECD", "unesco ai recommendation": "X-UNESCO",
    "global digital compact": "UN", "bletchley declaration": "X-GLOBAL", "seoul declaration": "X-GLOBAL",
}  # fmt: skip

_MANY: Final = "X-GLOBAL"
_STRONG, _WEAK = 0.6, 0.2
_GEORGIAN_STATE = word_set("atlanta kemp lawmakers peach senate house bill state gov governor")


class _Standing(NamedTuple):
    code: str
    strength: float  # 1 acts, below `_STRONG` stands by
    hit: Hit[Place]


def find(story: Story, cited: tuple[Mention, ...], source_jurisdiction: str = "") -> tuple[Label, ...]:
    """The acting jurisdictions with the words that name them.

    `source_jurisdiction` is the code of a source that speaks for itself (a government, a regulator); it is used when
    headline and first sentences name nobody. Leave it empty for the press: an outlet's country proves nothing.
    """
    in_title = _standings(story.title, story)
    chosen = _acting(story.title, in_title)
    in_body = [one for one in _standings(story.body, story) if story.sentence(one.hit.start) >= 0]
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
        if named and not any(one.hit.value.kind == "actor" for one in chosen[:1]):
            return (named,)  # the AI Act is the Union's unless another body acts
        if chosen:
            return _labels(story, chosen, "body")
    if named:
        return (named,)
    if source_jurisdiction and jurisdictions.known(source_jurisdiction):
        return (Label(source_jurisdiction, (_metadata(source_jurisdiction),)),)
    early = [mention for mention in cited if story.sentence(mention.slice.span.start) in (0, 1, 2)]
    named = _by_measure(early)
    if named:
        return (named,)
    weak = sorted((one for one in in_title if one.strength >= _WEAK), key=lambda one: -one.strength)
    if weak:
        return _labels(story, weak[:1], "title")
    return (
        _most_named(story, in_body)
        or _the_union(story)
        or _only_named(story, in_title, in_body)
        or _the_realm(story)
        or _the_states(story)
    )


def named(story: Story) -> tuple[Label, ...]:
    """The jurisdictions that act in the headline alone."""
    return _labels(story, _acting(story.title, _standings(story.title, story)), "title")


# Bodies and acts of some state, its name unsaid: “the Government plans to help UK developers”.
_OF_A_STATE = word_set(
    "government parliament parliamentary ministers minister ministry cabinet lawmakers legislators assembly senate "
    "regulator watchdog authority commissioner police court courts judge tribunal bill chancellor deputies mps "
    "regierung kabinett ministerium gericht behörde gouvernement ministre tribunal députés"
)


def _only_named(story: Story, in_title: list[_Standing], in_body: list[_Standing]) -> tuple[Label, ...]:
    """The one place that headline and first sentences name in any role, where a state's body acts unnamed."""
    early = [one for one in in_body if story.sentence(one.hit.start) <= 2]
    named = [*in_title, *early]
    if not named or len({one.code for one in named}) > 1 or max(one.strength for one in named) <= 0.05:
        return ()
    end = early[-1].hit.last + 60 if early else 90
    if _OF_A_STATE.isdisjoint(story.title.lows) and _OF_A_STATE.isdisjoint(story.body.lows[:end]):
        return ()
    if in_title:
        return _labels(story, in_title[:1], "title")
    return _labels(story, early[:1], "body")


def _is_body_of_states(one: _Standing) -> bool:
    """“193 countries adopt …”: the text says whose members they are."""
    code = one.code
    return one.strength >= _STRONG and code != _MANY and (code == "UN" or code.startswith("X-"))


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


# Where no place is named at all, American papers mean their own.
_AMERICAN: Final = (
    "federal departments|federal law|federal lawmakers|bipartisan|=Senators|=Senator|house members|attorney general"
    "|attorneys general|federal magistrate|=Judge|=judge|jury|republican senator|democratic senator|first amendment"
)
_OF_THE_STATES: Final[Lexicon[str]] = Lexicon((phrase, "US") for phrase in _AMERICAN.split("|"))


def _the_states(story: Story) -> tuple[Label, ...]:
    return _first(story, _OF_THE_STATES)


# Titles and papers that only the United Kingdom has.
_BRITISH: Final = (
    "=Lord|=Baroness|king's speech|private members' bill|private member's bill|his majesty's government|=Tory|=Tories"
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


def _labels(story: Story, chosen: list[_Standing], origin: Origin) -> tuple[Label, ...]:
    labels: dict[str, Label] = {}
    for one in chosen:
        proof = story.slice(one.hit.start, one.hit.end, origin)
        labels.setdefault(one.code, Label(one.code, (proof,)))
    parts = {jurisdictions.country(code) for code in labels if jurisdictions.country(code) != code}
    return tuple(label for code, label in labels.items() if code not in parts)


def _by_measure(cited: list[Mention]) -> Label | None:
    for mention in cited:
        token = str(mention.data["id"])
        code = _OF_MEASURE.get(token) or ("US" if token.startswith(("eo 1", "hr ", "m-2", "pl 1", "s ")) else None)
        if code:
            return Label(code, (mention.slice,))
    return None


def _most_named(story: Story, in_body: list[_Standing]) -> tuple[Label, ...]:
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


def _standings(words: Words, story: Story) -> list[_Standing]:
    found: list[_Standing] = []
    for hit in jurisdictions.find(words):
        code = hit.value.code
        if words is story.body and _in_dateline(words, hit):
            continue
        if code.startswith("DE-") and _sits_there(words, hit):
            code = "DE"
        if code in ("GE", "US-GA") and words.lows[hit.first] == "georgia":
            code = _which_georgia(story)
        found.append(_Standing(code, _strength(words, hit), hit))
    return found


def _sits_there(words: Words, hit: Hit[Place]) -> bool:
    around = (*words.lows[max(0, hit.first - 1) : hit.first], *words.lows[hit.last + 1 : hit.last + 2])
    return not _COURTS_OF_A_CITY.isdisjoint(around)


def _which_georgia(story: Story) -> str:
    around = {*story.title.lows, *story.body.lows[:150]}
    if "tbilisi" in around or "caucasus" in around or "armenia" in around:
        return "GE"
    if not _GEORGIAN_STATE.isdisjoint(around):
        return "US-GA"
    return "GE"


def _in_dateline(words: Words, hit: Hit[Place]) -> bool:
    """LONDON (Reuters) - , BRUSSELS, March 13 —, Berlin (dpa) – : a place only."""
    if hit.value.kind not in ("city", "name") or hit.first > 3:
        return False
    following = words.text[hit.end : hit.end + 40]
    head = following[:30]
    return any(
        mark in head for mark in (" — ", " – ", " - ", "—", "(Reuters)", "(AP)", "(dpa)", "(AFP)", "/PRNewswire")
    )


def _strength(words: Words, hit: Hit[Place]) -> float:
    lows, kind = words.lows, hit.value.kind
    strength = {"actor": 1.0, "name": 1.0, "adj": 0.9, "city": 0.65, "none": 0.0}[kind]
    before = hit.first - 1
    while before >= 0 and lows[before] in ("the", "its", "new", "der", "die", "das", "l", "la", "le", "les"):
        before -= 1
    previous = lows[before] if before >= 0 and words.joined(before) else ""
    if previous in _COMPARING and lows[max(0, before - 1)] != "more":  # “more than 60 countries” are no comparison
        strength *= 0.25
    elif previous in _SUFFERING and kind != "actor":
        strength *= 0.35
    elif previous in _CALLED_ON:
        strength *= 0.8
    elif previous == "of" and hit.value.code.startswith("US-") and _is_a_person(words, before - 1):
        return 0.1
    elif previous == "in" and not _CHARGED.isdisjoint(lows[max(0, before - 1) : before]):
        return 0.25
    elif previous == "in" and not _COURTS.isdisjoint(lows[max(0, before - 4) : before]):
        return 0.25  # a federal court in New York: where it sits
    elif previous in ("in", "at", "à", "en") and kind == "city" and lows[before - 1] not in _OF_A_STATE:
        if _SUING.isdisjoint(lows[max(0, before - 8) : before]):  # “sued the firm in Tokyo”: before its courts
            strength *= 0.5
    elif previous in ("university", "r", "d"):  # University of California; Ted Cruz (R-Texas)
        return 0.05
    after = hit.last + 1
    following = lows[after : after + 3]
    if kind != "actor" and (
        (previous in _AT and not _MEETINGS.isdisjoint(lows[after : after + 5]))
        or (previous in _BREAKING and not _LAWS.isdisjoint(following))
    ):
        return 0.3
    if kind == "name" and following[:1] == ["federal"]:  # filed in Texas federal court: the seat of a court
        return 0.1
    if hit.value.code.startswith("US-") and following and following[0] in _SEATS:
        return 0.1
    if following and kind != "actor":
        if following[0] in ("ai", "s"):
            following = following[1:]
        if following and following[0] in _PEOPLE and words.gaps[hit.last][:1] in (" ", "-", "‑", "’", "'"):
            strength *= 0.12
    return strength


def _is_a_person(words: Words, index: int) -> bool:
    """“Senator Cruz of Texas”, “Ted Lieu of California”: a name before “of”, not “State” or “Governor”."""
    if index < 0:
        return False
    low = words.lows[index]
    return words.slice(index, index)[0].isupper() and low not in _OF_A_STATE and low not in _OFFICES


def _acting(words: Words, standings: list[_Standing]) -> list[_Standing]:
    """The first that acts, and those joined to it: “US and UK”, “France, Germany and Italy”, “deal with Japan”."""
    strong = [one for one in standings if one.strength >= _STRONG]
    if not strong:
        return []
    strong = _without_names_of_acts(words, strong)
    if _is_federal_court(words, strong[0]):
        # “Federal judge blocks California law”: the story is the state's.
        strong = [one for one in strong if one.code.startswith("US-")][:1] or strong
    chosen = [strong[0]]
    for one in strong[1:]:
        if one.code == chosen[-1].code:
            continue
        if _joined(words, chosen[-1].hit, one.hit):
            chosen.append(one)
        elif jurisdictions.country(one.code) == chosen[0].code and (
            chosen[0].hit.value.kind == "adj" or words.lows[chosen[0].hit.last] == "states"
        ):
            chosen[0] = one  # US state of Colorado; American state California; US states act: Utah bans
    return chosen


def _is_federal_court(words: Words, one: _Standing) -> bool:
    return one.code == "US" and one.hit.value.kind == "actor" and words.lows[one.hit.last] in _COURTS


def _joined(words: Words, left: Hit[Place], right: Hit[Place]) -> bool:
    if right.first - left.last > _FARTHEST_JOINED:
        return False
    between = words.lows[left.last + 1 : right.first]
    if not between:
        return words.text[left.end : right.start] in _LIST_GAPS
    if len(between) <= 2 and all(word in _JOINING for word in between):
        return True
    return bool(_PACT.intersection(between[-2:]))


def _without_names_of_acts(words: Words, strong: list[_Standing]) -> list[_Standing]:
    """“EU AI Act” names a law, not who acts, as long as somebody else does."""
    others = [one for one in strong if not _names_an_act(words, one.hit)]
    return others or strong


def _names_an_act(words: Words, hit: Hit[Place]) -> bool:
    following = words.lows[hit.last + 1 : hit.last + 5]
    if following[:1] == ["s"]:
        following = following[1:]
    return following[:2] == ["ai", "act"] or following[:3] == ["artificial", "intelligence", "act"]
