"use strict";
/* Photographs are shown and made small before they travel; the phone's position fills in on request. */
(() => {
  const shrink = async (file, side) => {
    if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type)) return file;
    let picture;
    try {
      picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch {
      return file; // the server says what is wrong with it
    }
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size < 1_500_000) { picture.close(); return file; }
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.86));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified });
  };

  const photos = (input) => {
    const most = Number(input.dataset.most || 9);
    const previews = document.createElement("ul");
    previews.className = "previews";
    input.after(previews);
    let kept = [];

    const show = () => {
      const transfer = new DataTransfer();
      kept.forEach((file) => transfer.items.add(file));
      input.files = transfer.files;
      previews.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
      previews.replaceChildren(...kept.map((file, index) => {
        const item = document.createElement("li");
        const image = document.createElement("img");
        image.alt = file.name;
        image.src = URL.createObjectURL(file);
        const remove = document.createElement("button");
        remove.type = "button";
        remove.textContent = "×";
        remove.setAttribute("aria-label", `${input.dataset.remove || "×"} ${file.name}`);
        remove.addEventListener("click", () => { kept.splice(index, 1); show(); input.focus(); });
        item.append(image, remove);
        return item;
      }));
    };
    input.addEventListener("change", async () => {
      const fresh = [...input.files].filter((file) => !kept.includes(file));
      input.setAttribute("aria-busy", "true");
      const small = await Promise.all(fresh.map((file) => shrink(file, Number(input.dataset.side || 2048))));
      kept = [...kept, ...small].slice(0, most);
      input.removeAttribute("aria-busy");
      show();
    });
  };

  const position = (box) => {
    const input = box.querySelector("input");
    const button = box.querySelector("button");
    const told = box.parentElement.querySelector("[data-told]");
    if (!navigator.geolocation || !button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      button.setAttribute("aria-busy", "true");
      navigator.geolocation.getCurrentPosition(
        (found) => {
          button.removeAttribute("aria-busy");
          input.value = `${found.coords.latitude.toFixed(6)},${found.coords.longitude.toFixed(6)}`;
          if (told) told.textContent = "";
          input.dispatchEvent(new CustomEvent("huiyin:position", { bubbles: true, detail: { lat: found.coords.latitude, lon: found.coords.longitude } }));
          input.dispatchEvent(new Event("change", { bubbles: true }));
        },
        () => { button.removeAttribute("aria-busy"); if (told) told.textContent = box.dataset.refused || ""; },
        { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
      );
    });
  };

  const enhance = (root) => {
    root.querySelectorAll("input[type=file][data-photos]").forEach((input) => { if (!input.dataset.seen) { input.dataset.seen = "1"; photos(input); } });
    root.querySelectorAll("[data-position]").forEach((box) => { if (!box.dataset.seen) { box.dataset.seen = "1"; position(box); } });
  };
  enhance(document);
  document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
})();
