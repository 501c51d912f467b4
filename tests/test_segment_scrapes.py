"""What sites and crude scrapes do to an article: no full stops, leads twice, summaries out of place, cut menus."""

from __future__ import annotations

import pytest

from narrator.model import Article
from narrator.reading.text import read_text
from narrator.segment import segment

HEAD = "Storm tears cranes from rails and shuts port of Ostend"
LEAD = "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, the harbour master said."
NEWS = (
    "Nobody was hurt, but the ferry to Ramsgate will not sail before Monday, according to the company.",
    '"We have never seen wind like this," said Bart Claes, who has run the port for eleven years.',
    "A firm from Ghent is to build new cranes by June, which are higher than the old ones and will be bolted down.",
    "The ministry pays for the cranes, the mayor said, and nobody in Ostend has to pay a euro more for fish or fuel.",
)
MORE = (
    "The wind had reached 140 kilometres an hour at midnight, the weather service said, and was still rising at one.",
    "The harbour master sent the night shift home at half past twelve, an hour before the first of the cranes fell.",
    "Two pilots who had gone out at midnight came back at six with the ferry in tow, according to its company.",
)


def _read(*blocks: str, parted_by: str = "\n\n") -> Article:
    return segment(read_text(parted_by.join(blocks).encode(), "port.txt", None))


def _spoken(article: Article) -> list[str]:
    told = ([section.title or "", *section.paragraphs] for section in article.sections)
    return [line for lines in told for line in lines if line]


def _reason(article: Article, text: str) -> str:
    return next((omitted.reason for omitted in article.omitted if omitted.text == text), "")


def test_an_article_whose_paragraphs_lack_their_full_stops_is_told_to_its_end() -> None:
    paragraphs = [line.rstrip(".") for line in (LEAD, *NEWS, *MORE)]
    links = ("Seal pup named after postman", "Ten ways to salt a road")
    assert _spoken(_read(HEAD, *paragraphs, "Read more", *links)) == [HEAD, *paragraphs]


@pytest.mark.parametrize("last", ["The wind fell at noon. []", '"The wind, it fell at noon. (laughs)"'])
def test_laughter_and_the_sign_that_ends_an_article_close_a_sentence(last: str) -> None:
    assert _spoken(_read(HEAD, LEAD, *NEWS, last))[-1] == last


@pytest.mark.parametrize("above", [(), (HEAD,)])
def test_a_first_paragraph_that_stands_twice_is_told_once(above: tuple[str, ...]) -> None:
    assert _spoken(_read(*above, LEAD, LEAD, *NEWS)).count(LEAD) == 1


def test_a_caption_that_stands_twice_above_the_article_is_not_told() -> None:
    caption = (
        "A crane of the port with the sails of two boats behind it and the old lock, on the quay on Saturday."
    )
    assert _reason(_read(HEAD, caption, caption, LEAD, *NEWS), caption) == "caption"


def test_a_summary_above_its_headline_is_told_behind_it() -> None:
    summary = (
        "Two cranes of the port of Ostend fell in a storm, and no ferry will sail to Ramsgate before Monday, "
        "which the company regrets."
    )
    assert _spoken(_read(summary, HEAD, LEAD, *NEWS))[:3] == [HEAD, summary, LEAD]


@pytest.mark.parametrize(
    "summary", ["The minister promises new cranes", "A question of wind, rails and bolts"]
)
def test_a_few_words_between_headline_and_first_paragraph_sum_it_up(summary: str) -> None:
    assert _spoken(_read(HEAD, summary, LEAD, *NEWS))[:3] == [HEAD, summary, LEAD]


@pytest.mark.parametrize("line", ["Sport", "Updated 9 hours ago 3 minute read", "Jane Doe and Joe Bloggs"])
def test_rubrics_hours_and_names_sum_nothing_up(line: str) -> None:
    assert line not in _spoken(_read(HEAD, line, LEAD, *NEWS))


def test_what_leads_to_a_list_below_the_headline_is_told() -> None:
    lead = "As the wind falls in Ostend, here is what will not sail today:"
    points = tuple(f"• {line}" for line in NEWS)
    assert lead in _spoken(_read(HEAD, "January 27, 2023", lead, *points))


def test_a_headline_is_taken_whole_where_the_trail_above_it_breaks_off() -> None:
    trail = "Home News Storm tears cranes from rails and shuts..."
    assert _read(trail, HEAD, "By Jane Doe", LEAD, *NEWS).headline == HEAD


def test_a_headline_that_is_its_pictures_title_too_is_the_headline() -> None:
    assert _read(HEAD, "by", HEAD, "Photo: © Planet News", LEAD, *NEWS).headline == HEAD


