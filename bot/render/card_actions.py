"""What a reader can press under a card, as command lines: the same on every platform."""

from __future__ import annotations

from bot.model import Button, Card
from bot.render.plain import also_text
from bot.speech import Speech


def card_buttons(card: Card, say: Speech) -> tuple[Button, ...]:
    """The visible row: read, other coverage, save, and what the channel thinks of it."""
    buttons = [Button(say("Read"), url=card.url)]
    if also_text(card, say):
        buttons.append(Button(say("Coverage ({count})", count=len(card.also)), f"story {card.story_id} --coverage"))
    if not card.withdrawn:
        buttons.append(Button(say("Save"), f"save {card.story_id}"))
        buttons.append(Button(say("Useful"), f"useful {card.story_id}"))
        buttons.append(Button(say("Not for us"), f"not-for-us {card.story_id}"))
    return tuple(buttons)


def card_menu(card: Card, say: Speech) -> tuple[Button, ...]:
    """The menu behind the row; at most five entries, which is what Slack allows."""
    return (
        Button(say("All facts"), f"story {card.story_id} --facts"),
        Button(say("Wrong tag or quote"), f"wrong {card.story_id}"),
        Button(say("Mute this source"), f"mute {card.story_id}"),
        Button(say("Why was this posted"), f"why {card.story_id}"),
    )
