"""Who is given the words: led in by a noun, named late, called by an office, named family name first."""

from __future__ import annotations

import pytest

from bot.pipeline import quotes


def speakers(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(quote.speaker, quote.role) for quote in quotes.find(text, language)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Mayor Ines Holt opened the lab. The union is still cross about her March comment that “a clerk is only a "
            "slower kind of software”.",
            "Ines Holt",
            id="her comment that",
        ),
        pytest.param(
            "According to Osei, “the permit office has no idea what the model does,” presumably a dig at the mayor.",
            "Osei",
            id="according to, at once",
        ),
        pytest.param(
            "Rivals went after Dana Pruitt, with one of their mailers asking, “Whose data is she guarding here?”",
            "one of their mailers",
            id="with X asking",
        ),
        pytest.param(
            "Even as Dana Pruitt claimed on Tuesday that “nobody was ever scored by a machine,” a clerk at the agency "
            "said the logs were clear.",
            "Dana Pruitt",
            id="time between verb and that",
        ),
        pytest.param(
            "Here in Tallinn, Minister Liis Tamm pressed the point, saying, “We tested it on ourselves before on you.”",
            "Liis Tamm",
            id="a place before the subject",
        ),
        pytest.param(
            "“I have no idea how we would pass that” this year, Ohio Sen. Ruth Abel, the top member of the panel that "
            "oversees elections, told Channel Nine.",
            "Ruth Abel",
            id="told an outlet",
        ),
        pytest.param(
            "“We will measure before we rule,” said NMA Director and Under Secretary of Trade for Standards and "
            "Technology Laura E. Voss.",
            "Laura E. Voss",
            id="a title of two offices",
        ),
        pytest.param(
            "Lobby group CTAI’s Bonifaz de Champrisse said the code “still puts a heavy load on makers of models.”",
            "Bonifaz de Champrisse",
            id="a particle in a name",
        ),
        pytest.param(
            "Letters came. Lawmakers from all 50 states warn the bill “would stop a broad array of laws for years”.",
            "Lawmakers",
            id="a number inside the subject",
        ),
        pytest.param(
            "State Commerce Committee ranking member Mara Cantor told us the text is “too broad for us to defend.”",
            "Mara Cantor",
            id="ranking member",
        ),
        pytest.param(
            "Another user, Roland Z, wrote of Ms. Adler: “Your office sold us out for a server farm.”",
            "Roland Z",
            id="wrote of somebody",
        ),
    ],
)
def test_who_is_given_the_words(text: str, wanted: str) -> None:
    assert wanted in speakers(text)[-1][0]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        pytest.param(
            "Omar al-Hadi, the minister for digital affairs, came late. “Rule the use and not the code,” al-Hadi said.",
            "Omar al-Hadi",
            "minister for digital affairs",
            id="al-",
        ),
        pytest.param(
            "Kim Min-ho, the premier, came. “We will build it by spring of next year,” Kim said.",
            "Kim Min-ho",
            "premier",
            id="family name first",
        ),
        pytest.param(
            "The premier left. His science adviser, Ha Jung-min, added: “A model of our own is more than a slogan.”",
            "Ha Jung-min",
            "science adviser",
            id="a role and a comma before an unknown name",
        ),
        pytest.param(
            "R.D. Vance turned the text down. “Too many rules will kill a young trade,” Mr. Vance said.",
            "R.D. Vance",
            "",
            id="initials together",
        ),
        pytest.param(
            "Mr Justice Firth threw out the claim. “A machine cannot sign a will for anybody,” the judge said.",
            "Firth",
            "Mr Justice",
            id="a justice is the judge",
        ),
        pytest.param(
            "The panel met today.\n\nSecretary of State for Learning, Skills and Technology, Peter Lyle, said: “We "
            "will put a tutor in every pocket.”",
            "Peter Lyle",
            "Secretary of State for Learning, Skills and Technology",
            id="title, comma, name",
        ),
        pytest.param(
            "The panel met today.\n\nMinister for Data and Intellectual Property, Viscount Camber, said: “The road "
            "I set out today is a short one.”",
            "Viscount Camber",
            "Minister for Data and Intellectual Property",
            id="a viscount",
        ),
        pytest.param(
            "U.S. Senators Rob Portal (R-OH) and Joan Erst (R-IA) cheered the vote.\n\n“Fakes are a growing threat to "
            "every one of us,” said Senator Portal.",
            "Rob Portal",
            "Senator",
            id="senators in the plural",
        ),
        pytest.param(
            "Digital minister Marijke de Boer was wary. “We will not run ahead of the others here,” she said.",
            "Marijke de Boer",
            "Digital minister",
            id="a minister may be she",
        ),
        pytest.param(
            "Firms must hand over models, Rita Sunter has said. The Technology Secretary told MPs: “We have done more "
            "in a week than in ten years.”",
            "Rita Sunter",
            "",
            id="the one person named",
        ),
    ],
)
def test_full_name_and_role(text: str, speaker: str, role: str) -> None:
    assert speakers(text)[-1] == (speaker, role)


