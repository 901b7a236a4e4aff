import { failures } from "../generated/wire.ts";
import type { Failure } from "../tasks/life-cycle.ts";

/** Why a task cannot be done: in the words of the contract, which has none for its output, and in more detail. */
export class TaskFailure extends Error {
  override name = "TaskFailure";

  constructor(failure: Failure | "output", detail: string) {
    super(failure === "output" ? `The output: ${detail}` : `${failures[failure]} ${detail}`);
  }
}
