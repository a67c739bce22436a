"""Makes the Dutch pipeline that comes with the package: ``python -m training STEP`` or ``python -m training all``.

Steps, in this order; each reads what the one before wrote in the work folder:

  convert       treebanks to spaCy's files, no test sentence among those trained on
  train-syntax  tagger, morphologizer, lemmatizer and parser
  names         the corpus of names: better classes, and sentences in the manner of letters
  train-names   the finder of names
  assemble      the two parts as they are shipped
  package       into src/letteranalyser/model, with digests
  worth         what the names add to the actors of the development letters
  evaluate      training/evaluation.md and .json
  wording       the weights of the wording, from training/passages, and training/wording.md
"""

import argparse
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from training.inputs import InputError
from training.places import Places

log = logging.getLogger("training")


def steps() -> dict[str, Callable[[Places], object]]:
    """Name to step, in order; spaCy is loaded here and not for ``--help``."""
    from training.assemble import assemble, package
    from training.convert import convert
    from training.evaluate import evaluate
    from training.names_corpus import make_corpus
    from training.train import train_names, train_syntax
    from training.wording import train_wording
    from training.worth import measure_worth

    return {
        "convert": convert,
        "train-syntax": train_syntax,
        "names": make_corpus,
        "train-names": train_names,
        "assemble": assemble,
        "package": package,
        "worth": measure_worth,
        "evaluate": evaluate,
        "wording": train_wording,
    }


def main() -> int:
    """Run the steps named on the command line."""
    default = Places()
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("step", nargs="+", help="one or more steps, or all")
    parser.add_argument("--corpora", type=Path, default=default.corpora, help="folder of the Dutch corpora")
    parser.add_argument(
        "--letters", type=Path, default=default.letters, help="folder of the development letters"
    )
    parser.add_argument(
        "--work", type=Path, default=default.work, help="folder for everything made on the way"
    )
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    known = steps()
    wanted = list(known) if given.step == ["all"] else given.step
    unknown = [name for name in wanted if name not in known]
    if unknown:
        parser.error(f"no such step: {', '.join(unknown)}; choose from all, {', '.join(known)}")
    places = Places(corpora=given.corpora, work=given.work, letters=given.letters)
    for name in wanted:
        try:
            log.info("%s: %s", name, known[name](places))
        except InputError as error:
            log.error("%s: %s", name, error)  # noqa: TRY400 - the message says it all
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
