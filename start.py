"""Heiltid from a fresh checkout, with nothing but Python: python3 start.py [words].

    python3 start.py                the window on the sample unit Solbakken; without a screen the main
                                    job on it: a new rota in a workbook
    python3 start.py test           the whole check: format, lint, types, tests
    python3 start.py solve ...      any other words go to the command line of heiltid

The first start makes .venv beside this file and fetches the locked libraries; later starts only
compare a stamp, without network. Standard library only. The syntax stays that of Python 3.6, so
that an old Python reaches the message below; a test reads it so.
"""

import hashlib
import importlib.util
import json
import locale
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    THIS = sys.version.split()[0]
    sys.exit(
        f"Heiltid treng Python 3.11 eller nyare; dette er {THIS}. Hent ein ny Python frå python.org.\n"
        f"Heiltid needs Python 3.11 or newer; this is {THIS}. Get a new Python from python.org."
    )

import tomllib  # noqa: E402 - not before the check above: older Pythons lack it

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "heiltid-ready.json"
BUILDING = VENV / "heiltid-unfinished"
START_LOCK = ROOT / ".venv.lock"
RUN_LOCK = "requirements.lock"
TEST_LOCK = "requirements-dev.lock"  # everything in RUN_LOCK and the tools of the check
# Debian's names of what Qt needs to start at all, and to show a window.
QT_PACKAGES = ["libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0"]
QT_PACKAGES += ["libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1"]
QT_PACKAGES += ["libxcb-shape0", "libxcb-xkb1"]
QT_PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"
SAMPLE = ROOT / "sample_rotas" / "solbakken.xlsx"
WAIT_SECONDS = 0.5

MESSAGES = tomllib.loads((ROOT / "resources" / "start.toml").read_text(encoding="utf-8"))


class StartError(Exception):
    """Something the user can mend; its text is in the user's language."""


def language():
    """nn, nb or en: the system's language if it is one of them, else nynorsk; as heiltid.texts says."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    code = (wanted or locale.setlocale(locale.LC_CTYPE)).lower()[:2]
    return {"nb": "nb", "no": "nb", "en": "en"}.get(code, "nn")


def message(key, **values):
    """The text of a key in the user's language."""
    return MESSAGES[key][language()].format(**values)


def say(key, **values):
    """Tell the user on the error channel, so that a command's own output stays clean."""
    print(message(key, **values), file=sys.stderr, flush=True)


def interpreter():
    """The environment's own Python."""
    return VENV.joinpath("Scripts", "python.exe") if os.name == "nt" else VENV.joinpath("bin", "python")


def base_python():
    """The Python an environment is made from, also when this one runs inside an environment."""
    return getattr(sys, "_base_executable", None) or sys.executable


def digest(lock_name):
    """A fingerprint of a lock file."""
    return hashlib.sha256(ROOT.joinpath(lock_name).read_bytes()).hexdigest()


def foundation():
    """What the environment stands on: its Python, and the Python that one leads to."""
    return {"python": os.path.realpath(str(interpreter())), "base": os.path.realpath(base_of_venv())}


def base_of_venv():
    """The folder of the Python that made the environment, as pyvenv.cfg names it."""
    for line in VENV.joinpath("pyvenv.cfg").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        if key.strip() == "home":
            return value.strip()
    return ""


def is_ready(lock_name):
    """Whether a finished environment has exactly these libraries, and its Python still exists."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        if stamp["locks"].get(lock_name) != digest(lock_name) or stamp["foundation"] != foundation():
            return False
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return False
    return all(os.path.exists(path) for path in stamp["foundation"].values())


def prepare(lock_name):
    """Make or mend the environment; nothing but a look at the stamp when it is ready."""
    if is_ready(lock_name):
        return
    try:
        with only_one_start():
            if not is_ready(lock_name):
                build(lock_name)
    except OSError as error:
        raise StartError(message("no_place", folder=ROOT, reason=error.strerror or error)) from error


@contextmanager
def only_one_start():
    """Waits until no other start is preparing. The system frees the lock if its holder dies."""
    with START_LOCK.open("a+") as stream:
        if not lock_stream(stream):
            say("waiting")
            while not lock_stream(stream):
                time.sleep(WAIT_SECONDS)
        yield


def lock_stream(stream):
    """Try to take a lock on an open file; False when another process has it."""
    try:
        if os.name == "nt":
            import msvcrt

            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def build(lock_name):
    """Environment and libraries. BUILDING stands from the first step until all is in place."""
    say("preparing")
    if BUILDING.exists() or not is_usable():
        make_environment()
    BUILDING.touch()
    if STAMP.exists():
        STAMP.unlink()
    install(lock_name)
    locks = {name: digest(name) for name in (RUN_LOCK, TEST_LOCK) if lock_name in (name, TEST_LOCK)}
    BUILDING.unlink()
    half = STAMP.with_suffix(".new")
    half.write_text(json.dumps({"locks": locks, "foundation": foundation()}), encoding="utf-8")
    os.replace(str(half), str(STAMP))


def is_usable():
    """Whether .venv, by whomever it was made, has a Python new enough with a pip that starts."""
    if not interpreter().exists():
        return False
    probe = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return run([str(interpreter()), "-c", probe], stderr=subprocess.DEVNULL) == 0


def make_environment():
    """An empty environment where .venv is, whatever stood there."""
    make_sure_of_venv()
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        say("rebuilding")
        shutil.rmtree(str(VENV))
    VENV.mkdir()
    BUILDING.touch()
    if run([base_python(), "-m", "venv", str(VENV)]) != 0:
        raise StartError("\n".join([message("no_venv"), *venv_advice()]))


def has_venv():
    """Whether this Python can make environments. Debian ships both modules in a package of its own."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def may_install():
    """Whether we are root on Debian or its kin."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def install_for_debian(name, packages):
    """Packages of the system; whether they came."""
    say("apt", package=name)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    run(["apt-get", "update", "-qq"], env=quiet, stdout=sys.stderr)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return run(command, env=quiet, stdout=sys.stderr) == 0


def make_sure_of_venv():
    """Installs what is missing where we may (root on Debian); else says how."""
    if has_venv():
        return
    if may_install():
        for package in venv_packages():
            if install_for_debian(package, [package]) and has_venv():
                return
    raise StartError("\n".join([message("no_venv"), *venv_advice()]))


def venv_packages():
    """Debian's names for what this Python lacks, the fitting one first."""
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv"]


