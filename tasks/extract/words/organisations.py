# ruff: noqa: SIM905 - lists of words read better as text
"""Words organisations are named with: ``Ministry``, ``Bureau``, ``Security Council``, ``NATO``."""

from __future__ import annotations

from typing import Final

ORGANISATION_HEADS: Final = frozenset(
    """
    ministry department bureau office division directorate directorate-general secretariat council
    commission committee authority agency bank corporation company board institute institution university
    college academy school centre center foundation association federation union league alliance
    organisation organization court tribunal parliament congress senate assembly house cabinet government
    chamber headquarters staff command corps force forces army navy police service services guard brigade
    regiment battalion fund trust group party movement front club society embassy consulate mission bloc
    community service holding airlines ltd inc plc limited unit branch section desk taskforce registry
    exchange laboratory hospital observatory museum library airport port authority refinery mills
    works partners securities brokerage capital consultancy wing presidency administration treasury
    bhd nv gmbh llc plc oyj asa spa pty corp corp. inc. ltd. holdings fleet
    inspectorate ombudsman institution network forum partnership initiative
    """.split()
) - {"forum", "partnership", "initiative", "port", "wing", "airport"}

COMPANY_ENDS: Final = frozenset(
    """
    company bhd nv gmbh llc plc oyj asa spa pty corp corp. corporation inc inc. ltd ltd. limited holdings
    group airlines mills refinery partners brokerage
    """.split()
)
"""Words a company's name ends in."""

LOWER_HEADS: Final = frozenset(
    """
    ministry department bureau office division directorate secretariat council commission committee
    authority agency bank corporation company board institute university association federation union
    court parliament cabinet government chamber headquarters army navy police embassy consulate mission
    presidency administration foundation regulator union club commission bloc party brigade senate
    congress tribunal watchdog opposition junta plc
    """.split()
)
"""Those that stand for a body without a name: ``the ministry said``."""

KINDS_OF_BODIES: Final = frozenset(
    """
    charity consultancy company firm group brokerage broker newspaper magazine daily weekly website lender
    airline operator association network retailer producer maker manufacturer startup start-up party union
    organisation organization ngo bank agency federation club team tank insurer utility shipyard
    shipbuilder carmaker brewer miner refiner exporter importer trader consultancy publisher broadcaster
    channel station campaign movement coalition alliance society foundation institute college school
    hospital company collective cooperative co-operative
    """.split()
)
"""Common nouns that stand before the name of a body: the *charity* Clean Rivers."""

FORCES: Final = frozenset(
    """
    police army navy guard corps force forces staff school college university hospital club party union
    company bank museum cabinet library port services service works airport fire laboratory workshop court
    opposition
    """.split()
)
"""Bodies whose bare name is a word of an office: ``police inspector``, ``bank clerk``, ``Navy Chief``."""

STATE_BODIES: Final = frozenset(
    """
    ministry department bureau office division directorate secretariat commission army navy police
    government embassy cabinet parliament presidency
    """.split()
)
"""Bodies that belong to the state of the one who serves there."""

ACRONYMS: Final = frozenset(
    """
    EU UN UNO NATO ASEAN SAARC BIMSTEC OIC GCC OPEC OSCE WTO WHO IMF AU ECOWAS SADC EAC CARICOM MERCOSUR
    OAS Pentagon Kremlin Hamas Hezbollah Hizbollah Hizbullah Taliban Fatah Interpol Europol Frontex
    APEC SCO BRICS IAEA UNESCO UNICEF UNHCR UNDP FAO ILO ITU ICAO IMO ADB AIIB EFTA EEAS CIS CSTO EAEU
    IGAD AUKUS QUAD G7 G20 G77 U.N. E.U. ICRC IFRC OECD IEA UNGA UNSC NAM PIF COMESA CELAC ALBA UNASUR
    """.split()
)

NAMED_BODIES: Final = (
    "European Union",
    "African Union",
    "Arab League",
    "Caribbean Community",
    "Andean Community",
    "Andean bloc",
    "Pacific Islands Forum",
    "Gulf Cooperation Council",
    "Southern African Customs Union",
    "Southern African Development Community",
    "East African Community",
    "Eurasian Economic Union",
    "United Nations",
    "European Commission",
    "European External Action Service",
    "World Bank",
    "Asian Development Bank",
    "Nordic Council",
    "Visegrad Group",
    "Shanghai Cooperation Organisation",
    "Shanghai Cooperation Organization",
    "Economic Community of West African States",
    "Organisation of Islamic Cooperation",
    "Association of Southeast Asian Nations",
    "International Monetary Fund",
    "World Trade Organization",
    "World Health Organization",
    "World Food Programme",
    "League of Arab States",
    "International Labour Organization",
    "International Labour Organisation",
    "International Atomic Energy Agency",
    "International Seabed Authority",
    "International Maritime Organization",
    "International Organization for Migration",
    "Food and Agriculture Organization",
    "Organization of Islamic Cooperation",
    "Central American Integration System",
    "Collective Security Treaty Organization",
    "Organization of Turkic States",
)
"""Bodies of several states: they can be a side of a meeting."""

SHORT_NAMES: Final = {
    "EU": "European Union",
    "E.U.": "European Union",
    "UN": "United Nations",
    "U.N.": "United Nations",
    "AU": "African Union",
    "GCC": "Gulf Cooperation Council",
    "CARICOM": "Caribbean Community",
    "SACU": "Southern African Customs Union",
    "SADC": "Southern African Development Community",
    "EAC": "East African Community",
    "EAEU": "Eurasian Economic Union",
    "WTO": "World Trade Organization",
    "WHO": "World Health Organization",
    "IMF": "International Monetary Fund",
    "ADB": "Asian Development Bank",
    "ASEAN": "Association of Southeast Asian Nations",
    "EEAS": "European External Action Service",
    "SCO": "Shanghai Cooperation Organisation",
    "OIC": "Organisation of Islamic Cooperation",
    "ECOWAS": "Economic Community of West African States",
}
