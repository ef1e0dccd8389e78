# ruff: noqa: RUF001 - raw files print these signs
"""Site navigation, section names, site furniture at the top.

`Go to Contents`, `Skip to content`, `Left Menu`.
"""

from __future__ import annotations

from typing import Final

from tasks.parse.chrome.rule import Opens, Rule
from tasks.parse.words import words

SECTIONS: Final = words(
    "home news politics national world business sports sport opinion entertainment technology tech"
    " science health lifestyle culture education travel economy finance markets local regional"
    " international latest top video videos photos photo gallery multimedia podcast podcasts magazine"
    " features feature editorial editorials columns columnists interviews interview analysis weather"
    " horoscope jobs classifieds cricket football movies music fashion food auto autos real_estate"
    " property crime courts environment climate energy defence defense diplomacy asia africa europe"
    " americas oceania middle_east pakistan india china city metro nation lahore karachi islamabad"
    " e-paper epaper archive archives menu search login register subscribe more trending premium inicio"
    " política deportes economía mundo cultura sociedad opinión accueil politique économie monde société"
    " sport startseite politik wirtschaft sport kultur panorama главная политика экономика общество мир"
    " спорт культура в_мире новости происшествия gündem siyaset dünya ekonomi spor kültür beranda"
    " nasional internasional ekonomi olahraga hiburan الرئيسية سياسة اقتصاد رياضة ثقافة محليات منوعات"
    " صفحہ_اول پاکستان کھیل کاروبار 首页 新闻 国内 国际 财经 体育 社会"
    " politica cronaca esteri economia cultura spettacoli regioni salute scienza tecnologia ambiente"
    " viaggi ultim'ora"
    " nacional internacional internacionales sucesos regiones ciencia salud tecnología espectáculos farándula"
    " brasil esportes cidades tecnologia saúde entretenimento mundo"
    " france sports santé sciences environnement faits_divers régions international"
    " inland ausland wissen gesundheit wetter regional lokales netzwelt gesellschaft reise meinung"
    " россия регионы происшествия наука армия экономика технологии авто недвижимость мнения"
    " sağlık teknoloji magazin eğitim yaşam son_dakika"
    " hukum metro daerah teknologi kesehatan pendidikan gaya_hidup dunia"
    " سیاست صحت شوبز دلچسپ تعلیم بین_الاقوامی صحة تكنولوجيا عربي دولي"
    " राज्य मनोरंजन व्यापार शिक्षा स्वास्थ्य दुनिया"
    " 时政 军事 科技 文化 教育 娱乐 地方 スポーツ 科学 文化 地域"
    " ホーム 政治 経済 社会 国際 होम राजनीति खेल देश विदेश"
)

MENU_WORDS: Final = words(
    "menu search sign in up out my account login register share tweet print email e-mail facebook"
    " twitter whatsapp linkedin telegram copy link save follow listen pdf companies company newsroom"
    " media center centre about us contact faq rss help english français español deutsch العربية русский"
    " press embassies visas consular ministry tenders careers speeches statements publications documents"
    " events"
    " services topics departments agencies regions opinions obituaries letters subscribe newsletter"
    " alerts live tv"
    " 中文 japanese french arabic russian spanish chinese urdu hindi a- a+"
    " documentary obituary motoring gaming radio comment parliament elections election budget explainers"
    " investigations lifestyle puzzles games recipes books art arts theatre film celebrity tourism transport"
    " agriculture industry banking commodities scores fixtures results standings rankings"
    " أخبار محليات تقارير فيديو صور مقالات ثقافة صفحہ بزنس انٹرٹینمنٹ"
    " 即時 要聞 娛樂 運動 全球 社會 地方 國際 兩岸 產經 股市 財經 生活"
    " ニュース 天気 動画 エンタメ ビジネス 記事"
)
FILLERS: Final = words("> › » & + - • and by of the to on in a اول")
"""Words that fill a menu line together with section names; alone they prove nothing."""

HIGHLIGHTS: Final = words(
    "highlights story_highlights key_points key_takeaways key_facts at_a_glance in_brief main_points"
    " takeaways"
    " quick_read in_short the_gist synopsis"
)
"""Heads of a list of points that stands above or in a story."""