def venv_advice():
    """What to type, by system."""
    return [
        "  Debian, Ubuntu:  sudo apt install " + venv_packages()[0],
        "  Fedora:          sudo dnf install python3-pip",
        "  openSUSE:        sudo zypper install python3-pip",
        "  macOS, Windows:  https://www.python.org/downloads/",
    ]


def install(lock_name):
    """The locked libraries into the environment; each file is held to the hash in the lock."""
    command = [str(interpreter()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--no-deps", "--require-hashes", "-r", str(ROOT / lock_name)]
    if not sys.stderr.isatty():
        command.append("--quiet")
    if run(command, env=dict(os.environ, PIP_USER="0"), stdout=sys.stderr) != 0:
        raise StartError(message("no_libraries"))


def run(command, **how):
    """The exit code of a command. An interrupt reaches the command too: we go on when it has ended."""
    interrupted = False
    with subprocess.Popen(command, **how) as process:
        while process.returncode is None:
            try:
                process.wait()
            except KeyboardInterrupt:
                interrupted = True
    if interrupted:
        raise KeyboardInterrupt
    return process.returncode


def project_environment():
    """The variables a command of the project runs with: it finds the packages beside this file."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return dict(os.environ, PYTHONPATH=os.pathsep.join(paths), PYTHONUTF8="1")


def heiltid(words):
    """Hand over to the command line in the user's own folder. -P: nothing there hides our modules."""
    command = [str(interpreter()), "-P", "-m", "heiltid", *words]
    if os.name == "nt":
        return run(command, env=project_environment())
    sys.stdout.flush()
    return os.execve(command[0], command, project_environment())


def main_job():
    """The words that build a new rota for the sample unit, beside a result that does not exist yet."""
    name = time.strftime("solbakken-%Y-%m-%d-%H%M%S.xlsx")
    return ["solve", str(SAMPLE), "--out", str(result_folder() / name)]


def result_folder():
    """`out` in the current folder, or where we may not write there, in the home or temporary folder."""
    bases = [Path.cwd(), Path(os.path.expanduser("~")) / "heiltid", Path(tempfile.gettempdir()) / "heiltid"]
    for folder in [base / "out" for base in bases]:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=str(folder)):
                return folder
        except OSError as error:
            reason = error.strerror or str(error)
    raise StartError(message("no_place", folder=folder, reason=reason))


def whole_check(more):
    """Format, lint, types, tests; all of them even when one fails. `more` goes to pytest."""
    python = str(interpreter())
    steps = {
        "ruff format": ["ruff", "format", "--check", "."],
        "ruff check": ["ruff", "check", "."],
        "mypy": ["mypy"],
        "pytest": ["pytest", "-p", "xdist", "-n", "2", *more],
    }
    failed = []
    for name, words in steps.items():
        print("== " + name, flush=True)
        if run([python, "-m", *words], cwd=str(ROOT), env=project_environment()) != 0:
            failed.append(name)
    if failed:
        say("failed", steps=", ".join(failed))
    return 1 if failed else 0


def has_screen():
    """Whether there is a screen a window could stand on."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def qt_works(environment):
    """Whether Qt starts here. Remembered beside the stamp: asking takes half a second."""
    asked = "offscreen" if environment.get("QT_QPA_PLATFORM") == "offscreen" else "screen"
    proof = VENV / ("qt-works-" + asked)
    if proof.exists() and STAMP.exists() and proof.stat().st_mtime >= STAMP.stat().st_mtime:
        return True
    command = [str(interpreter()), "-c", QT_PROBE]
    works = run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    if works:
        proof.touch()
    return works


def make_sure_of_qt(environment):
    """Whether Qt works, after installing its system libraries where we may (root on Debian)."""
    if qt_works(environment):
        return True
    return may_install() and install_for_debian("Qt", QT_PACKAGES) and qt_works(environment)


def qt_advice():
    """What to type where Qt does not start."""
    return message("no_window") + "\n  Debian, Ubuntu:  sudo apt install " + " ".join(QT_PACKAGES)


def first_job():
    """The words for a start without any: the window on the sample, or the main job without a screen."""
    if not has_screen():
        return main_job()
    if make_sure_of_qt(dict(os.environ)):
        return ["window", str(SAMPLE)]
    print(qt_advice(), file=sys.stderr)
    return main_job()


def main(words):
    """What the words ask for; the exit code."""
    try:
        if words[:1] == ["test"]:
            prepare(TEST_LOCK)
            if not make_sure_of_qt(dict(os.environ, QT_QPA_PLATFORM="offscreen")):
                raise StartError(qt_advice())
            return whole_check(words[1:])
        prepare(RUN_LOCK)
        return heiltid(words or first_job())
    except StartError as error:
        print(error, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
