# ruff: noqa: RUF001 - raw files print these signs
"""Comment forms, feedback questions and tags: `Leave a Reply`, `Your Comment`, `Tags: trade, ports`."""

from __future__ import annotations

from typing import Final

from tasks.parse.chrome.rule import Opens, Rule

RULES: Final = (
    Rule(
        name="comment form",
        opens=Opens.TAIL,
        lines="""\
comments
comment
your comment
your comments
leave a reply
leave a comment
post a comment
add a comment
add comment
write a comment
post comment
submit comment
cancel reply
leave a reply cancel reply
join the conversation
join the discussion
have your say
what do you think
be the first to comment
no comments yet
view comments
show comments
hide comments
reader comments
captcha
security code
name e-mail
name email
commentaires
laisser un commentaire
ajouter un commentaire
comentarios
deja un comentario
deja una respuesta
comentários
deixe um comentário
kommentare
kommentar schreiben
commenti
комментарии
оставить комментарий
добавить комментарий
yorumlar
yorum yap
yorum yaz
komentar
tinggalkan balasan
التعليقات
تعليقات
اترك تعليقا
اترك تعليقاً
أضف تعليق
تبصرے
اپنی رائے کا اظہار کریں
टिप्पणी
टिप्पणियां
अपनी प्रतिक्रिया दें
评论
发表评论
コメント
댓글
""",
        starts=(
            r"your (?:email|e-mail) address will not\b",
            r"your name\b.{0,60}$",
            r"leave (?:a|your) (?:reply|comment)\b",
            r"post (?:a|your) comment\b",
            r"add (?:a|your) comment\b",
            r"comments? (?:are|is) (?:closed|moderated|off)\b",
            r"comments? ?\(\d+",
            r"disclaimer ?:",
            r"please (?:log ?in|sign in|login|register) to\b",
            r"log ?in to (?:comment|post|leave|see|read)\b",
            r"sign in to (?:comment|post|leave|see|read)\b",
            r"required fields are marked\b",
            r"save my name\b",
            r"notify me of\b",
            r"this site uses akismet\b",
            r"enter (?:the )?(?:code|captcha|characters)\b",
            r"you (?:must|need to|have to) (?:be logged in|log ?in|sign in|register)\b",
            r"log ?in or (?:register|sign up|create)\b",
            r"write (?:a|your) (?:comment|reply|response)\b.{0,20}$",
            r"this question is for testing\b",
            r"i'm not a robot$",
            r"لن يتم نشر عنوان",
        ),
        most=400,
    ),
    Rule(
        name="document notes",
        starts=(
            r"to view (?:documents|this|the)\b.{0,40}\b(?:pdf|reader|need)",
            r"pdf ?:?\b.{0,30}$",
            r"japanese$",
            r"english$",
        ),
        most=160,
    ),
    Rule(
        name="poll",
        opens=Opens.RELATED,
        lines="poll\nonline poll\nquick poll\nvote\ntoday's poll\nopinion poll",
    ),
    Rule(
        name="opinion box",
        opens=Opens.TAIL,
        lines="""\
your opinion matters
we value your opinion
give us your feedback
share your feedback
share your thoughts
tell us what you think
rate this page
rate this article
""",
        starts=(r"your opinion matters\b", r"share your (?:experience|feedback|thoughts|opinion|views)"),
        most=160,
    ),
    Rule(
        name="forum",
        starts=(
            r"board index\b",
            r"unread posts?\b",
            r"post by\b.{2,60}$",
            r"posted by\b.{2,40} » .{2,40}$",
            r"jump to post\b",
            r"quick reply\b",
            r"joined ?: .{4,40}$",
            r"posts? ?: ?[\d,]+$",
            r"display posts from\b",
            r"users browsing\b",
            r"who is online\b.{0,20}$",
        ),
        counted=(r"\d+ posts?(?: |$)",),
        anywhere=((" wrote", r"^[\w.@-]{2,30} wrote$"), ("index", r"(?: [-–|] |board |forum )index$")),
    ),
    Rule(
        name="help notes",
        starts=(
            r"if you (?:need (?:help|support)|or someone you know|have been affected|are not a journalist)\b",
            r"press contacts?\b.{0,60}$",
            r"media contacts?$",
            r"full version for\b",
        ),
        most=240,
    ),
    Rule(
        name="feedback",
        starts=(
            r"bagaimana (?:tanggapan|pendapat|menurut)(?:mu|nya)?\b",
            r"apa (?:pendapat|tanggapan)(?:mu)?\b",
            r"was this (?:article|page|story|information) (?:helpful|useful)",
            r"did you (?:like|find) this\b",
            r"how (?:useful|helpful) was\b",
            r"rate this (?:article|story|post|news)\b",
            r"report (?:an error|a typo|this ad|a mistake|a correction)\b",
            r"suggest (?:a correction|an edit)\b",
            r"found (?:an error|a mistake|a typo)\b",
            r"spotted (?:an error|a mistake|a typo)\b",
            r"нашли (?:ошибку|опечатку)\b",
            r"ошибка в тексте\b",
            r"если вы (?:нашли|заметили) ошибку\b",
            r"выделите\b.{0,60}ctrl",
            r"¿le ha\b",
            r"haberi beğendiniz\b",
        ),
        most=240,
    ),
    Rule(
        name="tags",
        starts=(
            r"tags? ?:",
            r"tagged\b.{0,120}$",
            r"topics? ?:",
            r"keywords? ?:",
            r"filed under\b",
            r"in this (?:article|story)\b.{0,3}:",
            r"category ?:",
            r"categories ?:",
            r"posted in\b.{0,80}$",
            r"hashtags?\b",
            r"etiquetas ?:",
            r"mots-clés\b",
            r"mots clés\b",
            r"schlagwörter\b",
            r"теги\b",
            r"метки\b",
            r"etiketler\b",
            r"الوسوم\b",
            r"كلمات (?:دلالية|مفتاحية)",
            r"ٹیگ",
            r"टैग",
            r"标签",
            r"关键词",
            r"タグ",
        ),
        anywhere=(("#", r"^\w+(?:[ ,]+#\w+)+$"), ("   ", r"^[\w,&' ]{3,40} {3,}[\w,&' ]{3,60}$")),
        most=240,
    ),
)