def test_words_left_open_over_paragraphs_get_the_name_at_their_end() -> None:
    text = "“First, we must know what it does.\n\n“Second, we must be able to stop it,” said Yael Benari, the chair."
    (quote,) = quotes.find(text)
    assert quote.speaker == "Yael Benari"
    assert len(quote.parts) == 2


def test_a_fragment_is_not_joined_to_what_its_sentence_announces() -> None:
    text = (
        "Insisting that firms must not “mark their own homework”, Rita Sunter said: “We have done more than anyone "
        "thought we would.”"
    )
    assert [len(quote.parts) for quote in quotes.find(text)] == [1, 1]


def test_of_several_senators_it_is_the_one_just_spoken_of() -> None:
    text = (
        "Sen. Ruth Abel opposed it. Sen. Tom Brand was warmer.\n\n“It needs a year of work,” Brand said.\n\n“Then it "
        "can pass with both parties,” the senator said."
    )
    assert speakers(text)[-1] == ("Tom Brand", "Sen.")


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        (
            "„Das Gericht hat den Betrieb der Anlage aus guten Gründen untersagt“, so Richterin Eva Lange.",
            "de",
            "Eva Lange",
        ),
        (
            "Laut dem Gericht ist „das Speichern der Liedtexte eine Vervielfältigung im Sinne des Rechts“.",
            "de",
            "Gericht",
        ),
        ("„Die Fristen sind viel zu kurz bemessen“, heißt es in der Stellungnahme.", "de", "Stellungnahme"),
        ("Die Richter stellten klar, dass „das Urteil der Vorinstanz keinen Bestand hat“.", "de", "Richter"),
        (
            "Volker Wissmann war froh. »Wir haben das Gesetz einfacher gemacht«, sagte der Bundesdigitalminister.",
            "de",
            "Volker Wissmann",
        ),
        (
            "Digitalministerin Jana Roth kam. „Wir haben das Gesetz einfacher gemacht“, sagte die Ministerin.",
            "de",
            "Jana Roth",
        ),
        ("Le député Bruno Benoît s’est dit « fier du travail que nous avons accompli ».", "fr", "Bruno Benoît"),
        (
            "« Nous allons simplifier sans rien céder », a déclaré la ministre déléguée au numérique, Claire Chapuis.",
            "fr",
            "Claire Chapuis",
        ),
    ],
)
def test_german_and_french(text: str, language: str, speaker: str) -> None:
    assert speaker in speakers(text, language)[0][0]


