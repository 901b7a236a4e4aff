// Reads a document as nothing but JSON, and says which operations it has.
import { readFile } from "node:fs/promises";

const { paths } = JSON.parse(await readFile(process.argv[2]!, "utf8")) as {
  paths: Record<string, Record<string, { operationId?: string }>>;
};
console.log(
  Object.values(paths)
    .flatMap((item) => Object.values(item).map(({ operationId }) => operationId))
    .join("\n"),
);
