"""What the last action on a bill says about its stage; shared by the kinds that read legislatures."""

from __future__ import annotations

import re

# First match wins: what ends a bill stands before what moves it. Words are those of Congress and the state
# legislatures as Congress.gov, Open States and LegiScan pass them on.
_STAGES = {
    "rejected": (
        r"veto(?!.{0,20}overrid)|died|fail(?:ed|s)\b|defeated|rejected|withdrawn|indefinitely postponed|inexpedient"
    ),
    "signed": (
        r"became (?:public )?law|public law no|signed by (?:the )?(?:president|governor|mayor)"
        r"|approved by (?:the )?governor|chaptered|veto.{0,20}overrid|enacted|act no\.|session law"
    ),
    "passed": (
        r"presented to|enrolled|sent to (?:the )?governor|passed both|passed legislature|ready for governor"
        r"|delivered to (?:the )?governor|to governor"
    ),
    "advanced": (
        r"passed|engrossed|adopted|agreed to|third reading|reported|do pass|placed on|ordered to|favorabl"
        r"|received in|concurred|calendar|second reading"
    ),
    "proposed": (
        r"introduced|referred|read first time|first reading|filed|prefiled|sponsor|hearing|assigned|committee"
    ),
}
_RULES = tuple((stage, re.compile(pattern, re.IGNORECASE)) for stage, pattern in _STAGES.items())


def stage(action: str) -> str:
    """Stage id of the taxonomy for the words of a bill's last action, or the empty text."""
    for name, pattern in _RULES:
        if pattern.search(action[:500]):
            return name
    return ""
