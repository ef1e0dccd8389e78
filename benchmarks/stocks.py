"""Words that made-up articles are composed from.

A stock is a tuple of phrases for one slot of a template, e.g. ``{noun}``; one of the templates reads
``The {adj} {noun} near {town} will cost {n4} {money}``. The stocks are wide and their phrases short, so that
a compressor finds little to repeat.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Country(NamedTuple):
    """A country as datelines and headlines print it."""

    name: str
    adjective: str
    city: str


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split(";"))


def _countries(text: str) -> tuple[Country, ...]:
    return tuple(Country(*(cell.strip() for cell in row.split(","))) for row in text.strip().split(";"))


COUNTRIES: Final = _countries("""
Pakistan,Pakistani,Islamabad; Japan,Japanese,Tokyo; India,Indian,New Delhi; China,Chinese,Beijing;
Kenya,Kenyan,Nairobi; Malaysia,Malaysian,Kuala Lumpur; Oman,Omani,Muscat; Peru,Peruvian,Lima;
Chile,Chilean,Santiago; Egypt,Egyptian,Cairo; Jordan,Jordanian,Amman; Morocco,Moroccan,Rabat;
Norway,Norwegian,Oslo; Finland,Finnish,Helsinki; Estonia,Estonian,Tallinn; Latvia,Latvian,Riga;
Romania,Romanian,Bucharest; Hungary,Hungarian,Budapest; Serbia,Serbian,Belgrade; Greece,Greek,Athens;
Cyprus,Cypriot,Nicosia; Malta,Maltese,Valletta; Portugal,Portuguese,Lisbon; Spain,Spanish,Madrid;
France,French,Paris; Germany,German,Berlin; Austria,Austrian,Vienna; Poland,Polish,Warsaw;
Sweden,Swedish,Stockholm; Iceland,Icelandic,Reykjavik; Ireland,Irish,Dublin; Italy,Italian,Rome;
Russia,Russian,Moscow; Kazakhstan,Kazakh,Astana; Uzbekistan,Uzbek,Tashkent; Tajikistan,Tajik,Dushanbe;
Azerbaijan,Azerbaijani,Baku; Armenia,Armenian,Yerevan; Georgia,Georgian,Tbilisi; Iran,Iranian,Tehran;
Iraq,Iraqi,Baghdad; Kuwait,Kuwaiti,Kuwait; Qatar,Qatari,Doha; Bahrain,Bahraini,Manama;
Saudi Arabia,Saudi,Riyadh; Ethiopia,Ethiopian,Addis Ababa; Uganda,Ugandan,Kampala; Rwanda,Rwandan,Kigali;
Zambia,Zambian,Lusaka; Botswana,Botswanan,Gaborone; Namibia,Namibian,Windhoek; Angola,Angolan,Luanda;
Ghana,Ghanaian,Accra; Nigeria,Nigerian,Abuja; Senegal,Senegalese,Dakar; Tunisia,Tunisian,Tunis;
Algeria,Algerian,Algiers; Mexico,Mexican,Mexico City; Colombia,Colombian,Bogota; Ecuador,Ecuadorian,Quito;
Bolivia,Bolivian,La Paz; Paraguay,Paraguayan,Asuncion; Uruguay,Uruguayan,Montevideo;
Brazil,Brazilian,Brasilia; Canada,Canadian,Ottawa; Indonesia,Indonesian,Jakarta; Thailand,Thai,Bangkok;
Vietnam,Vietnamese,Hanoi; Laos,Lao,Vientiane; Cambodia,Cambodian,Phnom Penh; Mongolia,Mongolian,Ulaanbaatar;
Nepal,Nepalese,Kathmandu; Bhutan,Bhutanese,Thimphu; Bangladesh,Bangladeshi,Dhaka;
Sri Lanka,Sri Lankan,Colombo; Fiji,Fijian,Suva; Samoa,Samoan,Apia; Australia,Australian,Canberra;
New Zealand,New Zealand,Wellington; South Korea,South Korean,Seoul
""")

AGENCIES: Final = _phrases("""
Reuters; AP; AFP; Xinhua; Yonhap; APP; ANI; PTI; IANS; KUNA; WAM; VNA; Bernama; TASS; Sputnik; IRNA; Petra;
BSS; EFE; dpa; AA; ANTARA; Trend; Kyodo; CNA; AGERPRES; Kazinform; SPA; QNA; KNA
""")

FIRST_NAMES: Final = _words("""
Adel Aida Ahmed Akira Alma Amina Anders Anjali Anna Ansel Aroha Aruna Astrid Ayesha Bakhyt Beatriz Bilal
Bruno Camila Chanda Chidi Clara Daniel Darius Devika Dilnoza Dina Elena Elif Emeka Emil Eszter Farah Farid
Fatima Felix Fiona Gita Goran Grace Hamad Hana Haruki Helena Hiro Hugo Ibrahim Ines Irina Isaac Ivan Jamila
Jana Javed Jiho Joao Jonas Juma Kamal Karin Kavya Kenji Khalid Lars Leila Lina Linh Lorenzo Lucia Mahmud Mai
Malik Marek Maria Marta Mehmet Mei Milan Mina Miro Moses Nadia Naira Nasser Nikhil Nilufar Nora Olga Omar
Otto Pavel Pedro Petra Pradeep Priya Rafael Rania Rashid Ravi Rosa Ruslan Sadia Salma Samir Sanjay Sara
Sergei Shirin Silvia Simon Sofia Stefan Sunil Tamar Tariq Tendai Thabo Tomas Tuan Uma Usman Valentina Vera
Victor Wanjiru Wei Yara Yelena Yuki Yusuf Zahra Zainab Zoran
""")

SURNAME_STARTS: Final = _words("""
Abd Aka Ald Ama And Ari Bal Ban Bar Bel Ber Bol Bra Cal Car Cha Cor Dal Dar Del Dor Dra Eke Els Fal Far Fen
Gal Gar Gor Gra Hak Hal Har Hol Iba Isk Jal Jan Kal Kam Kar Ker Kor Lam Lar Leh Lin Mak Mal Mar Mor Nad Nar
Nov Obe Oka Ola Pal Par Pet Qur Rah Ram Ros Sal San Ser Sha Sor Tak Tal Tar Tor Uma Val Var Vel Wan Was Yam
Yar Zah Zal
""")
SURNAME_MIDDLES: Final = _words("""
a ad al am an ar ash av e ed el en er i id im in ir o od ol on or u ul um un ur y yk
""")
SURNAME_ENDS: Final = _words("""
adi ani ari aro ath bek berg chi dan der din dov dze eira ell enko ero ev fi gard gaya go har hi ian ida imi
ino ira iri ishi itz ko kova la lin lund mae man mura na nen ngo nik oglu ola ona oro ova rai reth ro sen
shi ska son stad suri ta tani ti to tra va vic wal wi ya yan za zai zan
""")

TOWN_STARTS: Final = _words("""
""
Al Bar Bel Cas Dar El Far Gol Har Jal Kan Kil Lam Mar Mon Nor Oud Pal Qar Ras San Sar Tal Val
""
""")
TOWN_MIDDLES: Final = _words("""
a ama ba bu da e ga i ka la li ma mi na o pe ra ri sa ta tu u wa zi
""")
TOWN_ENDS: Final = _words("""
bad burg ca dan dor gan gir ka la mar mo nda ne pur ra rra shan sk stan te to va vik xa yra zar
""")

MONTHS: Final = _words(
    "January February March April May June July August September October November December"
)
WEEKDAYS: Final = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

RANKS: Final = _phrases("""
Brigadier; Rear Admiral; Major General; Lieutenant General; Air Commodore; Colonel; Dr.; Engineer;
Professor; Ambassador
""")
ROLES: Final = _phrases("""
Additional Secretary; Joint Secretary; Director General; Deputy Minister; Vice Minister; State Secretary;
Permanent Secretary; Secretary General; Assistant Minister; Under-Secretary; Principal Secretary;
Deputy Director General; Chief Executive; Special Envoy; Political Director; Head of Department;
First Deputy Minister; Assistant Secretary; Deputy Governor; Chairman
""")
AREAS: Final = _phrases("""
Asia Pacific; Europe; Americas; Africa; Middle East; Trade Diplomacy; Policy Planning; Consular Affairs;
Multilateral Affairs; Arms Control; Energy; Ports; Water; East; West; South; Training;
International Cooperation; Climate; Cyber Affairs; Oceans
""")
FIELDS: Final = _phrases("""
Foreign Affairs; Defence; Commerce; Trade and Industry; Agriculture; Energy; Water Resources; Transport;
Health; Education; Finance; Interior; Justice; Culture; Tourism; Fisheries; Mines; Environment; Labour;
Communications; Planning; Science; Housing
""")
SUBJECTS: Final = _phrases("""
Security; Maritime; Water; Energy; Trade; Consular; Strategic Defence; Cyber; Space; Fisheries; Migration;
Transport; Customs; Counter-Terrorism; Climate; Health; Labour; Education; Heritage; Tourism; Agriculture;
Mining; Rail; Aviation; Arctic; Forest
""")
SERIES: Final = _phrases("""
Dialogue; Consultations; Joint Commission; Talks; Working Group; Strategic Dialogue; Policy Dialogue;
Joint Committee; Forum
""")
COMPONENTS: Final = _phrases("""
Policy Talks; Staff Talks; Expert Talks; Technical Talks; Legal Affairs; Port Services; Border Posts;
Training and Exchange; Goods in Transit; Data Protection; Search and Rescue; Pilot Projects; Finance;
Standards; Logistics
""")
ORDINALS: Final = _words("""
first second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th 6th 7th 8th 9th 11th 12th
13th 14th
""")
MODES: Final = _phrases("""
held in virtual mode; held virtually; held via video link; held by video conference; held in person;
held face to face; convened online; convened in {city}; hosted by {city}; opened in {city};
which took place in {city}; that ended in {city}
""")

ADJECTIVES: Final = _words("""
able ample annual basic bitter blunt bold brief bright broad busy careful cautious central cheap civil clear
close coastal cold common complex costly crucial daily deep delayed direct disputed distant double draft dry
early eastern eager exact extra fair faint fast final firm fixed flat foreign formal fragile frank free
fresh full gentle global good gradual grave growing hard hasty heavy hidden high honest hostile idle inland
joint keen large late lasting legal light likely limited local long loose low loyal main major marine mild
minor mixed modern modest mutual narrow national new northern novel old open ordinary outer partial patient
plain poor porous private prompt proper proud public quiet quick rapid rare ready recent regional remote
rival robust rough rural safe scarce secret serious severe shared sharp short silent simple slow small
smooth social solid southern sparse spare special stable steady steep strict strong sudden swift tense
tender thin tight timely tough tidy urban urgent useful usual vague vast vital warm weak western wide young
""")
NOUNS: Final = _words("""
accord account agenda aid airport alarm ambulance anchor apple archive army audit award bakery bank barge
barley barrier basin bazaar beach bench berth bill boat bond border bottle bridge budget bus cable calendar
camp canal cargo cable cedar cement census chapel charter clinic clock coal coffee college compass copper
coral corridor cotton council court crane credit crew crop culvert customs dam data debt deer depot desert
diesel diploma dock dowry drain drill drone dust duty earthquake embassy engine estate estuary export
factory farm fee fence ferry fertiliser festival fiber field fine fishery fleet flood flour forest fort
freight frontier fruit fuel fund garage garment gas gate glacier goat grain grant gravel grid guard gypsum
harbour harvest hazard herd highway hospital hostel hotel housing ice import income insulin iron island
jetty journal judge jury kiln laboratory lake lamp lane laptop lawn lease ledger lens levy library licence
lighthouse limestone livestock loan lorry machine maize mango map market mast meadow medicine metal migrant
mill mine mission monsoon motor museum nickel nurse oasis oil olive onion orchard orchid ore oxygen paddy
palace paper parcel park parliament passport pasture patent patrol pension pepper permit petition pilot
pipeline plant platform plough poem police poll pond port potash potato pump quarry quay quota radar radio
railway rain ransom ration reactor receipt reef refinery refugee register rent reserve reservoir rice ridge
river road rocket rubber runway salt sand satellite school seed sensor sesame sewer sheep shelter ship
shrine silk silo silver site sluice soil solar spice stadium steel storm strait subsidy sugar summit supply
survey switch tank tariff tax tea telegraph temple terminal textile theatre ticket timber tin toll tourist
tower tractor train transit treaty trench truck tunnel turbine union uranium vaccine valley vanilla vessel
village villa vineyard visa voucher wage wagon wall warehouse waste water weather well wetland wharf wheat
willow windmill wool workshop yard yacht zinc zone
""")
VERBS_PAST: Final = _words("""
accepted added adopted amended approved arranged asked assessed audited backed banned blocked borrowed
bought built cancelled capped checked cleared closed combined compared completed copied counted covered cut
debated declined defended delayed delivered denied described designed divided doubled drafted dropped eased
ended endorsed examined exchanged expanded explained extended financed finished fixed followed funded
gathered granted halved handed helped hired hosted improved inspected insured issued joined kept launched
leased lifted limited linked listed loaded lost lowered measured mended merged moved named noted offered
opened ordered outlined paid painted passed planned planted pledged postponed praised printed promised
proposed protected published purchased questioned raised ratified received refused registered rejected
released renewed repaired replaced reported rescued restored resumed returned reviewed revised saved
scrapped sealed secured sent settled shared shipped shortened signed sold sorted stopped stored studied
supplied suspended tested traced traded trained tripled unveiled upgraded urged used verified visited warned
weighed welcomed widened withdrew
""")
VERBS: Final = _words("""
accept adopt amend approve arrange assess audit back ban borrow build buy cap check clear close combine
compare complete copy count cover cut debate defend deliver design divide double draft drop ease end endorse
examine exchange expand extend finance finish fix fund gather grant halve hire host improve inspect insure
issue join keep launch lease lift limit link list load lower measure mend merge move name offer open order
outline pay plan plant pledge postpone print propose protect publish question raise ratify receive refuse
register reject release renew repair replace rescue restore resume return review revise save scrap seal
secure sell send settle share ship shorten sign sort stop store study supply suspend test trace trade train
triple unveil upgrade use verify visit weigh welcome widen withdraw
""")
SAID: Final = _words("""
said noted added stressed explained recalled argued remarked stated warned underlined observed
""")
PEOPLE: Final = _phrases("""
farmers; traders; pilots; nurses; students; teachers; fishermen; engineers; drivers; miners; porters;
judges; officers; villagers; shipowners; bankers; weavers; brokers; doctors; surveyors; guards; clerks;
herders; millers; mechanics; divers; printers; masons; importers; exporters; tour guides; seafarers;
inspectors; translators; pensioners; shopkeepers; electricians; beekeepers
""")
MONEY: Final = _phrases("""
dollars; euros; rupees; yen; riyals; dinars; pesos; shillings; million dollars; million euros;
million rupees
""")
UNITS: Final = _phrases("""
tonnes; hectares; kilometres; barrels; megawatts; litres; bags; containers; wagons; beds; metres;
cubic metres
""")
WHEN: Final = _phrases("""
next year; this month; by the end of the year; before winter; after the harvest; in the spring;
within six weeks; last summer; since the last round; for the first time; in the past decade;
over the weekend; two years ago; until further notice; before the rains; as early as June; in due course;
at short notice; every other month; once the survey is done
""")
WHERE: Final = _phrases("""
along the border; in the capital; on the coast; near {town}; in {town}; outside {town}; across the region;
between {town} and {town}; in the north; in the hills above {town}; at the port of {town}; in three provinces;
on both banks of the river; at the airport of {town}; in the free zone; on the road to {town}
""")
