"""Who acts, what is done and to what: the words of a deed, by what they mean; read by `pipeline.frame.deeds`."""

from __future__ import annotations

from typing import Final

# What is done -> English verbs in their base form, divided by blanks.
VERBS: Final[dict[str, str]] = {
    "adopt": "pass adopt approve enact clear greenlight okay ok",
    "back": "back endorse",
    "sign": "sign ink promulgate ratify",
    "reject": "reject veto defeat kill strip scuttle shelve spike nix torpedo sink spurn toss",
    "repeal": "rescind revoke repeal scrap abolish undo cancel withdraw axe ditch vacate",
    "delay": "delay postpone defer pause suspend freeze",
    "block": "block halt enjoin invalidate annul overturn quash void stay nullify",
    "deny": "deny dismiss",
    "uphold": "uphold affirm",
}

# Verbs whose third person is as often a noun: a deed only after a word for who acts.
ALSO_NOUNS: Final = "delay pause veto stay block back sign halt void spike sink kill strip freeze"
# Before a plan, these say that it is somebody's wish.
WISHING: Final = (
    "urge call ask want push demand lobby press propose consider mull weigh vow pledge promise threaten seek plan aim "
    "warn oppose fight sue reject refuse resist fear expect bid effort plea"
)

# German and French, written out: what is done -> finite forms and participles.
FOREIGN: Final[dict[str, dict[str, str]]] = {
    "de": {
        "adopt": "verabschiedet verabschiedete verabschieden verabschiedeten billigt billigte billigen billigten "
                 "gebilligt "
                 "beschließt beschloss beschließen beschlossen angenommen "
                 "zugestimmt",
        "sign": "unterzeichnet unterzeichnete unterzeichnen unterzeichneten unterschreibt unterschrieb unterschrieben "
                "ratifiziert ratifizierte ausgefertigt verkündet",
        "reject": "abgelehnt verworfen",
        "repeal": "aufgehoben zurückgezogen abgeschafft widerrufen widerruft",
        "delay": "verschiebt verschob verschieben verschoben vertagt vertagte vertagen verzögert verzögern ausgesetzt",
        "block": "stoppt stoppte gestoppt kippt kippte gekippt untersagt untersagte",
        "deny": "abgewiesen zurückgewiesen",
    },
    "fr": {
        "adopt": "adopte adoptent adopté adoptée adoptés adoptées approuve approuvent approuvé approuvée valide "
                 "valident "
                 "validé validée vote votent voté votée",
        "sign": "signe signent signé signée promulgue promulgué promulguée ratifie ratifié ratifiée",
        "reject": "rejette rejettent rejeté rejetée retoque",
        "repeal": "abroge abrogent abrogé abrogée retire retirent retiré retirée",
        "delay": "reporte reportent reporté reportée reportés repousse repoussent repoussé repoussée repoussés diffère "
                 "suspend suspendent suspendu suspendue",
        "block": "annule annulent annulé annulée censure censurent censuré censurée bloque bloquent bloqué bloquée "
                 "invalide invalidé",
        "deny": "déboute débouté déboutée",
    },
}  # fmt: skip
# French forms that are English words of another meaning.
ENGLISH_TOO: Final = "vote votent suspend retire censure bloque"
# German verbs in two parts: form of the verb -> the part that ends its clause -> what is done.
PARTED: Final[dict[str, dict[str, str]]] = {
    "lehnt lehnte lehnen lehnten": {"ab": "reject"},
    "weist wies weisen wiesen": {"ab": "deny", "zurück": "deny"},
    "nimmt nahm nehmen nahmen": {"an": "adopt"},
    "stimmt stimmte stimmen stimmten": {"zu": "adopt"},
    "hebt hob heben hoben": {"auf": "repeal"},
    "zieht zog ziehen zogen": {"zurück": "repeal"},
    "setzt setzte setzen setzten": {"aus": "delay"},
    "legt legte legen legten": {"vor": "present"},
    "stellt stellte stellen stellten": {"vor": "present", "ein": "drop"},
    "schlägt schlug schlagen schlugen": {"vor": "propose"},
    "kündigt kündigte kündigen kündigten": {"an": "announce"},
    "leitet leitete leiten leiteten": {"ein": "enforce"},
    "gibt gab geben gaben": {"statt": "uphold"},
    "schiebt schob schieben schoben": {"auf": "delay"},
    "schafft schaffte schaffen": {"ab": "repeal"},
}
# English verbs in two parts, the second right after the verb or after its object.
PHRASAL: Final[dict[str, dict[str, str]]] = {
    "push move": {"back": "delay"},
    "put": {"back": "delay", "off": "delay", "hold": "delay", "ice": "delay"},
    "hold": {"off": "delay"},
    "roll wind": {"back": "repeal"},
    "strike": {"down": "block"},
    "vote turn shoot": {"down": "reject"},
    "throw toss": {"out": "reject"},
    "stop": {"clock": "delay"},
    "back": {"down": "yield", "off": "yield"},
    "rule": {"out": "exclude"},
    "tear": {"up": "repeal"},
    "set": {"aside": "repeal"},
    "take": {"back": "repeal"},
}

