"""Bodies an article names: agencies, ministries, courts, companies; by their head word, or from a short list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention
from bot.pipeline.facts.scan import Scan
from bot.pipeline.phrases import Lexicon

_HEAD = re.compile(
    r"\b(?:Department|Ministry|Agency|Commission|Authority|Office|Institute|Council|Committee|Subcommittee|Court|Board|Bureau|"
    r"University|College|Foundation|Association|Union|Federation|Parliament|Assembly|Senate|Congress|Party|Bank|Center|Centre|"
    r"Service|Administration|Alliance|Coalition|Society|Organization|Organisation|Corporation|Company|Group|Fund|Police|Tribunal|"
    r"Task Force|Working Group|Inc|Corp|Ltd|LLC|PLC|GmbH|AG|Ministerium|Bundesamt|Behörde|Bundesrat|Bundestag|Kommission|"
    r"Ministère|Commission|Conseil|Assemblée|Sénat|Autorité|Agence)\b"
)
_LEFT = re.compile(r"(?:(?:[A-Z\u00c0-\u00de][\w.’'&-]*|of|for|the|and|on|de|des|la|du)[ \u00a0]){0,7}$")
_RIGHT = re.compile(
    r"(?:[ \u00a0](?:of|for|on)(?:[ \u00a0]the)?(?:[ \u00a0][A-Z\u00c0-\u00de][\w’'-]*){1,4}"
    r"(?:(?:,[ \u00a0][A-Z][\w-]*)*,?[ \u00a0](?:and|&)[ \u00a0][A-Z][\w-]*(?:[ \u00a0][A-Z][\w-]*)?)?)?"
)
_OPENERS = re.compile(
    r"^(?:(?:The|A|An|In|On|At|By|For|From|And|But|With|of|for|the|and|on|de|des|la|du|That|This|Its|His|Her|Their|As|To)[ \u00a0])+"
)
# Names without a head word that stand often in AI-policy news; a list of spellings, not of opinions.
_KNOWN = Lexicon(
    [
        (name, name.lstrip("="))
        for name in (
            "=OpenAI,=Anthropic,=Google,=Google DeepMind,=DeepMind,=Microsoft,=Meta,=Amazon,=Apple,=Nvidia,=NVIDIA,=IBM,=xAI,"
            "=Mistral AI,=Mistral,=Hugging Face,=Stability AI,=Midjourney,=Cohere,=Aleph Alpha,=DeepSeek,=Baidu,=Alibaba,=Tencent,"
            "=ByteDance,=TikTok,=Huawei,=Samsung,=Intel,=AMD,=TSMC,=Palantir,=Clearview AI,=Character.AI,=Scale AI,=Perplexity,"
            "=FTC,=EEOC,=NIST,=CAISI,=AISI,=FCC,=SEC,=CFPB,=DOJ,=HHS,=FDA,=NTIA,=OMB,=OSTP,=GAO,=CISA,=NSA,=ICO,=CMA,=Ofcom,=OFCOM,"
            "=DSIT,=CNIL,=BfDI,=EDPB,=EDPS,=OECD,=UNESCO,=ITU,=WTO,=WHO,=NATO,=ISO,=IEEE,=G7,=G20,=Europol,=Interpol,=BEUC,=noyb,"
            "=ACLU,=EFF,=White House,=Pentagon,=Downing Street,=Kremlin,=Bundesnetzagentur,=Europarat,=European Commission,"
            "=Council of Europe,=House of Commons,=House of Lords,=House of Representatives,=Federal Reserve,=United Nations,=European Union"
        ).split(",")
    ]
)


def find(scan: Scan) -> Iterator[Mention]:
    """Every body, in reading order; the longer of two overlapping names."""
    text = scan.text
    found: list[tuple[int, int]] = [(hit.start, hit.end) for hit in _KNOWN.find(scan.words)]
    for match in _HEAD.finditer(text):
        low = max(0, match.start() - 80)
        left = _LEFT.search(text[low : match.start()])
        start = low + left.start() if left else match.start()
        opener = _OPENERS.match(text[start : match.start()])
        start += opener.end() if opener else 0
        right = _RIGHT.match(text, match.end(), match.end() + 100)
        end = right.end() if right else match.end()
        if start == match.start() and end == match.end():
            continue  # a bare Commission or Court names nothing by itself
        found.append((start, end))
    found.sort(key=lambda pair: (pair[0], -pair[1]))
    covered = -1
    for start, end in found:
        if start >= covered and start < end:
            covered = end
            yield scan.mention("organisation", start, end, {"name": " ".join(text[start:end].split())})
