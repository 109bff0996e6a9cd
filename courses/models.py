"""The door through which Django finds the models of the rooms."""

from courses.assessment.models import Answer, Attempt, QuizItem, QuizPage, Regrade, RegradedAnswer
from courses.catalogue.models import CoursePage, DiscussionPage, LinkPage, ModulePage, ReadingPage, Unit, VideoPage
from courses.completion.models import Completion, Happening, UnitProgress
from courses.editions.models import Edition, Event, Facilitator, ModuleDates, StaffAct
from courses.enrolment.models import Enrolment, Invitation
from courses.evaluation.models import AnswerBox, Questionnaire, Respondent
from courses.facilitation.models import Attendance
from courses.learning.models import LearnerWish, Note
from courses.letters.models import Reminder
from courses.questions.models import Question, QuestionFile, QuestionText, QuestionVersion

__all__ = [
    "Answer",
    "AnswerBox",
    "Attempt",
    "Attendance",
    "Completion",
    "CoursePage",
    "DiscussionPage",
    "Edition",
    "Enrolment",
    "Event",
    "Facilitator",
    "Happening",
    "Invitation",
    "LearnerWish",
    "LinkPage",
    "ModuleDates",
    "ModulePage",
    "Note",
    "Question",
    "QuestionFile",
    "QuestionText",
    "QuestionVersion",
    "Questionnaire",
    "QuizItem",
    "QuizPage",
    "ReadingPage",
    "Regrade",
    "RegradedAnswer",
    "Reminder",
    "Respondent",
    "StaffAct",
    "Unit",
    "UnitProgress",
    "VideoPage",
]
