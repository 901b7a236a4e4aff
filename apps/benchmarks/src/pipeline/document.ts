import contract from "@mpc-contract/openapi" with { type: "json" };

const [[template, resource]] = Object.entries(contract.paths) as [[string, object]];
const perResource = Object.values(resource).filter(isOperation).length;

/** A contract, and what its operations are called. */
export interface SizedDocument {
  value: object;
  operationIds: string[];
}

/**
 * A contract of about as many operations as that: the resource of this contract over and over, each time with names and
 * schemas of its own. What every operation has in common, such as errors and the simple types, is there once, as it
 * would be in a contract that somebody had written.
 */
export function documentOf(operations: number): SizedDocument {
  const { parameters, responses, schemas, ...components } = contract.components;
  const own = new Set(Object.keys(schemas).filter((name) => isOwn(name)));
  const paths: Record<string, object> = {};
  const copies: Record<string, unknown> = Object.fromEntries(
    Object.entries(schemas).filter(([name]) => !own.has(name)),
  );
  for (let number = 1; number <= operations / perResource; number++) {
    const copy = <T>(value: T): T =>
      JSON.parse(
        JSON.stringify(value)
          .replaceAll(/(?<="operationId":"\w+)(?=")/g, String(number))
          .replaceAll(/#\/components\/schemas\/(\w+)/g, (reference, name: string) =>
            own.has(name) ? reference + number : reference,
          ),
      ) as T;
    paths[`${template}-${number}`] = copy(resource);
    for (const [name, schema] of Object.entries(schemas)) {
      if (own.has(name)) copies[name + number] = copy(schema);
    }
  }
  return sized({
    ...contract,
    paths,
    components: { ...components, parameters, responses, schemas: copies },
  });

  /** Whether a schema describes the resource: an object, and none that is part of what all have in common. */
  function isOwn(name: string): boolean {
    return (
      "properties" in schemas[name as keyof typeof schemas] &&
      !JSON.stringify([parameters, responses]).includes(`"#/components/schemas/${name}"`)
    );
  }
}

/** This contract itself. */
export const itself = (): SizedDocument => sized(contract);

/** A copy in which the last operation has no summary. */
export function withMistake({ operationIds, value }: SizedDocument): object {
  return JSON.parse(JSON.stringify(value), (_, member: unknown) => {
    const isLast = isOperation(member) && member.operationId === operationIds.at(-1);
    return isLast ? { ...member, summary: undefined } : member;
  }) as object;
}

function sized(value: { paths: object; components: object }): SizedDocument {
  const operations = Object.values(value.paths).flatMap((item: object) =>
    Object.values(item).filter(isOperation),
  );
  return { value, operationIds: operations.map(({ operationId }) => operationId) };
}

function isOperation(value: unknown): value is { operationId: string } {
  return typeof value === "object" && value !== null && "operationId" in value;
}
