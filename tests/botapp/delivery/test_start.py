"""What must be true before a bot starts."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from botapp.delivery import start
from botapp.delivery.bot_api import BotApi
from botapp.delivery.exceptions import StartRefused
from botapp.sandbox.faults import Fault


def test_the_bot_is_the_number_before_the_colon():
    assert start.bot_id_of("4242:abc") == 4242


@pytest.mark.parametrize("token", ["", "4242", "4242:", "bot:abc", ":abc"])
def test_other_tokens_are_refused_without_being_repeated(token):
    with pytest.raises(StartRefused) as refused:
        start.bot_id_of(token)
    assert refused.value.exit_code == 78
    assert "@BotFather" in str(refused.value)
    assert "abc" not in str(refused.value)


@pytest.mark.django_db
def test_a_migrated_database_is_fine():
    start.check_database()


@pytest.mark.django_db
def test_a_missing_migration_is_named_with_its_cure():
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied(*max(name for name in recorder.applied_migrations() if name[0] == "botapp"))
    with pytest.raises(StartRefused) as refused:
        start.check_database()
    assert refused.value.exit_code == 78
    assert "manage.py migrate" in str(refused.value)


async def test_a_start_outlasts_a_bot_api_that_is_away_for_a_moment(sandbox):
    sandbox.faults.add(Fault("error", method="getMe"))
    api = BotApi(sandbox.token, sandbox.base_url)
    await start.check_token(api)
    await api.close()
    assert [call.status for call in sandbox.journal.calls("getMe")] == [500, 200]


async def test_the_webhook_question_is_asked_again_after_a_failure(sandbox):
    sandbox.faults.add(Fault("error", method="getWebhookInfo"))
    api = BotApi(sandbox.token, sandbox.base_url)
    await start.check_webhook(api, takeover=False)
    await api.close()
    assert [call.status for call in sandbox.journal.calls("getWebhookInfo")] == [500, 200]
