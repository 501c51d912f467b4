"""Names of authors, cleaned of what stands around them in bylines and metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from narrator.patterns import compiled
from narrator.reading.length import is_unspaced

_BY = compiled(
    r"^(?:(?:posted|published|updated)\b.{0,40}\d.{0,30}?\s)?(?:(?:story|text|words|report|reporting|written|posted|published|submitted|analysis|opinion)\s+)?"
    r"(?:(?:gespeichert|geschrieben|verfasst|veröffentlicht|eingestellt|écrit|rédigé|publié|soumis|escrito|enviado|publicado"
    r"|scritto|inviato|pubblicato|geschreven|geplaatst|skrevet|skrivet|publicerat|napisane|opublikowane)\s+)?"
    r"(?:(?:by|von|durch|par|por|di|de|da|door|av|af|przez|yazan|autor(?:[/:*]?in)?|author|auteur|autore|text|texte|from"
    r"|автор[ыи]?|текст|szerző|írta|بقلم|كتبت?|מאת|כתבה?|लेखक|द्वारा)\s*:?\s+"
    r"|(?:文|取材(?:・文)?|執筆|著者|筆者|作者|撰文|記者|记者|글)\s?[●:：/／=＝]\s*"
    r"|(?:記者|记者)(?=(?-i:[\u4e00-\u9fff]){2,4}(?:[／/]|$)))",
    re.IGNORECASE,
)
_WITH = compiled(r"\s*\((?:with|avec|mit|con|com|met)\s+([^()]*)\)", re.IGNORECASE)
_INITIALS = compiled(r"\((?:[A-Z]\.)+\)")
_MORE = compiled(r"^(?:more|mehr|plus|más|altro) (?:(?:by|from|von|de|di|par) )?(?=\S+ \S)", re.IGNORECASE)
_ALL_OF = compiled(
    r"^(?:view|show|see|read) (?:all|more) (?:posts|articles|stories|entries) (?=by\b)", re.IGNORECASE
)
"""What screen readers are told of a link on an author's name."""
_AND = compiled(
    r"\s*(?:\s[-–—]\s|[,;]\s*(?:and|und|et|y|e|en)\s|;|\||[,，、]|&|•|·|\s(?:and|und|et|y|e|en|ve|og|och|with|mit|avec|con)\s)\s*",
    re.IGNORECASE,
)
_ADDRESS = compiled(
    r"https?://|www\.|\S+@\S+|^@\w+$|[\w-]+\.(?:com|org|net|co|html?|php)\b|^[\w-]+\.[a-z]{2}$", re.I
)
_MAIL = compiled(r"\S+@\S+\.\S+")
_PLACE_BEHIND = compiled(r"\s[-–—]\s.*")
"""Where they are, behind several names: `Jane Doe, Bo Ek — Ostend`."""
_ASIDE = compiled(
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|[/／].*|\s[^\s:：]+[:：].*|\s[Ff]ollow\b.*|\s(?:in|for|für|at)\s+[A-Z].*|\s(?:on|(?i:updated|published|posted))\s.*|@\w+.*|<[^>]*>)\s*"
)
_JOBS = compiled(
    r"\b(?:reporter|correspondent|editor|editors|writer|staff|journalist|columnist|producer|contributors?|bureau|"
    r"desk|team|agencies|redaktion|reda[çc][ãa]o|korrespondent\w*|redakteur\w*|rédaction|redacci[oó]n|redazione|redactie|"
    r"news|newsroom|media|press|agency|online|admin|administrator|webmaster|guest|user|editorial|services?|"
    r"username|account|name|view all|envoy[ée]s?|correspondants?|empfehlen|ediciones|éditions|editorial|"
    r"presse|agence|agencia|agentur|agenzia|updated|published|minutes?|read|share|tv|network|times|post|magazine|newspaper|"
    r"today|journal|tribune|herald|chronicle|gazette|daily|"
    r"director|manager|officer|coordinator|specialist|strategist|analyst|consultant|partner|"
    r"studio|authors?|archive|rss|comments?|kommentare?|commentaires?|comentarios?|commenti|navigation|images|"
    r"about|edit|profile|logged|submitted|wire|responsable|responsabile|verantwortlich\w*)\b|編集部|ページ|キーワード|"
    r"[编編][辑輯]|[责責][编編]|[关關]注|[订訂][阅閱]|查看|[评評][论論]|[签簽]名|[简簡]介|原[创創]|[综綜]合|整[理合]|[网網][络絡]|"
    r"[来來]源|[发發]布|[报報][道導]|公司|企[鹅鵝][号號]|未知|佚名|구독",
    re.IGNORECASE,
)
_AGENCIES = compiled(
    r"(?:reuters|ap|afp|dpa|apa|ansa|efe|lusa|belga|anp|pti|ani|ians|kna|epd|sid|upi|tass|xinhua|bloomberg|wires?"
    r"|pap|mti|bta|ntb|stt|tt|ritzau|čtk|tasr|agerpres|hina|tanjug|interfax)",
    re.IGNORECASE,
)
_OTHER_WORK = compiled(
    r"\b(?:translat|photo|foto|illustrat|ilustra|graphi[ck]|graf|video|edited|übersetz|traduc|traduz|vertal)\w*"
    r"\s(?:by|von|par|por|di|door|av)\b",
    re.IGNORECASE,
)
"""What others did for the article than to write it."""
_ONLY_BY = compiled(r"by|von|par|por", re.IGNORECASE)
_FIRM = compiled(
    r"(?:\s(?:GmbH|AG|S\.?A|S\.?[rp]\.?[lA]|Inc|Ltd|LLC|Corp|plc|B\.?V|A\.?Ş|e\.V|d\.o\.o|[Ss]p\. z o\.\s?o)\.?"
    r"|株式会社|新聞社|通信社|[\u4e00-\u9fff](?:[报報]|[网網]|新[闻聞]|消息|科技|[财財][经經]|在[线線]|[电電][视視]台))$"
)
"""Companies, newspapers, news sites; no name of a Chinese person ends so."""
_ON_A_DAY = compiled(
    r"(?:^|(?<=[\s|]))(?:(?:am|on|op|em|il)\s[^\W\d_]|(?:le|el)\s[a-zà-ÿ])[^\W\d_]{1,12}\.?,(?=\s+\d)"
)
"""`am Di., 21.10.2025`, `el lun., 27/1/2023`; Omar el Khatib is no day."""
_LABEL = compiled(r".+[:：]$")
_LAST_FIRST = compiled(r"([^\W\d_][\w’'-]+), ([^\W\d_][\w’'-]+)")
_SENT_FROM = compiled(r"\s*【([^【】]{1,40}[＝=][^【】]{2,40})】")
_AGENCY_IN_DATELINE = compiled(r"共同|時事|通信|新聞|特派員|支局|ロイター|[A-Za-z]{2}")
_CABLED = compiled(r"[^。（()]{0,24}[（(][^）)]{0,6}?(?:记者|記者)\s?([^）)。]{2,30})[）)]")
_CABLED_FROM = compiled(r"(?<=^[\u4e00-\u9fff]{3})[\u4e00-\u9fff]{2,6}\d{1,2}日.*")
_OTHER_OFFICE = compiled(
    r"通[讯訊][员員]|[实實][习習](?:生|记者|記者)|[摄攝]影(?:记者|記者)?|(?:[综綜]合|整[理合]|[编編][译譯辑輯])(?:[报報][道導])?|[报報][道導]"
)
_HAN_NAME = compiled(r"[\u4e00-\u9fff]{2,4}")
_REPORTER_BEHIND = compiled(
    r"\s?(?:(?:선임|수습|인턴|객원)?\s?기자|특파원|\s\S{1,6}\s(?:칼럼니스트|평론가|교수)|記者|记者|特派員)$"
)
_NO_NAME = compiled(r"^[{\[]|[:：<>»›]")
"""Signs of templates, of what labels something, of a trail of pages."""
_ENDS = " .,-–—:[]"
_STOPPED = compiled(r"(?:\.[^\W\d_]|\b[JS]r)\.$")
"""Names whose last full stop is of them: `Jane C.K.`, `Bo Ek Jr.`"""
_NUMERAL = compiled(r"II|III|IV")
"""What tells a son from a father of his name."""
_OF_WORD = compiled(r"(\w[’']|MC(?=\w{3})|)([^-]+)(-?)", re.IGNORECASE)
_TURKISH = str.maketrans("Iİ", "ıi")
_MAX_WORDS = 6


