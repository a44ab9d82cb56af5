"""English verb forms: one base form in a word table stands for every form the news may use."""

from __future__ import annotations

from typing import Final

# Past and participle where the rules fail; the ing-form follows the rules.
_IRREGULAR: Final[dict[str, tuple[str, ...]]] = {
    "begin": ("began", "begun"), "bring": ("brought",), "come": ("came",), "do": ("did", "done"),
    "draw": ("drew", "drawn"), "fall": ("fell", "fallen"), "find": ("found",), "get": ("got",),
    "give": ("gave", "given"), "go": ("went", "gone"), "have": ("had",), "hit": ("hit",), "hold": ("held",),
    "kick": ("kicked",), "lay": ("laid",), "let": ("let",), "lose": ("lost",), "make": ("made",), "put": ("put",),
    "rule": ("ruled",), "seek": ("sought",), "send": ("sent",), "set": ("set",), "shoot": ("shot",),
    "spend": ("spent",), "strike": ("struck",), "sue": ("sued",), "take": ("took", "taken"),
    "tear": ("tore", "torn"), "tell": ("told",), "throw": ("threw", "thrown"), "uphold": ("upheld",),
    "vote": ("voted",), "win": ("won",), "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld",),
}  # fmt: skip
_DOUBLING: Final = frozenset(
    ("ban", "bar", "drop", "permit", "plan", "scrap", "ship", "slap", "stop", "strip", "submit", "commit", "put", "set",
     "let", "get", "hit", "begin", "win", "cut", "axe", "ban", "snub", "defer", "repel", "map", "tap")
)  # fmt: skip


def forms(verb: str) -> tuple[str, ...]:
    """Every form of a verb given in its base form: `forms("table") == ("table", "tables", "tabled", "tabling")`."""
    stem = verb + verb[-1] if verb in _DOUBLING and verb[-1] != "e" else verb
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    if verb.endswith("e"):
        past, running = verb + "d", verb.removesuffix("e") + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past, running = verb[:-1] + "ied", verb + "ing"
    else:
        past, running = stem + "ed", stem + "ing"
    return tuple(dict.fromkeys((verb, third, *_IRREGULAR.get(verb, (past,)), running)))


def expanded(phrase: str) -> tuple[str, ...]:
    """A phrase once per form of its word that ends with ~: `rescind~ rule` covers “rescinded rule”."""
    words = phrase.split(" ")
    marked = [index for index, word in enumerate(words) if word.endswith("~")]
    if not marked:
        return (phrase,)
    index = marked[0]
    return tuple(
        " ".join((*words[:index], form, *words[index + 1 :])) for form in forms(words[index].removesuffix("~"))
    )
