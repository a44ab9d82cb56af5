"""Companies of the trade as headlines name them, each under one name whatever newsrooms call it."""

from __future__ import annotations

from typing import Final

from bot.pipeline.stories import tokens
from bot.pipeline.text import word_set

# One party under several names: a newsroom says the maker, another the product or who runs it.
_SAME: Final = (
    "openai chatgpt sora altman", "google alphabet gemini youtube deepmind pichai",
    "meta facebook instagram whatsapp llama zuckerberg", "xai grok musk twitter", "anthropic claude amodei",
    "microsoft copilot nadella linkedin github", "bytedance tiktok", "replika luka", "apple siri iphone",
    "amazon alexa aws", "nvidia huang", "alibaba qwen", "baidu ernie", "tencent weixin wechat", "samsung galaxy",
    "tesla autopilot", "snap snapchat", "moonshot kimi", "character.ai",
)  # fmt: skip
# Names that are no words of their own.
_NAMES: Final = word_set("""
deepseek mistral clearview stability midjourney perplexity suno udio huawei roblox discord reddit uber lyft waymo amd
intel qualcomm tsmc asml broadcom micron salesforce adobe ibm cisco dell palantir databricks snowflake cohere coreweave
inflection elevenlabs figma canva klarna shein temu xiaomi zhipu minimax siemens spotify netflix disney sony
shutterstock workday servicenow crowdstrike cloudflare okta coinbase binance robinhood paypal airbnb doordash spacex
neuralink softbank foxconn lenovo hewlett hynix infineon bosch volkswagen bmw mercedes nokia ericsson telefonica
vodafone deepl helsing anduril replit synthesia sakana cerebras groq sambanova graphcore ubisoft
nintendo twitch telegram pinterest tinder grindr shopify ebay etsy walmart instacart duolingo coursera chegg
nscale nebius equinix realpage pimeyes idemia worldcoin yahoo zalando rivian byd nio
""")


def _aliases() -> dict[str, str]:
    rows = [row.split() for row in _SAME] + [[name] for name in sorted(_NAMES)]
    roots: dict[str, str] = {}
    for row in rows:
        for name in row:
            roots.setdefault(tokens.read(name).root or name, tokens.read(row[0]).root)
    return roots


SAME_PARTY: Final = _aliases()
"""Root of a company's name, of its product or of who runs it -> root of its first name."""
