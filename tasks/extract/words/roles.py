# ruff: noqa: RUF001 - marks and letters of articles are meant
# ruff: noqa: SIM905 - lists of words read better as text
"""Words of offices: ``Deputy Minister``, ``spokesman``, ``Rear Admiral (Retd)``, ``Datuk Seri``."""

from __future__ import annotations

import re
from typing import Final

ROLE_HEADS: Final = frozenset(
    """
    minister secretary undersecretary director president premier chancellor ambassador envoy consul
    attaché attache commissioner chairman chairwoman chairperson chair governor mayor spokesman
    spokeswoman spokesperson adviser advisor aide chief head deputy officer official representative
    negotiator mediator facilitator coordinator speaker senator lawmaker legislator mp mla councillor
    councilor administrator manager executive superintendent inspector commander attorney justice
    prosecutor judge magistrate lawyer solicitor barrister advocate analyst economist strategist trader
    broker banker researcher scientist professor lecturer expert scholar historian engineer architect
    doctor physician surgeon nurse teacher principal headmaster headmistress dean rector editor
    correspondent reporter journalist columnist anchor author writer poet novelist singer actor actress
    coach captain manager striker goalkeeper midfielder defender batsman bowler skipper umpire referee
    substitute player winger all-rounder farmer grower fisherman driver pilot sailor skipper owner founder
    co-founder entrepreneur contractor clerk sheriff detective treasurer auditor comptroller registrar
    curator librarian activist organiser organizer campaigner volunteer resident witness eyewitness suspect
    protester student pensioner shopkeeper trader worker plaintiff defendant king queen prince princess
    emir sultan
    pope bishop archbishop cardinal imam rabbi pastor priest leader delegate diplomat co-chair co-chairman
    vice-chair counsellor counselor trustee partner ceo cfo coo cto chairwoman vice-president moderator
    rapporteur plenipotentiary counterpart colleague midwife veterinarian miner mechanic carpenter baker
    tailor nominee candidate neighbour neighbor counsel patron ombudsman collector controller conservator
    surveyor warden ranger importer exporter technician physicist chemist biologist geologist
    meteorologist hydrologist photographer artist painter sculptor musician composer producer filmmaker
    designer chef barber butcher plumber electrician welder herder fisher vendor salesman wholesaler
    retailer dealer auctioneer cashier accountant insurer investor shareholder developer builder planner
    archivist educator tutor headteacher schoolteacher graduate apprentice trainee paramedic dentist
    pharmacist psychologist psychiatrist therapist firefighter lifeguard seaman mariner navigator cyclist
    runner swimmer boxer wrestler jockey golfer councilman councilwoman alderman congressman congresswoman
    whip vice-chancellor provost monk nun abbot vicar elder chieftain headman villager scientist blogger
    historian forester botanist zoologist statistician programmer hacker translator interpreter guide
    conductor stationmaster watchman gardener beekeeper shepherd commandant chancellor prefect intendant
    servant docker forecaster sprinter rapper housewife retiree deckhand crofter mentor docent bursar
    undersecretary-general vice-premier vice-governor vice-mayor vice-chair vice-rector organist actuary
    astronaut cosmonaut blogger youtuber influencer veteran commuter tourist survivor paralegal notary
    champion dg taoiseach tanaiste tánaiste czar tsar member mantri vet keeper peer
    stallholder dockworker bricklayer seismologist ecologist conservationist epidemiologist teller
    archaeologist linguist dancer cleaner footballer blacksmith watchmaker locksmith hairdresser signalman
    rower diver astronomer glaciologist oceanographer demographer liquidator postman postmistress newsreader
    anchorman squatter demonstrator juror carer soldier stevedore landlord landlady tenant
    sherpa orphan pilgrim rescuer motorcyclist
    caretaker janitor courier cobbler tanner weaver potter mason roofer glazier joiner tiler jeweller
    jeweler florist grocer greengrocer confectioner innkeeper hotelier restaurateur barista bartender
    waiter waitress sommelier brewer distiller winemaker boatman fishmonger peddler hawker
    """.split()
)
"""Words an office can end in."""

