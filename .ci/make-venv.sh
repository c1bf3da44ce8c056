#!/bin/sh
# Make a virtual environment with pip in it: make-venv.sh FOLDER
#
# Debian and Ubuntu split pip off Python (python3-venv, python3-pip). Where it is missing, pip's
# wheel is taken from their package python3-pip-whl, unpacked beside the caches: that needs no root.
set -eu

venv=$1

newest_python() {
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3; do
        if "$name" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Tally needs Python 3.11 or newer, and found none." >&2
    echo "Install it (apt-get install python3), or name it: make PYTHON=/path/to/python" >&2
    return 1
}

# apt-get with its lists and caches in $1, so that it works without root and leaves no trace.
private_apt() {
    cache=$1
    shift
    mkdir -p "$cache/lists/partial" "$cache/archives/partial"
    apt-get -o Dir::State::Lists="$cache/lists" -o Dir::Cache="$cache" -o APT::Sandbox::User= "$@"
}

pip_wheel_from_debian() {
    cache=$PWD/.cache/pip-wheel
    echo "This Python has no ensurepip: taking pip from the package python3-pip-whl." >&2
    private_apt "$cache" update >&2
    (cd "$cache" && private_apt "$cache" download python3-pip-whl >&2)
    dpkg -x "$cache"/python3-pip-whl_*.deb "$cache/unpacked"
    ls "$cache"/unpacked/usr/share/python-wheels/pip-*.whl
}

python=$(newest_python)
echo "Making $venv with $($python --version)"
if "$python" -c 'import ensurepip' 2>/dev/null; then
    exec "$python" -m venv "$venv"
fi
wheel=$(pip_wheel_from_debian) || {
    echo "Could not get pip. Install it (apt-get install python3-venv), then run make again." >&2
    exit 1
}
"$python" -m venv --without-pip "$venv"
"$venv/bin/python" "$wheel/pip" install --quiet --no-index "$wheel"
