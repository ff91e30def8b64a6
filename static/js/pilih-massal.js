/* Pilihan massal: jumlah yang dipilih pada tombol, pilih semua, Shift-klik untuk rentang. */
(function () {
  "use strict";
  if (window.pilihMassal) return;
  window.pilihMassal = true;

  const kotak = (id) => [...document.querySelectorAll(`input[type="checkbox"][form="${CSS.escape(id)}"]:not(:disabled)`)];
  let terakhir = null;

  function hitung(id) {
    const semua = kotak(id);
    const banyak = semua.filter((k) => k.checked).length;
    document.querySelectorAll(`[data-pilih="${CSS.escape(id)}"]`).forEach((bilah) => {
      const jumlah = bilah.querySelector("[data-pilih-jumlah]");
      jumlah.textContent = `${banyak.toLocaleString("id")} dipilih`;
      jumlah.toggleAttribute("data-kosong", !banyak);
      bilah.querySelectorAll("[data-pilih-angka]").forEach((a) => (a.textContent = banyak ? banyak.toLocaleString("id") : ""));
      bilah.querySelectorAll("button").forEach((b) => (b.disabled = !banyak));
    });
    document.querySelectorAll(`[data-pilih-semua="${CSS.escape(id)}"]`).forEach((k) => {
      k.checked = banyak > 0 && banyak === semua.length;
      k.indeterminate = banyak > 0 && banyak < semua.length;
    });
  }

  function semuaBilah() {
    new Set([...document.querySelectorAll("[data-pilih]")].map((b) => b.dataset.pilih)).forEach(hitung);
  }

  document.addEventListener("click", (e) => {
    const satu = e.target;
    if (!(satu instanceof HTMLInputElement) || satu.type !== "checkbox") return;
    if (satu.dataset.pilihSemua) {
      kotak(satu.dataset.pilihSemua).forEach((k) => (k.checked = satu.checked));
      hitung(satu.dataset.pilihSemua);
      return;
    }
    const id = satu.getAttribute("form");
    if (!id || !document.querySelector(`[data-pilih="${CSS.escape(id)}"]`)) return;
    if (e.shiftKey && terakhir && terakhir.getAttribute("form") === id) {
      const semua = kotak(id);
      const [awal, akhir] = [semua.indexOf(terakhir), semua.indexOf(satu)].sort((a, b) => a - b);
      if (awal >= 0) semua.slice(awal, akhir + 1).forEach((k) => (k.checked = satu.checked));
    }
    terakhir = satu;
    hitung(id);
  });

  document.addEventListener("htmx:afterSettle", semuaBilah);
  window.addEventListener("pageshow", semuaBilah);
  semuaBilah();
})();
