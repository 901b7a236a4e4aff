import type { ValueFinding } from "./finding.ts";
import { type HttpRequest, type HttpResponse, readHeader } from "./message.ts";
import type { ContentTable, Contract, MediaTable } from "./operation.ts";
import type { Strength } from "./unit.ts";
import { describeValue } from "./words.ts";

/** Checks content type and body. `place` is where the contract describes the message. */
export function checkBody(
  { check, decodeBody }: Pick<Contract, "check" | "decodeBody">,
  message: HttpRequest | HttpResponse,
  content: ContentTable,
  place: string,
  strength: Strength,
): ValueFinding[] {
  const header = readHeader(message.headers, "content-type");
  const mediaType = header?.split(";", 1)[0]!.trim().toLowerCase() ?? "";
  const media = findMedia(content, mediaType);
  if (media === undefined) {
    return [
      {
        at: "/header/content-type",
        rule: "content-type",
        expected: Object.keys(content).join(" or "),
        found: describeValue(header),
        contract: `${place}/content`,
      },
    ];
  }
  let value = message.body;
  if (value === undefined) {
    try {
      value = decodeBody(message.text ?? "", mediaType);
    } catch {
      // The text is not shown: a broken request may hold a key.
      const found = message.text ? "a text that is not" : "nothing";
      return [{ at: "/body", rule: "json", expected: "JSON", found, contract: media.contract }];
    }
  }
  return media.unit === undefined ? [] : check(media.unit, strength, value, "/body");
}

function findMedia(content: ContentTable, mediaType: string): MediaTable | undefined {
  const range = `${mediaType.split("/", 1)[0]}/*`;
  const known = [mediaType, range, "*/*"].find((type) => Object.hasOwn(content, type));
  return known !== undefined && mediaType !== "" ? content[known] : undefined;
}
