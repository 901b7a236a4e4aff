import { bundle, type Server } from "./bundle.ts";
import { notesAt, type Notes } from "./notes.ts";
import { descriptionsOf, part, pointersOf } from "./part.ts";

export interface ServerPart {
  /** The ID of its place on the page. */
  id: string;
  url: string;
  region: string | undefined;
  descriptions: string[];
  variables: { name: string; default: string; description: string }[];
  notes: Notes;
  pointers: string[];
}

/** The servers, in the order of the contract. */
export const servers: ServerPart[] = bundle.servers.map((_, index) => {
  const server = part<Server>(`/servers/${index}`);
  const { url, variables = {}, "x-region": region } = server.value;
  return {
    id: region ?? Object.keys(variables)[0] ?? `server-${index + 1}`,
    url,
    region,
    descriptions: descriptionsOf(server),
    variables: Object.entries(variables).map(([name, { default: value, description = "" }]) => ({
      name,
      default: value,
      description,
    })),
    notes: notesAt(pointersOf(server)),
    pointers: pointersOf(server),
  };
});
