"""French quotations: who speaks when a date, a verb or a party stands where the name is looked for."""

from __future__ import annotations

import pytest

from bot.pipeline import people, quotes


def speakers(text: str) -> list[tuple[str, str]]:
    return [(quote.speaker, quote.role) for quote in quotes.find(text, "fr")]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        pytest.param(
            "Le texte veut « dire sans détour que le travail des peintres se paie », a souligné mardi, lors d’un point "
            "presse, la présidente du groupe, Lise Morel.",
            "Lise Morel",
            "présidente du groupe",
            id="a day behind the verb",
        ),
        pytest.param(
            "Lorsque Zik a montré ces images, tous ont réagi. Lundi, Théo Renard, porte-parole de la Commission "
            "pour le numérique, a qualifié ce service d’« illégal », d’« indigne » et de « révoltant ».",
            "Théo Renard",
            "porte-parole de la Commission pour le numérique",
            id="qualified as",
        ),
        pytest.param(
            "« Le délégué a décidé d’élargir son enquête à toutes les images du réseau », peut-on lire sur le site du "
            "Commissariat.",
            "le site du Commissariat",
            "",
            id="one can read on the site",
        ),
        pytest.param(
            "Un député du parti vert, Bruno Masset, a déclaré avoir écrit au délégué cette semaine. « Je suis ravi que "
            "le délégué ouvre enfin son enquête », a déclaré Masset.",
            "Bruno Masset",
            "député du parti vert",
            id="has said is no role",
        ),
        pytest.param(
            "Jeudi, l’exécutif européen a annoncé avoir ordonné au site de garder « toutes les notes sur son modèle ».",
            "l’exécutif européen",
            "",
            id="a body up to its verb",
        ),
        pytest.param(
            "Signé par Anne Evrard, le sénateur PCF Pierre Oulès et d’autres, il avance. « Il faut payer ceux qui "
            "écrivent », insiste Anne Evrard.",
            "Anne Evrard",
            "",
            id="the next one's role is not hers",
        ),
        pytest.param(
            "L’ancien animateur Ivan Salmon a été choisi, marquant ce que le premier ministre Justin Tessier a "
            "qualifié de « grand pas pour que le pays reste en tête ».",
            "Justin Tessier",
            "premier ministre",
            id="who stands beside the verb",
        ),
        pytest.param(
            "L’Association a salué ce choix, la directrice Sara Villard notant que « le pays reconnaît enfin le poids "
            "de cet art ».",
            "Sara Villard",
            "directrice",
            id="noting that",
        ),
        pytest.param(
            "Denis Vance est venu à Paris. Avant de prévenir les Européens : « Nous ne laisserons personne brider nos "
            "maisons. »",
            "Denis Vance",
            "",
            id="whom an infinitive warns does not speak",
        ),
        pytest.param(
            "À peine le vice-président Denis Vance est monté sur scène que tout est dit : « Le biais n’a pas sa place "
            "dans cet outil », a-t-il lancé.",
            "Denis Vance",
            "vice-président",
            id="he is whom the sentence names",
        ),
        pytest.param(
            "Devant le président, Emmanuel Marchand, le républicain a d’emblée affirmé que « son pays est en tête et "
            "entend le rester ».",
            "le républicain",
            "",
            id="not whom a preposition leads in",
        ),
        pytest.param(
            "Cette avocate a enfin reçu quatre photos : « Ils gardent une image de moi qui n’est plus en ligne », "
            "déclare Zoé Villard.",
            "Zoé Villard",
            "",
            id="named behind the words",
        ),
        pytest.param(
            "Un porte-parole de Brise AI réfute en bloc : « Nos outils sont nourris de textes venus de cent pays. »",
            "Un porte-parole de Brise AI",
            "",
            id="a spokesman for a firm",
        ),
        pytest.param(
            "La sénatrice Lise Morel, comme Emmanuel Marchand, dimanche soir, a mis en avant un outil : « Je peux lui "
            "poser toutes mes questions. »",
            "Lise Morel",
            "sénatrice",
            id="like somebody else",
        ),
        pytest.param(
            "Le Conseil a bougé, mais c’est trop peu selon Estelle Panier, de l’association. « Il ne parle que des "
            "outils et jamais des firmes », explique-t-elle.",
            "Estelle Panier",
            "",
            id="according to her, she explains",
        ),
        pytest.param(
            "« Notre continent fixe le premier des règles claires », a renchaîné Thierry Bertin sur son compte.",
            "Thierry Bertin",
            "",
            id="a verb no list has",
        ),
        pytest.param(
            "L’affaire est, en effet, « la première du genre dans tout le pays », note Le Temps du Nord.",
            "Le Temps du Nord",
            "",
            id="a newspaper keeps its article",
        ),
        pytest.param(
            "Comme l’explique la CNIL dans son avis, Vue Claire tient « un gabarit qui permet de reconnaître chacun de "
            "nous ».",
            "CNIL",
            "",
            id="as the authority explains it",
        ),
        pytest.param(
            "Le syndicaliste Rémi Renard, qui enseigne à Marseille (Bouches-du-Sud), dit regretter la « mise à "
            "l’écart de tous les professeurs ».",
            "Rémi Renard",
            "",
            id="what stands in brackets does not speak",
        ),
    ],
)
def test_who_speaks(text: str, speaker: str, role: str) -> None:
    assert speakers(text)[0] == (speaker, role)
    assert set(speakers(text)) <= {(speaker, role), ("", "")}  # a single word in marks behind it may be nobody's