@pytest.mark.parametrize(
    ("text", "language", "speaker", "role"),
    [
        (
            "La ministre de la Culture Rosa Datelli a présenté un texte. « Les auteurs doivent être payés », a déclaré "
            "la ministre de la Culture.",
            "fr",
            "Rosa Datelli",
            "ministre de la Culture",
        ),
        (
            "La ministre de la Culture Rosa Datelli est venue. « Il faut des agents », a répondu le "
            "ministre de la Justice.",
            "fr",
            "le ministre de la Justice",
            "",
        ),
        (
            "« Ce vote protège enfin les enfants », s'est félicité l'eurodéputé Marc Tanneur.",
            "fr",
            "Marc Tanneur",
            "eurodéputé",
        ),
        ("« C’est un texte vide », s’inquiète la sénatrice Claire Morin.", "fr", "Claire Morin", "sénatrice"),
        (
            "Bundesdigitalminister Kai Wildner kam. „Wir wollen Neues möglich machen“, sagte der Digitalminister.",
            "de",
            "Kai Wildner",
            "Bundesdigitalminister",
        ),
        ("„Die Verarbeitung ist nicht zulässig“, heißt es in dem Beschluss.", "de", "Beschluss", ""),
        ("„Das geht so nicht“, kritisierte die Richterin Eva Lange das Vorhaben.", "de", "Eva Lange", "Richterin"),
        (
            "Rita Sunter, the minister for data, left. “We will come back to this,” said the minister for sport.",
            "en",
            "the minister for sport",
            "",
        ),
        (
            "Rita Sunter, the minister for data, left. “We will come back to this,” said the minister for data.",
            "en",
            "Rita Sunter",
            "minister for data",
        ),
        (
            "The secretary of the Metal and Rail Union (MRU), Doug Carmody, says no. “We have no other way,” he said.",
            "en",
            "Doug Carmody",
            "secretary of the Metal and Rail Union (MRU)",
        ),
        (
            "“We welcome it,” a statement from Prime Minister Ada Moll's office said.",
            "en",
            "a statement from Prime Minister Ada Moll's office",
            "",
        ),
        ("“The rules protect us all,” stresses the European Assembly in a note.", "en", "European Assembly", ""),
        (
            "Prime Minister Anders Holm met Data Minister Lise Krag. The minister said: “We will not let it decide.”",
            "en",
            "Lise Krag",
            "Data Minister",
        ),
        (
            "Bo Craft is right and he is also the most able one, Jon Vigor argues. “Craft is best,” he says.",
            "en",
            "Jon Vigor",
            "",
        ),
        (
            "Jo Roe spoke. Curt Schilling describes himself as “an American who wants to help.”",
            "en",
            "Curt Schilling",
            "",
        ),
        ("Jo Roe spoke. Unless rivals quit, “it is very hard to see how this ends.”", "en", "Jo Roe", ""),
        (
            "Ada Moss left. “It is about time,” exhorted Moss's guest, actress Clara Lee Curtin.",
            "en",
            "Clara Lee Curtin",
            "actress",
        ),
        ("Ada Moss spoke. The most obvious change of all: “It is about time.”", "en", "Ada Moss", ""),
        ("“The law is vague,” according to a court document filed by Ada Moss.", "en", "a court document", ""),
        (
            'Rassurer est une tâche, souligne le libéral roumain Dragos Tudor (Renew), co-rapporteur du texte: "Trop '
            'de gens sont méfiants."',
            "fr",
            "Dragos Tudor",
            "co-rapporteur du texte",
        ),
        ('" Je salue ce vote de tout cœur ", a déclaré Luc Amiel.', "fr", "Luc Amiel", ""),
        (
            "Der Bund will zustimmen. Dazu erklärt Präsidentin Eva Lange:\n„Die Hängepartie ist beendet.“",
            "de",
            "Eva Lange",
            "Präsidentin",
        ),
        (
            "Ministerin Eva Lange kam. „Das geht“, sagte sie. Die SPD-Politikerin fügte hinzu: „Es eilt.“",
            "de",
            "Eva Lange",
            "Ministerin",
        ),
        (
            "« Il n’y aura rien », a répondu le ministre. Le ministre de l’Intérieur Bruno Teller était là.",
            "fr",
            "Bruno Teller",
            "ministre de l’Intérieur",
        ),
        ("„Wir müssen mehr wagen“, bringt es Kanzler Olaf Schulz auf den Punkt.", "de", "Olaf Schulz", "Kanzler"),
        (
            "Mary Poe left. “It is a threat,” Nima Singh Gulati, ACLU senior counsel, said.",
            "en",
            "Nima Singh Gulati",
            "ACLU senior counsel",
        ),
        (
            "“They have abused it,” China's Ministry of Trade (MoT) spokeswoman Shu Jia said today.",
            "en",
            "Shu Jia",
            "spokeswoman",
        ),
        (
            "The Vice-President, Jagdeep Dhanuk, spoke. The Vice-President today underscored that, “it is hard.”",
            "en",
            "Jagdeep Dhanuk",
            "Vice-President",
        ),
        (
            'Brando Beni est venu. Son homologue Drago Tudor a précisé. "Nous devons être ouverts", a-t-il insisté.',
            "fr",
            "Drago Tudor",
            "",
        ),
        ("Der Bund hatte im Mai geantwortet:\n„Das Kabinett befasst sich bald damit.“", "de", "Der Bund", ""),
        (
            "Next to Tom Cole, the president said that he would “sign it at once.” President Dana Wick backs it.",
            "en",
            "Dana Wick",
            "President",
        ),
        (
            "Verbandschefin Ramona Pohl warnt. „Wer verliert, muss wissen, warum“, sagte Pohl der Deutschen Agentur.",
            "de",
            "Ramona Pohl",
            "Verbandschefin",
        ),
        ("Nach Ansicht des Deutschen Bunds ist „der Mensch der Maßstab“.", "de", "Deutschen Bunds", ""),
        ("Le chef de l’État a promis « des règles plus simples ».", "fr", "Le chef de l’État", ""),
        (
            "Australian coach Glenn Roe, who won twice, says it is fine. “It is a good day,” he said.",
            "en",
            "Glenn Roe",
            "Australian coach",
        ),
        ("Geoff Hale won. Elsie Marsh was second. “I did my best today,” she said.", "en", "Elsie Marsh", ""),
        (
            "That was not shared by Amina Diallo, Acme’s head of policy: “It would end open models.”",
            "en",
            "Amina Diallo",
            "Acme’s head of policy",
        ),
        (
            "Richterin Eva Lange sieht Mängel. „Das geht so nicht“, heißt es in ihrer Stellungnahme.",
            "de",
            "Eva Lange",
            "Richterin",
        ),
        ("Baroness Kidd of Ely rose. “Makers must be paid,” Baroness Kidd said.", "en", "Baroness Kidd", ""),
    ],
)
def test_speaker_and_role_in_three_languages(text: str, language: str, speaker: str, role: str) -> None:
    assert speakers(text, language)[-1] == (speaker, role)


