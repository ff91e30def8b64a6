"""Setiap alamat × setiap persona: siapa boleh membuka dan mengubah apa menurut desain.md §7.

People and objects stand in ``tests/akses/dunia.py``, what is right in ``tests/akses/tabel.py`` and the files it names, how it
is asked in ``tests/akses/peranti.py``.
"""

import csv
import logging
import re
import zipfile
from io import BytesIO
from unittest.mock import patch

import pytest
import weasyprint
from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from python_calamine import CalamineWorkbook

from kepegawaian import context_processors, menu
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import ProfilKini, UnitKerja
from layanan import katalog
from tests.akses import dunia as bahan
from tests.akses.dunia import BERNIP, PERSONA
from tests.akses.kelompok import KELOMPOK, RAHASIA, TERBUKA
from tests.akses.peranti import (
    alamat,
    baris_berubah,
    dibuang,
    ditolak_metode,
    ditolak_peran,
    giliran,
    halaman_utuh,
    isi,
    klien,
    lembar_tergambar,
    mulai,
    orang_tetap,
    permintaan_ringan,
    sebab,
    sesi,
    xlsx_terbaca,
)
from tests.akses.tabel import HALAMAN, MILIK_SENDIRI, PERBUATAN
from tests.layanan.conftest import pdf

MASUK = "/masuk/"
BERAKUN = PERSONA[1:]  # all but anonim
TERTUTUP = (403, 404)
# What reading may write: that it was read.
TULISAN_BACA = {"kepegawaian_jejak", "kepegawaian_aksessensitif"}
LEMBAR_KOSONG = pdf().read()


# ── the world, once for the module; every test in a savepoint ────────────────────────────────────────


RESOLVER_UTUH = URLResolver.resolve_error_handler


def tanpa_halaman(resolver, status):
    """A refusal without its page, menu and badges: most answers of the matrix are one, and only their code is asked."""
    if status in TERTUTUP:
        return lambda request, **_: HttpResponse(status=status)
    return RESOLVER_UTUH(resolver, status)


@pytest.fixture(scope="module")
def dunia_modul(django_db_setup, django_db_blocker):
    for kelas in bahan.LAYANAN:
        katalog.daftarkan(kelas)
    # Nobody here looks at a drawn PDF: what each contains is tested with its page.
    with (
        django_db_blocker.unblock(),
        permintaan_ringan(),
        patch.object(weasyprint.HTML, "write_pdf", lambda *_, **__: LEMBAR_KOSONG),
        patch.object(URLResolver, "resolve_error_handler", tanpa_halaman),
        # The menu and its counts are the same on every page of a person; they are tested by themselves.
        patch.object(context_processors, "menu_untuk", lambda request: []),
        patch.object(
            logging.getLogger("django.request"), "disabled", True
        ),  # ten thousand refusals with their tracebacks
    ):
        try:
            with transaction.atomic():
                yield bahan.buat_dunia()
                transaction.set_rollback(True)
        finally:
            for kelas in bahan.LAYANAN:
                katalog._daftar.pop(kelas.slug)


@pytest.fixture
def db(dunia_modul):
    """In place of pytest-django's: a savepoint on the world, which pytest-django would close with the connection."""
    with dibuang():
        yield


@pytest.fixture
def dunia(db, dunia_modul):
    return dunia_modul


# ── every URL is declared ────────────────────────────────────────────────────────────────────────────


def semua_url(pola=None, awalan="", ruang=""):
    """(route, name, view) of every URL of the resolver."""
    for satu in get_resolver().url_patterns if pola is None else pola:
        rute = awalan + str(satu.pattern)
        if isinstance(satu, URLPattern):
            yield rute, f"{ruang}{satu.name}", satu.callback
        else:
            yield from semua_url(satu.url_patterns, rute, f"{satu.namespace}:" if satu.namespace else ruang)


