"""Sentences with slots.

One of them: ``The {adj} {noun} near {town} will cost {n4} {money}, {person} {said}.``

Slots are filled from `stocks`, from makers (`{person}`, `{n2}`) or from the facts of the story
(`{side_a}`, `{lead_a}`).
"""

# ruff: noqa: RUF001 - some sentences are Russian

from __future__ import annotations

from typing import Final


def _lines(text: str) -> tuple[str, ...]:
    """One template a line; a line that begins with blanks goes on with the one before."""
    return tuple(text.strip().replace("\n  ", " ").splitlines())


MEETING_LEADS: Final = _lines("""
{side_a} and {side_b} on {weekday} agreed to {verb} the {adj} {noun} and to {verb} their {adj} {noun} at
  the {event}, {mode}
Officials of {side_a} and {side_b} {past} a plan for the {noun} {where} on {weekday} as the {event} drew
  to a close
{side_a} will {verb} {n4} {units} of {noun} with {side_b} under a deal reached on {weekday} at the {event}
The {event}, {mode}, ended on {weekday} with a promise to {verb} the {adj} {noun} {where}
Delegations from {side_a} and {side_b} {past} {adj} {noun} rules and {past} a list of {n2} projects at
  the {event} on {weekday}
{side_b} has offered {side_a} help with its {adj} {noun}, officials said on {weekday} after the {event}
""")
MEETING_SIDES: Final = _lines("""
The {adj_a} side was led by {lead_a}, {title_a}, while {lead_b}, {title_b}, led the {adj_b} side.
The {adj_a} delegation was headed by {title_a} {lead_a} and the {adj_b} delegation by {title_b} {lead_b}.
{lead_a}, {title_a}, and {lead_b}, {title_b}, co-chaired the meeting.
{title_a} {lead_a} led the {adj_a} team. {title_b} {lead_b} spoke for {side_b}.
{title_a} {lead_a} co-chaired the meeting with the {adj_b} leader, {title_b} {lead_b}.
""")
MEETING_COMPONENTS: Final = _lines("""
The dialogue fell into two components, {component_a} and {component_b}. In the {component_b}, the {adj_a}
  side was led by {rank} {person}, {role}, Ministry of {field}.
Two sessions, on {component_a} and on {component_b}, were chaired by {person} of the Ministry of {field}
  and by {rank} {person}.
In the {component_a}, {person}, {role} ({area}), spoke for {side_a} and {rank} {person} for {side_b}.
It was preceded by a round of {component_a}, led by {rank} {person} and {role} {person}.
""")
MEETING_BODY: Final = _lines("""
The two sides {past} the {adj} {noun} {where} and {past} ways to {verb} the {noun} {when}.
According to a press release of the Ministry of {field}, the delegations exchanged views on {noun},
  {noun} and the {adj} {noun}.
{lead_a} briefed the {adj_b} side on {side_a}'s {adj} {noun} and on its efforts to {verb} the {noun}
  {where}.
The {adj_b} delegation {past} {side_a}'s {noun} programme and {past} the {adj} role of {people} {where}.
Both sides agreed to {verb} a {adj} group on {noun}, which will {verb} its first report {when}.
{lead_b} later called on Minister of {field} {person} and {past} a {noun} {where}.
Trade between {side_a} and {side_b} came to {n4} million dollars, {pct} percent more than a year before,
  most of it {noun} and {noun}.
The next round will be held in {city_b} {when}, on dates to be settled through diplomatic channels.
{side_a} asked for {n4} {units} of {noun} and {side_b} for {adj} access to the {noun} market.
A memorandum on {noun} was initialled by {person} and {person}; another, on the {adj} {noun}, was left to
  lawyers.
""")
FILLER: Final = _lines("""
The {adj} {noun} near {town} will cost {n4} {money}, according to {person}, who {past} the {noun} {where}.
{people_cap} {where} {past} the {adj} {noun} and {past} a {noun} of {n4} {units}.
In {town}, {n4} {people} {past} a {adj} {noun} {when}, and {n2} of them {past} the {noun} as well.
A {adj} {noun} was {past} {where} after {people} {past} that the {noun} could not {verb} the {noun}.
{person}, a {role} at the Ministry of {field}, {past} the {noun} and {past} a {adj} {noun} {when}.
The {noun} {past} {pct} percent of its {noun}, while the {adj} {noun} {past} only {n2} {units}.
Last year the {noun} {past} {n4} {units} of {noun}; this year it may {verb} {n4}, {person} {said}.
Nobody {past} the {noun} of {town}, where a {adj} {noun} had {past} {n2} {people} {when}.
Under the plan, {people} would {verb} the {noun}, {people} would {verb} the {adj} {noun}, and the state
  would {verb} the rest.
A {noun} of {n2} {people} is to {verb} the {adj} {noun} {where} and to {verb} a {noun} {when}.
The price of {noun} {where} rose by {pct} percent, that of {noun} by {pct}, and that of {adj} {noun}
  hardly at all.
{town}'s {noun} has {past} its {adj} {noun} since {year}, when {person} {past} the {noun}.
Critics of the {noun}, among them {person} of the {people} union, say that it would {verb} a {adj} {noun}
  for {n2} years.
The {noun} from {town} to {town}, {n2} {units} long, was {past} in {year} and {past} again {when}.
Some {n4} {people} {past} the {noun} {where}; the {adj} {noun} was {past} by {people} from {town}.
It was not clear who had {past} the {noun}, or why the {adj} {noun} was {past} before the {noun}.
Two {people}, {person} and {person}, {past} the {adj} {noun} with {n2} bags of {noun}.
For {people}, a {adj} {noun} matters more than the {noun}, and a {noun} {where} more than either.
The law of {year} lets {people} {verb} a {noun} but not a {adj} {noun}, and says little of {noun}.
{person} {past} the {noun}, {past} its {adj} {noun} and {past} {n4} {money} {when}.
""")
QUOTES: Final = _lines("""
"We {verb} the {noun} before we {verb} the {noun}," {speaker} {said}.
"The {adj} {noun} is not a {noun}. It has to {verb} {n2} {people} {when}," {speaker} told reporters {where}.
{speaker} said, "A {noun} that cannot {verb} its {noun} is a {adj} {noun}."
"{people_cap} ask us to {verb} the {adj} {noun}, and they are right," {said} {speaker}.
“We have {past} {n4} {units} of {noun} {where}. No {adj} {noun} did that,” {speaker} {said}.
“If {people} {verb} the {noun}, {people} will {verb} the {adj} {noun},” {said} {speaker}, who {past} the
  {noun} {when}.
{speaker} {said} that {side_a} would {verb} the {adj} {noun} and that {people} should {verb} their {noun}
  {when}.
"It is a {adj} {noun}," {speaker} {said}. "Still, we must {verb} it {when}."
According to {speaker}, the {adj} {noun} was {past} "by {people} and for {people}" {when}.
""")
PLAIN_LEADS: Final = _lines("""
{people_cap} {where} {past} a {adj} {noun} on {weekday} after the Ministry of {field} {past} the {noun}
A {adj} {noun} {past} {n2} {people} {where} on {weekday}, {role} {person} said
{side_a} will {verb} its {adj} {noun} {when}, Minister of {field} {person} announced on {weekday}
A court in {town} {past} a {noun} of {n4} {money} against a {noun} firm on {weekday}
The {noun} of {town} {past} {n4} {units} of {noun} in a {adj} year, figures showed on {weekday}
{side_a} {past} {side_b}'s {adj} {noun} on {weekday} and {past} a {noun} {where}
""")
HEADLINES: Final = _lines("""
{side_a}, {side_b} {verb} {adj} {noun} {where}
{side_a}, {side_b} to {verb} {noun}, {noun}
{people_cap} of {town} {verb} {adj} {noun}
{adj_b} envoy {past} {noun} {where}
{noun_cap} talks: {side_a} to {verb} {adj} {noun}
{n2} {people} {past} in {town} as {noun} is {past}
""")
NAVIGATION: Final = _lines("""
Home|News|World|Business|Sport|Opinion|Weather|Video
Skip to content|Menu|Search|Sign in|Subscribe
Politics|National|Economy|Culture|Life & Style|Photos|Podcasts
Share:|Facebook|Twitter|WhatsApp|Print
Left Menu
Today's Paper|Archive|E-paper|Newsletter
MarketsCompaniesTechEnergyOpinionAutosReal estate
""")
TAILS: Final = _lines("""
Related Stories|{headline}|{headline}
Leave a Reply|Your email address will not be published. Required fields are marked *
Tags: {noun_cap}, {noun_cap}, {side_a}, {side_b}
Also Read|{headline}
© {year} All rights reserved. Reproduction without written leave is forbidden.
Share this:|Click to share on Facebook (Opens in new window)|Like Loading...
(This story is published from a syndicated feed and was not edited by the desk.)
Most Read|1 {headline}|2 {headline}|3 {headline}
Comments ({n2}) Closed
Subscribe to our newsletter for stories like this one
""")
CAPTIONS: Final = _lines("""
{lead_a}, left, and {lead_b} sign a paper in {city}, {weekday}. (Photo: {person})
A {noun} {where}. File photo
{title_a} {lead_a} (R) greets {lead_b} before their talks in {city} on {date}. ({agency})
{people_cap} {verb} a {adj} {noun} in {town}, {date}. — {agency}/File
""")
FOREIGN: Final[dict[str, tuple[str, ...]]] = {
    "fr": _lines("""
{city_cap}, {n1} mai ({agency}) - Les délégations de {side_a} et de {side_b} se sont réunies à {city}
  pour parler de pêche, de routes et de douanes.
La délégation était conduite par {person}, directeur général, et par {person}, secrétaire d'État.
« Nous avons perdu {n2} ans, nous gagnerons {n2} mois », a déclaré {person} devant la presse à {town}.
Le chantier de {town} coûtera {n4} millions d'euros et occupera {n4} ouvriers, selon le ministère.
Les deux parties ont examiné {n2} projets et en ont retenu {n1}, dont celui du port de {town}.
{person} a rappelé que {n4} tonnes de blé attendaient encore à la gare de {town} et à celle de {town}.
La prochaine session aura lieu à {town}, à une date fixée par la voie diplomatique.
"""),
    "es": _lines("""
{city}, {n1} may ({agency}).- Funcionarios de {side_a} y {side_b} presidieron la reunión de consultas
  políticas en {city}.
La delegación fue encabezada por {person}, viceministro, y por {person}, directora general de Asuntos
  Consulares.
«Llevamos {n2} años hablando y {n1} meses trabajando», dijo {person} a la prensa en {town}.
El puente de {town} costará {n4} millones de dólares y dará empleo a {n4} personas, según el ministerio.
Ambas partes revisaron {n2} proyectos y aprobaron {n1}, entre ellos el puerto de {town}.
{person} recordó que {n4} toneladas de trigo esperan en {town} y que otras {n4} van hacia {town}.
La próxima reunión será en {town}, en fecha por definir.
"""),
    "ru": _lines("""
МОСКВА, {n1} мая. /ТАСС/. Делегации двух стран провели заседание рабочей группы по вопросам транспорта и
  торговли.
Стороны рассмотрели {n2} проектов и утвердили {n1}, сообщила пресс-служба министерства.
"Мы ждали этого {n2} лет", - сказал журналистам заместитель министра {person}.
Мост обойдется в {n4} млн рублей, на стройке заняты {n4} человек.
По данным ведомства, {n4} тонн зерна отправлены в порт, еще {n4} ждут погрузки.
Следующее заседание пройдет осенью, дату согласуют по дипломатическим каналам.
"""),
    "ar": _lines("""
عقدت اليوم جولة جديدة من المشاورات السياسية بين البلدين بحضور وفدين من الوزارتين.
ترأس الوفد {person} مدير الإدارة، فيما ترأس الجانب الآخر السفير {person}.
وقال المتحدث: «ناقشنا {n2} مشروعا واتفقنا على {n1} منها».
وبلغ حجم التبادل التجاري {n4} مليون دولار بزيادة {pct} في المئة.
وتبلغ كلفة الميناء {n4} مليون دينار ويعمل فيه {n4} عاملا.
وستعقد الجولة المقبلة في موعد يحدد عبر القنوات الدبلوماسية.
"""),
}
