"""How long a conversation is kept."""

KEPT = 200  # turns a person
KEPT_DAYS = 30
