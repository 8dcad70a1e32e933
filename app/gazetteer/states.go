package gazetteer

// The table of states and territories, one a line, six fields with a bar
// between them and commas inside:
//
//	code | name | other names | adjectives | people | capitals
//
// Codes are those of ISO 3166-1, of 3166-2 for parts ("GB-SCT") and of 3166-3
// for former states; a name that no list codes has none. People gives the
// plural; where it is the adjective with an "s" or the adjective itself, the
// field is empty. Capitals holds the capital and, where it is another city, the
// seat of government that reporters name a state by. A dispute is not decided
// here: what the list codes and what news commonly names stand side by side.
const stateTable = `
AF|Afghanistan|Islamic Republic of Afghanistan,Islamic Emirate of Afghanistan|Afghan,Afghani||Kabul
AX|Åland Islands|Aland Islands,Åland|Ålandic|Ålanders|Mariehamn
AL|Albania|Republic of Albania|Albanian||Tirana
DZ|Algeria|People's Democratic Republic of Algeria|Algerian||Algiers
AS|American Samoa||||Pago Pago
AD|Andorra|Principality of Andorra|Andorran||Andorra la Vella
AO|Angola|Republic of Angola|Angolan||Luanda
AI|Anguilla||Anguillan||The Valley
AQ|Antarctica||Antarctic||
AG|Antigua and Barbuda|Antigua|Antiguan,Barbudan||St John's,Saint John's
AR|Argentina|Argentine Republic|Argentine,Argentinian,Argentinean||Buenos Aires
AM|Armenia|Republic of Armenia|Armenian||Yerevan
AW|Aruba||Aruban||Oranjestad
AU|Australia|Commonwealth of Australia|Australian|Aussies|Canberra
AT|Austria|Republic of Austria|Austrian||Vienna
AZ|Azerbaijan|Republic of Azerbaijan|Azerbaijani,Azeri||Baku
BS|Bahamas|The Bahamas|Bahamian||Nassau
BH|Bahrain|Kingdom of Bahrain|Bahraini||Manama
BD|Bangladesh|People's Republic of Bangladesh|Bangladeshi||Dhaka
BB|Barbados||Barbadian,Bajan||Bridgetown
BY|Belarus|Republic of Belarus,Byelorussia,Belorussia|Belarusian,Belarussian,Byelorussian||Minsk
BE|Belgium|Kingdom of Belgium|Belgian||
BZ|Belize||Belizean||Belmopan
BJ|Benin|Republic of Benin|Beninese,Beninois||Porto-Novo,Cotonou
BM|Bermuda||Bermudian,Bermudan||
BT|Bhutan|Kingdom of Bhutan|Bhutanese||Thimphu
BO|Bolivia|Plurinational State of Bolivia|Bolivian||La Paz,Sucre
BQ|Bonaire, Sint Eustatius and Saba|Caribbean Netherlands,Bonaire|||Kralendijk
BA|Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina,Bosnia & Herzegovina,BiH|Bosnian||Sarajevo
BW|Botswana|Republic of Botswana|Botswanan,Motswana|Batswana|Gaborone
BV|Bouvet Island||||
BR|Brazil|Federative Republic of Brazil|Brazilian||Brasília,Brasilia
IO|British Indian Ocean Territory|Chagos Archipelago,Chagos Islands|Chagossian||
BN|Brunei|Brunei Darussalam|Bruneian||Bandar Seri Begawan
BG|Bulgaria|Republic of Bulgaria|Bulgarian||Sofia
BF|Burkina Faso|Burkina,Upper Volta|Burkinabe,Burkinabé,Burkinabè||Ouagadougou
BI|Burundi|Republic of Burundi|Burundian||Gitega,Bujumbura
CV|Cape Verde|Cabo Verde|Cape Verdean||Praia
KH|Cambodia|Kingdom of Cambodia,Kampuchea|Cambodian||Phnom Penh
CM|Cameroon|Republic of Cameroon|Cameroonian||Yaoundé,Yaounde
CA|Canada||Canadian||Ottawa
KY|Cayman Islands|Caymans|Caymanian||
CF|Central African Republic|CAR|Central African||Bangui
TD|Chad|Republic of Chad|Chadian||N'Djamena,Ndjamena
CL|Chile|Republic of Chile|Chilean||Santiago,Santiago de Chile
CN|China|People's Republic of China,PRC,P.R.C.,mainland China|Chinese||Beijing,Peking
CX|Christmas Island||||
CC|Cocos Islands|Keeling Islands,Cocos (Keeling) Islands|||
CO|Colombia|Republic of Colombia|Colombian||Bogotá,Bogota
KM|Comoros|Union of the Comoros|Comorian,Comoran||Moroni
CD|Democratic Republic of the Congo|Democratic Republic of Congo,DR Congo,DRC,D.R.C.,Congo-Kinshasa,Congo,Zaire,D.R. Congo|Congolese,Zairean||Kinshasa
CG|Republic of the Congo|Congo-Brazzaville,Congo Republic|Congolese||Brazzaville
CK|Cook Islands||||Avarua
CR|Costa Rica|Republic of Costa Rica|Costa Rican||
CI|Ivory Coast|Côte d'Ivoire,Cote d'Ivoire,Côte d’Ivoire|Ivorian,Ivoirian||Yamoussoukro,Abidjan
HR|Croatia|Republic of Croatia|Croatian,Croat||Zagreb
CU|Cuba|Republic of Cuba|Cuban||Havana
CW|Curaçao|Curacao|Curaçaoan||Willemstad
CY|Cyprus|Republic of Cyprus|Cypriot||Nicosia
CZ|Czech Republic|Czechia|Czech||Prague
DK|Denmark|Kingdom of Denmark|Danish|Danes|Copenhagen
DJ|Djibouti|Republic of Djibouti|Djiboutian||
DM|Dominica|Commonwealth of Dominica|||Roseau
DO|Dominican Republic||Dominican||Santo Domingo
EC|Ecuador|Republic of Ecuador|Ecuadorian,Ecuadorean,Ecuadoran||Quito
EG|Egypt|Arab Republic of Egypt|Egyptian||Cairo
SV|El Salvador|Republic of El Salvador|Salvadoran,Salvadorean,Salvadorian||San Salvador
GQ|Equatorial Guinea|Republic of Equatorial Guinea|Equatoguinean,Equatorial Guinean||Malabo
ER|Eritrea|State of Eritrea|Eritrean||Asmara
EE|Estonia|Republic of Estonia|Estonian||Tallinn
SZ|Eswatini|Swaziland,Kingdom of Eswatini|Swazi||Mbabane
ET|Ethiopia|Federal Democratic Republic of Ethiopia|Ethiopian||Addis Ababa
FK|Falkland Islands|Falklands,Malvinas,Islas Malvinas||Falkland Islanders|Stanley
FO|Faroe Islands|Faroes,Faeroe Islands|Faroese||Tórshavn
FJ|Fiji|Republic of Fiji|Fijian||Suva
FI|Finland|Republic of Finland|Finnish|Finns|Helsinki
FR|France|French Republic|French|French,Frenchmen|Paris
GF|French Guiana||||Cayenne
PF|French Polynesia|Tahiti|French Polynesian,Tahitian||Papeete
TF|French Southern Territories||||
GA|Gabon|Gabonese Republic|Gabonese||Libreville
GM|Gambia|The Gambia,Republic of The Gambia|Gambian||Banjul
GE|Georgia|Republic of Georgia|Georgian||Tbilisi
DE|Germany|Federal Republic of Germany,West Germany|German,West German||Berlin,Bonn
GH|Ghana|Republic of Ghana|Ghanaian||Accra
GI|Gibraltar||Gibraltarian||
GR|Greece|Hellenic Republic|Greek,Hellenic||Athens
GL|Greenland||Greenlandic|Greenlanders|Nuuk
GD|Grenada||Grenadian||
GP|Guadeloupe||Guadeloupean||
GU|Guam||Guamanian||
GT|Guatemala|Republic of Guatemala|Guatemalan||Guatemala City
GG|Guernsey||||St Peter Port
GN|Guinea|Republic of Guinea,Guinea-Conakry|Guinean||Conakry
GW|Guinea-Bissau|Guinea Bissau|Bissau-Guinean||Bissau
GY|Guyana|Co-operative Republic of Guyana|Guyanese||
HT|Haiti|Republic of Haiti|Haitian||Port-au-Prince
HM|Heard Island and McDonald Islands||||
VA|Vatican City|Holy See,Vatican,the Vatican|||
HN|Honduras|Republic of Honduras|Honduran||Tegucigalpa
HK|Hong Kong|Hong Kong SAR||Hong Kongers,Hongkongers|
HU|Hungary||Hungarian||Budapest
IS|Iceland|Republic of Iceland|Icelandic|Icelanders|Reykjavik,Reykjavík
IN|India|Republic of India|Indian||New Delhi,Delhi
ID|Indonesia|Republic of Indonesia|Indonesian||Jakarta
IR|Iran|Islamic Republic of Iran,Islamic Republic,Persia|Iranian,Persian||Tehran,Teheran
IQ|Iraq|Republic of Iraq|Iraqi||Baghdad
IE|Ireland|Republic of Ireland,Irish Republic,Eire,Éire|Irish||Dublin
IM|Isle of Man||Manx||
IL|Israel|State of Israel|Israeli||Jerusalem,Tel Aviv
IT|Italy|Italian Republic|Italian||Rome
JM|Jamaica||Jamaican||
JP|Japan||Japanese||Tokyo
JE|Jersey||||St Helier
JO|Jordan|Hashemite Kingdom of Jordan|Jordanian||Amman
KZ|Kazakhstan|Republic of Kazakhstan|Kazakh,Kazakhstani||Astana,Nur-Sultan
KE|Kenya|Republic of Kenya|Kenyan||Nairobi
KI|Kiribati|Republic of Kiribati|I-Kiribati||Tarawa
KP|North Korea|Democratic People's Republic of Korea,DPRK,D.P.R.K.|North Korean||Pyongyang
KR|South Korea|Republic of Korea,ROK,R.O.K.|South Korean||Seoul
KW|Kuwait|State of Kuwait|Kuwaiti||Kuwait City
KG|Kyrgyzstan|Kyrgyz Republic,Kirghizia,Kirgizia,Kyrgyzia|Kyrgyz,Kyrgyzstani,Kirghiz||Bishkek
LA|Laos|Lao People's Democratic Republic,Lao PDR|Lao,Laotian||Vientiane
LV|Latvia|Republic of Latvia|Latvian||Riga
LB|Lebanon|Lebanese Republic|Lebanese||Beirut
LS|Lesotho|Kingdom of Lesotho|Basotho,Mosotho||Maseru
LR|Liberia|Republic of Liberia|Liberian||Monrovia
LY|Libya|State of Libya|Libyan||Tripoli
LI|Liechtenstein|Principality of Liechtenstein||Liechtensteiners|Vaduz
LT|Lithuania|Republic of Lithuania|Lithuanian||Vilnius
LU|Luxembourg|Grand Duchy of Luxembourg,Luxemburg|Luxembourgish|Luxembourgers|
MO|Macau|Macao,Macau SAR|Macanese||
MG|Madagascar|Republic of Madagascar|Malagasy,Madagascan||Antananarivo
MW|Malawi|Republic of Malawi|Malawian||Lilongwe
MY|Malaysia|Malaya|Malaysian||Kuala Lumpur,Putrajaya
MV|Maldives|Republic of Maldives,the Maldives|Maldivian||Malé
ML|Mali|Republic of Mali|Malian||Bamako
MT|Malta|Republic of Malta|Maltese||Valletta
MH|Marshall Islands||Marshallese||Majuro
MQ|Martinique||Martinican||Fort-de-France
MR|Mauritania|Islamic Republic of Mauritania|Mauritanian||Nouakchott
MU|Mauritius|Republic of Mauritius|Mauritian||Port Louis
YT|Mayotte||Mahoran||Mamoudzou
MX|Mexico|United Mexican States|Mexican||Mexico City
FM|Micronesia|Federated States of Micronesia|Micronesian||Palikir
MD|Moldova|Republic of Moldova,Moldavia|Moldovan,Moldavian||Chisinau,Chișinău,Chişinău
MC|Monaco|Principality of Monaco|Monegasque,Monégasque||
MN|Mongolia||Mongolian|Mongols|Ulaanbaatar,Ulan Bator
ME|Montenegro||Montenegrin||Podgorica
MS|Montserrat||Montserratian||
MA|Morocco|Kingdom of Morocco|Moroccan||Rabat
MZ|Mozambique|Republic of Mozambique|Mozambican||Maputo
MM|Myanmar|Burma,Republic of the Union of Myanmar|Burmese,Myanma||Naypyidaw,Nay Pyi Taw,Naypyitaw
NA|Namibia|Republic of Namibia|Namibian||Windhoek
NR|Nauru|Republic of Nauru|Nauruan||
NP|Nepal|Federal Democratic Republic of Nepal|Nepali,Nepalese||Kathmandu
NL|Netherlands|The Netherlands,Holland,Kingdom of the Netherlands|Dutch|Dutch,Dutchmen|The Hague,Amsterdam
NC|New Caledonia|Kanaky|New Caledonian,Kanak||Nouméa,Noumea
NZ|New Zealand|Aotearoa||New Zealanders,Kiwis|Wellington
NI|Nicaragua|Republic of Nicaragua|Nicaraguan||Managua
NE|Niger|Republic of Niger|Nigerien||Niamey
NG|Nigeria|Federal Republic of Nigeria|Nigerian||Abuja
NU|Niue||Niuean||Alofi
NF|Norfolk Island||||
MK|North Macedonia|Macedonia,Republic of Macedonia,FYROM,Former Yugoslav Republic of Macedonia|Macedonian,North Macedonian||Skopje
MP|Northern Mariana Islands|Northern Marianas|||Saipan
NO|Norway|Kingdom of Norway|Norwegian||Oslo
OM|Oman|Sultanate of Oman|Omani||Muscat
PK|Pakistan|Islamic Republic of Pakistan|Pakistani||Islamabad
PW|Palau|Republic of Palau|Palauan||Ngerulmud
PS|Palestine|State of Palestine,Palestinian Territories,Palestinian territories,Palestinian Territory,Occupied Palestinian Territory|Palestinian||Ramallah
PA|Panama|Republic of Panama|Panamanian||Panama City
PG|Papua New Guinea|PNG|Papua New Guinean||Port Moresby
PY|Paraguay|Republic of Paraguay|Paraguayan||Asunción,Asuncion
PE|Peru|Republic of Peru|Peruvian||Lima
PH|Philippines|Republic of the Philippines,the Philippines|Philippine,Filipino,Filipina||Manila
PN|Pitcairn|Pitcairn Islands||Pitcairn Islanders|
PL|Poland|Republic of Poland|Polish|Poles|Warsaw
PT|Portugal|Portuguese Republic|Portuguese||Lisbon
PR|Puerto Rico||Puerto Rican||San Juan
QA|Qatar|State of Qatar|Qatari||Doha
RE|Réunion|Reunion|Réunionese||
RO|Romania|Rumania|Romanian||Bucharest
RU|Russia|Russian Federation|Russian||Moscow
RW|Rwanda|Republic of Rwanda|Rwandan,Rwandese||Kigali
BL|Saint Barthélemy|St Barts,Saint Barthelemy|||Gustavia
SH|Saint Helena, Ascension and Tristan da Cunha|Saint Helena,St Helena|Saint Helenian||Jamestown
KN|Saint Kitts and Nevis|St Kitts and Nevis,St. Kitts and Nevis,Saint Kitts|Kittitian||Basseterre
LC|Saint Lucia|St Lucia,St. Lucia|Saint Lucian,St Lucian||Castries
MF|Saint Martin|Saint-Martin|||Marigot
PM|Saint Pierre and Miquelon||||
VC|Saint Vincent and the Grenadines|St Vincent,Saint Vincent,St. Vincent and the Grenadines,St Vincent and the Grenadines|Vincentian||Kingstown
WS|Samoa|Western Samoa|Samoan||Apia
SM|San Marino|Republic of San Marino|Sammarinese||
ST|São Tomé and Príncipe|Sao Tome and Principe,São Tomé,Sao Tome|São Toméan||
SA|Saudi Arabia|Kingdom of Saudi Arabia,KSA|Saudi,Saudi Arabian||Riyadh
SN|Senegal|Republic of Senegal|Senegalese||Dakar
RS|Serbia|Republic of Serbia|Serbian,Serb||Belgrade
SC|Seychelles|Republic of Seychelles|Seychellois||
SL|Sierra Leone|Republic of Sierra Leone|Sierra Leonean||Freetown
SG|Singapore|Republic of Singapore|Singaporean||
SX|Sint Maarten||||Philipsburg
SK|Slovakia|Slovak Republic|Slovak,Slovakian||Bratislava
SI|Slovenia|Republic of Slovenia|Slovenian,Slovene||Ljubljana
SB|Solomon Islands|Solomons||Solomon Islanders|Honiara
SO|Somalia|Federal Republic of Somalia|Somali,Somalian||Mogadishu
ZA|South Africa|Republic of South Africa|South African||Pretoria,Cape Town
GS|South Georgia and the South Sandwich Islands||||
SS|South Sudan|Republic of South Sudan|South Sudanese||Juba
ES|Spain|Kingdom of Spain|Spanish|Spaniards|Madrid
LK|Sri Lanka|Democratic Socialist Republic of Sri Lanka,Ceylon|Sri Lankan||Colombo,Sri Jayawardenepura Kotte
SD|Sudan|Republic of the Sudan,Republic of Sudan|Sudanese||Khartoum
SR|Suriname|Republic of Suriname,Surinam|Surinamese||Paramaribo
SJ|Svalbard and Jan Mayen|Svalbard|||Longyearbyen
SE|Sweden|Kingdom of Sweden|Swedish|Swedes|Stockholm
CH|Switzerland|Swiss Confederation|Swiss||Bern,Berne
SY|Syria|Syrian Arab Republic|Syrian||Damascus
TW|Taiwan|Republic of China,Chinese Taipei|Taiwanese||Taipei
TJ|Tajikistan|Republic of Tajikistan|Tajik,Tajikistani||Dushanbe
TZ|Tanzania|United Republic of Tanzania,Tanganyika|Tanzanian||Dodoma,Dar es Salaam
TH|Thailand|Kingdom of Thailand,Siam|Thai||Bangkok
TL|East Timor|Timor-Leste,Timor Leste|Timorese,East Timorese||Dili
TG|Togo|Togolese Republic|Togolese||Lomé,Lome
TK|Tokelau||Tokelauan||
TO|Tonga|Kingdom of Tonga|Tongan||Nuku'alofa,Nukualofa
TT|Trinidad and Tobago|Trinidad & Tobago,Trinidad|Trinidadian,Tobagonian||Port of Spain
TN|Tunisia|Republic of Tunisia|Tunisian||Tunis
TR|Turkey|Türkiye,Turkiye,Republic of Turkey,Republic of Türkiye|Turkish|Turks|Ankara
TM|Turkmenistan||Turkmen,Turkmenistani||Ashgabat
TC|Turks and Caicos Islands|Turks and Caicos|||Cockburn Town
TV|Tuvalu||Tuvaluan||Funafuti
UG|Uganda|Republic of Uganda|Ugandan||Kampala
UA|Ukraine|the Ukraine|Ukrainian||Kyiv,Kiev
AE|United Arab Emirates|UAE,U.A.E.,Emirates|Emirati||Abu Dhabi
GB|United Kingdom|UK,U.K.,Britain,Great Britain,United Kingdom of Great Britain and Northern Ireland|British,UK,U.K.|British,Britons,Brits|London
US|United States|United States of America,US,U.S.,USA,U.S.A.,America|American,US,U.S.|Americans|Washington,Washington DC,Washington D.C.
UM|United States Minor Outlying Islands||||
UY|Uruguay|Oriental Republic of Uruguay|Uruguayan||Montevideo
UZ|Uzbekistan|Republic of Uzbekistan|Uzbek,Uzbekistani||Tashkent
VU|Vanuatu|Republic of Vanuatu|Vanuatuan,Ni-Vanuatu||Port Vila
VE|Venezuela|Bolivarian Republic of Venezuela|Venezuelan||Caracas
VN|Vietnam|Viet Nam,Socialist Republic of Vietnam|Vietnamese||Hanoi
VG|British Virgin Islands|BVI|||Road Town
VI|U.S. Virgin Islands|US Virgin Islands,United States Virgin Islands|||Charlotte Amalie
WF|Wallis and Futuna||||Mata-Utu
EH|Western Sahara|Sahrawi Arab Democratic Republic,Sahrawi Republic|Sahrawi,Saharawi||Laayoune,El Aaiún
YE|Yemen|Republic of Yemen|Yemeni,Yemenite||Sanaa,Sana'a,Aden
ZM|Zambia|Republic of Zambia|Zambian||Lusaka
ZW|Zimbabwe|Republic of Zimbabwe,Rhodesia|Zimbabwean||Harare
XK|Kosovo|Republic of Kosovo|Kosovar,Kosovan,Kosovo Albanian||Pristina,Priština
|Abkhazia|Republic of Abkhazia|Abkhaz,Abkhazian||Sukhumi,Sokhumi
|South Ossetia|Republic of South Ossetia|South Ossetian,Ossetian||Tskhinvali
|Transnistria|Transdniestria,Pridnestrovie|Transnistrian||Tiraspol
|Northern Cyprus|Turkish Republic of Northern Cyprus,TRNC|Turkish Cypriot||
|Somaliland|Republic of Somaliland|Somalilander||Hargeisa
|Nagorno-Karabakh|Artsakh,Nagorny Karabakh,Karabakh|||Stepanakert
GB-ENG|England||English|Englishmen|
GB-SCT|Scotland||Scottish,Scots|Scots|Edinburgh
GB-WLS|Wales||Welsh|Welsh,Welshmen|Cardiff
GB-NIR|Northern Ireland|Ulster|Northern Irish||Belfast
SUHH|Soviet Union|USSR,U.S.S.R.,Union of Soviet Socialist Republics|Soviet||
YUCS|Yugoslavia|Federal Republic of Yugoslavia|Yugoslav,Yugoslavian||
CSHH|Czechoslovakia||Czechoslovak,Czechoslovakian||
DDDE|East Germany|German Democratic Republic,GDR|East German||East Berlin
CSXX|Serbia and Montenegro||||
`

