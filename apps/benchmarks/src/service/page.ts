import contract from "@mpc-contract/openapi" with { type: "json" };

const { examples } =
  contract.paths["/v1/{project_id}/encryptions"].get.responses[200].content["application/json"];
const [example] = Object.values(examples)[0]!.value.task_array;

/** How many tasks a page has: as many as it may. */
export const pageSize = contract.components.parameters.Size.schema.maximum;

const [template] = Object.keys(contract.paths) as [string];

/** The path of the tasks of a project. */
export const path = template.replace("{project_id}", contract.components.parameters.ProjectId.example);

/** The least ID of a task. All have as many digits, so that all pages are as long. */
export const firstId = 10_000_000;

/** The tasks of a page: that of the contract's example, with IDs of their own. */
export function tasksOf(page: number): { task_id: number; status: string }[] {
  return Array.from({ length: pageSize }, (_, index) => ({
    ...example!,
    task_id: firstId + page * pageSize + index,
  }));
}
