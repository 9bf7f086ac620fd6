"""Without a mouse, and without eyes: every part has a name, Tab and F6 come everywhere, focus is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from heiltid.texts import Language
from tests.ui.screens import SAMPLES, close, program, sample, settle
from ui.app import Program
from ui.areas import stops
from ui.dialogs.help import HelpDialog
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.new_unit import NewUnit
from ui.dialogs.settings import SettingsDialog
from ui.pages import PAGES
from ui.texts import set_language
from ui.theme import ThemeName, apply_theme

KEYS = [page.key for page in PAGES]
INTERACTIVE = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit),
    *(QPlainTextEdit, QTextEdit),
)
SPOKEN_BY_ANOTHER = (QHeaderView, QScrollBar)  # the table speaks for its headings
QT_OWN = ("qt_spinbox_lineedit", "qt_tableview_cornerbutton")
MOST_STOPS = 80
SEEN_PIXELS = 12


@pytest.fixture(scope="module")
def made(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The window on the sample unit; the tests only look and go about."""
    made = program(tmp_path_factory.mktemp("settings"), Language.NYNORSK, ThemeName.LIGHT)
    made.desk.files.start_new(sample())
    made.window.resize(1366, 768)
    made.window.show()
    yield made
    close(made)


@pytest.fixture(autouse=True)
def _in_front(qtbot: QtBot, made: Program) -> None:
    with qtbot.waitActive(made.window):
        made.window.activateWindow()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifier)
    QApplication.processEvents()


def told(widget: QWidget) -> str:
    """A widget as a failing test names it."""
    words = widget.property("text") or widget.accessibleName()
    parents = []
    parent = widget.parentWidget()
    while parent is not None and len(parents) < 3:
        parents.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} «{words}» in {' < '.join(parents)}"


def nameless(top: QWidget) -> list[str]:
    """What can be used, and has nothing a screen reader could say."""
    found = []
    for widget in top.findChildren(QWidget):
        is_ours = not isinstance(widget, SPOKEN_BY_ANOTHER) and widget.objectName() not in QT_OWN
        # A line's own button to empty it is for the mouse; a button out of sight may have no words yet.
        is_ours = is_ours and not isinstance(widget.parentWidget(), QLineEdit)
        is_ours = is_ours and (widget.isVisible() or not isinstance(widget, QAbstractButton))
        is_popup = widget.window() is not top.window()
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_ours and not is_popup and (takes_keys or isinstance(widget, INTERACTIVE)):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
                found.append(told(widget))
    return found


@pytest.mark.parametrize("key", KEYS)
def test_everything_that_can_be_used_has_a_name(made: Program, key: str) -> None:
    made.window.show_page(key)
    settle()
    window = made.window
    assert [*nameless(window._sidebar), *nameless(window._header), *nameless(window.current)] == []


def test_everything_has_a_name_before_there_is_a_unit(qapp: QApplication, tmp_path: Path) -> None:
    bare = program(tmp_path, Language.ENGLISH, ThemeName.LIGHT)
    bare.window.show()
    found = []
    for key in KEYS:
        bare.window.show_page(key)
        settle()
        found += nameless(bare.window.current)
    close(bare)
    set_language(Language.NYNORSK)
    assert found == []


@pytest.mark.parametrize("kind", ["new", "settings", "help", "import"])
def test_everything_in_a_dialog_has_a_name(qtbot: QtBot, made: Program, kind: str) -> None:
    def opened() -> QDialog:
        if kind == "new":
            return NewUnit(made.window)
        if kind == "settings":
            return SettingsDialog(made.desk.settings, made.window)
        if kind == "help":
            return HelpDialog(made.window)
        return ImportPreview(SAMPLES / "liten.xlsx", made.desk.document.file, made.window)

    dialog = opened()
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert nameless(dialog) == []