# Who acts.
ACTORS: Final[dict[str, str]] = {
    "court": "court courts circuit judge judges tribunal jury justice justices magistrate gericht landgericht "
             "oberlandesgericht "
             "verwaltungsgericht amtsgericht bundesgerichtshof bundesverfassungsgericht verfassungsgericht bgh "
             "bverfg eugh "
             "olg lg vg ovg vgh richter richterin cour juge juges",
    "chamber": "senate house assembly lords commons chamber senators peers committee committees panel subcommittee "
               "bundesrat sénat sénateurs députés ausschuss rajya lok sejm",
    "legislature": "bundestag landtag landtags abgeordnetenhaus bürgerschaft nationalrat legislature lawmakers "
                   "legislators parliament parlament parlement congress "
                   "council knesset meps mps supervisors councilors councillors councilmembers aldermen "
                   "eurodéputés abgeordnete ministers rat",
    "assembly": "assemblée",
    "states": "states countries nations governments leaders staaten mitgliedstaaten etats pays",
    "executive": "governor gov president premier king newsom hochul polis abbott trump biden youngkin lamont pritzker "
                 "healey shapiro whitmer walz kemp ivey stitt kotek inslee evers hobbs sununu ayotte dewine spanberger "
                 "sherrill mcmaster landry kehoe burgum rhoden gianforte lombardo dunleavy beshear morrisey pillen "
                 "holcomb braun cuomo ducey "
                 "desantis murphy macron lula bundespräsident président monarch governors",
    "cabinet": "cabinet government govt kabinett bundeskabinett bundesregierung regierung gouvernement",
    "agency": "commission commissioners agency regulator watchdog authority department ministry administration bureau "
    "commerce "
              "pentagon ftc fcc sec ico cnil garante cma ofcom edpb dpc nist bis omb fda eeoc cac kommission behörde "
              "ministerium bundesnetzagentur autorité ministère minister ministerin",
}  # fmt: skip
# What is acted on.
OBJECTS: Final[dict[str, str]] = {
    "measure": "bill bills act law laws rule rules order orders regulation regulations legislation ordinance statute "
               "directive resolution measure measures proposal proposals draft package omnibus code guidelines "
               "guidance "
               "convention treaty declaration policy policies amendment amendments framework text texts blueprint "
               "memorandum pact agreement restrictions curbs controls requirement requirements circular circulars "
               "bulletin memo memos standards notice "
               "gesetz gesetzes erlass dekret anordnung entwurf gesetzentwurf verordnung vorlage vorschlag "
               "richtlinie regeln abkommen "
               "texte loi lois projet proposition règlement décret directive accord convention",
    "clause": "moratorium ban preemption provision provisions clause language section moratoire verbot",
    "sanction": "fine fines penalty penalties sanction sanctions decision decisions conviction verdict award strafe "
                "bußgeld geldbuße amende amendes sanction décision",
    "start": "date dates deadline deadlines implementation enforcement application start compliance duties obligations "
             "effect rollout frist fristen anwendung inkrafttreten pflichten application échéance obligations",
    "relief": "delay delays postponement pause extension exemption exemptions verschiebung aufschub fristverlängerung "
              "pause report délai sursis dérogation dérogations",
    "request": "request requests motion motions bid appeal claim claims lawsuit suit case complaint petition call "
               "calls "
               "plea pleas demand demands challenge injunction attempt effort push klage antrag eilantrag "
               "beschwerde berufung "
               "revision demande recours plainte requête appel",
}  # fmt: skip

# Before the verb: what makes a deed a plan, a wish or a denial.
MODAL: Final = (
    "will would could may might should must can shall wird werden soll sollen sollte könnte würde kann muss "
    "va vont pourrait devrait doit peut doivent"
)
RESOLVED: Final = "vote agree decide opt move resolve"
DENYING: Final = "refuse decline fail"
NEGATION: Final = "not never nor neither no nicht nie kein keine ne pas jamais"
CONTRACTED: Final = "won don doesn didn isn wasn hasn haven hadn wouldn couldn shouldn can aren weren"
CONSIDERING: Final = "consider weigh mull discuss eye explore debate reconsider"
# A clause that begins so says what came before the news, or what may come after it.
EARLIER: Final = "after since following as while amid nachdem après seit depuis"
UNCERTAIN: Final = "if unless whether until before once when ob falls wenn bevor bis si avant jusqu"
RELATIVE: Final = "that which who whose"
BEING: Final = (
    "is are was were am be been being gets got wird wurde wurden werden worden ist sind est été sont sera fut a ont "
    "have has had hat haben"
)
PASSIVE: Final = "is are was were be been being gets got wird wurde wurden worden ist sind est été sont fut"
# “Pushes back on”: objects to it.
OBJECTING: Final = "on against at"
FINAL: Final = "final finally both definitively définitivement endgültig legislature concurrence governor desk"
POSITION: Final = "position mandate amendments stance preliminary provisional"
EARLY_READING: Final = "first second erste erster ersten zweite zweiter zweiten première"
READING: Final = "reading readings lesung lesungen lecture"
