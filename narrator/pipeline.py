"""The order of the stages, and nothing else."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.atomic import atomic_path
from narrator.engines.studio import Studio
from narrator.model import Article, Episode, Script
from narrator.settings import Settings
from narrator.shelf import Place

