"""Two words that prove a stage when they stand near each other; read by `pipeline.frame.stages`."""

from __future__ import annotations

from typing import Final

from bot.pipeline.data.words import PairRow

_INQUIRY = "investigation investigations inquiry inquiries probe probes proceedings proceeding review"
_COURT = "court courts judge judges tribunal jury justices justice gericht landgericht tribunal cour"
_CHAMBER = (
    "senate house assembly lords commons chamber senators peers sénat sénateurs députés bundestag sejm "
    "knesset "
    "committee panel subcommittee meps"
)
_BILL = "bill bills legislation law laws measure measures act amendment amendments statute proposal ordinance"
_DRAFT = "text bill bills legislation amendment amendments draft drafts proposal proposals proposition"
_RULE = (
    "rule rules order orders directive regulation regulations guidance policy policies framework law memo memorandum "
    "mandate requirements restrictions proposal act"
)
_LIMIT = "moratorium ban provision provisions clause preemption language section duty duties curbs"
_MAKERS = "google microsoft openai anthropic meta xai amazon nvidia apple companies firms labs giants developers "
"startups"
# “Illinois bans AI therapists”: where a state is the subject, its law was passed. Last words of their names.
_STATES = (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana "
    "iowa "
    "kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska "
    "nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah "
    "vermont "
    "virginia wisconsin wyoming states state"
)
_GOVERNMENT = "cabinet government ministers kabinett bundesregierung gouvernement"