def test_setiap_url_ada_pada_tabel(dunia):
    ada = {resolve(alamat(dunia, h).split("?")[0]).route for h in HALAMAN}
    lupa = [
        f"{nama} ({rute}) belum ada pada tests/akses/halaman_*.py: tulis satu baris H siapa yang boleh membukanya."
        for rute, nama, _ in semua_url()
        if rute not in ada
    ]
    assert lupa == []


def test_setiap_halaman_menyatakan_kebijakannya():
    tanpa = [nama for _, nama, view in semua_url() if not hasattr(view, "kebijakan")]
    assert tanpa == []


def test_hanya_yang_tersebut_dengan_alasan_terbuka_tanpa_masuk():
    terbuka = {nama: view.kebijakan.alasan for _, nama, view in semua_url() if view.kebijakan.jenis == "terbuka"}
    assert terbuka.keys() == TERBUKA.keys()
    assert all(terbuka.values())


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────


def harapan(persona, h):
    """Statuses a persona may get, and the place a redirect must lead to."""
    if persona == "pensiunan_lama" or (persona == "anonim" and h.nama not in TERBUKA):
        return (302,), MASUK
    if persona in KELOMPOK[h.kelompok]:
        return h.jawab, None
    return (TERTUTUP if h.jawab else (*TERTUTUP, 405)), None


def periksa_baca(d, persona, h, **kepala):
    """What is wrong with one answer to a GET, as sentences."""
    boleh, tujuan = harapan(persona, h)
    url = alamat(d, h)
    with sesi(d, persona, h.nama) as k:
        jawab = k.get(url, **kepala)
    if jawab.status_code not in boleh or (tujuan and not jawab["Location"].startswith(tujuan)):
        yield f"{persona} GET {url}: {jawab.status_code} {jawab.get('Location', '')}{sebab(jawab)}, mestinya {boleh}"
    if berubah := baris_berubah(d) - TULISAN_BACA:
        yield f"{persona} GET {url} menulis {berubah}"
    if jawab.status_code == 200:
        teks = isi(jawab)
        for nama, (kata, pembaca) in RAHASIA.items():
            if persona not in pembaca and any(k in teks for k in kata(d)):
                yield f"{persona} GET {url} memuat {nama}"


def ditanya(persona, nomor, url, metode):
    """Does the persona ask this line? Not where Django refuses the method whoever asks: there one of them does, in turn.

    anonim asks all of them: he is refused earlier, by LoginRequiredMiddleware. So is pensiunan_lama, by AksesMiddleware,
    whatever the address: it is not looked up. He reads every page and tries every act; of empty forms he sends some.
    """
    if persona == "pensiunan_lama" and metode == "POST":
        return giliran(nomor, persona, BERAKUN)
    return persona == "anonim" or not ditolak_metode(url, metode) or giliran(nomor, persona, BERAKUN)


@pytest.mark.parametrize("persona", PERSONA)
def test_tiap_halaman_terbuka_hanya_bagi_yang_berhak(dunia, persona):
    with mulai(dunia, persona), orang_tetap(), xlsx_terbaca():
        assert [
            s
            for n, h in enumerate(HALAMAN)
            if persona in KELOMPOK[h.kelompok] or ditanya(persona, n, alamat(dunia, h), "GET")
            for s in periksa_baca(dunia, persona, h)
        ] == []


# One of each kind: every page of everybody is asked above, and no policy looks at these headers.
PEMINTA_POTONGAN = ("anonim", "ani", "pensiunan_lama", "kepsek", "operator", "staf12", "kaban", "admin")


