"use strict";
/* Keeps the shell (styles, scripts, icons) and one page for when the network is gone. Pages and people's data are never kept. */
const SHELL = "huiyin-shell-1";
const OFFLINE = "/offline";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.add(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

const kept = async (request) => {
  const shell = await caches.open(SHELL);
  const found = await shell.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    const path = new URL(request.url).pathname;
    for (const old of await shell.keys()) {
      if (new URL(old.url).pathname === path) await shell.delete(old);
    }
    await shell.put(request, answer.clone());
  }
  return answer;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (/^\/(assets|webjars|_static)\//.test(url.pathname) && url.search.startsWith("?v=")) {
    event.respondWith(kept(request));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  }
});
