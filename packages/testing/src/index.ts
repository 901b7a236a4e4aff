export { type Contract, createContract } from "./contract/contract.ts";
export { loadDocument, type OpenApiDocument } from "./document/load-document.ts";
export { DocumentError } from "./document/source-file.ts";
