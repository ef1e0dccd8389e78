# ruff: noqa: RUF001 - raw files print these signs
"""Photo captions.

`... greet guests in Oslo. (AP Photo/A. Name)`, `Minister A. Name. File photo`, `Envoy (L) with guests`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import find_agency, is_agency, names_agency

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_LONGEST: Final = 700
_SCENE_MOST: Final = 64
"""A longer sentence before an agency's name may be the last of a story."""
# Each pattern runs only where its sign stands in the casefolded line, and where a sign is a part of common
# words, one of the longer signs too: most paragraphs hold none of them.
_SIGNS: Final = tuple(
    (sign, longer, re.compile(pattern))
    for sign, longer, pattern in (
        (
            "(",
            (),
            (
                r"\((?:l|r|c|left|right|cent(?:re|er)|r ight|l eft|[2-5](?:nd|rd|th) (?:l|r|left|right)"
                r"|second (?:left|right)|front|back|middle"
                r"|from (?:the )?(?:left|right)|top|bottom|in (?:blue|white|black|red)|extreme (?:left"
                r"|right))\)|\(pix\)\.?$"
                r"|\((?:[^()]{0,40}\b)?(?:photo|image|picture|pic|file|foto|handout|pool|getty)\b[^()]{0,80}\)"
            ),
        ),
        (
            "left",
            (", left", "from left", "from the left"),
            r", left(?:,| )|\b(?:second|third|first|far|front) from (?:the )?left\b",
        ),
        (
            "right",
            (", right", "from right", "from the right"),
            r", right(?:,| )|\b(?:second|third|first|far|front) from (?:the )?right\b",
        ),
        (", cent", (), r", cent(?:re|er)(?:,| )"),
        (
            "photo",
            (),
            (
                r"\bfile photo|[.–—-] ?(?:representative|representational|representation|undated) photo"
                r"|\bphotos? (?:by|courtesy|provided|taken|released (?:by|on)"
                r"|shows|credit)\b|\b(?:in|this) (?:this )?(?:file |undated |handout "
                r"|combination )?photo(?:graph)?\b[^.]{0,60}(?:taken|shows?"
                r"|provided|released|made|from|,|dated|by)|\bphoto(?:graph)?s? ?[:：|]|\bphotos? and"
                r" videos?\b|[\w)][.!?—–|-]? ?(?:— ?|- ?)?\bphotos?/\w"
                r"|[.—–|-] ?(?:\w{2,14}[ /]){1,2}photos?$|\bin this (?:\w+ ){0,2}photo\b"
            ),
        ),
        (
            "image",
            (),
            (
                r"[.–—-] ?(?:file|representative|representational|representation|undated) image"
                r"|[.\w] image ?: ?[^.:]{2,40}\.?$"
                r"|\bimage (?:credit|source|courtesy|for representation)|\bfile image\b"
            ),
        ),
        (
            "pic",
            ("e pic", "l pic", "d pic", "picture", "p pic", "s pic", "pic:", "pic by", "filepic", "(pi"),
            (
                r"[.–—-] ?(?:file|representative|representational|undated) ?pic|\bfile pic|\(pic\)\.?$"
                r"|[.—–|-] ?(?:\w{2,14}[ /]){0,2}pics?$|[.—–|-] ?pic(?:ture)?s? (?:by|from|via)\b"
                r"|\bpic(?:ture)?s? ?: ?[^.:]{2,40}$|\bin this (?:\w+ ){0,2}picture\b"
                r"|\bpicture (?:credit|courtesy|source)"
                r"|\bpictured\b[^.]{0,40}$|\bthis (?:file |undated |handout )?picture\b[^.]{0,60}(?:taken"
                r"|shows?|provided|released)"
            ),
        ),
        ("/", (), r"[—–-] ?\w{2,12}/file|\w/(?:file|handout|courtesy)$"),
        ("[", (), r"\w[.]? ?\[(?:file|photo|image|picture|courtesy|supplied|handout)[^\[\]]{0,40}\]$"),
        ("©", (), r"\w[.,)]? ?©(?! ?copyright) ?[\w .'’/&-]{2,40}$"),
        (
            "foto",
            (),
            r"(?:[.|/(—–-] ?|^)fotos?(?:graf[íi]a|grafie)? ?[:/]|[.|(—–-] ?foto (?:de|di|von)\b",
        ),
        ("фото", (), r"[.|/(—–-] ?фото ?[:/]"),
        ("أرش", (), r"[.(] ?(?:صورة )?أرشيفية\)?\.?$"),
        ("credit", ("credit:", "credit :"), r"\bcredit ?:"),
    )
)
_ASCII_SIGNS: Final = tuple(entry for entry in _SIGNS if entry[0].isascii())
_STARTS: Final = re.compile(
    r"(?:photos?|images?|pictures?|video|foto|fotos|bild|photo and video|caption|photo caption"
    r"|file photo|file|illustration|photo illustration"
    r"|фото|фото и видео|صورة|تصویر|फोटो|फाइल फोटो|写真|图片|图为|図|사진) ?[:：/]"
    r"|(?:©|\(c\)) ?(?:[\w .]{2,20}(?:photo|images?|picture)|getty|[^\W\d][^\d/|]{1,28} ?[/|] ?[^\W\d])"
    r"|(?:representative|representational|representation|file|stock|illustrative) (?:photo|image|pic"
    r"|picture)\b"
    r"|(?:an?|the) (?:undated |file |general )?(?:photo|picture|image|handout|view|file photo"
    r"|aerial view|combination photo)(?:graph)?(?:$|[,.:;/(—–-]"
    r"| (?:of(?! the (?:market|economy))|from|shows?|showing|taken|released|provided|made|dated|by"
    r"|illustrat|handout|image|photo|[—–(-]))"
    r"|(?:a )?file (?:photo|picture|image)\b|photo (?:by|courtesy|credit)\b|image (?:credit|source)\b"
    r"|\(?photo ?by\b|file [–—-] "
)
_FIRST_WORDS: Final = (
    "photo", "image", "picture", "video:", "video :", "foto", "bild", "caption", "file", "illustration",
    "фото", "صورة", "تصویر", "फोटो", "फाइल", "写真", "图片", "图为", "図", "사진", "©", "(c)", "represent",
    "stock ", "illustrative", "(photo", "undated", "a file", "a photo", "a picture", "a handout",
    "a view", "a general", "a combination", "an image", "an aerial", "an undated", "the photo",
    "the picture", "the image", "the undated", "the handout", "the combination",
)  # fmt: skip
_FIRST_SIGNS: Final = frozenset(word[0] for word in _FIRST_WORDS)
_ENDS: Final = re.compile(
    r"[.—–-] ?(?:\w{2,12}/)?(?:file|getty images|handout|online)(?:/(?:file|\w{2,12}|handout))?$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"[\w)”\"] ?\[([A-Z][\w .'’-]{1,30}(?:/[A-Z][\w .'’-]{1,24})?)\]$")
