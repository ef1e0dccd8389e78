"""Organisations of states as sides: who sits for them, by the body he serves or by his state."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from schemas.reference.blocs import Bloc
    from schemas.reference.lexicon import Lexicon

_PARTS: Final = {
    "European External Action Service": "EU",
    "EEAS": "EU",
    "European Commission": "EU",
    "European Council": "EU",
    "Andean bloc": "CAN",
    "Andean Community": "CAN",
    "Pacific Forum": "PIF",
    "Pacific Islands Forum": "PIF",
    "Gulf Cooperation Council": "GCC",
}
"""Institutions and short names the reference table does not lead to their organisation."""

_MEMBERS: Final = {
    "ASEAN": "BN ID KH LA MM MY PH SG TH VN TL",
    "PIF": "AU CK FJ FM KI MH NR NU NZ PG PW SB TO TV VU WS",
    "SADC": "AO BW CD KM LS MG MU MW MZ NA SC SZ TZ ZA ZM ZW",
    "ECOWAS": "BJ CI CV GH GM GN GW LR NG SL SN TG",
}
"""Members the reference table does not keep: used only to tell for whom an official sits."""


class Blocs:
    """Organisations by every name of theirs."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index them."""
        self._by_key = {bloc.acronym: bloc for bloc in lexicon.blocs()}
        self._keys: dict[str, str] = {}
        for bloc in lexicon.blocs():
            for name in (bloc.acronym, bloc.name, *bloc.aliases):
                self._keys.setdefault(name, bloc.acronym)
        self._keys |= {name: key for name, key in _PARTS.items() if key in self._by_key}

    def key(self, name: str) -> str | None:
        """Give the organisation a name belongs to, the topmost one: *European Commission* is the EU's."""
        key = self._keys.get(name)
        seen: set[str] = set()
        while key and key not in seen and (parent := self._parent(key)):
            seen.add(key)
            key = parent
        return key

    def has_member(self, name: str, code: str) -> bool:
        """Say whether a state is known as a member."""
        bloc = self._by_key.get(self.key(name) or "")
        return bloc is not None and (code in bloc.members or code in _MEMBERS.get(bloc.acronym, ""))

    def _parent(self, key: str) -> str | None:
        bloc: Bloc | None = self._by_key.get(key)
        return bloc.parent if bloc and bloc.parent in self._by_key else None


@lru_cache(maxsize=4)
def blocs(lexicon: Lexicon) -> Blocs:
    """Give the organisations of a lexicon, made once."""
    return Blocs(lexicon)
