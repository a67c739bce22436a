"""Step ``evaluate``: how good the assembled parts are, as a table that README quotes."""

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from letteranalyser.model import lower_first_lemmas
from training.inputs import read_input
from training.names_corpus import SILVER, as_doc, labelled
from training.places import Places
from training.silver import read_iob, spans_of

GOLD = Path(__file__).with_name("gold") / "alpino_test_names.tsv"
EUROPEANA = "europeana_ner_nl/enp_NL.kb.bio.gz"
TABLE = Path(__file__).with_name("evaluation.md")
FIGURES = Path(__file__).with_name("evaluation.json")
SYNTAX = {
    "pos_acc": "UPOS",
    "morph_acc": "features",
    "tag_acc": "XPOS",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
}
_LOADERS = {"ner": "model.name_finder('default')", "syntax": "model.syntax()"}
# MISC is no actor, and its bounds differ most between corpora.
ACTORS = ("PER", "LOC", "ORG")


def evaluate(places: Places) -> dict[str, Any]:
    """Measure everything on files that were never trained on, and write the table."""
    assembled = places.work / "assembled"
    figures: dict[str, Any] = {"syntax": {}, "names": {}}
    syntax = spacy.load(assembled / "syntax")
    Language.component("letter_lemmas", func=lower_first_lemmas)
    syntax.add_pipe("letter_lemmas")
    for test in ("alpino_test", "wikipedia_test"):
        gold = DocBin().from_disk(places.work / "syntax" / f"{test}.spacy").get_docs(syntax.vocab)
        figures["syntax"][test] = syntax_scores(syntax, list(gold))
    ner = spacy.load(assembled / "ner")
    figures["names"]["alpino_test"] = name_scores(ner, gold_names(places, ner))
    figures["names"]["europeana"] = name_scores(ner, europeana(places, ner))
    figures["size"] = {part: size(assembled / part) for part in ("syntax", "ner")}
    figures["speed"] = {"syntax": speed(syntax, places), "ner": speed(ner, places)}
    figures["load"] = {part: load_time(assembled / part) for part in ("syntax", "ner")}
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    TABLE.write_text(table(figures), encoding="utf-8")
    return figures


