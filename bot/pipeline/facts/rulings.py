"""What a court decides, in the court's own opinion: the holding without “we hold that”, and the order at the end."""

from __future__ import annotations

import re

from bot.model import Span
from bot.pipeline import text as texts

_LOOKED_AT = 3000  # code points in which an opinion says what it is
_OPINION = re.compile(
    r"\b(?:Plaintiffs?|Defendants?|Appell(?:ants?|ees?)|Petitioners?|Respondents?|Claimants?)\b|\b(?:Circuit|District|"
    r"Chief|Presiding) (?:Judges?|Justices?)\b|\bPER CURIAM\b|\b(?:OPINION|JUDGMENT) (?:OF|BY)\b|"
    r"\b(?:ORDER|OPINION) AND (?:ORDER|OPINION)\b|\b(?:Case|Docket|Civil Action) No\. |"
    r"\bNos?\. \d{2}-\d{2,5}\b|\b(?:Im Namen des Volkes|Kläger(?:in)?|Beklagten?|Aktenzeichen|Tatbestand|"
    r"Entscheidungsgründe)\b"
)
_PARTIES = (" v. ", " v ", " vs. ", " gegen ")
_ADVERB = r"(?:,? ?(?:therefore|thus|accordingly|now|also|further|today|hereby|consequently),?)?"
# “We therefore hold that the Act …”: what stands behind reads on its own.
_HELD = re.compile(
    r"(?:Accordingly, |Therefore, |Thus, |In sum, |For (?:these|those|the foregoing) reasons, )?"
    rf"(?:[Ww]e|I|[Tt]h(?:is|e) (?:Court|court|Tribunal|panel|Board)){_ADVERB} "
    r"(?:hold|holds|held|conclude|concludes|find|finds|rule|rules|determine|determines|declare|declares)"
    r"(?:,? (?:as [a-z ]{3,40}|in sum|then),?)? that (?=[A-Za-z])"
)
_REASONS = re.compile(
    r"(?:Accordingly|Therefore|Thus|In sum|For (?:all )?(?:these|those|the foregoing|the above|the reasons \w+ above)"
    r"(?: reasons)?),? "
)
# “the judgment of the district court is affirmed”, “The petition is denied”.
_ORDERED = re.compile(
    r"\b(?:[Jj]udgment|[Dd]ecision|[Oo]rder|[Ii]njunction|[Mm]otions?|[Pp]etition|[Aa]ppeal|[Cc]onviction|"
    r"[Cc]omplaint|[Cc]laims?|[Aa]ward|[Rr]ule|[Rr]egulation|[Cc]ase)\b[^.;]{0,120}?\b(?:is|are|be|was) "
    r"(?:hereby |therefore |thus )?"
    r"(?:AFFIRMED|REVERSED|VACATED|GRANTED|DENIED|DISMISSED|REMANDED|affirmed|reversed|vacated|granted|denied|"
    r"dismissed|remanded|upheld|set aside|stayed)\b|\bmust be interpreted as meaning\b|"
    r"\b(?:Klage|Revision|Berufung|Beschwerde) [^.;]{0,60}?(?:abgewiesen|zurückgewiesen|stattgegeben)\b"
)
_POINTS = re.compile(r"(?:he|she|it|they|this|that|these|those|there|we|I|our|his|her|its|their)\b", re.IGNORECASE)
_MOST = 3  # holdings shown; an opinion repeats its own


def holdings(text: str) -> tuple[Span, ...]:
    """Where an opinion says what is decided, in reading order; nothing for a text that is no court's own.

    The first two holdings and the last order, each a slice that names what it speaks of. Linear in the text.
    """
    start = text[:_LOOKED_AT]
    if not any(word in start for word in _PARTIES) or len(set(_OPINION.findall(start))) < 2:
        return ()
    held: list[Span] = []
    ordered: Span | None = None
    for sentence in texts.sentences(text):
        part = text[sentence.start : sentence.end]
        match = _HELD.match(part)
        begins = match.end() if match else (reasons.end() if (reasons := _REASONS.match(part)) else 0)
        if _POINTS.match(part, begins):
            continue
        span = Span(sentence.start + begins, sentence.end - part.endswith("."))
        if match and len(held) < _MOST - 1:
            held.append(span)
        elif _ORDERED.search(part, begins):
            ordered = span
    return tuple(held if ordered is None else [*held, ordered])
