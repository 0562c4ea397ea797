"""Updates handed to the application itself, without an engine that tries them again."""

import uuid
from collections.abc import Callable
from typing import Any

from botapp.bridge import GUARD
from botapp.delivery.claims import Claim
from botapp.delivery.grouping import GroupCommit
from botapp.delivery.hold import Hold
from botapp.delivery.journal import UnitOfWork
from botapp.delivery.worker import Worker
from botapp.models import StoredUpdate
from tests.botapp.models.rows import an_update
from tests.kit.chat import Chat


def an_act(chat: Chat, act: Callable[..., Any], *args: Any, **kwargs: Any) -> dict[str, Any]:
    """The update that an act of the sandbox makes, taken away from the bot."""
    chat.sandbox.call(act, *args, **kwargs)
    (update,) = chat.sandbox.call(chat._take)
    return update


def handle(
    chat: Chat, update: dict[str, Any], *, is_last: bool = False, attempt: int = 1
) -> Exception | None:
    """One attempt; the error that the engine would see. A later one takes up the same row."""
    return chat.bot.run(_as_claimed(update, is_last, chat.bot.application.handle, attempt=attempt))


def give_up(chat: Chat, update: dict[str, Any], error: Exception, *, attempt: int = 1) -> None:
    """What comes after the last attempt."""
    raised = chat.bot.run(
        _as_claimed(
            update,
            True,
            lambda claim: chat.bot.application.gave_up(claim, error),
            is_guarded=False,
            attempt=attempt,
        )
    )
    if raised:
        raise raised


async def _as_claimed(
    update: dict[str, Any],
    is_last: bool,
    act: Callable[[Claim], Any],
    *,
    is_guarded: bool = True,
    attempt: int = 1,
) -> Exception | None:
    worker = Worker("claims")
    token = uuid.uuid4()
    pk = await worker.run(_claimed, update, token)
    unit = UnitOfWork(
        pk, token, attempt=attempt, commits=GroupCommit(worker), worker=worker, hold=Hold(60.0), seconds=5.0
    )
    guard = GUARD.set(unit if is_guarded else None)
    try:
        await act(Claim(pk, pk, "message", "chat:1", update, attempt, is_last, token, unit))
    except Exception as error:  # noqa: BLE001 (the engine catches as much)
        return error
    else:
        return None
    finally:
        GUARD.reset(guard)
        await worker.run(_over, pk)
        worker.close()


def _claimed(update: dict[str, Any], token: uuid.UUID) -> int:
    again = StoredUpdate.objects.filter(update_id=update["update_id"])
    if again.update(state=StoredUpdate.State.CLAIMED, claim=token):
        return again.get().pk
    row = an_update(update["update_id"], payload=update, state=StoredUpdate.State.CLAIMED, claim=token)
    return row.pk


def _over(pk: int) -> None:
    """The engine's part; who waits for the bot would wait for this one too."""
    StoredUpdate.objects.filter(pk=pk).update(state=StoredUpdate.State.DONE, claim=None)
