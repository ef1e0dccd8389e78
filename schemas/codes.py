"""Rejection codes: every reason a file or document can end in quarantine, with what to do about it."""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    # the file could not be read
    "unreadable": "The file or folder could not be opened. Check its permissions; the next run tries again.",
    "vanished": "The file was listed but gone when it was opened. Nothing to do if that was meant.",
    "unstable": "The file changed while it was read. The next run reads it again.",
    "broken_link": "A symbolic link leads nowhere. Mend or remove it.",
    "link_loop": "A symbolic link leads back into its own folder. Remove it.",
    "not_a_file": "A socket, pipe or device stands where an article was expected. Move it away.",
    "too_large": "The file is larger than the limit for one file or document. Split it, or raise the limit.",
    # its bytes are not text
    "empty": "The file holds no bytes, or nothing but white space. Ask the sender for it again.",
    "binary": "The bytes are not text. Ask the sender for a text form.",
    "undecodable": "The bytes fit no known charset. Ask the sender for UTF-8.",
    # a container or format is damaged
    "damaged_container": "The archive is cut off or damaged. Ask the sender for it again.",
    "damaged_member": "One member of the archive is damaged; the others were read.",
    "unsafe_container": "The archive breaks a safety limit (size, ratio, count, depth or path).",
    "malformed_record": "A record is not in the format the file declares.",
    "no_text_field": "A record has no text in a field known to hold it. Name the field in the settings.",
    "reader_error": "The reader failed on these bytes. This is a fault of the reader: please report it.",
    "unsupported": "The format is not one that is read.",
    # there is text, but no article
    "header_only": "There is a header but no text after it.",
    "no_text": "No paragraph of the text is more than page furniture.",
    "rule_broken": "A parsed value breaks a rule of its table: a fault of the parser, please report it.",
    "parser_error": "The parser failed on this text: a fault of the parser, please report it.",
}
