import { emulatorToken } from "@mpc-contract/emulator";
import contract from "@mpc-contract/openapi" with { type: "json" };
import { exampleId, headers as names, listPath } from "../../../../packages/emulator/src/generated/wire.ts";

/** The path of a listing in a project. */
export function pathOf(project: string): string {
  return listPath.replace(/\{.*?\}/, project);
}

/** The query that finds the task of the contract's example of a listing, with which an emulator begins. */
export const path = `${pathOf(contract.components.parameters.ProjectId.example)}?${new URLSearchParams({ task_id: String(exampleId) }).toString()}`;

const { examples } =
  contract.paths[listPath as keyof typeof contract.paths].get.responses[200].content["application/json"];
const [exampleName, example] = Object.entries(examples).find(([, { value }]) =>
  value.task_array.some((task) => "task_id" in task && task.task_id === exampleId),
)!;

/** That example. */
export const exampleText = JSON.stringify(example.value);

/** The headers of all requests. They have Prism answer with that example; ours finds the task. */
export const headers = { [names.token]: emulatorToken, Prefer: `example=${exampleName}` };
