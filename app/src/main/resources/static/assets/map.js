"use strict";
/* Maps on the operator's tiles, and the words for a picked position. Everything here only improves: coordinates are a text field. */
(() => {
  const format = (lat, lon) => `${lat.toFixed(6)},${lon.toFixed(6)}`;
  const parse = (text) => {
    const parts = text.split(/[,，]\s*/).map(Number);
    return parts.length === 2 && parts.every(Number.isFinite) ? parts : null;
  };

  /* a mark of our own, so that no picture has to be loaded */
  const mark = (at) => L.circleMarker(at, { radius: 9, weight: 3, className: "spot-mark" });

  const open = (box) => {
    const input = box.dataset.picks ? document.getElementById(box.dataset.picks) : null;
    const start = input ? parse(input.value) : [Number(box.dataset.lat), Number(box.dataset.lon)];
    const map = L.map(box, { attributionControl: true }).setView(start || [30.33, 112.24], start ? 16 : 11);
    map.attributionControl.setPrefix(false);
    const plain = document.createElement("span");
    plain.textContent = box.dataset.attribution || "";
    L.tileLayer(box.dataset.map, { maxZoom: 18, attribution: plain.innerHTML }).addTo(map);
    let here = start ? mark(start).addTo(map) : null;
    if (!input) return;
    const move = (at) => { if (here) here.setLatLng(at); else here = mark(at).addTo(map); };
    map.on("click", (event) => {
      move(event.latlng);
      input.value = format(event.latlng.lat, event.latlng.lng);
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    input.addEventListener("change", () => {
      const at = parse(input.value);
      if (at) { move(at); map.panTo(at); }
    });
  };

  const tell = (words) => {
    const input = document.getElementById(words.dataset.for);
    const say = async () => {
      const at = parse(input.value);
      words.textContent = "";
      if (!at) return;
      const answer = await fetch(`/places/at?lat=${at[0]}&lon=${at[1]}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const where = await answer.json();
      const metres = where.metres < 950 ? `${where.metres} m` : `${(where.metres / 1000).toFixed(1)} km`;
      if (where.in) words.textContent = words.dataset.in.replace("{place}", where.in.path);
      else if (where.near) words.textContent = words.dataset.where.replace("{place}", where.near.path).replace("{distance}", metres);
    };
    input.addEventListener("change", () => say().catch(() => {}));
    if (input.value) say().catch(() => {});
  };

  if (window.L) document.querySelectorAll("[data-map]").forEach(open);
  document.querySelectorAll("[data-where]").forEach(tell);
})();
