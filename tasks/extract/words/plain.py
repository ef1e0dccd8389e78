# ruff: noqa: SIM905 - lists of words read better as text
"""Plain words: small words of grammar, and nouns that are capitalised in titles but name nobody."""

from __future__ import annotations

from typing import Final

FUNCTION: Final = frozenset(
    """
    but or nor so yet if when where while whereas although though because since until unless as than then
    there here what why how also both either neither not no only just even still already again once ever
    never now later earlier soon before after during between among amid against about above below under
    over through throughout within without toward towards upon across along around behind beyond despite
    except like near off onto opposite outside past per regarding respecting up down out via versus with
    from into according meanwhile separately however moreover furthermore additionally nevertheless
    accordingly yesterday tomorrow today tonight all any each every few many more most much other others
    several some such same own very too quite rather almost one two three four five six seven eight nine
    ten went go goes going came come comes coming took take takes taking made make makes making gave give
    gives giving got get gets getting kept keep keeps found find finds saw see sees seen knew know knows
    thought think thinks met meet meets meeting-with received receives receive visited visits visit
    arrived arrives left leaves began begins begin begun ended ends end opened opens open closed held hold
    holds hosted hosts signed attended joined joins accompanied following followed follows including
    includes included agreed agrees reviewed reviews discussed discusses exchanged took let asked ask
    seeks sought want wants wanted became become becomes grew grow rose fell sent send spent spend stood
    stands sat sits ran run runs won wins lost beat beats scored put puts set sets showed shows shown used
    uses work works worked plans plan planned expects expected hopes hoped remains remained attending
    speaking addressing citing asking seeking calling noting asked-if reply earlier-in later-in
    """.split()
)
PRONOUNS: Final = frozenset("he she they it we i you who whom him her-self them us".split())
DETERMINERS: Final = frozenset("the a an this that these those another".split()) - {"that"}
POSSESSIVES: Final = frozenset("his her their its our my your".split())