def clean_authors(names: Iterable[str], site: str | None = None) -> tuple[str, ...]:
    """Names of persons, each once, in order; a firm is none, and neither is the site.

    >>> clean_authors(["By JANE DOE and Ali Öz, Associated Press", "https://x.example/jane"])
    ('Jane Doe', 'Ali Öz')
    >>> clean_authors(["Jane Doe (with Ann Other and Bo Ek)"]), clean_authors(["Jane Doe, Bo Ek, and Ann Other"])
    (('Jane Doe', 'Ann Other', 'Bo Ek'), ('Jane Doe', 'Bo Ek', 'Ann Other'))
    >>> clean_authors(["More Jane Doe | More from Bo Ek"])
    ('Jane Doe', 'Bo Ek')
    >>> clean_authors(["Jane Doe | Translation by Bo Ek | View author archive"])
    ('Jane Doe',)
    >>> clean_authors(["By JANE DOE jdoe@planet.example"]), clean_authors(["Jane Doe, Bo Ek, dp1 Coast — Ostend"])
    (('Jane Doe',), ('Jane Doe', 'Bo Ek'))
    >>> clean_authors(["Von Jane Doe und | Bo Ek | am Di., 21.10.2025 - 07:15"])
    ('Jane Doe', 'Bo Ek')
    >>> clean_authors(["Por Jane Doe el lun., 27/1/2023"]), clean_authors(["Omar el Khatib, 27.1.2023"])
    (('Jane Doe',), ('Omar el Khatib',))
    >>> clean_authors(["文●岡本／Planet編集部"])
    ('岡本',)
    >>> clean_authors(["[ | 岡本梓， | Planet]"], site="Planet Science")
    ('岡本梓',)
    >>> clean_authors(["岡本梓 | 関連語： | 新製品"])
    ('岡本梓',)
    >>> clean_authors(["민서하 기자"]), clean_authors(["記者王小明／台北報導"]), clean_authors(["Автор: Иван Ветров"])
    (('민서하',), ('王小明',), ('Иван Ветров',))
    >>> clean_authors(["海滨晚报", "星城网"]), clean_authors(["星城"], site="星城财经"), clean_authors(["王小明"])
    ((), (), ('王小明',))
    >>> clean_authors(["Daily Planet"], site="Daily Planet"), clean_authors(["Planet.example GmbH, Metropolis"])
    ((), ())
    """
    parts = (part for name in names for part in _parts(name))
    kept = (_mended(part) for part in parts if _is_person(part, site))
    return tuple({name.casefold(): name for name in reversed([_cased(part) for part in kept])}.values())[::-1]


