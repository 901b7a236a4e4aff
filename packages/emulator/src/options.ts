import { schemaOf } from "@mpc-contract/validator";

/** Refuses options that an emulator cannot begin with. They may come from where no compiler looked. */
export function checkOptions(options: unknown): void {
  if (typeof options !== "object" || options === null) fail("options", "give an object");
  const { now, tasks } = options as { now?: unknown; tasks?: unknown };
  if (now !== undefined && typeof now !== "function") fail("now", "give a function that gives a Date");
  if (tasks === undefined) return;
  if (typeof tasks !== "object" || tasks === null)
    fail("tasks", "give an object, a list of tasks for each project");
  for (const [project, list] of Object.entries(tasks)) {
    if (!Array.isArray(list)) fail(`tasks.${project}`, "give a list of tasks");
    for (const [index, task] of list.entries()) checkTask(`tasks.${project}[${index}]`, task);
  }
}

function checkTask(name: string, task: unknown): void {
  const { issues } = schemaOf("EncryptionTask", "tolerant")["~standard"].validate(task);
  const [issue] = issues ?? [];
  if (issue) fail([name, ...issue.path].join("."), issue.message);
}

function fail(option: string, mend: string): never {
  throw new TypeError(`createEmulator: ${option}: ${mend}`);
}
