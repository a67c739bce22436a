"""Many letters: analysed side by side, written so that nothing is lost, and gone on with where a run stopped.

``letter_task`` is what is done for one letter, wherever it is done. It is handed to an executor as ``concurrent.futures``
defines one: ``pool`` has one of processes, ``cluster`` one for machines. ``flow`` keeps executors busy, ``doubles``
sees to letters of the same content, ``manifest`` keeps what was done, ``archive`` makes tables.
"""
