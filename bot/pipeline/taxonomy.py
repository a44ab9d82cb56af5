"""The policy frame's vocabulary: topics, instruments and stages with what they mean and how readers see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Term(NamedTuple):
    """One value of the frame: its id, its label in English and German, and what belongs under it."""

    id: str
    label: str
    german: str
    means: str


_TOPIC_ROWS: Final = (
    Term("frontier_safety", "AI safety and testing", "KI-Sicherheit und Tests",
         "Safety, security and testing of the most capable models; safety institutes; catastrophic risk; incidents"),
    Term("comprehensive_regulation", "AI regulation", "KI-Regulierung",
         "Horizontal law or policy for many uses: risk classes, duties, authorities, pre-emption, deregulation"),
    Term("rights_discrimination", "Rights and discrimination", "Grundrechte und Diskriminierung",
         "Bias, civil and human rights, automated decisions about people in hiring, credit, housing, benefits"),
    Term("privacy_data", "Privacy and data", "Datenschutz",
         "Personal data and AI: data-protection law, training on personal data, transfers"),
    Term("biometrics_policing", "Biometrics and policing", "Biometrie und Polizei",
         "Face and emotion recognition, surveillance, law enforcement, borders"),
    Term("deepfakes_content", "Deepfakes and content", "Deepfakes und Inhalte",
         "Synthetic media, labels and watermarks, elections, intimate images, duties of platforms"),
    Term("children_companions", "Children and companions", "Kinder und KI-Begleiter",
         "Minors, companion chatbots, self-harm, age checks, schools"),
    Term("copyright_ip", "Copyright and IP", "Urheberrecht",
         "Copyright and training data, licences, likeness, patents"),
    Term("consumer_competition", "Consumers and competition", "Verbraucher und Wettbewerb",
         "Antitrust, mergers, deceptive claims about AI, unfair practices"),
    Term("chips_trade", "Chips and trade", "Chips und Handel",
         "Chips, export controls, access to compute, supply chains, tariffs"),
    Term("national_security_defence", "Security and defence", "Sicherheit und Verteidigung",
         "Military AI, intelligence services, cyber, biosecurity"),
    Term("government_use", "Government use", "KI im Staat",
         "AI in the public sector: procurement, administration, courts"),
    Term("labour_skills", "Work and skills", "Arbeit und Bildung",
         "Jobs, workers, skills, teaching people to work with AI"),
    Term("infrastructure_investment", "Infrastructure and investment", "Infrastruktur und Förderung",
         "Data centres, energy, research money, public compute, start-ups"),
    Term("international_governance", "International", "International",
         "Treaties, summits, UN, OECD, G7, pacts between states"),
)  # fmt: skip

_INSTRUMENT_ROWS: Final = (
    Term("law", "Law", "Gesetz", "Bill, act, statute, EU regulation or directive, amendment in a legislature"),
    Term("regulation", "Regulation", "Verordnung", "Binding rule of an executive body: rulemaking, measures"),
    Term("executive_order", "Executive order", "Exekutiverlass", "Order, decree, memorandum of a government's head"),
    Term("treaty", "Treaty", "Vertrag", "Binding agreement of states"),
    Term("agreement", "Agreement", "Abkommen", "Pact short of a treaty: understanding, partnership, deal"),
    Term("declaration", "Declaration", "Erklärung", "Non-binding statement or resolution of several states"),
    Term("standard", "Standard", "Norm", "Technical standard or risk framework"),
    Term("guidance", "Guidance", "Leitlinien", "Guidelines, code of practice, framework without force of law"),
    Term("strategy", "Strategy", "Strategie", "Strategy, action plan, white paper, roadmap"),
    Term("enforcement", "Enforcement", "Durchsetzung", "Fine, order, settlement, investigation of a regulator"),
    Term("court", "Court", "Gericht", "Lawsuit, ruling, injunction"),
    Term("funding", "Funding", "Förderung", "Budget, grant, procurement, public investment"),
    Term("institution", "Institution", "Institution", "Creation, change or staffing of a body"),
    Term("trade_control", "Trade control", "Handelskontrolle", "Export control, entity list, chip rule, tariff"),
    Term("report", "Report", "Bericht", "Study, index, audit, hearing, inquiry"),
)  # fmt: skip

# In the order readers see them: the road of a rule from its announcement to its end.
_STAGE_ROWS: Final = (
    Term("announced", "Announced", "Angekündigt", "Launched or announced; no legal step yet"),
    Term("proposed", "Proposed", "Vorgeschlagen", "Bill introduced, rule proposed, draft published"),
    Term("consultation", "Open for comment", "Konsultation", "Open for comments"),
    Term("advanced", "Advanced", "Im Verfahren", "One chamber, committee, negotiating mandate, provisional deal"),
    Term("passed", "Passed", "Verabschiedet", "Finally adopted by the legislature or body, or final text issued"),
    Term("signed", "Signed", "Unterzeichnet", "Signed by the executive or the parties; ratified; promulgated"),
    Term("in_force", "In force", "In Kraft", "Applies now"),
    Term("enforced", "Enforced", "Durchgesetzt", "Applied to somebody: fine, order, settlement, investigation, charge"),
    Term("delayed", "Delayed", "Verschoben", "Start put off, paused, grace period"),
    Term("rejected", "Rejected", "Abgelehnt", "Vetoed, voted down, withdrawn; or a party refuses to sign"),
    Term("struck_down", "Blocked by court", "Gerichtlich gestoppt", "Stopped by a court, provisionally or for good"),
    Term("repealed", "Repealed", "Aufgehoben", "Ended by its maker: rescinded, revoked, repealed, expired"),
)  # fmt: skip

# How a stage of some kinds of measure is called; the others as in the rows above. A rule is not “passed”.
STAGES_OF: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "passed": {
        "regulation": ("Adopted", "Erlassen"),
        "executive_order": ("Issued", "Erlassen"),
        "trade_control": ("Issued", "Erlassen"),
        "treaty": ("Adopted", "Angenommen"),
        "declaration": ("Adopted", "Angenommen"),
        "agreement": ("Agreed", "Vereinbart"),
        "standard": ("Published", "Veröffentlicht"),
        "guidance": ("Published", "Veröffentlicht"),
        "strategy": ("Published", "Veröffentlicht"),
        "report": ("Published", "Veröffentlicht"),
        "funding": ("Approved", "Bewilligt"),
        "institution": ("Decided", "Beschlossen"),
        "court": ("Decided", "Entschieden"),
        "enforcement": ("Decided", "Entschieden"),
    },
    "enforced": {"enforcement": ("Enforced", "Maßnahme ergriffen")},
}
_VETOED: Final = ("Vetoed", "Veto")

TOPICS: Final = {term.id: term for term in _TOPIC_ROWS}
INSTRUMENTS: Final = {term.id: term for term in _INSTRUMENT_ROWS}
STAGES: Final = {term.id: term for term in _STAGE_ROWS}
_ALL: Final = {**TOPICS, **INSTRUMENTS, **STAGES}


def label(id: str, language: str = "en") -> str:
    """What readers see for a topic, instrument or stage; an unknown id stays as it is."""
    term = _ALL.get(id)
    if term is None:
        return id
    return term.german if language == "de" else term.label


def stage(id: str, instrument: str = "", language: str = "en", proof: str = "") -> str:
    """What readers see for the stage of a kind of measure: rules are adopted, reports published, bills passed.

    `instrument` is its id, or empty when unknown; `proof` the words that prove the stage (a veto is called one).
    """
    said = STAGES_OF.get(id, {}).get(instrument)
    if id == "rejected" and "veto" in proof.lower():
        said = _VETOED
    return said[language == "de"] if said else label(id, language)


def resolve(typed: str, among: dict[str, Term]) -> str | None:
    """The id a person means by an id, a label or words of one: `copyright`, `in force`, `Open for comment`."""
    wanted = " ".join(typed.replace("_", " ").split()).casefold()
    if not wanted:
        return None
    for term in among.values():
        if wanted in (term.id.replace("_", " "), term.label.casefold(), term.german.casefold()):
            return term.id
    near = [term.id for term in among.values() if term.id.replace("_", " ").startswith(wanted)]
    near = near or [term.id for term in among.values() if wanted in term.label.casefold().split()]
    return near[0] if len(near) == 1 else None
