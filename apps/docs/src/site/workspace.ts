import { resolve } from "node:path";

/** The root folder of the repository. The site is built in its own folder, `apps/docs`. */
export const workspace = resolve(process.cwd(), "../..");
