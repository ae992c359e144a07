"use strict";
/* A phone records the way its owner goes: while they ask it to, on this page, and it stays on the phone until the form is sent. What was
   recorded outlives a reload, for the page is left whenever a finding is written down. */
(() => {
  const METRES = 10;
  const SECONDS = 60;
  const VAGUE = 100;

  const metres = (a, b) => {
    const rad = Math.PI / 180;
    const x = (b[1] - a[1]) * rad * Math.cos(((a[0] + b[0]) / 2) * rad);
    const y = (b[0] - a[0]) * rad;
    return Math.hypot(x, y) * 6371008.8;
  };

  const track = (box) => {
    const input = box.querySelector("input");
    const told = box.querySelector("[data-told]");
    const [begin, stop, drop] = ["begin", "stop", "drop"].map((name) => box.querySelector(`[data-${name}]`));
    if (!navigator.geolocation) return;
    const key = `huiyin-track ${location.pathname} ${input.name}`;
    let fixes = [];
    let watch = null;
    let awake = null;

    const say = () => {
      const length = fixes.slice(1).reduce((sum, fix, i) => sum + metres(fixes[i], fix), 0);
      const minutes = fixes.length < 2 ? 0 : Math.round((fixes.at(-1)[2] - fixes[0][2]) / 60);
      const words = watch === null ? box.dataset.done : fixes.length === 0 ? box.dataset.seeking : box.dataset.said;
      told.textContent = words.replace("{0}", (length / 1000).toFixed(2)).replace("{1}", minutes);
    };
    const keep = () => {
      if (fixes.length > Number(box.dataset.most)) fixes = fixes.filter((_, i) => i % 2 === 0 || i === fixes.length - 1);
      input.value = fixes.length < 2 ? "" : fixes.map((fix) => `${fix[0].toFixed(5)},${fix[1].toFixed(5)},${fix[2]}`).join(";");
      try {
        if (fixes.length || watch !== null) localStorage.setItem(key, JSON.stringify({ going: watch !== null, fixes }));
        else localStorage.removeItem(key);
      } catch {
        // a full or forbidden store: the way is still in the form
      }
    };
    const show = () => {
      begin.hidden = watch !== null;
      stop.hidden = watch === null;
      drop.hidden = watch !== null || fixes.length === 0;
    };
    const stayAwake = async () => {
      try { awake = await navigator.wakeLock?.request("screen"); } catch { awake = null; }
    };

    const start = () => {
      watch = navigator.geolocation.watchPosition(
        (found) => {
          if (found.coords.accuracy > VAGUE) return;
          const fix = [found.coords.latitude, found.coords.longitude, Math.floor(found.timestamp / 1000)];
          const last = fixes.at(-1);
          if (last && fix[2] < last[2]) return;
          if (last && metres(last, fix) < METRES && fix[2] - last[2] < SECONDS) return;
          fixes.push(fix);
          keep();
          say();
        },
        (failed) => {
          told.textContent = box.dataset.refused;
          if (failed.code === failed.PERMISSION_DENIED) end();
        },
        { enableHighAccuracy: true, maximumAge: 5000 },
      );
      keep();
      show();
      stayAwake();
    };
    const end = () => {
      if (watch !== null) navigator.geolocation.clearWatch(watch);
      watch = null;
      awake?.release();
      keep();
      show();
    };

    begin.addEventListener("click", () => { start(); say(); });
    stop.addEventListener("click", () => { end(); if (fixes.length < 2) told.textContent = box.dataset.none; else say(); });
    drop.addEventListener("click", () => {
      if (!confirm(box.dataset.sure)) return;
      fixes = [];
      keep();
      show();
      told.textContent = "";
    });
    document.addEventListener("visibilitychange", () => { if (watch !== null && !document.hidden) stayAwake(); });
    // what was sent or is kept for sending is no longer this page's; what is refused comes back in the form itself
    input.form.addEventListener("submit", () => { end(); try { localStorage.removeItem(key); } catch { /* nothing was kept */ } });
    input.form.addEventListener("reset", () => { fixes = []; input.value = ""; told.textContent = ""; show(); });

    try {
      const kept = JSON.parse(localStorage.getItem(key) || "null");
      if (kept) fixes = kept.fixes;
      else if (input.value) fixes = input.value.split(";").map((fix) => fix.split(",").map(Number));
      if (kept) keep();
      if (kept?.going) start();
      if (kept?.going || fixes.length > 1) say();
    } catch {
      fixes = [];
    }
    show();
  };

  document.querySelectorAll("[data-track]").forEach(track);
})();
