import { run } from "./program.js";

export default {
  async fetch(_request, env) {
    return Response.json(await run(env));
  },
};
