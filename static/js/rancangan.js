/* Pohon jabatan rancangan: nama diseret ke kursi mengisi formulir Tempatkan lalu mengirimnya. Tanpa JavaScript: Pindahkan dan Isi. */
(function () {
  "use strict";
  const form = document.getElementById("form-tempatkan");
  if (!form) return;
  const kursi = (e) => e.target.closest && e.target.closest("tr[data-jabatan]");

  document.addEventListener("dragstart", (e) => {
    const nama = e.target.closest && e.target.closest("[data-nip]");
    if (!nama) return;
    e.dataTransfer.setData("text/plain", nama.dataset.nip);
    e.dataTransfer.effectAllowed = "move";
  });
  document.addEventListener("dragover", (e) => {
    document.querySelectorAll("tr.tujuan").forEach((t) => t.classList.remove("tujuan"));
    const baris = kursi(e);
    if (!baris) return;
    e.preventDefault();
    baris.classList.add("tujuan");
  });
  document.addEventListener("drop", (e) => {
    const baris = kursi(e);
    const nip = e.dataTransfer.getData("text/plain");
    if (!baris || !/^\d{18}$/.test(nip)) return;
    e.preventDefault();
    form.elements["baris-nip"].value = nip;
    form.elements["baris-jabatan"].value = baris.dataset.jabatan;
    form.elements["baris-unit"].value = "";
    form.requestSubmit();
  });
})();