def first_name_first(name: str) -> str:
    """A name as catalogues of libraries put it, the other way round.

    >>> first_name_first("Doe, Jane"), first_name_first("Jane Doe, Bo Ek")
    ('Jane Doe', 'Jane Doe, Bo Ek')
    """
    return _LAST_FIRST.sub(r"\2 \1", name) if _LAST_FIRST.fullmatch(name) else name


def with_others(text: str) -> str:
    """The same with those whom brackets name beside an author as further names.

    >>> with_others("Jane Doe (with Ann Other and Bo Ek)")
    'Jane Doe, Ann Other and Bo Ek'
    """
    return _WITH.sub(r", \1", text)


def is_byline(text: str) -> bool:
    """Whether a short line begins as bylines do.

    >>> is_byline("Von Anna Maar, Berlin"), is_byline("By Tuesday the water had gone down again.")
    (True, False)
    """
    start = _BY.match(text)
    return bool(start) and len(text.split()) <= 10 and bool(_parts(text)) and text[-1] not in ".!?"


def names_in_dateline(text: str) -> list[str]:
    """Correspondents, whom Japanese papers name behind the place they write from, and Chinese ones in brackets.

    >>> names_in_dateline("【ベルン＝岡本梓】議会は"), names_in_dateline("【ベルン＝共同】議会は")
    (['岡本梓'], [])
    >>> names_in_dateline("【ベルン＝岡本梓、ウィーン＝林健太郎】議会は"), names_in_dateline("【新製品】橋は")
    (['岡本梓', '林健太郎'], [])
    >>> names_in_dateline("海滨晚报北港2月9日电（记者 王芳、通讯员李明）风暴")
    ['王芳', '李明']
    >>> names_in_dateline("海滨网2月9日讯（记者王芳 整合）风暴")
    ['王芳']
    >>> names_in_dateline("（中央社記者王小明台北9日電）")
    ['王小明']
    """
    if cabled := _CABLED.match(text):
        named = _OTHER_OFFICE.sub(" ", _CABLED_FROM.sub("", cabled[1]))
        return _HAN_NAME.findall(named)
    found = _SENT_FROM.match(text)
    places = re.split(r"[、，]", found[1]) if found else []
    names = (place.replace("=", "＝").partition("＝")[2].strip() for place in places)
    return [name for name in names if len(name) > 2 and not _AGENCY_IN_DATELINE.search(name)]


def without_ends(name: str) -> str:
    """A name without the signs around it, but a full stop that is of it.

    >>> without_ends("[Jane Doe., "), without_ends("Jane C.K.,"), without_ends("Bo Ek Jr.")
    ('Jane Doe', 'Jane C.K.', 'Bo Ek Jr.')
    """
    bare = name.strip(_ENDS)
    return f"{bare}." if _STOPPED.search(f"{bare}.") and f"{bare}." in name else bare


