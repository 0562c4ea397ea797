"""What lessons add to the bot: commands, a menu entry, buttons, a card action, a deep link."""

from django.utils.translation import gettext_lazy as _

from botapp.telegram.features import (
    CardAction,
    Command,
    DeepLink,
    Feature,
    MenuEntry,
    TermAction,
    registry,
)
from lessons.telegram import buttons
from lessons.telegram.handlers import courses, lessons, questions
from lessons.telegram.related import related_lesson
from lessons.telegram.term_lessons import term_lesson

registry.register(
    Feature(
        name="lessons",
        commands=(
            Command("learn", _("Courses and lessons"), courses.open_menu, is_main=True),
            Command("lesson", _("Go on with your next lesson"), lessons.open_next),
        ),
        menu=(MenuEntry(_("Learn"), buttons.OpenMenu(), order=20),),
        buttons={
            buttons.OpenMenu: courses.open_menu,
            buttons.OpenCourse: courses.open_course,
            buttons.OpenLesson: lessons.read_first_page,
            buttons.ReadPage: lessons.read_page,
            buttons.OpenRelated: lessons.open_related,
            buttons.OpenTermLesson: lessons.open_of_term,
            buttons.StartQuestions: questions.ask,
            buttons.Choose: questions.choose,
            buttons.ShowResult: questions.show_result,
        },
        card_actions=(CardAction(_("Related lesson"), related_lesson, order=60),),
        term_actions=(TermAction(_("Related lesson"), term_lesson, order=60),),
        deep_links=(DeepLink(lessons.LINK, lessons.open_linked),),
    )
)
