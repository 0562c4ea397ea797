"""Four web workers on one database: the limit of a day is exact, and equal questions cost one call."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import psutil
import pytest

from tests.kit.deployment import Deployment, OwnDatabase, wait_until
from tests.kit.scripted_ai import Good, ScriptedGemini, Slow

ITEM = "Kraken pays ${} million to the SEC and closes its staking service in the United States."
LIMIT = 10
# Three seconds and a look where the machine is free; benchmarks/single_flight.py measures it.
TAKEN_OVER_WITHIN = 20.0


@dataclass
class Web:
    """The web server, a key for it, and people who ask all at once."""

    deployment: Deployment
    gemini: ScriptedGemini
    key: str
    pool: ThreadPoolExecutor

    def ask(self, text: str, user: int | None = None) -> "Future[tuple[int, Any]]":
        headers = {"Authorization": f"Bearer {self.key}", **({"X-User-ID": str(user)} if user else {})}
        return self.pool.submit(
            self.deployment.ask, "POST", "/explain_news", {"text_content": text, "language": "en"}, **headers
        )

    def script(self, *behaviours: Any) -> None:
        self.gemini.requests.clear()
        self.gemini.script(*behaviours)

    def writer(self) -> psutil.Process | None:
        """The worker whose request the model has."""
        ports = {request.port for request in self.gemini.requests}
        workers = self.deployment.children()
        return next(
            (w for w in workers if any(c.laddr.port in ports for c in w.net_connections("tcp"))), None
        )


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    directory = tmp_path_factory.mktemp("workers")
    database = OwnDatabase(directory)
    with ScriptedGemini() as gemini, ThreadPoolExecutor(100) as pool:
        more = {
            "WEB_WORKERS": "4",
            "DAILY_LIMIT": str(LIMIT),
            "FLOOD_SECONDS": "0",
            "API_USER_PER_MINUTE": "0",
            "API_KEY_PER_MINUTE": "0",
            "GEMINI_BASE_URL": gemini.base_url,
        }
        deployment = Deployment(
            directory, telegram="http://127.0.0.1:1", database=database, line="api", more=more, patience=60
        )
        try:
            deployment.wait_until_served()
            words = deployment.manage("create_api_key", "workers").split()
            yield Web(deployment, gemini, next(w for w in words if w.startswith("rvx_key_")), pool)
        finally:
            deployment.close()
            database.drop()


def test_of_fifty_requests_of_one_person_at_once_exactly_the_limit_is_answered(web):
    web.script(Good(pieces=1))
    asked = [web.ask(ITEM.format(number), user=7) for number in range(50)]
    answers = [future.result(90) for future in asked]
    assert Counter(status for status, _ in answers) == {200: LIMIT, 429: 50 - LIMIT}
    assert {body["code"] for status, body in answers if status == 429} == {"daily_limit"}
    assert len(web.gemini.requests) == LIMIT


def test_a_hundred_equal_questions_at_once_are_one_call(web):
    web.script(Good(pieces=2, pause=1.0))
    asked = [web.ask(ITEM.format("1,000")) for _ in range(100)]
    answers = [future.result(90) for future in asked]
    assert Counter(status for status, _ in answers) == {200: 100}
    assert len({body["explanation_id"] for _, body in answers}) == 1
    assert sum(not body["cached"] for _, body in answers) == 1
    assert len(web.gemini.requests) == 1


def test_when_the_worker_that_writes_is_killed_the_others_go_on(web):
    web.script(Slow(), Good(pieces=1))
    asked = [web.ask(ITEM.format("2,000")) for _ in range(16)]
    writer = wait_until(web.writer, within=60, what="a worker asks the model")
    os.kill(writer.pid, signal.SIGKILL)
    asked.append(web.ask(ITEM.format("2,000")))
    wait_until(lambda: len(web.gemini.requests) == 2, within=TAKEN_OVER_WITHIN, what="taken over")
    answers = [future.result(90) for future in asked]
    # Those whose connection went with the worker have no answer (0); all others have the same.
    assert {status for status, _ in answers} <= {0, 200}
    assert answers[-1][0] == 200
    assert len({body["explanation_id"] for status, body in answers if status}) == 1
    assert len(web.gemini.requests) == 2
