# ruff: noqa: RUF001 - raw files print these signs
"""Share widgets, view counts, reading time, tools: `Share:`, `1 Min Read`, `Save Story`, `1 photo`."""

from __future__ import annotations

from typing import Final

from tasks.parse.chrome.rule import Rule

RULES: Final = (
    Rule(
        name="share",
        lines="""\
share
share this
share this article
share this story
share this post
share this news
share this on
share on
share article
share story
share via
share post
share with friends
facebook
twitter
x
whatsapp
linkedin
telegram
pinterest
reddit
email
e-mail
email this
e-mail this
print
print this
print this page
print article
print page
copy link
link copied
link copied to clipboard
copied
copy
tweet
follow us
follow us on
follow
like
like us on facebook
save
save story
save article
bookmark
listen
listen to this article
listen to article
play
pause
mute
unmute
fullscreen
full screen
font size
text size
a a
a- a+
a+ a-
a+
a-
aa
comments 0
0 comments
no comments
facebook twitter whatsapp
facebook twitter
facebook twitter linkedin
facebook twitter email
facebook twitter pinterest
facebook twitter whatsapp email
compartir
compartir en facebook
compartilhar
partager
partager sur facebook
teilen
drucken
imprimer
imprimir
condividi
stampa
поделиться
поделиться в соцсетях
печать
распечатать
версия для печати
paylaş
yazdır
bagikan
kongsi
مشاركة
شارك
طباعة
شیئر کریں
शेयर करें
分享
打印
分享到
シェア
ツイート
印刷
공유
공유하기
인쇄
""",
        starts=(
            r"share ?:",
            r"share (?:this|on|via|to|with)\b.{0,60}$",
            r"share (?:facebook|twitter|whatsapp|tweet)\b",
            r"facebook (?:twitter|messenger|share|x)\b",
            r"follow (?:us|our|@|the (?:author|reporter|writer)).{0,120}$",
            r"like us on\b",
            r"click (?:here )?to (?:share|print|email)\b",
            r"tweet (?:this|share|on)\b",
            r"google news follow\b",
            r"news follow\b",
            r"find us on\b.{0,60}$",
            r"on (?:facebook|twitter|instagram|telegram|youtube|whatsapp), (?:like|follow|join|find)\b",
            r"tweets? by\b ?@.{2,40}$",
            r"embed from\b.{2,40}$",
            r"view this post\b",
            r"a post shared by\b",
            r"ikuti kami\b",
            r"síguenos\b",
            r"suivez-nous\b",
            r"siga-nos\b",
            r"تابعونا\b",
            r"font size\b.{0,20}$",
            r"text size\b.{0,20}$",
            r"подписывайтесь\b",
            r"подпишитесь\b",
        ),
    ),
    Rule(
        name="counts",
        starts=(
            r"estimated read",
            r"temps de lecture\b.{0,20}$",
            r"tempo d[ei] (?:leitura|lettura)\b.{0,20}$",
            r"okuma süresi\b.{0,20}$",
            r"время (?:на )?чтени[ея]\b.{0,20}$",
            r"waktu baca\b.{0,20}$",
            r"reading time\b",
            r"read time\b",
            r"time to read\b",
            r"views?\s*[:.]?\s*[\d,.]+k?$",
            r"hits?\s*:\s*\d+$",
            r"visits?\s*:\s*\d+$",
            r"просмотров\b",
            r"lecture \d+ min",
            r"lesezeit\b",
            r"tiempo de lectura\b",
            r"浏览",
            r"阅读",
            r"点击",
            r"조회",
        ),
        counted=(
            r"\d+ ?[-–]?(?:to )?\d* ?(?:min(?:ute)?s?\.?)[ -](?:read|lecture|lesezeit)",
            r"\d[\d,.]*k? (?:views?|shares?|photos?|comments?|likes?|reads?|images?|reactions?|retweets?)$",
            r"\d+ ?/ ?\d+$",
            r"\d+ votes?\b.{0,40}$",
            r"\d+:\d\d ?/ ?\d+:\d\d$",
        ),
        anywhere=(
            ("twitter.com/", r"^(?:https?://)?pic\.twitter\.com/\w+$"),
            (" (@", r"^[^.?!]{2,40} \(@\w{2,30}\) [a-z]+ \d{1,2}, \d{4}$"),
            ("current time", r"^current time \d"),
            (" of ", r"^(?:view|image|photo|slide) \d+ of \d+$"),
        ),
        most=60,
    ),
)
