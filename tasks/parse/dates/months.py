# ruff: noqa: RUF001 - raw files print these signs
"""Month and weekday names in the languages that raw files come in: `Sept.`, `октября`, `अप्रैल`."""

from __future__ import annotations

import re
from typing import Final

from tasks.parse.words import alternation

# One line per language, January to December, forms of one month joined by "/".
_MONTH_LINES: Final = (
    (
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep"
        " october/oct november/nov december/dec"
    ),
    (
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
        "septiembre/setiembre/sept/set"
        " octubre/oct noviembre/nov diciembre/dic"
    ),
    (
        "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set"
        " outubro/out novembro/nov dezembro/dez"
    ),
    (
        "janvier/janv février/févr/fév/fevrier mars avril/avr mai juin juillet/juil août/aout septembre/sept"
        " octobre/oct novembre/nov décembre/déc/decembre"
    ),
    (
        "januar/jän/jänner/jan februar/feb märz/mär/mrz april/apr mai juni/jun juli/jul august/aug "
        "september/sep"
        " oktober/okt november/nov dezember/dez"
    ),
    (
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
        "settembre/set"
        " ottobre/ott novembre/nov dicembre/dic"
    ),
    (
        "januari/jan februari/pebruari/peb maret/mac april mei juni/jun juli/julai agustus/ogos/agu/agt "
        "september"
        " oktober/okt november/nopember desember/disember/des"
    ),
    (
        "ocak/oca şubat/şub mart nisan/nis mayıs haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki "
        "kasım/kas"
        " aralık/ara"
    ),
    (
        "января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн "
        "июля/июль/июл"
        " августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб"
        " декабря/декабрь/дек"
    ),
    (
        "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень"
        " серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень"
    ),
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    (
        "يناير/كانون_الثاني فبراير/شباط مارس/آذار أبريل/ابريل/إبريل/نيسان مايو/أيار/ماي "
        "يونيو/حزيران/يونيه/جوان"
        " يوليو/تموز/يوليوز/يوليه أغسطس/اغسطس/آب/غشت/أوت سبتمبر/أيلول/شتنبر"
        " أكتوبر/اكتوبر/تشرين_الأول/تشرين_الاول"
        " نوفمبر/تشرين_الثاني/نونبر ديسمبر/كانون_الأول/كانون_الاول/دجنبر"
    ),
    "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    (
        "जनवरी/जन फरवरी/फ़रवरी/फर मार्च अप्रैल मई जून जुलाई/जुल अगस्त/अग सितंबर/सितम्बर अक्टूबर/अक्तूबर"
        " नवंबर/नवम्बर दिसंबर/दिसम्बर"
    ),
    "জানুয়ারি/জানুয়ারী/জানুয়ারি ফেব্রুয়ারি/ফেব্রুয়ারী/ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট/আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    (
        "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept"
        " octombrie/oct noiembrie/noi decembrie/dec"
    ),
    (
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου "
        "νοεμβρίου"
        " δεκεμβρίου"
    ),
    (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
        "lokakuuta"
        " marraskuuta joulukuuta"
    ),
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
)

_WEEKDAY_LINES: Final = (
    "monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun",
    "lunes/lun martes miércoles/mié jueves/jue viernes/vie sábado/sáb domingo/dom",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "senin/isnin selasa rabu kamis/khamis jumat/jumaat sabtu minggu/ahad",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "понедельник вторник среда/среду четверг пятница/пятницу суббота/субботу воскресенье",
    "الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد",
    "پیر/سوموار منگل بدھ جمعرات جمعہ ہفتہ اتوار",
    "सोमवार मंगलवार बुधवार गुरुवार/बृहस्पतिवार शुक्रवार शनिवार रविवार",
    "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার",
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
)


def _table(lines: tuple[str, ...]) -> dict[str, int]:
    """Return name -> position from 1; the first line that knows a name decides."""
    table: dict[str, int] = {}
    for line in lines:
        for number, forms in enumerate(line.split(), start=1):
            for form in forms.split("/"):
                name = form.replace("_", " ")
                table.setdefault(name, number)
                table.setdefault(name.casefold(), number)
    return table


MONTHS: Final[dict[str, int]] = _table(_MONTH_LINES)
WEEKDAYS: Final[dict[str, int]] = _table(_WEEKDAY_LINES)


_LONGEST_FIRST: Final = sorted(MONTHS, key=lambda name: (-len(name), name))
MONTH_NAME: Final = rf"(?:{alternation(map(re.escape, _LONGEST_FIRST))})\.?(?![^\W\d_])"
"""A month in any known language, for patterns in which a shape alone would take a town for a month."""


_HINDI_DAYS: Final = (
    "एक/पहली दो तीन चार पांच/पाँच छह/छः/छ: सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह"
    " उन्नीस बीस इक्कीस बाईस/बाइस तेईस/तेइस चौबीस पच्चीस छब्बीस सत्ताईस/सत्ताइस अट्ठाईस/अट्ठाइस/अठाईस"
    " उनतीस/उन्तीस तीस इकतीस/इकत्तीस"
)
HINDI_DAYS: Final[dict[str, int]] = _table((_HINDI_DAYS,))
"""Days of the month in words, as Hindi agencies print them: `पटना, पांच मई (भाषा)`."""


def month_number(word: str) -> int | None:
    """Return 1..12 for a month name in any known language, with or without its stop."""
    return MONTHS.get(word.casefold().rstrip("."))


def weekday_number(word: str) -> int | None:
    """Return 1 (Monday) .. 7 for a weekday name in any known language."""
    return WEEKDAYS.get(word.casefold().rstrip("."))
