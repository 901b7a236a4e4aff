import { signRequest } from "@mpc-contract/client/sign";
import contract from "@mpc-contract/openapi" with { type: "json" };
import { pageSize } from "../service/page.ts";
import { key } from "../signing/request.ts";

const { components } = contract;

/** Asks for the first page, and gives what came. */
export type Ask = () => PromiseLike<Page>;

/** What a contestant has to be given. */
export type MakeAsk = (endpoint: string) => Ask | Promise<Ask>;

/** A page as any of the clients gives it. */
export interface Page {
  task_array: { task_id: string | number }[];
}

export const projectId = components.parameters.ProjectId.example;
export const filter = { page: 0, size: pageSize };
export const accessKey = key;
export const token = "MIIDkgYJKoZIhvcNAQcCoIIDgzCCA38CAQExDTALBglghkgBZQMEAgEwgXXXXX";
const projectHeader = components.securitySchemes.ProjectHeader.name;

/** Signs a request with our signer, which is how one would who sends it with another client. */
export async function signed(request: Request): Promise<Request> {
  request.headers.set(projectHeader, projectId);
  return signRequest(request, accessKey);
}
