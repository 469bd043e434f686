"""Variants of the package: a later version of it, and copies that were weakened on purpose."""

import pathlib
import shutil

from debian12 import must, run


def variant(package, work, name, change):
    """A copy of the package.

    change gets the folder of the unpacked package and alters it.
    """
    folder = pathlib.Path(work, f"variant-{name}")
    shutil.rmtree(folder, ignore_errors=True)
    must(run("dpkg-deb", "--raw-extract", package, folder))
    change(folder)
    made = pathlib.Path(work, f"{name}.deb")
    must(run("dpkg-deb", "-Znone", "--root-owner-group", "--build", folder, made))
    shutil.rmtree(folder)
    return made


def replaced(file, old, new):
    """Replaces words in a file; they must be there."""
    text = file.read_text()
    if old not in text:
        raise RuntimeError(f"{file} does not hold {old!r}: the control controls nothing")
    file.write_text(text.replace(old, new))


def later(folder):
    """The same as a later version."""
    control = folder / "DEBIAN/control"
    version = control.read_text().split("Version: ")[1].split("\n")[0]
    replaced(control, f"Version: {version}\n", f"Version: {version}+later\n")


def forgetful(folder):
    """Its removal takes the records along."""
    replaced(folder / "DEBIAN/postrm", '"$1" = purge', '"$1" = remove')


def open_to_all(folder):
    """Everybody may look into its data folder."""
    replaced(folder / "DEBIAN/postinst", "-m 0700", "-m 0755")
