"""The speaker of one quoted segment in German and French, from the sentence it stands in."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.model import Span
from bot.pipeline.names import Gender
from bot.pipeline.quotes import able, noun_phrases, subjects, verbs, voice
from bot.pipeline.quotes import after as behind
from bot.pipeline.quotes.marks import Segment
from bot.pipeline.quotes.state import Speaker, State
from bot.pipeline.quotes.tokens import MARK, QUOTE, WORD, Token
from bot.pipeline.quotes.who import resolve
from bot.pipeline.text import word_set


class Found(NamedTuple):
    """Who speaks, or nobody; the words that attribute; how they were found."""

    speaker: Speaker | None
    words: Span
    how: str


_NEAR_VERB = 6  # tokens behind a quotation within which its verb of speech stands
_CLAUSE = 4  # words of a quoted clause behind a comma
_FRAGMENT = 8  # words; a shorter piece in marks needs a verb of speech, a colon or `dass` beside it
_LEADS = word_set(": , dass que qu' qu’")
_QUOTED = word_set("lire lit-on lire-on peut-on")  # peut-on lire sur le site de la Commission
_SAYS = word_set("heißt hieß steht stand")  # heißt es in der Mitteilung
_PLACED = word_set("in im auf aus bei vom von sur dans chez au à")  # where the words stand that `heißt es` cites
_OPINIONS = word_set("Ansicht Angaben Meinung Auffassung Einschätzung Worten Überzeugung Sicht Aussage")
_ACCORDING = word_set("laut selon d'après d’après")
_REPORTED = word_set("sei seien bräuchten hätten wären müssten sollten könnten dürften würden") | frozenset(
    stem + "e"  # Konjunktiv I shows a sentence to be reported: er habe, es gebe, sie stelle
    for stem in word_set(
        "hab werd könn müss soll dürf woll geh brauch geb steh bleib komm lass mach nehm seh wiss führ zeig "
        "bedeut lieg stell handel handl gelt fehl droh sorg schaff helf lauf heiß treff trag find verlier setz "
        "leg zieh reich forder erwart beton nutz schütz entsteh besteh verstoß enthalt betreff dien greif halt "
        "lern lös mein pass prüf rechn regel regl schad schwäch spiel sprech stärk such unterlieg verbiet verlang "
        "verhinder verhindr verletz verfehl versteh wachs wirk zwing arbeit begrüß befürcht beweg biet bring denk "
        "dau dauer steig sink wandl veränder entwickl erhöh senk verschärf belast betreib bau öffn schließ kost "
        "zahl kauf verkauf nenn kenn glaub hoff wünsch bedroh gefährd fürcht sammel samml speicher verarbeit "
        "erfass überwach kontrollier verdien besitz bekomm erhalt beschäftig fäll schein sitz stimm unterstütz "
        "vertrau verzicht warn zähl änder brems förder hemm investier produzier regulier ersetz erreich"
    )
)


def in_sentence(
    state: State, tokens: list[Token], k: int, lo: int, hi: int, segment: Segment, line_speaker: Speaker | None
) -> Found | None:
    """Who says the quotation at `k`, as the sentence tells: behind it, before it, or by an earlier one in it."""
    begin = _clause(tokens, k, lo)
    if _is_named(state, tokens, k, lo):
        return Found(None, Span(0, 0), "named")
    found = _after(state, tokens, k, lo, hi)
    if found is not None:
        return found
    found = _before(state, tokens, k, begin, segment)
    if found is None and begin > lo and ":" in (tokens[begin - 1][0], tokens[k - 1][0]):
        found = _before(state, tokens, k, lo, segment, begin - 1)  # Doe sagt es einfach: Wer baue, „zahlt“
    if (
        found is None
        and line_speaker is None
        and any(_is_verb(state, tokens, n) for n in range(begin, k) if begin > lo)
    ):
        found = _before(state, tokens, k, lo, segment)  # Doe rügt die „Lücken“ und fordert „ein ganz neues Gesetz“
    if found is not None:
        return found
    for n in range(k + 1, hi):  # „…“ und „…“, sagte Doe: the attribution of the next one
        if tokens[n][3] == QUOTE:
            found = _after(state, tokens, n, lo, hi) if line_speaker is None else None
            break
    if found is not None:
        return found
    found = _according(state, tokens, lo, hi)
    if found is not None:
        return found
    if line_speaker is not None:
        return Found(line_speaker, Span(0, 0), "sentence")
    return None


_NAMES = word_set(  # mit dem Titel „…“, le texte intitulé « … »: a name, no speech
    "titel untertitel motto überschrift namen namens stichwort schlagwort begriff slogan betitelt sogenannte "
    "sogenannten sogenanntes sogenannter titre intitulé intitulée intitulés intitulées baptisé baptisée nommé nommée "
    "vortrag buch film song lied lieder reihe podcast kampagne tagung konferenz projekt programm motto livre film "
    "chanson podcast campagne colloque émission documentaire "
    "appelé appelée surnommé surnommée slogan expression dénommé dénommée"
)


_DEFINITE = word_set("der die das dem den des zur zum im am le la les du au aux")
_SHORT_NAME = 4  # words


def _is_named(state: State, tokens: list[Token], k: int, lo: int) -> bool:
    """Whether the words right before the quotation say that it is a name, or a body's paper stands there."""
    article = k - 2 if k > lo + 1 and tokens[k - 1][0][0].islower() and tokens[k - 1][0].endswith("en") else k - 1
    if (
        article >= lo
        and tokens[article][0].lower() in _DEFINITE
        and state.text.count(" ", *tokens[k][1:3]) < _SHORT_NAME
    ):
        return True  # sagte der „Bild am Sonntag“
    last = k - 2 if k > lo + 1 and tokens[k - 1][0] == ":" else k - 1
    return last >= lo and tokens[last][0].lower() in _NAMES and (last == k - 1 or tokens[last][0][0].isupper())


