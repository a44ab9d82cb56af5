"""Cities and sites an article names; countries and states are the policy frame's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention
from bot.pipeline.facts.scan import Scan
from bot.pipeline.phrases import Lexicon

# Seats of governments, legislatures, courts and summits, and large cities; unambiguous as written.
_CITIES = Lexicon(
    [
        (f"={name}", name)
        for name in (
            "Washington DC,Washington D.C,New York City,New York,San Francisco,Los Angeles,Sacramento,Silicon Valley,Chicago,Boston,"
            "Seattle,Denver,Austin,Houston,Dallas,Miami,Atlanta,Philadelphia,Albany,Springfield,Capitol Hill,London,Manchester,"
            "Birmingham,Edinburgh,Cardiff,Belfast,Glasgow,Dublin,Paris,Lyon,Marseille,Strasbourg,Straßburg,Brussels,Brüssel,Bruxelles,"
            "Berlin,Munich,München,Hamburg,Frankfurt,Cologne,Köln,Bonn,Karlsruhe,Vienna,Wien,Zurich,Zürich,Geneva,Genf,Genève,Bern,"
            "Davos,Rome,Milan,Madrid,Barcelona,Lisbon,Amsterdam,The Hague,Den Haag,Luxembourg City,Copenhagen,Stockholm,Oslo,Helsinki,"
            "Warsaw,Prague,Budapest,Bucharest,Sofia,Athens,Kyiv,Moscow,Istanbul,Ankara,Tel Aviv,Jerusalem,Dubai,Abu Dhabi,Riyadh,Doha,"
            "Cairo,Nairobi,Lagos,Abuja,Kigali,Johannesburg,Cape Town,Pretoria,New Delhi,Delhi,Mumbai,Bengaluru,Bangalore,Hyderabad,"
            "Beijing,Shanghai,Shenzhen,Hangzhou,Hong Kong,Taipei,Tokyo,Osaka,Hiroshima,Seoul,Hanoi,Bangkok,Jakarta,Kuala Lumpur,"
            "Manila,Canberra,Sydney,Melbourne,Wellington,Auckland,Ottawa,Toronto,Montreal,Montréal,Vancouver,Mexico City,Brasília,"
            "Brasilia,São Paulo,Rio de Janeiro,Buenos Aires,Santiago,Bogotá"
        ).split(",")
    ]
)
_SITE = re.compile(
    r"\b((?:[A-Z][\w’'-]+[ \u00a0]){1,3}(?:Park|Palace|Square|Street|Avenue|Airport|Bridge|Castle|Hall|Stadium|Arena|Island|Islands|"
    r"Valley|County|Beach|River|Lake|Mountain|Hospital|Prison|Hotel))\b"
)
_OPENER = re.compile(r"^(?:(?:The|In|At|On|By|From|And|But|To|Near)[ \u00a0])+")


def find(scan: Scan) -> Iterator[Mention]:
    """Every place, in reading order."""
    found = [(hit.start, hit.end) for hit in _CITIES.find(scan.words)]
    for match in _SITE.finditer(scan.text):
        opener = _OPENER.match(match[1])
        start = match.start() + (opener.end() if opener else 0)
        if " " in scan.text[start : match.end()]:
            found.append((start, match.end()))
    found.sort(key=lambda pair: (pair[0], -pair[1]))
    covered = -1
    for start, end in found:
        if start >= covered:
            covered = end
            yield scan.mention("place", start, end, {"name": " ".join(scan.text[start:end].split())})