@pytest.mark.parametrize(
    "text",
    [
        "Le titre Ier de la loi est ainsi rédigé :\n\n« Art. 20-12. – L’autorité contrôle le respect du chapitre II. »",
        "L’article 3 est ainsi rédigé : « Le fournisseur informe l’utilisateur avant tout usage du système. »",
        "Section 4 is amended by inserting the following: “A developer shall publish a summary of its data.”",
        "In the film the villain says: “I will replace every one of you before the year is out.”",
        "The attorneys said they spoke “through the eyes of a parent and not those of a company”.",
    ],
)
def test_provisions_and_loose_phrases_are_not_pulled(text: str) -> None:
    assert quotes.pull(text, quotes.find(text, "fr" if text[0] == "L" else "en")) is None


def test_a_live_page_pulls_nothing() -> None:
    text = (
        "Models must be tested, Rita Sunter has said.\n\n05:01 PM GMT\n\n“We have done more than anyone thought we "
        "would this week,” Rita Sunter said.\n\n04:57 PM GMT\n\nA think tank is not so sure."
    )
    assert quotes.pull(text, quotes.find(text)) is None


def test_a_role_between_the_halves_does_not_part_them() -> None:
    text = (
        "“We are not against rules,” says Aidan Gomm, co-founder and CEO of Cobalt, a start-up in Turin. “But rule "
        "what can hurt people today.”"
    )
    (quote,) = quotes.find(text)
    assert quote.role == "co-founder and CEO of Cobalt"
    assert quotes.shown(quote).startswith("We are not against rules. But rule")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The banner outside the court read “Artists made this and machines only stole it from us.”", ""),
        ("Asked about the mayor, the chatbot replied: “I am sorry, but I cannot discuss elections at this time.”", ""),
        ("What we’re reading\n\nThe Post: “We were blindsided by the White House on this,” a Senate aide said.", ""),
        ("“We were blindsided by the White House on this,” a Senate aide said.", "AI Policy Weekly #34"),
    ],
)
def test_banners_chatbots_and_link_lists_pull_nothing(text: str, title: str) -> None:
    assert quotes.pull(text, quotes.find(text), title) is None