@pytest.mark.parametrize(
    "text",
    [
        "Le texte est le fruit d’une mission qui, après « plus de cent longues auditions », a rendu son rapport.",
        "Laurent Lefort préside.\n\n« Une volonté d’avancer sur ce texte »\n\nLe débat continue.",
    ],
)
def test_no_speaker_for_marks_that_only_stress_or_head(text: str) -> None:
    assert {name for name, _ in speakers(text)} <= {""}


def test_a_person_is_pulled_rather_than_a_paper() -> None:
    text = (
        "« L’enquête portera sur le respect de la loi par le réseau et ses modèles », a déclaré le communiqué.\n\nLe "
        "député Bruno Masset est ravi. « La lumière du jour est le meilleur remède contre la peur », a déclaré Masset."
    )
    found = quotes.find(text, "fr")
    pulled = quotes.pull(text, found, "Une enquête vise un réseau", "fr")
    assert pulled is not None
    assert pulled.speaker == "Bruno Masset"
    alone = quotes.pull(text, found[:1], "Une enquête vise un réseau", "fr")
    assert alone is not None
    assert alone.speaker == "le communiqué"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Signé par la sénatrice Horizons Laure Darmon, le texte avance.", "Laure Darmon"),
        ("C’est ce que demande la conseillère nationale PS Céline Vidal dans son texte.", "Céline Vidal"),
        ("C’est ce qu’explique à Nord Livres Laure Darmon dans sa lettre.", "Laure Darmon"),
    ],
)
def test_a_party_or_a_paper_is_no_first_name(text: str, name: str) -> None:
    assert [mention.data["name"] for mention in people.find(text, "fr")] == [name]


def test_the_role_of_one_person_ends_before_the_next_name() -> None:
    text = "Devant J. D. Vanel, le premier ministre indien Nadir Moreau et Luc Roy, on a dit « oui »."
    assert "Moreau" not in str([mention.data["role"] for mention in people.find(text, "fr")])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Alors que la ministre du Travail, Rosa Lund, dénonce « un cadeau fait aux géants », le député Paul Roy a "
            "déclaré : « Ce texte protège enfin ceux qui travaillent. »",
            ["Rosa Lund", "Paul Roy"],
        ),
        (
            "Si le sénateur Paul Roy juge que « la loi vient trop tard », la ministre Rosa Lund assure : « Elle vient "
            "à temps pour tous. »",
            ["Paul Roy", "Rosa Lund"],
        ),
        ("Si la loi passe, « nous irons devant le juge dès demain », a déclaré Rosa Lund.", ["Rosa Lund"]),
        ("Quand on est ministre, « on se tait ou on part », dit Rosa Lund.", ["Rosa Lund"]),
    ],
)
def test_a_clause_that_a_conjunction_opens_has_its_own_speaker(text: str, wanted: list[str]) -> None:
    assert [quote.speaker for quote in quotes.find(text, "fr")] == wanted
