"""The signs of manipulation and fraud that one sentence shows, and their words in three languages.

The words stand by family: asked_secrets.py, asked_payments.py, promised_gains.py, pressure.py,
everyday_scams.py. Written for sentences as people write them, used with re.IGNORECASE at the beginning of a
word. In "[^.!?]" a point inside a number counts as a letter: red_flags.py sees to that.
"""

from typing import Literal

from botapp.ai.offline import asked_payments, asked_secrets, everyday_scams, pressure, promised_gains

Sign = Literal[
    "seed_phrase",
    "send_to_receive",
    "safe_account",
    "in_trouble",
    "pay_by_link",
    "prize",
    "easy_job",
    "recovery",
    "parcel_form",
    "earn_form",
    "held_payout",
    "bought_income",
    "pump_call",
    "call_number",
    "advance_fee",
    "card_data",
    "new_friend",
    "claim_link",
    "private_chat",
    "fake_approval",
    "guaranteed",
    "high_yield",
    "urgency",
    "impersonation",
    "pump",
    "orders_to_ai",
]

PATTERNS: dict[Sign, str] = {
    "seed_phrase": asked_secrets.SEED_PHRASE,
    "send_to_receive": asked_payments.SEND_TO_RECEIVE,
    "safe_account": asked_payments.SAFE_ACCOUNT,
    "in_trouble": everyday_scams.IN_TROUBLE,
    "pay_by_link": everyday_scams.PAY_BY_LINK,
    "guaranteed": promised_gains.GUARANTEED,
    "urgency": pressure.URGENCY,
    "impersonation": pressure.IMPERSONATION,
    "pump": promised_gains.PUMP,
    "advance_fee": asked_payments.ADVANCE_FEE,
    "claim_link": promised_gains.CLAIM_LINK,
    "private_chat": pressure.PRIVATE_CHAT,
    "fake_approval": promised_gains.FAKE_APPROVAL,
    "high_yield": promised_gains.HIGH_YIELD,
}
