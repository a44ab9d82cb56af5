"""Words of the English tables that are other words in German or French; read by `pipeline.frame.weigh`."""

from __future__ import annotations

from typing import Final

# English words of the tables that are other words in these languages.
FALSE_FRIENDS: Final[dict[str, str]] = {
    "de": "dies die not will war art list rat plant order report fine sue labor union after fast brief gang last links "
          "tag pass post bar rate kind arm fund",
    "fr": "report reports sue fine fines court suit pass act bill board main final sanctions sanction injunction "
          "petition index audit pour un on axes content train trains comment comments charge charges cap met chair "
          "note sale sales place force forces communiqué union use tend date dates rides pose sort",
}  # fmt: skip
