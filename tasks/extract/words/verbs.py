# ruff: noqa: SIM905 - lists of words read better as text
"""Verbs that report speech, lead a delegation or join a meeting."""

from __future__ import annotations

from typing import Final

from tasks.extract.cues import cues

SAID: Final = frozenset(
    """
    said says say added adds told tells stated states noted notes replied replies answered remarked
    observed declared explained explains insisted argued warned cautioned claimed claims asserted
    maintained quipped joked laughed recalled admitted conceded acknowledged commented announced wrote
    writes tweeted posted asked urged stressed emphasised emphasized underlined underscored reiterated
    reaffirmed affirmed confirmed denied highlighted pointed hoped expressed believed hailed praised
    thanked welcomed called described termed quoted reads read revealed disclosed vowed pledged promised
    suggested proposed predicted lamented complained grumbled mused shrugged countered retorted responded
    concluded continued reported reports informed assured briefed conveyed voiced demanded appealed
    regretted condemned rejected expects hopes expressing stressing adding saying noting told put
    thundered remarks sighed criticised criticized slammed branded dubbed dismissed boasted whispered
    shouted confessed chanted chants sang sings accused defended likened compared characterised
    characterized labelled labeled blasted touted quoted cited pleaded begged advised recounted testified
    alleged contended opined queried ventured interjected snapped barked muttered murmured exclaimed cried
    yelled screamed gushed enthused elaborated clarified summarised summarized assessed objected protested
    scoffed teased hinted signalled underscores stresses urges warns insists argues believes admits
    concedes claims declares observes remarks agrees counters denies writes posts jokes calls describes
    asks explaining arguing insisting warning promising vowing declaring describing calling quipping
    joking explained telling underlining highlighting reiterating denounced decried derided mocked saluted
    laments recalls recounts quips muses shrugs grins chuckles replies responds retorts complains grumbles
    concludes predicts reckons remembers confides summed chimed chipped piped volunteered reasoned
    reckoned beamed sneered snorted chuckled grinned sniffed
    fumed growled bellowed intoned confided
    applauded commended lauded welcomes hails rejects condemns
    """.split()
)
SUBJECTIVE: Final = frozenset(
    """
    underscored underlined stressed emphasised emphasized highlighted reiterated reaffirmed affirmed
    expressed thanked welcomed praised briefed conveyed noted urged hailed condemned rejected acknowledged
    appreciated assured proposed recalled commended
    """.split()
)
"""Verbs that report what was said without ``that``: he underscored the importance of …"""

JOINT: Final = cues(
    """
    agreed reviewed discussed exchanged reaffirmed reiterated underlined underscored decided resolved
    pledged expressed welcomed noted emphasised emphasized stressed confirmed called vowed undertook
    concurred identified acknowledged shared signed committed
    """.split()
)
LED: Final = frozenset(
    "led headed heads leads heading leading chaired co-chaired chairs co-chairs presided presides".split()
) | frozenset("chairing co-chairing represented represents moderated steered".split())

BE: Final = frozenset(
    """
    was is are were be been being am has have had having will would shall should may might can could must
    do does did won't
    """.split()
)
