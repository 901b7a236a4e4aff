// Keywords of our own for Ajv, and its own where the code can be better for what is checked here most.
import { type KeywordDefinition, _, nil } from "ajv/dist/2020.js";

/** A word that an open enum does not list. Takes part in the strict check only. */
export const extensibleEnum: KeywordDefinition = {
  keyword: "x-extensible-enum",
  type: "string",
  schemaType: "array",
  error: { message: "", params: ({ schemaValue }) => _`{allowedValues: ${schemaValue}}` },
  code: (context) => context.pass(_`${context.schemaValue}.includes(${context.data})`),
};

/**
 * A property that the schema does not list, where the bundle leaves open whether others may be there.
 * Takes part in the strict check only.
 */
export const closed: KeywordDefinition = {
  keyword: "closed",
  type: "object",
  schemaType: "array",
  error: {
    message: "",
    params: ({ params }) => _`{additionalProperty: ${params["name"]}}`,
  },
  code(context) {
    const { data, gen, schema } = context;
    gen.forIn("key", data, (key) => {
      const unknown = (schema as string[]).reduce(
        (all, name) => (all === nil ? _`${key} !== ${name}` : _`${all} && ${key} !== ${name}`),
        nil,
      );
      const report = (): void => {
        context.setParams({ name: key });
        context.error();
      };
      if (unknown === nil) report();
      else gen.if(unknown, report);
    });
  },
};

/**
 * The length of a text counts code points. Its `length` counts surrogates twice and costs nothing, so it
 * is asked first.
 */
function lengthKeyword(keyword: "minLength" | "maxLength"): KeywordDefinition {
  return {
    keyword,
    type: "string",
    schemaType: "number",
    error: { message: "", params: ({ schema }) => _`{limit: ${schema as number}}` },
    code(context) {
      const { data } = context;
      const limit = context.schema as number;
      if (keyword === "maxLength")
        context.fail(_`${data}.length > ${limit} && [...${data}].length > ${limit}`);
      else if (limit <= 1) context.fail(_`${data}.length < ${limit}`);
      else context.fail(_`${data}.length < ${2 * limit} && [...${data}].length < ${limit}`);
    },
  };
}

export const lengths = [lengthKeyword("minLength"), lengthKeyword("maxLength")];
