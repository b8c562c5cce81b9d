// A box marked data-results="id": arrows go through the links of what was found, Escape comes back to the box.
export function search() {
  for (const box of document.querySelectorAll("input[data-results]")) {
    const links = () => [...document.querySelectorAll(`#${box.dataset.results} :is(a, button)`)];
    const list = document.getElementById(box.dataset.results);
    box.addEventListener("keydown", event => {
      if (event.key !== "ArrowDown" || !links().length) return;
      event.preventDefault();
      links()[0].focus();
    });
    list?.addEventListener("keydown", event => {
      const all = links();
      const here = all.indexOf(document.activeElement);
      if (event.key === "Escape") { event.preventDefault(); box.focus(); }
      else if (event.key === "ArrowDown" && here >= 0 && here + 1 < all.length) { event.preventDefault(); all[here + 1].focus(); }
      else if (event.key === "ArrowUp" && here >= 0) { event.preventDefault(); (all[here - 1] ?? box).focus(); }
    });
  }
}
