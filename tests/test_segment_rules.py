"""Each rule of the segmenter on a small page: the line marked `>` is decided by the rule that is named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from narrator.model import Article, Block, BlockKind, Metadata, Page
from narrator.reading.text import read_text
from narrator.segment import segment
from narrator.segment.captions import is_caption
from narrator.segment.cues import cues_of
from narrator.segment.place import PLACES
from narrator.segment.shape import shape_of
from narrator.segment.signs import SIGNS
from narrator.segment.view import View, apply, name_of
from narrator.settings import Read

NEWS = """\
The port of Ostend was shut on Friday after a storm tore two cranes from their rails, the harbour master said.

Nobody was hurt, but the ferry to Ramsgate will not sail before Monday, according to the company.

"We have never seen wind like this," said Bart Claes, who has run the port for eleven years.
"""
HEAD = "Storm tears cranes from rails and shuts port of Ostend"
STORY = f"{HEAD}\n\n{NEWS}"
POINTS = (
    "* The company is to bolt the cranes of the port down",
    "* The company is to tell the harbour master of Ostend on each Friday how the cranes were held in the storms",
    "* Ferries of the company to Ramsgate are to wait until the wind has gone, and the port is to pay for it",
)
LATER = "\n\nThe port opens again on Sunday, the harbour master said."
LIVE = (
    f"Storm over Ostend live: cranes down and port shut\n\n{NEWS}\n18:20\nThe wind falls\nIt blows with force two, the "
    "weather office says.\n17:45\nPort stays shut\nNobody may walk on the quay before Monday."
)
CALM = "The wind fell to force two in the night, and boats of the port of Ostend went out to sea."
CONSENT = (
    "On our website we use cookies and other means to process what your device tells of itself and your personal data, "
    "as the address that it has in the net. We need them to count readers, for personalised advertising, to show films "
    "that lie elsewhere, and for the buttons of networks. Up to forty other firms are told, and work with what they "
    "are told by themselves. Nobody needs to agree, all may read the whole of our website without it, and whoever has "
    "agreed is free to say no later, at any hour, with the round sign at the lower left of each of its many pages."
)
HARBOUR = (
    "嵐でクレーンが倒れ、港が閉鎖される",
    "港の長によると、嵐で二基のクレーンが倒れ、港は金曜日に閉鎖された。クレーン六本の行方は分からず、船は月曜日まで出ない。",
    "船会社によれば、待っていた乗客およそ二百人は近くの町の宿に泊まり、日曜日の朝に港から知らせを受ける。",
)
ASKED_IN_JAPANESE = "「港はこんな風を見たことがない。船が出るまで待つしかない」"
APPS = "\n\n".join(
    f"Apps {n} of the port send notifications to whoever taps a link of theirs." for n in range(5)
)
ASKED = "\n\n".join(
    f"{why}?\n{why}, you ask? We looked for a week and found no more than rust."
    for why in ("Why", "How", "When")
)
PANEL = "\n\n".join(
    f"{name}, {job} of the port of Ostend\n\nI would {verb} the cranes, and build the third of wood this time."
    for name, job, verb in (
        ("Jane Doe", "mayor", "sell"),
        ("Bart Claes", "master", "keep"),
        ("Anna de Peeters", "baker", "paint"),
        ("John Roe", "poet", "leave"),
    )
)
THAI = (
    "ท่าเรือปิดทำการเมื่อวันศุกร์หลังพายุพัดเครนสองตัวหลุดจากราง ไม่มีผู้ได้รับบาดเจ็บแต่เรือข้ามฟากจะหยุดเดินจนถึงวันจันทร์",
    "เจ้าหน้าที่ท่าเรือกล่าวว่าไม่เคยเห็นลมแรงเช่นนี้มาก่อนในรอบสิบเอ็ดปีที่เขาดูแลท่าเรือแห่งนี้ และพายุ"
    "ลูกต่อไปจะมาถึงในคืนวันพุธหรือเช้าวันพฤหัสบดีตามการพยากรณ์",
    "ชาวบ้านใกล้ท่าเรือบอกว่าน้ำทะเลเข้าท่วมร้านขายปลาของพวกเขาในคืนวันศุกร์ และต้องใช้เวลาหลายวันกว่าจะทำความสะอาดเสร็จ",
)
LONG = "\n\n".join((HEAD, *(f"{paragraph} {CALM}" for paragraph in NEWS.strip().split("\n\n")), ""))
SLIDES = "One\n", "Two\n> ", "Three\n"
FIRST = NEWS.split("\n")[0]
ANSWERS = (CALM, "They stood on rails, and rails bend, as everybody knows who has seen one in July.", FIRST)
INTERVIEW = [
    f"{asked}\n{told}"
    for asked, told in zip(
        ("How was the night for you?", "Why did the cranes fall down?", "What will you do now?"),
        ANSWERS,
        strict=True,
    )
]

EXAMPLES = [
    ("known line", "boilerplate", f"{STORY}\n> Read more"),
    ("known line", "boilerplate", f"> Skip to content\n{STORY}"),
    ("date line", "date", f"{HEAD}\n> Updated Fri 27 January 2023 at 10.15 GMT\n\n{NEWS}"),
    ("date line", "date", f"{HEAD}\n> Ostend | Jan 27, 2023\n\n{NEWS}"),
    (
        "date line",
        "date",
        f"{HEAD}\n> Published Fri, Jan 27 2023 ï 9:29 AM EDT | Updated Sat, Jan 28 2023 ï 11:37 AM EDT\n\n{NEWS}",
    ),
    ("named author", "byline", f"{HEAD}\n> By Jane Doe and John van Roe, AP\n\n{NEWS}"),
    ("named author", "byline", f"{HEAD}\n> Jane Doe / TNW / Updated: Jan 27, 2023\n\n{NEWS}"),
    ("nothing to say", "boilerplate", f"{STORY}\n> * * *\n\nThe port hopes to open on Sunday, he said."),
    ("embedded post", "boilerplate", f"{STORY}\n> — Port of Ostend (@portofostend) January 27, 2023"),
    ("day of post", "boilerplate", f"{STORY}\n— Port of Ostend (@portofostend)\n> January 27, 2023"),
    ("text of post", "boilerplate", f"{STORY}\n> We are closed!\n— Port of Ostend (@portofostend) January 27, 2023"),
    (
        "text of post",
        "boilerplate",
        f"{STORY}\n\nPort of Ostend\n@portofostend\n> We ask all of you to stay at home. The crews are at work in each "
        f"dock.\nThank you!\n10:14 AM · Mar 8, 2023\n\n{CALM}{LATER}",
    ),
    ("credit line", "caption", f"{HEAD}\n> Photograph: Jane Doe/Reuters\n\n{NEWS}"),
    ("credited caption", "caption", f"{HEAD}\n> A crane lies on the quay. (AP Photo/Jane Doe)\n\n{NEWS}"),
    ("credited caption", "caption", f"{STORY}\n> Jane Q. Doe via AP\n\n{CALM}{LATER}"),
    ("credited caption", "caption", f"{HEAD}\n> A crane in 2019. — AFP/File\n\n{NEWS}"),
    (
        "credited caption",
        "caption",
        f"{STORY}\n> A crane that fell on the quay at night. Two more stood until the morning. Ostend © J.D{LATER}",
    ),
    ("credited caption", "caption", f"{HEAD}\n> The quay where two cranes fell. | AP Photo Close\n\n{NEWS}"),
    ("credited caption", "caption", f"{STORY}\n> Jane Doe/Getty Images Claes said he saw a crane fall.{LATER}"),
    ("credited caption", "caption", f"{STORY}\n> A crane lay on the quay. COURTESY PHOTO\n\n{CALM}{LATER}"),
    ("credited caption", "caption", f"{STORY}\n> A crane lay on the quay. Photo from\n\n{CALM}{LATER}"),
    ("opening of caption", "caption", f"{STORY}\n> Media captionForty people saw a crane fall.\n\n{CALM}{LATER}"),
    ("known line", "boilerplate", f"{STORY}\n> • See CRANES, Page 4\n\n{CALM}{LATER}"),
    ("opening of caption", "caption", f"{HEAD}\n> In this file photo, a crane unloads a ship.\n\n{NEWS}"),
    ("prompt", "boilerplate", f"{STORY}\n> Sign up for our newsletter and get the news every morning."),
    ("telltale", "boilerplate", f"{STORY}\n> Daily Planet Ltd, all rights reserved"),
    (
        "skipped",
        "boilerplate",
        f"{STORY}\nSkip Most read and continue reading\n> Why is the ferry white?\nEnd of Most read{LATER}",
    ),
    ("handles", "boilerplate", f"{STORY}\n> #Ostend #storm #port today"),
    ("bracketed", "boilerplate", f"{STORY}\n> (janedoe){LATER}"),
    ("bracketed", "boilerplate", f"{STORY}\n> [How the master of the port found the third crane]{LATER}"),
    ("known line", "boilerplate", f"{STORY}\n> Seite: 1 2 3 Weiter"),
    (
        "unfinished line",
        "boilerplate",
        f"{STORY}\n> Ostend without cranes\nHow the port of Ostend lived without cranes for a year ›\n{CALM}{LATER}",
    ),
    ("pointing", "boilerplate", f"{STORY}\n> Cranes of the coast ›\n{LATER}"),
    ("pointing", "boilerplate", f"{STORY}\n> >>Storm tears cranes from rails in Bruges\n{LATER}"),
    ("trail", "boilerplate", f"> Coast • Ferries • Fish • Dunes\n{STORY}"),
    ("headline", "headline", f"Coast\n> {STORY}"),
    (
        "headline",
        "headline",
        f"Port of Ostend shut on Friday after storm tore...\nBy Jane Doe\n"
        f"> Port of Ostend shut on Friday after storm tore two cranes…\n\n{NEWS}",
    ),
    (
        "headline",
        "headline",
        f"Ostend\nHarbour news\n> Harbour's storm tears cranes from rails -- PORT SHUT!\nBy Jane Doe\n"
        f"Storm tears cranes from rails ... PORT SHUT!!\nBy Jane Doe\n\n{NEWS}",
    ),
    ("repeated headline", "duplicate", f"{STORY}\n> {HEAD} - Daily Planet"),
    ("name under headline", "byline", f"{HEAD}\n> Jane Q. Doe\n\n{NEWS}"),
    ("speaker", "body", f"{HEAD}\n\n{CALM}\n\n{PANEL}\n\n> Ann Maes, pilot of the port\n\n{CALM}{LATER}"),
    ("name above day", "byline", f"{HEAD}\n> Jane Doe, Planet\n27 January 2023\n\n{NEWS}"),
    ("name above day", "byline", f"{HEAD}\nDaily Planet\n> Jane DOE.\n27 January 2023\n\n{NEWS}"),
    (
        "name under headline",
        "caption",
        f"{HEAD}\nA worker walks past a crane in Ostend on Friday.\n> Bo Ek\nJane Doe\n27 January 2023\n\n{NEWS}",
    ),
    ("name under label", "byline", f"{HEAD}\nReported by:\n> Jane Doe\n\n{NEWS}"),
    ("job under name", "byline", f"{HEAD}\nJane Q. Doe\n> Senior reporter for ships and harbours\n\n{NEWS}"),
    ("name under article", "byline", f"{STORY}\n> Jane Doe"),
    ("between headlines", "standfirst", f"{HEAD}\n\n> {CALM}\n\nJan 27, 2023\n{STORY}{LATER}"),
    ("above headline", "boilerplate", f"> Coast and sea\n{STORY}"),
    ("below article", "boilerplate", f"{STORY}\nRelated stories\n> Ferry company cuts jobs"),
    ("repeated block", "duplicate", f"{STORY}\n> " + NEWS.split("\n\n")[1]),
    ("told", "body", f"{STORY}\nIs the port shut for long?\n{CALM}\n\n> Is the port shut for long?\nNo.{LATER}"),
    ("known line", "boilerplate", f"> Consent to cookies and data\n{CONSENT}\n\n{STORY}"),
    ("headline", "headline", f"Consent to cookies and data\n{CONSENT}\nAccept all\n\n> {STORY}"),
    ("prompt", "boilerplate", f"{STORY}\n> Contributing: Jane Doe and Bo Ek.{LATER}"),
    ("pull quote", "pullquote", f'{STORY}\n> "We have never seen wind like this"{LATER}'),
    ("uncredited caption", "caption", f"{HEAD}\n> A worker walks past a crane in Ostend on Friday.\n\n{NEWS}"),
    ("uncredited caption", "caption", f"{STORY}\n[+] Enlarge\n> The sea took what the wind had left of it.{LATER}"),
    (
        "uncredited caption",
        "caption",
        f"Share\n\n{STORY}\n> Jan. 27: Master Bart Claes opens the port of Ostend after the storm of Friday.{LATER}",
    ),
    (
        "uncredited caption",
        "caption",
        f"{HEAD}\n> Ferries will be able to sail from a quay without cranes.\n(Credit: Jane Doe/Planet)\n\n{NEWS}",
    ),
    ("capitals", "subhead", f"{STORY}\n> A SECOND WIND FROM THE WEST\n{CALM}\n\n{CALM}\n\nA QUIET NIGHT\n{CALM}"),
    ("told", "body", f"{STORY}\nAdvertisement\n> A gull sat where the second crane had been."),
    ("sub heading", "subhead", f"{STORY}\nA crane in 2019. — AFP/File\n> A QUIET NIGHT FOR OSTEND\n{CALM}"),
    (
        "told",
        "body",
        f"{STORY}\n> Anna Peeters said her shop would sell what it has from a boat and a beach :)\n\nWeather\n{LATER}",
    ),
    (
        "credit below caption",
        "caption",
        f"{STORY}\nA worker walks past a crane in Ostend on Friday.\n> Lowland Pictures{LATER}",
    ),
    (
        "sub heading",
        "subhead",
        f"{STORY}\nRead also\nWho pays when a ferry stays in port\n\n> A quiet night in Ostend\n\n{CALM}{LATER}",
    ),
    (
        "sub heading",
        "subhead",
        f"{LONG}\n> 'We took the second crane'\n\n'We took the second crane for a house,' Mr Claes said. {CALM}{LATER}",
    ),
    ("told", "body", f"{STORY}\n> {CALM} {CALM} The ferries wait until Monday. (Jane Doe, Reuters, 27.1.2023)\n"),
    (
        "name under quote",
        "pullquote",
        f'{STORY}\n"We have never seen wind like this"\n> Anna Maes, pilot\n\n{CALM}{LATER}',
    ),
    (
        "name under quote",
        "pullquote",
        f'{STORY}\n"We have never seen wind like this"\n> Bart Claes, master of the port\n\n{CALM}{LATER}',
    ),
    (
        "uncredited caption",
        "caption",
        f"{LONG}\n> The quay where the first of the cranes was found.\n\n{CALM} {CALM} {CALM}",
    ),
    (
        "uncredited caption",
        "caption",
        f"{LONG}\n> Gulls on the ruins of a crane. The second went into the sea.\n\n{CALM} {CALM} {CALM}",
    ),
    (
        "uncredited caption",
        "caption",
        f"{LONG}\n> Gulls took over what was left.\nRuben Ortega\n\n{CALM} {CALM} {CALM}",
    ),
    ("signed below", "standfirst", f"{HEAD}\n> No ferry to Ramsgate before Monday, but a boat.\nBy Jane Doe\n\n{NEWS}"),
    (
        "item below colon",
        "body",
        f"{STORY}\nWhat the port needs now, according to the company:\n> Two cranes\nA quay\nA ferry\n\n{CALM}",
    ),
    ("bracketed", "boilerplate", f"{HEAD}\n> (ATTN: ADDS remarks of the harbour master in last paragraph)\n\n{NEWS}"),
    (
        "biography first",
        "boilerplate",
        f"{HEAD}\nTwo cranes fell at night, and no ferry sails before Monday.\nBy Jane Doe\n"
        f"> Jane Doe is a senior reporter covering ports, cranes and the sea.\n\n{NEWS}",
    ),
    ("signed below", "standfirst", f"{HEAD}\n> Two cranes fell at night, and no ferry sails.\nBy Jane Doe\n\n{NEWS}"),
    ("standfirst", "standfirst", f"{HEAD}\n> Wind of record force stops ferries at port until Monday\n\n{NEWS}"),
    ("told", "body", f"{STORY}\n> Check this page for your crane on the quay.\n\n{CALM}{LATER}"),
    (
        "below biography",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n\n{NEWS}\n{CALM}\n\nJane Doe lives on a boat with a cat.\n> Ostend builds anew.",
    ),
    ("glued link", "boilerplate", f"{STORY}\n{CALM}\n> Fish and Marketsread more{LATER}"),
    ("standfirst", "standfirst", f"{HEAD}\n> Same storm, different cranes.\nBy Jane Doe\n\n{NEWS}"),
    ("standfirst", "standfirst", f"{HEAD}\n> \"We have never seen wind like this\"\nBy Jane Doe\n\n{NEWS}"),
    (
        "about the author",
        "boilerplate",
        f"Bakers sleep\nBy J. Roe\n\n{HEAD}\nJane Doe\nJan 27, 2023\n\n{NEWS}\n{CALM}\n\n> Jane Doe owns a boat.",
    ),
    ("about the author", "boilerplate", f"{STORY}\n> Jane Doe is a staff writer who covers the coast."),
    (
        "about the author",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n\n{NEWS}\n{CALM}\n\nAbout the Author\n> Jane Doe is the founder of Cranes Today and "
        f"has told of the port of Ostend since 2004. She builds boats. She lives in Ghent. Write to her at any time."
        f"\n\n{NEWS}\n{CALM}\n{NEWS}",
    ),
    (
        "biography first",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n\n{NEWS}\n{CALM}\n\nAuthor\nJane Doe\n> Jane is the owner of a yard that "
        "builds boats of oak for the ports of the coast. She also keeps the books of the society of old cranes.",
    ),
    ("footnote", "boilerplate", f"{STORY}\nIt is the second* port of its coast.\n\n> *By the ships that it counts."),
    (
        "question under label",
        "body",
        f"{STORY}\n{ASKED}\n\nPodcast\n> Is there money left for all who sold fish here?\nThere is some.{LATER}",
    ),
    (
        "footnote",
        "boilerplate",
        f"{STORY}\nThe port is the second* of its coast.\n\n*By ships.\n> **This one is marked nowhere at all above.",
    ),
    (
        "about the author",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n\n{NEWS}\n{CALM}\n> Jane Doe is a product manager at Lowland Cranes in Ghent.",
    ),
    *(
        ("code", "table", f"{STORY}\nThe port counts its cranes with this:\n> {line}\n{LATER}")
        for line in (
            "$ crane count --port ostend",
            "import cranes",
            "def count(cranes):",
            '<script src="cranes.js"></script>',
            "| |-- cranes.txt",
            'cranes.count("ostend");',
        )
    ),
    ("trail", "boilerplate", f"{STORY}\n> Ostend , Port , Wind , Cranes , Ferries ,"),
    (
        "told",
        "body",
        f"{STORY}\n> The fair shows a game that one finds in any App Store, with cranes that fall on a port "
        f"at each turn of wind.{LATER}",
    ),
    (
        "told",
        "body",
        f"{STORY}\nA crane in 2019. — AFP/File\n"
        "> They have seen more lorries, boats, nets, boxes, cats, children and nuns in this one week of wind and rain "
        f"than in all of the year that went before it :)\n\n{CALM}",
    ),
    ("told", "body", f"{THAI[0]}. {THAI[2]}.\n\n> {THAI[1]}\n\nท่าเรือ\n\n{THAI[2]}. {THAI[0]}."),
    (
        "link under label",
        "boilerplate",
        f"{STORY}\nRead more:\n> Is your ferry ticket still worth anything?{LATER}",
    ),
    (
        "teaser",
        "boilerplate",
        f"{STORY}\nRelated stories\nWhy do bakers rise so early?\n> Flour, salt and an oven fill a night.{LATER}",
    ),
    ("link above more", "boilerplate", f"{STORY}\n> Ferry company cuts four hundred jobs\nRead more{LATER}"),
    ("item below colon", "body", f"{STORY}\nThe master named what was lost:\n> Two cranes\nA rail{LATER}"),
    ("numbered heading", "subhead", f"{STORY}\n> 1. Wind: a record{LATER}\n2. Rail: bent steel{LATER}"),
    ("slide", "caption", STORY + "".join(f"\nOstend in seven pictures\n{n}{LATER.strip()}\n" for n in SLIDES) + LATER),
    (
        "biography first",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n> Jane Doe is a reporter of the Planet, and lives on a boat.\n\n{NEWS}",
    ),
    ("name of author", "byline", f"{HEAD}\nBy Jane Doe\n\n{NEWS}\n> Jane Doe{LATER}\n\n{CALM}\n\n{CALM}!"),
    (
        "biography first",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n\n{CALM}\nJane Doe\n> Jane Doe came to the Planet in 2001. She is an editor.\n\n{NEWS}",
    ),
    (
        "line of chronicle",
        "body",
        f"{STORY}\nKey dates of the port:\n> March 1918: A first crane is built\n1953: The sea takes it\n"
        f"May 1981: It is built again\nJune 4, 2023: It falls{LATER}",
    ),
    ("date line", "date", f"{HEAD}\nBy DPX\n> 14 March 2023   |   3:15 pm\nShare\n{NEWS}"),
    ("label of summary", "boilerplate", f"{HEAD}\n\n> The gist\nNEW: Ferry stays in port\n\n{NEWS}"),
    (
        "label of summary",
        "boilerplate",
        f"{HEAD}\n\nIn short:\nThe port was shut on Friday after two cranes fell from their rails in a storm.\n"
        f"> What's next?\nNo ship is going to sail before the divers have looked at the channel.\n\n{NEWS}",
    ),
    (
        "title of video",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n> Cranes of Ostend fall from their rails\n1:04\n\n{NEWS}",
    ),
    (
        "summary of video",
        "boilerplate",
        f"{STORY}\n{CALM}\n\nCranes fall from their rails\nDuration 1:04\n"
        f"> Two cranes fell on Friday as sailors on the quay of Ostend looked on.{LATER}\n\n{CALM}{LATER}",
    ),
    ("point of summary", "standfirst", f"{HEAD}\n\n{CALM}\n\nStory highlights\n> NEW: Ferry stays in port\n\n{NEWS}"),
    ("telltale", "boilerplate", f"{STORY}\n> 凡本网作品，其他任何单位未经允许禁止转载、使用。"),
    ("telltale", "boilerplate", f"{STORY}\n> この記事は会員限定です。登録すると読めます。"),
    ("known line", "boilerplate", f"{STORY}\n> 沪ICP备00000000号-1"),
    (
        "notice",
        "boilerplate",
        f"{STORY}\n> Your readers' card gives you a membership of the paper, with a discount on every ticket.{LATER}",
    ),
    (
        "told",
        "body",
        f"{STORY}\nRead more: Why cranes fall\n> Ostend asks boats to stay in port until the company has looked at "
        f"its cranes.\nSign up for our letter of the coast{LATER}",
    ),
    (
        "between prompts",
        "boilerplate",
        f"{STORY}\nSign up for our letter of the coast\n> Hello, I am Anna, and I tell Ostend what it will wake up to "
        f"at six.\nSign up now{LATER}",
    ),
    (
        "between prompts",
        "boilerplate",
        f"{STORY}\nThe gulls of the year ›\n> It was a year of gulls. One of them had a name.\n"
        f"Sign up for our letter of the coast{LATER}",
    ),
    ("unfinished line", "boilerplate", f"{STORY}\n> The ports of Ostend\nSign up for our letter of the coast{LATER}"),
    ("known line", "boilerplate", f"{STORY}\n> ID: 4711001{LATER}"),
    ("standfirst", "boilerplate", f"{HEAD}\nMore on:\nOstend\n> Ferries still tied to the port\nShare\n\n{NEWS}"),
    (
        "told",
        "body",
        f"{STORY}\n{APPS}\n\nShare\n> Do you like to tap? Our apps for notifications can do it with a link.\n\n{APPS}!",
    ),
    (
        "told",
        "body",
        f"{STORY}\n> Welcome to our sunny port, which we love. It has no crane left, and its rails are bent.{LATER}",
    ),
    (
        "about the author",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n\n{NEWS}\n{CALM}\n> Jane Doe lives in Ghent.",
    ),
    (
        "about the author",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n\n{NEWS}\n{CALM}\n> Jane Doe is a reporter of the Daily Planet.\n\n"
        "The Daily Planet is where the coast reads what the wind does. It has told of ships since 1901.",
    ),
    ("linked question", "boilerplate", f"{STORY}\n* * *\n> What, if anything, comes after steel and oil?{LATER}"),
    ("told", "body", "\n\n".join((*HARBOUR, f"> {ASKED_IN_JAPANESE}", "関連記事"))),
    ("sub heading", "subhead", "\n\n".join((*HARBOUR[::2], ASKED_IN_JAPANESE, "> クレーン六本の行方", HARBOUR[1]))),
    (
        "line of contents",
        "boilerplate",
        f"{STORY}\nIn this article:\n• Why did they fall?\n> • Who will pay?\n\n{CALM}\n\nWhy did they fall?\n\n{CALM}"
        f"\n\nWho will pay?{LATER}",
    ),
    (
        "pull quote",
        "pullquote",
        f"{STORY}\n“In all these years we have, to be honest, never seen a wind that was like this one,” she said."
        f"\n\n{CALM}"
        f"\n\n> “In all these years we have never seen a wind that was like this one”{LATER}",
    ),
    (
        "option of poll",
        "boilerplate",
        f"{STORY}\nDo cranes disturb you?\n> Yes, all of them do.\n62 %\nNo, not at all.\n38 %{LATER}",
    ),
    (
        "option of poll",
        "boilerplate",
        f"{STORY}\n> Do cranes disturb you?\nYes, all of them do.\n62 %\nNo, not at all.\n38 %{LATER}",
    ),
    (
        "contact",
        "boilerplate",
        f"{STORY}\n> Jane Doe Port of Ostend Quay 1 Phone +32 59 34 07 11 jane.doe@port.example{LATER}",
    ),
    ("portrait", "caption", f"{STORY}\n> Bart Claes, master of the port{LATER}"),
    ("small item", "body", f"{STORY}\nNeeded:\n2 cranes for the port\n> a ferry to Ramsgate\n\n{CALM}"),
    ("label of items", "body", f"{STORY}\n> Needed:\n2 cranes for the port\na ferry to Ramsgate\n\n{CALM}"),
    ("label of items", "body", f"{STORY}\n> Lost:\nOstend pride\na crane of the port\na ferry\n\n{CALM}"),
    (
        "captioned twice",
        "caption",
        f"{HEAD}\n\nThe ferry had left the port early. Photo: Jane Doe\n> The ferry had left the port early."
        f"\n\n{NEWS}",
    ),
    ("marked question", "body", f"{STORY}\nQ. Will cranes fall?\nA. No.\n> Q. And the ferry?\nA. Monday.{LATER}"),
    ("heading of post", "subhead", f"{LIVE}\n17:10\n> Ferry back\nThe ferry from Ramsgate is back in Ostend.\n"),
    ("heading of items", "subhead", f"{STORY}\n> Lost in the storm\n\n2 cranes of the port\na ferry\n\n{CALM}"),
    ("heading of items", "subhead", f"{STORY}\n> After a storm\n\n1. Count the cranes.\n2. Call the ferry.\n\n{CALM}"),
    ("small item", "body", f"{STORY}\nLost:\n> - 500 m of quay of the port\n- 2 cranes of the port\n\n{CALM}"),
    ("numbered heading", "subhead", f"{STORY}\n1. Cranes\nTwo fell down.\n> 2. Ferries\nNone left port.\n\n{CALM}"),
    ("item amid items", "body", f"{STORY}\nLost in the storm\n> 1,5 tonnes of rope\n2 cranes of the port\n\n{CALM}"),
    ("item amid items", "body", f"{STORY}\nLost:\n> Ostend pride\na crane of the port\na ferry\n\n{CALM}"),
    ("item amid items", "body", f"{STORY}\n2 cranes of the port\na ferry\n> Rope\na port\na quay\n\n{CALM}"),
    ("bulleted item", "body", f"{STORY}\n• A crane fell.\n> • Another leans\n• A third one stood.{LATER}"),
    ("bulleted item", "body", f"{STORY}\nThe points of a table:\n• A new crane\n> • No ferry{LATER}"),
    (
        "between furniture",
        "boilerplate",
        f"{STORY}\nWeather\n> Why do cranes fall?\nShare{LATER}",
    ),
    (
        "said twice",
        "caption",
        f"{STORY}\nA port in the sun\n\n> {CALM} It did not last.\n\n{CALM} It did not last.{LATER}",
    ),
    ("sub heading", "subhead", f"{STORY}\n> A port without cranes{LATER}"),
    (
        "unfinished line",
        "boilerplate",
        f"{STORY}\nMore wind\nOf ships\n> How the Port of Ostend Can Stop a Whole Ferry{LATER}",
    ),
    ("sub heading", "subhead", f"{STORY}\nPhoto: Jane Doe/AP\n> A Quiet Sea for Boats\n{CALM}{LATER}"),
    (
        "uncredited caption",
        "caption",
        f"{STORY}\n> Anna Peeters, whose shop the sea took.\nJane Doe/Getty Images{LATER}",
    ),
    ("told", "body", f"{STORY}\n{CALM}\n\n> The fight for the port begins again."),
    (
        "uncredited caption",
        "caption",
        f"{STORY}\n{CALM}\n\nAssociated Press\n> Ostend has been told. Who will pay for two cranes?\n\n{CALM}{LATER}",
    ),
    ("told", "body", f"{STORY}\n{CALM}\n\nAssociated Press\n\n> Ostend has been told. Nobody knows who pays.{LATER}"),
    ("item below colon", "body", f"{STORY}\nThat would be:\n> Two cranes\nA rail\nA boat{LATER}"),
    (
        "told",
        "body",
        "Vihar döntött le két darut Ostendében\n> Vihar döntött le két darut Ostendében péntek éjjel, amikor a szél "
        "elérte a száznegyven kilométert óránként, közölte szombaton a kikötő vezetője.\n\n"
        "A kikötő hétfőig zárva lesz, és a komp sem indul addig, mondta a kikötő vezetője az esti órákban.",
    ),
    (
        "about the author",
        "boilerplate",
        f"{HEAD}\nBy Jane Doe\n\n{NEWS}\n> Doe covers the ports of the coast from Ostend.",
    ),
    (
        "told",
        "body",
        f"{STORY}\n> Six things to know of cranes and of the men who tie them down:\n* {CALM}\n* {FIRST}{LATER}",
    ),
    (
        "sub heading",
        "subhead",
        f"{STORY}\nA port without cranes\n{CALM}\n\nFerries of the night\nAll sail at ten or so, said Bart Claes.\n\n"
        f"> Six or seven things still left undone{LATER}",
    ),
    (
        "summary above headline",
        "standfirst",
        f"> Two cranes of the port of Ostend fell in a storm, and no ferry sails to Ramsgate before Monday, as Bart "
        f"Claes of the port said.\n\n{STORY}",
    ),
    (
        "line up",
        "body",
        f"{STORY}\n> Crew: A. Claes; B. Maes; C. Peeters; D. Janssens.{LATER}",
    ),
    (
        "breaks off",
        "boilerplate",
        STORY + "\nWhy do cranes fall?\n> Cranes of the port of Ostend stood in…\nWhy\n\n" + NEWS.upper(),
    ),
    (
        "told",
        "body",
        "By Jane Doe\n\n> A judge in Ostend on Thursday sent a man of forty who sold cranes that he did not have to "
        f"seven years in prison and told him to give back what four bakers and a priest had paid,\n\n{NEWS}{CALM}",
    ),
    ("told", "body", f"{STORY}\n> In his words;\n\n“The cranes were like a mother and a father to me.”{LATER}"),
    ("told", "body", f"{STORY}\nClaes wrote to his mother;\n\n> “Two cranes fell. We all live”\n\n{CALM}{LATER}"),
    ("told", "body", f"{STORY}\n> Claes, who keeps bees too, asked for new cranes.(DPX) (www.dpx.example)"),
    ("told", "body", f"{STORY}\n> And then the second crane fell...\n\nRead more"),
    ("told", "body", f"{STORY}\nAdvertisement\n> Nobody slept that night…\n\nThe rest is known.{LATER}"),
    ("about the author", "boilerplate", f"{STORY}\n{CALM}\n> Dr. Doe, a sailor of the old kind, writes from Ostend."),
    (
        "above more",
        "boilerplate",
        f"{STORY}\n{CALM}\n\nFrom our coast\nBaker flees from goose: “It kept coming”\n> A baker of Ghent fell into "
        "a canal on Monday when a goose went for him.\nRead more »\nCook shuts house with a star and starts to fry\n"
        f"For twelve years Jan Maes wanted a second star. Now he fries in a van and laughs.\nRead more »{LATER}",
    ),
    (
        "heading with hour",
        "subhead",
        f"{STORY}\n> 14.20: Ferries stay in\n\n{CALM}\n\n13.45: « Nobody saw it »\n\n{FIRST}",
    ),
    ("sub heading", "subhead", f"{STORY}\n> Bridge stays shut\n\nDivers will see the footbridge on Monday, he said."),
    ("opening of caption", "caption", f"{STORY}\n> Illustration of a crane with a hat and a fish in its mouth.{LATER}"),
    ("known line", "boilerplate", f"{STORY}\n> cropped crane 2.jpg\n\n{CALM}{LATER}"),
    ("told", "body", f"{STORY}\nWhat was worst of all?\n> Seeing all the cranes at night.{LATER}"),
    ("told", "body", f"{STORY}\n> The port pays for those who fell ill if they attend a course on cranes.{LATER}"),
    (
        "told",
        "body",
        f"{STORY}\n> The cranes were old, says the engineer Jane Doe. „They stood for eighty years.“ Nobody asked her "
        f"before it. The port wants to buy two new ones, of which one is red. It has no money. (dpa/red){LATER}",
    ),
    (
        "standfirst",
        "standfirst",
        f"{HEAD}\n\n> - Sleep is short now\n\n- The port is shut\n\n- A storm tore cranes\n\n{NEWS}",
    ),
    (
        "sub heading",
        "subhead",
        f"{HEAD}\n- The port stays shut until Monday\n- Ferries of the night stay in\n\n{NEWS}{CALM}\n\n"
        f"> Ferries of the night stay in\n\nNo ferry sails at night, he said, and boats of fishermen stay in too.",
    ),
    (
        "told",
        "body",
        f"{HEAD}\n\n> OPINION: Nobody who has stood below a crane in a storm will say that it is safe.\n\n{NEWS}",
    ),
    (
        "told",
        "body",
        f"{STORY}\nREAD MORE:\n\n* Bakers agree on one thing\n\n* Fourth baker leaves the race\n\n"
        f"> But the choice to go on, taken by six votes to five, had its price.{LATER}",
    ),
    ("told", "body", f"{STORY}\n> The number of lost cranes stands at 28 in all, against 21 a year ago.{LATER}"),
    ("told", "body", f"{STORY}\n> The baker of 26 was waiting for a wave at the pier when the cranes fell.{LATER}"),
    ("told", "body", f"{STORY}\n> Cranes that return to ports twice are usually scrapped.\n\n{CALM}{LATER}"),
    ("told", "body", f"Sponsored\n\n{STORY}\n> The protests aren’t held by bakers, says one of them.\n\n{CALM}{LATER}"),
    ("told", "body", f"{STORY}\n> A jury has found that a row of errors contributed to the fall of the cranes.{LATER}"),
    ("sub heading", "subhead", f"{STORY}\nShare\nUpdated at \n\n> Cranes still lie on quay\n\n{CALM}\n\n{FIRST}"),
    ("heading of post", "subhead", f"{LIVE}\n• 17:10\n> Ferry back\nThe ferry from Ramsgate is back in Ostend.\n"),
    ("sub heading", "subhead", f"{STORY}\n> What remains\n\n{CALM}\n\n{FIRST}\n\n{CALM} Nobody saw them.{LATER}"),
    ("told", "body", f"{STORY}\nNine boats have been saved since it began.\n\n> No ship sails now.(DHA)\n\nShare"),
    (
        "bulleted item",
        "body",
        f"{STORY}\n\nWhat the port has asked for\n{POINTS[0]}\n> {POINTS[1]}\n{POINTS[2]}\n\n{CALM}{LATER}",
    ),
    (
        "sub heading",
        "subhead",
        f"{STORY}\n\n> What the port has asked for\n" + "\n".join(POINTS) + f"\n\n{CALM}{LATER}",
    ),
    (
        "bulleted item",
        "body",
        f"{STORY}\n• Nobody who was on the quay in that night has been hurt, said the master\n"
        f"> • Some two hundred bakers miss their boat\n\n{CALM}{LATER}",
    ),
    ("told", "body", f"{STORY}\n{CALM}\n\n> A court had said so in May. (Ghent/PLANET)\n\nShare"),
    (
        "bulleted item",
        "body",
        f"{STORY}\nWhat the crew asks for:\n\n> - New rails for the cranes.\n\n- A bed for each man.{LATER}",
    ),
    ("told", "body", f"{STORY}\n> Ostend wants to become a member of the league of ports.\n\n{CALM}{LATER}"),
    ("told", "body", f"{STORY}\n> A photo of the fallen crane was shared by half the town.\n\n{CALM}{LATER}"),
    ("answered question", "body", "Sidebar\nFont size\n\n> " + "\n\n".join(INTERVIEW)),
    ("sub heading", "subhead", f"{STORY}\n*\n\n> " + "\n\n".join(INTERVIEW).replace("\n", "\n\n")),
    ("unfinished line", "boilerplate", f"{STORY}\n> Ostend: 7 degrees, rain\n\nSmoke{LATER}"),
    (
        "sub heading",
        "subhead",
        f"{STORY}\nHere is what we know of the cranes:\nWhy did they fall?\nThey fell from rails that were bent, "
        f"said Claes.\n> Who will pay for the cranes?\nThe company that owns the cranes will pay for both.{LATER}",
    ),
    (
        "told",
        "body",
        f"{STORY}\nThe master named what was lost at night:\n• Two cranes\n• A rail\n> {CALM}{LATER}",
    ),
    (
        "unfinished line",
        "boilerplate",
        f"{STORY}\n{CALM}\n\n> planet.example/news/cranes-ostend/1052\nLink copied\n\n{CALM[:-1]}, said Claes.{LATER}",
    ),
    (
        "credit below caption",
        "caption",
        f"{STORY}\nA crane lies on the quay.\nCredit:\n> Ostend Planet / Jane Doe\n{CALM}{LATER}",
    ),
    ("told", "body", f"{HEAD}\n\n> {NEWS}"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "role", "page"), EXAMPLES, ids=[f"{e[0]}-{n}" for n, e in enumerate(EXAMPLES)]
)
def test_rule_decides(rule: str, role: str, page: str) -> None:
    marked = next(number for number, line in enumerate(page.split("\n"), 1) if line.startswith("> "))
    article = _read(page.replace("> ", "", 1))
    judged = next(j for j in article.judgements if marked in j.lines)
    assert (judged.rule, judged.role) == (rule, role)


MARKED = [
    ("caption markup", "caption", Block("A crane on the quay", "caption")),
    ("table row", "table", Block("Ostend · 14 · closed", "table")),
    ("outside article", "boilerplate", Block("Ferry company cuts jobs", main=False)),
    ("markup heading", "subhead", Block("Ferries: none until Monday, and what else runs", "heading", 2)),
    ("list item", "body", Block("Ramsgate: no ferry before Monday", "list_item")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "role", "block"), MARKED, ids=[m[0] for m in MARKED])
def test_rule_of_marked_page_decides(rule: str, role: str, block: Block) -> None:
    story = [Block(HEAD, "heading", 1), *(Block(text) for text in NEWS.strip().split("\n\n"))]
    ending = [
        Block("Link", "heading", 3),
        Block("The port hopes to open on Sunday, when the wind has gone down, the harbour master said."),
    ]
    blocks = (*story, block, *ending)
    judged = segment(Page("page.html", blocks)).judgements[len(story)]
    assert (judged.rule, judged.role) == (rule, role)


def test_heading_between_headline_and_first_paragraph_is_said() -> None:
    top = [Block(HEAD, "heading", 1), Block("Wind", "heading", 2)]
    page = Page("page.html", (*top, *map(Block, NEWS.strip().split("\n\n"))), origin="web")
    judged = segment(page).judgements[1]
    assert (judged.rule, judged.role) == ("top heading", "subhead")


@pytest.mark.parametrize(
    "line",
    [
        "• la taxe des ports (votée en 2019);",
        "• le(s) député(s);",
        "<strong>The port said so.</strong>",
        "$ 5 million.",
    ],
)
def test_a_point_that_ends_in_a_bracket_is_no_code(line: str) -> None:
    article = _read(f"{STORY}\nThe port counts this:\n{line}\n{LATER}")
    assert "code" not in {judged.rule for judged in article.judgements}


def test_every_rule_has_an_example() -> None:
    shown = {example[0] for example in (*EXAMPLES, *MARKED)} | {"top heading"}
    assert {name_of(rule) for rule in (*SIGNS, *PLACES)} == shown


@pytest.mark.parametrize(
    "last", ["Nobody was hurt in the port.", "The port of Ostend, the master said, opens on Sunday."]
)
def test_a_paragraph_below_a_list_is_read(last: str) -> None:
    points = "\n".join(f"• Point {n}" for n in range(9))
    article = _read(f"{STORY}\nThe plan has nine points:\n\n{points}\n\n{last}")
    assert article.sections[-1].paragraphs[-10:] == (*points.split("\n"), last)


def test_teaser_above_headline_is_not_the_headline() -> None:
    teasers = "Five things to cook this weekend when it rains\nStocks slip as oil prices rise again"
    head = "Cranes fall, and the sea keeps the ferry at home"
    assert _read(f"{teasers}\n{head}\nBy Jane Doe\n\n{NEWS}").headline == head


def test_agency_under_last_sentence_leaves_it_in_the_article() -> None:
    article = _read(f"{STORY}\nThe port hopes to open again on Sunday, he said. Enditem")
    assert article.judgements[-1].role == "body"


_HARBOUR = (
    "风暴周五吹倒港口两台起重机，港口在周五上午关闭，港务局长李明在码头上对记者说，他四十年来没有见过这样的大风。",
    "没有人受伤，但渡轮公司表示，渡轮在星期一之前不会出港，乘客将留在附近的小镇，由公司安排住宿。",
)


@pytest.mark.parametrize("mark", ["（完）", "（记者 王小海）", "(海港社)"])
def test_a_mark_of_the_agency_behind_a_chinese_sentence_leaves_it_in_the_article(mark: str) -> None:
    last = f"部长说，新的起重机将在夏天之前运到。{mark}"
    article = _read("\n\n".join(("风暴吹倒起重机 港口关闭", *_HARBOUR, last)))
    assert article.judgements[-1].role == "body"


def test_a_chinese_line_that_ends_in_a_colon_leads_on() -> None:
    line = "渡轮公司的经理站在码头上看着倒下的起重机，他对身边的船员们说："
    article = _read(
        "\n\n".join(("风暴吹倒起重机 港口关闭", _HARBOUR[0], line, "“我们星期一再出港。”", _HARBOUR[1]))
    )
    assert line in article.sections[-1].paragraphs


def test_closing_section_of_background_is_context_whatever_its_heading_says() -> None:
    past = (
        "The port is one of four on the Belgian coast and belongs to the province, which keeps it dredged.\n\n"
        "The port had been opened in 1838 and was rebuilt after the war in 1946. Its ferries had long been full.\n\n"
        "A storm had sunk four ships there in 1953, when the sea had broken through the dunes of the coast."
    )
    article = _read(f"{STORY}\nA harbour and its luck\n\n{past}")
    assert article.sections[-1].kind == "context"
    assert len(article.sections[-1].paragraphs) == 3


# --- what is spoken ---------------------------------------------------------------------------------

SIGNED = "\n".join(
    [
        HEAD,
        "Two cranes fell in the night, and no ferry sails.",
        "By Jane Doe",
        "January 27, 2023",
        "A crane on the quay. (AP Photo/Jane Doe)",
        "",
        NEWS,
    ]
)


def test_what_is_spoken_can_be_chosen() -> None:
    assert _said(SIGNED, Read()) >= {"Two cranes fell in the night, and no ferry sails."}
    assert "Two cranes fell in the night, and no ferry sails." not in _said(SIGNED, Read(standfirst=False))
    assert "By Jane Doe" in _said(SIGNED, Read(byline=True)) - _said(SIGNED, Read())
    assert "January 27, 2023" in _said(SIGNED, Read(date=True)) - _said(SIGNED, Read())
    assert "A crane on the quay. (AP Photo/Jane Doe)" in _said(SIGNED, Read(captions=True))


def test_what_the_text_says_completes_what_the_page_declares() -> None:
    read = read_text(SIGNED.encode(), "page.txt", None)
    assert segment(read).metadata == Metadata(("Jane Doe",), segment(read).metadata.date, "en")
    declared = Page("page.txt", read.blocks, Metadata(authors=("Ann Other",), url="https://example.org/a"))
    assert segment(declared).metadata.authors == ("Ann Other",)
    assert str(segment(declared).metadata.date) == "2023-01-27"


def test_without_headline_the_first_sentence_names_the_article_and_is_said_once() -> None:
    page = NEWS.replace("Nobody", "It was Friday. Nobody")
    article = _read("Share\n\n" + page)
    assert article.headline == article.identity == FIRST
    assert [p for s in article.sections for p in s.paragraphs].count(FIRST) == 1


def test_identity_is_the_sources_where_it_has_one() -> None:
    assert segment(read_text(STORY.encode(), "page.txt", "news/page.txt")).identity == "news/page.txt"


def test_furniture_alone_says_nothing() -> None:
    article = _read("Home\nShare\nRead more\n© 2023 Daily Planet")
    assert not article.headline
    assert not any(section.paragraphs for section in article.sections)
    assert len(article.omitted) == 4


BACKGROUND = [
    "The port was founded in 1830 and had been rebuilt twice by 1953, when the sea broke through the dyke.",
    "Since then it has been shut only once, in 1990, after a ferry had struck the pier.",
]
VIEW = "Fishermen wake to a changed skyline"
SHORT = "The last such law dates from 2014. It had lengthened the working life of clerks to 43 years."


def test_background_at_the_end_is_context() -> None:
    article = _read("\n\n".join([STORY, *BACKGROUND]))
    assert article.sections[-1].kind == "context"
    assert article.sections[-1].paragraphs == tuple(BACKGROUND)


PLAIN = """
"There is a real risk that they will fall on Monday," the harbour master told the council of Ostend on Saturday.