// The table of regions: name, other names, adjectives, people. They are places
// and take no side.
const regionTable = `
Africa||African|
Asia||Asian|
Europe||European|
North America||North American|
South America||South American|
Central America||Central American|
Latin America||Latin American|Latinos
Oceania|||
Middle East|Mideast,Near East|Middle Eastern,Mideast|
Central Asia||Central Asian|
South Asia||South Asian|
Southeast Asia|South East Asia,South-East Asia,Southeastern Asia|Southeast Asian,South-East Asian|
East Asia||East Asian|
North Africa||North African|
West Africa||West African|
East Africa||East African|
Southern Africa||Southern African|
Central Africa||Central African|
Sub-Saharan Africa|sub-Saharan Africa|Sub-Saharan,sub-Saharan|
Eastern Europe||Eastern European,East European|
Western Europe||Western European,West European|
Central Europe||Central European|
Northern Europe||Northern European|
Southern Europe||Southern European|
Balkans|the Balkans,Western Balkans|Balkan|
Baltics|Baltic States,Baltic states|Baltic|Balts
Caucasus|South Caucasus,North Caucasus|Caucasian|
Caribbean|West Indies|Caribbean,West Indian|
Scandinavia||Scandinavian|
Horn of Africa|||
Sahel||Sahelian|
Maghreb||Maghrebi|
Levant||Levantine|
Persian Gulf|Arabian Gulf,Gulf|Gulf|
Arctic||Arctic|
Pacific|Asia-Pacific,Indo-Pacific|Pacific|
Iberia|Iberian Peninsula|Iberian|
Kurdistan|Iraqi Kurdistan|Kurdish|Kurds
Chechnya||Chechen|
Dagestan||Dagestani|
Crimea||Crimean|
Catalonia||Catalan|
Basque Country||Basque|
Tibet||Tibetan|
Xinjiang||Uyghur,Uighur|
Kashmir|Jammu and Kashmir|Kashmiri|
Gaza|Gaza Strip|Gazan|
West Bank|||
Golan Heights|Golan||
Darfur||Darfuri|
Quebec|Québec|Québécois|Quebecers
Siberia||Siberian|
Bavaria||Bavarian|
Korean Peninsula|Korea|Korean|
Arab world|Arab World|Arab|
Muslim world|Islamic world,Muslim World,Islamic World||
West||Western|
`

