import { at, meta, post } from "./page.js";

// A shared screen is locked after so many minutes without a key or a tap, in all its tabs at once.
export function idle() {
  const minutes = Number(meta("idle-minutes"));
  if (!minutes) return;
  const read = () => Number(localStorage.getItem("awake")) || 0;
  let noted = 0;
  const awake = () => {
    const now = Date.now();
    if (now - noted > 5000) localStorage.setItem("awake", String(noted = now));
  };
  ["keydown", "pointerdown", "scroll", "touchstart"].forEach(kind => addEventListener(kind, awake, { passive: true }));
  awake();
  const look = async () => {
    if (Date.now() - read() < minutes * 60000) return;
    clearInterval(timer);
    document.documentElement.hidden = true;
    dispatchEvent(new Event("locking")); // drafts save what was typed
    try { await post("lock", {}); } finally { location.replace(at("")); }
  };
  const timer = setInterval(look, 10000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
}
