"""A start in polling mode while a webhook is set."""

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import START_SECONDS, Stage
from botapp.delivery.start import EXIT_CONFIGURATION

SENTENCE = "A webhook is set for this bot"
ADDRESS = "https://rvx.example.org/hook"


def run(stage: Stage) -> Outcome:
    hook = stage.sandbox.sandbox.bot.webhook
    stage.sandbox.call(hook.set, ADDRESS, secret="", max_connections=1)
    bot = stage.fleet.start()
    code = bot.wait(START_SECONDS)
    said = SENTENCE in bot.log
    deletes = len(stage.calls("deleteWebhook"))
    figure = f"exit code {code}, {'a' if said else 'no'} sentence, {deletes} × deleteWebhook"
    return stage.outcome(figure, held=code == EXIT_CONFIGURATION and said and not deletes)
