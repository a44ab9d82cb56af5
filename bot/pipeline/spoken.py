"""A quotation as readers see it; apart from finding them: a bot that only shows them loads none of those words."""

from __future__ import annotations

from bot.model import Quote


def shown(quote: Quote) -> str:
    """The quotation as readers see it: its parts joined, without the marks around them.

    A comma that stood before the interruption becomes a full stop where the next part begins a sentence, and
    a comma at the very end goes; nothing else changes.
    """
    out = ""
    for index, part in enumerate(quote.parts):
        words = " ".join(part.text.split())
        if out:
            begins = quote.breaks[index - 1] if index <= len(quote.breaks) else words[:1].isupper()
            if begins and out[-1] not in ".!?…":
                out = out.rstrip(",") + "."
            out += " "
        out += words
    if out.endswith(","):
        out = out[:-1] + ("." if out[:1].isupper() else "")
    return out
