"""Countries and parts of countries: codes of ISO 3166-1 and 3166-2, and what they are called in three languages."""

from __future__ import annotations

from typing import Final

# code | English | German | French. Names from the Unicode CLDR, shortened where newspapers do.
COUNTRIES: Final = """\
AD|Andorra|Andorra|Andorre
AE|United Arab Emirates|Vereinigte Arabische Emirate|Émirats arabes unis
AF|Afghanistan|Afghanistan|Afghanistan
AG|Antigua and Barbuda|Antigua und Barbuda|Antigua-et-Barbuda
AI|Anguilla|Anguilla|Anguilla
AL|Albania|Albanien|Albanie
AM|Armenia|Armenien|Arménie
AO|Angola|Angola|Angola
AR|Argentina|Argentinien|Argentine
AS|American Samoa|Amerikanisch-Samoa|Samoa américaines
AT|Austria|Österreich|Autriche
AU|Australia|Australien|Australie
AW|Aruba|Aruba|Aruba
AX|Åland Islands|Ålandinseln|Îles Åland
AZ|Azerbaijan|Aserbaidschan|Azerbaïdjan
BA|Bosnia and Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine
BB|Barbados|Barbados|Barbade
BD|Bangladesh|Bangladesch|Bangladesh
BE|Belgium|Belgien|Belgique
BF|Burkina Faso|Burkina Faso|Burkina Faso
BG|Bulgaria|Bulgarien|Bulgarie
BH|Bahrain|Bahrain|Bahreïn
BI|Burundi|Burundi|Burundi
BJ|Benin|Benin|Bénin
BL|St. Barthélemy|St. Barthélemy|Saint-Barthélemy
BM|Bermuda|Bermuda|Bermudes
BN|Brunei|Brunei Darussalam|Brunei
BO|Bolivia|Bolivien|Bolivie
BQ|Caribbean Netherlands|Karibische Niederlande|Pays-Bas caribéens
BR|Brazil|Brasilien|Brésil
BS|Bahamas|Bahamas|Bahamas
BT|Bhutan|Bhutan|Bhoutan
BW|Botswana|Botsuana|Botswana
BY|Belarus|Belarus|Biélorussie
BZ|Belize|Belize|Belize
CA|Canada|Kanada|Canada
CC|Cocos (Keeling) Islands|Kokosinseln|Îles Cocos
CD|DR Congo|Kongo-Kinshasa|Congo-Kinshasa
CF|Central African Republic|Zentralafrikanische Republik|République centrafricaine
CG|Congo|Kongo-Brazzaville|Congo-Brazzaville
CH|Switzerland|Schweiz|Suisse
CI|Ivory Coast|Elfenbeinküste|Côte d'Ivoire
CK|Cook Islands|Cookinseln|Îles Cook
CL|Chile|Chile|Chili
CM|Cameroon|Kamerun|Cameroun
CN|China|China|Chine
CO|Colombia|Kolumbien|Colombie
CR|Costa Rica|Costa Rica|Costa Rica
CU|Cuba|Kuba|Cuba
CV|Cape Verde|Cabo Verde|Cap-Vert
CW|Curaçao|Curaçao|Curaçao
CX|Christmas Island|Weihnachtsinsel|Île Christmas
CY|Cyprus|Zypern|Chypre
CZ|Czechia|Tschechien|Tchéquie
DE|Germany|Deutschland|Allemagne
DJ|Djibouti|Dschibuti|Djibouti
DK|Denmark|Dänemark|Danemark
DM|Dominica|Dominica|Dominique
DO|Dominican Republic|Dominikanische Republik|République dominicaine
DZ|Algeria|Algerien|Algérie
EC|Ecuador|Ecuador|Équateur
EE|Estonia|Estland|Estonie
EG|Egypt|Ägypten|Égypte
EH|Western Sahara|Westsahara|Sahara occidental
ER|Eritrea|Eritrea|Érythrée
ES|Spain|Spanien|Espagne
ET|Ethiopia|Äthiopien|Éthiopie
FI|Finland|Finnland|Finlande
FJ|Fiji|Fidschi|Fidji
FK|Falkland Islands|Falklandinseln|Îles Malouines
FM|Micronesia|Mikronesien|Micronésie
FO|Faroe Islands|Färöer|Îles Féroé
FR|France|Frankreich|France
GA|Gabon|Gabun|Gabon
GB|United Kingdom|Vereinigtes Königreich|Royaume-Uni
GD|Grenada|Grenada|Grenade
GE|Georgia|Georgien|Géorgie
GF|French Guiana|Französisch-Guayana|Guyane française
GG|Guernsey|Guernsey|Guernesey
GH|Ghana|Ghana|Ghana
GI|Gibraltar|Gibraltar|Gibraltar
GL|Greenland|Grönland|Groenland
GM|Gambia|Gambia|Gambie
GN|Guinea|Guinea|Guinée
GP|Guadeloupe|Guadeloupe|Guadeloupe
GQ|Equatorial Guinea|Äquatorialguinea|Guinée équatoriale
GR|Greece|Griechenland|Grèce
GT|Guatemala|Guatemala|Guatemala
GU|Guam|Guam|Guam
GW|Guinea-Bissau|Guinea-Bissau|Guinée-Bissau
GY|Guyana|Guyana|Guyana
HK|Hong Kong|Hongkong|Hong Kong
HN|Honduras|Honduras|Honduras
HR|Croatia|Kroatien|Croatie
HT|Haiti|Haiti|Haïti
HU|Hungary|Ungarn|Hongrie
ID|Indonesia|Indonesien|Indonésie
IE|Ireland|Irland|Irlande
IL|Israel|Israel|Israël
IM|Isle of Man|Isle of Man|Île de Man
IN|India|Indien|Inde
IQ|Iraq|Irak|Irak
IR|Iran|Iran|Iran
IS|Iceland|Island|Islande
IT|Italy|Italien|Italie
JE|Jersey|Jersey|Jersey
JM|Jamaica|Jamaika|Jamaïque
JO|Jordan|Jordanien|Jordanie
JP|Japan|Japan|Japon
KE|Kenya|Kenia|Kenya
KG|Kyrgyzstan|Kirgisistan|Kirghizstan
KH|Cambodia|Kambodscha|Cambodge
KI|Kiribati|Kiribati|Kiribati
KM|Comoros|Komoren|Comores
KN|St. Kitts and Nevis|St. Kitts und Nevis|Saint-Christophe-et-Niévès
KP|North Korea|Nordkorea|Corée du Nord
KR|South Korea|Südkorea|Corée du Sud
KW|Kuwait|Kuwait|Koweït
KY|Cayman Islands|Kaimaninseln|Îles Caïmans
KZ|Kazakhstan|Kasachstan|Kazakhstan
LA|Laos|Laos|Laos
LB|Lebanon|Libanon|Liban
LC|St. Lucia|St. Lucia|Sainte-Lucie
LI|Liechtenstein|Liechtenstein|Liechtenstein
LK|Sri Lanka|Sri Lanka|Sri Lanka
LR|Liberia|Liberia|Liberia
LS|Lesotho|Lesotho|Lesotho
LT|Lithuania|Litauen|Lituanie
LU|Luxembourg|Luxemburg|Luxembourg
LV|Latvia|Lettland|Lettonie
LY|Libya|Libyen|Libye
MA|Morocco|Marokko|Maroc
MC|Monaco|Monaco|Monaco
MD|Moldova|Moldau|Moldavie
ME|Montenegro|Montenegro|Monténégro
MF|St. Martin|St. Martin|Saint-Martin
MG|Madagascar|Madagaskar|Madagascar
MH|Marshall Islands|Marshallinseln|Îles Marshall
MK|North Macedonia|Nordmazedonien|Macédoine du Nord
ML|Mali|Mali|Mali
MM|Myanmar|Myanmar|Birmanie
MN|Mongolia|Mongolei|Mongolie
MO|Macao|Macau|Macao
MP|Northern Mariana Islands|Nördliche Marianen|Îles Mariannes du Nord
MQ|Martinique|Martinique|Martinique
MR|Mauritania|Mauretanien|Mauritanie
MS|Montserrat|Montserrat|Montserrat
MT|Malta|Malta|Malte
MU|Mauritius|Mauritius|Maurice
MV|Maldives|Malediven|Maldives
MW|Malawi|Malawi|Malawi
MX|Mexico|Mexiko|Mexique
MY|Malaysia|Malaysia|Malaisie
MZ|Mozambique|Mosambik|Mozambique
NA|Namibia|Namibia|Namibie
NC|New Caledonia|Neukaledonien|Nouvelle-Calédonie
NE|Niger|Niger|Niger
NF|Norfolk Island|Norfolkinsel|Île Norfolk
NG|Nigeria|Nigeria|Nigeria
NI|Nicaragua|Nicaragua|Nicaragua
NL|Netherlands|Niederlande|Pays-Bas
NO|Norway|Norwegen|Norvège
NP|Nepal|Nepal|Népal
NR|Nauru|Nauru|Nauru
NU|Niue|Niue|Niue
NZ|New Zealand|Neuseeland|Nouvelle-Zélande
OM|Oman|Oman|Oman
PA|Panama|Panama|Panama
PE|Peru|Peru|Pérou
PF|French Polynesia|Französisch-Polynesien|Polynésie française
PG|Papua New Guinea|Papua-Neuguinea|Papouasie-Nouvelle-Guinée
PH|Philippines|Philippinen|Philippines
PK|Pakistan|Pakistan|Pakistan
PL|Poland|Polen|Pologne
PM|St. Pierre and Miquelon|St. Pierre und Miquelon|Saint-Pierre-et-Miquelon
PN|Pitcairn Islands|Pitcairninseln|Îles Pitcairn
PR|Puerto Rico|Puerto Rico|Porto Rico
PS|Palestine|Palästina|Palestine
PT|Portugal|Portugal|Portugal
PW|Palau|Palau|Palaos
PY|Paraguay|Paraguay|Paraguay
QA|Qatar|Katar|Qatar
RE|Réunion|Réunion|La Réunion
RO|Romania|Rumänien|Roumanie
RS|Serbia|Serbien|Serbie
RU|Russia|Russland|Russie
RW|Rwanda|Ruanda|Rwanda
SA|Saudi Arabia|Saudi-Arabien|Arabie saoudite
SB|Solomon Islands|Salomonen|Îles Salomon
SC|Seychelles|Seychellen|Seychelles
SD|Sudan|Sudan|Soudan
SE|Sweden|Schweden|Suède
SG|Singapore|Singapur|Singapour
SH|St. Helena|St. Helena|Sainte-Hélène
SI|Slovenia|Slowenien|Slovénie
SJ|Svalbard and Jan Mayen|Spitzbergen und Jan Mayen|Svalbard et Jan Mayen
SK|Slovakia|Slowakei|Slovaquie
SL|Sierra Leone|Sierra Leone|Sierra Leone
SM|San Marino|San Marino|Saint-Marin
SN|Senegal|Senegal|Sénégal
SO|Somalia|Somalia|Somalie
SR|Suriname|Suriname|Suriname
SS|South Sudan|Südsudan|Soudan du Sud
ST|São Tomé and Príncipe|São Tomé und Príncipe|Sao Tomé-et-Principe
SV|El Salvador|El Salvador|Salvador
SX|Sint Maarten|Sint Maarten|Saint-Martin (partie néerlandaise)
SY|Syria|Syrien|Syrie
SZ|Eswatini|Eswatini|Eswatini
TC|Turks and Caicos Islands|Turks- und Caicosinseln|Îles Turques-et-Caïques
TD|Chad|Tschad|Tchad
TG|Togo|Togo|Togo
TH|Thailand|Thailand|Thaïlande
TJ|Tajikistan|Tadschikistan|Tadjikistan
TK|Tokelau|Tokelau|Tokelau
TL|Timor-Leste|Timor-Leste|Timor oriental
TM|Turkmenistan|Turkmenistan|Turkménistan
TN|Tunisia|Tunesien|Tunisie
TO|Tonga|Tonga|Tonga
TR|Turkey|Türkei|Turquie
TT|Trinidad and Tobago|Trinidad und Tobago|Trinité-et-Tobago
TV|Tuvalu|Tuvalu|Tuvalu
TW|Taiwan|Taiwan|Taïwan
TZ|Tanzania|Tansania|Tanzanie
UA|Ukraine|Ukraine|Ukraine
UG|Uganda|Uganda|Ouganda
US|United States|USA|États-Unis
UY|Uruguay|Uruguay|Uruguay
UZ|Uzbekistan|Usbekistan|Ouzbékistan
VA|Vatican City|Vatikanstadt|Vatican
VC|St. Vincent and the Grenadines|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines
VE|Venezuela|Venezuela|Venezuela
VG|British Virgin Islands|Britische Jungferninseln|Îles Vierges britanniques
VI|U.S. Virgin Islands|Amerikanische Jungferninseln|Îles Vierges des États-Unis
VN|Vietnam|Vietnam|Vietnam
VU|Vanuatu|Vanuatu|Vanuatu
WF|Wallis and Futuna|Wallis und Futuna|Wallis-et-Futuna
WS|Samoa|Samoa|Samoa
YE|Yemen|Jemen|Yémen
YT|Mayotte|Mayotte|Mayotte
ZA|South Africa|Südafrika|Afrique du Sud
ZM|Zambia|Sambia|Zambie
ZW|Zimbabwe|Simbabwe|Zimbabwe
"""

