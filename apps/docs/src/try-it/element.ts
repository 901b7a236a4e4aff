/** The button that opens a dialog in which an operation is tried. What it takes is loaded when it is opened. */
class TryIt extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>("button.open");
    const dialog = this.querySelector("dialog");
    if (button === null || dialog === null) return;
    button.disabled = false;
    button.addEventListener("click", () => dialog.showModal());
    const start = () => void import("./panel.ts").then(({ startPanel }) => startPanel(dialog));
    button.addEventListener("click", start, { once: true });
  }
}

customElements.define("try-it", TryIt);