def test_an_unnamed_button_is_noticed(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    line = QLineEdit(top)
    assert nameless(top) == [told(line)]
    line.setAccessibleName("Namn")
    assert nameless(top) == []


def tabbed(made: Program) -> list[QWidget]:
    """Where Tab comes to from the sidebar until it is back, or cannot get on."""
    begin = focus()
    found: list[QWidget] = []
    for _ in range(MOST_STOPS):
        before = focus()
        press(Qt.Key.Key_Tab)
        if focus() is begin:
            return found
        if focus() is not before:
            found.append(focus())
            assert not focus().visibleRegion().isEmpty(), told(focus())
        elif focus().objectName() == "rota_grid":  # there Tab goes to the next day, as in a spreadsheet
            return found
    raise AssertionError(f"Tab does not get past {told(focus())}")


@pytest.mark.parametrize("key", KEYS)
def test_tab_comes_to_everything_on_a_page(made: Program, key: str) -> None:
    window = made.window
    window.show_page(key)
    settle()
    nav = window.findChild(QAbstractButton, f"nav_{key}")
    nav.setFocus()
    found = tabbed(made)
    tools = [widget for widget in stops(window._header) if not _in_group(widget)]
    above = [widget for widget in found if widget in tools]
    assert above == tools
    assert [widget for widget in found if not _in_group(widget)][: len(tools)] == tools  # they come first
    missed = [
        told(widget)
        for area in (window._header, *window.current.areas()[:1])
        for widget in stops(area)
        if widget not in found and not _in_group(widget)
    ]
    assert missed == []


def _in_group(widget: QWidget) -> bool:
    """One of several buttons of which one is pressed: Tab comes to one, arrows to the others."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None


@pytest.mark.parametrize("key", KEYS)
def test_f6_goes_round_the_parts_of_the_window(made: Program, key: str) -> None:
    window = made.window
    window.show_page(key)
    settle()
    window.findChild(QAbstractButton, f"nav_{key}").setFocus()
    areas = [area for area in window.areas() if next(stops(area), None) is not None]
    ways = ((Qt.KeyboardModifier.NoModifier, 1), (Qt.KeyboardModifier.ShiftModifier, -1))
    for modifier, step in ways:
        place = 0
        for _ in areas:
            press(Qt.Key.Key_F6, modifier)
            place = (place + step) % len(areas)
            assert areas[place] is focus() or areas[place].isAncestorOf(focus()), told(focus())
        assert focus().objectName() == f"nav_{key}"


def test_pages_are_turned_by_keys_and_take_the_keyboard_along(made: Program) -> None:
    window = made.window
    window.show_page(KEYS[0])
    seen = []
    for _ in KEYS:
        press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        seen.append(window.current.key)
        assert window.current.isAncestorOf(focus()), told(focus())
    assert seen == [*KEYS[1:], KEYS[0]]
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.current.key == KEYS[-1]


def test_arrows_go_through_the_sidebar(made: Program) -> None:
    window = made.window
    window.show_page(KEYS[0])
    window.findChild(QAbstractButton, f"nav_{KEYS[0]}").setFocus()
    for key in KEYS[1:]:
        press(Qt.Key.Key_Down)
        assert window.current.key == key
        assert focus().objectName() == f"nav_{key}"


def test_who_is_sent_to_a_page_can_type_there_at_once(made: Program) -> None:
    made.window.show_page("start")
    made.desk.go_to("rota")
    assert focus().objectName() == "rota_grid"


@pytest.fixture(params=[ThemeName.DARK, ThemeName.LIGHT])
def _theme(request: pytest.FixtureRequest, made: Program) -> Iterator[None]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, request.param)
    settle()
    yield
    apply_theme(application, ThemeName.LIGHT)


@pytest.mark.usefixtures("_theme")
def test_focus_is_seen_wherever_it_is(made: Program) -> None:
    unseen = []
    for key in KEYS:
        made.window.show_page(key)
        settle()
        found = [widget for area in made.window.areas() for widget in stops(area)]
        unseen += [told(widget) for widget in found if _changed_pixels(made.window, widget) < SEEN_PIXELS]
    assert unseen == []


def _changed_pixels(window: QWidget, widget: QWidget) -> int:
    """Pixels in and around a widget that differ by a clear step when it has the keyboard."""
    for area in _scrolled_around(widget):
        area.ensureWidgetVisible(widget)
    if QApplication.focusWidget() is not None:
        focus().clearFocus()
    without = _picture(window, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = _picture(window, widget)
    step = 24  # of 255; less is no edge anybody sees
    pairs = zip(_lightness(without), _lightness(with_focus), strict=True)
    return sum(abs(one - other) >= step for one, other in pairs)


def _scrolled_around(widget: QWidget) -> Iterator[QScrollArea]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()


def _lightness(picture: QImage) -> bytes:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


def _picture(window: QWidget, widget: QWidget) -> QImage:
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    return window.grab(box.intersected(window.rect())).toImage()