def test_points_above_an_article_without_headline_head_nothing() -> None:
    points = ("• Two cranes of the port fell", "• No ferry sails before Monday", "• The ministry pays")
    assert _read(*points, LEAD, *NEWS).headline not in points


def test_a_question_that_opens_an_interview_without_headline_heads_nothing() -> None:
    asked = [
        f"{question}\n\n{answer}"
        for question, answer in zip(
            (
                "How is your port after this storm?",
                "Who pays for your cranes?",
                "When will your ferry sail?",
                "And you?",
            ),
            NEWS,
            strict=True,
        )
    ]
    article = _read(*asked)
    assert (
        article.headline != "How is your port after this storm?" or "How is your port" in _spoken(article)[0]
    )


def test_the_only_heading_of_an_article_that_says_what_follows_is_told() -> None:
    heading = "NEW CRANES FROM GHENT BY JUNE"
    assert heading in _spoken(_read(HEAD, LEAD, *NEWS[:2], heading, *NEWS[2:], parted_by="\n"))


def test_a_headline_in_capitals_is_no_caption_by_its_first_syllable() -> None:
    headline = "LE PORT D'OSTENDE FERMÉ, DEUX GRUES À L'ÉCOLE"
    lead = "Le port d'Ostende a été fermé vendredi après qu'une tempête a renversé deux grues, a dit le maire du port."
    news = "Personne n'a été blessé, mais le ferry ne partira pas avant lundi, selon la compagnie du port d'Ostende."
    assert _read(headline, "Par Jeanne Doe", lead, news).headline == headline


def test_the_signature_of_an_agency_and_its_desk_behind_the_last_sentence_makes_no_caption() -> None:
    lead = "Der Hafen von Ostende ist seit Freitag geschlossen, nachdem ein Sturm zwei Kräne umgerissen hat."
    last = "Die Kräne gehörten der Stadt. Im Hafen von Ostende waren es zwei von fünf, drei stehen noch. (dpa/lwe)"
    assert (
        _reason(
            _read("Sturm schließt Hafen von Ostende", lead, lead.replace("Freitag", "Montag"), last), last
        )
        == ""
    )


@pytest.mark.parametrize(
    ("lead", "sentences"),
    [
        (
            "Der Hafen von Ostende ist seit Freitag geschlossen, nachdem ein Sturm zwei Kräne umgerissen hat.",
            "Der Schaden am Hafen beläuft sich auf 50 Millionen Franken. Die Behörde eröffnete eine Untersuchung.",
        ),
        (
            "De haven van Oostende is sinds vrijdag gesloten, nadat een storm twee kranen omver had geblazen.",
            "Op de verbinding vervoert de rederij jaarlijks ongeveer 600.000 passagiers. De concessie loopt tot 2029.",
        ),
        (
            "Le port d'Ostende est fermé depuis vendredi, après qu'une tempête a renversé deux de ses grues.",
            "Ostende repart avec une grue et beaucoup de regrets. Trois fois les pilotes ont refusé la troisième.",
        ),
    ],
)
def test_two_sentences_with_their_verbs_are_no_caption(lead: str, sentences: str) -> None:
    assert _reason(_read(lead, lead.replace("Ostend", "Brügg"), sentences, lead), sentences) == ""


def test_paragraphs_below_the_headline_that_describes_each_picture_are_told() -> None:
    captioned = [block for line in NEWS for block in (HEAD, "The crane on Monday. Photo: Jane Doe", line)]
    spoken = _spoken(_read(HEAD, LEAD, *captioned))
    assert spoken == [HEAD, LEAD, *NEWS]


def test_who_played_and_the_points_that_a_last_line_announces_are_told() -> None:
    crews = (
        "Ostend: A. Claes; B. Maes, C. Peeters; D. Janssens; E. Wouters",
        "Ramsgate: Doe, Roe (c), Poe, Loe, Moe, Noe, Soe.",
    )
    points = ("• A third crane", "• Two longer rails")
    leads = "The port still lacks what it asked the ministry for a year ago:"
    links = ("Share this article", "Seal pup named after postman", "Ten ways to salt a road")
    assert _spoken(_read(HEAD, LEAD, *NEWS, *crews, *links))[-2:] == list(crews)
    assert _spoken(_read(HEAD, LEAD, *NEWS, leads, *points, *links))[-2:] == list(points)


@pytest.mark.parametrize(
    "caption",
    [
        "quay-at-night-2",
        "foto Jan van Doe",
        "Captain Bart Claes speaks to a sailor at the lock in Ostend, Kan., March 2, 2023. The lock opens on Monday.",
        "Ostend Gulls goalkeeper Jane Doe (35) dives for the ball in the second half of a match in Ghent on Monday.",
    ],
)
def test_what_a_scrape_leaves_of_a_picture_is_not_told(caption: str) -> None:
    assert caption not in _spoken(_read(HEAD, LEAD, NEWS[0], caption, *NEWS[1:], *MORE))


