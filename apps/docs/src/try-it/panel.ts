import { findOperation, validateRequest, validateResponse } from "@mpc-contract/validator";
import { inputOf, wordsOf } from "./findings.ts";
import { requestOf, type TypedRequest } from "./request.ts";
import { showAnswer, showRequest, showSilence } from "./messages.ts";
import { inThisPage, onThisMachine, type Target, token } from "./target.ts";
import { followTasks } from "./tasks.ts";

/** Brings the dialog to life: checks what is typed, sends it, and shows what comes back. */
export function startPanel(dialog: HTMLDialogElement): void {
  const find = <T extends Element>(selector: string) => dialog.querySelector<T>(selector)!;
  const forms = [...dialog.querySelectorAll<HTMLFormElement>("form.operation")];
  const credential = { [dialog.dataset["credential"] ?? ""]: token };
  const endpoint = find<HTMLInputElement>("input.endpoint");
  const tasks = followTasks(find(".tasks"), { fill, send });

  for (const radio of dialog.querySelectorAll("input[name=operation]"))
    radio.addEventListener("change", choose);
  for (const form of forms) {
    form.addEventListener("input", () => check(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form);
    });
  }
  find(".origin").textContent = location.origin;
  endpoint.addEventListener("input", () => target());
  for (const radio of dialog.querySelectorAll("input[name=target]")) {
    radio.addEventListener("change", () => {
      find<HTMLElement>(".machine").hidden = isInPage();
      target();
    });
  }

  choose();

  /** Shows the form of the operation that is chosen. */
  function choose(): void {
    const { value } = find<HTMLInputElement>("input[name=operation]:checked");
    for (const form of forms) {
      form.classList.toggle("chosen", form.dataset["operation"] === value);
      if (form.dataset["operation"] === value) check(form);
    }
  }

  function isInPage(): boolean {
    return find<HTMLInputElement>("input[name=target]").checked;
  }

  /** What is asked; nothing when the endpoint that was typed is none. */
  function target(): Target | undefined {
    const chosen = isInPage() ? inThisPage() : onThisMachine(endpoint.value);
    endpoint.setAttribute("aria-invalid", String(chosen === undefined));
    find<HTMLElement>(".endpoint-wrong").hidden = chosen !== undefined;
    return chosen;
  }

  /** Says at each input what the contract minds about it. */
  function check(form: HTMLFormElement): void {
    const request = requestOf(form, credential);
    const findings = validateRequest(request);
    const inputs = [...form.querySelectorAll<HTMLInputElement>("input[name]")];
    const said = new Map(inputs.map((input) => [input, [] as string[]]));
    const others: string[] = [];
    for (const finding of findings) {
      const input = inputOf(finding, inputs);
      (input === undefined ? others : said.get(input)!).push(wordsOf(finding));
    }
    for (const [input, words] of said) {
      input.setAttribute("aria-invalid", String(words.length > 0));
      form.querySelector(`[id="${input.id}-finding"]`)!.textContent = words.join("; ");
    }
    form.querySelector(".others")!.textContent = others.join("; ");
    showRequest(find(".request"), request);
  }

  /** Chooses an operation by its method, and fills in the task that it is about. */
  function fill(method: string, taskId: string): HTMLFormElement {
    const form = forms.find(({ dataset }) => dataset["method"] === method)!;
    find<HTMLInputElement>(`input[name=operation][value="${form.dataset["operation"]}"]`).checked = true;
    choose();
    for (const input of form.querySelectorAll<HTMLInputElement>("input[name^='/query/']")) {
      input.value = input.name === "/query/task_id" ? taskId : "";
    }
    check(form);
    return form;
  }

  async function send(form: HTMLFormElement): Promise<void> {
    const asked = target();
    if (asked === undefined) {
      endpoint.focus();
      return;
    }
    const request = requestOf(form, credential);
    showRequest(find(".request"), request);
    const begun = performance.now();
    const response = await call(asked, request).catch(() => undefined);
    if (response === undefined) {
      showSilence(find(".answer"), dialog.dataset["silence"] ?? "");
      return;
    }
    const took = performance.now() - begun;
    const text = await response.text();
    const operation = findOperation(request);
    const { headers, status } = response;
    const findings = operation === undefined ? [] : validateResponse({ status, headers, text }, operation);
    showAnswer(find(".answer"), { response, text, took, findings });
    tasks.follow(asked, request, status, text);
    find(".answer").scrollIntoView({ block: "nearest" });
  }

  async function call(asked: Target, { headers, method, text, url }: TypedRequest): Promise<Response> {
    return asked.fetch(`${asked.endpoint}${url}`, {
      method,
      headers,
      ...(text !== undefined && { body: text }),
    });
  }
}