ROLE_PLURALS: Final = frozenset(
    """
    ministers secretaries directors presidents ambassadors envoys commissioners chairmen governors
    spokesmen advisers advisors aides chiefs heads deputies officers officials representatives negotiators
    coordinators senators lawmakers analysts economists coaches diplomats colleagues chairpersons generals
    counterparts peers geologists scientists researchers lawyers judges lecturers professors engineers
    physicians historians activists campaigners journalists reporters miners climbers porters sailors
    vice-ministers leaders delegates experts
    """.split()
)

_AGENT: Final = re.compile(
    r"(?:[a-z]{2,}-)?[a-z]*(?:ologist|ographer|ician|unionist|pianist|violinist|cellist|guitarist"
    r"|flautist|machinist|cartoonist"
    r"|essayist|novelist|lobbyist|publicist|dramatist|hygienist|archivist|ecologist|agronomist|florist"
    r"|cyclist"
    r"|motorist|tourist|specialist|theorist|columnist|humorist|satirist|chemist|therapist|stylist|soloist"
    r"|finalist|medallist|medalist|philanthropist|industrialist|conservationist|environmentalist|nutritionist"
    r"|receptionist|obstetrician|[a-z]{3}(?:keeper|holder|seller|grower|maker|worker|fighter|breeder|builder"
    r"|writer|teacher|trainer|dealer|driver|player|owner|hunter|monger|smith|wright|herder|singer|dancer"
    r"|leader"
    r"|runner|rider|diver|master|mistress|sman|swoman|woman|eman|erman)|shipbuilder|auctioneer|mountaineer"
    r"|campaigner|pensioner|practitioner|parishioner|commissioner|petitioner|executioner)$"
)
_ENDS_OF_AGENTS: Final = ("ist", "er", "ician", "man", "ess", "smith", "wright")


def is_agent(word: str) -> bool:
    """Say whether a word in lower case names who does something for a living: ``bellmaker``."""
    return len(word) > 5 and word.endswith(_ENDS_OF_AGENTS) and _AGENT.match(word) is not None  # noqa: PLR2004


TITLE_ROLES: Final = frozenset(
    {
        "ambassador",
        "senator",
        "captain",
        "chief",
        "justice",
        "professor",
        "mp",
        "councillor",
        "counsellor",
        "engineer",
        "minister plenipotentiary",
        "amb",
        "amb.",
    }
)
"""Offices that stand before a name like a rank: another office of the same person is the one he acts in."""

VAGUE_HEADS: Final = frozenset(
    {"counterpart", "colleague", "counterparts", "colleagues", "opposite", "peer", "peers"}
)
"""The role of the one he is counterpart of."""

ROLE_MODIFIERS: Final = frozenset(
    """
    deputy vice additional joint assistant associate permanent principal special senior chief prime
    foreign interior home external internal state federal national provincial regional executive managing
    general parliamentary acting interim caretaker former ex-foreign outgoing incoming new political lead
    top cabinet crown presidential military naval police public private honorary shadow resident district
    municipal defence defense finance health education justice trade commerce industry energy transport
    labour labor tourism agriculture environment culture sports fisheries economy planning press chief
    financial operating union high supreme attorney inspector consul visiting climate farm maritime chief
    technical legal tax budget property church labor army navy air-force cyber
    """.split()
)

OFFICES_IN_CAPITALS: Final = frozenset(
    """
    PM CM DG VP CEO MP FM EAM DPM NSA COAS CJCSC CDS MEP MNA MoS SAPM Amb Amb. Menlu Wamenlu Menhan Dirjen
    """.split()
)
"""Offices that are printed short."""

FORMER: Final = frozenset({"former", "ex", "late", "one-time", "then", "retired", "outgoing"})

RANKS: Final = frozenset(
    """
    general gen gen. lieutenant lieut lieut. sen. rep. gov. lt lt. major maj maj. brigadier brig brig.
    colonel col col. captain capt capt. commander cdr cdr. commodore cdre admiral adm adm. rear
    vice-admiral rear-admiral marshal sergeant sgt sgt. corporal cpl pvt squadron lieutenant-general
    major-general brigadier-general lieutenant-colonel acp dsp dcp sp ssp dig aig sho dpo asp constable
    supt supt. insp insp. det det. inspector sub-inspector chief-marshal surgeon ensign cadet
    """.split()
)
"""Words of ranks; one counts only before a name, and `PLAIN_RANKS` alone make one."""