def is_reported(state: State, tokens: list[Token], lo: int, hi: int) -> bool:
    """Whether a sentence goes on reporting what somebody said: `Es brauche einen Rahmen, „der …“`."""
    return state.language == "de" and any(tokens[n][0] in _REPORTED for n in range(lo, hi))


def _clause(tokens: list[Token], k: int, lo: int) -> int:
    """Where the clause of the quotation at `k` begins: behind an earlier quotation, a semicolon or a colon."""
    for n in range(k - 2, lo - 1, -1):
        if tokens[n][3] == QUOTE or tokens[n][0] in (";", ":"):
            return n + 1
    return lo


def _is_verb(state: State, tokens: list[Token], n: int) -> bool:
    """A verb of speech at `n`; in French also one with a pronoun before it: `comme l’explique la CNIL`."""
    word = tokens[n][0]
    if word in state.known:
        return subjects.is_speech(tokens, n, state.known)
    if state.language != "fr" or word[1:2] not in ("'", "’"):
        return False
    return word[0].lower() in "lmtn" and word[2:] in state.known


def _is_final(state: State, tokens: list[Token], k: int) -> bool:
    """Whether the verb behind the quotation at `k` ends a German subordinate clause: its subject stands before."""
    return (
        state.language == "de"
        and k + 2 < len(tokens)
        and subjects.is_speech(tokens, k + 1, state.known)
        and tokens[k + 2][0] in (",", ".")
    )


def _before(state: State, tokens: list[Token], k: int, lo: int, segment: Segment, stop: int = -1) -> Found | None:
    """The subject before the quotation at `k` and behind `lo`; `stop`: where its own clause ends, when not at `k`."""
    if k <= lo:
        return None
    led = tokens[k - 1][0].lower() in _LEADS
    verb = next((n for n in range(k - 1, lo - 1, -1) if _is_verb(state, tokens, n)), -1)
    words = len(state.text[segment.start : segment.end].split())
    final = k + 1 < len(tokens) and (tokens[k + 1][0] in _CALLED or _is_final(state, tokens, k))
    if verb < 0 and final:
        verb = lo  # hat das Gesetz „überflüssig“ genannt; während Doe es „überflüssig“ nennt,
    if verb < 0 and tokens[k - 1][0] == "," and words < _CLAUSE:
        return None  # a list of titles
    if verb < 0 and not led and (words < _FRAGMENT or is_reported(state, tokens, lo, stop if stop > lo else k)):
        return None
    found = voice.subject(state, tokens, lo, k, verb)
    if found is None and tokens[k - 1][0] == ":" and voice.is_name_end(state, tokens, k - 2):
        found = (k - 2, k - 2)  # Klar ist für Doe: „…“
    if found is not None and found[1] == k - 1:
        return None  # der Antrag „…“: its title
    if found is None and verb >= 0:
        found = subjects.of_verb(tokens, verb, lo, state.language)
        if found is not None and voice.is_led_in(tokens, found[0], lo, state.language):
            found = None
    if found is None:
        return None
    speaker = resolve(state, tokens, found, spoke=verb >= 0)
    if speaker is None:
        return None
    last = k - 1 if led else max(found[1], verb)
    return Found(speaker, Span(tokens[min(found[0], last)][1], tokens[last][2]), "before")


