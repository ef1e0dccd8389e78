# ruff: noqa: RUF001 - raw files print these signs
"""Other stories: `Related News`, `Also Read:`, `Most Viewed Video Stories`, `Recommended`."""

from __future__ import annotations

from typing import Final

from tasks.parse.chrome.rule import Opens, Rule

RULES: Final = (
    Rule(
        name="read more",
        opens=Opens.TEASERS,
        lines="""\
read more
also read
read also
more
read next
see also
don't miss
related
watch
read full story
read the full story
continue reading
read this also
further reading
lire aussi
à lire aussi
a lire aussi
lire la suite
lee también
lea también
lee además
leer más
ver más
leia também
leia mais
veja também
saiba mais
auch interessant
lesen sie auch
mehr zum thema
weiterlesen
leggi anche
leggi tutto
читайте также
читать также
читайте еще
подробнее
читать далее
ayrıca okuyun
devamını oku
ilgili haber
baca juga
baca selengkapnya
اقرأ أيضا
اقرأ أيضًا
اقرأ أيضاً
اقرأ المزيد
إقرأ أيضا
یہ بھی پڑھیں
مزید پڑھیں
यह भी पढ़ें
ये भी पढ़ें
इसे भी पढ़ें
আরও পড়ুন
আরো পড়ুন
延伸阅读
相关阅读
関連記事
관련기사
""",
        starts=(
            r"read (?:more|also|next|the full|full)\b ?(?:[:|»>-]|at|on|about|in|here|$)",
            r"read more\b",
            r"read the full\b.{0,20}\b(?:here|below)$",
            r"click on\b.{2,60}\bfor\b",
            r"read also\b",
            r"also (?:read|see|watch)\b ?[:|»>-]?",
            r"also on\b(?: ?[:|»>-]|.{0,24}$)",
            r"more (?:on|from|in|about) (?:this|the)\b.{0,60}$",
            r"see also\b",
            r"watch (?:also|live|here|more)?\s?:",
            r"related ?:",
            r"must read\b",
            r"must-read\b",
            r"don't miss\b",
            r"don’t miss\b",
            r"lire (?:aussi|également)\b",
            r"à lire\b",
            r"lea también\b",
            r"lee también\b",
            r"leia (?:também|mais)\b",
            r"lesen sie auch\b",
            r"leggi anche\b",
            r"lee además\b",
            r"le puede (?:interesar|gustar)\b",
            r"читайте (?:также|також|еще|ещё)\b",
            r"simak juga\b",
            r"baca ?:",
            r"আরও পড়ুন",
            r"আরো পড়ুন",
            r"延伸[阅閱]",
            r"te puede (?:interesar|gustar)\b",
            r"baca (?:juga|selengkapnya)\b",
            r"اقرأ (?:أيض|المزيد)",
            r"یہ بھی پڑھیں",
            r"مزید پڑھیں",
            r"यह भी पढ़ें",
            r"ये भी पढ़ें",
            r"continue reading\b",
        ),
        most=240,
    ),
    Rule(
        name="neighbours and tags",
        opens=Opens.TEASERS,
        lines="""\
previous article
next article
previous post
next post
previous story
next story
tags
topics
""",
    ),
    Rule(
        name="related stories",
        opens=Opens.RELATED,
        lines="""\
related news
related stories
related articles
related story
related article
related posts
related topics
related content
related links
related link
related videos
related coverage
more stories
more news
other news
other stories
more like this
in this story
similar news
similar stories
similar articles
similar posts
in other news
artikel berkaitan
elsewhere
from the archive
from the archives
from our archive
in case you missed it
icymi
web stories
top picks
our picks
top stories today
stories for you
for you
more for you
people also read
people are reading
readers also liked
readers also read
what others are reading
other headlines
today's headlines
today’s headlines
latest headlines
watch video
watch videos
watch more
photos
photo galleries
our partners
partner content
berita lainnya
también te puede gustar
延伸閱讀
相關新聞
更多新聞
更多新闻
you may also like to read
te recomendamos
te puede interesar
también te puede interesar
le puede interesar
puede interesarle
te podría interesar
vous aimerez aussi
à voir aussi
sur le même thème
à lire également
das könnte sie auch interessieren
das könnte dich auch interessieren
lesen sie dazu auch
mehr aus diesem ressort
potrebbe interessarti
potrebbe interessarti anche
ti potrebbe interessare
você também pode gostar
você pode gostar
рекомендуем
рекомендуем прочитать
вам может быть интересно
вам может понравиться
смотрите также
bunlar da ilginizi çekebilir
ilginizi çekebilir
anda mungkin juga suka
rekomendasi untuk anda
rekomendasi
قد يعجبك أيضا
قد يهمك أيضا
قد يهمك
متعلقہ عنوان
متعلقہ موضوعات
شاید آپ کو پسند آئے
आपको यह भी पसंद आ सकता है
猜你喜欢
推荐阅读
相关链接
おすすめ記事
あわせて読みたい
추천 기사
más noticias
noticias relacionadas
notas relacionadas
notícias relacionadas
articles similaires
sur le même sujet
articoli correlati
verwandte artikel
похожие новости
другие новости
новости по теме
по теме
материалы по теме
ещё новости
benzer haberler
ilgili haberler
berita terkait
artikel terkait
أخبار ذات صلة
مواضيع ذات صلة
اخبار ذات صلة
مقالات ذات صلة
متعلقہ خبریں
متعلقہ مضامین
मिलती जुलती खबरें
संबंधित खबरें
相关新闻
相关报道
関連ニュース
""",
        starts=(
            r"also in (?:this|the|today)\b.{0,40}$",
            r"next in\b.{2,30}$",
            r"people (?:also|are) (?:read|reading|watching|liked)\b.{0,30}$",
            r"stories (?:for|you|from)\b.{0,40}$",
            r"related (?:news|stories|articles|posts|topics|content|coverage|links|videos)\b.{0,60}$",
            r"more (?:stories|news|articles|headlines|coverage)\b.{0,60}$",
            r"other (?:news|stories|articles)\b.{0,40}$",
            r"more from\b",
            r"more in\b.{0,40}$",
        ),
    ),
    Rule(
        name="lists of other stories",
        opens=Opens.TAIL,
        lines="""\
recommended
recommended for you
recommended stories
recommended articles
recommended news
recommended by
you may also like
you might also like
you may like
you may have missed
most read
most viewed
most popular
most watched
most shared
most commented
popular
popular news
popular posts
popular stories
popular now
trending
trending now
trending stories
trending news
trending topics
latest
latest stories
latest videos
latest articles
latest posts
latest updates
recent posts
recent news
recent articles
recent comments
editor's picks
editors' picks
editor's pick
editor’s picks
top videos
featured
featured stories
from the web
around the web
promoted stories
sponsored
sponsored content
paid content
what to read next
up next
opinion
le plus lu
les plus lus
lo más leído
lo más visto
mais lidas
meistgelesen
i più letti
самое читаемое
популярное
популярные новости
последние новости
лента новостей
главные новости
çok okunanlar
en çok okunanlar
terpopuler
الأكثر قراءة
الاكثر قراءة
آخر الأخبار
أحدث الأخبار
تازہ ترین
مقبول ترین
热门新闻
最新新闻
热门推荐
アクセスランキング
최신뉴스
많이 본 뉴스
인기기사
""",
        starts=(
            r"most (?:read|viewed|popular|watched|shared|commented|recent)\b.{0,40}$",
            r"trending (?:now|news|stories|topics|on)\b.{0,40}$",
            r"recommended (?:for|stories|articles|news|by|reading|videos)\b.{0,40}$",
            r"you (?:may|might) (?:also )?(?:like|have missed|be interested)\b.{0,40}$",
            r"latest (?:news|stories|videos|articles|headlines|from)\b.{0,30}$",
            r"popular (?:news|posts|stories|in|on)\b.{0,30}$",
            r"recent (?:news|posts|stories|articles)\b.{0,30}$",
        ),
        most=80,
    ),
)
