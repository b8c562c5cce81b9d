// A screen in the building: when whoever was typing has gone, the next one finds an empty page, not their words.
const form = document.querySelector("form[data-screen]");
if (form) {
  const quiet = 120000;
  let last = Date.now();
  for (const kind of ["keydown", "pointerdown", "touchstart", "scroll"]) addEventListener(kind, () => { last = Date.now(); }, { passive: true });
  setInterval(() => {
    if (Date.now() - last < quiet) return;
    last = Date.now();
    form.reset();
    location.replace(location.pathname);
  }, 5000);
}
