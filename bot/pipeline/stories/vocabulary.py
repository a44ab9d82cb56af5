"""Word lists of the story matcher: words that say nothing, words every newsroom uses, German for English.

Written by hand. Their effect was measured on the labelled headlines of tests/quality/score_stories.py: without the
lists a one-day set loses about .02 of BCubed F1, and a set of 3,000 headlines .04.
"""

from __future__ import annotations

from typing import Final

from bot.pipeline.text import word_set

# Words that never say what a story is about.
STOP: Final = word_set("""
a about above across after again against all almost along already also although always am among an and another any
anybody anyone anything are aren around as at be because been before behind being below beside besides between beyond
both but by can cannot could couldn did didn do does doesn doing don done down due during each either else enough even
ever every everybody everyone everything few first for from further had hadn has hasn have haven having he hence her
here hers herself him himself his how however i if in indeed instead into is isn it its itself just least less let ll
many may maybe me might mine more moreover most much must my myself neither never nevertheless no nobody none nor not
nothing now nowhere of off often on once one only onto or other others otherwise our ours ourselves out over own per
perhaps please quite rather re same several shall she should shouldn since some somebody someone something
sometimes still such t than that the their theirs them themselves then there therefore these they this those though
through throughout thus to together too toward towards under unless until up upon us ve very via was wasn we well were
weren what whatever when whenever where whereas wherever whether which while who whoever whole whom whose why will
with within without won would wouldn yes yet you your yours yourself yourselves d m s isnt dont cant wont didnt im
aber allem allen aller alles als also am an andere anderen auch auf aus bei beim bis da dabei dafür damit dann
daran darauf das dass dein denn der deren dessen deshalb diese diesem diesen dieser dieses doch
dort du durch ein eine einem einen einer eines er erst es etwas euch für gegen hatte hatten hier hinter ich ihm
ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine
können könnte machen mehr mein muss müssen nach nachdem nicht nichts noch nun nur ob oder ohne schon sehr sei
sein seine seinem seinen seiner seit sich sie sind sogar soll sollen sollte sondern sowie über um und uns unter vom
von vor waren was weil welche welcher wenn wer werden wie wieder will wir wird wo wollen worden wurde wurden zu
zum zur zwar zwischen
le la les du aux une où dans sur sous par pour avec ses leur leurs ce cette qui que quoi est sont été être ont ne
pas se il elle ils elles nous vous je tu mais comme après avant lors selon entre vers chez très aussi déjà encore tous
toute toutes peut doit veut afin ainsi alors aucun aucune autre autres ceux celle celui donc dès depuis pendant jusqu
""")

# Words of the trade: reporting verbs, kinds of pieces, times, sizes, the ordinary verbs and nouns of headlines.
COMMON: Final = word_set("""
said say says saying told tell tells call calls called calling report reports reported reporting reportedly according
announce announces announced announcement reveal reveals revealed show shows showed shown claim claims claimed deny
warn warns warned warning urge urges urged ask asks asked asking want wants wanted seek seeks sought need needs needed
plan plans planned planning aim aims aimed hope hopes expect expects expected set sets setting make makes made making
take takes took taken taking get gets got getting give gives gave given giving go goes going gone went come comes came
coming keep keeps kept put puts see sees saw seen look looks looking find finds found think thinks know knows known
become becomes became begin begins began start starts started starting stop stops end ends ended ending open opens
opened opening close closes closed closing launch launches launched launching unveil unveils unveiled introduce
introduces introduced release releases released publish publishes published issue issues issued offer offers offered
bring brings brought move moves moved moving turn turns turned run runs running ran hold holds held holding face faces
facing hit hits lead leads led leading leave leaves left meet meets met help helps helped use uses used using work
works worked working try tries tried trying talk talks push pushes pushed pull back backs backed drop drops dropped
fall falls fell rise rises rose rising grow grows growth gain gains cut cuts raise raises raised add adds added join
joins joined follow follows following happen happens continue continues remain remains return returns change changes
changed changing improve increase increases increased decrease reduce reduces boost boosts win wins won lose loses
lost losing beat beats fail fails failed break breaks breaking pay pays paid buy buys bought sell sells sold build
builds built create creates created develop develops developed include includes included including allow allows
allowed require requires required consider considers considered discuss discusses decide decides decided agree agrees
agreed like likes liked love best better good great big bigger biggest large larger largest small smaller high higher
highest low lower lowest top new newest old older young early earlier late later latest last long longer short next
past recent recently current currently former future final finally full half main major minor key real really right
wrong true free ready sure likely unlikely possible able hard easy fast slow strong weak hot cold far near away ahead
ago today tonight tomorrow yesterday morning afternoon evening night day days daily week weeks weekly weekend month
months monthly quarter year years annual time times hour hours minute minutes second seconds moment monday tuesday
wednesday thursday friday saturday sunday january february march april june july august september october november
december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter two three four five six seven
eight nine ten dozen hundred thousand million billion trillion percent percentage pct mn bn bln mln third fourth fifth
number numbers amount total rate rates level levels record average man men woman women people person child children
kid kids family friend friends public official officials leader leaders chief head boss president minister ministers
government state states country countries nation national world global international local city town group groups
company companies firm firms business industry market markets member members team expert experts source sources
spokesman spokeswoman author authors user users customer customers thing things way ways part parts place places side
point points case cases fact facts question questions answer answers problem problems idea ideas reason reasons result
results effect effects impact example kind type sort story stories news update updates updated video videos photo
photos picture pictures pic pics image images gallery watch listen read live review reviews preview recap roundup
analysis opinion comment comments column editorial interview exclusive special feature features guide list explained
explainer explains explain everything article blog post posts page site website web online internet app apps service
services product products system systems technology technologies tech tool tools program programme project projects
data information research study studies survey poll tests test deal deals meeting meetings event events conference
speech statement letter document documents paper view views power money price prices cost costs cash bank fund funds
sale sales share shares stock stocks profit loss value worth life death dead home house school health job jobs game
games season series film movie music song star stars fan fans north south east west northern southern eastern western
american us uk america britain british europe european versus vs amid despite almost nearly around least yet ever too
available based form forms general name names named party parties important line lines role roles version versions
term terms single area areas history control book books player players playing inc corp ltd co llc plc john james
michael david robert mary george william paul peter thomas daniel mark anna maria chris tom jim mike joe artificial
intelligence ai law laws rule rules bill bills act regulation regulations regulator regulators regulatory policy
policies lawmaker lawmakers legislation legislative legislator legislators parliament commission committee court judge
authority authorities agency agencies ministry department office federal governance framework model models developer
developers safety risk risks digital approve approves approved adopt adopts adopted pass passes passed vote votes
voted sign signs signed propose proposes proposed proposal draft measure measures order orders ordered ban bans fine
fines fined
""")

