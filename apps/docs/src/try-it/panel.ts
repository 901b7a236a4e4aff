import { findOperation, validateRequest, validateResponse } from "@mpc-contract/validator";
import { inputOf, wordsOf } from "./findings.ts";
import { requestOf, type TypedRequest } from "./request.ts";
import { type Answer, showAnswer, showNothing, showRequest, showSilence } from "./messages.ts";
import { inThisPage, onThisMachine, type Target, token } from "./target.ts";
import { followTasks, type Question } from "./tasks.ts";

/** How long an answer is waited for, in milliseconds. */
const patience = 20_000;

/** Brings the dialog to life: checks what is typed, sends it, and shows what comes back. */
export function startPanel(dialog: HTMLDialogElement): void {
  const find = <T extends Element>(selector: string) => dialog.querySelector<T>(selector)!;
  const forms = [...dialog.querySelectorAll<HTMLFormElement>("form.operation")];
  const credential = { [dialog.dataset["credential"] ?? ""]: token };
  const endpoint = find<HTMLInputElement>("input.endpoint");
  const tasks = followTasks(find(".tasks"), (question) => void send(fill(question), question.target));

  let turns = 0;
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
    // As the service does: a word that an open list does not have may be sent.
    const findings = validateRequest(request, { strength: "tolerant" });
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

  /** Chooses an operation, and fills in what is asked. */
  function fill({ operation, values }: Question): HTMLFormElement {
    const form = forms.find(({ dataset }) => dataset["operation"] === operation)!;
    find<HTMLInputElement>(`input[name=operation][value="${operation}"]`).checked = true;
    for (const input of form.querySelectorAll<HTMLInputElement>("input[name]")) {
      input.value = values[input.name] ?? "";
    }
    choose();
    return form;
  }

  async function send(form: HTMLFormElement, asked = target()): Promise<void> {
    const turn = ++turns;
    showNothing(find(".answer"), asked === undefined ? "" : (dialog.dataset["waiting"] ?? ""));
    if (asked === undefined) {
      endpoint.focus();
      return;
    }
    const request = requestOf(form, credential);
    showRequest(find(".request"), request);
    const answer = await call(asked, request).catch(() => undefined);
    // Something else was asked meanwhile.
    if (turn !== turns) return;
    if (answer === undefined) {
      showSilence(find(".answer"), dialog.dataset["silence"] ?? "");
      return;
    }
    showAnswer(find(".answer"), answer);
    const { findings, response, text } = answer;
    if (request.method === "POST" && response.ok && findings.length === 0) {
      tasks.follow(asked, request, JSON.parse(text) as Record<string, string | number>);
    }
    find(".answer").scrollIntoView({ block: "nearest" });
  }

  async function call(asked: Target, request: TypedRequest): Promise<Answer> {
    const { headers, method, text: body, url } = request;
    const begun = performance.now();
    const response = await asked.fetch(`${asked.endpoint}${url}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    const took = performance.now() - begun;
    const operation = findOperation(request);
    const message = { status: response.status, headers: response.headers, text };
    return {
      response,
      text,
      took,
      findings: operation === undefined ? [] : validateResponse(message, operation),
    };
  }
}
