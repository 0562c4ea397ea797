"""Why a link could not be read: a branch of the family in botapp/exceptions.py.

LinkError
├── LinkRefused    no address of a page that is open to everybody
├── LinkMissing    404, 410
├── LinkClosed     a login or a subscription stands before it
├── LinkAway       no answer, or none in time; the same link may work later
├── LinkTooLarge   more bytes than are read
├── LinkNoPage     a file, a video: nothing that this reader reads
├── LinkEmpty      a page without an article
├── LinkPrivate    an address of Telegram that is no public post
└── LinksMany      several links and nothing else
"""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from botapp.exceptions import RvxError


class LinkError(RvxError):
    """Base. Neither its text nor its facts hold the link. `of_picture`: where a picture was wanted."""

    code = "link"
    status = 422
    sentence = _("I can't read this link. Copy the text into a message, please, and I will explain it.")
    of_picture: ClassVar[Promise | str] = _("I can't fetch this picture. Send the picture itself, please.")
    is_picture = False

    @property
    def message(self) -> str:
        return str(self.of_picture) if self.is_picture else super().message


class LinkRefused(LinkError):
    """Another scheme or port, a name and password in it, or an address that is not public."""

    code = "link_refused"
    sentence = _(
        "I open public web pages only, and this link leads elsewhere. Send me the text itself, please."
    )
    of_picture = _(
        "I fetch pictures from public web addresses only, and this is none. Send the picture itself, please."
    )


class LinkMissing(LinkError):
    """The site answers that there is nothing."""

    code = "link_missing"
    sentence = _(
        "There is nothing at this link any more. Is it complete? You can also send me the text itself."
    )
    of_picture = _("There is no picture at this address any more. Send the picture itself, please.")


class LinkClosed(LinkError):
    """401, 402, 403, 451 and those who refuse programs."""

    code = "link_closed"
    sentence = _("This site shows the article to its readers only. Copy the text into a message, please.")
    of_picture = _("This site does not give the picture to programs. Send the picture itself, please.")


class LinkAway(LinkError):
    """No such host, no connection, no answer in time, 5xx, too many redirects."""

    code = "link_away"
    sentence = _(
        "This site does not answer me just now. Try again later, or send me the text itself, please."
    )
    of_picture = _(
        "This site does not answer me just now. Try again later, or send the picture itself, please."
    )


class LinkTooLarge(LinkError):
    """More than FETCH_MAX_BYTES, also after unpacking."""

    code = "link_too_large"
    sentence = _("What is behind this link is too large for me. Send me the text itself, please.")
    of_picture = _("What is at this address is too large for me. Send a smaller picture, please.")


class LinkNoPage(LinkError):
    """A PDF, a video, an archive where a page was wanted, or another file where a picture was."""

    code = "link_no_page"
    sentence = _("This link is not a web page that I can read. Send me the text that matters, please.")
    of_picture = _("There is no picture that I can read at this address: PNG, JPEG, WebP or GIF.")


class LinkEmpty(LinkError):
    """A page whose text is made by scripts, a front page, a consent form."""

    code = "link_empty"
    sentence = _("I found no article behind this link. Copy its text into a message, please.")


class LinkPrivate(LinkError):
    """A chat, an invitation, a post of a private channel."""

    code = "link_private"
    sentence = _(
        "I can open single posts of public channels only. Forward the post to me, please: that always works."
    )


class LinksMany(LinkError):
    """Which of them is meant?"""

    code = "links_many"
    sentence = _("One link at a time, please: which of these articles shall I explain?")
