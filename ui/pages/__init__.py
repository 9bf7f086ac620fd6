"""The pages of the window, one module or package each, in the order of the sidebar."""

from ui.page import Page
from ui.pages.agreements import AgreementsPage
from ui.pages.booking import BookingPage
from ui.pages.build import BuildPage
from ui.pages.people import PeoplePage
from ui.pages.results import ResultsPage
from ui.pages.rota import RotaPage
from ui.pages.rules import RulesPage
from ui.pages.staffing import StaffingPage
from ui.pages.start import StartPage
from ui.pages.unit import UnitPage
from ui.pages.wishes import WishesPage

PAGES: tuple[type[Page], ...] = (
    StartPage,
    UnitPage,
    StaffingPage,
    PeoplePage,
    WishesPage,
    RulesPage,
    AgreementsPage,
    RotaPage,
    BuildPage,
    ResultsPage,
    BookingPage,
)
