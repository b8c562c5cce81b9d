// Runs before the page is drawn. After "Leave this page" the back key must show nothing of ours:
// a page that comes back out of the history goes to the neutral place again, until somebody opens one on purpose.
(function () {
  var key = "left";
  function away() {
    var to = sessionStorage.getItem(key);
    if (!to) return;
    document.documentElement.hidden = true;
    location.replace(to);
  }
  try {
    var entry = performance.getEntriesByType("navigation")[0];
    if (entry && entry.type === "back_forward") away();
    else sessionStorage.removeItem(key);
    addEventListener("pageshow", function (event) { if (event.persisted) away(); });
  } catch { /* no session storage: pages are sent no-store all the same */ }
})();
