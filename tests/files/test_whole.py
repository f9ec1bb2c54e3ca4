"""Files are written whole or not at all."""

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from orgmodel.files import CannotWriteError, write_whole

OLD = b"name: Before\n"
NEW = b"name: After\n" * 1000


def names_in(folder):
    """Name what is in a folder."""
    return [entry.name for entry in folder.iterdir()]


class FailingFile:
    """A file whose n-th operation fails, as on a full disk; half of the data may be written."""

    def __init__(self, file, tick):
        self.file, self.tick = file, tick

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.file.close()

    def write(self, data):
        """Write, failing perhaps in the middle."""
        self.file.write(data[: len(data) // 2])
        self.tick("write")
        return self.file.write(data[len(data) // 2 :])

    def flush(self):
        """Flush, failing perhaps."""
        self.tick("flush")
        self.file.flush()


def arm(monkeypatch, fail_at):
    """Let the n-th operation of writing fail; return the list of all operations met."""
    met = []

    def ticking(name, function):
        def run(*args, **kwargs):
            tick(name)
            return function(*args, **kwargs)

        return run

    def tick(name):
        met.append(name)
        if len(met) - 1 == fail_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    module = sys.modules["orgmodel.files.whole"]
    fdopen = os.fdopen
    monkeypatch.setattr(module.os, "fdopen", lambda *args: FailingFile(fdopen(*args), tick))
    for name in ("open", "fsync"):
        monkeypatch.setattr(module.os, name, ticking(name, getattr(os, name)))
    for name in ("chmod", "replace"):
        monkeypatch.setattr(module.Path, name, ticking(name, getattr(Path, name)))
    return met


OPERATIONS = ["open", "write", "flush", "fsync", "chmod", "replace"]


@pytest.mark.parametrize("fail_at", range(len(OPERATIONS)))
def test_a_failure_at_any_step_leaves_the_old_file_and_no_leftovers(tmp_path, monkeypatch, fail_at):
    """Whatever step fails, the old bytes are there, nothing else is, and the error says why."""
    file = tmp_path / "org.yaml"
    file.write_bytes(OLD)
    with monkeypatch.context() as patch:
        met = arm(patch, fail_at)
        with pytest.raises(CannotWriteError, match=r"Cannot write .*org\.yaml: No space left"):
            write_whole(file, NEW)
    assert met == OPERATIONS[: fail_at + 1]
    assert file.read_bytes() == OLD
    assert names_in(tmp_path) == ["org.yaml"]


def test_the_steps_that_can_fail_are_all_tested(tmp_path, monkeypatch):
    """A save goes through exactly the steps above, then makes the directory entry durable."""
    file = tmp_path / "org.yaml"
    file.write_bytes(OLD)
    with monkeypatch.context() as patch:
        met = arm(patch, None)
        write_whole(file, NEW)
    assert met == [*OPERATIONS, "open", "fsync"]
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("fail_at", [len(OPERATIONS), len(OPERATIONS) + 1])
def test_a_directory_that_cannot_be_synced_is_no_failure(tmp_path, monkeypatch, fail_at):
    """The new file is whole by then, so the save has succeeded."""
    file = tmp_path / "org.yaml"
    file.write_bytes(OLD)
    with monkeypatch.context() as patch:
        arm(patch, fail_at)
        write_whole(file, NEW)
    assert file.read_bytes() == NEW
    assert names_in(tmp_path) == ["org.yaml"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no way to be killed here")
@pytest.mark.parametrize(
    ("step", "content"), [("fdopen", OLD), ("fsync", OLD), ("replace", OLD), ("close", NEW)]
)
def test_a_killed_save_leaves_the_old_file_or_the_new_one(tmp_path, step, content):
    """Killed at any step, without a chance to clean up, the file is one or the other, whole."""
    file = tmp_path / "org.yaml"
    file.write_bytes(OLD)
    code = f"""
import os, signal
from pathlib import Path
from orgmodel.files import write_whole
die = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
setattr(Path if {step!r} == "replace" else os, {step!r}, die)
write_whole({str(file)!r}, {NEW!r})
"""
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -signal.SIGKILL
    assert file.read_bytes() == content


def test_an_interrupt_leaves_no_leftovers(tmp_path, monkeypatch):
    """Ctrl-C in the middle of a save removes the draft and goes on as Ctrl-C."""

    def interrupted(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / "org.yaml", NEW)
    assert names_in(tmp_path) == []


def test_an_existing_file_keeps_its_permissions(tmp_path):
    """A file that only its group may read stays so."""
    file = tmp_path / "org.yaml"
    file.write_bytes(OLD)
    file.chmod(0o640)
    write_whole(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path):
    """The umask decides, as for every other new file."""
    write_whole(tmp_path / "org.yaml", NEW)
    (tmp_path / "plain").write_bytes(NEW)
    assert (tmp_path / "org.yaml").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_symbolic_link_stays_a_link(tmp_path):
    """The file behind the link is replaced, in its own folder."""
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "org.yaml"
    target.write_bytes(OLD)
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert names_in(tmp_path / "real") == ["org.yaml"]


def test_a_link_to_itself_is_a_clear_error(tmp_path):
    """A link that leads nowhere is reported, not replaced."""
    link = tmp_path / "loop.yaml"
    link.symlink_to(link)
    with pytest.raises(CannotWriteError, match=r"Cannot write .*loop\.yaml: Too many levels"):
        write_whole(link, NEW)
    assert link.is_symlink()


def test_a_missing_folder_is_named(tmp_path):
    """The error names the folder to create."""
    with pytest.raises(CannotWriteError, match=r"the folder '.*plans' does not exist\. Create"):
        write_whole(tmp_path / "plans" / "org.yaml", NEW)


def test_a_folder_is_not_a_file(tmp_path):
    """Saving onto a folder says so."""
    with pytest.raises(CannotWriteError, match="it is a folder"):
        write_whole(tmp_path, NEW)


def test_a_write_protected_file_is_respected(tmp_path, monkeypatch):
    """Replacing would get round the protection, so the save refuses."""
    file = tmp_path / "org.yaml"
    file.write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may be root
    with pytest.raises(CannotWriteError, match="write-protected"):
        write_whole(file, NEW)
    assert file.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_directly(tmp_path):
    """A device or pipe is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"name: After\n")
        assert os.read(reader, 100) == b"name: After\n"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_drafts_of_killed_programs_are_cleared(tmp_path):
    """The next save removes old ones; a young one may be that of a program at work."""
    old, young = tmp_path / ".orgmodel-1.part", tmp_path / ".orgmodel-2.part"
    for draft in (old, young):
        draft.write_bytes(OLD)
    os.utime(old, (0, 0))
    write_whole(tmp_path / "plan.yaml", NEW)
    assert sorted(names_in(tmp_path)) == [young.name, "plan.yaml"]