def test_a_person_may_be_called_by_the_name_that_comes_first() -> None:
    text = "Spokesman Lin Jian hit back. “Stretching the idea of security will hurt your firms,” Lin said."
    assert speakers(text) == [("Lin Jian", "Spokesman")]


def test_a_family_name_that_is_also_a_place_word() -> None:
    text = "“You cannot govern what you do not measure,” said Rep. French Hill."
    assert speakers(text) == [("French Hill", "Rep.")]


def test_a_german_sentence_of_nouns_is_speech_and_no_title() -> None:
    text = (
        "Kritik kam am Montag. „Das Gesetz ist ein Monster der Verwaltung“, schimpfte die FDP-Politikerin Maria Kraus."
    )
    assert speakers(text, "de") == [("Maria Kraus", "FDP-Politikerin")]


def test_a_name_and_role_alone_under_a_quotation_sign_it() -> None:
    text = (
        "The department has put limits on chips.\n\n“Protecting all of us matters more than the revenue of one short "
        "quarter.”\n\nGina Ramos, U.S. Secretary of Commerce, via Channel Nine\n\nMakers must tread carefully."
    )
    assert speakers(text) == [("Gina Ramos", "U.S. Secretary of Commerce")]


def test_attorneys_general_are_no_person() -> None:
    text = "“When you can choose, choose the child every time,” the Attorneys General wrote in their letter."
    assert "Attorneys General" in speakers(text)[0][0]


