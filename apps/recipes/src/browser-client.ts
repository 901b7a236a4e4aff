// In the page. It holds the session of the user, and no key of the cloud.
import { createMpcClient, type MpcClient } from "@mpc-contract/client";

/** @param session The token that your server gave the page when the user signed in. */
export function createBrowserClient(session: string): MpcClient {
  return createMpcClient({
    endpoint: location.origin,
    projectId: "77b6a44cba5143ab91d13ab9a8ff44fd",
    credentials: { token: session },
  });
}