// The table of prefixes of compound adjectives: "Sino-Russian", with the code.
const prefixTable = `
Sino CN
Russo RU
Anglo GB
Franco FR
Indo IN
Italo IT
Austro AT
Greco GR
Turco TR
Turko TR
Nippo JP
Hispano ES
Luso PT
Dano DK
Americano US
Polono PL
Serbo RS
Soviet SUHH
`

// The table of international organisations: short name, name, other names.
const bodyTable = `
UN|United Nations|U.N.,UNO,United Nations Organisation,United Nations Organization
EU|European Union|E.U.
NATO|North Atlantic Treaty Organization|Nato,North Atlantic Treaty Organisation,North Atlantic Alliance
SCO|Shanghai Cooperation Organisation|Shanghai Cooperation Organization
CSTO|Collective Security Treaty Organization|Collective Security Treaty Organisation
CIS|Commonwealth of Independent States|
EAEU|Eurasian Economic Union|EEU
ASEAN|Association of Southeast Asian Nations|Asean,Association of South East Asian Nations
AU|African Union|
OAU|Organisation of African Unity|Organization of African Unity
ECOWAS|Economic Community of West African States|Ecowas
SADC|Southern African Development Community|
EAC|East African Community|
IGAD|Intergovernmental Authority on Development|
OPEC|Organization of the Petroleum Exporting Countries|Opec,Organisation of the Petroleum Exporting Countries
OSCE|Organization for Security and Co-operation in Europe|Organisation for Security and Cooperation in Europe,Organization for Security and Cooperation in Europe
OAS|Organization of American States|Organisation of American States
OECD|Organisation for Economic Co-operation and Development|Organization for Economic Cooperation and Development
OIC|Organisation of Islamic Cooperation|Organization of Islamic Cooperation,Organisation of the Islamic Conference,Organization of the Islamic Conference
GCC|Gulf Cooperation Council|Gulf Co-operation Council
WTO|World Trade Organization|World Trade Organisation
WHO|World Health Organization|World Health Organisation
IMF|International Monetary Fund|
IAEA|International Atomic Energy Agency|
ICC|International Criminal Court|
ICJ|International Court of Justice|
ILO|International Labour Organization|International Labour Organisation,International Labor Organization
UNESCO|United Nations Educational, Scientific and Cultural Organization|Unesco
UNICEF|United Nations Children's Fund|Unicef
UNHCR|United Nations High Commissioner for Refugees|UN High Commissioner for Refugees,UN Refugee Agency,UN refugee agency
WFP|World Food Programme|World Food Program
FAO|Food and Agriculture Organization|Food and Agriculture Organisation
ECB|European Central Bank|
EBRD|European Bank for Reconstruction and Development|
ADB|Asian Development Bank|
AfDB|African Development Bank|
ICRC|International Committee of the Red Cross|
IOC|International Olympic Committee|
FIFA|Fédération Internationale de Football Association|Fifa
UEFA|Union of European Football Associations|Uefa
BRICS||Brics
APEC|Asia-Pacific Economic Cooperation|Apec
SAARC|South Asian Association for Regional Cooperation|Saarc
CARICOM|Caribbean Community|Caricom
EFTA|European Free Trade Association|Efta
Mercosur|Southern Common Market|Mercosul
Interpol|International Criminal Police Organization|INTERPOL
Europol||EUROPOL
Arab League|League of Arab States|
World Bank||
Commonwealth of Nations||
`
