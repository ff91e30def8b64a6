"""The watchers of the browser tests themselves: would a breach of CSP, a script error or a missing label be seen?"""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

KERANGKA = """<!doctype html><html lang="id"><head><title>Uji</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
<body><main><h1>Uji</h1>%s</main></body></html>"""
HALAMAN = {
    "/baik": "<p>Baik</p>",
    "/gaya-sebaris": '<p style="color:red">Merah</p>',
    "/naskah-sebaris": "<script>document.title = 'x'</script>",
    "/galat": '<script src="/galat.js"></script>',
    "/tanpa-label": "<input type=text>",
}


class Penjawab(BaseHTTPRequestHandler):
    """A few pages under the portal's own policy."""

    def do_GET(self):
        naskah = self.path.endswith(".js")
        isi = "tidakAda()" if naskah else KERANGKA % HALAMAN.get(self.path, "")
        self.send_response(200 if naskah or self.path in HALAMAN else 404)
        self.send_header("Content-Type", "text/javascript" if naskah else "text/html; charset=utf-8")
        self.send_header(
            "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:"
        )
        self.end_headers()
        self.wfile.write(isi.encode())

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def situs():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Penjawab)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_halaman_yang_baik_tidak_dikeluhkan_dan_axe_tidak_melanggar_csp(situs, layar_lebar, axe):
    page = layar_lebar.new_page()
    page.goto(f"{situs}/baik")
    axe(page)
    assert layar_lebar.pengawas.keluhan() == []


@pytest.mark.parametrize(
    ("jalur", "kata"),
    [
        ("/gaya-sebaris", "Content Security Policy"),
        ("/naskah-sebaris", "Content Security Policy"),
        ("/galat", "tidakAda"),
        ("/tidak-ada", "404"),
    ],
)
def test_pelanggaran_terlihat(situs, layar_ponsel, jalur, kata):
    page = layar_ponsel.new_page()
    page.goto(f"{situs}{jalur}")
    page.wait_for_timeout(100)
    assert len(layar_ponsel.pengawas.keluhan()) == 1
    assert kata in layar_ponsel.pengawas.keluhan()[0]
    layar_ponsel.pengawas.izinkan(kata)
    assert layar_ponsel.pengawas.keluhan() == []


def test_axe_menyebut_temuannya(situs, layar_lebar, axe):
    page = layar_lebar.new_page()
    page.goto(f"{situs}/tanpa-label")
    with pytest.raises(AssertionError, match=r"label \(critical\)"):
        axe(page)


def test_layar_punya_ukuran_yang_dijanjikan(situs, layar_lebar, layar_ponsel):
    ukuran = []
    for konteks in (layar_lebar, layar_ponsel):
        page = konteks.new_page()
        page.goto(f"{situs}/baik")
        ukuran.append(page.evaluate("[innerWidth, innerHeight]"))
    assert ukuran == [[1280, 800], [360, 740]]
