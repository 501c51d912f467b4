"""Apple's list of podcast categories, which all directories share."""

from __future__ import annotations

import difflib
from itertools import chain

SOURCE = "Apple Podcasts categories (2019)"

CATEGORIES: dict[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": ("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "History": (),
    "Health & Fitness": (
        "Alternative Health",
        "Fitness",
        "Medicine",
        "Mental Health",
        "Nutrition",
        "Sexuality",
    ),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        "Animation & Manga",
        "Automotive",
        "Aviation",
        "Crafts",
        "Games",
        "Hobbies",
        "Home & Garden",
        "Video Games",
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        "Business News",
        "Daily News",
        "Entertainment News",
        "News Commentary",
        "Politics",
        "Sports News",
        "Tech News",
    ),
    "Religion & Spirituality": (
        "Buddhism",
        "Christianity",
        "Hinduism",
        "Islam",
        "Judaism",
        "Religion",
        "Spirituality",
    ),
    "Science": (
        "Astronomy",
        "Chemistry",
        "Earth Sciences",
        "Life Sciences",
        "Mathematics",
        "Natural Sciences",
        "Nature",
        "Physics",
        "Social Sciences",
    ),
    "Society & Culture": (
        "Documentary",
        "Personal Journals",
        "Philosophy",
        "Places & Travel",
        "Relationships",
    ),
    "Sports": (
        "Baseball",
        "Basketball",
        "Cricket",
        "Fantasy Sports",
        "Football",
        "Golf",
        "Hockey",
        "Rugby",
        "Running",
        "Soccer",
        "Swimming",
        "Tennis",
        "Volleyball",
        "Wilderness",
        "Wrestling",
    ),
    "Technology": (),
    "True Crime": (),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
}


def split_category(text: str) -> tuple[str, ...]:
    """
    >>> split_category("News > Politics")
    ('News', 'Politics')
    """
    return tuple(part.strip() for part in text.split(">"))


def is_category(path: tuple[str, ...]) -> bool:
    """Whether the list has this category, or this category and sub-category.

    >>> is_category(("News", "Politics")), is_category(("Politics",)), is_category(("news",))
    (True, False, False)
    """
    match path:
        case (category,):
            return category in CATEGORIES
        case (category, part):
            return part in CATEGORIES.get(category, ())
    return False


def nearest_category(text: str) -> str | None:
    """What was probably meant, as it is written in the settings.

    >>> nearest_category("politics")
    'News > Politics'
    """
    known = {name.lower(): name for name in CATEGORIES}
    known |= {part.lower(): f"{name} > {part}" for name, parts in CATEGORIES.items() for part in parts}
    words = chain(reversed(split_category(text.lower())), [text.lower()])
    close = (difflib.get_close_matches(word, known, n=1) for word in words)
    return next((known[found[0]] for found in close if found), None)