_STOCKS: Final = (". Getty Images", ". File", ". Handout", ". Supplied", ". Shutterstock", ". Courtesy")
_AGENCY_END: Final = re.compile(r"[\w)]\s?[—–-] ?(?:\w{2,12}/)?(?P<agency>[A-Z][\w ]{1,18})$")
_AGENCY_SLASH: Final = re.compile(r"[.!?)”\"] ?(?:— ?)?(?P<agency>[A-Z][\w ]{1,18})/[A-Z][^.!?/]{1,50}$")
_BARE_CREDIT: Final = re.compile(r"\w{2}[.!?] (?P<agency>[A-Z][\w ]{1,18})$")
_TAIL: Final = 70
_DENSE_END: Final = re.compile(
    r"(?P<agency>新华社|新華社|中新社|法新社|路透社|美联社|中央社)?"
    r"(?:记者|記者)?\s?[^\s。,，]{0,6}(?:摄|攝|供图|供圖|发|撮影|提供|資料写真)[)）]?。?$"
    r"|[=＝](?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:午前|午後|未明|夜|朝|、[^。]{1,16})?$"
)
_DENSE_FROM: Final = "\u2e80"
_DENSE_SIGNS: Final = frozenset("摄攝图圖发影供真日前後明夜朝内で)）。")
_PHOTO_CREDIT: Final = re.compile(
    r"\((?:[A-Z][\w ]{1,20})/(?P<person>[A-Z][^()/]{2,40})\)\.?$|\| ?(?:Photo|Image|Picture)\b"
)
_PARTICIPLE: Final = re.compile(
    r"[^\W\d_][^.:;]{2,90}, (?:presenting|speaking|addressing|shaking|greeting|receiving|signing|posing"
    r"|handing"
    r"|attending|chairing|inaugurating|exchanging|briefing|meeting|delivering|welcoming|cutting|unveiling|hugging"
    r"|waving|arriving|looking on)\b"
)
_DATED_SCENE: Final = re.compile(r"(?:,|[A-Z][a-z]{2,8}) \d{4}\. - ")
_OUTLET_TAIL: Final = re.compile(
    r"(?:,|[A-Z][a-z]{2,8}) \d{4}\. - [A-Z]\w+(?: [A-Z]\w+){0,2}$|^(?:The|An?) (?:(?!\b(?:is|was|has|had"
    r"|have|are|were|will"
    r"|said|says|to)\b)[^.]){4,90}\. - [A-Z]\w+(?: [A-Z]\w+){0,2}$"
)


