"""An executor for machines: an existing Dask cluster, to which the bytes of letters are sent.

On each worker of Dask the letter goes to a process of its own, as it does on one machine: one that hangs or crashes costs
its letter and not the worker. When a worker is lost, Dask gives its letters to another; a letter with which several were
lost is given up.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any

from letteranalyser.batch.letter_task import Setup
from letteranalyser.batch.pool import Limits, WorkerPool
from letteranalyser.errors import MissingDependencyError, UsageError

SECONDS = 15
"""For the scheduler to answer."""

_here = threading.local()


def there(call: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401 - whatever is called
    """Call in a process that this thread of a Dask worker has; runs on the worker."""
    settings = next(value.settings for value in arguments if isinstance(value, Setup))
    if getattr(_here, "limits", None) != Limits.of(settings):
        _here.limits = Limits.of(settings)
        _here.pool = WorkerPool(1, _here.limits)
    return _here.pool.submit(call, *arguments).result()


class ClusterExecutor(Executor):
    """Calls on the workers of a cluster."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - dask.distributed is optional
        """Use a connected ``distributed.Client``."""
        # Not pure: a letter that comes again is to be tried again.
        self._inner = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":  # noqa: ANN401
        """Have ``fn`` called; one argument is the ``Setup``."""
        if kwargs:
            raise TypeError("no keyword arguments")
        future: Future[Any] = self._inner.submit(there, fn, *args)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Stop; the cluster goes on."""
        self._inner.shutdown(wait=wait and not cancel_futures)


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """An executor on the cluster of a scheduler, and how many letters its workers take at once.

    Raises:
        UsageError: if there is no scheduler at the address, or it has no workers.
        MissingDependencyError: if dask.distributed is not installed.
    """
    try:
        import distributed
    except ImportError:
        hint = "pip install 'letteranalyser[cluster]'"
        raise MissingDependencyError(
            "needs_distributed", "--scheduler needs dask.distributed", hint
        ) from None
    try:
        library: Any = distributed  # without types
        client = library.Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "give the address that `dask scheduler` shows, such as tcp://10.0.0.1:8786"
        raise UsageError("no_scheduler", f"no Dask scheduler answers at {address}", hint) from error
    try:
        try:
            client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError as error:
            hint = f"start some: dask worker {address}"
            raise UsageError("no_workers", f"the scheduler at {address} has no workers", hint) from error
        executor = ClusterExecutor(client)
        try:
            yield executor, sum(client.nthreads().values())
        finally:
            executor.shutdown(cancel_futures=True)
    finally:
        client.close(timeout=5)
