import type { Body, Json, Media, Response } from "./bundle.ts";
import { fieldOf, type Field } from "./field.ts";
import { inside, type Part } from "./part.ts";

interface Example {
  summary: string;
  value: Json;
}

/** The body of a request or a response. */
export interface Content {
  mediaType: string;
  body: Field;
  /** Where in the bundle its schema ends up: equal for bodies of one shape. */
  shape: string;
  examples: Example[];
}

/** Reads the body, if there is one. The contract speaks JSON alone, so a body has one media type. */
export function contentOf(holder: Part<Body | Response>, id: string, required: boolean): Content | undefined {
  const [mediaType, ...others] = Object.keys(holder.value.content ?? {});
  if (mediaType === undefined) return undefined;
  if (others.length > 0) throw new Error(`${holder.layers[0]?.pointer} has more than one media type`);
  const media = inside<Media>(holder, "content", mediaType);
  const schema = inside<Media["schema"]>(media, "schema");
  return {
    mediaType,
    body: fieldOf(schema, "body", id, required),
    shape: schema.layers.at(-1)?.pointer ?? "",
    examples: Object.entries(media.value.examples ?? {}).map(([name, example]) => ({
      summary: example.summary ?? name,
      value: example.value,
    })),
  };
}
