"""Commitments without a figure of their own: a recognition, a state to be kept, "không còn …", an assigned plan to be met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.transcription.commitment import ASSIGNED, Commitment, Governing
from kehoach.transcription.figures import Reader
from kehoach.transcription.lists import Segment, Sentence
from kehoach.transcription.matching import SURE, State, proposed_id
from kehoach.transcription.matching import words as words_of
from kehoach.transcription.phrases import Mark, Time
from kehoach.transcription.segments import is_own_time, read_sentence, time_opening
from kehoach.transcription.sentences import sentences
from kehoach.transcription.state_words import (
    AND_LATER,
    ASIDE,
    CUE,
    KEEPS,
    KEPT,
    KEPT_UP,
    LACKING,
    NONE,
    PIECE,
    PLAN_MET,
    REACHES,
    RECOGNISED,
    SAYS,
    STANDARD,
)
from kehoach.transcription.timing import when_of
from kehoach.transcription.wording import label_length
from kehoach.vietnamese import fold, squeeze


@dataclass(frozen=True, slots=True)
class States:
    """Reads the figureless commitments of clauses, beside a :class:`Reader` of figures."""

    reader: Reader

    def read(self, text: str, plain: str, governing: Governing, heading: str, taken: list[Commitment]) -> list[Commitment]:
        """Return the commitments of a clause that have no figure; *taken* are those that have one."""
        found: list[Commitment] = []
        whole_time = governing.time
        for start, end in sentences(text):
            sentence = read_sentence(text, start + label_length(text[start:end]) if start == 0 else start, end, self.reader.setting.year)
            if sentence.time is not None and re.match(r"\s*:", text[sentence.time.end : end]):
                whole_time = sentence.time
            here = Governing(sentence.time or whole_time, governing.force)
            for item in self._sentence(text, plain, sentence, here, heading):
                if not any(
                    item.indicator == other.indicator and (item.test == other.test or "is" in item.test) and item.when == other.when
                    for other in (*taken, *found)
                ):
                    found.append(item)
        return found

    def _sentence(self, text: str, plain: str, sentence: Sentence, governing: Governing, heading: str) -> Iterator[Commitment]:
        claimed = [_claim(text, segment) for segment in sentence.segments]
        for finder in (self._assigned, self._none, self._kept, self._catalogued, self._kept_up, self._recognised):
            for start, end in _pieces(text, sentence):
                for item in finder(text, plain, _Piece(sentence, start, end, governing, heading)):
                    ends = item.start + max(len(item.measure) - 1, 0)
                    if any(a <= item.start < b or a <= ends < b for a, b in claimed) and finder != self._assigned:
                        continue
                    claimed.append((item.start, item.start + max(len(item.measure), 3)))
                    yield item

    def _assigned(self, text: str, plain: str, piece: _Piece) -> Iterator[Commitment]:
        for match in PLAN_MET.finditer(text, piece.start, piece.end):
            item = self._made(text, plain, piece, match.start(), match.end(), {"ge": 100})
            item.implied, item.unit = (100,), ASSIGNED
            around = text[piece.start : match.end()]
            found = None
            for words in (around, text[piece.sentence.start : match.end()], f"{piece.heading} {match['what'] or ''}"):
                found = self.reader.indicators.match(words, unit=None, growth=False, states=False)
                if found is not None and found.score >= SURE:
                    break
            self._name(
                item,
                found.slug if found else None,
                squeeze(plain[match.start() : match.end()]),
                sure=found is not None and found.score >= SURE,
            )
            entry = self.reader.catalogue.get(item.indicator)
            if entry is not None and entry.unit == ASSIGNED:
                item.unit = None
            yield item

    def _none(self, text: str, plain: str, piece: _Piece) -> Iterator[Commitment]:
        for match in NONE.finditer(text, piece.start, piece.end):
            item = self._made(text, plain, piece, match.start(), match.end(), {"eq": 0})
            item.implied = (0,)
            arises = "phát sinh" in match["verb"].lower() or "tái" in match["verb"].lower()
            words = f"số {match['what']} phát sinh" if arises else f"tỷ lệ {match['what']}"
            found = self.reader.indicators.match(words, unit=None, growth=False, states=False)
            self._name(
                item,
                found.slug if found else None,
                squeeze(f"Số {match['what']}"),
                sure=found is not None and found.score >= SURE and not LACKING.search(match["what"]),
            )
            if item.name is not None:
                item.unit = match["noun"].lower()
            if item.when == "undated" and re.search(r"\b(?:duy trì|giữ vững|tiếp tục)\b", text[piece.start : match.start()], re.IGNORECASE):
                item.when = {"each_year": "period"}
            yield item

    def _kept(self, text: str, plain: str, piece: _Piece) -> Iterator[Commitment]:
        match = KEPT.search(text, piece.start, piece.end)
        if match is None or ASIDE.search(text[piece.start : match.start()]) or KEPT.search(text, piece.sentence.start, piece.start):
            return
        end = _next_stop(text, match.end(), piece.end)
        item = self._made(text, plain, piece, match.start(), end, {"is": "maintained"})
        item.when = {"each_year": "period"}
        slug = self._kept_indicator(text[match.start() : min(piece.end, match.start() + 160)])
        self._name(item, slug, squeeze(text[match.start() : end]), sure=slug is not None)
        yield item

    def _kept_indicator(self, words: str) -> str | None:
        """Return the state that is to be kept: of those whose name says so, the one that shares most words."""
        said = set(words_of(words))
        scored = []
        for slug, entry in self.reader.catalogue.items():
            name = set(words_of(entry.name))
            if entry.type == "state" and {"giu", "vung"} <= name:
                scored.append((len(said & name) / len(name), slug))
        score, slug = max(scored, default=(0.0, ""))
        return slug if score >= 0.4 else None

    def _catalogued(self, text: str, plain: str, piece: _Piece) -> Iterator[Commitment]:
        if not CUE.search(text, piece.start, piece.end):
            return  # nothing is promised here, and looking for names costs most
        for state in self.reader.indicators.states(text[piece.start : piece.end]):
            start, end = piece.start + state.start, piece.start + state.end
            clause_start, clause_end = _comma_clause(text, piece, start, end)
            said = text[clause_start:clause_end]
            if not self._commits(text, piece, state, start, end, said):
                continue
            item = self._made(text, plain, piece, clause_start, clause_end, {"is": "achieved"})
            keeps = bool(KEEPS.search(said)) or bool(re.search(r"duy trì,\s*(?:và\s+)?\Z", text[piece.start : clause_start]))
            if keeps and not REACHES.search(said):
                item.test, item.when = {"is": "maintained"}, {"each_year": "period"}
            elif keeps:
                item.when = when_of(item.time_from, self.reader.setting, keeps=True)
            item.indicator = state.slug
            if state.weight < 0.75:
                item.doubts.append(f"đọc là “{self.reader.catalogue[state.slug].name}”")
            yield item

    def _commits(self, text: str, piece: _Piece, state: State, start: int, end: int, said: str) -> bool:
        """Tell whether the words around a state's name make it a promise rather than a topic."""
        name = fold(self.reader.catalogue[state.slug].name)
        quoted = re.search(r'"([^"]+)"', name.replace("“", '"').replace("”", '"'))
        whole = quoted is not None and quoted[1] in fold(text[start:end])
        before = text[piece.start : start]
        if state.weight < 0.7 and not whole:
            return False
        if not CUE.search(said):
            return False
        if "giu vung" in name and not KEEPS.search(said):
            return False
        if "dat chuan" in name and not whole and not re.search(r"đạt|công nhận", said, re.IGNORECASE):
            return False
        aside = list(ASIDE.finditer(before))
        force = [p.start for p in piece.sentence.phrases if isinstance(p, Mark) and p.kind == "force" and p.start < end]
        if aside and (not force or force[-1] < piece.start + aside[-1].start()) and aside[-1].end() > len(before) - 90:
            return bool(re.search(r"\bđược công nhận\b", said))
        return True

    def _recognised(self, text: str, plain: str, piece: _Piece) -> Iterator[Commitment]:
        """A recognition that the catalogue does not know is one only with a date of its own or a governing one."""
        if not REACHES.search(text, piece.start, piece.end):
            return
        for match in RECOGNISED.finditer(text, piece.start, piece.end):
            later = AND_LATER.search(text, match.start("what"), match.end("what"))
            if later is None:
                yield from self._step(text, plain, piece, match.start("what"), match.end("what"))
                continue
            yield from self._step(text, plain, replace(piece, end=later.start("cut")), match.start("what"), later.start("cut"))
            yield from self._step(text, plain, replace(piece, start=later.end("cut")), later.end("cut"), match.end("what"))

    def _step(self, text: str, plain: str, piece: _Piece, start: int, end: int) -> Iterator[Commitment]:
        """Yield what is to be reached where ``text[start:end]`` says so with a date."""
        what = STANDARD.sub("", text[start:end]).strip()
        if re.search(r"\d\s*%|(?<!năm )\b\d|\b(?:các|những|mọi)\b[^,;]*\b(?:đạt|được công nhận)", what) or ASIDE.search(
            text[piece.start : end]
        ):
            return
        item = self._made(text, plain, piece, start, end, {"is": "achieved"})
        if item.time_from is None or item.time_from.kind not in ("by", "span"):
            return
        name = re.sub(r"^(?:\W|phấn đấu|tiếp tục|xây dựng|đến năm 20\d\d|năm 20\d\d)+", "", what, flags=re.IGNORECASE)
        self._name(item, None, squeeze(name), sure=False)
        yield item

    def _kept_up(self, text: str, plain: str, piece: _Piece) -> Iterator[Commitment]:
        """What was reached and is to stay so, where the catalogue does not know it."""
        for match in KEPT_UP.finditer(text, piece.start, piece.end):
            item = self._made(text, plain, piece, match.start(), match.end(), {"is": "maintained"})
            item.when = when_of(item.time_from, self.reader.setting, keeps=True)
            self._name(item, None, squeeze(plain[match.start("what") : match.end("what")]), sure=False)
            yield item

    def _made(self, text: str, plain: str, piece: _Piece, start: int, end: int, test: dict[str, object]) -> Commitment:
        sentence = piece.sentence
        clause_start, clause_end = _comma_clause(text, piece, start, end)
        own = [
            p
            for p in sentence.phrases
            if isinstance(p, Time)
            and clause_start <= p.start < max(clause_end, end)
            and p.kind != "average"
            and is_own_time(text[sentence.start : p.start], p)
        ]
        time = own[0] if own else time_opening(text, sentence, piece.start) or piece.governing.time
        forces = [p for p in sentence.phrases if isinstance(p, Mark) and p.kind == "force" and p.start < end]
        quote = _quote(plain, piece, min(clause_start, start), max(end, clause_end if own else end), forces, time)
        item = Commitment(
            start, quote, squeeze(plain[start:end]), dict(test), when_of(time, self.reader.setting, keeps=False), time_from=time
        )
        item.force = "aim" if forces or piece.governing.force else "firm"
        return item

    def _name(self, item: Commitment, slug: str | None, name: str, *, sure: bool) -> None:
        if slug is not None and sure:
            item.indicator = slug
            return
        item.name = name[:1].upper() + name[1:]
        item.indicator = proposed_id(item.name)
        item.doubts.append("chỉ tiêu chưa có trong danh mục" + (f"; gần nhất: {slug}" if slug else ""))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence's stretch between semicolons."""

    sentence: Sentence
    start: int
    end: int
    governing: Governing
    heading: str