RULES: Final = (
    Rule(name="highlights", opens=Opens.TEASERS, lines="\n".join(sorted(HIGHLIGHTS))),
    Rule(
        name="breadcrumbs",
        anywhere=(
            (
                "  ",
                r"^[^\W\d_][\w'’&-]*(?: [\w'’&-]+){0,2}(?: {2,}[^\W\d_][\w'’&-]*(?: [\w'’&-]+){0,2}){2,}$",
            ),
            (" > ", r"^[^>]{1,40} > [^>]{1,60} > [^>]{1,120}$"),
            (" › ", r"^[^›]{1,40} › [^›]{1,60} › [^›]{1,120}$"),
            (" » ", r"^[^»]{1,40} » [^»]{1,60} » [^»]{1,120}$"),
            (" « ", r"^[^«]{1,40} « [^«]{1,60} « [^«]{1,120}$"),
        ),
        starts=(r"tag ?:", r"tags? archives?\b", r"archives? ?:", r"category archives?\b"),
    ),
    Rule(
        name="navigation",
        lines="""\
skip to content
skip to main content
skip to navigation
skip navigation
jump to content
jump to navigation
go to contents
go to content
go to navigation
go to homepage
go to top
back to top
back to home
back to news
back to list
back
left menu
right menu
main menu
main navigation
menu
close
close menu
open menu
toggle navigation
toggle menu
navigation
site map
sitemap
home page
homepage
press releases
press release
news releases
all news
latest news
top news
top stories
headlines
breaking news
live tv
watch live
sign in
sign up
log in
log out
my account
my profile
search
advanced search
search for
english
english version
contact us
about us
advertise with us
previous
next
prev
load more
show more
view all
see all
view more
see more
list
print edition
today's paper
e-paper
this day in history
understood
accept
accept all
ok
got it
no thanks
not now
dismiss
retry
exit
nan
null
undefined
aller au contenu
aller au contenu principal
accéder au contenu
menu principal
retour
ir al contenido
saltar al contenido
inicio
volver
zum inhalt springen
zum inhalt
zur navigation
zur startseite
vai al contenuto
ir para o conteúdo
pular para o conteúdo
перейти к содержимому
перейти к основному содержанию
на главную
меню
назад
içeriğe geç
ana sayfa
anasayfa
langsung ke konten
لینکس
تخطي إلى المحتوى
الرئيسية
القائمة
ہوم
返回首页
跳至正文
跳转到主要内容
メニュー
本文へ
本文へ移動
外部リンクへ移動
ホーム
본문 바로가기
본문으로 바로가기
메뉴
""",
        starts=(
            r"skip to (?:main |the )?(?:content|navigation|search|menu)",
            r"you are here",
            r"home (?:[>»/|›]|news\b)",
            r"press (?:releases?|statements?)$",
            r"press release (?:no|nr|number|#)\b.{0,30}$",
            r"release id\b.{0,60}$",
            r"qazaq tv\b",
            r"back to (?:top|home|news|list|the)\b",
            r"外部リンク",
            r"この外部リンク",
            r"go to (?:contents?|navigation|homepage|the top|main)\b.{0,60}$",
            r"no (?:internet|network|signal)\b.{0,40}$",
            r"このページ",
        ),
    ),
    Rule(
        name="weather and clock",
        anywhere=(
            ("°", r"\d ?°\s?[cf]?\b"),
            ("usd", r"^usd ?[\d/:]"),
            ("eur", r"^eur ?[\d/:]"),
            ("gbp", r"^gbp ?[\d/:]"),
        ),
        most=120,
    ),
    Rule(
        name="app and browser prompts",
        starts=(
            r"no (?:internet )?connection\b",
            r"put .{1,40} on (?:your )?home ?screen",
            r"add .{1,40} to (?:your )?home ?screen",
            r"open the menu of your browser",
            r"tap (?:on )?the (?:share|menu)\b",
            r"enable (?:javascript|notifications|cookies)\b",
            r"please enable (?:javascript|cookies)\b",
            r"this (?:site|website|page) (?:uses|requires) (?:cookies|javascript)\b",
            r"we use cookies\b",
            r"by (?:continuing|using) (?:to use )?(?:this|our) (?:site|website)\b",
            r"your browser (?:does not|doesn't|is)\b",
            r"you need to enable\b",
            r"video player is loading\b",
            r"play video\b.{0,20}$",
            r"javascript (?:is|must|seems)\b",
            r"get (?:the|our) app\b",
            r"install (?:the|our) app\b",
            r"download (?:the|our) (?:mobile )?app\b",
            r"get (?:breaking )?(?:news )?(?:alerts|notifications|updates)\b",
        ),
        most=260,
    ),
)
