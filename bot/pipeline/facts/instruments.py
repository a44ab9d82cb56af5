"""Laws, orders and agreements an article names: by number, by name, or by kind (“memorandum of understanding”)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention
from bot.pipeline import measures
from bot.pipeline.facts.scan import Scan

_KIND = re.compile(
    r"\b(memorand(?:um|a) of understanding|executive orders?|proposed (?:rules?|regulations?)|final rules?|"
    r"consent (?:order|decree)s?|"
    r"interim rules?|code of (?:practice|conduct)|white paper|joint (?:statement|declaration)|(?:draft|"
    r"discussion) bill|"
    r"draft (?:law|regulation|guidance|guidelines|rules?)|class[- ]action(?: lawsuit)?|lawsuits?|settlements?|"
    r"subpoenas?|"
    r"treat(?:y|ies)|framework convention|resolution|ordinance|moratorium|injunction|guidelines|"
    r"Gesetzentwurf|Referentenentwurf|Verordnung|Richtlinie|Staatsvertrag|projet de loi|proposition de loi|décret|"
    r"règlement|ordonnance)\b",
    re.IGNORECASE,
)


def find(scan: Scan) -> Iterator[Mention]:
    """Every instrument, in reading order. Data: `id` (one token) and `by`: number, name or kind."""
    named = list(measures.find_in(scan.words, spots=scan.spots("measure")))
    covered = [(mention.slice.span.start, mention.slice.span.end) for mention in named]
    for start, _ in scan.triggers("instrument"):
        if match := _KIND.match(scan.text, start):
            named.append(scan.mention("instrument", *match.span(), {"id": match[0].lower(), "by": "kind"}))
    named.sort(key=lambda mention: (mention.slice.span.start, mention.data["by"] == "kind"))
    taken = set(covered)
    last = -1
    for mention in named:
        span = mention.slice.span
        if span.start >= last or (span.start, span.end) in taken:
            last = max(last, span.end)
            yield mention