_CALLED = word_set(
    "genannt bezeichnet kritisiert gesagt erklärt betont beschrieben gefordert gelobt gewarnt geschrieben verurteilt "
    "gescholten verteidigt begrüßt gerühmt gewertet nannte bezeichnete nennt bezeichnet beschrieb"
)


def _after(state: State, tokens: list[Token], k: int, lo: int, hi: int) -> Found | None:
    """The attribution behind the quotation at `k`, up to the next quotation or the end of the sentence."""
    stop = next((n for n in range(k + 1, hi) if tokens[n][3] == QUOTE or tokens[n][0] in (";", ":", ".")), hi)
    a = k + 1
    while a < stop and tokens[a][3] == MARK:
        a += 1
    if a >= stop:
        return None
    if (a == k + 1 and _is_final(state, tokens, k)) or (state.language == "fr" and tokens[a][0].endswith("ant")):
        return None  # demandant leur retrait
    if state.language == "fr" and _closes_clause(tokens, k, lo) and not _is_verb(state, tokens, a):
        return None  # Alors que la ministre dénonce « … », le député a déclaré
    if tokens[a][0].lower() in _SAYS | _QUOTED:
        subject = _cited_in(state, tokens, a, stop)
        speaker = resolve(state, tokens, subject) if subject is not None else None
        return Found(speaker, Span(tokens[a][1], tokens[subject[1]][2]), "after") if subject and speaker else None
    found = behind.after_quote(tokens, k, stop, state.known, state.language)
    if found is not None:
        subject = found[0]
        if state.language == "de":
            subject = voice.without_hearer(tokens, subject)
            if tokens[subject[0]][0].lower() in verbs.DETERMINERS:
                subject = subject[0], min(subject[1], voice.german_end(tokens, subject[0], stop))
        elif subject[0] < subject[1]:
            subject = subject[0], max(subject[1], voice.french_end(tokens, subject[0], stop))
        speaker = _same_sentence(state, tokens, subject, lo, k) or resolve(state, tokens, subject, after=True)
        if speaker is not None:
            last = max(tokens[found[2]][2], tokens[found[0][1]][2])
            return Found(speaker, Span(tokens[found[1]][1], last), "after")
    verb = _verb(state, tokens, a, stop)
    if verb < 0:
        return None
    subject = voice.subject(state, tokens, a, stop, verb)
    speaker = resolve(state, tokens, subject, after=True) if subject is not None else None
    if speaker is None or subject is None:
        return None
    if not subjects.is_speech(tokens, verb, state.known) and speaker.name not in state.people.starts:
        return None  # « … », a rendu son rapport
    return Found(speaker, Span(tokens[a][1], tokens[max(subject[1], verb)][2]), "after")


_FRONTED = word_set("alors tandis si quand lorsque lorsqu' lorsqu’ bien pendant puisque comme quoique parce")
_MOST_BEFORE = 4  # tokens of a sentence up to its conjunction: `Mais alors que`


def _closes_clause(tokens: list[Token], k: int, lo: int) -> bool:
    """Whether a comma behind the quotation at `k` ends a clause that a conjunction opened."""
    if k + 2 >= len(tokens) or tokens[k + 1][0] != "," or tokens[k + 2][0].lower() in _HAS:
        return False  # Si la loi passe, « nous irons devant le juge », a déclaré Doe
    opened = any(tokens[n][0].lower() in _FRONTED for n in range(lo, min(k, lo + _MOST_BEFORE)))
    return opened and all(tokens[n][3] != QUOTE for n in range(lo, k))


_HE_OR_SHE: dict[str, Gender] = {"er": "he", "il": "he", "sie": "she", "elle": "she"}


