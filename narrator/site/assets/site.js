// The player, the transcript that follows it, and the search of the list. Without it the pages still show all text
// and the browser's own player.
"use strict";

const $ = (id) => document.getElementById(id);
document.documentElement.classList.add("js");

// A browser that keeps nothing (a frame, a private window) is no reason to fail.
const store = {
  get: (key) => { try { return localStorage.getItem(`narrator:${key}`); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(`narrator:${key}`, value); } catch { /* not kept */ } },
  drop: (key) => { try { localStorage.removeItem(`narrator:${key}`); } catch { /* not kept */ } },
};

const clock = (ms) => {
  const s = Math.floor(ms / 1000), two = (n) => String(n).padStart(2, "0");
  return s < 3600 ? `${Math.floor(s / 60)}:${two(s % 60)}` : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
};

// What the script says by itself stands on the page, in the language of its labels.
const labels = JSON.parse(document.documentElement.dataset.labels || "{}");
const filled = (label, values) => label.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const inWords = (ms) => {
  const s = Math.floor(ms / 1000), parts = [[Math.floor(s / 3600), "hour"], [Math.floor(s / 60) % 60, "minute"], [s % 60, "second"]];
  const told = (n, unit) => new Intl.NumberFormat(labels.language, { style: "unit", unit, unitDisplay: "long" }).format(n);
  return parts.filter(([n], i) => n || i === 2).map(([n, unit]) => told(n, unit)).join(" ");
};

// The last of the ascending `starts` that is not after `ms`; -1 before the first.
const lastBefore = (starts, ms) => {
  let low = 0, high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= ms) low = middle + 1; else high = middle;
  }
  return low - 1;
};

const timed = (selector) => [...document.querySelectorAll(selector)]
  .map((element) => ({ element, start: Number(element.dataset.start) }))
  .sort((a, b) => a.start - b.start);

function startPlayer(player) {
  const audio = $("audio"), position = $("position");
  const duration = Number(position.max), key = player.dataset.key;
  const now = () => audio.currentTime * 1000;
  const watchers = [];
  const seek = (ms) => {
    audio.currentTime = Math.min(Math.max(ms, 0), duration) / 1000;
    show();
  };
  const play = () => audio.play().catch(() => {});
  const toggle = () => (audio.paused ? play() : audio.pause());

  function show() {
    const ms = now(), told = clock(ms);
    if ($("now").textContent !== told || !position.ariaValueText) {
      $("now").textContent = told;
      position.ariaValueText = filled(labels.time_of, { time: inWords(ms), total: inWords(duration) });
    }
    $("played").style.clipPath = `inset(0 ${100 - (100 * ms) / duration}% 0 0)`;
    if (document.activeElement !== position || !position.matches(":active")) position.value = ms;
    watchers.forEach((watch) => watch(ms));
  }
  function tick() {
    show();
    if (!audio.paused) requestAnimationFrame(tick);
  }

  $("play").addEventListener("click", toggle);
  $("back").addEventListener("click", () => seek(now() - 15000));
  $("forward").addEventListener("click", () => seek(now() + 30000));
  position.addEventListener("input", () => seek(Number(position.value)));
  audio.addEventListener("play", () => { player.classList.add("playing"); $("play").setAttribute("aria-label", labels.pause); tick(); });
  audio.addEventListener("pause", () => { player.classList.remove("playing"); $("play").setAttribute("aria-label", labels.play); keep(); });
  audio.addEventListener("error", () => { $("part").textContent = labels.no_audio; });
  ["timeupdate", "seeked", "loadedmetadata"].forEach((name) => audio.addEventListener(name, show));

  // The place is kept until the episode has been heard to its end.
  function keep() {
    if (now() > 3000 && now() < duration - 3000) store.set(key, Math.round(now())); else store.drop(key);
  }
  setInterval(() => audio.paused || keep(), 5000);
  addEventListener("pagehide", keep);

  const setSpeed = (value) => {
    audio.defaultPlaybackRate = audio.playbackRate = Number(value);
    $("speed").value = value;
    store.set("speed", value);
  };
  $("speed").addEventListener("change", () => setSpeed($("speed").value));
  const speeds = [...$("speed").options].map((option) => option.value);
  if (speeds.includes(store.get("speed"))) setSpeed(store.get("speed"));
  const faster = (step) => {
    const next = speeds[speeds.indexOf($("speed").value) + step];
    if (next) setSpeed(next);
  };

  return { audio, duration, now, seek, play, toggle, show, faster, watch: (watcher) => watchers.push(watcher) };
}

