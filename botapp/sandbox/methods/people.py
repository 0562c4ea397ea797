"""Methods about chats, members and files."""

from typing import Any

from botapp.sandbox.errors import bad_request
from botapp.sandbox.methods.registry import Asked, method

FULL_INFO = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    },
}
ADMINISTRATOR = dict.fromkeys(
    [
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ],
    True,
)


@method("getMe")
def get_me(asked: Asked) -> dict[str, Any]:
    return {
        **asked.bot.user,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("getChat")
def get_chat(asked: Asked) -> dict[str, Any]:
    return {**asked.bot.find_chat(asked.params.raw.get("chat_id")).info, **FULL_INFO}


@method("getChatMember")
def get_chat_member(asked: Asked) -> dict[str, Any]:
    chat = asked.bot.find_chat(asked.params.raw.get("chat_id"))
    user_id = asked.params.integer("user_id")
    if not user_id:
        raise bad_request("invalid user_id specified")
    known = asked.bot.chats.get(user_id)
    user = {"id": user_id, "is_bot": False, "first_name": known.info["first_name"] if known else "Somebody"}
    if user_id == asked.bot.id:
        return {"status": "administrator", "user": asked.bot.user, **ADMINISTRATOR}
    status = "member" if chat.id == user_id else chat.members.get(user_id, "left")
    extra: dict[str, dict[str, Any]] = {
        "administrator": ADMINISTRATOR,
        "kicked": {"until_date": 0},
        "creator": {"is_anonymous": False},
    }
    return {"status": status, "user": user, **extra.get(status, {})}


@method("getFile")
def get_file(asked: Asked) -> dict[str, Any]:
    return asked.bot.files.get(asked.params.text("file_id")).as_file()
