# ruff: noqa: RUF001 - raw files print these signs
"""Copyright, syndication notes, archive notices, newsletters and ads: `© 2021`, `All rights reserved`."""

from __future__ import annotations

from typing import Final

from tasks.parse.chrome.rule import Opens, Rule

RULES: Final = (
    Rule(
        name="copyright",
        lines="""\
all rights reserved
terms of use
terms of service
terms and conditions
terms & conditions
privacy policy
privacy
cookie policy
cookies
disclaimer
phot not for sale
not for sale
todos los derechos reservados
tous droits réservés
alle rechte vorbehalten
tutti i diritti riservati
riproduzione riservata
todos os direitos reservados
все права защищены
tüm hakları saklıdır
hak cipta dilindungi
جميع الحقوق محفوظة
جملہ حقوق محفوظ
版权所有
""",
        starts=(
            r"© ?(?:copyright )?\d{4}\b",
            r"© copyright\b",
            r"copyright ?(?:©|\(c\)|&copy;|\d{4}|by|@)",
            r"copyright notice\b",
            r"all rights? reserved\b",
            r"our standards ?:",
            (
                r"this (?:material|article|content|story|report|document|work) (?:may not be|is protected"
                r"|is copyright|cannot be)\b"
            ),
            r"no part of this\b",
            r"reproduction (?:in whole|of|or|without|is|prohibited)\b",
            r"republication\b.{0,60}\b(?:prohibited|forbidden|consent|permission|without)",
            r"the contents? of this (?:web ?site|page|site)\b",
            r"reprinting or\b",
            r"republish (?:with|under|our|this)\b",
            r"republished (?:with|under|our)\b",
            r"do not (?:print|reproduce|republish|copy)\b",
            r"any (?:reproduction|unauthori[sz]ed)\b",
            r"при (?:использовании|перепечатке|цитировании|копировании|цитуванні|використанні|передруку)\b",
            r"использование материалов\b",
            r"все права\b",
            r"©\s?\w+[^.]{0,60}(?:rights reserved|all rights)",
            r"© ?(?:一般社団|公益|株式会社|有限会社)",
            r"未经授权",
            r"版权",
            r"저작권자",
            r"무단",
            r"著作権",
            r"無断転載",
        ),
        anywhere=(
            ("rights", r"\brights\s+reserved\b"),
            ("do not print, air", r"do not print, air"),
            ("copyright ", r"[.!] copyright (?:©|\(c\)|\d{4})"),
            ("저작권자", r"^.{0,4}저작권자"),
            ("c)", r"^c\) ?\d{4}\b"),
        ),
        most=700,
    ),
    Rule(name="legal disclaimer", opens=Opens.TAIL, starts=(r"legal disclaimer\b",), most=700),
    Rule(
        name="syndication and archive notes",
        anywhere=(
            ("staff", r"^\(?[^.]{0,80}\bstaff\b[^)]{0,120}\bfeed\b"),
            (" feed", r"\b(?:syndicated|unedited|auto-?generated) (?:news )?feed\b"),
            ("not been edited", r"\bhas not been edited by\b"),
            ("journalism", r"\b(?:quality|independent|local) journalism (?:is|matters|needs|costs|takes)\b"),
            ("the headline", r"\b(?:only|except for) the headline\b"),
            (
                "archived ",
                r"\barchived (?:story|article|news)\b.{0,80}\b(?:private|personal|no longer|only)\b",
            ),
            ("old ", r"\bold (?:story|article|news)\b.{0,80}\b(?:private|personal|no longer|only)\b"),
            ("views ", r"\bviews (?:expressed|and opinions) .{0,60}(?:author|own|writer)"),
            (
                "information ",
                (
                    r"\binformation (?:on|in) this (?:page|story|article) (?:may|might) (?:be outdated"
                    r"|no longer)\b"
                ),
            ),
        ),
        starts=(
            (
                r"this (?:story|article|report) (?:is|was|has been) (?:auto|published (?:from|unedited)"
                r"|generated|sourced)"
            ),
            r"this (?:is an )?archived? (?:article|story|page|content)\b",
            r"you are reading an\b.{0,40}(?:old|archived?)\b",
            r"the views expressed\b",
            r"the (?:writer|author) (?:can be|may be|is an?|is the|works|tweets)\b",
            r"opinions expressed\b",
        ),
        most=420,
    ),
    Rule(
        name="promotion",
        lines="""\
advertisement
advertisements
advertisement advertisement
ad
ads
adv
sponsored
story continues below
story continues below advertisement
article continues below
article continues below advertisement
continue reading below advertisement
scroll to continue
remove ads
subscribe
subscribe now
subscribe to continue
newsletter
newsletters
our newsletter
sign up for our newsletter
support us
donate
donate now
download app
publicidad
publicité
publicidade
anzeige
werbung
pubblicità
реклама
reklam
iklan
إعلان
اشتہار
विज्ञापन
广告
広告
광고
""",
        starts=(
            r"advertisement\b.{0,40}$",
            r"to (?:read|continue|access|view)\b.{0,60}\b(?:subscribe|sign (?:in|up)|log ?in|register)",
            r"this (?:article|story|content) is for\b",
            r"subscribe (?:to|now|for|today|here)\b",
            r"sign up (?:for|to|here|now|today)\b",
            r"get (?:the|our|all|your) (?:latest|best|daily|newsletter|morning|free)\b",
            r"get\b.{0,60}\b(?:newsletter|in your inbox|to your inbox)\b",
            r"sign up\b.{0,80}\b(?:newsletter|briefing|inbox|e?mails?|alerts)\b",
            r"you have (?:read \d+|\d+ (?:free|more|articles?|stories|story)|reached)\b",
            r"got a (?:tip|story|news tip|question|scoop)\b",
            r"have a (?:tip|story|news tip|question|scoop|news story)\b",
            r"do you know more\b",
            r"do you have (?:a|an|any|more) (?:tip|story|news|information|scoop|opinion|view)\b",
            r"if you have (?:a|any|more) (?:tips?|story|stories|news|information|comments?|questions?)\b",
            r"contact (?:us|our newsdesk|the newsdesk|the newsroom)\b.{0,80}$",
            r"send (?:us|your) (?:your |a )?(?:tips?|stories|story|news|comments|letters|photos|feedback)\b",
            r"visit (?:us|our)\b.{0,80}$",
            r"don't forget to (?:subscribe|follow|like|share|sign)\b",
            r"sponsored by\b.{2,80}$",
            r"presented by\b.{2,60}$",
            r"brought to you by\b.{2,80}$",
            r"suscríbete\b",
            r"abonnez-vous\b",
            r"abonnieren sie\b",
            r"iscriviti\b",
            r"assine\b.{0,60}\bnewsletter",
            r"story continues\b.{0,40}$",
            r"article continues\b.{0,40}$",
            r"continues (?:below|after)\b.{0,40}$",
            r"join (?:our|us|the) (?:whatsapp|telegram|channel|newsletter|on)\b",
            r"join\b.{2,40}\b(?:whatsapp|telegram) (?:channel|group)",
            r"join (?:our|us)\b.{0,60}(?:whatsapp|telegram|channel|newsletter)",
            r"support (?:our|independent|quality)\b.{0,80}journalis",
            r"become a (?:member|subscriber|supporter|patron)\b",
            r"not to (?:be )?miss(?:ed)? ?:",
            r"sign in to\b.{0,80}$",
            r"access \d+\b.{0,80}$",
            r"unlock\b.{0,60}$",
            r"log in to (?:see|read|get|unlock)\b",
            r"download (?:our|the)\b.{0,60}\bapp\b",
            r"click here (?:to|for)\b",
            r"for (?:more|latest|all the latest) (?:news|stories|updates)\b.{0,120}$",
            r"catch (?:all )?the (?:latest|live)\b",
            r"stay (?:tuned|updated|connected|informed|up to date|up-to-date|ahead|in the know)\b.{0,120}$",
            r"our new podcast\b",
            r"read \d+ stories\b",
            r"unlock (?:this|all|unlimited)\b",
            r"already a (?:subscriber|member)\b",
            r"this (?:article|story|content) is (?:for|available to|reserved for) (?:subscribers|members)\b",
            r"enjoy unlimited\b",
            r"try (?:it )?(?:free|for \$|for £|for €)\b",
        ),
        anywhere=(("read ", r"^[•*-]? ?read \d+ (?:stories|articles)\b"),),
        most=260,
    ),
    Rule(
        name="end marks",
        lines="""\
end
ends
fin
ende
конец
end/dm
30
""",
    ),
    Rule(name="page end", opens=Opens.TAIL, lines="the end of the page\nfooter\n"),
)
