import { createMpcClient, type TaskStatus } from "@mpc-contract/client";
import { routeOf } from "@mpc-contract/validator";
import { type Target, token } from "./target.ts";
import type { TypedRequest } from "./request.ts";

/** The statuses of a task, by what they stand for in its life. */
interface LifeCycle {
  created: TaskStatus;
  begun: TaskStatus;
  succeeded: TaskStatus;
  failed: TaskStatus;
  cancelled: TaskStatus;
}

interface Actions {
  fill: (method: string, taskId: string) => HTMLFormElement;
  send: (form: HTMLFormElement) => Promise<void>;
}

/** How often it is asked how a task is, in milliseconds. */
const pace = 1000;

/** Shows the tasks that were created, and follows each until it has ended. */
export function followTasks(place: HTMLElement, { fill, send }: Actions) {
  const lifeCycle = JSON.parse(place.dataset["lifeCycle"] ?? "{}") as LifeCycle;
  const list = place.querySelector("ol")!;
  const template = place.querySelector("template")!;
  const isOver = (status: TaskStatus) => status !== lifeCycle.created && status !== lifeCycle.begun;

  /** Takes the answer to a request for the birth of a task, if it is one. */
  function follow(target: Target, request: TypedRequest, status: number, text: string): void {
    if (request.method !== "POST" || status >= 300) return;
    const { task_id } = JSON.parse(text) as { task_id: string | number };
    const project = routeOf(request).parameters["project_id"] ?? "";
    const item = template.content.firstElementChild!.cloneNode(true) as HTMLLIElement;
    item.querySelector(".id")!.textContent = String(task_id);
    for (const button of item.querySelectorAll("button")) {
      button.addEventListener("click", () => void send(fill(button.value, String(task_id))));
    }
    list.prepend(item);
    place.classList.remove("none");
    void watch(item, target, project, String(task_id));
  }

  async function watch(item: HTMLLIElement, target: Target, projectId: string, id: string): Promise<void> {
    const mpc = createMpcClient({
      endpoint: target.endpoint,
      projectId,
      credentials: { token },
      fetch: target.fetch,
    });
    let status: TaskStatus = lifeCycle.created;
    while (item.isConnected) {
      show(item, status);
      if (isOver(status)) return;
      await new Promise((resolve) => setTimeout(resolve, pace));
      // One that does not answer just now may answer next time.
      status = await mpc.encryptions.get(id).then(
        (task) => task.status ?? status,
        () => status,
      );
    }
  }

  /** Marks the stages that a task has reached; the last one has the word of how it ended. */
  function show(item: HTMLLIElement, status: TaskStatus): void {
    const [created, begun, ended] = item.querySelectorAll<HTMLElement>(".stage");
    const reached = status === lifeCycle.created ? 0 : status === lifeCycle.begun ? 1 : 2;
    if (reached === 2) {
      ended!.textContent = status;
      ended!.classList.toggle("bad", status !== lifeCycle.succeeded);
    }
    for (const [index, stage] of [created, begun, ended].entries()) {
      const isReached = index <= reached && !(index === 1 && status === lifeCycle.cancelled);
      if (isReached && !stage!.classList.contains("reached")) {
        stage!.classList.add("reached");
        stage!.title = new Date().toLocaleTimeString();
      }
    }
    item.querySelector(".now")!.textContent = status;
  }

  return { follow };
}
