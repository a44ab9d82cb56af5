"""States and countries as headlines name them: two laws of two states read alike, and are two stories."""

from __future__ import annotations

from typing import Final

# Word -> place. States of the USA by the last word of their name; `Washington` and `Georgia` are left out, since they
# are more often the government and the country. Countries with their adjective and the city that stands for them.
_STATES: Final = """
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin
wyoming
"""
_ALSO: Final = "californian=california kalifornien=california kaliforniens=california texan=texas newsom=california"
_COUNTRIES: Final = """
argentina=ar australia=au australian=au austria=at belgium=be brazil=br brazilian=br canada=ca canadian=ca ottawa=ca
chile=cl china=cn chinese=cn chinas=cn beijing=cn denmark=dk danish=dk dänemark=dk dutch=nl netherlands=nl
niederlande=nl finland=fi france=fr french=fr frankreich=fr germany=de german=de deutschland=de berlin=de munich=de
hamburg=de münchen=de greece=gr hungary=hu india=in indian=in delhi=in indonesia=id ireland=ie irish=ie israel=il
italy=it italian=it italien=it rome=it japan=jp japanese=jp tokyo=jp kenya=ke korea=kr korean=kr südkorea=kr seoul=kr
kazakhstan=kz malaysia=my mexico=mx norway=no norwegian=no poland=pl polish=pl portugal=pt singapore=sg spain=es
spanish=es spanien=es sweden=se swedish=se switzerland=ch swiss=ch schweiz=ch taiwan=tw thailand=th turkey=tr
peru=pe peruvian=pe colombia=co colombian=co ecuador=ec uruguay=uy paraguay=py bolivia=bo venezuela=ve panama=pa
nigeria=ng nigerian=ng ghana=gh rwanda=rw egypt=eg egyptian=eg morocco=ma tunisia=tn ethiopia=et senegal=sn uganda=ug
pakistan=pk bangladesh=bd nepal=np philippines=ph philippine=ph qatar=qa iran=ir iraq=iq lebanon=lb saudi=sa
iceland=is estonia=ee estonian=ee latvia=lv lithuania=lt czech=cz slovakia=sk slovenia=si croatia=hr serbia=rs
romania=ro bulgaria=bg cyprus=cy malta=mt luxembourg=lu moldova=md russia=ru russian=ru moscow=ru kyiv=ua
ukraine=ua vietnam=vn britain=gb british=gb uk=gb london=gb großbritannien=gb
"""
PLACES: Final[dict[str, str]] = {
    **{name: "us-" + name for name in _STATES.split()},
    **{word: "us-" + name for word, _, name in (row.partition("=") for row in _ALSO.split())},
    **{word: code for word, _, code in (row.partition("=") for row in _COUNTRIES.split())},
}


def two_states(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines name states of the USA, and none in common."""
    mine, theirs = _states(one), _states(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def two_countries(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines name one country each, not the same: such laws, fines and courts read alike."""
    mine, theirs = _countries(one), _countries(other)
    return len(mine) == len(theirs) == 1 and mine != theirs and one.isdisjoint(other)


def elsewhere(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines name places, and none in common; weaker evidence, since one event may touch several."""
    return bool(one and other) and one.isdisjoint(other)


def _countries(places: frozenset[str]) -> set[str]:
    return {"us" if place.startswith("us-") else place for place in places}


def _states(places: frozenset[str]) -> set[str]:
    return {place for place in places if place.startswith("us-")}
