"""German quotations: who speaks where every noun has a capital and the subject may stand anywhere."""

from __future__ import annotations

import pytest

from bot.pipeline import people, quotes


def speakers(text: str) -> list[tuple[str, str]]:
    return [(quote.speaker, quote.role) for quote in quotes.find(text, "de")]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        pytest.param(
            "Die Anhörung beginnt heute.\n\nLandesdigitalministerin Dr. Wiebke Harms:\n\n„Wir holen die Aufsicht aus "
            "den Aktenschränken und stellen sie ins Netz.“\n\nDer Entwurf folgt.",
            "Wiebke Harms",
            "Landesdigitalministerin",
            id="a label on a line of its own",
        ),
        pytest.param(
            "Auf der ersten Ebene geht es um Noten: Mit dem Spruch ist die Verhandlungsmacht der Kammer, die Rechte "
            "für die Nutzung der Noten verkauft, gestärkt.\n\nKein Wunder, dass der Chefjustiziar der Kammer, Kai "
            "Wolters, sich freute. „Wer fremde Noten spielt, muss sie vorher bezahlen“, erklärte er.",
            "Kai Wolters",
            "Chefjustiziar der Kammer",
            id="a legal counsel behind noun phrases of things",
        ),
        pytest.param(
            "Auch Lea Schober, Abgeordnete der Freien im Landtag, findet klare Worte: „Was uns fehlt, ist der Wille, "
            "die Regeln auch anzuwenden.“",
            "Lea Schober",
            "Abgeordnete der Freien im Landtag",
            id="finds plain words",
        ),
        pytest.param(
            "Wegen vieler Klagen über gefälschte Bilder drängt Justizministerin Tanja Huber auf härtere Strafen. „Wir "
            "müssen die Opfer viel besser schützen als bisher“, erklärte die SPD-Politikerin der Zeitung.",
            "Tanja Huber",
            "Justizministerin",
            id="the politician just named behind her verb",
        ),
        pytest.param(
            "Ministerin Tanja Huber verurteilte das scharf. Besonders schlimm sei die Lage an den Schulen: „Das nehmen "
            "wir nicht länger hin.“",
            "Tanja Huber",
            "Ministerin",
            id="reported speech goes on, adverbs are nobody",
        ),
        pytest.param(
            "Das Verfahren führt Richterin Elke Schober. Am Ende bricht die Richterin Elke Schober den Fall auf ein "
            "Bild herunter: Wenn man ein Haus wolle – „dann kaufen Sie die Steine und holen sie nicht beim Nachbarn.“",
            "Elke Schober",
            "Richterin",
            id="before the colon of the same sentence",
        ),
        pytest.param(
            "Im Gespräch mit der Zeitung sagte die Leiterin des Amts, Ute Brandt: „Wir prüfen jede Meldung binnen "
            "eines Tages.“",
            "Ute Brandt",
            "Leiterin des Amts",
            id="the subject behind the verb",
        ),
        pytest.param(
            "Die Behörde hat geprüft. „Der Betreiber hat alle Daten der Kinder gespeichert“, heißt es im Bescheid.",
            "Bescheid",
            "",
            id="it says in the notice",
        ),
        pytest.param(
            "Uwe Kranz leitet das Amt. Es sei „eine Wette auf Kosten der Bürger“ und „ein Rückschritt“, so Kranz.",
            "Uwe Kranz",
            "",
            id="two pieces, one attribution",
        ),
        pytest.param(
            "Auch Tom Franke von der Linken zeigte sich besorgt. Die Polizei könne künftig „jeden Menschen finden, "
            "ganz gleich, ob er eine Gefahr ist“.",
            "Tom Franke",
            "",
            id="reported speech is the last speaker's, not its subject's",
        ),
        pytest.param(
            "Minister Volker Wirth kam spät. Klar ist für Wirth: „Gründer wollen nicht nur Anwälte bezahlen müssen.“",
            "Volker Wirth",
            "Minister",
            id="clear is for somebody",
        ),
        pytest.param(
            "„Nun haben wir ein großes Gesetz und keiner setzt es um“, kritisiert Jürgen Behrens von der Gesellschaft "
            "für Recht (GFR).",
            "Jürgen Behrens",
            "Gesellschaft für Recht",
            id="a person of a body",
        ),
        pytest.param(
            "Zum Gipfel hat Amtspräsident Klaus Möller Tempo angemahnt. „Wir brauchen endlich Klarheit über die "
            "Regeln“, sagte Möller.",
            "Klaus Möller",
            "Amtspräsident",
            id="a noun behind the name",
        ),
        pytest.param(
            "Die Beauftragte für Datenschutz, Luise Specht, kam. „Wer heilen will, darf mehr als wer wirbt“, sagte die "
            "Datenschutzbeauftragte.",
            "Luise Specht",
            "Beauftragte für Datenschutz",
            id="field and role in one word",
        ),
        pytest.param(
            "Die Branche wandle sich, sagte Direktor Jürgen Bosch der Agentur.\n\nDas Land verliere Leser. Dafür "
            "steige eine neue Buchindustrie auf. Überall entstehe Neues: „Immer wieder gründen junge Leute Verlage.“",
            "Jürgen Bosch",
            "Direktor",
            id="a thing in reported speech does not speak",
        ),
        pytest.param(
            "Den Umsatz nannte die Mainzer Verlegerin stabil. Er liege über dem des Vorjahrs: „Das müssen andere erst "
            "einmal schaffen.“",
            "die Mainzer Verlegerin",
            "",
            id="a town and a trade are no name",
        ),
        pytest.param(
            "Klaus Möller, Präsident der Agentur, schlägt Alarm. „Wir brauchen endlich Klarheit über die Regeln“, so "
            "der Behördenchef.",
            "Klaus Möller",
            "Präsident der Agentur",
            id="the head of the authority",
        ),
        pytest.param(
            "Donata Vogt von den Linken warf dem Kabinett Schweigen vor. Wer jetzt nicht das Rückgrat habe, verdiene "
            "nichts, so die Obfrau der Fraktion. Spät habe sich etwas bewegt – „auf einmal redet das Kabinett und "
            "tut, als sei nichts gewesen“.",
            "Donata Vogt",
            "",
            id="a new word for whom was just named",
        ),
        pytest.param(
            "Während Minister Jochen Hermann die Software als „Sprung in eine neue Zeit“ lobt, klagt die Gesellschaft "
            "dagegen.",
            "Jochen Hermann",
            "Minister",
            id="a verb that ends a subordinate clause",
        ),
        pytest.param(
            "Bundeskanzlerin Clara Voss hat die Pläne ihrer Regierung verteidigt: „Wir verbieten nichts, was keinem "
            "schadet.“",
            "Clara Voss",
            "Bundeskanzlerin",
            id="a genitive beside the verb",
        ),
        pytest.param(
            "„Die Streubreite dieses Mittels wird noch weiter erhöht“, beklagte der Linke Niklas Schröter und meldete "
            "Zweifel an.",
            "Niklas Schröter",
            "Linke",
            id="a party's man",
        ),
        pytest.param(
            "„Dieses Training ist bei uns und bei allen anderen üblich“, teilte der Konzern Anfang Mai mit.",
            "der Konzern",
            "",
            id="a firm early in May",
        ),
        pytest.param(
            "Der vzbv begrüßt das Portal. So könnten alle sich beschweren – „wenn sie denken, dass man ihnen schadet“.",
            "Der vzbv",
            "",
            id="a body in small letters",
        ),
        pytest.param(
            "Die Ergebnisse fasst der DSK-Vorsitzende, der Hessische Beauftragte für Datenschutz und Auskunft Prof. "
            "Dr. Alexander Rosner, wie folgt zusammen:\n\n„Die Behörden haben ihre Arbeit besser verzahnt als je.“",
            "Alexander Rosner",
            "Hessische Beauftragte für Datenschutz und Auskunft",
            id="two roles before a title and a name",
        ),
        pytest.param(
            "Kultusministerin Julia Willi Hamburg kam. „Wir werden den ersten Versuch noch in diesem Jahr wagen“, "
            "sagte Hamburg.",
            "Julia Willi Hamburg",
            "Kultusministerin",
            id="a place that is a family name",
        ),
    ],
)
def test_who_speaks(text: str, speaker: str, role: str) -> None:
    assert {(name.removeprefix("dem "), what) for name, what in speakers(text)} == {(speaker, role)}


