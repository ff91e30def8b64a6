"""Dua pekerja pada satu batch, dan cap waktu dari peladen RFC 3161 yang sungguh menjawab lewat HTTP."""

import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from asn1crypto import tsp
from django.db import connection
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1, translate_pyca_cryptography_key_to_asn1
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bkd_portal.lokal.proses import porta_bebas
from kepegawaian.models import Jejak, Naskah, RiwayatPendidikan
from layanan import tanda_tangan, tasks
from layanan.models import PermintaanTte
from layanan.tte import lokal, periksa as pemeriksa, sandi as titipan
from tests.layanan.test_alur import segar
from tests.layanan.ttd import SANDI, menunggu_ttd


@pytest.mark.django_db(transaction=True)
def test_dua_pekerja_bersamaan_meninggalkan_satu_berkas_dan_satu_akibat(kantor, monkeypatch):
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    asli, ditandatangani, kedua_selesai = lokal.PenandaLokal.tanda_tangani, [], threading.Event()

    def pelan(self, pdf, naskah):
        kedua_selesai.wait(20)  # the second delivery comes and goes while the first one signs
        ditandatangani.append(naskah.pk)
        return asli(self, pdf, naskah)

    monkeypatch.setattr(lokal.PenandaLokal, "tanda_tangani", pelan)
    mulai = threading.Event()

    def pertama():
        try:
            mulai.set()
            return tanda_tangan.kerjakan(batch.pk, titipan.titip(SANDI))
        finally:
            connection.close()

    def kedua():
        mulai.wait(20)
        try:
            while not PermintaanTte.objects.filter(status="dikerjakan").exists():
                pass
            return tanda_tangan.kerjakan(batch.pk, titipan.titip(SANDI))
        finally:
            connection.close()
            kedua_selesai.set()

    with ThreadPoolExecutor(2) as kolam:
        janji = [kolam.submit(pertama), kolam.submit(kedua)]
        hasil = [j.result(60) for j in janji]
    assert hasil == ["selesai", "berjalan"]
    assert len(ditandatangani) == 1
    n = Naskah.objects.get(usulan__usulan=u)
    assert Jejak.objects.filter(aksi="naskah_sah", objek_id=n.pk).count() == 1
    assert RiwayatPendidikan.objects.filter(pegawai=u.pegawai_id).count() == 1


@pytest.fixture
def peladen_cap(kantor):
    """The address of a timestamp server whose certificate comes from the test CA."""
    kunci, sertifikat = kantor.ca.terbitkan("TSA Uji", cap_waktu=True)
    gudang = SimpleCertificateStore()
    gudang.register(translate_pyca_cryptography_cert_to_asn1(kantor.ca.sertifikat))
    pencap = DummyTimeStamper(
        translate_pyca_cryptography_cert_to_asn1(sertifikat), translate_pyca_cryptography_key_to_asn1(kunci), gudang
    )

    class Penjawab(BaseHTTPRequestHandler):
        def do_POST(self):
            minta = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            isi = pencap.request_tsa_response(minta).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(isi)))
            self.end_headers()
            self.wfile.write(isi)

        def log_message(self, *_):
            pass

    peladen = ThreadingHTTPServer(("127.0.0.1", 0), Penjawab)
    utas = threading.Thread(target=peladen.serve_forever, daemon=True)
    utas.start()
    yield f"http://127.0.0.1:{peladen.server_address[1]}"
    peladen.shutdown()
    peladen.server_close()
    utas.join(10)


@pytest.mark.django_db
def test_dengan_peladen_cap_waktu_waktunya_dari_sana(kantor, settings, peladen_cap):
    settings.TTE_TSA_URL = peladen_cap
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    with Naskah.objects.get(usulan__usulan=u).berkas_sah.open("rb") as berkas:
        (tanda,) = pemeriksa.periksa(berkas.read())
    assert (tanda.utuh, tanda.tercap, tanda.rantai) == (True, True, "uji")


@pytest.mark.django_db
def test_peladen_cap_waktu_mati_naskah_belum_ditandatangani_dan_menunggu(kantor, settings):
    settings.TTE_TSA_URL = f"http://127.0.0.1:{porta_bebas()}"
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    batch.refresh_from_db()
    assert (batch.status, segar(u).status, PermintaanTte.objects.get().status) == (
        "menunggu_sandi",
        "diproses",
        "menunggu",
    )
    assert "cap waktu tidak menjawab" in batch.galat
