"""Sebelum yang tidak dapat ditarik: tiap formulir yang mengakhiri sesuatu bertanya dulu, atau dapat ditarik."""

import re
from pathlib import Path

AKAR = Path(__file__).parents[2] / "templates"
# Name of the URL and, where one address does several acts, the word that says which.
NAMA_URL = re.compile(r"""url ["'](\w+:\w+)["'](?:[^%]*["'](\w+)["'])?""")
MENGAKHIRI = re.compile(
    r"_(tetapkan|tutup|hapus|delete|batalkan|cabut|akhiri|berlakukan|final|umumkan|keluarkan|mundur|lepas|selesai|bekukan|"
    r"hasil|surat|sampaikan|lakukan|ajukan|sk|usulkan|setujui|terapkan)$"
)
BERTANYA = re.compile(r"\{% tanya |data-konfirmasi=")
# Forms that end nothing for good, or ask in another way: URL name -> why.
DAPAT_DITARIK = {
    "kepegawaian:impor_terapkan": "dibatalkan pada halaman yang sama",
    "kepegawaian:sesi_akhiri": "masuk lagi dari perangkat itu",
    "kepegawaian:saringan_delete": "penanda pribadi, dibuat lagi dari daftarnya",
    "eperformance:simpul_akhiri": "Pakai lagi",
    "pengadaan:abk_terapkan": "menjadi draf yang masih dapat diubah",
    "pengadaan:impor_lakukan terapkan": "sudah ditinjau; diganti impor berikutnya",
    "pengadaan:rencana_lakukan ajukan": "dikembalikan pemeriksanya",
    "pengadaan:rencana_lakukan isi": "mengisi baris draf",
    "pengadaan:rencana_lakukan terima": "dikeluarkan lagi dari usul selama usul disusun",
    "pengadaan:abk_lakukan ajukan": "dikembalikan pemeriksanya",
    "pengadaan:seleksi_lakukan umumkan": "tombol yang sama menariknya",
    "pengadaan:seleksi_lakukan administrasi": "hasilnya diperiksa dan diubah satu per satu",
    "pengadaan:kontrak_usulkan": "membuat draf usulan",
    "pengadaan:cpns_usulkan": "membuat draf usulan",
    "karier:suksesi_usulkan": "membuat draf usulan",
    "diklat:rencana_lakukan": "dikembalikan pemegang berikutnya",
    "diklat:rencana_lakukan kembalikan": "diajukan lagi",
    "diklat:peserta_lakukan putuskan": "diputuskan lagi dengan isian yang sama",
    "diklat:peserta_lakukan geser": "digeser lagi",
    "diklat:peserta_lakukan plh": "dicatat lagi",
    "pensiun:pelepasan_tetapkan": "menambah peserta acara yang belum ditutup",
    "kesejahteraan:korpri_tulisan_ajukan": "dikembalikan redaksi",
}
# The page itself is the question: it says what follows and asks once more, or lists what was chosen.
HALAMAN_BERTANYA = {
    "akun/penugasan_akhiri.html",
    "kepegawaian/impor_batalkan.html",
    "layanan/kotak_konfirmasi.html",
    "layanan/kolektif_konfirmasi.html",
    "layanan/tte_konfirmasi.html",
}
BILAH = {  # the form is empty: its buttons stand in _bilah_pilih, each leading to a page that asks
    "layanan/kotak_list.html",
    "layanan/nominatif_list.html",
    "eperformance/skp/bawahan.html",
}


def formulir():
    """(template, URL name, markup) of every form that ends something."""
    for berkas in sorted(AKAR.rglob("*.html")):
        for potong in berkas.read_text().split("<form")[1:]:
            isi = potong.partition("</form>")[0]
            pembuka = isi.partition("{% csrf_token %}")[0]
            if 'method="post"' not in pembuka:
                continue
            for nama, kata in NAMA_URL.findall(pembuka)[:1]:
                if MENGAKHIRI.search(nama):
                    yield str(berkas.relative_to(AKAR)), f"{nama} {kata}".strip(), isi


def test_yang_mengakhiri_bertanya_dulu_atau_dapat_ditarik():
    lupa = [
        f"{templat}: {nama}"
        for templat, nama, isi in formulir()
        if not BERTANYA.search(isi) and nama not in DAPAT_DITARIK and templat not in HALAMAN_BERTANYA | BILAH
    ]
    assert lupa == [], "beri tombolnya {% tanya … %} atau sebut di sini kenapa tidak perlu"


def test_daftar_pengecualian_masih_ada():
    semua = list(formulir())
    assert {nama for _, nama, _ in semua} >= DAPAT_DITARIK.keys()
    assert {templat for templat, _, _ in semua} >= BILAH
    assert all((AKAR / templat).exists() for templat in HALAMAN_BERTANYA)


def test_tanya_mengatakan_akibatnya_dalam_kalimat():
    for berkas in AKAR.rglob("*.html"):
        for judul, akibat in re.findall(r'\{% tanya "([^"]*)" "([^"]*)" %\}', berkas.read_text()):
            assert judul.endswith("?"), berkas
            assert akibat.endswith("."), berkas
            assert len(akibat) > 20, berkas
