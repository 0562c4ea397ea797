from botapp.admin.api_keys import ApiKeyAdmin
from botapp.admin.awaited_answers import AwaitedAnswerAdmin
from botapp.admin.event_kinds import EventKindAdmin
from botapp.admin.explanations import ExplanationAdmin
from botapp.admin.generations import GenerationAdmin
from botapp.admin.leases import LeadershipAdmin, LeaseAdmin, RunnerAdmin
from botapp.admin.people import PersonAdmin
from botapp.admin.provider_calls import ProviderCallAdmin
from botapp.admin.staff import StaffAdmin, StaffGroupAdmin
from botapp.admin.stored_updates import StoredUpdateAdmin
from botapp.admin.terms import TermAdmin

__all__ = [
    "ApiKeyAdmin",
    "AwaitedAnswerAdmin",
    "EventKindAdmin",
    "ExplanationAdmin",
    "GenerationAdmin",
    "LeadershipAdmin",
    "LeaseAdmin",
    "PersonAdmin",
    "ProviderCallAdmin",
    "RunnerAdmin",
    "StaffAdmin",
    "StaffGroupAdmin",
    "StoredUpdateAdmin",
    "TermAdmin",
]
