import type { Json } from "../contract/bundle.ts";
import { textOf } from "../contract/facts.ts";
import type { Field } from "../contract/field.ts";
import type { OperationPart } from "../contract/operation.ts";
import { fieldsToShow } from "../samples/request.ts";

/** A value to type in: a parameter, or a property of the body that holds no others. */
interface Input {
  /** Where it stands in the request, as the validator's findings say it: `/query/size`, `/body/input/bucket`. */
  at: string;
  field: Field;
  /** What it holds at first; empty when it is left out. */
  value: string;
  /** Whether it takes several values, with spaces between them. */
  several: boolean;
}

/** The inputs of one place: the path, the query, or an object of the body. */
export interface InputGroup {
  place: string;
  inputs: Input[];
}

/** All that a request of an operation can hold, filled in with the first example of the contract. */
export function inputGroupsOf(operation: OperationPart): InputGroup[] {
  const { parameters, requestBody } = operation;
  const groups = Object.entries(Object.groupBy(parameters, (parameter) => parameter.in));
  return [
    ...groups.map(([place, fields]) => {
      const shown = fieldsToShow<Field>(fields);
      const inputs = fields.map((field) => inputOf(field, `/${place}/${field.name}`, shown.includes(field)));
      return { place, inputs };
    }),
    ...(requestBody === undefined
      ? []
      : groupsIn(requestBody.content.body, "/body", requestBody.content.examples[0]?.value)),
  ];
}

function groupsIn(object: Field, at: string, example: Json | undefined): InputGroup[] {
  const values = (example ?? {}) as Record<string, Json | undefined>;
  const isObject = ({ properties }: Field) => properties.length > 0;
  const leaves = object.properties.filter((field) => !isObject(field));
  const inner = object.properties
    .filter(isObject)
    .flatMap((field) => groupsIn(field, `${at}/${field.name}`, values[field.name]));
  const inputs = leaves.map((field) => {
    const value = values[field.name];
    return {
      ...inputOf(field, `${at}/${field.name}`, false),
      value: value === undefined ? "" : textOf(value),
    };
  });
  return inputs.length === 0 ? inner : [...inner, { place: at.slice(1).replaceAll("/", "."), inputs }];
}

function inputOf(field: Field, at: string, filled: boolean): Input {
  if ((field.item?.properties.length ?? 0) > 0) throw new Error(`${at}: no input takes a list of objects`);
  const example = filled ? field.examples[0] : undefined;
  const value = [example ?? []].flat().map(textOf).join(" ");
  return { at, field, value, several: field.item !== undefined };
}
