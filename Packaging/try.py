"""Tries the package: installed, used, upgraded, removed and purged in a fresh Debian 12 without Swift,
and served under its systemd.

try.py PACKAGE.deb WORK-FOLDER      needs root; keeps fetched systems in the folder
Each promise that a broken package could break has a control: the same look at a package, a unit or a
program that was weakened on purpose, which has to be red.
"""

import os
import pathlib
import signal
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True

from debian12 import Booted, Debian  # noqa: E402
import installed  # noqa: E402
import service  # noqa: E402


class Report:
    """Counts what held and what did not."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, words, found=""):
        if holds:
            self.passed += 1
            print(f"  {words}", flush=True)
        else:
            self.failed += 1
            print(f"  FAILED: {words}: {str(found)[:2000]}", flush=True)
        return bool(holds)

    def control(self, is_red, words):
        self.check(is_red, f"control, {words}: " + ("red, as it must be" if is_red else "NOT SEEN"))


def main(package, work):
    if os.geteuid() != 0:
        sys.exit("package: a system in a folder needs root: sudo script/package --test FILE")
    if "APART" not in os.environ:  # Mounts are made in a namespace of their own and end with it.
        os.execvpe("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable,
                               *sys.argv], os.environ | {"APART": "1"})
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # What was started ends with this.
    package, work = pathlib.Path(package).resolve(), pathlib.Path(work).resolve()
    work.mkdir(exist_ok=True)
    report = Report()
    print("Installed in a minimal Debian 12", flush=True)
    debian = Debian(work, "minimal")
    try:
        installed.campaign(debian, package, work, report)
    finally:
        debian.close()
    print("Served under systemd", flush=True)
    debian = Debian(work, "systemd", ["systemd", "systemd-sysv", "dbus", "nginx-light", "openssl"])
    try:
        service.campaign(debian, Booted, package, work, report)
    finally:
        debian.close()
    print(f"package: {report.passed} checks passed, {report.failed} failed", flush=True)
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