# What a German report calls a thing, and the English word for it; compounds are cut at their hyphen before.
_GERMAN: Final = word_set("""
anordnung=order erlass=order exekutiverlass=order exekutivorder=order exekutivverordnung=order
durchführungsverordnung=order verfügung=order erlässt=signs durchsetzen=enforce bundesstaat=state bundesstaatliche=state
einzelstaatliche=state staatliche=state vorschriften=rules justizminister=attorney generalstaatsanwalt=attorney
aktionsplan=action dekret=order bundesstaaten=states justizministerium=justice kodex=code haushaltsgesetz=budget
sammelklage=class autoren=authors lieder=songs songs=songs richterin=judge
ki=ai künstliche=artificial künstlicher=artificial künstlichen=artificial intelligenz=intelligence gesetz=law
gesetze=laws gesetzes=law gesetzentwurf=bill verordnung=regulation richtlinie=directive regeln=rules
regulierung=regulation kommission=commission eukommission=commission parlament=parliament europaparlament=parliament
rat=council ministerrat=council regierung=government bundesregierung=government minister=minister
ministerin=minister digitalminister=digital behörde=authority aufsicht=regulator aufsichtsbehörde=regulator
datenschutz=privacy datenschützer=privacy datenschutzbehörde=privacy datenschutzbeauftragte=privacy gericht=court
bundesgerichtshof=court landgericht=court oberlandesgericht=court verwaltungsgericht=court gerichtshof=court
urteil=ruling urteilt=ruling urteilte=ruling richter=judge klage=lawsuit klagt=sues klagen=sue verklagt=sues
strafe=fine geldstrafe=fine bußgeld=fine bussgeld=fine millionenstrafe=fine verhängt=imposes verhängte=imposes
untersuchung=investigation ermittlungen=investigation ermittelt=investigates prüft=investigates
verfahren=proceedings verbot=ban verbietet=bans verboten=banned untersagt=bans stoppt=halts gestoppt=halted
blockiert=blocks vorläufig=temporary beschließt=adopts beschlossen=adopted beschloss=adopted verabschiedet=passes
billigt=approves gebilligt=approved stimmt=votes stimmen=votes abstimmung=vote einigt=agrees einigen=agree
einigung=agreement abkommen=agreement vertrag=treaty übereinkommen=convention unterzeichnet=signs
unterschreibt=signs unterzeichnen=sign entwurf=draft vorschlag=proposal schlägt=proposes legt=presents
stellt=presents kündigt=announces verschiebt=delays verschoben=delayed verschiebung=delay aufschub=delay
frist=deadline fristen=deadlines inkrafttreten=force kraft=force gilt=applies gelten=apply pflichten=obligations
pflicht=obligation transparenz=transparency transparenzpflichten=transparency kennzeichnung=labelling
kennzeichnen=label kennzeichnungspflicht=labelling hochrisiko=high-risk risiko=risk risiken=risks sicherheit=safety
sicherheitsinstitut=institute institut=institute urheberrecht=copyright urheberrechte=copyright urheber=authors
verlage=publishers liedtexte=lyrics liedtexten=lyrics verwertungsgesellschaft=collecting gema=gema
trainingsdaten=training training=training nutzerdaten=user daten=data nutzer=users nutzern=users
gesichtserkennung=facial biometrisch=biometric biometrische=biometric überwachung=surveillance polizei=police
jugendschutz=minors minderjährige=minors kinder=children jugendliche=teens chatbot=chatbot chatbots=chatbots
verhaltenskodex=code praxisleitfaden=code leitlinien=guidelines leitfaden=guidance milliarden=billion
milliarde=billion millionen=million rechenzentrum=datacentre rechenzentren=datacentre gigafabrik=gigafactory
gigafabriken=gigafactories fabriken=factories investiert=invests investition=investment investitionen=investment
gipfel=summit gipfeltreffen=summit erklärung=declaration usa=us vereinigte=united staaten=states
großbritannien=britain frankreich=france italien=italy italienische=italy spanien=spain niederlande=netherlands
dänemark=denmark irland=ireland irische=irish österreich=austria schweiz=switzerland schweizer=switzerland
china=china chinas=china indien=india südkorea=korea japan=japan brüssel=brussels straßburg=strasbourg
kalifornien=california kaliforniens=california weißes=white weiße=white präsident=president präsidentin=president
gouverneur=governor senat=senate repräsentantenhaus=house oberhaus=upper unterhaus=lower unternehmen=companies
konzern=company anbieter=providers hersteller=makers verbraucher=consumer verbraucherschützer=consumer
wettbewerb=competition kartellamt=antitrust wettbewerbshüter=antitrust chips=chips halbleiter=semiconductor
ausfuhr=export exporte=exports exportkontrollen=export arbeitsplatz=workplace beschäftigte=workers
gewerkschaft=union gewerkschaften=unions schulen=schools wahlen=elections wahl=election deepfakes=deepfakes
strafbar=criminal fordert=demands fordern=demand warnt=warns kritik=criticism januar=january februar=february
märz=march mai=may juni=june juli=july oktober=october dezember=december
""")
# English words of a case in one form each, as the German ones above are.
_CASES: Final = word_set("""
sue=sues sued=sues suing=sues suit=lawsuit suits=lawsuit lawsuits=lawsuit penalty=fine penalties=fine
""")
# What a French report calls a thing, and the English word for it.
_FRENCH: Final = word_set("""
ia=ai intelligence=intelligence artificielle=artificial loi=law lois=laws projet=bill règlement=regulation
directive=directive règles=rules régulation=regulation réglementation=regulation gouvernement=government
ministre=minister parlement=parliament députés=lawmakers sénateurs=senators sénat=senate assemblée=assembly
commission=commission conseil=council européen=european européenne=european ue=eu autorité=authority
régulateur=regulator gendarme=watchdog cnil=cnil tribunal=court cour=court juge=judge justice=justice jugement=ruling
décision=ruling condamne=fines condamné=fined condamnée=fined amende=fine amendes=fine
enquête=investigation enquêtes=investigation enquêter=investigates plainte=lawsuit plaintes=lawsuit poursuit=sues
poursuivent=sues attaque=sues attaquent=sues assigne=sues procès=lawsuit recours=appeal accord=agreement traité=treaty
signe=signs signent=signs adopte=adopts adopté=adopted adoptée=adopted approuve=approves vote=votes votent=votes
propose=proposes présente=presents dévoile=unveils annonce=announces publie=publishes interdit=bans
interdire=ban interdiction=ban bloque=blocks suspend=suspends reporte=delays report=report retarde=delays
données=data personnelles=personal privée=privacy droit=copyright droits=rights auteur=author
auteurs=authors éditeurs=publishers éditeur=publisher presse=press médias=media contenus=content contenu=content
vidéos=videos livres=books chansons=songs musique=music artistes=artists entreprises=companies entreprise=company
société=company géant=giant concurrence=antitrust antitrust=antitrust abus=abuse dominante=dominant position=position
recherche=search moteur=engine pratiques=practices modèles=models modèle=model entraîner=train entraînement=training
utilisation=use utilisateurs=users utilise=uses mineurs=minors enfants=children adolescents=teens
reconnaissance=recognition faciale=facial surveillance=surveillance police=police sécurité=safety risques=risks
risque=risk transparence=transparency étiquetage=labelling lève=raises levée=funding milliards=billion
milliard=billion millions=million million=million investit=invests investissement=investment puces=chips puce=chip
exportations=exports exportation=export sommet=summit déclaration=declaration états-unis=us états=states unis=united
royaume-uni=britain chine=china chinois=chinese inde=india allemagne=germany italie=italy italienne=italian
espagne=spain corée=korea japon=japan bruxelles=brussels californie=california gouverneur=governor président=president
emplois=jobs suppressions=cuts licenciements=layoffs supprime=cuts travailleurs=workers syndicats=unions écoles=schools
élections=elections hypertrucages=deepfakes robots=robots février=february
avril=april mai=may juin=june juillet=july août=august septembre=september octobre=october
novembre=november décembre=december
""") - word_set("intelligence=intelligence directive=directive report=report commission=commission vote=votes")
FRENCH: Final[dict[str, str]] = {french: english for french, _, english in (row.partition("=") for row in _FRENCH)}
GERMAN: Final[dict[str, str]] = {
    german: english for german, _, english in (row.partition("=") for row in (*_GERMAN, *_CASES))
}
