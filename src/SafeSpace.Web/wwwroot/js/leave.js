// "Leave this page": the link, or Escape twice within a second. Escape alone belongs to the browser and to screen readers;
// twice is nobody's. A press that closed something (a list, a box) does not count.
const within = 1000;

export function leave() {
  const link = document.querySelector("a[data-leave]");
  if (!link) return;
  let last = -Infinity;
  const go = event => {
    event?.preventDefault();
    document.documentElement.hidden = true;
    document.title = " ";
    try { sessionStorage.setItem("left", link.href); } catch { /* private mode */ }
    history.replaceState(null, "", location.pathname);
    location.replace(link.href);
  };
  link.addEventListener("click", go);
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.repeat || event.defaultPrevented) return;
    if (event.timeStamp - last < within) go(event);
    last = event.timeStamp;
  });
}
