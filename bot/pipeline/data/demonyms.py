"""What is of a country in English, German and French: Kenyan, kenianisch, kényan; read by `pipeline.jurisdictions`."""

from __future__ import annotations

from typing import Final

# code | English, as written | German stem, before any ending | French masculine and feminine, divided by commas.
# Empty where the word is another one as well, or where `place_words` has it.
DEMONYMS: Final = """\
AD|Andorran|andorranisch|andorran,andorrane
AE|Emirati|emiratisch|émirati,émiratie
AF|Afghan|afghanisch|afghan,afghane
AL|Albanian|albanisch|albanais,albanaise
AM|Armenian|armenisch|arménien,arménienne
AO|Angolan|angolanisch|angolais,angolaise
AR|Argentine|argentinisch|argentin
AT|Austrian|österreichisch|autrichien,autrichienne
AU|Australian|australisch|australien,australienne
AZ|Azerbaijani|aserbaidschanisch|azerbaïdjanais,azerbaïdjanaise
BA|Bosnian|bosnisch|bosnien,bosnienne
BB|Barbadian||
BD|Bangladeshi|bangladeschisch|bangladais,bangladaise
BE|Belgian|belgisch|belge
BG|Bulgarian|bulgarisch|bulgare
BH|Bahraini|bahrainisch|bahreïni
BJ|Beninese|beninisch|béninois,béninoise
BO|Bolivian|bolivianisch|bolivien,bolivienne
BR|Brazilian|brasilianisch|brésilien,brésilienne
BT|Bhutanese||bhoutanais,bhoutanaise
BW|Motswana|botsuanisch|
BF|Burkinabe|burkinisch|burkinabè
BY|Belarusian|belarussisch|biélorusse
CA|Canadian|kanadisch|canadien,canadienne
CD|Congolese|kongolesisch|congolais,congolaise
CH|Swiss|schweizerisch|helvétique,suisse
CI|Ivorian|ivorisch|ivoirien,ivoirienne
CL|Chilean|chilenisch|chilien,chilienne
CM|Cameroonian|kamerunisch|camerounais,camerounaise
CN|Chinese|chinesisch|chinois,chinoise
CO|Colombian|kolumbianisch|colombien,colombienne
CR|Costa Rican|costa-ricanisch|costaricien,costaricienne
CU|Cuban|kubanisch|cubain,cubaine
CY|Cypriot|zyprisch|chypriote
CZ|Czech|tschechisch|tchèque
DE|German|deutsche|allemand,allemande
DK|Danish|dänisch|danois,danoise
DO||dominikanisch|
DZ|Algerian|algerisch|algérien,algérienne
EC|Ecuadorian|ecuadorianisch|équatorien,équatorienne
EE|Estonian|estnisch|estonien,estonienne
EG|Egyptian|ägyptisch|égyptien,égyptienne
ES|Spanish|spanisch|espagnol,espagnole
ET|Ethiopian|äthiopisch|éthiopien,éthiopienne
FI|Finnish|finnisch|finlandais,finlandaise
FJ|Fijian||
FR|French|französisch|français,française
GA|Gabonese|gabunisch|gabonais,gabonaise
GB|British|britisch|britannique
GE|Georgian|georgisch|géorgien,géorgienne
GH|Ghanaian|ghanaisch|ghanéen,ghanéenne
GM|Gambian||gambien,gambienne
GN|Guinean|guineisch|guinéen,guinéenne
GR|Greek|griechisch|grec,grecque
GT|Guatemalan|guatemaltekisch|guatémaltèque
HN|Honduran||
HR|Croatian|kroatisch|croate
HT|Haitian|haitianisch|haïtien,haïtienne
HU|Hungarian|ungarisch|hongrois,hongroise
ID|Indonesian|indonesisch|indonésien,indonésienne
IE|Irish|irische|irlandais,irlandaise
IL|Israeli|israelisch|israélien,israélienne
IN|Indian|indische|indien,indienne
IQ|Iraqi|irakisch|irakien,irakienne
IR|Iranian|iranisch|iranien,iranienne
IS|Icelandic|isländisch|islandais,islandaise
IT|Italian|italienisch|italien,italienne
JM|Jamaican|jamaikanisch|jamaïcain,jamaïcaine
JO|Jordanian|jordanisch|jordanien,jordanienne
JP|Japanese|japanisch|japonais,japonaise
KE|Kenyan|kenianisch|kényan,kényane
KG|Kyrgyz|kirgisisch|kirghize
KH|Cambodian|kambodschanisch|cambodgien,cambodgienne
KP|North Korean|nordkoreanisch|nord-coréen,nord-coréenne
KR|South Korean|südkoreanisch|sud-coréen,sud-coréenne
KW|Kuwaiti|kuwaitisch|koweïtien,koweïtienne
KZ|Kazakh|kasachisch|kazakh,kazakhe
LA|Laotian|laotisch|laotien,laotienne
LB|Lebanese|libanesisch|libanais,libanaise
LI||liechtensteinisch|liechtensteinois,liechtensteinoise
LK|Sri Lankan|sri-lankisch|sri-lankais,sri-lankaise
LR|Liberian||
LT|Lithuanian|litauisch|lituanien,lituanienne
LU|Luxembourgish|luxemburgisch|luxembourgeois,luxembourgeoise
LV|Latvian|lettisch|letton,lettonne
LY|Libyan|libysch|libyen,libyenne
MA|Moroccan|marokkanisch|marocain,marocaine
MC|Monegasque|monegassisch|monégasque
MD|Moldovan|moldauisch|moldave
ME|Montenegrin|montenegrinisch|monténégrin,monténégrine
MG|Malagasy|madagassisch|malgache
MK|Macedonian|nordmazedonisch|macédonien,macédonienne
ML|Malian|malisch|malien,malienne
MM|Burmese||birman,birmane
MN|Mongolian|mongolisch|mongol,mongole
MT|Maltese|maltesisch|maltais,maltaise
MU|Mauritian|mauritisch|mauricien,mauricienne
MV|Maldivian||
MW|Malawian|malawisch|malawien,malawienne
MX|Mexican|mexikanisch|mexicain,mexicaine
MY|Malaysian|malaysisch|malaisien,malaisienne
MZ|Mozambican|mosambikanisch|mozambicain,mozambicaine
NA|Namibian|namibisch|namibien,namibienne
NE|Nigerien|nigrisch|nigérien,nigérienne
NG|Nigerian|nigerianisch|nigérian,nigériane
NL|Dutch|niederländisch|néerlandais,néerlandaise
NO|Norwegian|norwegisch|norvégien,norvégienne
NP|Nepalese|nepalesisch|népalais,népalaise
NZ|New Zealander|neuseeländisch|néo-zélandais,néo-zélandaise
OM|Omani|omanisch|omanais,omanaise
PA|Panamanian|panamaisch|panaméen,panaméenne
PE|Peruvian|peruanisch|péruvien,péruvienne
PG|Papuan||
PH|Filipino|philippinisch|philippin,philippine
PK|Pakistani|pakistanisch|pakistanais,pakistanaise
PL|Polish|polnisch|polonais,polonaise
PT|Portuguese|portugiesisch|portugais,portugaise
PY|Paraguayan|paraguayisch|paraguayen,paraguayenne
QA|Qatari|katarisch|qatari,qatarie
RO|Romanian|rumänisch|roumain,roumaine
RS|Serbian|serbisch|serbe
RU|Russian|russisch|russe
RW|Rwandan|ruandisch|rwandais,rwandaise
SA|Saudi|saudisch|saoudien,saoudienne
SD|Sudanese|sudanesisch|soudanais,soudanaise
SE|Swedish|schwedisch|suédois,suédoise
SG|Singaporean|singapurisch|singapourien,singapourienne
SI|Slovenian|slowenisch|slovène
SK|Slovak|slowakisch|slovaque
SL|Sierra Leonean||
SN|Senegalese|senegalesisch|sénégalais,sénégalaise
SO|Somali|somalisch|somalien,somalienne
SV|Salvadoran|salvadorianisch|salvadorien,salvadorienne
SY|Syrian|syrisch|syrien,syrienne
TG|Togolese|togoisch|togolais,togolaise
TH|Thai|thailändisch|thaïlandais,thaïlandaise
TJ|Tajik|tadschikisch|tadjik,tadjike
TN|Tunisian|tunesisch|tunisien,tunisienne
TR|Turkish|türkische|turc,turque
TT|Trinidadian||
TW|Taiwanese|taiwanisch|taïwanais,taïwanaise
TZ|Tanzanian|tansanisch|tanzanien,tanzanienne
UA|Ukrainian|ukrainisch|ukrainien,ukrainienne
UG|Ugandan|ugandisch|ougandais,ougandaise
US|American|us-amerikanisch|américain,américaine
UY|Uruguayan|uruguayisch|uruguayen,uruguayenne
UZ|Uzbek|usbekisch|ouzbek,ouzbèke
VE|Venezuelan|venezolanisch|vénézuélien,vénézuélienne
VN|Vietnamese|vietnamesisch|vietnamien,vietnamienne
YE|Yemeni|jemenitisch|yéménite
ZA|South African|südafrikanisch|sud-africain,sud-africaine
ZM|Zambian|sambisch|zambien,zambienne
ZW|Zimbabwean|simbabwisch|zimbabwéen,zimbabwéenne
EU|European|europäisch|européen,européenne
X-AU||afrikanische union|
CA-QC|Quebecer||québécois,québécoise
GB-SCT|Scottish|schottisch|écossais,écossaise
GB-WLS|Welsh|walisisch|gallois,galloise
ES-CT|Catalan|katalanisch|catalan,catalane
DE-BY|Bavarian|bayerisch|bavarois,bavaroise
DE-HE||hessisch|
DE-SN||sächsisch|
DE-TH||thüringisch|
DE-NI||niedersächsisch|
DE-NW||nordrhein-westfälisch|
DE-BW||baden-württembergisch|
DE-RP||rheinland-pfälzisch|
DE-SL||saarländisch|
DE-BB||brandenburgisch|
DE-ST||sachsen-anhaltisch|
DE-SH||schleswig-holsteinisch|
DE-MV||mecklenburg-vorpommerisch|
DE-HB||bremisch|
"""

# code | names of parts of countries in German and French, divided by commas.
NAMES_OF_PARTS: Final = """\
DE-BY|Bayern
DE-HE|Hessen
DE-NI|Niedersachsen
DE-NW|Nordrhein-Westfalen,NRW
DE-RP|Rheinland-Pfalz
DE-SN|Sachsen
DE-ST|Sachsen-Anhalt
DE-TH|Thüringen
US-CA|Kalifornien,Californie
CA-QC|Québec
GB-SCT|Schottland,Écosse
GB-ENG|Angleterre
GB-NIR|Nordirland
GB-WLS|pays de Galles
CA-BC|Colombie-Britannique
ES-CT|Katalonien,Catalogne
IT-25|Lombardei,Lombardie
BE-VLG|Flandern,Flandre
BE-WAL|Wallonie
"""
