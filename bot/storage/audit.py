"""Who changed what, when: one row per change a person made."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from bot.model import Person
from bot.storage.tables import audit


@dataclass(frozen=True, slots=True)
class Row:
    """One change. `at` is UTC seconds; `person` a name, or the id where there was none."""

    at: float
    person: str
    action: str
    detail: str
    person_id: str = ""


def write(db: Connection, workspace_id: str, person: Person, action: str, detail: str, now: float) -> None:
    """Append one row, in the transaction of the change."""
    db.execute(
        insert(audit).values(
            workspace_id=workspace_id,
            person_id=person.id,
            person_name=person.name,
            action=action,
            detail=detail,
            at=now,
        )
    )


def names(db: Connection, workspace_id: str) -> dict[str, str]:
    """What the people who changed something in a workspace called themselves last, by their ids."""
    mine = (audit.c.workspace_id == workspace_id) & (audit.c.person_name != "")
    named = (audit.c.person_id, audit.c.person_name)
    rows = db.execute(select(*named).where(mine).group_by(*named).order_by(func.max(audit.c.id)))
    return {row.person_id: row.person_name for row in rows}


def newest(db: Connection, workspace_id: str, count: int, skip: int = 0) -> tuple[Row, ...]:
    """The last changes in a workspace, newest first."""
    rows = db.execute(
        select(audit).where(audit.c.workspace_id == workspace_id).order_by(audit.c.id.desc()).limit(count).offset(skip)
    )
    return tuple(Row(row.at, row.person_name or row.person_id, row.action, row.detail, row.person_id) for row in rows)