def is_caption(line: str, lexicon: Lexicon) -> bool:
    """Return whether the line describes a picture."""
    if len(line) > _LONGEST:
        return False
    low = line.casefold()
    if low[0] in _FIRST_SIGNS and low.startswith(_FIRST_WORDS) and _STARTS.match(low):
        return True
    for sign, longer, pattern in _ASCII_SIGNS if low.isascii() else _SIGNS:
        if sign in low and (not longer or _holds(low, longer)) and pattern.search(low) is not None:
            return True
    if low[-1] == ")" or "|" in low:
        credit = _PHOTO_CREDIT.search(line)
        return credit is not None and not (credit["person"] and is_agency(credit["person"], lexicon))
    if " - " in line[-40:] and _is_outlet_tail(line, lexicon):
        return True
    return line[-1] != "." and _ends_credited(line, lexicon)


def _ends_credited(line: str, lexicon: Lexicon) -> bool:  # noqa: PLR0911 - one form a line
    """Return whether a line closes with who took the picture, not with a full stop.

    `... in Oslo — AFP`, `... in Awang. ANTARA/HO-Fleet`, `…拍照。新华社发`.
    """
    if line[-1] > _DENSE_FROM:
        return line[-1] in _DENSE_SIGNS and _DENSE_END.search(line[-16:]) is not None
    tail = line[-_TAIL:]
    if line[-1] == "]":
        bracket = _BRACKETED.search(tail)
        return bracket is not None and ("/" in bracket[1] or find_agency(bracket[1], lexicon) is not None)
    if not line[-1].isalnum():
        return False
    if line.endswith(_STOCKS):
        return True
    if "/" in tail or "-" in tail or "—" in tail or "–" in tail:
        if _ENDS.search(tail) is not None:
            return True
        for pattern in (_AGENCY_END, _AGENCY_SLASH):
            match = pattern.search(tail)
            if match is not None and find_agency(match["agency"].strip(), lexicon) is not None:
                return True
    return False


def _holds(low: str, signs: tuple[str, ...]) -> bool:
    return any(sign in low for sign in signs)


def _is_outlet_tail(line: str, lexicon: Lexicon) -> bool:
    """Return whether a dated or verbless phrase closes with an outlet.

    `The state flag of Japan. - Outlet`.
    """
    match = _OUTLET_TAIL.search(line)
    if match is None or len(line) < _SCENE_MOST or _DATED_SCENE.search(line) is not None:
        return match is not None
    agency = find_agency(line.rsplit(" - ", 1)[1], lexicon)
    return agency is None or agency.kind != "agency"


def is_unstopped_caption(line: str, lexicon: Lexicon) -> bool:
    """Return whether a line above the body without a final stop reads as a caption.

    A name, a comma, a participle; or a sentence and an agency: `The crane on Friday. AP`.
    """
    if len(line) > _LONGEST:
        return False
    if _PARTICIPLE.match(line) is not None:
        return True
    match = _BARE_CREDIT.search(line[-_TAIL:]) if ". " in line else None
    return match is not None and find_agency(match["agency"], lexicon) is not None


_CREDITED: Final = re.compile(
    r"[.!?”\"] ?(?:\((?P<bracket>[A-Z][\w ]{1,24})\)|[–—-]{1,2} ?(?P<dash>[A-Z][\w ]{1,18}))$"
)


_SENTENCE_MOST: Final = 260
_TAIL_CREDIT: Final = 30
_SAID: Final = (" said", " told ", " added", " says")
"""A picture's caption is one sentence in which nobody speaks."""


def is_credited_scene(text: str, lexicon: Lexicon) -> bool:
    """Return whether one sentence closes with `(Agency)` or `- Agency`: a story does so at its end only."""
    if text[-1] != ")" and not text[-1].isalnum():
        return False
    if len(text) > _SENTENCE_MOST or ". " in text[:-_TAIL_CREDIT] or any(verb in text for verb in _SAID):
        return False
    match = _CREDITED.search(text[-40:])
    return match is not None and names_agency(match["bracket"] or match["dash"], lexicon)
