# ruff: noqa: RUF001 - raw files print these signs
"""What is left of templates, tables and lists.

`{{hitsCtrl.values.hits}}`, `<image>data:`, `|`, glued menus.
"""

from __future__ import annotations

import re
from typing import Final

_TEMPLATE: Final = re.compile(
    r"\{\{[^{}]{1,80}\}\}[\s\d|.-]*$|<image>data:|data:image/|<!--|-->|</?(?:div|span|script|img|br)\b"
    r"|\$\(|function\s?\(|var [a-z_]\w* ?="
    r"|googletag|document\.|window\.|__\w+__|array\(|object\(|string\(\d+\)"
)
_TEMPLATE_STARTS: Final = (
    "{",
    "<",
    "data:",
    "$(",
    "function",
    "var ",
    "googletag",
    "document.",
    "window.",
    "__",
    "array(",
    "object(",
    "string(",
)
_GLUED_MENU: Final = re.compile(r"[a-zа-яё&][A-ZА-ЯЁ][a-zа-яё]")
_GLUED_LEAST: Final = 3
_LONGEST: Final = 600
_SHORT: Final = 80
_CODE_LEAST: Final = 15
"""`MENAFN17052024000187011040ID` is a code; a date is shorter."""
_SHORTCODE: Final = re.compile(r"\[/?[a-z][a-z0-9]*(?:[-_][\w-]+|(?= [\w-]+=))[^\[\]]*\]$|\[/[a-z]+\]$")
"""What a page builder left: `[contact-form-7 404 "Not Found"]`, `[/vc_column]`."""
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T_]\d\d:\d\d")


def is_residue(line: str) -> bool:
    """Return whether the line has no words, or is template code."""
    if not line[0].isalnum() and len(line) <= _LONGEST and not any(map(str.isalnum, line)):
        return True
    if line.startswith(_TEMPLATE_STARTS) and _TEMPLATE.match(line, 0, _LONGEST) is not None:
        return True
    if line[0] == "[" and line[-1] == "]" and _SHORTCODE.match(line) is not None:
        return True
    if " " not in line and len(line) > _CODE_LEAST and sum(map(str.isdigit, line)) * 2 > len(line):
        return _MOMENT.match(line) is None
    return len(line) <= _SHORT and "{{" in line and "}}" in line


def is_glued_menu(line: str) -> bool:
    """Return whether the line is menu entries run together: `MarketsPublic SectorLawRisk Tools`."""
    if len(line) > _LONGEST or ". " in line or line[-1] in '.!?"”':
        return False
    joints = len(_GLUED_MENU.findall(line))
    return joints >= _GLUED_LEAST and joints * 6 >= line.count(" ")