MONTHS: Final = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
    """.split()
)
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

GENERAL: Final = frozenset(
    """
    affairs foreign external internal interior policy policies political security defence defense military
    naval navy army air maritime cyber digital economic economy finance financial fiscal trade commerce
    commercial industry industrial industries energy power oil gas petroleum mines mining minerals water
    irrigation agriculture agricultural farm food fisheries fishing forest forests forestry environment
    environmental climate ocean oceans health medical education science technology technical culture
    cultural sports youth women children tourism transport transportation railways railway rail roads
    aviation shipping ports telecommunications communications information broadcasting media labour labor
    employment welfare social development planning cooperation co-operation coordination integration
    reform reforms investment investments exports imports customs revenue tax budget procurement supply
    logistics training operations operation intelligence research innovation space nuclear atomic peace
    peacekeeping disarmament human rights justice law legal home homeland domestic border borders
    migration immigration consular protocol public private administrative administration general national
    international global regional bilateral multilateral trilateral strategic joint special central
    federal provincial local municipal state states territories overseas eastern western northern southern
    east west north south southeast southwest northeast northwest middle asia asian pacific africa african
    europe european america americas americans atlantic arctic antarctic gulf caribbean mediterranean
    nordic baltic balkan balkans eurasia eurasian islands island oceania worship religious islamic arab
    indo-pacific asia-pacific latin standards quality safety emergency disaster relief management
    resources resource rural urban housing infrastructure construction works survey statistics registry
    records archives heritage museum pollution energy-saving marine natural electricity coal steel textile
    textiles jute tea coffee cement rice sugar cocoa gold silver metal metals goods services service
    market markets stock stocks shares company companies business enterprise enterprises small medium
    start-up consumer protection competition antitrust diplomatic control civil talks talk dialogue
    meeting session round summit conference forum consultations committee commission mission working group
    visit statement agreement accord pact treaty memorandum understanding protocol declaration communique
    press release report news photo photos file video image credit courtesy source sources read more most
    latest related story stories opinion editorial comment comments share follow top new old high higher
    low lower great big full final major minor main key early late long short good first second third last
    next former acting vice deputy senior chief prime exclusive breaking update government officials
    official people men man woman citizens workers farmers students teachers soldiers police troops forces
    force fire city town village county district province region country countries nation nations world
    capital area zone street road bridge river lake sea bay mount mountain valley desert airport port
    harbour harbor station hotel hall house palace square park building tower centre center hospital
    university college school institute academy library stadium court prison embassy consulate parliament
    senate congress assembly cabinet office department ministry bureau division board council authority
    agency bank fund programme program project plan plans initiative campaign crisis war conflict attack
    attacks strike strikes election elections vote votes poll polls bill act law rules order constitution
    amendment party cup championship league match series tournament olympic olympics games game goal test
    day days week weeks month months year years time times night morning evening today spring summer
    autumn winter christmas easter ramadan eid festival million billion percent dollars dollar euro euros
    rupees yen covid covid-19 coronavirus pandemic vaccine vaccines virus typhoon cyclone hurricane storm
    flood floods earthquake drought staff group-of counter counter-terrorism terrorism narcotics drugs
    anti-narcotics crime crimes corruption arms weapons missile missiles drone drones aircraft ship ships
    ship's submarine fleet helicopter study studies academic graduate primary secondary higher
    university-level vocational skills inter-governmental intergovernmental inter-ministerial ministerial
    parliamentary presidential high-level senior-level vice-ministerial politico-military
    military-military army-to-army navy-to-navy air-to-air industrialisation industrialization
    privatisation privatization mountain animal livestock dairy veterinary plant seeds fertilizer
    fertiliser grain wheat maize rubber palm timber wood equatorial neighbourhood neighborhood neighbourly
    diaspora expatriates refugees returnees veterans chemicals pharmaceuticals automotive textile-industry
    handicrafts crafts arts art music film cinema theatre language languages history heritage archaeology
    antiquities lands land property problems housing-estate settlement water-supply sanitation hygiene
    nutrition population family gender equality disability seniors elderly pension pensions insurance
    electronic electronics computing data artificial internet post postal meteorology hydrology geology
    seismology
    strategy assessment evaluation monitoring compliance enforcement oversight governance ethics audit
    accounts naval-cooperation exchange exchanges relations relationship partnership alliance friendship
    solidarity constitution citizenship passport passports visas visa plans principles requirements
    materiel ordnance artillery infantry armoured armored engineers signals
    aboriginal aeronautics ageing aging aid airports alcohol alliances animals antimonopoly
    apprenticeships ayurveda banking batteries bioresources books boundaries cadastral campuses
    carers census citizenry coconut communes delivery deserts designs displaced districts donors
    drainage dykes ecosystem ecosystems efficiency electoral entrepreneurs epidemics ex-servicemen
    faiths fighters frontier gambling gaming grants grasslands grid grids groundwater healthcare
    herbal households hunting hydraulics hydro indigenous isotopes leisure levies libraries lignite
    livelihoods loans martyrs medicine midwifery museums noise nursing partnerships peat peoples
    pipelines polar policing preschool protocols provinces publishing rangeland reef refineries
    refining regions religions sciences seaports shale shipyards soil soils spatial supplies
    territorial territory tobacco transparency treaties uranium villages well-being wellbeing wind
    zoo
    advanced advocacy aerospace agrarian anti-drug anti-dumping apparel aquatic archipelago arid
    artisans autonomy awqaf biofuels biosafety blue bonds broadband cadastre carbon chain chains
    change child childcare circular civic co-operatives coastal cooperatives copyright corridor
    corridors counter-proliferation countering creative crossing crossings curriculum dams debt
    demining disabled disease diseases dredging dumping duties emerging ethnic excise explosives
    expressways extremism fertilisers fertilizers financing fintech firearms fishery footwear
    freight funding futures geospatial geothermal grains hatcheries hazard hazards heavy highlands
    highway highways hybrid hydrocarbon hydrocarbons hydrogen hydropower ict intellectual inter
    invalids jewellery laundering leather lending licensing literacy locust lowlands machinery
    macroeconomic manpower mapping maternal medicines mental mineral monetary motorways msme
    non-proliferation offshore oilseeds outreach passenger pastures patent patents persons
    pesticides phytosanitary pilotage piracy plastics poultry prisoners prisons processing pulses
    quantum quarantine quotas rangelands recycling reefs registries remains remittances renewable
    renewables rescue response risk risks robotics safeguards sanitary satellite satellites savings
    scholarships seabed seafood seismic semiconductor semiconductors sewage shipbuilding skill sme
    smes smuggling software solar spectrum spices sport start-ups startup startups steppe stockpiles
    subsidies surveying sustainable tariff tariffs telecom telecoms thermal threat threats traffic
    trafficking transit tribal tyres umrah vegetables ayush analysis analyses analytics phone number
    telephone taxes harbours rails dams bridges
    schools languages archives ferries mosquitoes armed surveys vehicles volcanic warehousing
    waste watershed waterways wetlands wildlife zakat
    """.split()
)

GENERAL_ENDINGS: Final = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ology", "ities", "ity", "ture", "ance", "ence",
    "ical",
    "ional", "ability", "isation", "ization", "nomics", "graphy", "ness", "ship",
)  # fmt: skip
"""Endings that make a capitalised word of six letters or more a common noun."""


def lowered(text: str) -> str:
    """Give a text in lower case, letter for letter: each stands where it stood."""
    return text.replace("\u0130", "I").lower()
