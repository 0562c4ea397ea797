"""What lessons can refuse, beside the family of the bot."""

from django.utils.translation import gettext_lazy as _

from botapp.exceptions import NotFound


class LessonGone(NotFound):
    """The course, lesson or question behind a button is unpublished or deleted."""

    code = "lesson_gone"
    sentence = _("This lesson is not open at the moment. All that are: /learn")


class ManuscriptError(Exception):
    """A file of a course breaks a rule. The text names the file, the place in it and the cure."""