# code | English, in the order of the country.
PARTS: Final = """\
US-AL|Alabama
US-AK|Alaska
US-AZ|Arizona
US-AR|Arkansas
US-CA|California
US-CO|Colorado
US-CT|Connecticut
US-DE|Delaware
US-FL|Florida
US-GA|Georgia
US-HI|Hawaii
US-ID|Idaho
US-IL|Illinois
US-IN|Indiana
US-IA|Iowa
US-KS|Kansas
US-KY|Kentucky
US-LA|Louisiana
US-ME|Maine
US-MD|Maryland
US-MA|Massachusetts
US-MI|Michigan
US-MN|Minnesota
US-MS|Mississippi
US-MO|Missouri
US-MT|Montana
US-NE|Nebraska
US-NV|Nevada
US-NH|New Hampshire
US-NJ|New Jersey
US-NM|New Mexico
US-NY|New York
US-NC|North Carolina
US-ND|North Dakota
US-OH|Ohio
US-OK|Oklahoma
US-OR|Oregon
US-PA|Pennsylvania
US-RI|Rhode Island
US-SC|South Carolina
US-SD|South Dakota
US-TN|Tennessee
US-TX|Texas
US-UT|Utah
US-VT|Vermont
US-VA|Virginia
US-WA|Washington
US-WV|West Virginia
US-WI|Wisconsin
US-WY|Wyoming
US-DC|District of Columbia
CA-AB|Alberta
CA-BC|British Columbia
CA-MB|Manitoba
CA-NB|New Brunswick
CA-NL|Newfoundland and Labrador
CA-NS|Nova Scotia
CA-ON|Ontario
CA-PE|Prince Edward Island
CA-QC|Quebec
CA-SK|Saskatchewan
CA-NT|Northwest Territories
CA-NU|Nunavut
CA-YT|Yukon
AU-NSW|New South Wales
AU-QLD|Queensland
AU-SA|South Australia
AU-TAS|Tasmania
AU-VIC|Victoria
AU-WA|Western Australia
AU-ACT|Australian Capital Territory
AU-NT|Northern Territory
GB-ENG|England
GB-NIR|Northern Ireland
GB-SCT|Scotland
GB-WLS|Wales
DE-BW|Baden-Württemberg
DE-BY|Bavaria
DE-BE|Berlin
DE-BB|Brandenburg
DE-HB|Bremen
DE-HH|Hamburg
DE-HE|Hesse
DE-MV|Mecklenburg-Vorpommern
DE-NI|Lower Saxony
DE-NW|North Rhine-Westphalia
DE-RP|Rhineland-Palatinate
DE-SL|Saarland
DE-SN|Saxony
DE-ST|Saxony-Anhalt
DE-SH|Schleswig-Holstein
DE-TH|Thuringia
CN-BJ|Beijing
CN-SH|Shanghai
CN-GD|Guangdong
CN-ZJ|Zhejiang
CN-SC|Sichuan
CN-JS|Jiangsu
IN-KA|Karnataka
IN-MH|Maharashtra
IN-TN|Tamil Nadu
IN-KL|Kerala
IN-TG|Telangana
IN-DL|Delhi
IN-UP|Uttar Pradesh
ES-CT|Catalonia
ES-GA|Galicia
ES-MD|Madrid
ES-PV|Basque Country
IT-25|Lombardy
IT-62|Lazio
BR-SP|São Paulo
BR-RJ|Rio de Janeiro
BE-VLG|Flanders
BE-WAL|Wallonia
BE-BRU|Brussels Region
KR-11|Seoul
JP-13|Tokyo
CH-ZH|Zurich
CH-GE|Geneva
AE-DU|Dubai
AE-AZ|Abu Dhabi
"""
