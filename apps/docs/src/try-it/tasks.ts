import { createMpcClient, type TaskStatus } from "@mpc-contract/client";
import { routeOf } from "@mpc-contract/validator";
import type { TypedRequest } from "./request.ts";
import { type Target, token } from "./target.ts";

/** The statuses of a task, by what they stand for in its life. */
interface LifeCycle {
  created: TaskStatus;
  begun: TaskStatus;
  succeeded: TaskStatus;
  failed: TaskStatus;
  cancelled: TaskStatus;
}

/** What is asked about a task: an operation, its parameters by their places in the request, and of whom. */
export interface Question {
  operation: string;
  values: Record<string, string>;
  target: Target;
}

/** How often it is asked how a task is, in milliseconds. */
const pace = 1000;

/** Shows the tasks that were created, and follows each until it has ended. */
export function followTasks(place: HTMLElement, ask: (question: Question) => void) {
  const lifeCycle = JSON.parse(place.dataset["lifeCycle"] ?? "{}") as LifeCycle;
  const ends = new Set([lifeCycle.succeeded, lifeCycle.failed, lifeCycle.cancelled]);
  const list = place.querySelector("ol")!;
  const template = place.querySelector("template")!;

  /** Shows the task that a request has created. The answer has the ID, under the name that questions give it. */
  function follow(target: Target, request: TypedRequest, created: Record<string, string | number>): void {
    const [name = "", id = ""] = Object.entries(created)[0] ?? [];
    const { parameters } = routeOf(request);
    const values: Record<string, string> = { [`/query/${name}`]: String(id) };
    for (const [parameter, value] of Object.entries(parameters)) values[`/path/${parameter}`] = value;
    const item = template.content.firstElementChild!.cloneNode(true) as HTMLLIElement;
    item.querySelector(".id")!.textContent = String(id);
    for (const button of item.querySelectorAll("button")) {
      button.addEventListener("click", () => ask({ operation: button.value, values, target }));
    }
    list.prepend(item);
    place.classList.remove("none");
    void watch(item, target, parameters["project_id"] ?? "", String(id));
  }

  async function watch(item: HTMLLIElement, target: Target, projectId: string, id: string): Promise<void> {
    const { endpoint, fetch } = target;
    const mpc = createMpcClient({ endpoint, projectId, credentials: { token }, fetch });
    let status: TaskStatus | undefined = lifeCycle.created;
    // Nobody is asked again who does not answer. A word that is not known is not an end.
    while (status !== undefined && item.isConnected) {
      show(item, status);
      if (ends.has(status)) return;
      await new Promise((resolve) => setTimeout(resolve, pace));
      status = await mpc.encryptions.get(id).then(
        (task) => task.status,
        () => undefined,
      );
    }
  }

  /** Marks the stages that a task has reached; the last one has the word of how it ended. */
  function show(item: HTMLLIElement, status: TaskStatus): void {
    const [created, begun, ended] = item.querySelectorAll<HTMLElement>(".stage");
    const hasEnded = ends.has(status);
    created!.classList.add("reached");
    if (status === lifeCycle.begun || status === lifeCycle.succeeded || status === lifeCycle.failed) {
      begun!.classList.add("reached");
    }
    if (hasEnded) {
      ended!.textContent = status;
      ended!.classList.add("reached");
      ended!.classList.toggle("bad", status !== lifeCycle.succeeded);
    }
    item.querySelector(".now")!.textContent = status;
  }

  return { follow };
}
