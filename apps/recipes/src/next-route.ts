// app/api/encryptions/route.ts: GET /api/encryptions?status=FAILED, or ?id=31207
import {
  createMpcClient,
  credentialsFromEnv,
  type MpcClient,
  RateLimitError,
  TaskNotFoundError,
} from "@mpc-contract/client";

// Made at the first request: `next build` loads this file too, and a build has no key.
let mpc: MpcClient | undefined;

export async function GET(request: Request): Promise<Response> {
  mpc ??= createMpcClient({
    region: "cn-north-4",
    projectId: "77b6a44cba5143ab91d13ab9a8ff44fd",
    credentials: credentialsFromEnv(),
    // The reader of a page does not wait for a minute.
    timeout: 10_000,
  });
  const { searchParams } = new URL(request.url);
  const id = searchParams.get("id");
  const status = searchParams.get("status") ?? undefined;
  // When the reader leaves, the call ends.
  const { signal } = request;
  try {
    if (id !== null) return Response.json(await mpc.encryptions.get(id, { signal }));
    return Response.json(await mpc.encryptions.list({ status, size: 100 }, { signal }));
  } catch (error) {
    return toResponse(error);
  }
}

function toResponse(error: unknown): Response {
  // The key was checked above, so what is wrong is what the reader gave.
  if (error instanceof TypeError) return Response.json({ message: error.message }, { status: 400 });
  if (error instanceof TaskNotFoundError) return Response.json({ message: error.message }, { status: 404 });
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil((error.retryAfter ?? 60_000) / 1000);
    const headers = { "Retry-After": String(seconds) };
    return Response.json({ message: "too many requests" }, { status: 429, headers });
  }
  // For your log: it has the ID of the request, and no secret. The reader need not know.
  console.error(error);
  return Response.json({ message: "the tasks cannot be read at the moment" }, { status: 502 });
}
