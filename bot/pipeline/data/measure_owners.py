"""Named measures that are one jurisdiction's: “AI Basic Act” is South Korea's; read by `pipeline.frame.where`."""

from __future__ import annotations

from typing import Final

# Tokens of measures that belong to one jurisdiction, when no place says more.
OF_MEASURE: Final[dict[str, str]] = {
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