@pytest.mark.parametrize("persona", PEMINTA_POTONGAN)
def test_potongan_htmx_tidak_lebih_terbuka_daripada_halamannya(dunia, persona):
    """Each page whose own code refuses the persona, asked as a fragment.

    Where he is refused before that (by a middleware, the method, or ``akses.peran``, which look at no such header), one of
    the personas asks, in turn.
    """
    kepala = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "isi", "HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}
    peran = persona != "anonim" and hitung_hak(dunia.akun[persona], per=bahan.HARI_INI, acuan=acuan_kini()).peran

    def sampai_ke_view(url):
        return peran and not ditolak_metode(url, "GET") and not ditolak_peran(url, peran)

    tertutup = [
        h
        for n, h in enumerate(HALAMAN)
        if persona not in KELOMPOK[h.kelompok]
        and (giliran(n, persona, PEMINTA_POTONGAN) or sampai_ke_view(alamat(dunia, h)))
    ]
    with mulai(dunia, persona), orang_tetap():
        assert [s for h in tertutup for s in periksa_baca(dunia, persona, h, **kepala)] == []


# ── acts ─────────────────────────────────────────────────────────────────────────────────────────────


def periksa_tulis(d, persona, nama, url, data, boleh):
    """(answer, tables written, what is wrong whoever asks) of one POST, in a savepoint."""
    with dibuang(), sesi(d, persona, nama) as k:
        jawab = k.post(url, data)
        jadi = baris_berubah(d)
    salah = []
    if jawab.status_code >= 500:
        salah.append(f"{persona} POST {url}: {jawab.status_code} {sebab(jawab)}")
    if persona not in boleh and jadi:
        salah.append(f"{persona} POST {url}: {jawab.status_code}, ia tidak berhak tetapi {jadi} berubah")
    if persona not in boleh and jawab.status_code not in (*TERTUTUP, 302, 405) and nama not in TERBUKA:
        salah.append(f"{persona} POST {url}: {jawab.status_code}, ia tidak berhak")
    return jawab, jadi, salah


@pytest.mark.parametrize("persona", [p for p in PERSONA if p not in ("anonim", "pensiunan_lama")])
def test_halaman_penolakan_utuh_bagi_siapa_pun(dunia, persona):
    k = klien(dunia, persona)
    with (
        halaman_utuh(),
        patch.object(URLResolver, "resolve_error_handler", RESOLVER_UTUH),
        patch.object(context_processors, "menu_untuk", menu.menu_untuk),
    ):
        tidak_ada, tertutup = k.get("/tidak-ada/"), k.get(reverse("kepegawaian:impor_list"))
    assert (tidak_ada.status_code, "Alamat ini tidak ada" in isi(tidak_ada)) == (404, True)
    terbuka = persona in KELOMPOK["staf"]
    assert (tertutup.status_code, "tidak dapat membuka" in isi(tertutup)) == (200 if terbuka else 403, not terbuka)


@pytest.mark.parametrize("persona", PERSONA)
def test_perbuatan_hanya_oleh_yang_berhak_dan_yang_lain_tidak_mengubah_satu_baris_pun(dunia, persona):
    salah = []
    with mulai(dunia, persona), orang_tetap():
        for p in PERBUATAN:
            url = alamat(dunia, p)
            jawab, jadi, keliru = periksa_tulis(dunia, persona, p.nama, url, p.isi(dunia), p.boleh)
            salah += keliru
            if persona in p.boleh and (jawab.status_code not in (200, 302) or (p.berubah and not jadi)):
                salah.append(f"{persona} POST {url}: {jawab.status_code}, ia berhak tetapi tidak ada yang berubah")
    assert salah == []


@pytest.mark.parametrize("persona", PERSONA)
def test_kiriman_kosong_ke_alamat_mana_pun_tidak_mengubah_apa_pun(dunia, persona):
    perbuatan, salah = {p.nama for p in PERBUATAN} | MILIK_SENDIRI, []
    with mulai(dunia, persona), orang_tetap():
        for n, h in enumerate(HALAMAN):
            url = alamat(dunia, h)
            if h.nama not in perbuatan and not h.kueri and ditanya(persona, n, url, "POST"):
                boleh = KELOMPOK[h.kelompok]
                with lembar_tergambar(persona == next((p for p in PERSONA if p in boleh), "")):
                    _, jadi, keliru = periksa_tulis(dunia, persona, h.nama, url, {}, boleh)
                salah += keliru + ([f"{persona} POST {h.nama} menulis {jadi}"] if jadi - TULISAN_BACA else [])
    assert salah == []


