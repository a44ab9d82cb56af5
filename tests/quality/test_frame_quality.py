"""Frame, scored on the labelled articles; the floors only rise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.pipeline import frame, text

ARTICLES = [
    yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "articles").glob("*.yaml"))
]
# Share right, measured on all relevant articles of tests/quality/articles. Before any tuning the first 70 scored
# topic .843, instrument .857, stage .857, jurisdictions .914; 24 more, unseen by the first tuning, .958 .917 .708 1.0.
FLOORS = {"topic": 0.96, "instrument": 0.98, "stage": 0.97, "jurisdictions": 0.99}


def _right(field: str, article: Mapping[str, Any]) -> bool:
    found = frame.read(article["title"], article["text"], language=article["language"])
    expected = article["expected"][field]
    if field == "jurisdictions":
        return sorted(label.id for label in found.jurisdictions) == sorted(expected)
    label = getattr(found, field)
    return (label.id if label else None) == expected


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_share_right(field: str) -> None:
    relevant = [article for article in ARTICLES if article["expected"]["relevant"]]
    wrong = [article["title"] for article in relevant if not _right(field, article)]
    share = 1 - len(wrong) / len(relevant)
    assert share >= FLOORS[field], f"{field} {share:.3f}; wrong: {wrong}"


# Headlines with one sentence or two: topic, instrument, stage, jurisdictions, headline, lead, divided by tabs. Written
# and labelled before the program read them; first measured .894 .787 .787 .936 (47 rows) and .902 .829 .780 .927 (41).
LEADS = [line.split("\t") for line in (Path(__file__).parent / "frame_leads.tsv").read_text("utf-8").splitlines()]
LEAD_FLOORS = {"topic": 0.97, "instrument": 0.96, "stage": 0.96, "jurisdictions": 0.98}


@pytest.mark.parametrize("field", sorted(LEAD_FLOORS))
def test_share_right_on_headline_and_lead(field: str) -> None:
    wrong = []
    for topic, instrument, stage, places, title, lead in LEADS:
        found = frame.read(title, lead)
        label = {"topic": found.topic, "instrument": found.instrument, "stage": found.stage}.get(field)
        got = label.id if label else ",".join(sorted(one.id for one in found.jurisdictions))
        if got != {"topic": topic, "instrument": instrument, "stage": stage, "jurisdictions": places}[field]:
            wrong.append(title)
    share = 1 - len(wrong) / len(LEADS)
    assert share >= LEAD_FLOORS[field], f"{field} {share:.3f}; wrong: {wrong}"


# Leads of three or four sentences, each set written and labelled before the program read it. Right when first read,
# each set after tuning on those before (topic, instrument, stage, jurisdictions; naive lists of trigger words beside):
#   a .893 .929 .857 .982   naive .679 .589 .536 .732      e .872 .795 .795 .949   naive .590 .692 .333 .667
#   b .828 .844 .766 .906   naive .688 .484 .406 .609      f .814 .953 .953 .953   naive .767 .674 .558 .744
#   c .902 .852 .754 .902   naive .738 .574 .393 .672      g .758 .606 .667 .909   naive .545 .545 .333 .697
#   d .839 .786 .804 .964   naive .536 .518 .500 .696      h .839 .968 .806 .839   naive .710 .742 .323 .613
#   i .880 .880 .920 .880   (25 leads of classes that real articles of 2021 to 2026 got wrong)
#   j .848 .783 .652 .913   naive .565 .543 .261 .652
#   k .760 .800 .760 .960   naive .520 .600 .280 .760      (j and k: American news of 2019 to 2026)
#   w1 .955 .955 .955 .955  (44 leads of classes that real articles from outside the US got wrong; the articles
#   themselves, first read set after set: 65 .769 .862 .785 .862, 61 .836 .672 .754 .885, 67 .881 .821 .657 .866,
#   45 .889 .800 .689 .911; 32, with the model of learned.py, .969 .812 .719 .938)
# Ten labels that broke a convention of articles/README.md were changed afterwards; the figures above keep them.
FRESH = {
    path.stem: [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    for path in sorted((Path(__file__).parent / "frame").glob("*.tsv"))
}
FRESH_FLOORS = {"topic": 0.94, "instrument": 0.95, "stage": 0.95, "jurisdictions": 0.98}


@pytest.mark.parametrize("field", sorted(FRESH_FLOORS))
def test_share_right_on_fresh_leads(field: str) -> None:
    wrong = []
    rows = [row for rows in FRESH.values() for row in rows]
    for topic, instrument, stage, places, title, lead in rows:
        found = frame.read(title, lead)
        label = {"topic": found.topic, "instrument": found.instrument, "stage": found.stage}.get(field)
        got = label.id if label else ",".join(sorted(one.id for one in found.jurisdictions))
        if got != {"topic": topic, "instrument": instrument, "stage": stage, "jurisdictions": places}[field]:
            wrong.append(title)
    share = 1 - len(wrong) / len(rows)
    assert share >= FRESH_FLOORS[field], f"{field} {share:.3f}; wrong: {wrong}"


# Headlines alone: a stage as the news words it, active, passive, as a noun, in three languages; then, marked “not”, the
# same words planned, wished for, denied or feared. First measured .799 (144) and .724 (29), before deeds were read; 44
# more, written afterwards in other words, .886 when first read; 215 more in the words of
# American papers, .623, and 134 after these were mended, .864.
WORDINGS = [line.split("\t") for line in (Path(__file__).parent / "stage_wordings.tsv").read_text("utf-8").splitlines()]
WORDING_FLOORS = {"is": 0.97, "is not": 1.0}


@pytest.mark.parametrize("kind", sorted(WORDING_FLOORS))
def test_share_right_on_wordings(kind: str) -> None:
    wrong = []
    rows = [row for row in WORDINGS if row[0].startswith("not ") == (kind == "is not")]
    for expected, title in rows:
        label = frame.read(title, "", language=text.language(title) or "en").stage
        if ((label.id if label else "") == expected.removeprefix("not ")) == (kind == "is not"):
            wrong.append(title)
    share = 1 - len(wrong) / len(rows)
    assert share >= WORDING_FLOORS[kind], f"{share:.3f}; wrong: {wrong}"


# Headlines of parliaments, cabinets, courts and authorities outside the US in English, German and French: stage,
# language, headline. First measured .739 (119, German and French), then .787 (122, all three languages).
WORLD = [
    line.split("\t") for line in (Path(__file__).parent / "stage_wordings_world.tsv").read_text("utf-8").splitlines()
]
WORLD_FLOOR = 0.93


def test_share_right_on_wordings_of_the_world() -> None:
    wrong = []
    for expected, language, title in WORLD:
        label = frame.read(title, "", language=language).stage
        if (label.id if label else "") != expected:
            wrong.append(title)
    share = 1 - len(wrong) / len(WORLD)
    assert share >= WORLD_FLOOR, f"{share:.3f}; wrong: {wrong}"


def test_the_set_is_what_it_should_be() -> None:
    assert len(ARTICLES) >= 60
    assert sum(article["expected"]["quote"] is None for article in ARTICLES) >= 15
    assert len({article["outlet"] for article in ARTICLES}) >= 40
    assert {article["language"] for article in ARTICLES} == {"en", "de", "fr"}
    for article in ARTICLES:
        quote = article["expected"]["quote"]
        assert quote is None or quote["text"] in article["text"].replace("\n", " ")


# Leads in wordings that are rare on purpose, by region and language; nine in ten are learned from, these are not.
# Tables alone when first read: topic .67, instrument .70, stage .54; with the model learned .69, .72, .60.
HARD = [
    line.split("\t")
    for path in sorted((Path(__file__).parent / "leads").glob("*.tsv"))
    for line in path.read_text("utf-8").splitlines()[::10]
]
HARD_FLOORS = {"topic": 0.67, "instrument": 0.69, "stage": 0.58, "jurisdictions": 0.68}


@pytest.mark.parametrize("field", sorted(HARD_FLOORS))
def test_share_right_on_rare_wordings_not_learned_from(field: str) -> None:
    at = {"topic": 0, "instrument": 1, "stage": 2, "jurisdictions": 3}[field]
    right = 0
    for row in HARD:
        found = frame.read(row[4], row[5])
        label = {"topic": found.topic, "instrument": found.instrument, "stage": found.stage}.get(field)
        places = ",".join(sorted(one.id for one in found.jurisdictions))
        right += (places if field == "jurisdictions" else label.id if label else "") == row[at]
    assert len(HARD) > 350
    assert right / len(HARD) >= HARD_FLOORS[field], f"{field} {right / len(HARD):.3f}"
