"""Which articles tell the same story: signatures, placing one article, grouping a batch, and who leads the card."""

from bot.pipeline.stories.cluster import Assignment, cluster
from bot.pipeline.stories.leading import lead
from bot.pipeline.stories.place import Placement, Statistics, place
from bot.pipeline.stories.signature import MEASURE_MARK, Signature, StorySignature, signature, terms

__all__ = [
    "MEASURE_MARK",
    "Assignment",
    "Placement",
    "Signature",
    "Statistics",
    "StorySignature",
    "cluster",
    "lead",
    "place",
    "signature",
    "terms",
]