// Chapters: the list marks the one that plays, the strip names the one under the pointer.
function followChapters(player) {
  const chapters = timed(".chapters a, .marks li"), starts = chapters.map((chapter) => chapter.start);
  const name = (index) => (index < 0 ? "" : chapters[index].element.querySelector(".name").textContent);
  let current = -2;
  player.watch((ms) => {
    const index = lastBefore(starts, ms);
    if (index === current) return;
    chapters[current]?.element.removeAttribute("aria-current");
    chapters[index]?.element.setAttribute("aria-current", "true");
    $("part").textContent = name(index);
    current = index;
  });
  const strip = $("position");
  strip.addEventListener("pointermove", (event) => {
    const box = strip.getBoundingClientRect(), tip = $("tip");
    const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1), ms = share * player.duration;
    tip.textContent = [clock(ms), name(lastBefore(starts, ms))].filter(Boolean).join("  ");
    tip.style.left = `${Math.min(Math.max(share * box.width - tip.offsetWidth / 2, 0), box.width - tip.offsetWidth)}px`;
  });
  return starts;
}

// The transcript: the sentence being said is marked, and the word where its time is known.
function followTranscript(player) {
  const lines = timed(".line"), starts = lines.map((line) => line.start);
  if (!lines.length) return starts;
  const words = lines.map(({ element }) => (element.dataset.words || "").split(",").filter(Boolean).map((word) => word.split(" ").map(Number)));
  const highlight = window.Highlight && CSS.highlights ? new Highlight() : null;
  if (highlight) CSS.highlights.set("word", highlight);
  let current = -2, currentWord = -2, following = true;

  const isSeen = (element) => {
    const box = element.getBoundingClientRect(), below = $("player").getBoundingClientRect().top;
    return box.bottom > 0 && box.top < below;
  };
  const reveal = (element) => {
    const box = element.getBoundingClientRect(), below = $("player").getBoundingClientRect().top;
    if (box.top > 80 && box.bottom < below - 80) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    scrollBy({ top: box.top - below / 3, behavior });
  };
  const markWord = (index, ms) => {
    const known = words[index] || [], at = lastBefore(known.map((word) => word[2]), ms);
    if (at === currentWord) return;
    currentWord = at;
    highlight?.clear();
    if (!highlight || at < 0) return;
    const range = new Range(), text = lines[index].element.firstChild;
    range.setStart(text, known[at][0]);
    range.setEnd(text, known[at][1]);
    highlight.add(range);
  };
  player.watch((ms) => {
    const index = lastBefore(starts, ms);
    if (index !== current) {
      lines[current]?.element.classList.remove("said");
      lines[current]?.element.removeAttribute("aria-current");
      const line = lines[index]?.element;
      line?.classList.add("said");
      line?.setAttribute("aria-current", "true");
      if (line && !player.audio.paused && following) reveal(line);
      if (!$("transcript")?.contains(document.activeElement)) rove(Math.max(index, 0));
      current = index;
      currentWord = -2;
    }
    markWord(index, ms);
  });

  // One stop for the Tab key; the arrows go from sentence to sentence.
  function rove(index) {
    lines.forEach(({ element }, i) => { element.tabIndex = i === index ? 0 : -1; });
  }
  document.addEventListener("keydown", (event) => {
    const index = lines.findIndex(({ element }) => element === event.target);
    const next = lines[index + (event.key === "ArrowDown") - (event.key === "ArrowUp")];
    if (index < 0 || !next || next.element === event.target) return;
    event.preventDefault();
    rove(lines.indexOf(next));
    next.element.focus();
  });

  const follow = $("follow");
  const setFollowing = (on) => { following = on; follow.hidden = on; };
  follow.addEventListener("click", () => { setFollowing(true); reveal(lines[Math.max(current, 0)].element); });
  const look = () => player.audio.paused || setFollowing(isSeen(lines[Math.max(current, 0)].element));
  ["wheel", "touchmove"].forEach((name) => addEventListener(name, () => setTimeout(look, 150), { passive: true }));
  rove(0);
  return starts;
}