def test_a_widow_of_an_age_heads_an_article() -> None:
    headline = "Widow (79) wins right to tie boat to crane of the port of Ostend"
    assert _read(headline, LEAD, *NEWS).headline == headline


@pytest.mark.parametrize("line", ["the old lock of the port", "Reactions 14"])
def test_a_line_that_begins_small_or_counts_heads_nothing(line: str) -> None:
    assert line not in _spoken(_read(HEAD, LEAD, *NEWS[:2], line, *NEWS[2:], *MORE))


@pytest.mark.parametrize(
    "line",
    [
        "Give the sailors of Ostend their old lock back.",
        "Bart Claes (pictured below) pulled one rope in, and for an hour there was still hope.",
        "“Whoever laughed at the lock comes here today and wants to see how it works” Anna Maes, sailor from Ghent",
    ],
)
def test_what_a_report_says_without_a_common_verb_is_told(line: str) -> None:
    assert line in _spoken(_read(HEAD, LEAD, *NEWS, line, *MORE))


def test_the_second_half_of_a_paragraph_that_a_scrape_broke_is_told() -> None:
    first = "Of the cranes that the storm tore down one lay across the rails, and the other hit two boats in its fall"
    assert "Also the post of the pilots and a bicycle." in _spoken(
        _read(HEAD, LEAD, first, "Also the post of the pilots and a bicycle.", *NEWS)
    )


def test_who_says_each_quotation_is_told() -> None:
    speakers = ("Bart Claes, harbour master", "Anna Maes, baker on the quay", "Dr. Lies Doe, mayor of Ostend")
    said = [f'"{line}"' for line in MORE]
    lines = [line for pair in zip(speakers, said, strict=True) for line in pair]
    assert set(speakers) <= set(_spoken(_read(HEAD, LEAD, *NEWS, *lines)))


def test_a_paragraph_below_a_label_whose_links_are_gone_is_told() -> None:
    told = "It had saved the sailors of the coast an hour's detour round the harbour and cost them fifty cents a trip."
    assert told in _spoken(_read(HEAD, LEAD, *NEWS, "Most Read", told, *MORE))


def test_a_question_behind_a_sentence_is_no_caption() -> None:
    asked = "Jane Doe: Let us begin with the cranes. Why there?"
    assert asked in _spoken(_read(HEAD, LEAD, asked, *NEWS, *MORE))


def test_a_heading_that_ends_with_the_hour_is_told() -> None:
    heading = "The alarm came from a pilot just before 11"
    assert heading in _spoken(
        _read(HEAD, LEAD, *NEWS[:2], heading, *NEWS[2:], "New cranes from Ghent", *MORE)
    )


def test_a_paragraph_that_ends_with_the_score_is_told() -> None:
    goals = (
        "52nd minute. Bart Claes headed the corner of Jane Doe past the keeper and into the net from six metres. 1-1",
        "71st minute. The guests of Ghent were in front again, when Poe was left alone at the far post. (1-2)",
    )
    assert set(goals) <= set(_spoken(_read(HEAD, *goals, *MORE)))


def test_a_script_that_a_broadcaster_prints_in_phrases_is_told_in_sentences() -> None:
    said = (
        "항구가 금요일 밤부터 문을 닫았습니다.",
        "크레인 두 대가 무너진 뒤로 배가 한 척도 들어오지 못했습니다.",
        "다친 사람은 없지만 배는 월요일 전에는 다닐 수 없습니다.",
        "오스텐더 항구에서는 이런 바람을 본 적이 없다고 합니다.",
        "새 크레인은 내년 유월까지 헨트의 공장에서 만듭니다.",
        "시장은 생선값이 오르지 않을 것이라고 말했습니다.",
    )
    phrases = [phrase for line in said for phrase in _phrases(line)]
    article = _read("【 앵커멘트 】", *phrases[:5], "【 기자 】", *phrases[5:], "댓글", parted_by="\n")
    assert _spoken(article) == list(said)


def _phrases(sentence: str) -> list[str]:
    """Of four words each, as far as they reach."""
    words = sentence.split()
    return [" ".join(words[i : i + 4]) for i in range(0, len(words), 4)]


def test_places_with_a_picture_and_an_address_each_are_told() -> None:
    names = (
        "Bar of the Pilots",
        "Three Brothers",
        "Yard of Odette",
        "Pastry of the South",
        "Kitchen of the Lock",
    )
    praised = (
        "“They fry the dough at once, and so the bubbles stay small. Ask for the pickles, which come free,” says Doe.",
        "“None of them speaks to the others, but how they fry. One rolls, one fills, one counts the money,” says Roe.",
        "“It looks odd and it is: aubergine, cheese and treacle. She opens when her grandson can help,” says Poe.",
        "“Now for something sweet. The banana has a sliver of sugar in it that never quite melts away,” says Maes.",
        "“The most expensive one of my life. I had to book three weeks ahead and got four, but ate six,” says Claes.",
    )
    places = [
        line
        for number, (name, said) in enumerate(zip(names, praised, strict=True), 11)
        for line in (name, "Photo: Handout", said, f"Lock Street {number}, Ostend. @bar{number}")
    ]
    assert set(praised) <= set(_spoken(_read("Where Ostend eats its pasties", LEAD, *NEWS[:2], *places)))