def _claim(text: str, segment: Segment) -> tuple[int, int]:
    """Return the stretch that a figure's own words take: from the comma before it to the comma behind it."""
    start = max(text.rfind(",", segment.start, segment.quantity.start), segment.start)
    end = text.find(",", segment.quantity.end, segment.end)
    if end >= 0 and segment.quantity.percent and not SAYS.search(text, segment.quantity.end, end):
        end = text.find(",", end + 1, segment.end)  # "100% người thuộc hộ nghèo, hộ cận nghèo được cấp thẻ": the verb is behind the comma
    return start, end if end >= 0 else segment.end


def _pieces(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    start = sentence.start
    for stop in PIECE.finditer(text, sentence.start, sentence.end):
        yield start, stop.start()
        start = stop.end()
    yield start, sentence.end


def _comma_clause(text: str, piece: _Piece, start: int, end: int) -> tuple[int, int]:
    """Return the stretch between commas that holds ``text[start:end]``, with what follows where that says that it is recognised."""
    first = max(text.rfind(",", piece.start, start) + 1, piece.start)
    last = text.find(",", end, piece.end)
    last = last if last >= 0 else piece.end
    following = text[last + 1 : piece.end]
    if re.match(r"\s*(?:phấn đấu|đến năm|năm 20)[^,;]*\b(?:được công nhận|đạt)", following, re.IGNORECASE):
        last = last + 1 + (following.find(",") if "," in following else len(following))
    return first, last


def _next_stop(text: str, start: int, end: int) -> int:
    stop = re.search(r"[;.]|,\s*(?!\s*(?:an ninh|trật tự|an toàn|phòng chống|quốc phòng|an sinh))|\s+trên địa bàn", text[start:end])
    return start + stop.start() if stop else end


def _quote(plain: str, piece: _Piece, start: int, end: int, forces: list[Mark], time: Time | None) -> str:
    text = plain[start:end]
    start += len(text) - len(text.lstrip(" ,;:.-–+"))
    leads = [
        (p.start, p.end)
        for p in (forces[-1] if forces else None, time if time is not None and piece.sentence.start <= time.start else None)
        if p is not None and p.end <= start
    ]
    lead = " … ".join(squeeze(plain[a:b]).strip(" ,:") for a, b in sorted(set(leads)))
    own = squeeze(plain[start:end]).rstrip(" ,;:.-–")
    return f"{lead} … {own}" if lead else own