// A link to a moment: a chapter, a sentence, or an address someone sent.
function followLinks(player) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-start]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!getSelection().isCollapsed) return;
    player.seek(Number(link.dataset.start));
    player.play();
  });
  const moment = () => /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash)?.[1];
  addEventListener("hashchange", () => moment() && player.seek(moment() * 1000));
  const kept = Number(store.get($("player").dataset.key));
  player.seek(moment() ? moment() * 1000 : kept < player.duration ? kept : 0);
}

// Captions stay unread until someone wants them.
function showCaptions(player) {
  const button = $("captions-button");
  if (!button) return () => {};
  const track = $("captions").track, caption = $("caption");
  const draw = () => {
    caption.textContent = [...(track.activeCues || [])].map((cue) => cue.getCueAsHTML().textContent.replaceAll("\n", " ")).join(" ");
  };
  const set = (on) => {
    track.mode = on ? "hidden" : "disabled";
    caption.hidden = !on;
    button.setAttribute("aria-pressed", on);
    store.set("captions", on ? "on" : "off");
    if (on) draw();
  };
  track.addEventListener("cuechange", draw);
  button.addEventListener("click", () => set(caption.hidden));
  set(store.get("captions") === "on");
  return () => set(caption.hidden);
}

function listenToKeys(player, { chapters, lines, captions }) {
  const help = $("help"), wanted = $("keys");
  const near = (starts, step) => {
    const index = lastBefore(starts, player.now() + 50), late = step < 0 && player.now() - starts[index] > 2000;
    const target = starts[late ? index : index + step];
    if (target !== undefined) player.seek(target);
  };
  const keys = {
    " ": player.toggle, k: player.toggle,
    ArrowLeft: () => player.seek(player.now() - 5000), ArrowRight: () => player.seek(player.now() + 5000),
    j: () => player.seek(player.now() - 15000), l: () => player.seek(player.now() + 30000),
    ",": () => near(lines, -1), ".": () => near(lines, 1),
    p: () => near(chapters, -1), n: () => near(chapters, 1),
    "<": () => player.faster(-1), ">": () => player.faster(1),
    c: captions, "?": () => help.showModal(),
  };
  const typing = (target) => target.matches("select, textarea, input:not([type=range]), summary") || help.open;
  document.addEventListener("keydown", (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!wanted.checked || !keys[key] || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (key === " " && event.target.matches("button")) return;
    event.preventDefault();
    keys[key]();
  });
  wanted.checked = store.get("keys") !== "off";
  wanted.addEventListener("change", () => store.set("keys", wanted.checked ? "on" : "off"));
  $("help-button").addEventListener("click", () => help.showModal());
}

// Lock screens and headsets.
function tellSystem(player, { title, show }) {
  if (!navigator.mediaSession || !window.MediaMetadata) return;
  const cover = document.querySelector(".cover");
  navigator.mediaSession.metadata = new MediaMetadata({ title, artist: show, artwork: cover?.src.startsWith("http") ? [{ src: cover.src }] : [] });
  const actions = {
    seekbackward: () => player.seek(player.now() - 15000),
    seekforward: () => player.seek(player.now() + 30000),
    seekto: (details) => player.seek(details.seekTime * 1000),
  };
  Object.entries(actions).forEach(([name, act]) => navigator.mediaSession.setActionHandler(name, act));
}

function startSearch(field) {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...$("rows").children].map((row) => ({ row, text: plain(row.textContent) }));
  field.addEventListener("input", () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { row, text } of rows) {
      row.hidden = !wanted.every((word) => text.includes(word));
      found += !row.hidden;
    }
    const one = new Intl.PluralRules(labels.language).select(found) === "one";
    $("found").textContent = wanted.length ? filled(one ? labels.found_one : labels.found_many, { count: found }) : "";
  });
}

function startCopying(button) {
  button.addEventListener("click", async () => {
    const field = $(button.dataset.copy);
    field.select();
    const done = await navigator.clipboard?.writeText(field.value).then(() => true, () => false) ?? document.execCommand("copy");
    button.parentElement.querySelector(".copied").textContent = done ? labels.copied : labels.copy_by_keys;
  });
}

if ($("player")) {
  const player = startPlayer($("player"));
  const chapters = followChapters(player), lines = followTranscript(player);
  listenToKeys(player, { chapters, lines, captions: showCaptions(player) });
  tellSystem(player, $("player").dataset);
  followLinks(player);
}
if ($("search")) startSearch($("search"));
document.querySelectorAll(".copy").forEach(startCopying);
