import threading

from botapp.ai.daemon_pool import DaemonPool


def test_no_more_threads_than_its_size_and_all_jobs_run():
    pool, done, gate = DaemonPool(3, name="few"), threading.Semaphore(0), threading.Event()
    names: set[str] = set()

    def job() -> None:
        names.add(threading.current_thread().name)
        gate.wait(5)
        done.release()

    for _ in range(20):
        pool.submit(job)
    gate.set()
    assert all(done.acquire(timeout=5) for _ in range(20))
    assert names <= {"few-1", "few-2", "few-3"}


def test_its_threads_never_keep_the_process_alive():
    pool, seen = DaemonPool(1, name="one"), []
    finished = threading.Event()

    def job() -> None:
        seen.append(threading.current_thread().daemon)
        finished.set()

    pool.submit(job)
    assert finished.wait(5)
    assert seen == [True]


def test_idle_threads_end_when_it_closes():
    pool, ran = DaemonPool(1, name="ending"), threading.Event()
    pool.submit(ran.set)
    assert ran.wait(5)
    worker = next(thread for thread in threading.enumerate() if thread.name == "ending-1")
    pool.close()
    worker.join(5)
    assert not worker.is_alive()
