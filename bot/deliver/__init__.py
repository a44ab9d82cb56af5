"""Keep promises: hand each message to its platform, record the receipt, wait, hold or give up by rule."""

from bot.deliver.sender import Limits, Sender
from bot.deliver.work import TRY_SECONDS, Deliverer, Outcome

__all__ = ["TRY_SECONDS", "Deliverer", "Limits", "Outcome", "Sender"]
