"""The words of languages that have small tables: one page each, with its day and a line that leads elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest

from narrator.model import Block, Role
from narrator.reading.html import read_html
from narrator.reading.text import read_text
from narrator.segment import segment
from narrator.segment.cues import cues_of
from narrator.segment.shape import shape_of
from narrator.segment.signs import SIGNS
from narrator.segment.view import View, apply

SHUT = {
    "ar": ("العاصفة تغلق ميناء المدينة", "9 فبراير 2024، 10:15", "اقرأ أيضا: العبّارة تبحر من جديد",
           "أسقطت العاصفة رافعتين وأُغلق الميناء يوم الجمعة، كما قال مدير الميناء للصحفيين على الرصيف.",
           "لم يُصب أحد بأذى، لكن العبّارة لن تبحر قبل يوم الاثنين، بحسب الشركة التي تملكها وتديرها."),
    "bg": ("Буря затвори пристанището", "9 февруари 2024 г., 10:15", "Прочетете още: Фериботът отново плава",
           "Бурята събори два крана и пристанището беше затворено в петък, съобщи капитанът.",
           "Никой не пострада, но фериботът няма да отплава преди понеделник, заявиха от компанията."),
    "cs": ("Bouře zavřela přístav", "9. února 2024 v 10:15", "Čtěte také: Trajekt opět vyplul",
           "Bouře v pátek shodila dva jeřáby a přístav musel zavřít, řekl kapitán přístavu.",
           "Nikdo nebyl zraněn, ale trajekt před pondělím nevypluje, uvedla společnost ve svém prohlášení."),
    "el": ("Καταιγίδα έκλεισε το λιμάνι", "9 Φεβρουαρίου 2024, 10:15", "Διαβάστε επίσης: Το πλοίο φεύγει",
           "Η καταιγίδα έριξε δύο γερανούς και το λιμάνι έκλεισε την Παρασκευή, είπε ο λιμενάρχης.",
           "Κανείς δεν τραυματίστηκε, αλλά το πλοίο δεν θα φύγει πριν από τη Δευτέρα, σύμφωνα με την εταιρεία."),
    "fa": ("توفان بندر را بست و دو جرثقیل را انداخت", "2024-02-09 10:15", "بیشتر بخوانید: کشتی دوباره راه افتاد",
           "توفان دو جرثقیل را انداخت و بندر روز جمعه بسته شد، مدیر بندر به خبرنگاران روی اسکله گفت.",
           "کسی آسیب ندید، اما کشتی پیش از دوشنبه حرکت نمی‌کند، به گفته شرکتی که مالک آن است."),
    "fi": ("Myrsky sulki sataman ja kaatoi nosturit", "9. helmikuuta 2024 klo 10.15", "Lue myös: Lautta kulkee taas",
           "Myrsky kaatoi kaksi nosturia ja satama suljettiin perjantaina, kertoi sataman kapteeni.",
           "Kukaan ei loukkaantunut, mutta lautta ei lähde ennen maanantaita, yhtiö sanoi tiedotteessaan."),
    "he": ("הסערה סגרה את הנמל והפילה שני עגורנים", "9 בפברואר 2024, 10:15", "קראו גם: המעבורת שבה להפליג",
           "הסערה הפילה שני עגורנים והנמל נסגר ביום שישי, כך אמר מנהל הנמל לעיתונאים שהמתינו על הרציף.",
           "איש לא נפגע, אך המעבורת לא תפליג לפני יום שני, לדברי החברה, והנוסעים יישארו בעיירה הסמוכה."),
    "hr": ("Oluja zatvorila luku i srušila dizalice", "9. veljače 2024. u 10:15", "Pročitajte još: Trajekt opet plovi",
           "Oluja je u petak srušila dvije dizalice i luka je zatvorena, rekao je kapetan luke novinarima.",
           "Nitko nije ozlijeđen, ali trajekt iz luke neće isploviti prije ponedjeljka, rekao je kapetan."),
    "hi": ("तूफ़ान से बंदरगाह बंद", "9 फरवरी 2024, 10:15", "यह भी पढ़ें: नाव फिर चली",
           "तूफ़ान ने दो क्रेनें गिरा दीं और बंदरगाह बंद हुआ, कप्तान ने बताया।",
           "कंपनी के अनुसार नाव सोमवार से पहले नहीं चलेगी।"),
    "hu": ("Vihar zárta be a kikötőt", "2024. február 9., 10:15", "Olvassa el: Újra jár a komp",
           "A vihar két darut döntött le, ezért pénteken bezárták a kikötőt, közölte a kikötő kapitánya.",
           "Senki sem sérült meg, de a komp hétfő előtt nem indul el, mondta a társaság a közleményében."),
    "id": ("Badai menutup pelabuhan", "9 Februari 2024, 10:15 WIB", "Baca juga: Feri berlayar lagi",
           "Badai merobohkan dua derek dan pelabuhan ditutup pada hari Jumat, kata kepala pelabuhan itu.",
           "Tidak ada yang terluka, tetapi feri tidak akan berlayar sebelum Senin, menurut perusahaan pemiliknya."),
    "ja": ("嵐でクレーンが倒れ、港が閉鎖される", "2024年2月9日 10時15分", "あわせて読みたい：連絡船が再び出航",
           "港の長によると、嵐で二基のクレーンが倒れ、港は金曜日に閉鎖された。船は月曜日まで出ない。",
           "船会社によれば、待っていた乗客およそ二百人は近くの町の宿に泊まり、日曜日の朝に知らせを受ける。"),
    "ko": ("폭풍에 크레인 두 대 쓰러져 항구 폐쇄", "입력 2024.02.09 10:15", "[관련기사] 여객선 다시 출항",
           "금요일 폭풍으로 크레인 두 대가 쓰러져 항구가 폐쇄됐다고 항만 책임자가 밝혔다.",
           "여객선은 월요일 전에는 출항하지 않으며 승객들은 인근 마을에 있다고 회사가 전했다."),
    "ro": ("Furtuna a închis portul", "9 februarie 2024, 10:15", "Citește și: Feribotul pleacă din nou",
           "Furtuna a doborât două macarale, iar portul a fost închis vineri, a spus căpitanul portului.",
           "Nimeni nu a fost rănit, dar feribotul nu va pleca înainte de luni, a anunțat compania într-un comunicat."),
    "ru": ("Буря закрыла порт и повалила два крана", "9 февраля 2024, 10:15", "Читайте также: Паром снова уходит",
           "Буря повалила два крана, и порт в пятницу закрыли, сообщил его начальник журналистам на причале.",
           "Никто не пострадал, но паром не уйдёт раньше понедельника, заявили в компании, которой он принадлежит."),
    "uk": ("Буря закрила порт і повалила два крани", "9 лютого 2024, 10:15", "Читайте також: Пором знову вирушає",
           "Буря повалила два крани, і порт закрили у п'ятницю, повідомив начальник порту.",
           "Ніхто не постраждав, але пором не вирушить до понеділка, заявили в компанії, яка ним володіє."),
    "vi": ("Bão làm cảng phải đóng cửa", "Thứ sáu, 9/2/2024, 10:15", "Xem thêm: Phà chạy trở lại",
           "Cơn bão quật đổ hai cần cẩu và cảng phải đóng cửa hôm thứ sáu, giám đốc cảng cho biết.",
           "Không ai bị thương, nhưng phà sẽ không chạy trước thứ hai, theo công ty sở hữu chiếc phà này."),
    "zh": ("风暴刮倒起重机，港口关闭", "发布时间：2024-02-09 10:15", "延伸阅读：渡轮恢复通航",
           "港务局局长表示，周五的风暴刮倒了两台起重机，港口因此关闭，渡轮在周一之前不会出航。",
           "渡轮公司说，约两百名候船的旅客已住进附近小镇的旅馆，星期日早上会得到进一步的消息。"),
}  # fmt: skip


@pytest.mark.parametrize("language", SHUT)
def test_the_day_and_what_leads_elsewhere_are_known_in_each_languages_words(language: str) -> None:
    headline, day, link, first, second = SHUT[language]
    page = f"<article><h1>{headline}</h1><p>{day}</p><p>{first}</p><p>{link}</p><p>{second}</p></article>"
    article = segment(read_html(page.encode(), "page.html", None))
    said = [text for section in article.sections for text in (section.title, *section.paragraphs) if text]
    assert said == [headline, first, second]
    assert article.metadata.date == dt.date(2024, 2, 9)


@pytest.mark.parametrize("language", SHUT)
def test_a_short_article_goes_on_below_a_link_amid_it(language: str) -> None:
    headline, day, link, first, second = SHUT[language]
    article = segment(read_text("\n".join((headline, day, first, link, second)).encode(), "copy.txt", None))
    said = [text for section in article.sections for text in (section.title, *section.paragraphs) if text]
    assert said == [headline, first, second]


PICTURED = {
    "ar": ("بقايا الرافعة على الرصيف الشمالي (صورة أرشيفية)", "خلفية",
           "بُني الميناء قبل مئة عام، وكان قد أُغلق مرتين بعد عواصف شديدة."),
    "bg": ("Останките от крана на северния кей (вляво)", "Какво знаем за пристанището",
           "Пристанището е построено преди сто години и вече два пъти е било затваряно заради бури."),
    "cs": ("Zbytky jeřábu na severním molu (vlevo)", "Co víme o přístavu",
           "Přístav byl postaven před sto lety a kvůli bouřím byl už dvakrát uzavřen."),
    "el": ("Ό,τι απέμεινε από τον γερανό (αριστερά)", "Το ιστορικό",
           "Το λιμάνι χτίστηκε πριν από εκατό χρόνια και είχε κλείσει ήδη δύο φορές λόγω καταιγίδας."),
    "fa": ("آنچه از جرثقیل بر اسکله شمالی ماند (عکس آرشیوی)", "پیشینه",
           "این بندر صد سال پیش ساخته شد و پیش از این هم دو بار در توفان‌های سخت آسیب دیده بود."),
    "fi": ("Nosturin jäännökset pohjoisella laiturilla (vas.)", "Mistä on kyse",
           "Satama rakennettiin sata vuotta sitten, ja se oli suljettu myrskyn vuoksi jo kahdesti."),
    "he": ("שרידי העגורן על הרציף הצפוני (מימין)", "הרקע לסגירה",
           "הנמל נבנה לפני מאה שנה, וכבר נסגר פעמיים בעבר בגלל סערות קשות שפקדו את החוף."),
    "hi": ("उत्तरी घाट पर क्रेन का मलबा (फाइल फोटो)", "पृष्ठभूमि",
           "बंदरगाह सौ साल पहले बना था और तूफ़ान के कारण पहले भी दो बार बंद हो चुका था।"),
    "hu": ("A daru maradványai az északi mólón (balra)", "Előzmények",
           "A kikötő száz éve épült, és vihar miatt korábban már kétszer be kellett zárni."),
    "id": ("Sisa derek di dermaga utara (kiri)", "Kronologi",
           "Pelabuhan itu dibangun seratus tahun lalu dan pernah dua kali ditutup karena badai besar."),
    "ja": ("北の岸壁に倒れたクレーン（左）と連絡船", "これまでの経緯",
           "港は百年前に造られ、これまでにも嵐のために二度閉鎖されたことがあった。"),
    "ko": ("북쪽 부두에 쓰러진 크레인(왼쪽)과 여객선", "사건 배경",
           "이 항구는 백 년 전에 지어졌으며 그동안 폭풍 때문에 두 번 폐쇄된 적이 있었다고 옛 신문은 적고 있다."),
    "ro": ("Resturile macaralei pe cheiul de nord (stânga)", "Ce știm despre port",
           "Portul a fost construit acum o sută de ani și mai fusese închis de două ori din cauza furtunilor."),
    "ru": ("Остатки крана на северном причале (слева)", "Что известно о порте",
           "Порт построили сто лет назад, и прежде его уже дважды закрывали из-за бурь."),
    "uk": ("Рештки крана на північному причалі (ліворуч)", "Що відомо про порт",
           "Порт збудували сто років тому, і раніше його вже двічі закривали через бурі."),
    "vi": ("Phần còn lại của cần cẩu trên bến bắc (trái)", "Bối cảnh",
           "Cảng được xây cách đây một trăm năm và từng hai lần phải đóng cửa vì những cơn bão lớn."),
    "zh": ("北侧码头上倒下的起重机（左）与渡轮", "事件背景",
           "这座港口建于一百年前，此前已因风暴关闭过两次，最近一次是在二十年前的冬天。"),
}  # fmt: skip


def test_a_hindi_headline_is_known_by_its_words_whose_vowels_are_signs_of_their_own() -> None:
    headline = "तूफ़ान से दो क्रेनें गिरीं, माधवपुर बंदरगाह बंद"
    first = "माधवपुर बंदरगाह को शुक्रवार को बंद किया गया, क्योंकि तूफ़ान में दो क्रेनें गिर गई थीं, कप्तान ने बताया।"
    lines = ("होम", "देश", headline, "एजेंसी, माधवपुर", "शेयर करें", first, f"{SHUT['hi'][4]} {SHUT['hi'][3]}")
    assert segment(read_text("\n".join(lines).encode(), "copy.txt", None)).headline == headline


@pytest.mark.parametrize(
    ("language", "name"),
    [("el", "Άννα Παππά"), ("uk", "Ірина Їжак"), ("ro", "Ștefan Țăranu"), ("cs", "Řehoř Ďurkovič")],
)
def test_a_name_under_the_headline_is_the_authors_whatever_its_capitals(language: str, name: str) -> None:
    headline, day, _, first, second = SHUT[language]
    article = segment(read_text("\n\n".join((headline, name, day, first, second)).encode(), "copy.txt", None))
    assert article.metadata.authors == (name,)


def test_a_chinese_dateline_names_its_reporters() -> None:
    headline, day, _, first, second = SHUT["zh"]
    lines = (headline, day, f"海滨晚报北港2月9日电（记者 王芳）{first}", second)
    assert segment(read_text("\n".join(lines).encode(), "copy.txt", None)).metadata.authors == ("王芳",)


def test_a_korean_caption_ends_with_a_stroke_and_the_paper_that_keeps_its_picture() -> None:
    headline, _, _, first, second = SHUT["ko"]
    caption = "북쪽 부두에 쓰러진 크레인이 10일 오전 바다 쪽으로 기울어 있다. /해운일보DB"
    article = segment(read_text("\n\n".join((headline, first, caption, second)).encode(), "copy.txt", None))
    assert caption in [omission.text for omission in article.omitted if omission.reason == "caption"]


@pytest.mark.parametrize("language", PICTURED)
def test_a_caption_and_a_heading_of_background_are_known_in_each_languages_words(language: str) -> None:
    headline, _, _, first, second = SHUT[language]
    caption, heading, past = PICTURED[language]
    lines = (headline, first, caption, second, heading, past)
    article = segment(read_text("\n\n".join(lines).encode(), "copy.txt", None))
    assert article.metadata.language == language
    assert [omission.text for omission in article.omitted if omission.reason == "caption"] == [caption]
    assert [(section.kind, section.title) for section in article.sections[2:]] == [("context", heading)]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "انقر هنا لقراءة الخبر من مصدره"),
        ("ca", "Identificar-me. Si ja sou usuari verificat, us heu d'identificar."),
        ("da", "Artiklen er mere end 30 dage gammel"),
        ("da", "Denne artikel læses op med maskinstemme."),
        ("da", "Planeten følger sagen."),
        ("de", "Den ganzen Artikel lesen ..."),
        ("de", "Die Autorinnen und Autoren von Planet schreiben regelmässig über Themen, die sie bewegen."),
        ("de", "Stand:"),
        ("de", "Dieser Artikel ist mehr als 2 Jahre alt"),
        ("en", "This article is more than 1 year old"),
        ("en", "NEWYou can now listen to Planet News articles!"),
        ("en", "Planet News Flash top headlines are here. Check out what's clicking on planet.example."),
        ("en", "Poor internet connection? Read a lean version of this story."),
        (
            "en",
            "The Source: The Planet spoke with Jane Doe of Ostend and with two sailors of its ferries for this story.",
        ),
        ("en", "Will the ferry sail on Monday? Let us know in the comments below."),
        ("en", "For more Planet sailors, check out the rest of our series."),
        ("en", "This breaking news story is being updated and more will be published shortly."),
        ("en", "This article was published 22/03/2019 (1288 days ago), so it may no longer be current."),
        ("en", "Keep it clean. Please avoid obscene language."),
        ("en", "To read the rest of this story, join the Planet for just £7 a month."),
        ("fi", "Onko sinulla uutisvinkki? Lähetä se."),
        ("nl", "Sta jij ook in de file? Stuur je foto naar de redactie."),
        ("en", "This entry was posted in Harbours, by Jane Doe."),
        ("fi", "MAINOS – mainos päättyy"),
        ("ja", "この記事は有料記事です。"),
        ("ja", "メインメニューをとばして、このページの本文へ"),
        ("nl", "Je moet ingelogd zijn om video’s te bekijken."),
        ("nl", "Dit bericht wordt aangevuld."),
        ("nl", "Heb jij een tip? Stuur ons een bericht via de mail."),
        ("en", "Also Read | Explained: How cranes are tied down"),
        ("en", "Share or comment on this article: Storm shuts port"),
        ("es", "Te invitamos a verlas en El Planeta."),
        ("tr", "BAKMADAN GEÇME!"),
        ("zh", "现在用APP看新闻 每天都有奖"),
        ("es", "Este artículo tiene más de 1 año"),
        ("fr", "Cet article date de plus d'un an"),
        ("id", "Baca di App"),
        ("it", "Questo articolo è di oltre 2 anni"),
        ("nl", "Dit artikel is meer dan 1 jaar oud"),
        ("no", "Artikkelen er mer enn ett år gammel."),
        ("pt", "Este artigo tem mais de 2 anos"),
        ("tr", "Bu haber 1 yıldan eski"),
        ("da", "Du skal acceptere cookies for at se videoen."),
        ("nl", "Deze tekst wordt voorgelezen met een automatische stem."),
        ("no", "Fant du en skrivefeil? Rapporter inn her."),
        ("pl", "Pozostało 78% artykułu. Wykup dostęp, aby czytać dalej."),
        ("ru", "Материал доступен по подписке, первые семь дней бесплатно."),
        ("sv", "Din webbläsare kan inte spela upp videon."),
        ("tr", "Gezegen'e abone olarak bağımsız gazeteciliğe destek olabilirsiniz."),
        ("uk", "Помітили помилку? Виділіть її мишкою."),
    ],
)
def test_a_line_of_the_page_about_the_article_is_known(language: str, line: str) -> None:
    assert _role_alone(line, language) == "boilerplate"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("da", "Landet har brug for hjælp til at genopbygge havnen."),
        ("nl", "De bank heeft een fout ontdekt in de berekening van de havengelden."),
        ("no", "Saken er rettet mot to ledere i rederiet."),
        ("sv", "Landet ville bli medlem i alliansen redan i maj."),
        ("tr", "Türkiye, örgüte üye olmak için yeniden başvurdu."),
        ("tr", "Kuruyemiş ve çerez fiyatları yüzde kırk arttı."),
    ],
)
def test_a_sentence_of_an_article_is_no_line_of_the_page(language: str, line: str) -> None:
    assert _role_alone(line, language) is None


@pytest.mark.parametrize("line", ["延伸 · 推荐", "为您推荐", "（点击看清晰大图）"])
def test_what_a_chinese_page_puts_amid_an_article_is_known_with_dots_and_brackets(line: str) -> None:
    headline, _, _, first, second = SHUT["zh"]
    page = f"<h1>{headline}</h1><p>{first}</p><p>{second}</p><h3>{line}</h3><p>{PICTURED['zh'][2]}</p>"
    article = segment(read_html(page.encode(), "page.html", None))
    assert line in [omission.text for omission in article.omitted]


@pytest.mark.parametrize("clause", ["（二）港务局局长表示，周；", "风暴过后，港口负责人告诉记者："])
def test_a_chinese_clause_that_goes_on_below_heads_nothing(clause: str) -> None:
    headline, _, _, first, second = SHUT["zh"]
    lines = (headline, first, second, PICTURED["zh"][2], clause, first[:20] + "。", second[:20] + "。")
    article = segment(read_text("\n\n".join(lines).encode(), "copy.txt", None))
    assert clause not in [section.title for section in article.sections]


def test_chinese_paragraphs_without_a_full_stop_are_told() -> None:
    headline, day, _, first, _ = SHUT["zh"]
    told = (
        "港口建于一百年前，此前已因风暴关闭过两次，最近一次是在二十年前的冬天，当时渡轮停航了整整三个星期",
        "岸边的渔民对记者说，他们从没见过这样的大风，港口里的几条小船被吹到了街上，市场的屋顶也掉了一半",
    )
    lines = (headline, day, first, *told, "起重机", "渡轮", "收藏", "0 条留言")
    article = segment(read_text("\n\n".join(lines).encode(), "copy.txt", None))
    assert article.sections[1].paragraphs == (first, *told)


@pytest.mark.parametrize(
    "line",
    ["港口的奖：王芳(二〇一六年)、李明(二〇一七年);", "渔民的话被风吹走了，谁也没有听清他们说的是什么……"],
)
def test_chinese_lines_with_brackets_or_a_double_ellipsis_are_told(line: str) -> None:
    headline, day, _, first, second = SHUT["zh"]
    around = (
        headline,
        day,
        first,
        second,
        PICTURED["zh"][2],
        "天已经黑了。",
        line,
        "大家都很累。",
        f"{first[:20]}。",
    )
    article = segment(read_text("\n\n".join(around).encode(), "copy.txt", None))
    assert line in [text for section in article.sections for text in section.paragraphs]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "صدر الصورة، Planet Images"),
        ("ar", "التعليق على الصورة، عبّارة بيضاء عند الرصيف"),
        ("es", "Pie de foto, El transbordador une los dos puertos desde 1961"),
        ("fa", "توضیح تصویر، کشتی سفید کنار اسکله"),
        ("fr", "Légende image, Le ferry de nuit au quai"),
        ("hi", "इमेज कैप्शन, नाव घाट पर"),
        ("id", "Keterangan gambar, Feri malam di dermaga"),
        ("ja", "画像説明, 岸壁の白い船"),
        ("ko", "사진 설명, 부두의 흰 배"),
        ("pt", "Legenda da foto, A balsa no cais"),
        ("ru", "Автор фото, Planet Images"),
        ("ru", "Подпись к фото, Ночной паром связывает два порта с 1961 года"),
        ("tr", "Fotoğraf altı yazısı, Gece vapuru iki limanı bağlıyor"),
        ("uk", "Підпис до фото, Нічний пором біля причалу"),
        ("vi", "Chụp lại hình ảnh, Chiếc phà trắng ở bến cảng"),
        ("zh", "图像加注文字，夜班船自1961年起连接两个港口。"),
    ],
)
def test_a_caption_is_known_by_how_world_services_introduce_it(language: str, line: str) -> None:
    assert _role_alone(line, language) == "caption"


def _role_alone(line: str, language: str) -> Role | None:
    view = View([shape_of(Block(line))], cues_of(language))
    apply(SIGNS, view)
    return view.role(0)
