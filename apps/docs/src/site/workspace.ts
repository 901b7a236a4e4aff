import { resolve } from "node:path";

/** The root folder of the repository whose releases and measurements are shown: that of the site, usually. */
export const workspace = resolve(process.env["DOCS_WORKSPACE"] ?? "../..");