def test_tandai_semua_hanya_menyentuh_kabar_sendiri(dunia):
    kabar = dunia.kabar
    for persona in sorted(KELOMPOK["semua"] - {"ani"}):
        with dibuang():
            assert klien(dunia, persona).post(reverse("tata_kelola:pemberitahuan_baca_semua")).status_code == 302
            kabar.refresh_from_db()
            assert kabar.dibaca_pada is None, persona


# ── what leaves the portal ───────────────────────────────────────────────────────────────────────────


def nip_terunduh(jawab):
    """Every 18-digit number in an xlsx, whatever the sheet and column."""
    buku = CalamineWorkbook.from_filelike(
        BytesIO(b"".join(jawab.streaming_content) if jawab.streaming else jawab.content)
    )
    return {
        teks
        for lembar in buku.sheet_names
        for baris in buku.get_sheet_by_name(lembar).to_python()
        for teks in re.findall(r"\d{18}", " ".join(map(str, baris)))
    }


def orang_terlihat(d):
    """persona -> NIP he may see, by hand: his school, his OPD, everybody."""
    disdik = {"ani", "pensiunan", "pensiunan_lama", "kepsek", "kepsek_lain", "operator", "kepala_opd"}
    sekolah = {"ani", "pensiunan", "pensiunan_lama", "kepsek"}
    dinkes = {"eko", "operator_lain", "kepala_opd_lain"}
    lingkup = {
        "kepsek": sekolah, "kepsek_lain": {"kepsek_lain"}, "operator": disdik, "kepala_opd": disdik, "sekda": {"sekda"},
        "operator_lain": dinkes, "kepala_opd_lain": dinkes,
    }  # fmt: skip
    nip = {nama: getattr(d, nama).nip for nama in BERNIP}
    rekan = {u.pegawai.nip for u in (*d.usulan.values(), d.kasus)}
    hasil = {p: {nip[n] for n in nama} | (rekan if nama & {"ani"} else set()) for p, nama in lingkup.items()}
    hasil["sekda"].add(bahan.NIP_IMPOR)  # works at the Bagian Hukum of the Sekretariat Daerah
    return hasil


EKSPOR = ("kepegawaian:pegawai_ekspor", "indeks:hasil_ekspor", "indeks:jatuh_tempo_ekspor")


@pytest.mark.parametrize("nama", EKSPOR)
def test_keluhan_03_ekspor_memuat_orang_dalam_cakupan_saja(dunia, nama):
    semua = set()
    for persona, boleh in orang_terlihat(dunia).items():
        jawab = klien(dunia, persona).get(reverse(nama), {"aktif": "semua"})
        assert jawab.status_code == 200, persona
        dapat = nip_terunduh(jawab)
        assert dapat <= boleh, persona
        semua |= dapat
    penuh = nip_terunduh(klien(dunia, "staf12").get(reverse(nama), {"aktif": "semua"}))
    assert dunia.eko.nip in penuh
    assert semua < penuh, "staf BKD mengekspor semua; uji ini tidak membandingkan berkas kosong"


def test_ekspor_daftar_pegawai_memuat_tepat_cakupannya(dunia):
    for persona, boleh in orang_terlihat(dunia).items():
        jawab = klien(dunia, persona).get(reverse(EKSPOR[0]), {"aktif": "semua"})
        assert nip_terunduh(jawab) == boleh, persona


TABEL = ("spreadsheet", "csv")
RUMUS_XML = re.compile(rb"<(?:\w+:)?f[\s>/]")


