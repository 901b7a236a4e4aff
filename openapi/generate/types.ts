import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const { factory } = ts;

/** `(string & {})`: any string, without swallowing the words beside it, so that editors still offer them. */
const anyString = factory.createParenthesizedType(
  factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]),
);

/** What is said of the types that programs use by name. */
const meanings: Record<string, string> = {
  paths: "The paths of the contract, each with its operations.",
  components: "The parts of the contract that have a name, such as its schemas.",
  operations: "The operations of the contract, by `operationId`.",
};

/**
 * Writes the contract as TypeScript types. A schema with `x-extensible-enum` becomes its known words or
 * any other string.
 */
export async function contractTypes(
  bundle = new URL("../dist/openapi.json", import.meta.url),
): Promise<string> {
  const nodes = await openapiTS(bundle, {
    defaultNonNullable: false,
    transform(schema) {
      const words = (schema as { "x-extensible-enum"?: string[] })["x-extensible-enum"];
      if (words === undefined) return undefined;
      const literals = words.map((word) => factory.createLiteralTypeNode(factory.createStringLiteral(word)));
      return factory.createUnionTypeNode([...literals, anyString]);
    },
  });
  for (const node of nodes.filter(ts.isInterfaceDeclaration)) {
    const meaning = meanings[node.name.text];
    if (meaning === undefined) continue;
    ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, `* ${meaning} `, true);
  }
  return astToString(nodes);
}
