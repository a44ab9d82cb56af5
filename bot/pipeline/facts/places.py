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
_NAME = re.compile(r"(?:[A-Z][\w’'-]+[ \u00a0]){1,3}$")
_OPENER = re.compile(r"^(?:(?:The|In|At|On|By|From|And|But|To|Near)[ \u00a0])+")


def find(scan: Scan) -> Iterator[Mention]:
    """Every place, in reading order."""
    found = [(hit.start, hit.end) for hit in _CITIES.find(scan.words)]
    for head, end in scan.triggers("site"):
        if not scan.text[head].isupper():
            continue
        window = scan.text[max(0, head - 48) : head]
        name = _NAME.search(window)
        if name is None:
            continue
        opener = _OPENER.match(name[0])
        start = head - len(name[0]) + (opener.end() if opener else 0)
        if start < head:
            found.append((start, end))
    found.sort(key=lambda pair: (pair[0], -pair[1]))
    covered = -1
    for start, end in found:
        if start >= covered:
            covered = end
            yield scan.mention("place", start, end, {"name": " ".join(scan.text[start:end].split())})