@pytest.mark.parametrize(
    "text",
    [
        "Es ging konkret um neun Lieder, darunter „Der Mond im Fluss“ von Ada Monk und „Am Ende der Welt ist Licht“.",
        "Beraten wurde ein Antrag der Freien mit dem Titel „Für eine kluge Regel in ganz Europa“ (20/75).",
        "Beraten wurde ein Antrag der Freien „Umsetzung unserer Ziele bei den Gesprächen über ein Gesetz“.",
        "Minister Hauk kam. Auch im Vortrag: „Wie läuft so ein Rechner überhaupt?“ Danach gab es Brot.",
        "Ich bin Informatiker und lehne das ab. Sie schreibt: „Der Entwurf achtet weder das Maß noch die Rechte.“",
        "Solche Bilder machten Frauen „zu bloßen Objekten“.",
        "Das Amt richtet eine „unabhängige Kammer für den Markt“ ein.",
        "Besonders heikel ist die Technik. „Das sehen viele ganz anders“, hieß es am Rande.",
    ],
)
def test_no_speaker_rather_than_a_noun(text: str) -> None:
    assert {name for name, _ in speakers(text)} <= {""}


def test_a_paper_told_in_marks_is_no_part_of_the_words() -> None:
    text = "Patrick Winter kam. Gegenüber der deutschen «Tagesrunde» sagt er: «Man nimmt uns allen unser Werkzeug weg.»"
    assert [(len(quote.parts), quote.speaker) for quote in quotes.find(text, "de")][-1] == (1, "Patrick Winter")


