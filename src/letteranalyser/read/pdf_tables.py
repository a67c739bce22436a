from letteranalyser.models.layout import Line, Rule, Table


def suggests_table(rules: tuple[Rule, ...]) -> bool:
    return False


def read_tables(data: bytes, index: int, lines: tuple[Line, ...]) -> tuple[Table, ...]:
    return ()
