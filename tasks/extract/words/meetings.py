# ruff: noqa: SIM905 - lists of words read better as text
"""Words of official meetings: ``dialogue``, ``round``, ``held``, ``postponed``, ``third``."""

from __future__ import annotations

from typing import Final

MEETING_NOUNS: Final = frozenset(
    """
    dialogue dialog talks consultation consultations meeting summit conference forum commission committee
    council group negotiations discussions council conclave gathering symposium teleconference
    videoconference sitting round session edition trilateral bilateral mechanism colloquium roundtable
    retreat
    """.split()
)
CAPITAL_NOUNS: Final = frozenset("track platform exchange".split())
"""Nouns of meetings only in a proper name: the Security Track."""
COUNTERS: Final = frozenset("round session edition meeting sitting gathering iteration instalment".split())
"""What an ordinal counts: ``the 8th round of``, ``third session of``."""

BODY_NOUNS: Final = frozenset("commission committee council group mechanism force track exchange".split())
"""Meetings named by the body that meets: the joint commission."""

ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        """
    first|inaugural|maiden second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
    twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth
    twenty-ninth thirtieth thirty-first thirty-second thirty-third thirty-fourth thirty-fifth thirty-sixth
    thirty-seventh thirty-eighth thirty-ninth fortieth forty-first forty-second forty-third forty-fourth
    forty-fifth forty-sixth forty-seventh forty-eighth forty-ninth fiftieth
    """.split(),
        start=1,
    )
    for word in words.split("|")
}
CARDINALS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        start=1,
    )
}
SIDE_NOUNS: Final = frozenset(
    "side sides delegation delegations team teams end hosts host visitors guests guest".split()
)

CAPITALS: Final = {
    name.replace("_", " "): code
    for name, code in (
        pair.split(":")
        for pair in """
    Abu_Dhabi:AE Abuja:NG Accra:GH Addis_Ababa:ET Algiers:DZ Amman:JO Ankara:TR Antananarivo:MG
    Ashgabat:TM Asmara:ER Astana:KZ Asuncion:PY Asunción:PY Athens:GR Baghdad:IQ Baku:AZ Bamako:ML
    Bangkok:TH Bangui:CF Banjul:GM Beijing:CN Beirut:LB Belgrade:RS Belmopan:BZ Berlin:DE Bern:CH
    Bishkek:KG Bissau:GW Bogota:CO Bogotá:CO Brasilia:BR Brasília:BR Bratislava:SK Brazzaville:CG
    Bridgetown:BB Bucharest:RO Budapest:HU Bujumbura:BI Cairo:EG Canberra:AU Caracas:VE Chisinau:MD
    Colombo:LK Conakry:GN Copenhagen:DK Dakar:SN Damascus:SY Dhaka:BD Dili:TL Djibouti:DJ Dodoma:TZ
    Doha:QA Dublin:IE Dushanbe:TJ Freetown:SL Gaborone:BW Georgetown:GY Guatemala_City:GT Hanoi:VN
    Harare:ZW Havana:CU Helsinki:FI Honiara:SB Islamabad:PK Jakarta:ID Jerusalem:IL Juba:SS Kabul:AF
    Kampala:UG Kathmandu:NP Khartoum:SD Kigali:RW Kingston:JM Kinshasa:CD Kuala_Lumpur:MY Kyiv:UA Kiev:UA
    La_Paz:BO Libreville:GA Lilongwe:MW Lima:PE Lisbon:PT Ljubljana:SI Lome:TG Lomé:TG London:GB
    Luanda:AO Lusaka:ZM Madrid:ES Malabo:GQ Male:MV Managua:NI Manama:BH Manila:PH Maputo:MZ Maseru:LS
    Mbabane:SZ Mexico_City:MX Minsk:BY Mogadishu:SO Monrovia:LR Montevideo:UY Moroni:KM Moscow:RU
    Muscat:OM Nairobi:KE Nassau:BS Naypyitaw:MM Ndjamena:TD N'Djamena:TD New_Delhi:IN Delhi:IN Niamey:NE
    Nicosia:CY Nouakchott:MR Nuku'alofa:TO Oslo:NO Ottawa:CA Ouagadougou:BF Paramaribo:SR Paris:FR
    Phnom_Penh:KH Podgorica:ME Port-au-Prince:HT Port_Louis:MU Port_Moresby:PG Port_of_Spain:TT Prague:CZ
    Praia:CV Pretoria:ZA Pristina:XK Pyongyang:KP Quito:EC Rabat:MA Reykjavik:IS Riga:LV Riyadh:SA
    Rome:IT Roseau:DM San_Jose:CR San_José:CR San_Salvador:SV Sanaa:YE Santiago:CL Santo_Domingo:DO
    Sao_Tome:ST Sarajevo:BA Seoul:KR Skopje:MK Sofia:BG Stockholm:SE Suva:FJ Taipei:TW Tallinn:EE
    Tashkent:UZ Tbilisi:GE Tegucigalpa:HN Tehran:IR Thimphu:BT Tirana:AL Tokyo:JP Tripoli:LY Tunis:TN
    Ulaanbaatar:MN Valletta:MT Victoria:SC Vienna:AT Vientiane:LA Vilnius:LT Warsaw:PL Washington:US
    Apia:WS Funafuti:TV Tarawa:KI Majuro:MH Port_Vila:VU Bandar_Seri_Begawan:BN Cotonou:BJ Porto-Novo:BJ
    Abidjan:CI Yamoussoukro:CI The_Hague:NL Gitega:BI Ramallah:PS Castries:LC Kingstown:VC Vaduz:LI Sucre:BO
    Wellington:NZ Windhoek:NA Yangon:MM Yaounde:CM Yaoundé:CM Yerevan:AM Zagreb:HR
    """.split()
    )
}
"""Seats of government, which stand for their state: *Ankara and Baku agreed*."""
