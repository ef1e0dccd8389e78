# ruff: noqa: SIM905, RUF001 - lists of words read better as text; marks of articles are meant
"""Words around what is talked about: what it stands behind or before, what opens and what ends it."""

from __future__ import annotations

import re
from typing import Final

from tasks.extract.cues import cues

_MEETING: Final = (
    r"talks|consultations?|dialogues?|negotiations?|meetings?|discussions?|sessions?|conferences?|workshops?"
    r"|exchanges?|seminars?|roundtables?|forums?|deliberations|conversations?|hearings?|commissions?"
    r"|committees?|(?:working|sub-?|contact) ?groups?|task forces?|panels?"
)
_MORE: Final = (
    r"expand|widen|deepen|boost|step up|speed up|expedite|promote|strengthen|enhance|increase|develop|resume"
    r"|reopen|open|launch|intensify|advance|accelerate|finali[sz]e|simplify|ease|broaden|foster|improve"
    r"|cooperate (?:in|on)|work together (?:in|on)|collaborate (?:in|on)|coordinate (?:in|on)"
)
_JOINT: Final = r"(?:co-?operation|collaboration|contacts|joint work|partnership)"

CUE: Final = re.compile(
    r"\b(?<!n't )(?<!n’t )(?<!not )(?:discuss(?:ed|es|ing)?|consider(?:ed|ing)|identified"
    r"|explor(?:ed?|es|ing)"
    r"|(?:re-)?examin(?:ed?|es|ing)|address(?:ed|es)|review(?:ed|s|ing)?|tackl(?:ed|es|ing)"
    r"|tak(?:e|es|ing) up|took up|touch(?:ed|es|ing)? (?:up)?on|(?:tak(?:e|es|ing)|took) stock of"
    r"|(?:compar|swapp)(?:ed|es|ing) notes on|swap notes on|(?:dealt|deals|dealing) with"
    r"|(?:went|go|going) over"
    r"|(?:argued|hear[ds]?) about|(?:went|go|gone) through|look(?:ed|s)? (?:at|into)|with a focus on"
    r"|(?:exchang(?:ed?|es|ing)|exchanges? of|shar(?:ed|ing)) (?:\w+ )?(?:views|opinions|ideas|notes"
    r"|perspectives|information) (?:with \w+ \w+ )?(?:on|about|regarding|over|concerning)"
    r"|deliberat(?:ed|es|ing) (?:up)?on|focus(?:ed|es|ing)?(?: \w+ly)? (?:up)?on|concentrat(?:ed|es|ing) on"
    r"|cent(?:re|er)(?:d|s)? (?:a?round|on)|dwel(?:t|led|ls) (?:up)?on|revolv(?:ed|es|ing) around"
    r"|(?:spoke|spoken|talk(?:ed|s)?) (?:about|on|over)|papers were on|rounds?(?: \w+){0,5} on"
    r"|to (?:discuss|consider|thrash out|iron out|hammer out|talk over|ask about)"
    r"|(?:talks?|agenda|discussions?|meeting|sides|parties|conversation|round|session)"
    r" (?:also |will |would |to )?(?:cover(?:ed|s)?|includ(?:ed|es?))|on the agenda (?:were|are|was|is)"
    r"|(?:items?|topics|subjects|issues|areas|priorities|themes)(?: \w+){0,3} (?:were|are|include[sd]?):?"
    r"|(?:areas|agenda|items|topics|subjects|priorities|fields)(?: [\w-]+){0,7}:|areas, namely"
    rf"|(?:{_MEETING}) (?:focus(?:ed|ing) )?(?:on|about|over|regarding|concerning)|(?:{_JOINT}"
    rf"|progress) (?:in|on)"
    r"|(?:agreed|agree|agrees|pledged|decided|vowed|resolved|undertook|agreeing|pledging) "
    rf"(?:to (?:further |jointly |also )?(?:{_MORE})|on)|(?:fields?|areas?|sectors?) (?:of"
    rf"|such as|like|including)"
    r"|(?:issues|matters|topics|subjects|questions|points)(?: of [\w ]{3,30}?)?,? (?:such as|including|like"
    r"|ranging from|pertaining to|related to|relating to|concerning|on)"
    r"|(?:memorand(?:um|a)(?: of understanding)?|agreements?|accord|pact|protocol|treaty|letter of intent"
    r"|deal) on)(?=\s(?!of ))"
)
"""Topics stand behind these."""
CUE_STARTS: Final = frozenset(
    """
    discuss discussed discusses discussing considered considering identified explore explored explores
    exploring re examine examined examines examining addressed addresses review reviewed reviews reviewing
    tackled tackles tackling take takes taking took touch touched touches touching compared compares
    comparing swapped swappes swapping swap dealt deals dealing went go going argued hear heard hears gone
    look looked looks with exchange exchanged exchanges exchanging shared sharing deliberated deliberates
    deliberating focus focused focuses focusing concentrated concentrates concentrating centre centred
    centres center centerd centers dwelt dwelled dwells revolved revolves revolving spoke spoken talk
    talked talks papers round rounds to agenda discussion discussions meeting meetings sides parties
    conversation conversations session sessions on item items topics subjects issues area areas priorities
    themes field fields consultation consultations dialogue dialogues negotiation negotiations conference
    conferences workshop workshops seminar seminars roundtable roundtables forum forums deliberations
    hearing hearings commission commissions committee committees working workinggroup workinggroups sub
    subgroup subgroups contact contactgroup contactgroups task panel panels cooperation co-operation
    collaboration contacts joint partnership progress agreed agree agrees agreeing pledged pledging
    decided vowed resolved undertook sector sectors matters questions points memorandum memoranda
    agreement agreements accord pact protocol treaty letter deal
    """.split()
)
"""With one of these each phrase of `CUE` begins."""
TOLD: Final = re.compile(
    r"\b(?:(?:were|was|are|is|will be|would be|to be|being|have been|has been|came|come) "
    r"(?:also |all |then )?(?:discussed|reviewed|touched (?:up)?on|taken up|raised|addressed|considered"
    r"|examined|on the (?:agenda|table)|under discussion|the main items|up for discussion|gone over|settled)"
    r"|(?:came|comes|come) up in\b|head(?:ed|s|ing)? the (?:list|agenda)|figured (?:\w+ )?in\b"
    r"|topp(?:ed|ing) the agenda|dominat(?:ed|ing) the)\b"
)
"""Topics stand before these."""
TOLD_WORDS: Final = cues(
    """
    discussed reviewed touched taken raised addressed considered examined agenda table discussion items over
    settled came comes come head headed heads heading figured topped topping dominated dominating
    """.split()
)
"""Of these each phrase of `TOLD` holds one."""
OPENERS: Final = re.compile(
    r"(?:(?:the|an?|their|its|his|her|both|also|further|future|new|recent|latest|current|various|several|many"
    r"|some|all|other|certain|possible|ongoing|key|such|respective|more|closer|greater|this|that|these) "
    r"|(?:the )?(?:whole|full|entire|wide|broad) (?:range|spectrum|gamut) of "
    r"|(?:ways|means|steps|measures|efforts|plans|options|how|whether)(?: and means)? (?:to|of|for|on)"
    rf"(?: further)?(?: (?:{_MORE}|address|tackle|counter|combat|increase|find|bring|settle"
    rf"|ensure|reach|end))? "
    r"|(?:review|conclusion|signing|finali[sz]ation|resumption|launch|list|draft|text) of "
    r"|(?:expanding|boosting|strengthening|enhancing|deepening|promoting|widening|increasing|developing"
    r"|improving|broadening|stepping up|furthering|fostering|building|intensifying|reviving|resuming) "
    r"|(?:issues?|matters?|areas?|topics?|questions?|aspects|state|status|progress|prospects|possibility"
    r"|possibilities|importance|need|implementation|latest|developments?) (?:of|for|on|in) "
    rf"|(?:{_JOINT}|work|ties) (?:in|on) (?:the )?(?:(?:fields?|areas?|sectors?) of )?)",
)
"""What stands before a topic and is no part of it."""
LEADS_ON: Final = frozenset(
    "cooperation co-operation collaboration contacts work ties partnership ways means steps measures efforts"
    " how plans progress developments development".split()
)
"""Nouns whose preposition leads on to the topic: ``cooperation in``, ``steps on``."""
ALONE: Final = frozenset(
    """
    issues issue matters matter topics topic areas area views view ways way means steps subjects questions
    sidelines margins phone telephone video line interest concern it them this that these those others other
    things fields field date dates details terms basis side sides items position numbers satisfaction most
    part anything everything nothing something region relations ties board project play each
    understanding friendship goodwill
    """.split()
)
"""Words that are no topic alone or at the start."""
NO_ENDS: Final = frozenset(
    """
    months weeks days years hours minutes reporters journalists media press audience gathering students
    participants delegates interest concern views sidelines margins
    """.split()
)
"""Words no topic ends in."""
COURTESY: Final = re.compile(
    r"(?:issues?|matters?|topics?|areas?|subjects?|questions?|points?) of (?:\w+ )?"
    r"(?:mutual|common|shared|joint)"
    r"|(?:mutual|common|shared) (?:interest|concern)|behalf of|condition|the (?:one|other) hand"
)
SHARED_HEADS: Final = frozenset(
    "cooperation co-operation collaboration ties relations partnership sectors fields issues affairs".split()
)
"""Heads that all names of a list share: ``mining, space and farm cooperation``."""
BARE: Final = re.compile(
    r".{2,}(?:al|ic|ive|ary|ous|wide|an|ese|ish)$|small|medium|large|high|low|public|private|foreign|civil$"
)
"""An adjective that waits for its noun: ``political`` in ``political and economic relations``."""
WITH_A_PLACE: Final = frozenset(
    "situation situations developments war conflict crisis environment peace stability security tensions aid"
    " operations events violence unrest elections role presence".split()
)
"""Nouns that take the place with them: ``the situation in Yemen``."""
ENDS: Final = frozenset(
    """
    while which where that who whose when as after before during since until so because although though at by
    in on with between from to into over under among amid through against towards via within without
    both said says say told were was is are will would shall may can could has have had be been being if
    than but such next last yesterday today tomorrow tonight once especially particularly notably mainly what
    how why followed or then also he she they we it its ahead following including according aimed aiming
    agreed signed left ended began took made opened came went drew saw gave ran got kept led brought put set
    broke fell rose due based ranging adding noting calling saying expressing making taking using held not
    only
    """.split()
)
"""Words a topic ends before."""
KINDS_OF_TALKS: Final = frozenset(
    """
    bilateral trilateral quadrilateral multilateral regional annual yearly biennial regular formal informal
    high-level ministerial vice-ministerial working-level expert-level joint official officials direct brief
    fresh phone telephone video online virtual remote closed-door working policy political strategic expert
    experts technical review special senior staff three-way two-way four-way two-day three-day summit parallel
    inter-governmental intergovernmental inter-ministerial in-depth new next last previous separate such final
    preparatory plenary follow-up long later earlier early inaugural maiden emergency wide-ranging candid
    frank productive constructive fruitful intensive extensive detailed open broad internal exploratory
    preliminary substantive tough stalled suspended marathon crunch crucial press news video-conference
    face-to-face one-on-one six-party mutual public day-long week-long indirect general whole first-ever
    latest steady business coordination security upcoming forthcoming current ongoing planned more further
    round-table
    """.split()
)
"""Words before ``talks`` or ``dialogue`` that do not say what about."""
TALKS: Final = frozenset(
    "talks dialogue consultation consultations forum conference commission committee negotiations".split()
)
