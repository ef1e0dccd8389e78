"""Official meetings an article reports: what, who, how, where and when."""

from __future__ import annotations

from tasks.extract.meetings.find import find_meetings
from tasks.extract.meetings.found import FoundMeeting, Lead, Side

__all__ = ["FoundMeeting", "Lead", "Side", "find_meetings"]
