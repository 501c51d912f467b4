"""The order of the rules that judge a block by where it stands and what stands beside it."""

from __future__ import annotations

from narrator.model import Role
from narrator.segment.captions import credit_below_caption, portrait, slide, uncredited_caption
from narrator.segment.interviews import answered_question, marked_question, question_under_label, speaker
from narrator.segment.links import (
    between_furniture,
    breaks_off,
    link_above_more,
    link_under_label,
    summary_of_video,
    title_of_video,
)
from narrator.segment.live import heading_of_post, heading_with_hour
from narrator.segment.notices import (
    above_more,
    between_prompts,
    linked_question,
    notice,
    option_of_poll,
    teaser,
)
from narrator.segment.numbered import numbered_heading
from narrator.segment.points import (
    bulleted_item,
    footnote,
    heading_of_items,
    item_amid_items,
    item_below_colon,
    label_of_items,
    label_of_summary,
    line_of_chronicle,
    line_of_contents,
    line_up,
    list_item,
    point_of_summary,
    small_item,
)
from narrator.segment.repeats import (
    captioned_twice,
    name_under_quote,
    pull_quote,
    repeated_block,
    repeated_headline,
    said_twice,
)
from narrator.segment.standfirsts import (
    between_headlines,
    signed_below,
    standfirst,
    summary_above_headline,
    top_heading,
)
from narrator.segment.subheads import capitals, markup_heading, sub_heading
from narrator.segment.unfinished import unfinished_line
from narrator.segment.view import Rule, View
from narrator.segment.writers import (
    about_the_author,
    below_biography,
    biography_first,
    job_under_name,
    name_above_day,
    name_of_author,
    name_under_article,
    name_under_headline,
    name_under_label,
)


def headline(view: View, index: int) -> Role | None:
    """The line that was found to head the article."""
    return "headline" if index == view.headline else None


def above_headline(view: View, index: int) -> Role | None:
    """Menus, kickers and teasers before the article begins, with its headline or without."""
    top = view.body.start if view.headline is None else min(view.headline, view.body.start)
    return "boilerplate" if index < top else None


def below_article(view: View, index: int) -> Role | None:
    """Whatever follows the last paragraph."""
    return "boilerplate" if index >= view.body.stop else None


def told(_view: View, _index: int) -> Role | None:
    """All else is the article's."""
    return "body"


PLACES: tuple[Rule, ...] = (
    headline,
    repeated_headline,
    numbered_heading,
    name_under_label,
    name_under_headline,
    name_above_day,
    job_under_name,
    name_under_article,
    point_of_summary,
    between_headlines,
    summary_above_headline,
    above_headline,
    below_article,
    said_twice,
    captioned_twice,
    repeated_block,
    pull_quote,
    footnote,
    question_under_label,
    marked_question,
    line_of_chronicle,
    line_of_contents,
    option_of_poll,
    link_under_label,
    link_above_more,
    item_below_colon,
    small_item,
    label_of_items,
    item_amid_items,
    heading_of_items,
    heading_of_post,
    heading_with_hour,
    teaser,
    above_more,
    between_prompts,
    credit_below_caption,
    name_under_quote,
    slide,
    speaker,
    capitals,
    portrait,
    line_up,
    uncredited_caption,
    name_of_author,
    biography_first,
    signed_below,
    label_of_summary,
    title_of_video,
    summary_of_video,
    top_heading,
    standfirst,
    about_the_author,
    below_biography,
    bulleted_item,
    notice,
    between_furniture,
    markup_heading,
    list_item,
    sub_heading,
    answered_question,
    linked_question,
    breaks_off,
    unfinished_line,
    told,
)
