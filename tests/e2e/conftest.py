"""Playwright on a real Chromium. Every browser test fails on a CSP message, a console error or a page error.

``layar_lebar`` and ``layar_ponsel`` are browser contexts of one person each; ``buka_layar()`` opens another one for the
next person of the story. ``axe(page)`` asserts that axe-core finds nothing. Servers: ``peladen``, ``pekerja_celery``.
All browser tests run in one xdist worker, so that one browser and one set of servers serve them.
"""

import os
import re
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from bkd_portal.lokal.prasyarat import TANPA_CHROMIUM, peramban_siap
from tests.e2e import templat_layar

DI_SINI = Path(__file__).parent
AXE = DI_SINI.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
PILIHAN_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The first look copies and addresses nothing and reads no style sheet (the one rule that would is off); only where it finds
# something does a second one say what and where. What an answer names: see ``templat_layar``.
PERIKSA = f"""async (pilihan) => {{
  axe.configure({{ noHtml: true }});
  let temuan = (await axe.run(document, {{ ...pilihan, selectors: false, preload: {{ assets: ["media"] }} }})).violations;
  if (temuan.length) {{
    axe.configure({{ noHtml: false }});
    const lengkap = (await axe.run(document, pilihan)).violations;
    temuan = lengkap.length ? lengkap : temuan;
  }}
  return [temuan, {templat_layar.SEBUTAN}];
}}"""
PENGAWAS = pytest.StashKey[list]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Marks the tests of this folder; ``db`` would open a transaction that no real server can see."""
    for item in items:
        if DI_SINI in item.path.parents:
            item.add_marker("e2e")
            if item.get_closest_marker("django_db"):
                raise pytest.UsageError(f"{item.nodeid}: uji peramban memakai basis_e2e, bukan django_db.")


class Pengawas:
    """Listens to one browser context; what it heard and no test allowed is a failure."""

    def __init__(self, konteks):
        self.konteks = konteks
        self.pesan = []
        self.izin = []
        konteks.on("console", self._konsol)
        konteks.on("weberror", lambda galat: self.pesan.append(f"galat halaman: {galat.error}"))

    def _konsol(self, pesan):
        if pesan.type == "error" or "Content Security Policy" in pesan.text:
            self.pesan.append(f"konsol: {pesan.text} ({pesan.location.get('url', '')})")

    def izinkan(self, pola):
        """Allows messages that match, for a test that provokes one (a page that answers 403)."""
        self.izin.append(re.compile(pola))

    def keluhan(self):
        """The messages nobody allowed."""
        return [teks for teks in self.pesan if not any(pola.search(teks) for pola in self.izin)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Fails the test itself (not its teardown) for what the browser complained of; pictures the pages of a failure."""
    daftar = item.stash.get(PENGAWAS, [])
    try:
        hasil = yield
        keluhan = [teks for pengawas in daftar for teks in pengawas.keluhan()]
        if keluhan:
            pytest.fail("Peramban mengeluh:\n  " + "\n  ".join(keluhan), pytrace=False)
    except BaseException:
        _potret(item, daftar)
        raise
    return hasil


def _potret(item, daftar):
    folder = Path(os.environ.get("TEMPAT_UJI", ".data/test")) / "tangkapan"
    folder.mkdir(parents=True, exist_ok=True)
    nama = re.sub(r"\W+", "-", item.name)
    halaman = [halaman for pengawas in daftar for halaman in pengawas.konteks.pages]
    for nomor, satu in enumerate(halaman, 1):
        satu.screenshot(path=folder / f"{nama}-{nomor}.png", full_page=True)
        item.add_report_section("call", "peramban", f"{satu.url} → {folder / f'{nama}-{nomor}.png'}")


@pytest.fixture(scope="session")
def wsgi():
    """The portal, with the names of the templates it fills."""
    return "tests.e2e.catat"


