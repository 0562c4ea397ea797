"""What a run knows of the answer that it works on, and what the next one knows of its work."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from botapp.models import AnswerPart, Generation
from botapp.queries.threads import shown_in
from botapp.services import answer_claims, endings, generations, jobs
from tests.botapp.services.owed import begin


def take_over(first):
    """The job as the next run has it, once the claim of the first has run out."""
    Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
    return answer_claims.take(first.id)


@pytest.mark.django_db
class TestKnowing:
    def test_a_job_is_what_was_asked_for(self, ada):
        asked = {
            "text": "Why?",
            "kind": "question",
            "language": "uk",
            "depth": "pro",
            "mode": "steps",
            "variant": 2,
            "subject": "DeFi",
            "origin": "Reuters",
            "link": "https://example.com/a",
            "photo": "file-1",
            "post": "https://t.me/reuters/7",
            "is_suggested": True,
        }
        job = answer_claims.take(begin(ada, message_id=50, **asked))
        assert {name: getattr(job, name) for name in asked} == asked
        assert (job.person_id, job.chat_id, job.message_id) == (ada, 7, 50)
        assert job.asked_at == Generation.objects.get().created_at
        assert (job.attempts, job.parts_sent, job.stopping, job.is_read) == (1, 0, False, False)

    def test_who_pressed_stop_before_is_known_to_the_run(self, ada):
        number = begin(ada, message_id=50)
        generations.request_stop(number, person_id=ada)
        assert answer_claims.take(number).stopping


@pytest.mark.django_db
class TestWhatWasRead:
    def test_the_job_goes_on_with_the_text_of_the_page_which_is_news(self, ada):
        job = answer_claims.take(begin(ada, message_id=50, text="Look at this", link="https://example.com"))
        read = jobs.note_read(job, text="Bitcoin rose.\x00", origin="Example\x00")
        assert (read.text, read.origin, read.kind, read.is_read) == (
            "Bitcoin rose.",
            "Example",
            "news",
            True,
        )
        assert (read.id, read.claim, read.link) == (job.id, job.claim, job.link)

    def test_the_next_run_need_not_read_again_and_what_the_person_wrote_stays(self, ada):
        job = answer_claims.take(begin(ada, message_id=50, text="Is it so?", kind="question", photo="file-1"))
        read = jobs.note_read(job, text="Bitcoin rose.", origin="x" * 300)
        again = take_over(job)
        known = [(one.text, one.origin, one.kind, one.is_read) for one in (read, again)]
        assert known == [("Bitcoin rose.", "x" * 200, "news", True)] * 2
        assert Generation.objects.get().source_text == "Is it so?"

    def test_pictures_without_a_caption_are_what_they_say(self, ada):
        jobs.note_read(answer_claims.take(begin(ada, text="", photo="file-1")), text="A chart", origin="")
        assert Generation.objects.get().source_text == "A chart"

    @pytest.mark.parametrize("text", ["", "Look"])
    def test_whoever_lost_the_claim_changes_nothing(self, ada, text):
        late = answer_claims.take(begin(ada, message_id=50, text=text, kind="question"))
        take_over(late)
        before = Generation.objects.values().get()
        jobs.note_read(late, text="Bitcoin rose.", origin="Example")
        assert Generation.objects.values().get() == before


@pytest.mark.django_db
class TestWhatIsShown:
    def test_the_next_run_goes_on_below_what_stands_in_the_chat(self, ada):
        job = answer_claims.take(begin(ada, message_id=50))
        assert jobs.note_shown(job, message_id=51, parts_sent=2, part=53)
        again = take_over(job)
        assert (again.message_id, again.parts_sent) == (51, 2)

    def test_whoever_replies_to_any_message_of_an_answer_replies_to_the_answer(self, ada):
        job = answer_claims.take(begin(ada, message_id=50))
        jobs.note_shown(job, message_id=50, parts_sent=1, part=51)
        jobs.note_shown(job, message_id=50, parts_sent=1, part=51)  # as after a crash
        assert shown_in(7, 50).pk == shown_in(7, 51).pk == job.id
        assert AnswerPart.objects.count() == 1

    def test_whoever_lost_the_claim_notes_nothing(self, ada):
        late = answer_claims.take(begin(ada, message_id=50))
        take_over(late)
        assert not jobs.note_shown(late, message_id=60, parts_sent=1, part=61)
        row = Generation.objects.get()
        assert (row.message_id, row.parts_sent, AnswerPart.objects.count()) == (50, 0, 0)

    def test_what_is_over_is_shown_nowhere_else(self, ada):
        job = answer_claims.take(begin(ada, message_id=50))
        endings.stop(job)
        assert not jobs.note_shown(job, message_id=60, parts_sent=0)
        assert Generation.objects.get().message_id == 50


def test_of_two_runs_that_note_at_once_only_the_one_with_the_claim_is_heard(live_db, ada):
    first = answer_claims.take(begin(ada, message_id=50))
    runs = [first, take_over(first)]

    def note(number: int) -> bool:
        try:
            return jobs.note_shown(runs[number % 2], message_id=60 + number % 2, parts_sent=0)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(note, range(16))) == [False, True] * 8
    assert Generation.objects.get().message_id == 61
