# ruff: noqa: RUF001 - apostrophes of names are meant
# ruff: noqa: SIM905 - lists of words read better as text
"""Given names, and forms of words that only people's names have: ``Aigerim``, ``Sun-woo``, ``Papadakis``."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from schemas.reference.folding import fold

_MORE: Final = frozenset(
    """
    abbas yevgeny barack akhtar sher dost habibullah jalaluddin sergejs bachar tamim atiqullah volodymyr
    dmytro oleksandr andriy sergii serhii yulia yuliya nikita grigory gennady arkady evgeny evgeniya xi
    recep tayyip atul terrence terrance anil vinay vivek rohit rahul nitin aftab asim sana harjit vladimir
    abdallah abdel abdelaziz abdelkader abdoulaye abdul abdulaziz abdulla abdullah abdulrahman abebe abel
    adebayo adel afzal ahmad ahmadou aidar aigerim aigul ainur ajay akbar akmal akram alaa alemayehu
    alibek aliya alhaji almaz alok aman amadou amare amina aminata aminath amir amira amit anand anil
    anura anwar aram arash ardeshir arif armen arman arjun arun asad asel ashok ashraf asif askar aslan
    atif avtandil ayaan ayman ayesha azamat azhar aziz baha bakhyt bakyt balakrishnan bandar barham
    batbold bayu begoña behzad bekele berik berhane besa bharat bijan bilal birhanu bolat boubacar brijesh
    cemal chandra chandrika chaudhry cheikh chidi chinedu chukwuma daler daniyar dariush davit deepa
    deepak devendra dewi dhananjay dilip dilrukshi dilshod dinesh diyar djibril durga ebrahim eka eko
    elnur emomali erlan eskender etibar fadi fahad faisal faiz faraz farhad farid farida farooq farrukh
    faruk fatima fatou fawzia feroz fikret firas fuad fumiko gamal garegin gaurav ghada ghanim ghassan
    ghulam giorgi girish gopal govind grigol gulnara gurbanguly habib hafiz haider hailemariam hamad hamid
    hamza hanan harish hari harun hasan hassan hatem hayat hazem hiroshi hisham hossam hossein huda humaid
    hussain hussein ibrahim idriss ibrahima ilham imad imran inam indira intisar iqbal irakli irfan ishaq
    ismail ivane jaafar jabbar jagdish jalal jamal jamil jamila jamshed jasim jassim jasur javad javed
    jawad jayantha kaha kairat kalpana kamal kamran kanat karim karima karlygash kavita kazuo kemal kenji
    kenta khaled khalid khalifa khaldoun khalil khurshid kiran kiarash kofi koffi kostas krishna kumar
    kushan kwabena kwaku lakshmi lalit lasantha lasha latif leila levan liaquat lubna mahamadou mahamat
    mahdi mahendra mahinda mahmood mahmoud mahmud maimuna majed majid malik mamadou mamuka manish manoj
    mansour maqsood marat mariam marwan mehdi mehmet mehrdad meles mikhail mirza mishal mohamad mohamed
    mohammad mohammed mohan mohsen mohsin moussa mubarak muhamad muhammad muhammadu mukesh mukhtar munir
    murat murali mustafa mustapha nabil nader nadia nadeem naeem naim najib najla nalin narendra nasir
    nasser nauman naveed nawaf nayef neelam nguyen nihal nikol nikoloz nilufar nimal nino nizar noor noura
    nurlan nursultan obaid olzhas omer omid oumar oumarou ousmane parvez parveen parvin pavithra pradeep
    prakash pranab prasad pravin prem priya priyantha qasim rabia rafiq raghavendra raja rajesh rajeev
    rajiv rakesh ramesh rami ramin rania ranil ranjan rashad rashed rashid rashida rauf ravi rehan rehana
    reza riad riyad rizwan roya ruba rukhsana rustam ruwan saad saadia sabah sadiq saeed safdar said saif
    sajid sajjad saleh salem salim salma salman salome samantha sameh sameer sami samia samir sanath
    sandeep sanjay sanjeev sarath sardor sarfraz satish saud sayed seif semisi serik sergo shafiq shahid
    shahzeb shaikha shaima shakil shamima shamsul shankar sharif shavkat shehbaz sherali sherzod shirin
    shiv shoaib sidi sita siti sohail soumaila srinivas subhash subrahmanyam sudarshan suhail sukhrob
    suleiman sultan sunil suresh sushil syed tahir taimur talal talat talgat tamar tamim tanveer tareq
    tariq tatul temur tesfaye tewodros thandi thuraya tigran timur tsegaye tserendorj uhuru umair umar
    umesh usha usman uzma vahid vakhtang varun vasundhara vijay vikram vinod vishnu waleed walid waqar
    waqas wasim yahya yaqoob yaser yash yasir yasser yerlan yezid yohannes yousef yousuf yusuf zafar zahid
    zahir zahra zaid zakaria zaki zarina zeinab zhanar zia ziad zubair zulfiqar zulkifli zurab adwoa
    akosua akua ama amma esi efua ekow kojo kwasi kwadwo yaw yaa abena afua nana oluwaseun olusegun
    olufemi babatunde tunde funmi yetunde temitope ayodele emeka obinna ifeanyi nnamdi chiamaka sipho
    thabo themba lindiwe nomvula bongani mandla sibusiso tendai tendayi farai chipo tatenda themba kagiso
    mpho lerato tshepo palesa dalitso thokozani chikondi mphatso wangari wanjiru njeri kamau mwangi
    kipkemboi kiprotich achieng otieno atieno nyambura jomo wairimu adisa hirut selamawit tsehay mekonnen
    girma haile amanuel fekadu tadesse abiy semi sitiveni ratu viliame sione tevita mele salote tupou
    manasseh sitaleki leota tuilaepa malietoa vaovasa hone tame moana tane wiremu aroha
    aibek aishath aissata aizada ajit akiko alassane aleh aleksey alexey aliaksandr almazbek amery
    amna amnon anatoliy anatoly anniken anutin aoi arancha arber artem artyom aruni arvind aset
    askhat atiku aung aupito azalina azam babajide bagher bakhtiyor bandula bassirou bat erdene
    battulga bauyrzhan bayar behrouz benedetta beyza bheki bilawal birtukan bisera bola bongbong
    bounkham bushra chamal chrystia daichi danyal dauren davlat delcy demeke devdutt dharmendra
    dilfuza dimitris dinara dinkar diosdado ditmir dmitriy dmitry donika dorde dragoljub ece
    emmerson esmail euclides evarist fatoumata fawad fayyaz fekitamoeloa felisberto fiame firuz foad
    fosco fumio fyodor galym ganbat gantulga ganzorig georgi georgiy georgy gilad giorgos gleb
    gotabaya gulbahor guoqiang hadja haitham haiyan hakainde halyna hamoud hanke hardeep hartono
    haruto hessa hina hishamuddin htun ichiro ihar ilya imee jaber jayanath jianguo jinping jiro
    jitendra josaia jyldyz kamina kanchana kanya kazem keiko kembo ketut khairy khamphone khawaja
    khin kindiki kiren kirill kishan kithure kornelios kyaw lalitha lazarus lemogang levent liesje
    lolwah lyudmila macky maitha makoto mansukh maral mariyam marjolein masoud meder meenakshi
    mehmood meredow mikalai misaki mishari mmamoloko moeed mojtaba mouza muferihat mulambo munkh
    musalia mustapa mutahi mutale mutlaq muzaffar myint mykola naftali naledi namal nanaia naseer
    netumbo nikolay nikos nirmala nodira noraini noriko nurzhan nyesom oksana olta osaro osei ostap
    oyun oyunbileg parineeta pavlo petro phouthone piyush plamen prabha prasanna prayut priyanka
    qing raila rajnath ranjana rasit razlan redwan reem retno riva ronen rositsa rustem ryhor
    sachiko saifuddin saleumxay sarangerel sarun satoshi saule sekou semyon serdar seyed seyyed
    shaheem shamma shashank shehryar shinzo shireen siaosi siarhei sileshi sirojiddin smriti somchai
    somphone somsak sonexay sora suharso sule takashi takele takumi talant tanit taranjit taras
    tarun tete tetsuya teuku thalatha tharaka thein thongphan thoriq toshimitsu tsend tuiloma turki
    tuya tzipi udaya uladzimir ulan ulugbek valeriy vasiliy vasily venu vikas viktar vitaliy vitaly
    vyacheslav wayan wichai wirawan woinshet wopke xiaoming yaroslav yekaterina yelena yemi yerzhan
    yoshimasa yossi yumi yuriy zartaj zaw zhandos zinaida zulkarnain zweli
    """.split()
)
"""Given names of Africa, Asia and the Pacific that the list lacks, as wires spell them."""
_SURNAMES: Final = frozenset(
    """
    kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song hong ryu wang
    li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo liang song zheng xie
    tang deng feng cao peng zeng xiao tian dong yuan pan cai jiang yu du ye cheng su wei lu ding ren shen
    yao lu cui zhong tan fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu hou shao lei qian
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan luong tanaka suzuki
    sato watanabe takahashi ito yamamoto nakamura kobayashi kato yoshida yamada sasaki matsumoto inoue
    kimura hayashi shimizu yamazaki mori abe ikeda hashimoto ishikawa ogawa okada goto hasegawa fujita
    """.split()
)
"""Family names that stand before the given name."""
_ENDINGS: Final = re.compile(
    r".{2,}(?:ovic|evic|ovich|evich|ovski|evski|owski|ewski|enko|chuk|shvili|adze|oglu|escu|opoulos|akis|idis"
    r"|sson|dottir|datter|stein|feldt|mann|sen|ova|eva|skaya|skii|sky|ski|ska|czyk|wicz|ov|ev|yan|ian|aite|iene"
    r"|auskas|aitis|kainen|lainen|inen|nen|singh|zade|zadeh|nejad|pour|ullah|allah|uddin|weera|singhe|singha|ratne"
    r"|nayake|nayaka|wardene|wardena|ez|inho|eira|elli|etti|ucci|oni|ini|ardi|aldi)$"
)
_DOUBLE: Final = re.compile(r"[A-Z][^\W\d_'’]+-[A-Z][^\W\d_]+$")
"""A family name of two: ``Pryce-Littlejohn``."""
ALSO_COUNTRIES: Final = frozenset(
    {"Chad", "Jordan", "Georgia", "Israel", "India", "Kenya", "Holland", "Ireland", "Dane", "Finn"}
)
"""Given names the list leaves out because they are countries too."""
_KOREAN: Final = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,5}$")
THINGS: Final = frozenset(
    """
    palacio palazzo palais teatro teatr plaza playa praia rio rue avenida avenue monte mont puerto porto
    port costa isla ilha lago laguna cerro valle villa casa banco banque banca caja stade estadio stadio
    atletico real racing deportivo sporting inter club radio hotel museo musee universidad universite
    instituto grand great new old big saint san santa santo sao sankt fort mount lake cape camp castle
    chateau schloss puente ponte place parc parque jardin gulf golfo bahia hospital colegio ecole lycee
    batallon operation team
    """.split()
)
"""Words that begin the name of a place, a house or a club in the languages of given names."""
_PARTICLES: Final = frozenset(
    {"bin", "binti", "ibn", "ben", "bint", "ould", "van", "von", "der", "ter", "den"}
)


@cache
def _given() -> frozenset[str]:
    table = files("tasks.extract.words").joinpath("given_names.tsv").read_text(encoding="utf-8")
    return frozenset(table.splitlines()[1:]) | _MORE


@lru_cache(maxsize=50_000)
def has_given(word: str) -> bool:
    """Say whether a word, or the first part of a hyphened one, is a given name."""
    folded = fold(word)
    known = _given()
    return folded in known or folded.partition(" ")[0] in known


def is_family_first(word: str) -> bool:
    """Say whether a word is a family name that stands before the given one: ``LE``, ``Kobayashi``."""
    return fold(word) in _SURNAMES


def sounds_human(words: list[str]) -> bool:
    """Say whether capitalised words, taken alone, can only be the name of a person.

    >>> sounds_human(["Aigerim", "Suleimenova"]), sounds_human(["Harbour", "Vale"])
    (True, False)
    """
    first, last = words[0], words[-1]
    if fold(first) in THINGS or last.endswith(
        ("ies", "ings", "lines", "ways", "tech", "soft", "Corp", "works")
    ):
        return False
    return (
        has_given(first)
        or (len(words) > 1 and first in ALSO_COUNTRIES)
        or (len(words) > 1 and _DOUBLE.match(last) is not None)
        or _KOREAN.match(last) is not None
        or any(word.lower() in _PARTICLES for word in words[1:-1])
        or any(word.endswith(".") for word in words[1:-1])
        or (fold(first) in _SURNAMES and len(words) < 4 and len(last) < 12)  # noqa: PLR2004  Li Guoqiang
        or (len(words) < 5 and _ENDINGS.match(fold(last)) is not None)  # noqa: PLR2004
    )