@pytest.fixture(scope="module")
def peramban():
    """The browser; without one the test is skipped, which ``make test`` says aloud and CI refuses.

    One for each module, not longer: while Playwright lives its event loop runs in this thread, and tests that sign
    (asyncio.run) or fork would stand inside it.
    """
    jalur = peramban_siap()
    if not jalur:
        pytest.skip(TANPA_CHROMIUM)
    # Playwright's loop runs in this thread; the ORM calls of a test are none the less synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        peramban = playwright.chromium.launch(executable_path=jalur, args=PILIHAN_CHROMIUM)
        # While a loop runs here, ``connection`` is another one than before: that of an earlier module, to a database
        # that is gone by now.
        connection.close()
        yield peramban
        connection.close()
        peramban.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def _konteks(peramban, **pilihan):
    """A watched browser of one person. Every page of it carries axe: sent page by page, axe costs more than it finds."""
    konteks = peramban.new_context(locale="id-ID", timezone_id="Asia/Jakarta", **pilihan)
    konteks.set_default_timeout(15_000)
    konteks.add_init_script(path=AXE)
    konteks.pengawas = Pengawas(konteks)
    return konteks


@pytest.fixture
def buka_layar(request, peramban):
    """Opens a context (one person's browser) of a size; its watcher is ``konteks.pengawas``."""
    daftar = request.node.stash.setdefault(PENGAWAS, [])

    def buka(lebar=1280, tinggi=800, **pilihan):
        if "peladen" in request.fixturenames:
            pilihan.setdefault("base_url", request.getfixturevalue("peladen"))
        konteks = _konteks(peramban, viewport={"width": lebar, "height": tinggi}, **pilihan)
        daftar.append(konteks.pengawas)
        return konteks

    yield buka
    for pengawas in daftar:
        pengawas.konteks.close()


@pytest.fixture(scope="module")
def layar(panggung, peladen, peramban):
    """``layar(role)``: the page on which this person is logged in; "" is a passer-by.

    One page for the whole module, with a warm cache; only the session changes (``panggung.kue(role)``), so lines of one
    person stand together (``menurut_peran``). Its watcher is ``page.context.pengawas``; a test asks ``keluhan()`` at its end.
    """
    konteks = _konteks(peramban, base_url=peladen)
    page = konteks.new_page()
    kue, kini = {}, ""

    def buka(siapa):
        nonlocal kini
        if siapa != kini:
            if siapa:
                kue[siapa] = kue.get(siapa) or panggung.kue(siapa)
                konteks.add_cookies([kue[siapa] | {"url": peladen}])
            else:
                konteks.clear_cookies()
            kini = siapa
        konteks.pengawas.pesan.clear()
        return page

    yield buka
    konteks.close()


@pytest.fixture
def layar_lebar(buka_layar):
    """The context of a desk screen, 1280×800."""
    return buka_layar(1280, 800)


@pytest.fixture
def layar_ponsel(buka_layar):
    """The context of a small phone, 360×740, with touch."""
    return buka_layar(360, 740, is_mobile=True, has_touch=True, device_scale_factor=2)


@pytest.fixture(scope="session")
def axe():
    """``axe(page, abaikan=())`` asserts that axe-core finds nothing; the script goes in by the browser, so CSP stays on."""

    def periksa(page, *, abaikan=()):
        pilihan = {"resultTypes": ["violations"], "rules": {kode: {"enabled": False} for kode in abaikan}}
        # Only what is wrong comes back: what passed is by far the larger part.
        temuan, templat = page.evaluate(PERIKSA, pilihan)
        for nama in templat.split():
            templat_layar.tambah(nama)
        assert not temuan, f"axe di {page.url}:\n{_uraikan(temuan)}"

    return periksa


def _uraikan(temuan):
    baris = []
    for satu in temuan:
        baris.append(f"- {satu['id']} ({satu['impact']}): {satu['help']}")
        for simpul in satu["nodes"][:5]:
            baris.append(f"    {' '.join(map(str, simpul.get('target', ())))}  {(simpul['html'] or '')[:160]}")
        if len(satu["nodes"]) > 5:
            baris.append(f"    … dan {len(satu['nodes']) - 5} lagi")
    return "\n".join(baris)