def syntax_scores(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """Accuracies with the words and sentences of the treebank given."""
    examples = []
    for doc in gold:
        bare = Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for token in bare:
            token.is_sent_start = bool(doc[token.i].is_sent_start)
        examples.append(Example(nlp(bare), doc))
    scores = Scorer(nlp).score(examples)
    return {name: round(100 * float(scores[key]), 1) for key, name in SYNTAX.items()}


def name_scores(nlp: Language, gold: Iterable[Doc]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 a class, and of persons, places and organisations together; exact bounds."""
    right: dict[str, int] = dict.fromkeys(ACTORS, 0)
    found, wanted = dict(right), dict(right)
    for doc in gold:
        guess = nlp(Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]))
        want = {(s.start, s.end, s.label_) for s in doc.ents if s.label_ in ACTORS}
        have = {(s.start, s.end, s.label_) for s in guess.ents if s.label_ in ACTORS}
        for spans, counts in ((want, wanted), (have, found), (want & have, right)):
            for _, _, label in spans:
                counts[label] += 1
    rows = {label: (right[label], found[label], wanted[label]) for label in ACTORS}
    rows["all"] = (sum(right.values()), sum(found.values()), sum(wanted.values()))
    return {label: prf(*row) for label, row in rows.items()}


def prf(right: int, found: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1 in per cent, and how many were wanted."""
    p = right / found if found else 0.0
    r = right / wanted if wanted else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(100 * f, 1), "n": wanted}


def gold_names(places: Places, nlp: Language) -> list[Doc]:
    """The sentences whose names were checked by hand."""
    checked = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            number, _, spans = line.partition("\t")
            checked[int(number)] = [s.split("-") for s in spans.split()]
    silver = read_iob(read_input(places.corpora, SILVER))
    sentences = [words for source, words, _ in silver if source == "alp_test"]
    return [
        as_doc(labelled(sentences[at], [(int(a), int(b), label) for a, b, label in spans]), nlp)
        for at, spans in checked.items()
    ]


def europeana(places: Places, nlp: Language) -> list[Doc]:
    """Newspapers of 1800-1950 as a scanner read them, cut at full stops; old spelling."""
    docs: list[Doc] = []
    rows: list[tuple[str, str]] = []
    for line in read_input(places.corpora, EUROPEANA).splitlines():
        word, _, label = line.rpartition(" ")
        if word:
            rows.append((word, label))
        if word.endswith(".") and len(rows) > 5 and label == "O":
            text, names = labelled([word for word, _ in rows], spans_of([label for _, label in rows]))
            # Signs are not split from words there; they are no part of a name.
            bare = tuple(
                (start, start + len(text[start:end].rstrip(".,;:")), label) for start, end, label in names
            )
            docs.append(as_doc((text, bare), nlp))
            rows = []
    return docs


def size(folder: Path) -> int:
    """Bytes of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def speed(nlp: Language, places: Places) -> int:
    """Words a second on one core."""
    gold = DocBin().from_disk(places.work / "syntax" / "wikipedia_test.spacy").get_docs(nlp.vocab)
    texts = [doc.text for doc in gold]
    begun = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return round(words / (time.perf_counter() - begun))


def load_time(folder: Path) -> float:
    """Seconds in which the package loads a part once spaCy is loaded; median of five new processes."""
    script = (
        "import pathlib, time; from letteranalyser import model; model.blank(); "
        f"model.FOLDER = pathlib.Path({str(folder.parent)!r}); t = time.perf_counter(); "
        f"{_LOADERS[folder.name]}; print(time.perf_counter() - t)"
    )
    times = [
        float(
            subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
        )
        for _ in range(5)
    ]
    return round(median(times), 2)


def table(figures: dict[str, Any]) -> str:
    """The figures in Markdown."""
    lines = [
        "# How good the Dutch pipeline is",
        "",
        "Written by `python -m training evaluate`. No test sentence was trained on; words and sentences of the treebanks are given.",
        "Lemmas are as in a dictionary (*gezondheidszorg*; the treebanks leave the linking letters out, which we put back).",
        "The rules that better the classes of the silver names were written after reading the hand-checked sentences.",
        "",
        "| test file | " + " | ".join(SYNTAX.values()) + " |",
        "|---|" + "--:|" * len(SYNTAX),
    ]
    titles = {
        "alpino_test": "UD_Dutch-Alpino test (newspapers)",
        "wikipedia_test": "UD_Dutch-LassySmall test (Wikipedia)",
    }
    for test, row in figures["syntax"].items():
        lines.append(
            f"| {titles[test]} | " + " | ".join(f"{row[name]:.1f}" for name in SYNTAX.values()) + " |"
        )
    lines += ["", "| names | class | gold | precision | recall | F1 |", "|---|---|--:|--:|--:|--:|"]
    titles = {
        "alpino_test": "206 sentences of UD_Dutch-Alpino test, checked by hand",
        "europeana": "Europeana, newspapers of 1800-1950 as scanned",
    }
    for test, rows in figures["names"].items():
        for label, row in rows.items():
            lines.append(
                f"| {titles[test]} | {label} | {row['n']} | {row['p']:.1f} | {row['r']:.1f} | {row['f1']:.1f} |"
            )
    lines += ["", "| part | MB | words a second, one core | load, s |", "|---|--:|--:|--:|"]
    for part in ("syntax", "ner"):
        bytes_, words, seconds = figures["size"][part], figures["speed"][part], figures["load"][part]
        lines.append(f"| {part} | {bytes_ / 1e6:.1f} | {words:,} | {seconds:.2f} |")
    return "\n".join(lines) + "\n" + worth_table()


def worth_table() -> str:
    """What the names add to the actors, if that was measured."""
    from training.worth import table as worth

    return worth()
