# ruff: noqa: SIM905 - lists of words read better as text
"""Verbs and nouns that bring people to one table: ``received``, ``held talks with``, ``sat opposite``."""

from __future__ import annotations

import re
from typing import Final

from tasks.extract.cues import cues

_ON: Final = (
    r"(?: (?:also|again|briefly|privately|separately|virtually|online|in person|late|earlier|later|yesterday"
    r"|today|here|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening"
    r"|night))?|on the \w+|by \w+"
    r"|by \w+ \w+|over the phone|via \w+ \w+|in [a-z]\w+"
    r"|for \w+ \w+)){0,3}"
)
_TALK: Final = (
    r"(?:(?:telephone|phone|video|bilateral|separate|official|courtesy|farewell|working|one-on-one"
    r"|face-to-face"
    r"|virtual|closed-door|brief|two-way|trilateral|political|formal|informal|further|foreign office"
    r"|staff) )*"
    r"(?:talks?|consultations?|discussions?|meetings?|conversations?|calls?|conference|dialogue"
    r"|conference calls?|videoconference|exchanges?|bilaterals?|lunch|breakfast|dinner|session"
    r"|t[êe]te-[àa]-t[êe]te|encounter)"
)
VERB: Final = re.compile(
    r"\b(?:(?P<call>call(?:ed|s|ing)? on(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:paid|pays?"
    r"|paying) (?:an? |his |her )?(?:[\w-]+ ){0,3}(?:call"
    r"|visit)"
    r"(?: today| yesterday| here| on \w+day)? (?:on|upon|to)"
    r"|(?:tele)?phoned|dialled|rang up|rang"
    r"|(?:took|received|had) an? (?:\w+ )?call(?: on \w+day)? from"
    rf"|(?:spoke|speaks?|spoken|speaking|talked|talks?) (?:by|over|via|on) (?:the "
    rf"|secure )?(?:tele)?(?:phone|video|(?:secure )?line)"
    rf"(?: link| call)?{_ON} (?:to|with)"
    rf"|(?:sp(?:oke|eaks?|oken)|talked){_ON} (?:to|with)(?! reporters| journalists| the press| the media))"
    rf"|(?P<host>received|receives?|receiving|welcom(?:ed|es?|ing)|host(?:ed|s|ing)?|greet(?:ed|s))"
    r"(?! (?:by|as|news|word|reports?|assurances?))(?! (?:(?:on )?\w+day |today |yesterday |here )?an?"
    r" (?:\w+ )?(?:message|letter|invitation|report|medal|prize|award|doctorate|cheque|donation)\b)"
    r"|(?P<hosted>(?:was|were|been|be|being) (?:also |later |then |earlier |separately "
    r"|afterwards )?(?:received|welcomed|hosted|greeted"
    r"|met)[^,.;]{0,30}? by)"
    rf"|(?P<met>(?:saw|at the invitation of|spent [\w ]{{3,40}}? with|met(?! (?:a|an|the|their"
    rf"|its) (?:target|deadline|goal|end))|meets?|(?:(?<=was )"
    rf"|(?<=were )|(?<=is )|(?<=are )|(?<=after )|(?<=before )|(?<=been ))meeting)(?: up)?{_ON}(?: with)?)"
    rf"|(?P<held>(?:held|hold|holds|holding|had|have|has|having){_ON} (?:an? |the |their |his "
    rf"|her )?(?:[\w-]+ ){{0,3}}?"
    rf"{_TALK}(?: on [\w -]{{3,40}}?)?{_ON} with)"
    r"|(?P<sat>(?:sat|sits?) (?:down )?(?:opposite|across(?: the table)? from|down with|with|facing)"
    rf"|confer(?:red|s)?{_ON} with|huddled with|shook hands with|exchanged views with|joined in talks by"
    rf"|faced"
    rf"|discuss(?:ed|es)(?: [\w' -]{{3,60}}?)? with)"
    r"|(?P<both>(?:held|hold|holds|opened|concluded|wrapped up|completed|began|convened|launched|resumed"
    r"|gathered|spoke|talked|conferred|chatted|had (?:dinner|lunch|breakfast|tea|coffee)"
    r"|broke bread|sat down|(?:got|getting|came|come) together|huddled|shook hands|dined|lunched"
    r"|discussed"
    r"|reviewed|exchanged|agreed|signed|stressed|pledged|vowed|spent|went over|took stock))"
    r"|(?P<done>(?:were|was|been) (?:also |then |jointly )?(?:explored|discussed|reviewed|examined|considered"
    r"|assessed|debated|taken up|talked over|gone over|gone through|looked at|thrashed out|agreed)"
    r"(?: [\w' ]{2,40}?)?,? by(?= (?:[a-z]|the)))"
    r"|(?P<beside>(?:together|along) with(?= (?:his|her|their)))"
    rf"|(?P<noun>{_TALK}(?: on [\w' -]{{3,40}}?)?{_ON} (?:with|between|of(?= (?:[a-z]|the)))))(?!\w)",
)
"""What brings people to one table, up to the word before the second of them, in `Block.low`."""
MEETING_WORDS: Final = frozenset(
    """
    call calls called calling paid pay phoned telephoned dialled rang spoke speak speaks spoken speaking
    talked received receives receive receiving welcomed welcomes welcome welcoming hosted host hosts hosting
    greeted greets met meet meets meeting meetings sat sit sits conferred confers confer huddled shook
    exchanged
    faced saw invitation visit visits visited visiting gathered gather gathers convene convened convenes
    negotiated negotiators negotiating
    discussed discusses talks talk consultations consultation discussions discussion conversation
    bilateral conversations together conference dialogue videoconference lunch breakfast dinner session
    encounter
    exchange
    """.split()
)
"""Words of meeting: an article without any tells of none."""
WORDS: Final = cues(
    MEETING_WORDS.union(
        """
    together along held hold holds opened concluded wrapped completed began convened launched resumed
    reviewed agreed signed stressed pledged vowed spent went took at broke dined lunched
    """.split()
    )
)
"""Words of which each phrase that brings people to one table holds one."""
STARTS: Final = WORDS | frozenset(
    """
    was were been be being telephoned telephone phone video bilateral separate official courtesy farewell
    working one-on-one face-to-face virtual closed-door brief two-way trilateral political
    formal informal further foreign staff call calls tête tete have has having had talk greet conferred got
    came come
    """.split()
)
"""Words such a phrase can start with."""