@pytest.mark.parametrize("form", ["{}: {} {}", "{} - {}: {}", "{} ({}): {}", "{} {}/10 {}"])
def test_the_marks_of_the_players_are_told_below_the_names_of_their_teams(form: str) -> None:
    why = (
        "Three saves in the first half, and none in the other",
        "Last to give up, and first on the line once more",
    )
    marks = [form.format(*mark) for mark in zip(("Doe", "Jane Roe"), (6, 7), why, strict=True)]
    spoken = _spoken(_read(HEAD, LEAD, *NEWS, *MORE, "THE MARKS", "Ostend", marks[0], "Ghent", marks[1]))
    assert set(marks) <= set(spoken)


@pytest.mark.parametrize("part", ["A-", "Aa", "A ", "A.", "A/", "(A ", "“a"])
def test_an_endless_word_holds_up_nothing(part: str) -> None:
    line = f"{part * 2000} and what else stood on this line of the page"
    assert set(NEWS) <= set(_spoken(_read(HEAD, LEAD, *NEWS[:2], line, *NEWS[2:], *MORE)))


@pytest.mark.parametrize(
    "figure",
    [
        "Figure 1: Wind at the lock is measured twice an hour, wind on the quay once a day",
        "Fig. 2. Cranes by the year in which they were built",
        "Table 1: Ships a week, and what they bring",
        "Abb. 3: Die Kräne vor dem Sturm.",
        "Figure 4 : Les grues avant la tempête",
        "図1：嵐の前のクレーン",
    ],
)
def test_what_stands_under_a_numbered_figure_is_not_told(figure: str) -> None:
    assert _reason(_read(HEAD, LEAD, NEWS[0], figure, *NEWS[1:]), figure) == "caption"


def test_a_sentence_that_speaks_of_a_figure_is_told() -> None:
    told = "Figure 1 shows that the wind was stronger on the quay than at the lock, the weather service said."
    assert told in _spoken(_read(HEAD, LEAD, NEWS[0], told, *NEWS[1:]))


def test_what_follows_many_posts_that_are_embedded_is_told() -> None:
    posts = [
        line
        for day in range(1, 10)
        for line in (
            f"Look at that crane, it was there on day {day} pic.twitter.com/AbCd{day}",
            f"— Jan Doe {day} (@jandoe{day}) February {day}, 2024",
        )
    ]
    last = 'A lorry from Ghent brought sand, and its driver told us that she "had never seen so much wind in her life."'
    assert _spoken(_read(HEAD, LEAD, *NEWS, *posts, last))[-1] == last


def test_a_summary_above_a_signature_is_told_in_a_text_without_a_headline() -> None:
    summary = (
        "Harbours In Ostend two cranes of the port lie on their rails after the storm of Friday, and the ferry stays "
        "at the quay. The harbour master had foreseen it. “I can do one thing well, and now nobody needs it.”"
    )
    signed = ("Jane Doe", "Published on 12 March 2026 at 16:05", "Reading time 4 minutes", "Share")
    pictured = ("Bart Claes at a crane that will be taken down on Friday.", "Photo Bo Ekman")
    article = _read(summary, *signed, *pictured, LEAD, *NEWS)
    assert summary.startswith(article.headline)
    assert LEAD in article.sections[1].paragraphs


def test_a_heading_with_a_day_amid_it_is_told() -> None:
    heading = "Was am 1. Mai 2024 geschah"
    port = (
        "Der Hafen von Ostende ist am Freitag gesperrt worden, nachdem ein Sturm zwei Kräne umgerissen hatte.",
        "Verletzt wurde niemand, aber die Fähre läuft erst am Montag wieder aus, teilte die Reederei mit.",
        "Der Wind hatte um Mitternacht 140 Kilometer in der Stunde erreicht, sagte der Wetterdienst am Morgen.",
    )
    earlier = (
        "Damals war der Hafen schon einmal gesperrt worden, weil ein Kran von seinen Schienen gesprungen war.",
        "Die Reederei hatte danach neue Kräne bestellt, die jedoch nie geliefert worden waren.",
    )
    article = _read("Sturm reißt Kräne um und sperrt Hafen von Ostende", *port, heading, *earlier)
    assert heading in _spoken(article)
