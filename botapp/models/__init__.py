from botapp.models.answer_part import AnswerPart
from botapp.models.api_key import ApiKey
from botapp.models.awaited_answer import AwaitedAnswer
from botapp.models.bookmark import Bookmark
from botapp.models.conversation import Conversation
from botapp.models.daily_usage import DailyUsage
from botapp.models.effect import Effect
from botapp.models.event_kind import EventKind
from botapp.models.explanation import Explanation
from botapp.models.feedback import Feedback
from botapp.models.generation import Generation
from botapp.models.lease import Leadership, Lease, Runner
from botapp.models.pace import Pace
from botapp.models.person import Person
from botapp.models.provider_call import ProviderCall
from botapp.models.search import Search, SearchEntry
from botapp.models.sent_message import SentMessage
from botapp.models.stored_update import StoredUpdate
from botapp.models.term import Term
from botapp.models.tombstone import Tombstone
from botapp.models.turn import Turn

__all__ = [
    "AnswerPart",
    "ApiKey",
    "AwaitedAnswer",
    "Bookmark",
    "Conversation",
    "DailyUsage",
    "Effect",
    "EventKind",
    "Explanation",
    "Feedback",
    "Generation",
    "Leadership",
    "Lease",
    "Pace",
    "Person",
    "ProviderCall",
    "Runner",
    "Search",
    "SearchEntry",
    "SentMessage",
    "StoredUpdate",
    "Term",
    "Tombstone",
    "Turn",
]
