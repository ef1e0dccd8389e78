"""Photo captions: `... greet guests in Oslo. (AP Photo/A. Name)`, `Minister A. Name. File photo`, `Envoy (L) with guests`."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 700
_SIGNS: Final = re.compile(
    r"\((?:[^()]{0,40}\b)?(?:photo|image|picture|pic|file|foto|handout|pool|getty)\b[^()]{0,80}\)"
    r"|\((?:l|r|c|left|right|centre|center|r ight|l eft|[2-5](?:nd|rd|th) (?:l|r|left|right)|second (?:left|right)|front|back"
    r"|from left|from right|top|bottom|in (?:blue|white|black|red)|extreme (?:left|right)|middle)\)"
    r"|\b(?:second|third|first|far|front) from (?:the )?(?:left|right)\b|, (?:left|right|centre|center), "
    r"|[.\-–—] ?(?:file|representative|representational|representation|undated) (?:photo|pic|image|picture|photograph)\b"
    r"|[.—–-] ?(?:\w{2,12}/)?(?:file|getty images|handout|online)(?:/(?:file|afp|reuters|getty|handout))?$"
    r"|[^.!?\"”’\s] ?[—–-] ?(?:\w{2,12}/)?(?:afp|reuters|ap|app|inp|xinhua|epa|dawn)$|[—–-] ?\w{2,12}/file"
    r"|\bfile (?:photo|pic|image|picture)\b|\bphoto (?:by|courtesy|provided|taken|released|shows|credit)\b"
    r"|\b(?:in|this) (?:this )?(?:file |undated |handout |combination )?(?:photo|picture|image|photograph)\b[^.]{0,60}(?:taken|shows?|provided|released|made|from|,|dated|by)"
    r"|[.\w] image ?: ?[^.:]{2,40}\.?$|\bimage (?:credit|source|courtesy|for representation)|\bpicture (?:credit|courtesy|source)|\bpictured\b[^.]{0,40}$"
    r"|\(phot?o not for sale\)|\bphoto ?[:：]|\bphotos? and videos?\b|\bcredit ?:"
)
_STARTS: Final = re.compile(
    r"(?:photos?|images?|pictures?|video|foto|fotos|bild|photo and video|caption|photo caption|file photo|file|illustration|photo illustration"
    r"|фото|фото и видео|صورة|تصویر|फोटो|फाइल फोटो|写真|图片|图为|図|사진) ?[:：/]"
    r"|(?:©|\(c\)) ?(?:[\w .]{2,20}(?:photo|images?|picture)|afp|reuters|ap |getty|sputnik|epa|tass)"
    r"|(?:representative|representational|representation|file|stock|illustrative) (?:photo|image|pic|picture)\b"
    r"|(?:an?|the) (?:undated |file |general )?(?:photo|picture|image|handout|view|file photo|aerial view|combination photo)\b(?! of the (?:market|economy))"
    r"|(?:a )?file (?:photo|picture|image)\b|photo (?:by|courtesy|credit)\b|image (?:credit|source)\b|\(?photo ?by\b"
)
_PHOTO_CREDIT: Final = re.compile(r"\((?:[A-Z][\w ]{1,20})/[A-Z][^()/]{2,40}\)\.?$|\| ?(?:Photo|Image|Picture)\b")
_PARTICIPLE: Final = re.compile(
    r"[^\W\d_][^.:;]{2,90}\b(?:presenting|speaking|addressing|shaking|greeting|receiving|signing|posing|handing|attending|chairing"
    r"|inaugurating|exchanging|briefing|meeting|delivering|welcoming|cutting|unveiling|hugging|waving|arriving|looking on)\b"
)
_OUTLET_TAIL: Final = re.compile(r"\d{4}\. - [A-Z]\w+(?: [A-Z]\w+){0,2}$|(?:The|An?) (?:(?!\b(?:is|was|has|had|have|are|were|will|said|says|to)\b)[^.]){4,90}\. - [A-Z]\w+(?: [A-Z]\w+){0,2}$")
_HINTS: Final = re.compile(
    r"\)\.?$|phot|pic|imag|file|\((?:[lrc2-5]|from|top|bott|in |seco|fron|extr|midd|cent|hand)|left|right|cent(?:re|er)"
    r"|(?:afp|reuters|ap|app|inp|xinhua|epa|images|handout|online|dawn|[a-z]) ?$|credit"
)


def is_caption(line: str) -> bool:
    """Return whether the line describes a picture."""
    if len(line) > _LONGEST:
        return False
    low = line.casefold()
    if _STARTS.match(low):
        return True
    if _HINTS.search(low) is None:
        return False
    return _SIGNS.search(low) is not None or _PHOTO_CREDIT.search(line) is not None or _is_outlet_tail(line)


def _is_outlet_tail(line: str) -> bool:
    """Return whether a dated or verbless phrase closes with an outlet: `The state flag of Japan. - Outlet`."""
    return " - " in line[-40:] and _OUTLET_TAIL.search(line) is not None


def is_unstopped_caption(line: str) -> bool:
    """Return whether a line without a final stop reads as a caption: a name, a comma, a participle."""
    return len(line) < _LONGEST and _PARTICIPLE.match(line) is not None