def capitalized(word: str, language: str = "") -> str:
    """A word of a name that is all large or all small, as names are written.

    >>> [capitalized(word) for word in ("DOE", "O'NEIL", "JEAN-PAUL", "MCDONALD", "III", "J.R.R.", "öz")]
    ['Doe', "O'Neil", 'Jean-Paul', 'McDonald', 'III', 'J.R.R.', 'Öz']
    >>> capitalized("IŞIK", "tr")
    'Işık'
    """
    if _NUMERAL.fullmatch(word):
        return word
    if "." in word:
        return word.title()
    return _OF_WORD.sub(lambda part: "".join(_headed(one, language) for one in part.groups()), word)


def _headed(part: str, language: str) -> str:
    rest = part[1:].translate(_TURKISH) if language == "tr" else part[1:]
    return part[:1].upper() + rest.lower()


def names_other_work(text: str) -> bool:
    """Whether what stands before a name says that its bearer did something else than write.

    >>> names_other_work("Illustrations by "), names_other_work("By ")
    (True, False)
    """
    return bool(_OTHER_WORK.search(text))


def names_nobody(text: str) -> bool:
    """Whether it has a word for a job, a newsroom or a prompt.

    >>> names_nobody("网络整理"), names_nobody("王小明")
    (True, False)
    """
    return bool(_JOBS.search(text))


def _parts(name: str) -> list[str]:
    if len(name) > 300 or "://" in name:
        return []
    name = _ON_A_DAY.sub("|", _BY.sub("", _ALL_OF.sub("", " ".join(_MAIL.sub(" ", name).split()))))
    listed = _PLACE_BEHIND.sub("", name)
    first, *others = _AND.split(with_others(listed if _AND.search(listed) else name))
    if _LABEL.fullmatch(first) and not _JOBS.search(first):
        return []
    told = (first, *takewhile(lambda part: not _LABEL.fullmatch(part), others))
    parts = [_own(_BY.sub("", _MORE.sub("", part))) for part in told]
    full = [part for part in parts if " " in part and not any(map(str.isdigit, part))]
    return full or parts  # beside a full name, a single word is a place or an agency


def _own(part: str) -> str:
    """The name without what stands beside it; initials in brackets are of it.

    >>> _own("Jane (J.D.) Doe"), _own("Jane Doe (Reuters)"), _own("Jane (at sea) Doe")
    ('Jane (J.D.) Doe', 'Jane Doe', 'Jane Doe')
    >>> _own("Jane Doe Updated Feb. 9"), _parts("Posted: Feb 9, 2024 / 05:00 PM by: Jane Doe - Metropolis Bureau")
    ('Jane Doe', ['Jane Doe', 'Metropolis Bureau'])
    """
    if _INITIALS.search(part):
        return without_ends(part)
    return _REPORTER_BEHIND.sub("", without_ends(_ASIDE.sub(" ", part)))


def _is_person(name: str, site: str | None) -> bool:
    words = name.split()
    if not words or len(words) > _MAX_WORDS or len(name) > 60 or _ADDRESS.search(name):
        return False
    if not any(map(str.isalpha, name)) or (name.islower() and len(words) == 1) or _NO_NAME.search(name):
        return False
    if (
        _AGENCIES.fullmatch(name)
        or any(c.isdigit() for c in name)
        or _JOBS.search(name)
        or _OTHER_WORK.match(name)
        or _ONLY_BY.fullmatch(name)
        or _FIRM.search(name)
    ):
        return False
    return not site or not _is_of_site(name, site)


def _is_of_site(name: str, site: str) -> bool:
    """The site's name, or the word that it begins with.

    >>> _is_of_site("Planet", "Planet Science & Nature"), _is_of_site("Jane Doe", "Jane Doe at Sea")
    (True, False)
    """
    if is_unspaced(name) and site.startswith(name):
        return True
    return _bare(name) in (_bare(site), _bare(site.split()[0]))


def _bare(name: str) -> str:
    return re.sub(r"\W|^the\b", "", name.casefold())


def _mended(name: str) -> str:
    """Metadata is at times encoded twice.

    >>> _mended("JosÃ© Doe"), _mended("José Doe")
    ('José Doe', 'José Doe')
    """
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


def _cased(name: str) -> str:
    """Bylines shout or whisper; only then are McDonald and d'Arc touched."""
    shouted = len(name) > 4 and (name.isupper() or name.islower())
    return " ".join(map(capitalized, name.split())) if shouted else name
