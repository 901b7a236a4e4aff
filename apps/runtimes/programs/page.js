import { run } from "./program.js";

globalThis.run = (settings) => run({ ...settings, endpoint: location.origin });
