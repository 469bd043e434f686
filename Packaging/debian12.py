"""A fresh Debian 12 in a folder: to run programs in, or to boot with its own systemd."""

import os
import pathlib
import shutil
import signal
import subprocess
import time

MIRROR = "http://deb.debian.org/debian"
QUIET = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8", "HOME": "/root",
         "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}

# Makes a command that of the service's account.
ACCOUNT = ["setpriv", "--reuid=anamnesis", "--regid=anamnesis", "--init-groups"]

# Runs as the first process of its namespaces. /proc/sys and /sys are read-only: the machine around
# stays as it is.
BOOT = """
set -e
cd "$1"
mount --bind . . && cd "$1"
mount -t proc proc proc && mount --bind proc/sys proc/sys && mount -o remount,ro,bind proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs tmpfs run && mount -t tmpfs tmpfs tmp && mount -t tmpfs -o mode=755 tmpfs dev
for name in null zero full random urandom tty; do cp -a "/dev/$name" dev/; done
mkdir -p dev/shm dev/pts outside
mount -t devpts -o newinstance,ptmxmode=666 devpts dev/pts && ln -s pts/ptmx dev/ptmx
ip link set lo up
pivot_root . outside
umount -l /outside
exec env -i container=other PATH=/usr/sbin:/usr/bin /lib/systemd/systemd
"""


def run(*command, timeout=120, **options):
    """A command to its end, its output as text. It gets no input."""
    return subprocess.run(
        [str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", timeout=timeout, **options)


def must(done):
    if done.returncode:
        raise RuntimeError(f"{done.args} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


class Debian:
    """A copy of a fresh system. Its mounts end with this process, which has a namespace for them."""

    def __init__(self, work, name, packages=()):
        self.folder = pathlib.Path(work, "root")
        self.pristine = pathlib.Path(work, f"debian-12-{name}")
        if not self.pristine.exists():
            self._make(packages)
        shutil.rmtree(self.folder, ignore_errors=True)
        must(run("cp", "-a", "--reflink=auto", self.pristine, self.folder))
        must(run("mount", "-t", "proc", "proc", self.folder / "proc"))

    def _make(self, packages):
        """Fetches the system once, as apt does; later runs copy it."""
        print(f"  fetching a Debian 12 ({self.pristine.name})", flush=True)
        part = self.pristine.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        extra = [f"--include={','.join(packages)}"] if packages else []
        must(run("debootstrap", "--variant=minbase", *extra, "bookworm", part, MIRROR, timeout=1200))
        part.rename(self.pristine)

    def command(self, *command):
        return ["chroot", str(self.folder), *map(str, command)]

    def run(self, *command, timeout=120):
        return run(*self.command(*command), timeout=timeout, env=QUIET)

    def anamnesis(self, *arguments, program="anamnesis"):
        """The program as the service's account."""
        return self.run(*ACCOUNT, program, *arguments)

    def take(self, file):
        """Brings a file in."""
        shutil.copy(file, self.folder / "tmp")
        return f"/tmp/{pathlib.Path(file).name}"

    def install(self, package):
        # Also without network: what it needs is there already.
        return self.run("apt-get", "install", "--yes", "--allow-downgrades", self.take(package))

    def path(self, path):
        return self.folder / path.lstrip("/")

    def close(self):
        run("umount", "-l", self.folder / "proc")
        shutil.rmtree(self.folder, ignore_errors=True)


class Booted:
    """The system with its systemd as first process, in namespaces and a network of its own."""

    def __init__(self, debian):
        mount = must(run("findmnt", "-n", "-o", "TARGET", "-t", "cgroup2")).stdout.split()[0]
        self.group = pathlib.Path(mount, f"anamnesis-package-{os.getpid()}")
        self.group.mkdir()
        self.process = subprocess.Popen(
            ["unshare", "--fork", "--kill-child", "--pid", "--mount", "--uts", "--ipc", "--net",
             "--cgroup", "bash", "-c", BOOT, "boot", str(debian.folder)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            preexec_fn=lambda: (self.group / "cgroup.procs").write_text("0"))
        self.first = self._first()

    def _first(self):
        """The number of its first process once all is started."""
        for _ in range(300):
            time.sleep(0.2)
            found = run("pgrep", "-P", self.process.pid).stdout.split()
            self.first = int(found[0]) if found else None
            if self.first and self.run("systemctl", "is-system-running").stdout.strip() in (
                    "running", "degraded"):
                return self.first
            if self.process.poll() is not None:
                raise RuntimeError(f"systemd did not start: {self.process.stderr.read().decode()}")
        raise RuntimeError("systemd did not get ready in a minute")

    def run(self, *command, timeout=120):
        """A command inside."""
        return run("nsenter", "-t", self.first, "-m", "-p", "-n", "-u", "-i", "-C", "-r", "-w",
                   *command, timeout=timeout, env=QUIET)

    def get(self, path, port=8080):
        """A page of the server: its code and its text. 0 when nobody answers."""
        done = run("nsenter", "-t", self.first, "-n", "curl", "--silent", "--max-time", "10",
                   "--write-out", "\n%{http_code}", f"http://127.0.0.1:{port}{path}")
        text, _, code = done.stdout.rpartition("\n")
        return int(code or 0), text

    def show(self, name):
        return self.run("systemctl", "show", "-p", name, "--value", "anamnesis").stdout.strip()

    def until(self, holds, seconds=60):
        """Waits until something holds; whether it ever did."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return True
            time.sleep(0.2)
        return False

    def close(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        for _ in range(50):
            for folder in sorted(self.group.rglob("*/"), reverse=True):
                run("rmdir", folder)
            run("rmdir", self.group)
            if not self.group.exists():
                return
            time.sleep(0.1)
