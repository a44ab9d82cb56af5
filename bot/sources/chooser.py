"""Optional: ask an OpenAI-compatible endpoint to choose among proven facts; what it makes up is dropped."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from bot.errors import SourceError
from bot.model import Reading
from bot.pipeline import choosing
from bot.sources.http import Door

MOST_FACTS = 5
_ASK = (
    "You are given numbered passages of one news article about AI policy. Answer with a JSON array of at most "
    f"{MOST_FACTS} of the passages, copied character by character, most telling first. Write nothing else."
)


@dataclass(frozen=True, slots=True)
class Chooser:
    """An endpoint that speaks OpenAI's chat completions; `url` is its base, for example https://host/v1."""

    url: str
    model: str
    key: str = field(default="", repr=False)

    async def choose(self, door: Door, reading: Reading) -> Reading:
        """`reading` with its facts in the endpoint's choice and order; as it is when the endpoint fails or makes
        things up. Never raises for anything the endpoint does."""
        offered = [fact.slice for fact in reading.facts]
        if len(offered) < 2:
            return reading
        chosen = choosing.choose(offered, await self._ask(door, [one.text for one in offered]), most=MOST_FACTS)
        if not chosen:
            return reading
        by_slice = {fact.slice: fact for fact in reading.facts}
        return replace(reading, facts=tuple(by_slice[one] for one in chosen))

    async def _ask(self, door: Door, passages: list[str]) -> list[object]:
        numbered = "\n".join(f"{number}. {text}" for number, text in enumerate(passages, 1))
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": _ASK}, {"role": "user", "content": numbered}],
        }
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            answer = await door.post(
                f"{self.url.rstrip('/')}/chat/completions",
                json.dumps(body).encode(),
                content_type="application/json",
                headers=headers,
            )
            content = json.loads(answer.body)["choices"][0]["message"]["content"]
            found = json.loads(content)
        except (SourceError, ValueError, LookupError, TypeError, RecursionError):
            return []
        return found if isinstance(found, list) else []