The mayor said on Sunday that he would ask the company today who had let the cranes stand.

"We will pay," the company told Planet News on Sunday, and said that it would look at the rails today.
"""
FAINT = [
    "The company that owns the cranes was launched in 2011 with a plan to reopen the old line along the coast.",
    "The owners raised money in 13 rounds and met at a club, where some 200 people were shown pictures of trains.",
    "The firm was placed in the hands of a court in May last year, owing money to a printer and a museum.",
]


def test_background_that_shows_little_of_it_is_known_below_plain_news() -> None:
    article = _read("\n\n".join([STORY + PLAIN, *FAINT]))
    assert (article.sections[-1].kind, article.sections[-1].paragraphs) == ("context", tuple(FAINT))


@pytest.mark.parametrize(
    "end", [FAINT[1:2], [*FAINT, "He will tell the council on Monday what the port needs, he said."]]
)
def test_a_lone_paragraph_or_an_end_that_tells_news_is_no_background(end: list[str]) -> None:
    assert _read("\n\n".join([STORY + PLAIN, *end])).sections[-1].kind == "body"


def test_background_goes_on_over_what_has_been_said_before() -> None:
    past = [
        *BACKGROUND,
        "Ministers have said that 520 million euros will be spent on the dykes of the coast by 2027.",
    ]
    article = _read("\n\n".join([STORY, LATER, *past]))
    assert article.sections[-1].kind == "context"
    assert article.sections[-1].paragraphs == tuple(past)


QUESTIONS = (
    "Who is Bart Claes?\n\nClaes came to the port of Ostend in 2012 and ran a yard before.\n\n"
    "What do bakers say?\n\nMost bakers of Ostend sold more bread that day than in a week.\n\n"
    "What is a crane?\n\nA crane lifts what no man can, and has done so since the 6th century."
)


def test_questions_at_the_end_of_a_report_may_announce_background_and_those_of_an_explainer_do_not() -> None:
    report = _read(f"{STORY}\n{CALM}\n\n{QUESTIONS}")
    assert [(s.kind, s.title) for s in report.sections[2:]] == [
        ("context", "Who is Bart Claes?"),
        ("body", "What do bakers say?"),
        ("context", "What is a crane?"),
    ]
    explainer = _read(f"{HEAD}\n\n{FIRST}\n\n{CALM}\n\n{QUESTIONS}")
    assert explainer.sections[2].kind == "body"


def test_what_comes_next_after_background_leaves_it_in_the_news() -> None:
    article = _read(
        "\n\n".join([STORY, SHORT, "A hearing of the province is due to be held next week in Bruges."])
    )
    assert {section.kind for section in article.sections} == {"headline", "body"}


def test_first_paragraph_under_the_byline_is_not_lost_above_a_box_of_links() -> None:
    first, *rest = NEWS.split("\n\n")
    article = _read(
        "\n".join([VIEW, "By Jane Doe", "Share", first, "Read also", "Herring is dear again", *rest, CALM])
    )
    assert (article.headline, article.sections[1].paragraphs[0]) == (VIEW, first)


def test_links_in_capitals_are_not_headings() -> None:
    links = "SENATE PANEL VOTES TO FUND DESERT ROADS", "HERRING PRICES CLIMB FOR THIRD STRAIGHT WEEK"
    article = _read(
        "\n\n".join([HEAD, *NEWS.split("\n\n")[:2], links[0], NEWS.split("\n\n")[2], links[1], CALM, LATER])
    )
    assert {one.role for one in article.judgements if one.text in links} == {"boilerplate"}


def test_full_name_again_makes_a_caption() -> None:
    article = _read(f"{STORY}\nBart Claes has counted every gull of the port.{LATER}\n\nShare")
    assert {one.role for one in article.judgements if "gull" in one.text} == {"caption"}


def test_background_between_news_stays_body() -> None:
    article = _read(
        "\n\n".join([STORY, BACKGROUND[0], "Work on the cranes begins on Monday, the harbour master said."])
    )
    assert {section.kind for section in article.sections} == {"headline", "body"}


def test_a_short_background_survives_the_prompt_above_it() -> None:
    article = _read("\n\n".join([STORY, "Read more: how ferries are moored", "Background", SHORT]))
    assert (article.sections[-1].kind, article.sections[-1].paragraphs) == ("context", (SHORT,))


def test_background_that_opens_with_a_thing_and_a_date_is_no_caption() -> None:
    quake = (
        "An earthquake and a tsunami on March 11, 2011, had knocked out the cooling of the plant on the coast, "
        "and three of its reactors had melted within days."
    )
    roles = {one.text: one.role for one in _read("\n\n".join([STORY, quake, *BACKGROUND])).judgements}
    assert roles[quake] in ("body", "context")


PAST_PERFECT = {
    "de": "Ein Erdbeben hatte am 11. März 2011 die Kühlung des Kraftwerks an der Küste zerstört.",
    "fr": "Un séisme avait détruit le 11 mars 2011 le refroidissement de la centrale sur la côte.",
    "es": "Un terremoto había destruido el 11 de marzo de 2011 la refrigeración de la central en la costa.",
    "it": "Un terremoto aveva distrutto l'11 marzo 2011 il raffreddamento della centrale sulla costa.",
    "pt": "Um terremoto havia destruído em 11 de março de 2011 a refrigeração da usina no litoral.",
    "nl": "Een aardbeving had op 11 maart 2011 de koeling van de centrale aan de kust vernield.",
    "tr": "Bir deprem 11 Mart 2011 günü kıyıdaki santralin soğutma sistemini yok etmişti.",
    "ru": "Ранее землетрясение 11 марта 2011 года вывело из строя охлаждение станции на берегу, разрушило и дороги.",
    "en": "An earthquake had destroyed the cooling of the plant on the coast on March 11, 2011.",
}


@pytest.mark.parametrize("language", PAST_PERFECT)
def test_what_had_happened_before_is_no_caption(language: str) -> None:
    """Even where it stands as captions do: one sentence with a date, at the top of the text."""
    view = View([shape_of(Block(PAST_PERFECT[language]))], cues_of(language), body=range(1))
    assert view.cues.pluperfect.search(PAST_PERFECT[language])
    assert not is_caption(view, 0)


def test_an_article_goes_on_behind_links_in_its_midst() -> None:
    links = "Read also:\nWhy bakers rise so early\nTen ways to salt a road\nA cat that came back by train\nWho wins?"
    more = (
        "Anna Peeters, who sells fish on the quay, told reporters that the sea had been in her shop.\n\n"
        "The next storm is expected in the night to Thursday, about half past midnight."
    )
    article = _read(f"{STORY}\n{links}\n\n{more}")
    assert article.sections[-1].paragraphs[-2:] == tuple(more.split("\n\n"))
    assert not any("bakers" in one for section in article.sections for one in section.paragraphs)


@pytest.mark.parametrize("line", ["Un abri sûr pour les pêcheurs", "Le tour du port"])
def test_words_of_one_language_that_are_verbs_of_another_make_no_caption(line: str) -> None:
    told = "Le port a fermé vendredi.", "Deux grues sont tombées.", line, "Personne n'a été blessé."
    view = View([shape_of(Block(text)) for text in told], cues_of("fr"), body=range(4), usual=20.0)
    assert not is_caption(view, 2)


@pytest.mark.parametrize(
    ("story", "notice"),
    [
        (
            "Le port d'Ostende a fermé vendredi après une tempête qui a arraché deux grues.\n\n"
            "Personne n'a été blessé, mais le bateau de Ramsgate ne partira pas avant lundi, selon la compagnie.\n",
            "Ce blog est libre. Ses textes n'engagent pas la rédaction du journal.",
        ),
        (
            "Der Hafen von Ostende ist seit Freitag geschlossen, nachdem ein Sturm zwei Kräne umgerissen hat.\n\n"
            "Verletzt wurde niemand, doch die Fähre nach Ramsgate fährt nach Angaben der Reederei nicht vor Montag.\n",
            "Dieser Gastbeitrag gibt nicht unbedingt die Meinung der Redaktion wieder.",
        ),
    ],
    ids=("fr", "de"),
)
def test_a_disclaimer_of_the_paper_is_not_read(story: str, notice: str) -> None:
    assert [judged.role for judged in _read(f"{story}\n{notice}").judgements][-1] == "boilerplate"


def test_a_notice_behind_furniture_does_not_end_an_article() -> None:
    notice = "Lowland Pictures owns two boats, a barge and a crane of its own in Antwerp."
    article = _read(f"{STORY}\nPort\nStorm\nShare\n{notice}")
    assert article.judgements[-1].role == "boilerplate"


def test_a_lone_label_is_no_heading_but_a_few_words_between_paragraphs_are() -> None:
    told = "The cranes of the port will be built anew by a firm from Ghent, the mayor said on Friday."
    after = "Work begins in June, he said, and will take until the winter."
    link = "How the firm from Ghent built the cranes of Antwerp"
    titles = {
        label: [section.title for section in _read(f"{STORY}\n{label}\n\n{told}\n\n{after}").sections]
        for label in ("AROUND THE PAPER", "A long winter", "Cranes from Ghent", link, "The mayor:")
    }
    assert titles == {
        "AROUND THE PAPER": [None, None],
        "A long winter": [None, None, "A long winter"],
        "Cranes from Ghent": [None, None, "Cranes from Ghent"],
        link: [None, None],
        "The mayor:": [None, None, "The mayor:"],
    }


def test_announced_background_is_a_titled_section() -> None:
    article = _read(
        "\n\n".join(
            [
                STORY,
                "History of the port",
                *BACKGROUND,
                "What next",
                "The port opens again on Sunday, the harbour master said.",
            ]
        )
    )
    titled = [(section.kind, section.title) for section in article.sections]
    assert ("context", "History of the port") in titled
    assert titled[-1] == ("body", "What next")


@pytest.mark.parametrize(
    ("over", "under", "behind", "names"),
    [
        ("", "By Jane Doe on January 27, 2023 10:15 am @jdoe 12Comments", "By Carl Crow", ("Jane Doe",)),
        ("", "27 January 2023\nBy Quill", "5 January 2023 By Carl Crow", ("Quill",)),
        (
            "",
            "The Planet | 27.01.2023, 10:15 • Updated 28.01.2023 | By Jane Doe (with Bo Ek)",
            "",
            ("Jane Doe", "Bo Ek"),
        ),
        ("", "By author: Jane Doe", "", ("Jane Doe",)),
        ("", "By Jane Doe Friday, Jan. 27, 2023", "", ("Jane Doe",)),
        ("", "By Jane Doe, Harbour Foundation", "", ("Jane Doe",)),
        ("", "By Jane (J.D.) Doe", "", ("Jane (J.D.) Doe",)),
        ("", "JANE DOE\nJANUARY 27, 2023 7:30AM (UTC)", "", ("Jane Doe",)),
        ("", "Jane Doe | Ostend\nUpdated Fri 27 January 2023", "", ("Jane Doe",)),
        ("JANE DOE\nHARBOURJAN 27, 2023 5:45 AM", "", "", ("Jane Doe",)),
        ("", "", "By Jane Doe", ("Jane Doe",)),
        ("", "byJane Doe", "", ("Jane Doe",)),
        ("", "Алексей Иванов\n27.01.2023 10:15", "", ("Алексей Иванов",)),
        ("", "Jane Doe | AFP\n27 January 2023", "", ("Jane Doe",)),
        ("", "Jane Doe | jane@planet.example By Jane Doe | jane@planet.example\nFollow", "", ("Jane Doe",)),
        ("", "Author: Jane Doe. Jane Doe Harbour\nDate: 27.01.23", "", ("Jane Doe",)),
        ("", "By Jane Doe Published in Harbours January 27, 2023 2:24 pm", "", ("Jane Doe",)),
        ("", "January 27, 2023 By Jane Doe 2 Comments", "", ("Jane Doe",)),
        ("", "Planet Daily 1/27/2023 Jane Doe", "", ("Jane Doe",)),
        ("", "27 January 2023 10:15 by Juli Doe", "", ("Juli Doe",)),
        ("", "Reported by:\nJane Doe\nEdited by:\nCarl Crow", "", ("Jane Doe",)),
        ("", "Jane HARE / OSTEND\n27 January 2023", "", ("Jane Hare",)),
        ("", "Jane Doe in Ostend and Bo Ek in Ghent\n27 January 2023", "", ("Jane Doe", "Bo Ek")),
        (
            "",
            "The wind was of force twelve in Ostend.\n27 January 2023\n1k\n"
            "Jane Doe Senior Harbour Editor, The Daily Planet",
            "",
            ("Jane Doe",),
        ),
        ("", "", "posted by Quill at 12:53", ("Quill",)),
        ("", "PagePlanetWhatsApp Go\n27 January 2023", "", ()),
        ("", "Follow Jane Doe\nUpdated Fri 27 January 2023", "", ()),
        ("", "Page A1\nUpdated Fri 27 January 2023", "", ()),
        ("", "Read More Here\nUpdated Fri 27 January 2023", "", ()),
        ("", "January 27, 2023 By Jane Doe Leave a Comment", "", ("Jane Doe",)),
        ("", "By\nJane Doe\nand\nBo Ek\n27 January 2023", "", ("Jane Doe", "Bo Ek")),
        ("", "By\nJane Doe\nand\nPort of Ostend\n27 January 2023", "", ("Jane Doe",)),
        ("", "By Planet's Editorial Writers", "", ()),
        ("", "January 27, 2023 by Jane Doe in Harbours | 3 comments", "", ("Jane Doe",)),
        ("", "Friday | 27 January 2023 | 15:49 BY Jane Doe IN Harbours | 0 COMMENTS", "", ("Jane Doe",)),
        ("", "Author: Jane Doe. Published: January 27, 2023", "", ("Jane Doe",)),
        ("", "", "(Reporting by Jane Doe)", ("Jane Doe",)),
        ("", "", "(Reporting by Jane Doe in Ostend; Editing by Carl Crow)", ("Jane Doe",)),
        ("", "", "Written by Jane Doe. Edited by Carl Crow.", ("Jane Doe",)),
        ("", "Interview by Jane Doe", "", ("Jane Doe",)),
        ("", "By J.R.R. Doe III and Bo Ek IV", "", ("J.R.R. Doe III", "Bo Ek IV")),
        ("", "By JANE O'DOE and JEAN-PAUL MCROE III", "", ("Jane O'Doe", "Jean-Paul McRoe III")),
        ("", "By JANE DOE AND JUNE ROE", "", ("Jane Doe", "June Roe")),
        ("", "By Jane C.K. and Bo Ek Jr.", "", ("Jane C.K.", "Bo Ek Jr.")),
        ("", "By Łucja Żółć-O’Brien & 山田花子", "", ("Łucja Żółć-O’Brien", "山田花子")),
        ("", "Jane Doe, LNP", "", ("Jane Doe",)),
        ("", "", "Jane DOE/OSTEND (Flanders), (DPX)", ("Jane Doe",)),
        ("", "", "The port opens again on Sunday, the harbour master said. (Jane DOE)", ("Jane Doe",)),
        ("", "By: Jane Doe Photos: Bo Ek", "", ("Jane Doe",)),
        ("", "• Jane Doe", "", ("Jane Doe",)),
        ("", "27 January 2023 |Jane Doe | Harbour", "", ("Jane Doe",)),
        ("", "by HarbourNews, West Flanders Jan 27, 2023", "", ()),
        ("", "", "Monthly Plan", ()),
        ("", "Dear Readers,", "", ()),
        ("", "", "Ostend Top Stories", ()),
        ("", "VIEW COMMENTS\n27 January 2023", "", ()),
    ],
)
def test_authors_are_named_beside_the_headline_or_under_the_last_line(
    over: str, under: str, behind: str, names: tuple[str, ...]
) -> None:
    article = _read(f"{over}\n{HEAD}\n{under}\n\n{NEWS}\n{behind}\n")
    assert article.headline == HEAD
    assert article.metadata.authors == names


@pytest.mark.parametrize(
    "summary", ["avait plié sous le vent de force onze.", "a plié.", "pliée sous le vent"]
)
def test_a_summary_that_begins_with_a_place_is_no_byline(summary: str) -> None:
    """And whoever signs under the article is its author."""
    summary = f"À Ostende-sur-Mer, la dernière grue du port {summary}"
    told = (
        f"{PROSE['fr']}\n\nLa dernière grue d'Ostende-sur-Mer avait été bâtie en bois.\n\n{OTHER_PROSE['fr']}"
    )
    article = _read(f"{HEADS['fr']}\n\n{summary}\n\nPublié aujourd'hui à 06h00\n\n{told}\n\nZoé Durand\n")
    assert summary in {text for section in article.sections for text in section.paragraphs}
    assert article.metadata.authors == ("Zoé Durand",)


def test_headings_under_a_press_release_name_no_author() -> None:
    about = "Lowland Cranes has built cranes since 1902, and lifts as well. It has 230 workers."
    behind = "Looking-Forward Statements\nThis release looks forward.\n\nPress Desk:\nJane Doe\n+32 555 0132"
    article = _read(f"{STORY}\nAbout Lowland Cranes\n{about}\n\n{behind}\n")
    assert article.metadata.authors == ()
    assert not [judged.text for judged in article.judgements if judged.role == "byline"]
    assert [section.title for section in article.sections if section.title] == ["About Lowland Cranes"]


def test_a_name_that_the_article_tells_of_is_no_authors() -> None:
    pictured = f"Bart Claes\nBo Ek / AFP\n\nJane DoeThe Daily Planet\n\n{NEWS}"
    text = f"{HEAD}\n{pictured}\n\nOn Sunday Bart Claes went home for the first time in a week."
    assert _read(text).metadata.authors == ("Jane Doe",)


def test_a_job_before_a_name_that_the_article_tells_of_makes_no_author_of_it() -> None:
    text = f"{HEAD}\nEngineer Bart Claes\n\n{NEWS}\n\nOn Sunday Bart Claes went home for the first time in a week."
    assert _read(text).metadata.authors == ()


PROSE = {
    "ja": "港の長によると、嵐で二基のクレーンが倒れ、港は金曜日に閉鎖された。船は月曜日まで出ない。",
    "zh": "港务局局长表示，周五的风暴刮倒了两台起重机，港口因此关闭，渡轮在周一之前不会出航。",
    "ar": "قال مدير الميناء يوم الجمعة إن العاصفة أسقطت رافعتين وإن العبارات لن تبحر قبل يوم الاثنين المقبل.",
    "en": "The port stayed shut on Friday because the storm had thrown down two cranes, the harbour master said.",
    "de": "Der Hafen blieb am Freitag zu, weil der Sturm zwei Kräne umgeworfen hat, sagte die Hafenmeisterin.",
    "es": "El puerto quedó cerrado el viernes porque la tormenta derribó dos grúas, dijo el capitán del puerto.",
    "fr": "Le port est resté fermé vendredi, car la tempête a renversé deux grues, a dit le capitaine du port.",
}


OTHER_PROSE = {
    "ja": "船会社によれば、待っていた乗客およそ二百人は近くの町の宿に泊まり、日曜日の朝に知らせを受ける。",
    "zh": "渡轮公司说，约两百名候船的旅客已住进附近小镇的旅馆，星期日早上会得到进一步的消息。",
    "ar": "وقالت شركة العبارات إن نحو مئتي مسافر كانوا ينتظرون على الرصيف يقيمون الآن في فنادق البلدة المجاورة.",
    "en": "The two hundred passengers who waited on the quay sleep at the hotel, according to the ferry company.",
    "de": "Die zweihundert Fahrgäste, die am Kai gewartet hatten, schlafen im Hotel, teilte die Reederei mit.",
    "es": "Los doscientos pasajeros que esperaban en el muelle duermen en el hotel, según la compañía.",
    "fr": "Les deux cents passagers qui attendaient sur le quai dorment à l'hôtel, selon la compagnie de ferries.",
}


@pytest.mark.parametrize(
    "label", ["Read more from Planet News:", "MOST READ IN NEWS", "Trending on The Planet"]
)
def test_links_below_a_label_of_more_words_are_not_spoken(label: str) -> None:
    links = "Harbour master quits after row over parking", "Lighthouse to shine pink for a night"
    article = _read(f"{STORY}\n{label}\n{links[0]}\n{links[1]}\n{LATER}")
    assert set(links) <= {omitted.text for omitted in article.omitted}


@pytest.mark.parametrize(
    "agency", ["– Planet.com", "AFP", "– Reuters", "– with Reuters", "(APA, red, 3.2.2024)"]
)
def test_a_last_paragraph_that_an_agency_signs_is_told_below_a_box(agency: str) -> None:
    last = f"The port opens again on Sunday, the harbour master told those who waited on the quay. {agency}"
    article = _read(f"{STORY}\nMore on this topic\n\nHarbour master quits after row over parking\n\n{last}")
    assert last in article.sections[-1].paragraphs


def test_a_sentence_that_a_blank_line_parts_from_a_link_below_its_label_goes_on_with_the_article() -> None:
    told = "The ferry company asked for a meeting with the ministry of transport on Tuesday."
    article = _read(f"{STORY}\nAlso read\nHarbour master quits after row over parking\n\n{told}{LATER}")
    assert told in article.sections[-1].paragraphs


def test_a_paragraph_right_below_the_only_link_of_a_box_is_told_where_the_article_goes_on() -> None:
    told = "The ferry company asked for a meeting with the ministry of transport on Tuesday."
    article = _read(
        f"{STORY}\nAlso read\nHarbour master quits after row over parking\n{told}\n{LATER.strip()}"
    )
    assert told in article.sections[-1].paragraphs


def test_a_line_between_the_headline_and_its_double_sums_the_article_up() -> None:
    line = "Harbour master says nobody was hurt as ferry waits for Monday"
    article = _read(
        f"World News\n{HEAD}\n{line}\n{HEAD}\nFILE PHOTO: The port of Ostend. © Jon Doe / AFP\n{NEWS}"
    )
    assert line in article.sections[1].paragraphs


def test_a_note_of_a_correction_is_not_spoken() -> None:
    note = "A correction was made on Feb. 4, 2024: An earlier version of this article misstated the number of cranes."
    article = _read(f"{STORY}{LATER}\n\n{note}")
    assert note in [omitted.text for omitted in article.omitted]


HEADS = {
    "ja": "嵐でクレーンが倒れ、港が閉鎖される",
    "zh": "风暴刮倒起重机，港口关闭",
    "ar": "عاصفة تسقط رافعتين وتغلق الميناء",
    "en": "Storm throws down two cranes and shuts port",
    "de": "Sturm wirft zwei Kräne um und schließt den Hafen",
    "es": "La tormenta derriba dos grúas y cierra el puerto",
    "fr": "La tempête renverse deux grues et ferme le port",
}


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("ja", "記者 山田花子", ("山田花子",)),
        ("ja", "編集委員 山田 花子", ("山田 花子",)),
        ("zh", "作者：王小明", ("王小明",)),
        ("zh", "撰文／王小明", ("王小明",)),
        ("zh", "记者 王小明", ("王小明",)),
        ("zh", "海港新闻记者 王小明 李芳", ("王小明", "李芳")),
        ("zh", "【文/海港网专栏作者 王小明】", ("王小明",)),
        ("zh", "执笔/王小明、李芳&港口大叔", ("王小明", "李芳", "港口大叔")),
        ("zh", "作者：李芳 王小明", ("李芳", "王小明")),
        ("zh", "海港新闻记者 李芳 北港报道", ("李芳",)),
        ("ja", "港湾 山田花子", ()),
        ("ar", "بقلم: سامر حداد", ("سامر حداد",)),
        ("es", "Redacción Comunidad", ()),
        ("de", "Veröffentlicht am 9. Februar 2024 von Jane Doe in Häfen", ("Jane Doe",)),
        ("de", "9. Februar 2024 von Jane Doe | 3 Kommentare", ("Jane Doe",)),
        ("fr", "Publié le 9 février 2024 par Zoé Durand dans Ports", ("Zoé Durand",)),
        ("es", "Publicado el 9 de febrero de 2024 por Ana Ruiz en Puertos", ("Ana Ruiz",)),
    ],
)
def test_a_word_for_author_tells_a_name_where_capitals_do_not(
    language: str, line: str, names: tuple[str, ...]
) -> None:
    article = _read(f"{HEADS[language]}\n{line}\n\n{PROSE[language]}\n\n{OTHER_PROSE[language]}\n")
    assert article.metadata.authors == names


@pytest.mark.parametrize(
    ("over", "under", "day"),
    [
        ("", "By Jane Doe, 27.1.23", "2023-01-27"),
        ("", "By Jane Doe, 27.1. 10:15", "None"),
        ("Any day\n01/29/2023\n01/28/2023", "By JANE DOE 1/ 5/23 07:40 PM ET", "2023-01-05"),
        ("Larger type Your Harbour January 27, 2023, 4:05 PM EST", "", "2023-01-27"),
        ("", "Print\n27.01.2023, 06:00", "2023-01-27"),
        (
            "",
            "\nOSTEND, Jan. 27, 2023 /NewsLine/ -- The harbour master shut the port at six on Friday.",
            "2023-01-27",
        ),
        ("", "\nOSTEND, Flanders – January 27, 2023 – The harbour master shut the port.", "2023-01-27"),
        ("", "\nOSTEND – (NEWS LINE) – Jan. 27, 2023 – The harbour master shut the port.", "2023-01-27"),
        ("", "\nOstend, 27 January 2023. The harbour master shut the port of Ostend.", "2023-01-27"),
        ("", "\nIt shut on 27 January 2023. The harbour master will not open it.", "None"),
        ("", "\nOstend – so they said on 27 January 2023 – is shut until Monday.", "None"),
        ("", "January 27, 2023 By Jane Doe Leave a Comment", "2023-01-27"),
        ("HARBOURJAN 27, 2023 5:45 AM", "", "2023-01-27"),
        ("", "by HarbourNews, Ostend Jan 27, 2023", "2023-01-27"),
        ("", "10:21 Январь 27, 2023", "2023-01-27"),
        ("", "27 сiчня 2023, 13:12", "2023-01-27"),
        ("", "\n(27.01.2023) The harbour master will not open the port before Monday.", "2023-01-27"),
        ("", "الجمعة، 27 كانون الثاني/يناير 2023، آخر تحديث 14:00", "2023-01-27"),
    ],
)
def test_the_day_is_read_in_whatever_form_stands_beside_the_headline(over: str, under: str, day: str) -> None:
    assert str(_read(f"{over}\n{HEAD}\n{under}\n\n{NEWS}").metadata.date) == day


def test_the_day_under_an_article_is_its_own_and_not_the_day_its_page_was_opened() -> None:
    page = f"Tuesday, March 7, 2023\n\n{HEAD}\n\n{NEWS}\nPublish Date : 27 January 2023 16:41\n"
    assert str(_read(page).metadata.date) == "2023-01-27"
    later = page.replace("Publish Date", "Updated").replace("January", "April")
    assert str(_read(later).metadata.date) == "2023-03-07"


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("zh", "海港日报网版权说明：凡注明来源为海港日报网的作品，其他网站如需使用，请与本网联系。"),
        ("zh", "凡本网注明来源的作品，均转载自其它媒体，目的在于传播更多信息。"),
        ("zh", "海ICP备12345678号，由海港日报网负责运营。"),
        ("zh", "声明：海港日报力求信息真实、准确，文章内容仅供参考，不构成投资建议，据此操作风险自担。"),
        ("zh", "专注海港新闻，每日推送最新资讯。扫描下方二维码关注海港新闻官方微信。"),
        ("zh", "年度船长评选火热进行中！【点击投票】选出你心目中的船长。"),
        ("ja", "この記事は会員限定です。"),
        ("ja", "有料会員になると会員限定の有料記事もお読みいただけます。"),
        ("ja", "【写真】倒れたクレーンの全景"),
        ("ja", "登録すると続きをご覧になれます。"),
        ("ja", "港新聞の全文を読むには、お申し込みが必要です。"),
        ("ja", "本紙の記事の無断転載を禁じます。"),
        ("ja", "写真と図表の著作権は港新聞に帰属します。"),
        ("ar", "الآراء الواردة أدناه لا تعبر عن رأي الصحيفة، بل تعكس وجهات نظر أصحابها فقط."),
        ("ar", "نرحب بكم ونذكركم بأن شروط استخدام الموقع تسري على كل ما يكتبه القراء هنا."),
        ("ar", "نود أن تطلعوا على إرشادات الاستخدام قبل أن تكتبوا هنا."),
        ("ar", "لا نود أن نضطر إلى مراجعة التعليقات قبل أن تظهر هنا."),
        ("fr", "Les textes du coin des lecteurs n'engagent pas la rédaction."),
        ("fr", "Le coin des lecteurs est un espace de libre expression."),
        ("fr", "Pour éviter les querelles, les commentaires sous les billets seront modérés."),
        ("fr", "Vous avez une information ? Écrivez-nous à redaction@port.example."),
        ("fr", "L'article La tempête ferme le port est apparu en premier sur Port Info."),
        ("en", "This content is hosted on a third-party platform and needs your consent to be shown."),
        ("en", "Sorry, this video is not available in your region."),
        ("en", "If playback doesn’t begin shortly, try restarting your device."),
        ("en", "Want to comment? Become a member and join the discussion."),
        ("en", "Do you know more? Email newsdesk@port.example"),
        ("en", "This article first appeared in the March edition of Port Monthly."),
        (
            "en",
            "Port News is supported by its audience. When you purchase through links on our site, we may earn an "
            "affiliate commission.",
        ),
        ("de", "Der Artikel wird nach der Anzeige fortgesetzt."),
        ("de", "Sie haben Hinweise? Schreiben Sie uns an redaktion@hafen.example."),
        ("de", "Jetzt weiterlesen mit Hafen Plus"),
        (
            "en",
            "Photos by kranfan (Shutterstock), Bo Ek (Shutterstock), J E Roe, davidd, Ann Other, J B, kaimauer.",
        ),
        ("de", "Fotos von kranfan (Shutterstock), Bo Ek, davidd und Ann Other."),
        ("en", "Notice: The content above (including the pictures) is uploaded by a user of Harbour Pages."),
        (
            "de",
            "Die Rechte an allen Texten liegen beim Hafenblatt. Jede Weiterverbreitung ist honorarpflichtig.",
        ),
        ("de", "Eine Vervielfältigung der Texte ist ohne Genehmigung des Verlags untersagt."),
        ("de", "Durch das Klicken auf dieses Video wird es von www.hafentube.example geladen."),
        ("de", "Mehr dazu erfährst du bald. Folge @hafenmaus"),
        ("de", "Audio von Künstlicher Intelligenz"),
        ("en", "Audio generated by Harbour AI"),
        ("es", "Audio generado con IA del Puerto"),
        ("fr", "Audio généré par IA"),
        ("de", "Für die mit Sternchen gekennzeichneten Links erhalten wir eine Provision."),
        ("es", "Regístrate para seguir leyendo"),
        ("es", "La entrada La tormenta cierra el puerto se publicó primero en Puerto."),
    ],
)
def test_notices_of_rights_members_and_opinions_are_not_read(language: str, notice: str) -> None:
    prose, more = PROSE[language], OTHER_PROSE[language]
    texts = (prose, more, notice, more + prose)
    article = segment(Page("page.html", (Block(HEADS[language], "heading", 1), *map(Block, texts))))
    assert article.sections[-1].paragraphs[-1] == texts[-1]
    assert notice in {omitted.text for omitted in article.omitted}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "When HarborPress nights are fuller, the whole town hears more — which makes HarborPress better for all.",
        ),
        (
            "de",
            "Die Vervielfältigung von Schlüsseln für die Hafentore ist seit Januar Sache der Schlosserei am Kai.",
        ),
        (
            "de",
            "Also: Weniger verlangen darf die Hafenmeisterin von den Fischern schon, mehr aber nicht. Das soll allen "
            "Sicherheit geben, die dort anlegen. Wer mehr Platz braucht, muss eigens fragen.",
        ),
    ],
)
def test_a_sentence_that_has_a_word_of_notices_or_bylines_is_read(language: str, sentence: str) -> None:
    texts = (PROSE[language], sentence, OTHER_PROSE[language])
    article = segment(Page("page.html", (Block(HEADS[language], "heading", 1), *map(Block, texts))))
    assert sentence in {text for section in article.sections for text in section.paragraphs}


@pytest.mark.parametrize(
    "line",
    [
        "2024-02-09 19:32:27 字号：A- A A+ 来源：海港网",
        "打印 字体： 放大 正常 缩小 分享",
        "原创： 李芳 海港观察",
        "停在码头边的渡轮。视觉中国 资料",
        "李芳母亲说，孩子的书包还留在船上。 李芳母亲供图",
        "资料图：工人在码头上清理积雪。海港社记者 李芳 摄",
    ],
)
@pytest.mark.parametrize("kind", ["text", "list_item"])
@pytest.mark.parametrize("at", [1, 2])
def test_tools_and_credits_amid_chinese_paragraphs_are_not_read(line: str, kind: BlockKind, at: int) -> None:
    blocks = [Block(HEADS["zh"], "heading", 1), Block(PROSE["zh"], kind), Block(OTHER_PROSE["zh"], kind)]
    blocks.insert(at, Block(line, kind))
    assert line in {omitted.text for omitted in segment(Page("page.html", tuple(blocks))).omitted}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "An error has occurred. Please try again later."),
        ("de", "Es ist ein Fehler aufgetreten. Bitte später noch einmal."),
        ("fr", "Une erreur est survenue, merci de recommencer."),
        ("es", "Se ha producido un error al enviar el formulario."),
        ("it", "Si è verificato un errore durante l'invio."),
        ("nl", "Er is een fout opgetreden bij het versturen."),
        ("pt", "Ocorreu um erro ao enviar o formulário."),
        ("tr", "Bir hata oluştu, lütfen sonra tekrar deneyin."),
        ("en", "Reporting was contributed by Jane Doe and John Roe."),
        ("en", "Additional editing and production by Jane Doe."),
        ("en", "Video shot and edited by Jane Doe."),
        ("en", "This article appears in the May issue of the Planet."),
        ("en", "Because of an editing error, this article misstated the height of the crane."),
        ("de", "Unter Mitarbeit von Anna Maier."),
        ("fr", "Anne Morel et Paul Roux ont contribué à cet article."),
        ("es", "Ana Ruiz colaboró en este reportaje desde Gijón."),
        ("it", "Anna Riva e Paolo Neri hanno collaborato a questo articolo."),
        ("nl", "Anna Peeters werkte mee aan dit artikel."),
        ("pt", "Ana Reis colaborou para esta reportagem."),
        ("tr", "Bu habere Ayşe Demir katkıda bulundu."),
        ("fr", "Pour commenter, choisissez un visage chez Gravatar."),
        ("en", "A version of this article appears in print on page A4."),
        ("en", "This interview has been lightly edited."),
        ("en", "Interested in writing for us? See what we look for."),
        ("en", "We want to hear from you: send a letter to the editor."),
        ("en", "To revisit this article, open your profile."),
        ("en", "You can view saved stories at any time."),
        ("en", "Lowland Cranes is a minority investor in the company that owns this site."),
        ("en", "The Daily Planet is not responsible for the content of other sites."),
        ("en", "OPEN Graphic"),
        ("de", "In einer früheren Version dieses Artikels hieß es, der Kran sei 90 Meter hoch."),
        ("de", "Fehler gefunden? Schreiben Sie uns."),
        ("de", "Kontakt zur Redaktion: hafen@blatt.example"),
        ("de", "Um diesen Artikel zu lesen, benötigen Sie ein Abonnement."),
        ("de", "Das Gespräch wurde gekürzt und bearbeitet."),
        ("de", "Gastbeiträge geben die Meinung ihrer Autoren wieder."),
        ("fr", "Une erreur dans cet article ? Dites-le-nous."),
        ("fr", "Reproduction interdite sans l'accord du journal."),
        ("fr", "Les propos de l'auteur n'engagent que lui."),
        ("fr", "Avec l'AFP et Reuters."),
        ("es", "¿Has encontrado un error? Escríbenos."),
        ("es", "Contacta con la redacción por correo."),
        ("es", "Si te ha gustado este artículo, compártelo con tus amigos."),
        ("it", "Articolo aggiornato alle 16:30 con la replica dell'azienda."),
        ("it", "Hai trovato un errore? Scrivici."),
        ("it", "Contatta la redazione per posta."),
        ("nl", "Een versie van dit artikel verscheen ook in de krant."),
        ("nl", "Fout gezien? Laat het ons weten."),
        ("nl", "Vond je dit een goed artikel? Deel het met vrienden."),
        ("nl", "Tips voor de redactie? Mail haven@blad.example."),
        ("pt", "Este artigo saiu na edição de janeiro da revista."),
        ("pt", "Texto publicado originalmente no Jornal do Porto."),
        ("pt", "Encontrou um erro? Escreva-nos."),
        ("tr", "Bu yazı derginin ocak sayısında yayımlandı."),
        ("tr", "Haberde hata mı buldunuz? Bize yazın."),
        ("tr", "Bu haberi beğendiyseniz arkadaşlarınızla paylaşın."),
        ("tr", "Yazılarda belirtilen görüşler yazarlarına aittir."),
        ("ru", "Статья опубликована в январском номере журнала."),
        ("ru", "Новость дополнена комментарием компании."),
        ("ru", "Мнение редакции может не совпадать с мнением автора."),
        ("ru", "Понравилась статья? Поделитесь с друзьями."),
        ("ru", "Материал доступен только подписчикам."),
    ],
)
def test_who_helped_and_what_failed_is_not_read(language: str, line: str) -> None:
    view = View([shape_of(Block(line))], cues_of(language), body=range(1))
    apply(SIGNS, view)
    assert view.role(0) in ("boilerplate", "byline")


def _read(text: str) -> Article:
    return segment(read_text(text.encode(), "page.txt", None))


def _said(text: str, read: Read) -> set[str]:
    article = segment(read_text(text.encode(), "page.txt", None), read)
    return {paragraph for section in article.sections for paragraph in section.paragraphs}


@pytest.mark.parametrize("name", ["Art. " + "A.r" * 30_000, "(Z.)" + "(.)" * 30_000, "de " * 30_000])
def test_no_name_keeps_the_program_busy(name: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><body><h1>{HEAD}</h1><p class=byline>By {name}</p><p>{STORY}</p></body></html>", "utf-8"
    )
    command = [sys.executable, "-m", "narrator", "segment", page]
    assert subprocess.run(command, capture_output=True, timeout=30, check=True).stdout


@pytest.mark.parametrize(
    "line",
    [
        "Home" + " > news" * 12 + ".",
        "News" + " | all" * 12 + " . ",
        "The cranes. " + "Z" * 600 + "!",
        "The cranes. " + "GettyImages" * 60 + ".",
        "नमस" * 12 + ".,",
    ],
)
def test_no_line_keeps_the_program_busy(line: str, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(f"{STORY}\n\n{line}\n", encoding="utf-8")
    command = [sys.executable, "-m", "narrator", "script", article]
    assert subprocess.run(command, capture_output=True, timeout=30, check=True).stdout


def test_points_below_one_that_is_a_sentence_are_read_without_a_full_stop() -> None:
    points = (
        "• Harbour cranes ran on rails along the quay.",
        "• Floating cranes that the port lent to other harbours",
        "• Small cranes on the boats of the fishermen",
    )
    said = _said(f"{STORY}\nWhich cranes fell?\n\n" + "\n\n".join(points) + LATER, Read())
    assert set(points) <= set(said)


def test_the_last_paragraph_of_a_section_is_read_without_a_full_stop() -> None:
    open_end = "The company that owns the ferry to Ramsgate asks the port for money since the storm on Friday shut it"
    below = "The cranes will be lifted on Monday, the harbour master of Ostend said in the morning."
    assert open_end in _said(f"{STORY}\n{open_end}\n\nCranes on rails\n\n{below}{LATER}", Read())


def test_a_heading_in_capitals_stands_above_a_short_sentence_too() -> None:
    stay = "No ferry leaves the port of Ostend before Monday, the company said, and tickets stay good for a month."
    text = f"{STORY}\nTWO CRANES FALL AT NIGHT\n\nThe cranes are lost.\n\n{CALM}\n\nFERRIES STAY IN PORT\n\n{stay}"
    article = _read(text)
    titles = [section.title for section in article.sections if section.title]
    assert titles == ["TWO CRANES FALL AT NIGHT", "FERRIES STAY IN PORT"]
