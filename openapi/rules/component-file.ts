import { nameOf } from "./linter.ts";
import type { Rule } from "./linter.ts";

const folders: Record<string, string> = {
  Schema: "schemas",
  Parameter: "parameters",
  Response: "responses",
  Header: "headers",
  RequestBody: "requestBodies",
  SecurityScheme: "securitySchemes",
  Example: "examples",
};

/** A component has a file of its own, in the folder of its kind, named as the component is. */
export const componentFile: Rule = () => ({
  ref(_node, { key, location, type, report }, target) {
    const folder = folders[type.name];
    const file = target.location?.source.absoluteRef;
    if (folder === undefined || target.location === undefined || file === location.source.absoluteRef) return;
    const name = nameOf({}, target.location);
    if (target.location.pointer !== "#/" || !file?.endsWith(`/components/${folder}/${name}.yaml`)) {
      report({
        message: `A component of this kind is a whole file under components/${folder}/. Move it there, and refer to that file.`,
        location: location.child("$ref"),
      });
    } else if (!/^[A-Z][0-9A-Za-z]+$/.test(name)) {
      report({
        message: `The file ${folder}/${name}.yaml gives its component a name that is not PascalCase. Rename the file.`,
        location: location.child("$ref"),
      });
    } else if (location.pointer === `#/components/${folder}/${key}` && name !== key) {
      report({
        message: `The component "${key}" stands in the file ${name}.yaml. Give both one name.`,
        location: location.child("$ref"),
      });
    }
  },
});
