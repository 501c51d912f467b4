"""The words of languages that have small tables: one page each, with its day and a line that leads elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest

from narrator.reading.html import read_html
from narrator.segment import segment

SHUT = {
    "bg": ("Буря затвори пристанището", "9 февруари 2024 г., 10:15", "Прочетете още: Фериботът отново плава",
           "Бурята събори два крана и пристанището беше затворено в петък, съобщи капитанът.",
           "Никой не пострада, но фериботът няма да отплава преди понеделник, заявиха от компанията."),
    "cs": ("Bouře zavřela přístav", "9. února 2024 v 10:15", "Čtěte také: Trajekt opět vyplul",
           "Bouře v pátek shodila dva jeřáby a přístav musel zavřít, řekl kapitán přístavu.",
           "Nikdo nebyl zraněn, ale trajekt před pondělím nevypluje, uvedla společnost ve svém prohlášení."),
    "el": ("Καταιγίδα έκλεισε το λιμάνι", "9 Φεβρουαρίου 2024, 10:15", "Διαβάστε επίσης: Το πλοίο φεύγει",
           "Η καταιγίδα έριξε δύο γερανούς και το λιμάνι έκλεισε την Παρασκευή, είπε ο λιμενάρχης.",
           "Κανείς δεν τραυματίστηκε, αλλά το πλοίο δεν θα φύγει πριν από τη Δευτέρα, σύμφωνα με την εταιρεία."),
    "fi": ("Myrsky sulki sataman ja kaatoi nosturit", "9. helmikuuta 2024 klo 10.15", "Lue myös: Lautta kulkee taas",
           "Myrsky kaatoi kaksi nosturia ja satama suljettiin perjantaina, kertoi sataman kapteeni.",
           "Kukaan ei loukkaantunut, mutta lautta ei lähde ennen maanantaita, yhtiö sanoi tiedotteessaan."),
    "he": ("הסערה סגרה את הנמל והפילה שני עגורנים", "9 בפברואר 2024, 10:15", "קראו גם: המעבורת שבה להפליג",
           "הסערה הפילה שני עגורנים והנמל נסגר ביום שישי, כך אמר מנהל הנמל לעיתונאים שהמתינו על הרציף.",
           "איש לא נפגע, אך המעבורת לא תפליג לפני יום שני, לדברי החברה, והנוסעים יישארו בעיירה הסמוכה."),
    "hi": ("तूफ़ान से बंदरगाह बंद", "9 फरवरी 2024, 10:15", "यह भी पढ़ें: नाव फिर चली",
           "तूफ़ान ने दो क्रेनें गिरा दीं और बंदरगाह बंद हुआ, कप्तान ने बताया।",
           "कंपनी के अनुसार नाव सोमवार से पहले नहीं चलेगी।"),
    "hu": ("Vihar zárta be a kikötőt", "2024. február 9., 10:15", "Olvassa el: Újra jár a komp",
           "A vihar két darut döntött le, ezért pénteken bezárták a kikötőt, közölte a kikötő kapitánya.",
           "Senki sem sérült meg, de a komp hétfő előtt nem indul el, mondta a társaság a közleményében."),
    "ja": ("嵐でクレーンが倒れ、港が閉鎖される", "2024年2月9日 10時15分", "あわせて読みたい：連絡船が再び出航",
           "港の長によると、嵐で二基のクレーンが倒れ、港は金曜日に閉鎖された。船は月曜日まで出ない。",
           "船会社によれば、待っていた乗客およそ二百人は近くの町の宿に泊まり、日曜日の朝に知らせを受ける。"),
    "ko": ("폭풍에 크레인 두 대 쓰러져 항구 폐쇄", "입력 2024.02.09 10:15", "[관련기사] 여객선 다시 출항",
           "금요일 폭풍으로 크레인 두 대가 쓰러져 항구가 폐쇄됐다고 항만 책임자가 밝혔다.",
           "여객선은 월요일 전에는 출항하지 않으며 승객들은 인근 마을에 있다고 회사가 전했다."),
    "ro": ("Furtuna a închis portul", "9 februarie 2024, 10:15", "Citește și: Feribotul pleacă din nou",
           "Furtuna a doborât două macarale, iar portul a fost închis vineri, a spus căpitanul portului.",
           "Nimeni nu a fost rănit, dar feribotul nu va pleca înainte de luni, a anunțat compania într-un comunicat."),
    "uk": ("Буря закрила порт і повалила два крани", "9 лютого 2024, 10:15", "Читайте також: Пором знову вирушає",
           "Буря повалила два крани, і порт закрили у п'ятницю, повідомив начальник порту.",
           "Ніхто не постраждав, але пором не вирушить до понеділка, заявили в компанії, яка ним володіє."),
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