STAGE_PAIRS: Final[tuple[PairRow, ...]] = (
    # Applied to somebody
    ("enforced", 3.2, "open~ launch~ start~ begin~ widen~ expand~ initiate~ conduct~ close~ reopen~", _INQUIRY,
     6, "mps lords committee senators lawmakers parliament congress hawley warren blumenthal cruz markey senator sen "
     "rep democrats republicans senate house panel"),
    ("enforced", 4.2, "ftc eeoc cfpb sec accc cma hud", "sue~", 2, ""),
    ("enforced", 3.0, "under facing faces face", _INQUIRY, 4, ""),
    ("enforced", 3.2, "issue~ levy~ inflict~ hand~ slap~ hit~ impose~",
     "fine fines penalty penalties amende reprimand", 7, "would could to"),
    ("enforced", 2.9, "order~ tell~ force~ direct~ instruct~ require~",
     "stop delete suspend cease hand halt remove destroy block pull disclose preserve", 6, "to would could"),
    ("enforced", 3.3, _COURT,
     "rule~ find~ say~ side~ dismiss~ reject~ refuse~ throw~ toss~ grant~ order~ let~ uphold~ "
     "clear~ approve~ allow~ deny~ award~ convict~ sentence~ decide~ declare~ warn~ narrow~ " "trim~ acquit~", 5, ""),
    ("enforced", 2.2, "lose~ win~", "case cases lawsuit appeal suit challenge fight battle bid", 7, ""),
    ("enforced", 2.6, "google meta apple openai amazon microsoft tiktok x nvidia anthropic", "must", 1, ""),
    ("enforced", 3.0, "throw~ toss~", "out", 1, ""),
    ("enforced", 3.0, "reach~ agree~ approve~", "settlement settlements", 5, ""),
    ("enforced", 3.0, "agree~ pay~", "penalty penalties fine settle settlement", 8, ""),
    ("enforced", 3.0, "charge~ indict~ arrest~", "with over for fraud smuggling court men man suspects", 6,
     "is are agency body office"),
    ("enforced", 2.8, "accuse~", "breach breaching violating misleading breaking illegally unlawfully", 7, ""),
    ("enforced", 3.2, "pull~ remove~ suspend~ pause~ block~ halt~", "downloads stores store app apps access", 5, ""),
    ("enforced", 3.2, "downloads", "paused suspended halted blocked", 4, ""),
    ("enforced", 3.0, "ban~ bar~ prohibit~ block~", "from using deploying selling operating processing training",
     3, "to would"),
    ("enforced", 3.2, "olg lg bgh bverfg eugh ovg vgh bverwg landgericht oberlandesgericht urteil gericht "
     "bundesgerichtshof",
     "kann können darf dürfen durfte hält entschied entscheidet muss müssen verbietet erlaubt verbot bestätigt "
     "kippt", 6, ""),
    ("enforced", 3.2, "pay~ paid", "over settle settling resolve resolving refunds victims", 7, "would could may must"),
    ("enforced", 3.2, "secure~ obtain~ reach~ announce~", "settlement settlements judgment judgement assurance", 6, ""),
    ("enforced", 3.2, "general ag ags ftc regulators", "demand~ subpoena~ question~ quiz~ investigate~ probe~", 2, ""),
    ("enforced", 3.2, "send~ issue~ mail~", "refund refunds subpoena subpoenas", 4, ""),
    ("enforced", 3.2, "ftc", "order~ demand~", 1, ""),
    ("enforced", 3.8, "settle~ settlement settlements", "lawsuit lawsuits plaintiffs class suit litigation claims "
    "case", 7,
     ""),
    ("enforced", 3.8, "case lawsuit suit action", "settles settled", 6, ""),
    ("enforced", 3.8, "suit lawsuit case claims action", "forward proceed proceeds", 5, "bill"),
    ("enforced", 3.8, "lawsuit suit case", "green", 5, ""),
    ("enforced", 3.8, _COURT, "advance~ certify~ greenlight~ revive~ narrow~", 5, "house senate"),
    ("enforced", 3.6, "suit lawsuit case lawsuits", "judge", 6, "asks"),
    ("enforced", 3.4, "must", "face stand answer", 1, ""),
    ("announced", 1.9, "tell~ told direct~ order~ instruct~", "agencies", 3, "court judge memo"),
    # Stopped by a court
    ("struck_down", 3.8, "violates violate violated unconstitutional", _COURT, 7, ""),
    ("struck_down", 3.7, _COURT,
     "block~ halt~ strike~ struck suspend~ pause~ annul~ overturn~ stay~ freeze~ enjoin~ quash~ "
     "void~ invalidate~ bar~", 5, ""),
    ("struck_down", 3.7, "grant~ issue~ win~", "injunction", 7, "to"),
    ("struck_down", 3.6, _COURT, "unlawful unconstitutional illegal", 12, ""),
    ("struck_down", 3.6, "unlawful unconstitutional", _COURT + " ruling decision", 7, ""),
    ("struck_down", 3.4, _COURT + " bundesverfassungsgericht verfassungsgericht richter karlsruhe bverfg",
     "verfassungswidrig nichtig grundgesetzwidrig", 14, ""),
    # Killed on the way
    ("rejected", 3.5, "refuse~ decline~ withhold~", "sign endorse join back support signature", 4, ""),
    ("rejected", 3.5, "not won never", "sign endorse signing join", 4, ""),
    ("rejected", 3.5, "opts opted opting stay~ sit~", "out away", 1, ""),
    ("rejected", 3.8, "skip~ shun~ snub~ spurn~ boycott~", "pledge declaration statement pact treaty accord", 7, ""),
    ("rejected", 3.4, "reject~ veto~ kill~ block~ defeat~ torpedo~ sink~ nix~ spike~", _BILL, 7, "judge court"),
    ("rejected", 3.3, "governor gov newsom", "block~ kill~ reject~ spurn~ nix~", 3, ""),
    ("rejected", 3.4, "remove~ strip~ strike~ drop~ cut~ ditch~ axe~", _LIMIT, 7, "to law bill act which text"),
    ("rejected", 3.2, "fall~ fell", "order", 4, ""),
    ("rejected", 3.2, "vote~", "down against", 3, ""),
    ("rejected", 4.4, "vote~", "strike kill remove strip defeat reject sink", 2, "judge court"),
    ("rejected", 3.4, "bid proposal effort bill push attempt amendment",
     "fails fail failed collapses collapsed dies", 9,
     ""),
    ("rejected", 3.2, "turn~", "down", 1, ""),
    ("rejected", 3.4, "governor newsom hobbs youngkin", "return~", 3, ""),
    ("rejected", 3.4, "not", "write propose issue", 1, "does do did is are"),
    ("rejected", 3.4, "bill measure legislation proposal amendment", "dead", 2, ""),
    ("rejected", 3.4, "won", "move advance pass survive", 2, ""),
    ("rejected", 3.4, "sponsor sponsors author authors", "pull~ withdraw~ drop~ shelve~ yank~ abandon~", 2, ""),
    ("rejected", 3.4, "won", "require regulate act adopt pursue impose limit", 2, ""),
    ("rejected", 3.4, "not", "require impose", 1, "does do did is are"),
    ("rejected", 3.6, "not never", "introduce legislate regulate adopt pursue", 1, ""),
    # Ended by its maker
    ("repealed", 3.3, "rescind~ withdraw~ scrap~ revoke~ drop~ axe~ ditch~ abandon~ tear~ kill~ repeal~ cancel~ "
     "nix~ undo~", _RULE, 7, "to would"),
    ("repealed", 3.3, "pull~", "back plug", 2, ""),
    ("repealed", 3.3, "remove~ delete~ pull~", "guidance guidelines", 4, "to would"),
    ("repealed", 3.3, "roll~ wind~", "back", 1, ""),
    ("repealed", 3.3, "to will", "rescind revoke repeal scrap withdraw",
     1, "vow~ pledge~ promise~ threaten~ call~ want~"),
    # Put off
    ("delayed", 3.4, "postpone~ delay~ defer~",
     "start application until by implementation rules rule duties act law date enforcement " "deadline deadlines",
     6, ""),
    ("delayed", 3.8, "move~ push~ shift~ put~", "start date", 4, ""),
    ("delayed", 3.4, "agree~ vote~ move~ decide~", "delay postpone pause", 4, ""),
    ("delayed", 3.2, "extend~", "deadline deadlines", 4, ""),
    ("delayed", 3.0, "pushed moved shifted slipped postponed",
     "january february march april june july august september october november december 2027 2028 2029 spring autumn",
     3, "which"),
    # Applies now
    ("in_force", 3.3, "take~ took come~ came go~ went enter~ enters", "effect force", 3, "will to would not"),
    ("in_force", 3.3, "begin~ start~ began", "apply applying enforcing enforce enforcement", 3, "will to would"),
    ("in_force", 3.3, "now today", "apply applies binding banned illegal required mandatory law enforceable", 3, ""),
    ("in_force", 3.3, "ab seit", "gelten gilt verboten", 5, ""),
    ("in_force", 3.0, "rules law laws act duties obligations ban bans", "apply applies", 4, "would will"),
    ("in_force", 2.6, "rule rules law ban", "begins starts start", 4, "will"),
    ("in_force", 3.4, "enforcement", "begin~ start~ began", 9, ""),
    ("in_force", 3.3, "effective starting beginning since", "employers companies firms developers schools businesses",
     6, "is"),
    # Signed
    ("signed", 3.6, "issue~ unveil~ release~ sign~", "executive", 5, "to would may could draft"),
    ("signed", 3.3, "sign~ ink~ initial~",
     "law bill order act declaration convention agreement agreements memorandum pact deal deals treaty contract "
     "legislation accord executive measure orders", 7, "to not won refuse~ decline~ would"),
    ("signed", 3.2, "governor gov president hochul newsom abbott polis trump biden",
     "enacts enacted approves approved signs signed", 4, ""),
    ("signed", 3.4, _MAKERS, "agree~ sign~", 2, "not"),
    ("signed", 3.2, "announce~ reach~ renegotiate~ sign~ strike~", "agreement agreements deals", 6, "to"),
    ("signed", 3.1, "put~ add~", "name names signature signatures", 3, "not"),
    ("signed", 3.0, "strike~ clinch~ conclude~ seal~ agree~", "partnership pact mou memorandum accord", 6, ""),
    # Finally adopted
    ("passed", 3.6, "administration", "enact~ adopt~ finalize~ finalise~ impose~ tighten~", 2, ""),
    ("passed", 3.1, "formally finally definitively", "adopt~ approve~ endorse~ pass~", 2, ""),
    ("passed", 3.2, "vote~",
     "forbid ban prohibit pass approve adopt regulate require limit restrict adopting banning " "approving", 7, "to "
     "house senate assembly committee panel"),
    ("passed", 3.2, "council board parliament ministers countries states commission agency knesset",
     "adopt~ pass~ approve~ endorse~", 5, ""),
    ("passed", 3.2, "publish~ release~ issue~ unveil~ receive~", "final", 4, ""),
    ("passed", 3.3, "issue~ publish~ promulgate~ release~", "measures provisions regulations rules",
     6, "to would draft proposed"),
    ("passed", 3.4, "become~ became", "pass adopt enact approve ban outlaw", 9, "to would could"),
    ("passed", 3.2, "implement~ impose~ strengthen~ clarify~ publish~ release~", "controls restrictions", 5,
     "to would could may"),
    ("passed", 3.7, "first second third latest newest",
     "ban outlaw regulate require restrict limit prohibit pass enact adopt criminalize mandate", 7, ""),
    ("passed", 3.3, _STATES, "ban~ outlaw~ prohibit~ restrict~ require~ mandate~ criminalize~ regulate~", 1, ""),
    ("passed", 3.6, "council councilors councillors supervisors lawmakers legislature",
     "ban~ bar~ outlaw~ prohibit~ restrict~ regulate~", 2, ""),
    ("passed", 4.4, "ban~ bar~ prohibit~ forbid~", "devices networks phones", 9, "to would could"),
    ("passed", 2.9, "agree~ adopt~ endorse~ finalise~ finalize~", "code principles guidelines declaration "
     "communique framework statement",
     4, "to"),
    ("passed", 2.8, "ban~ restrict~ curb~ impose~ require~ expand~ tighten~ retake~",
     "exports export permits licences licenses licensing controls curbs", 5, "to would could may"),
    ("passed", 3.0, "makes make made", "illegal mandatory compulsory", 7, "would to could"),
    ("passed", 3.0, "adopt~ approve~ endorse~", "unanimously consensus", 6, ""),
    ("passed", 2.8, "update~ revise~", "directive policy guidelines principles guidance", 5, ""),
    ("passed", 3.0, "stimmt stimmte stimmen stimmten", "für dafür", 10, ""),
    ("announced", 2.2, "set~", "goal goals target targets priorities agenda", 4, "to"),
    ("passed", 3.6, "send~ head~ go~ move~ forward~", "governor", 7, "not"),
    # One chamber, a committee, a mandate, a provisional deal
    ("advanced", 3.4, _CHAMBER, "pass~ approve~ vote~ back~ adopt~ clear~ advance~ endorse~ vote adopte adoptent "
     "valide valident approuve approuvent",
     6, "national general white un u.n."),
    ("advanced", 3.4, "pass~ clear~ approve~ adopt~", "senate house chamber lords commons committee", 4, ""),
    ("advanced", 3.4, "goes go heads head moves returns sent now",
     "house senate chamber lower upper commons lords assembly deputies", 4, ""),
    ("advanced", 3.4, "reach~ strike~ clinch~ agree~", "provisional preliminary", 4, ""),
    ("advanced", 3.2, "agree~ adopt~ set~", "mandate position", 6, ""),
    ("advanced", 4.0, "committee panel subcommittee commission", "forward~ recommend~ refer~ send~", 3, "urge"),
    # Open for comments
    ("consultation", 3.6, "take~ accept~ receive~ submit~ collect~ welcome~ ask~ want~ hear~",
     "comments comment input feedback views", 4, "to not"),
    ("consultation", 3.5, "public hearing hearings", "rulemaking regulations rules comment comments", 7,
     "senate house"),
    ("consultation", 3.5, "days", "comment comments", 6, ""),
    ("consultation", 3.6, "seek~ invite~ ask~ open~ launch~ want~ begin~ start~ request~ hold~ solicit~ gather~",
     "consultation consultations comments comment views feedback input consult", 6, ""),
    ("consultation", 3.4, "consults consulting consult", "on over about public", 2, ""),
    # Bill introduced, rule proposed, draft published
    ("proposed", 3.8, "begin start open launch initiate approve~ advance~ start~ begin~ launch~", "rulemaking", 6, ""),
    ("proposed", 4.2, "fcc ftc fec sec cfpb eeoc hud", "advance~ pursue~ propose~ float~", 3, "to"),
    ("proposed", 2.8, "outline~ lays laid lay unveil~",
     "limits legislation package bills restrictions safeguards guardrails", 6, ""),
    ("proposed", 3.4, "democrats republicans lawmakers senators", "move~ seek~ push~ try~ aim~", 1, ""),
    ("proposed", 3.0, "pursue~", "rule rules regulation regulations", 4, ""),
    ("proposed", 2.9, "plan proposal measure package", "would", 3, ""),
    ("proposed", 3.0, "float~ pitch~ offer~ eye~", "tax rule rules regulations bill legislation", 5, ""),
    ("proposed", 2.8, "team~ partner~ join~", "bill legislation act", 7, ""),
    ("proposed", 3.0, "introduce~ table~ bring~ file~ submit~ present~ unveil~ propose~ publish~ put~ draft~ "
     "reintroduce~ float~ prepare~ pitch~ draw~ legt", _DRAFT, 7, "the a"),
    ("proposed", 3.0, "introduce~ table~ file~ sponsor~ submit~ reintroduce~", "measure measures act resolution",
     4, ""),
    ("proposed", 3.3, _GOVERNMENT, "approve~ adopt~ back~ endorse~ beschließt beschlossen beschloss billigt "
     "billigte verabschiedet verabschiedete", 6, ""),
    ("proposed", 2.8, "bill bills amendment draft proposal legislation", "submitted introduced tabled filed presented",
     4, ""),
    ("proposed", 2.9, "will wants want plans plan to", "introduce propose table legislate submit", 4, ""),
    ("proposed", 3.2, "propose~", "rule rules delay delaying changes ban require requiring amend regulation", 5, ""),
    ("proposed", 2.9, "would",
     "require oblige ban bar force make prohibit create let give allow protect limit amend hold "
     "setrequire oblige ban bar force make prohibit create let give allow protect limit amend " "hold set",
     2, "have that"),
    ("proposed", 2.7, "wants want plans",
     "ban require criminalise criminalize outlaw regulate force use extend prolong allow give "
     "change make stop limit curb let", 3, ""),
    ("signed", 2.9, "executive", "limits blocks bans directs requires targets seeks aims moves creates tells overrides",
     4, "draft would"),
    # Announced
    ("announced", 2.4, "senators lawmakers democrats republicans senator congressman sen sens rep reps advocates "
     "groups coalition parents unions",
     "demand~ press~ question~ quiz~ ask~ grill~ probe~ urge~ call~ warn~ want~", 3, ""),
    ("announced", 2.4, "form~ create~ assemble~ convene~ launch~",
     "force panel group commission council committee coalition", 4, ""),
    ("announced", 3.2, "challenge~", "court lawsuit suit", 9, ""),
    ("announced", 2.4, "weigh~ consider~ mull~ eye~ explore~ study~",
     "letting allowing easing banning ban rule rules sale sales curbs restrictions options " "limits order", 6, ""),
    ("announced", 1.5, "to",
     "resume ratify let allow build open host join set create launch spend invest appoint buy "
     "use begin start expand lead work", 1, ""),
    ("announced", 1.9, "approve~ clear~ allocate~ earmark~ commit~",
     "crore billion million mission outlay fund funding", 8, ""),
    ("announced", 2.4, "will plans plan vows vow promises intends",
     "sign issue ban launch unveil create order require publish invest spend rescind roll lift", 4, "that"),
    ("announced", 2.8, "file~ lodge~ bring~", "complaint complaints suit lawsuit case claim", 5, ""),
    ("signed", 3.2, "trump biden president governor newsom hochul", "order orders directs directed instructs", 2, ""),
    ("in_force", 3.3, "become~", "offence crime illegal mandatory binding applicable", 4, "will to would"),
    ("in_force", 3.3, "bring~", "force", 3, ""),
    ("passed", 2.9, "add~ put~ place~", "list blacklist", 12, "to will"),
    ("announced", 3.0, "take~ haul~ drag~", "court", 6, ""),
    ("announced", 3.2, "verfassungsbeschwerde beschwerde klage plainte recours",
     "eingereicht erhoben déposée déposé", 9, ""),
    ("announced", 2.6, "tests study survey audit review report analysis researchers watchdog evaluation auditors",
     "find finds found shows show reveals warns says", 3, ""),
    ("advanced", 3.4, "deal agreement accord", "struck reached clinched", 2, ""),
    ("enforced", 2.8, "agree~ undertake~", "suspend stop delete pay", 3, ""),
    ("enforced", 3.0, "block~ ban~ suspend~ restrict~ bar~",
     "grok deepseek chatgpt chatbot app access replika clearview", 4, "to would could"),
    ("announced", 2.2, "va vont wird werden will",
     "ratifier adopter lancer créer investir publier présenter ratifizieren einführen vorlegen " "verdoppeln", 4, ""),
    ("signed", 4.0, "governor president abbott hochul youngkin ivey stitt newsom", "ban~ bar~", 1, ""),
)  # fmt: skip
