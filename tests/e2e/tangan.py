"""Di setiap tangan: pekerjaan utama dengan papan ketik saja, tanpa JavaScript, diperbesar dua kali, dan di layar gelap.

The tests stand in ``test_layar_mesin``, on its stage and servers; here is how it is done.
"""

from playwright.sync_api import expect

from tests.e2e.panggung_mesin import ADMIN, ASN, KABID, OPERATOR, STAF
from tests.e2e.ukuran import lebar_isi

# Pages in which every piece of the kit stands somewhere: (role, address).
WAKIL = (
    (ASN, "/"),
    (ASN, "/saya/"),
    (KABID, "/"),
    (KABID, "/kotak/"),
    (STAF, "/pegawai/"),
    (STAF, "/usulan/"),
    (STAF, "/panduan/istilah/"),
    (ADMIN, "/hari-pertama/"),
)
BATAS_TAB = 160
FOKUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const gaya = getComputedStyle(e), sesudah = getComputedStyle(e, "::after");
  return {
    nama: e.tagName,
    teks: e.matches("a, button") ? (e.getAttribute("aria-label") || e.innerText).replace(/\\s+/g, " ").trim() : "",
    terlihat: e.checkVisibility(),
    bergaris: gaya.outlineStyle !== "none" || sesudah.outlineStyle !== "none" || gaya.boxShadow !== "none",
  };
}"""


def tab_ke(page, teks):
    """Presses Tab until the link or button that bears ``teks`` has the focus; every stop is visible and shows the focus."""
    for _ in range(BATAS_TAB):
        page.keyboard.press("Tab")
        kini = page.evaluate(FOKUS)
        if kini is None:
            continue
        assert kini["terlihat"], f"{page.url}: fokus pada yang tidak terlihat: {kini}"
        assert kini["bergaris"], f"{page.url}: fokus tidak tampak pada {kini}"
        if teks in kini["teks"]:
            return
    raise AssertionError(f"{page.url}: {teks} tidak tercapai dengan {BATAS_TAB} kali Tab")


def diperbesar(page):
    """At 200 % of a desk screen of 1280 pixels the page still needs no sideways scroll."""
    isi = lebar_isi(page, 640)
    assert isi <= 640, f"{page.url}: {isi} px pada perbesaran 200 %"


def tanpa_skrip(page, siapa):
    """One main task of a role by plain forms alone; ``page`` belongs to a browser without JavaScript."""
    utama = page.get_by_role("main")
    if siapa == ASN:
        page.goto("/layanan/")
        utama.get_by_role("link", name="Kenaikan Gaji Berkala").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Kenaikan Gaji Berkala")
        page.goto("/pemberitahuan-saya/")
        utama.get_by_role("button", name="Simpan").first.click()
        expect(page.get_by_text("Pilihan pemberitahuan tersimpan.")).to_be_visible()
    elif siapa == OPERATOR:
        page.goto("/pegawai/?q=a")
        page.locator(".saringan > summary").click()
        page.get_by_label("Simpan saringan ini dengan nama").fill("Tanpa skrip")
        page.get_by_role("button", name="Simpan saringan").click()
        expect(page.get_by_text("Saringan “Tanpa skrip” tersimpan")).to_be_visible()
    elif siapa == STAF:
        page.goto("/")
        page.get_by_role("searchbox", name="Cari nama").fill("dinas kesehatan")
        page.keyboard.press("Enter")
        expect(utama.get_by_role("link", name="Dinas Kesehatan", exact=True)).to_be_visible()
    elif siapa == ADMIN:
        page.goto("/hari-pertama/")
        utama.get_by_role("link", name="Setelan bersandar asumsi").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Setelan")
