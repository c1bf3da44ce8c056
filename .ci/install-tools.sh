#!/bin/sh
# Install the programs that `make test-tools` reads packages and charts with, where one is missing: R,
# and LibreOffice Calc and Draw without a window, from Debian's or Ubuntu's own packages (some 350 MB),
# as root.
set -eu

draws() {
	program=$(readlink -f "$(command -v soffice)") && [ -e "${program%/program/*}/share/registry/draw.xcd" ]
}

command -v Rscript >/dev/null && draws && exit 0
as_root=
if [ "$(id -u)" -ne 0 ]; then
	as_root=sudo
fi
if ! command -v apt-get >/dev/null || ! { [ -z "$as_root" ] || command -v sudo >/dev/null; }; then
	echo "R and LibreOffice are needed: install them so that Rscript and soffice are found" >&2
	exit 1
fi
$as_root apt-get update -qq
$as_root apt-get install --yes -qq --no-install-recommends r-base-core libreoffice-calc-nogui libreoffice-draw-nogui