PLAIN_RANKS: Final = frozenset(
    """
    general gen gen. lieutenant lieut lieut. sen. rep. gov. lt lt. major maj maj. brigadier brig brig.
    colonel col col. captain capt capt. commander commodore admiral adm adm. marshal sergeant sgt sgt.
    corporal vice-admiral rear-admiral lieutenant-general major-general brigadier-general
    lieutenant-colonel acp dsp dcp sp ssp dig aig sho dpo asp sub-inspector cdr cdr. cdre inspector
    constable supt supt. insp insp.
    """.split()
)

HONORIFICS: Final = frozenset(
    """
    mr mr. mrs mrs. ms ms. miss mme dr dr. prof prof. professor sir dame lord lady baroness baron shri smt
    smt. sri shrimati kumari h.e. h.e his-excellency hon hon. honourable honorable rt. datuk datuk. dato
    dato' dato’ seri tun puan tengku encik panglima pehin haji hajah hajj hajji sheikh shaikh sheikha
    sayyid syed- eng eng. engr. engr ir. rev rev. reverend fr. st. monsignor msgr. ayatollah hojatoleslam
    samdech oknha maulana mufti malik- ratu princess prince king queen emir sultan ustad adv. comrade
    tan-sri dato-seri datin dasho lyonpo alhaji alhaja hadja hadj el-hadj mawlawi mollah swami acharya
    begum nawab nawabzada makhdoom ustaz ustadh cikgu pengiran hrh h.r.h. hh h.h. rt sister father brother
    u daw pak- mulla mullah chaudhry- excellency herr frau señor señora doña monsieur madame
    paduka hajia cde cde. hj hjh neak obbo ato woizero
    """.split()
)

NAME_PARTICLES: Final = frozenset(
    """
    van von der den de del della di da das do dos du la le el al bin binti ibn ben bint ould y e zu ter
    los las dos della dello degli delle vom zum ten abu dela af av ul ur ud uz a/l a/p i of-
    """.split()
) - {"i", "of-"}

SPEAKS_FOR: Final = frozenset(
    """
    spokesman spokeswoman spokesperson official officials representative source governor
    """.split()
)
"""Offices told apart from the body they speak for: a *police* | spokesman."""

OF_CLUBS: Final = frozenset({"coach", "captain", "manager", "striker", "goalkeeper", "defender"})
"""Offices before which several words in capitals are a club: *Cedar Cliff* coach."""

OF_COMPANIES: Final = frozenset(
    """
    ceo cfo coo cto executive chairman chairwoman chairperson founder co-founder economist analyst
    strategist trader broker spokesman spokeswoman spokesperson treasurer owner managing press
    """.split()
)
"""Offices before which an unknown name in capitals is a company: *Nordwind* CEO."""

FAMILY_OF_BODY: Final = frozenset(
    """
    section service unit desk branch fund trust society school hospital college firm company network
    station laboratory observatory centre center institute museum library programme program force squad
    orchestra choir wing faculty department team
    """.split()
)
"""More nouns that end the name of a body in lower case: the treaty *section*."""

WITH_FIELD: Final = frozenset(
    {
        "director",
        "head",
        "chief",
        "secretary",
        "commissioner",
        "inspector",
        "superintendent",
        "director-general",
    }
)
"""Offices named by their field: ``Director of Pilotage``."""

OF_PLACES: Final = frozenset(
    {
        "mayor",
        "governor",
        "bishop",
        "archbishop",
        "cardinal",
        "sheriff",
        "prefect",
        "duke",
        "earl",
        "deputy mayor",
    }
)
"""Offices of a city or province, which is a word of the office behind ``of``."""

SERVICES: Final = frozenset(
    {"IFS", "IAS", "IPS", "PSP", "MLA", "OBE", "CBE", "MBE", "KC", "QC", "SC", "AM", "AO", "PHD"}
)
"""Services and orders behind a name or office, which are no body he heads."""
