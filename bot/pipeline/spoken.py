"""A quotation as readers see it; apart from finding them: a bot that only shows them loads none of those words."""

from __future__ import annotations

import re

from bot.model import Quote


def shown(quote: Quote) -> str:
    """The quotation as readers see it: its parts joined, without the marks around them.

    A comma that stood before the interruption becomes a full stop where the next part begins a sentence; it goes
    between a subject and its verb, `“The act,” she said, “will help”`, and at the very end; nothing else changes.
    """
    out = ""
    for index, part in enumerate(quote.parts):
        words = " ".join(part.text.split())
        if out:
            begins = quote.breaks[index - 1] if index <= len(quote.breaks) else words[:1].isupper()
            if begins:
                out = _ended(out, ".")
            elif _AUXILIARY.match(words) and _is_subject(out):
                out = _ended(out, "")
            out += " "
        out += words
    return _ended(out, "." if out[:1].isupper() else "") if out.rstrip(_CLOSING)[-1:] == "," else out


_AUXILIARY = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could|shall|should|must|may|might|does|did)\s")
_SUBJECT = re.compile(
    r"(?:the|this|that|these|those|our|my|your|their|his|her|an?|no|every|each|all)\s[^,]+,", re.IGNORECASE
)
_LONGEST_SUBJECT = 6  # words


def _is_subject(words: str) -> bool:
    """A short noun phrase and the comma that the interruption wanted, and no other comma."""
    return words.count(" ") < _LONGEST_SUBJECT and _SUBJECT.fullmatch(words) is not None


_CLOSING = "’'”\"»"  # of words quoted within the words: `this major ‘engine,’`


def _ended(words: str, stop: str) -> str:
    """The words with `stop` in place of a comma at their end, before the marks that close there."""
    bare = words.rstrip(_CLOSING)
    if bare[-1:] in tuple(".!?…"):
        return words
    return bare.rstrip(",") + stop + words[len(bare) :]
