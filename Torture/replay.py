"""Replays what a program did to the files of a folder, and cuts the power in the middle.

The program runs under strace. What it wrote and did not fsync is lost in part: not at all kept
(`none`), kept write by write at random (`subset`), or torn into sectors of 512 bytes (`torn`). A
name that was made, changed or removed without an fsync of the folder is lost the same way; names
keep their order, as file systems with a journal have it.
"""

import os
import re
from pathlib import Path

CALLS = "openat,open,close,pwrite64,write,writev,fdatasync,fsync,ftruncate,unlink,unlinkat,rename,renameat,renameat2"
MODES = ("none", "subset", "torn")
# They carry no state: locks, the shared memory that SQLite makes anew, the reserve.
PASSING = ("-shm", ".lock", ".reserve")


def tracer(trace):
    """What has to stand before a command so that its calls are written down."""
    return ["strace", "-f", "-qq", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o", str(trace)]


def traced(program, arguments, folder, data, trace, **environment):
    """Runs a command under strace; the finished process."""
    return program.run(
        *arguments, "--data", folder, data=data, prefix=tracer(trace), timeout=300, **environment)


def _text(quoted):
    return bytes.fromhex(quoted.replace("\\x", ""))


def _calls(path):
    """The calls of a trace in the order of their beginning and end: (call, arguments, result, phase)."""
    begun = {}
    with open(path, errors="replace") as lines:
        for line in lines:
            thread, _, call = line.rstrip("\n").partition(" ")
            call = call.lstrip()
            if call.endswith("<unfinished ...>"):
                begun[thread] = call[: -len("<unfinished ...>")].rstrip()
                yield begun[thread], None, "begin"
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>(.*)$", call)
            if resumed:
                yield begun.pop(thread, "") + resumed[1], _result(resumed[1]), "end"
            else:
                yield call, _result(call), "both"


def _result(call):
    found = re.search(r"= (-?\d+)", call[call.rfind(")"):])
    return int(found[1]) if found else -1


class Inode:
    """A file's bytes on the disk, and what was written to it since."""

    def __init__(self, durable=b""):
        self.durable = bytearray(durable)
        self.pending = []
        self.length = len(durable)


class Machine:
    """The files of one folder as a disk with a cache holds them."""

    def __init__(self, folder):
        self.folder = str(Path(folder).resolve())
        self.names = {}
        self.durable_names = {}
        self.pending_names = []
        self.open = {}
        self.output = ""
        for path in Path(folder).iterdir():
            if path.is_file() and not path.name.endswith(PASSING):
                self.names[path.name] = Inode(path.read_bytes())
        self.durable_names = dict(self.names)

    def name(self, path):
        path = os.path.join(os.getcwd(), path)
        path = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        if path in (self.folder, self.folder + "/") or os.path.realpath(path) == self.folder:
            return "."
        inside = os.path.dirname(path) == self.folder and not path.endswith(PASSING)
        return os.path.basename(path) if inside else None

    def link(self, name, inode):
        """Gives a name to a file, or takes it away."""
        if inode is None:
            self.names.pop(name, None)
        else:
            self.names[name] = inode
        self.pending_names.append((name, inode))

    def cut(self, draw, mode=None):
        """What the disk holds after a power cut now: bytes by name."""
        mode = mode or draw.choice(MODES)
        names = dict(self.durable_names)
        kept = 0 if mode == "none" else draw.randrange(len(self.pending_names) + 1)
        for name, inode in self.pending_names[:kept]:
            if inode is None:
                names.pop(name, None)
            else:
                names[name] = inode
        return {name: bytes(_after(inode, mode, draw)) for name, inode in names.items()}


def _after(inode, mode, draw):
    state = bytearray(inode.durable)
    if mode == "none":
        return state
    for offset, data in inode.pending:
        if data is None:
            if draw.random() < 0.5:
                _cut_to(state, offset)
        elif mode == "subset":
            if draw.random() < 0.5:
                _put(state, offset, data)
        else:
            for start in range(0, len(data), 512):
                if draw.random() < 0.7:
                    _put(state, offset + start, data[start:start + 512])
    return state


def _put(state, offset, data):
    if len(state) < offset + len(data):
        state.extend(bytes(offset + len(data) - len(state)))
    state[offset:offset + len(data)] = data


def _cut_to(state, length):
    del state[length:]
    state.extend(bytes(length - len(state)))


def replay(folder_before, folder, trace, ignore=()):
    """Yields the machine after each step that touched the folder or the output.

    `ignore` names what the disk pretends to do and does not: `folder` for an fsync of the folder.
    `folder_before` is a copy of the folder as it was when the command began.
    """
    machine = Machine(folder_before)
    machine.folder = str(Path(folder).resolve())
    syncing = {}
    for call, result, phase in _calls(trace):
        name, _, rest = call.partition("(")
        step = _STEPS.get(name)
        if step and step(machine, rest, result, phase, syncing, ignore):
            yield machine


def _open(machine, rest, result, phase, syncing, ignore):
    found = re.match(r'(?:AT_FDCWD, )?"([^"]*)", ([A-Z_|0-9]+)', rest)
    if not found or phase == "begin" or result < 0:
        return False
    name = machine.name(_text(found[1]).decode())
    machine.open.pop(result, None)
    if name is None:
        return False
    inode = machine.names.get(name)
    changed = False
    if name != ".":
        if inode is None:
            inode, changed = Inode(), True
            machine.link(name, inode)
        elif "O_TRUNC" in found[2]:
            inode.pending.append((0, None))
            inode.length, changed = 0, True
    machine.open[result] = [inode, inode.length if "O_APPEND" in found[2] and inode else 0]
    return changed


def _close(machine, rest, result, phase, syncing, ignore):
    if phase != "begin":
        machine.open.pop(int(rest.split(")")[0]), None)
    return False


def _pwrite(machine, rest, result, phase, syncing, ignore):
    found = re.match(r'(\d+), "([^"]*)", \d+, (\d+)', rest)
    file = machine.open.get(int(found[1])) if found else None
    # The bytes can be on the disk from the beginning of the call on.
    if not file or phase == "end" or result is not None and result < 0:
        return False
    offset, data = int(found[3]), _text(found[2])
    file[0].pending.append((offset, data))
    file[0].length = max(file[0].length, offset + len(data))
    return True


def _write(machine, rest, result, phase, syncing, ignore):
    found = re.match(r'(\d+), "([^"]*)"', rest)
    if not found or phase == "end" or result is not None and result < 0:
        return False
    data = _text(found[2])
    if found[1] == "1":
        machine.output += data.decode(errors="replace")
        return True
    file = machine.open.get(int(found[1]))
    if not file or file[0] is None:
        return _answer(machine, data)
    file[0].pending.append((file[1], data))
    file[1] += len(data)
    file[0].length = max(file[0].length, file[1])
    return True


def _write_pieces(machine, rest, result, phase, syncing, ignore):
    if phase == "end" or result is not None and result < 0:
        return False
    return _answer(machine, b"".join(map(_text, re.findall(r'iov_base="([^"]*)"', rest))))


def _answer(machine, data):
    """What goes to a client of the server: the identifiers that it acknowledges."""
    found = re.search(rb'"stored":\[(.*)', data)
    names = re.findall(rb'"id":"([0-9a-f-]{36})"', found[1]) if found else []
    machine.output += "".join(f"{name.decode()}\n" for name in names)
    return bool(names)


def _sync(machine, rest, result, phase, syncing, ignore):
    number = int(re.match(r"(\d+)", rest)[1])
    file = machine.open.get(number)
    if not file:
        return False
    inode = file[0]
    if phase in ("begin", "both"):
        # Only what was there when it began is sure to be on the disk at its end.
        pending = machine.pending_names if inode is None else inode.pending
        syncing[number] = len(pending)
    if phase == "begin" or result != 0:
        return False
    count = syncing.pop(number, 0)
    if inode is None:
        if "folder" in ignore:
            return False
        for name, target in machine.pending_names[:count]:
            if target is None:
                machine.durable_names.pop(name, None)
            else:
                machine.durable_names[name] = target
        del machine.pending_names[:count]
        return True
    for offset, data in inode.pending[:count]:
        if data is None:
            _cut_to(inode.durable, offset)
        else:
            _put(inode.durable, offset, data)
    del inode.pending[:count]
    return True


def _truncate(machine, rest, result, phase, syncing, ignore):
    found = re.match(r"(\d+), (\d+)", rest)
    file = machine.open.get(int(found[1])) if found else None
    if not file or phase == "end" or result is not None and result < 0:
        return False
    file[0].pending.append((int(found[2]), None))
    file[0].length = int(found[2])
    return True


def _unlink(machine, rest, result, phase, syncing, ignore):
    found = re.search(r'"([^"]*)"', rest)
    name = machine.name(_text(found[1]).decode()) if found else None
    if name not in machine.names or phase == "begin" or result != 0:
        return False
    machine.link(name, None)
    return True


def _rename(machine, rest, result, phase, syncing, ignore):
    found = [machine.name(_text(text).decode()) for text in re.findall(r'"([^"]*)"', rest)]
    if phase == "begin" or result != 0 or found[0] not in machine.names:
        return False
    inode = machine.names.pop(found[0])
    machine.names[found[1]] = inode
    # One step of the journal: the new name and the end of the old one.
    machine.pending_names.append((found[1], inode))
    machine.pending_names.append((found[0], None))
    return True


_STEPS = {
    "openat": _open, "open": _open, "close": _close, "pwrite64": _pwrite, "write": _write,
    "writev": _write_pieces,
    "fsync": _sync, "fdatasync": _sync, "ftruncate": _truncate, "unlink": _unlink,
    "unlinkat": _unlink, "rename": _rename, "renameat": _rename, "renameat2": _rename,
}
