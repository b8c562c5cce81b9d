// An open page is told that something changed (a number, nothing about anybody) and asks for its rows again. When the line breaks it looks
// by itself now and then; without script the link "Look again" does the same. "Late" and "waiting 40 min" come with time alone, with nothing
// that changed: a page that has not asked for a minute asks.
const silence = 40000;
const minute = 60000;
const lookEvery = 15000;
const atMostEvery = 1000;

export function live() {
  const areas = [...document.querySelectorAll("[data-live]")];
  if (areas.length && window.EventSource && window.htmx) areas.forEach(area => new Live(area).start());
}

class Live {
  constructor(area) {
    this.area = area;
    this.heard = Date.now();
    this.waiting = false;
    this.asked = Date.now();
    this.newest = 0;
  }

  start() {
    this.connect();
    setInterval(() => this.look(), lookEvery);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.refresh(); });
    this.area.addEventListener("htmx:beforeSwap", event => {
      // Signed off or locked meanwhile: the whole page shows that, not a piece of it.
      if (event.detail.xhr.getResponseHeader("Board-Version")) return;
      event.detail.shouldSwap = false;
      location.reload();
    });
    this.area.addEventListener("htmx:afterSwap", () => this.refresh());
  }

  connect() {
    this.line = new EventSource(this.area.dataset.live);
    for (const kind of ["changed", "here"]) this.line.addEventListener(kind, event => {
      this.heard = Date.now();
      this.newest = Math.max(this.newest, Number(event.data));
      this.refresh();
    });
  }

  shown() {
    return Number(this.area.querySelector("[data-version]")?.dataset.version ?? 0);
  }

  // Many changes in a moment are one look; what came while a look was under way is looked at after it.
  refresh() {
    if (document.hidden || this.waiting || this.shown() >= this.newest || this.isTyping()) return;
    this.waiting = true;
    setTimeout(() => { this.waiting = false; this.ask(); }, Math.max(0, this.asked + atMostEvery - Date.now()));
  }

  look() {
    if (this.line.readyState === EventSource.CLOSED) { this.line.close(); this.connect(); }
    if (!document.hidden && !this.isTyping() && (Date.now() - this.heard > silence || Date.now() - this.asked >= minute)) this.ask();
    else this.refresh();
  }

  ask() {
    this.asked = Date.now();
    window.htmx.trigger(this.area, "changed");
  }

  isTyping() {
    return this.area.contains(document.activeElement) && document.activeElement.matches("input:not([type=hidden]), textarea, select");
  }
}
