"use strict";
(function () {
  const data = JSON.parse(document.getElementById("sealed").textContent);
  const say = english => data.words[english] || english;
  const main = document.getElementById("main");
  const closeAfter = 10 * 60 * 1000;
  const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const make = (tag, words, into) => {
    const made = document.createElement(tag);
    if (words) made.textContent = words;
    if (into) into.append(made);
    return made;
  };

  function ask(problem) {
    main.replaceChildren();
    make("h1", say("Sheet for the night"), main);
    const form = make("form", "", main);
    const label = make("label", say("Passphrase"), form);
    label.htmlFor = "passphrase";
    const box = make("input", "", form);
    box.id = "passphrase";
    box.type = "password";
    box.autocomplete = "off";
    make("button", say("Open"), form);
    const said = make("p", problem || "", form);
    said.setAttribute("role", "alert");
    box.focus();
    form.addEventListener("submit", event => {
      event.preventDefault();
      open(box.value).then(show, () => ask(say(window.crypto && crypto.subtle ? "This passphrase is not right. Please try again." : "This browser cannot open it. Try another one.")));
    });
  }

  async function open(typed) {
    const words = typed.split(/\s+/).filter(Boolean).join(" ").normalize("NFC");
    const from = await crypto.subtle.importKey("raw", new TextEncoder().encode(words), "PBKDF2", false, ["deriveKey"]);
    const key = await crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt: bytes(data.salt), iterations: data.rounds }, from, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(data.nonce) }, key, bytes(data.box));
    return JSON.parse(new TextDecoder().decode(text));
  }

  function show(sheet) {
    main.replaceChildren();
    make("h1", say("Sheet for the night") + " · " + sheet.group, main);
    make("p", say("Made:") + " " + sheet.madeAt + (sheet.deskPhone ? " · " + sheet.deskPhone : ""), main);
    make("p", say("Write each call down with its time. When the app is back, type it in under Written on paper."), main);
    if (sheet.peers.length) make("p", say("On this shift:") + " " + sheet.peers.join(" · "), main);
    const table = make("table", "", main);
    const head = make("tr", "", make("thead", "", table));
    for (const name of ["Name", "Number", "Safe times", "Promised", "By", "What was done, and when"]) make("th", say(name), head).scope = "col";
    const body = make("tbody", "", table);
    for (const row of sheet.people) {
      const line = make("tr", "", body);
      make("th", row.name + " " + row.reference, line).scope = "row";
      const phones = make("td", row.phones.length ? "" : say("no number"), line);
      for (const phone of row.phones) {
        const link = make("a", phone, make("div", "", phones));
        link.href = "tel:" + phone.replace(/\(.*/, "").replace(/[^0-9+]/g, "");
      }
      make("td", [row.safeTimes || say("not asked"), row.voicemail, row.whoMayAnswer ? say("May answer:") + " " + row.whoMayAnswer : ""].filter(Boolean).join(" \u00b7 "), line);
      make("td", row.promises.join("; "), line);
      make("td", row.peer || "", line);
      make("td", "", line);
    }
    if (sheet.more) make("p", say("There are more people than this sheet holds. Make one for a single shift, or look the rest up while the app is here."), main);
    for (const [head, lines] of [["One of us waits", sheet.walled], ["Callers we do not know", sheet.callers]]) {
      if (!lines.length) continue;
      make("h2", say(head), main);
      const list = make("ul", "", main);
      for (const line of lines) make("li", line, list);
    }
    if (sheet.emergencies.length) {
      make("h2", say("In an emergency"), main);
      const list = make("ul", "", main);
      for (const step of sheet.emergencies) make("li", step, list);
    }
    const close = make("button", say("Close"), main);
    close.addEventListener("click", () => ask());
    let timer = setTimeout(ask, closeAfter);
    for (const kind of ["pointerdown", "keydown", "scroll"]) addEventListener(kind, () => { clearTimeout(timer); timer = setTimeout(ask, closeAfter); }, { passive: true });
  }

  ask();
})();