def sel_terunduh(jawab):
    """Texts of all cells of an xlsx or csv, and whether a formula stands in it."""
    isi = b"".join(jawab.streaming_content) if jawab.streaming else jawab.content
    if "csv" in jawab["Content-Type"]:
        pemisah = ";" if b";" in isi.split(b"\n", 1)[0] else ","
        return [s for b in csv.reader(isi.decode("utf-8-sig").splitlines(), delimiter=pemisah) for s in b], False
    arsip = zipfile.ZipFile(BytesIO(isi))
    lembar = [n for n in arsip.namelist() if n.startswith("xl/worksheets/")]
    buku = CalamineWorkbook.from_filelike(BytesIO(isi))
    teks = [
        str(s)
        for n in buku.sheet_names
        for b in buku.get_sheet_by_name(n).to_python()
        for s in b
        if isinstance(s, str)
    ]
    return teks, any(RUMUS_XML.search(arsip.read(n)) for n in lembar)


def test_tidak_satu_ekspor_pun_memuat_rumus_yang_hidup(dunia):
    """Every name begins with a formula; every export of the table is fetched by somebody who may."""
    ProfilKini.objects.update(nama=Concat(Value('=HYPERLINK("http://x","'), "nama"))
    UnitKerja.objects.update(nama=Concat(Value("@SUM(1) "), "nama"))
    salah, banyak, bernama = [], 0, 0
    for h in HALAMAN:
        ekor = h.nama.rpartition(":")[2]
        persona = next((p for p in PERSONA if p != "anonim" and p in KELOMPOK[h.kelompok]), None)
        if persona is None or not any(k in ekor for k in ("ekspor", "download", "unduh", "contoh", "lembar")):
            continue
        jawab = klien(dunia, persona).get(alamat(dunia, h))
        if jawab.status_code != 200 or not any(t in jawab.get("Content-Type", "") for t in TABEL):
            continue
        sel, rumus = sel_terunduh(jawab)
        banyak, bernama = banyak + 1, bernama + any("HYPERLINK" in s for s in sel)
        if rumus or any(s[:1] in ("=", "@") for s in sel):
            salah.append(f"{h.nama}: {[s for s in sel if s[:1] in ('=', '@')][:2] or 'rumus'}")
    assert salah == []
    assert banyak > 40, banyak
    assert bernama > 15, "hampir tidak ada ekspor yang memuat nama; uji ini tidak memeriksa apa-apa"


# ── files by their path ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("persona", ["anonim", "eko", "ani", "staf12", "admin"])
def test_berkas_tidak_punya_alamat_selain_yang_terperiksa(dunia, persona):
    dunia.klien = klien(dunia, persona)
    letak = [d.file.name for d in dunia.dosir.values()]
    letak += [dunia.naskah.berkas_sah.name, dunia.naskah.berkas_cetak.name, dunia.pratinjau.file.name]
    salah = []
    for nama in letak:
        for url in (f"/media/{nama}", f"/{nama}", f"/dokumen/{nama}", f"/.data/dokumen/{nama}", f"/static/{nama}",
                    f"/static/../{nama}", f"/static/%2e%2e/.data/dokumen/{nama}", f"/dosir/{nama}/",
                    f"/dosir/..%2f{nama}", f"/naskah/../{nama}", f"//{nama}"):  # fmt: skip
            jawab = dunia.klien.get(url)
            if jawab.status_code not in (302, 404) or "%PDF" in isi(jawab):
                salah.append(f"{url}: {jawab.status_code}")
            if jawab.status_code == 302 and persona != "anonim":
                salah.append(f"{url} -> {jawab['Location']}")
    assert salah == []


@pytest.mark.parametrize(
    "jalan",
    ["/static/../manage.py", "/static/%2e%2e/%2e%2e/etc/passwd", "/static/..%2fbkd_portal/settings.py", "/../.env"],
)
def test_jalan_keluar_dari_akar_berkas_statis_tertutup(dunia, jalan):
    jawab = klien(dunia, "ani").get(jalan)
    assert jawab.status_code == 404
    assert "SECRET" not in isi(jawab)