def _same_sentence(state: State, tokens: list[Token], subject: tuple[int, int], lo: int, k: int) -> Speaker | None:
    """`Kaum war Doe da: „…“, sagte er`: a pronoun means a person its own sentence names first, if they agree."""
    word = tokens[subject[0]][0].lower()
    gender = _HE_OR_SHE.get(word.rpartition("-")[2])
    if gender is None or subject[0] != subject[1]:
        return None
    for found in voice.subjects_in(state, tokens, lo, k):
        if voice.is_name_end(state, tokens, found[1]):
            speaker = resolve(state, tokens, found)
            if speaker is not None and speaker.person and speaker.gender in ("", gender):
                return speaker
    return None


_HAS = word_set("a ont avait avaient s’est s'est s’était s'était")
_PARTICIPLE = re.compile(r"^[a-zà-ÿ]{2,}(?:é|ée|és|ées|i|it|u)$")


def _verb(state: State, tokens: list[Token], a: int, stop: int) -> int:
    """The verb of speech close behind a quotation; -1 when there is none."""
    if tokens[a][0].lower() in verbs.CLAUSE_WORDS and tokens[a][0].lower() not in ("wie", "comme"):
        return -1
    for n in range(a, min(stop, a + _NEAR_VERB)):
        if tokens[n][0] in state.known and subjects.is_speech(tokens, n, state.known):
            return n
    if state.language == "fr" and a + 1 < stop and tokens[a][0].lower() in _HAS:
        return a + 1 if _PARTICIPLE.search(tokens[a + 1][0]) else -1  # a continué Doe: a verb no list has
    return -1


def _cited_in(state: State, tokens: list[Token], verb: int, stop: int) -> tuple[int, int] | None:
    """`heißt es im Bericht`, `peut-on lire sur le site de la Commission`: what the words are cited from."""
    for n in range(verb + 1, stop - 1):
        if tokens[n][3] == WORD and tokens[n][0].lower() in _PLACED:
            found = noun_phrases.phrase_right(tokens, n + 1, stop, state.language)
            if found is None:
                continue
            if state.language == "fr":
                found = found[0], max(found[1], voice.french_end(tokens, found[0], stop))
            noun = next((m for m in range(found[0], found[1] + 1) if _able(state, tokens[m][0])), None)
            if noun is not None:
                return found
    return None


def _able(state: State, word: str) -> bool:
    if state.language == "de":
        return word[0].isupper() and able.german(word)
    return able.french(word) and word.lower() not in verbs.DETERMINERS


def speaker_of(state: State, tokens: list[Token], lo: int, hi: int) -> Speaker | None:
    """Who speaks in a sentence without quotation, or who it is about: `so die Obfrau`, `selon Doe`."""
    told = _according(state, tokens, lo, hi)
    if told is not None:
        return told.speaker
    verb = next(
        (
            n
            for n in range(lo, hi)
            if (tokens[n][0] in state.known and subjects.is_speech(tokens, n, state.known))
            or (state.language == "de" and tokens[n][0] == "so" and n > lo and tokens[n - 1][0] == ",")
        ),
        -1,
    )
    if verb < 0 and is_reported(state, tokens, lo, hi):
        return None  # what a sentence in reported speech is about does not speak
    found = voice.subject(state, tokens, lo, hi, verb)
    return resolve(state, tokens, found, spoke=False) if found else None


def _according(state: State, tokens: list[Token], lo: int, hi: int) -> Found | None:
    """`laut Bericht`, `selon la ministre`, `nach Angaben des Verbands`, `Doe zufolge`, `Pour la ministre,`."""
    for v in range(lo, hi):
        if tokens[v][3] != WORD:
            continue
        low = tokens[v][0].lower()
        step = 0
        if low in _ACCORDING or (low == "pour" and v == lo):
            step = 1
        elif state.language == "de" and tokens[v][0] in _OPINIONS and v > lo and tokens[v - 1][0].lower() in _BY:
            step = 2 if v + 1 < hi and tokens[v + 1][0] in ("von", "des") else 1
        elif low == "zufolge" and v > lo:
            left = noun_phrases.phrase_left(tokens, v - 1, lo, state.language)
            speaker = resolve(state, tokens, left) if left else None
            if left and speaker is not None:
                return Found(speaker, Span(tokens[left[0]][1], tokens[v][2]), "sentence")
        if not step or v + step >= hi:
            continue
        found = noun_phrases.phrase_right(tokens, v + step, hi, state.language)
        speaker = resolve(state, tokens, found, after=True) if found else None
        if found and speaker is not None:
            return Found(speaker, Span(tokens[v][1], tokens[found[1]][2]), "sentence")
    return None


_BY = frozenset({"nach", "laut", "aus"})
