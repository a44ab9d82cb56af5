"""Claims that an article only repeats, to check or deny them: what they say was done was not done."""

from __future__ import annotations

import re
from typing import Final

# “No, the EU has not banned …”, “Fact check: …”: the headline of a check of facts.
_CHECKED: Final = re.compile(
    r"\s*(?:no|nein|non|false|fake|debunked|hoax)\s?[,:–—]\s"
    r"|.{0,40}?\b(?:fact[- ]?check(?:ed|ing)?|faktencheck)\s?[:|–—]"
    r"|.*[|:–—-]\s?(?:fact[- ]?check|faktencheck)\s*$",
    re.IGNORECASE,
)
# “A viral post claims …”, “rumours that …”: what follows in the sentence is said by nobody in particular.
_CLAIM: Final = re.compile(
    r"\b(?:(?:posts?|messages?|memes?|videos?|screenshots?|tweets?)(?:\s[\w’'-]+){0,6}?\s"
    r"(?:falsely |wrongly |also )?(?:claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|purport(?:s|ed|ing)?)"
    r"|rumou?rs?(?:\s[\w’'-]+){0,5}?\sthat|(?:a|the) false claim(?:\s[\w’'-]+){0,4}?\sthat"
    r"|claims (?:online|on social media|(?:circulat|spread|shar)\w+(?:\s[\w’'-]+){0,4}?) that)\b",
    re.IGNORECASE,
)
_SIGNS: Final = ("claim", "alleg", "purport", "rumo")  # one of them is in every such claim; the pattern is slow
_OPENING: Final = 2  # words before it where the claim is a headline's subject: “Social media post claims …”


def is_check(title: str) -> bool:
    """Whether a headline checks a claim: the acts in it and below are the claim's."""
    if _CHECKED.match(title):
        return True
    claim = _CLAIM.search(title)
    return claim is not None and len(title[: claim.start()].split()) <= _OPENING


def claimed_from(sentence: str) -> int | None:
    """Where in a sentence a claim of nobody in particular begins, or None."""
    low = sentence.lower()
    if not any(sign in low for sign in _SIGNS):
        return None
    found = _CLAIM.search(sentence)
    return found.end() if found else None
