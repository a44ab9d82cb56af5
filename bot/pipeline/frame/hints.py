"""What structured sources say as data: document types of the Federal Register and GOV.UK, and explicit ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.model import Label, Scalar, Slice, Span
from bot.pipeline import jurisdictions, taxonomy

# What structured sources call their documents: the Federal Register's `type`, GOV.UK's `content_store_document_type`.
_TYPES: Final[dict[str, dict[str, str]]] = {
    "RULE": {"instrument": "regulation", "stage": "passed"},
    "PRORULE": {"instrument": "regulation", "stage": "proposed"},
    "PRESDOCU": {"instrument": "executive_order", "stage": "signed"},
    "open_consultation": {"stage": "consultation"},
    "call_for_evidence": {"stage": "consultation"},
    "open_call_for_evidence": {"stage": "consultation"},
    "guidance": {"instrument": "guidance"},
    "detailed_guide": {"instrument": "guidance"},
    "statutory_guidance": {"instrument": "guidance"},
    "independent_report": {"instrument": "report"},
    "research": {"instrument": "report"},
    "impact_assessment": {"instrument": "report"},
}


def labels(hints: Mapping[str, Scalar]) -> dict[str, Label]:
    """Labels from data; explicit ids win over what the document type implies."""
    given: dict[str, Label] = {}
    kind = str(hints.get("type") or "")
    for field, id in _TYPES.get(kind, {}).items():
        given[field] = _labelled(id, kind)
    for field, among in (
        ("stage", taxonomy.STAGES),
        ("instrument", taxonomy.INSTRUMENTS),
        ("topic", taxonomy.TOPICS),
    ):
        value = str(hints.get(field) or "")
        if value in among:
            given[field] = _labelled(value, value)
    return given


def places(hints: Mapping[str, Scalar]) -> tuple[Label, ...]:
    """The jurisdictions that the source gives by their codes."""
    codes = [code.strip() for code in str(hints.get("jurisdiction") or "").split(",")]
    return tuple(_labelled(code, code) for code in codes if jurisdictions.known(code))


def _labelled(id: str, words: str) -> Label:
    return Label(id, (Slice(words, Span(0, len(words)), "metadata"),))