def test_a_term_in_marks_does_not_hide_the_subject_of_what_follows() -> None:
    text = (
        "Auch Jörg Bienert vom Verband rügt die „lose Abstimmung“ und fordert „eine klare Haltung aus dem Kanzleramt“."
    )
    assert speakers(text)[-1] == ("Jörg Bienert", "Verband")


def test_a_label_on_its_own_line_is_pulled() -> None:
    text = (
        "Die Anhörung beginnt heute.\n\nLandesdigitalministerin Wiebke Harms:\n\n„Wir holen die Aufsicht aus den "
        "Aktenschränken und stellen sie für alle Betriebe ins Netz.“\n\nDer Entwurf folgt."
    )
    pulled = quotes.pull(text, quotes.find(text, "de"), "Anhörung zum Gesetz", "de")
    assert pulled is not None
    assert pulled.speaker == "Wiebke Harms"


def test_an_agency_s_whole_story_is_no_round_up_of_many() -> None:
    text = "Jurist Kai Wolters kam. „Wer fremde Noten spielt, muss sie vorher bei uns bezahlen“, erklärte Wolters."
    found = quotes.find(text, "de")
    assert quotes.pull(text, found, "ROUNDUP 2/Urteil: Noten kosten Geld", "de") is not None
    assert quotes.pull(text, found, "Der Newsletter: Noten kosten Geld", "de") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Nutzung der Noten ist gestärkt. Noten sind teuer.", set()),
        ("Digitales Schutzgesetz kommt. Das Schutzgesetz ist da.", set()),
        ("Auf Ada Monks Plattform Zett gibt es Streit.", {"Ada Monk"}),
        ("Das sagte Shufen Weng. „Ja“, meinte Weng.", {"Shufen Weng"}),
    ],
)
def test_german_noun_phrases_are_no_people(text: str, names: set[str]) -> None:
    assert {mention.data["name"] for mention in people.find(text, "de")} == names