def test_a_colleague_is_named_by_that_word() -> None:
    text = (
        "Sara West was scathing.\n\nHer colleague Amba Kak agreed.\n\n“We have been here before with social media,” "
        "she said."
    )
    assert speakers(text)[0][0] == "Amba Kak"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "“The measures would be a first for the world,” said Win Mao, a lawyer.\n\n"
            "He Bing, a professor of law at Example University, said: “It is a leap from one safety to another.”",
            [("Win Mao", "lawyer"), ("He Bing", "professor of law at Example University")],
            id="a family name that looks like a pronoun",
        ),
        pytest.param(
            "Ines Holt left. “We will keep talking about chips in good faith,” said He Lifeng, the vice premier.",
            [("He Lifeng", "vice premier")],
            id="the same behind the verb",
        ),
        pytest.param(
            "“It is far more practical than the last one,” said Dean Holt, a senior fellow at the Example Foundation.",
            [("Dean Holt", "senior fellow at the Example Foundation")],
            id="a first name that looks like an office",
        ),
        pytest.param(
            "“It is far more practical than the last one,” said Law School Dean Ines Holt.",
            [("Ines Holt", "Law School Dean")],
            id="the office itself",
        ),
        pytest.param(
            "“It would be the first such rule in the world,” said Win Mao, adjunct professor at Example Law School.",
            [("Win Mao", "adjunct professor at Example Law School")],
            id="an adjunct professor",
        ),
        pytest.param(
            "Ines Holt, dean of the law school, spoke. “It is far more practical than the last one,” said Dean Holt.",
            [("Ines Holt", "dean of the law school")],
            id="the office of somebody named before",
        ),
        pytest.param(
            "“We disagree with the ruling and will appeal,” a spokesperson for Attorney General Ines Holt said.",
            [("a spokesperson for Attorney General Ines Holt", "")],
            id="who speaks for somebody named is not that person",
        ),
        pytest.param(
            "Ines Holt sued. A lawyer for Holt said: “We disagree with the ruling and will appeal it.”",
            [("A lawyer for Holt", "")],
            id="the same by the family name",
        ),
        pytest.param(
            "“We disagree and will appeal it,” said Jane Roe, a spokesperson for Attorney General Ines Holt.",
            [("Jane Roe", "spokesperson for Attorney General Ines Holt")],
            id="the one who speaks for somebody, by name",
        ),
        pytest.param(
            "Peter Holt, the technology secretary, delayed the bill. Sir Elton Moss, who has called them “absolute "
            "losers”, welcomed the vote. Asked whether Holt should resign, he said: “I think he should go at once.”",
            [("Elton Moss", ""), ("Elton Moss", "")],
            id="a quotation in a relative clause is not said by what is welcomed",
        ),
    ],
)
def test_words_are_given_to_who_said_them(text: str, wanted: list[tuple[str, str]]) -> None:
    assert speakers(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We read all of it,” said an aide to Governor Ines Holt.", "an aide to Governor Ines Holt"),
        ("“We read all of it,” an adviser to Senator Ines Holt said.", "an adviser to Senator Ines Holt"),
        ("“We read all of it,” said a spokesperson for Mayor Ines Holt.", "a spokesperson for Mayor Ines Holt"),
        ("Minister Ravi Nair met editors. He Tuesday said: “We read all of it.”", "Ravi Nair"),
        ("Ravi Nair Friday told reporters: “We read all of it.”", "Ravi Nair"),
        ("Theresa May arrived. “We read all of it,” May said.", "Theresa May"),
        ("Owning Our Data, a nonprofit funded by a bank, called it “a gift to the labs”.", "Owning Our Data"),
        ("Clause 28, a group that defends readers, said: “It is a gift.”", "Clause 28"),
        ("Citing Justice Holt, a company lawyer, Alma Roe, said: “It is a gift.”", "Alma Roe"),
        ("Addressing the Senate, a weary Holt said: “It is a gift.”", "a weary Holt"),
    ],
)
def test_speaks_for_another_on_a_weekday_or_under_an_odd_name(text: str, wanted: str) -> None:
    assert [speaker for speaker, _ in speakers(text)] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "« C’est trop peu », a dénoncé le député (Les Verts) Paul Martin.",
        "Le rapporteur, Paul Martin (LV), a déclaré : « C’est trop peu. »",
    ],
)
def test_party_in_brackets_beside_a_french_name(text: str) -> None:
    assert [speaker for speaker, _ in speakers(text, "fr")] == ["Paul Martin"]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Holt, Head of Trust and Safety at Acme, said: “It is a start.”",
        "“It is a start,” said Ines Holt, Head of Trust and Safety at Acme.",
    ],
)
def test_role_over_two_fields(text: str) -> None:
    assert speakers(text) == [("Ines Holt", "Head of Trust and Safety at Acme")]


def test_second_person_is_no_field() -> None:
    text = "“It is a start,” said Ines Holt, Head of Policy and Paul Martin, her deputy."
    assert speakers(text) == [("Ines Holt", "Head of Policy")]
