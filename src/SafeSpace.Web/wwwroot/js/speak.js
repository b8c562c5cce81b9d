// For whoever does not read well: the page can be read out, where the browser can speak. Without it nothing is missing but the button.
const place = document.querySelector("[data-speak]");
if (place && "speechSynthesis" in window) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = place.dataset.speak;
  button.addEventListener("click", () => {
    speechSynthesis.cancel();
    const said = [...document.querySelectorAll("h1, label, button.door-big")].map(part => part.textContent.trim()).join(". ");
    const speech = new SpeechSynthesisUtterance(said);
    speech.lang = document.documentElement.lang;
    speechSynthesis.speak(speech);
  });
  place.append(button);
  place.hidden = false;
}
