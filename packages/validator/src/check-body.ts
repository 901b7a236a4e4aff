import { type ValueFinding, checkUnit } from "./check-unit.ts";
import { units } from "./generated/tables.ts";
import { type HttpRequest, type HttpResponse, readHeader } from "./message.ts";
import type { ContentTable } from "./operation.ts";
import type { Strength } from "./unit.ts";
import { describeValue } from "./words.ts";

/** Checks content type and body. `contract` is where the bundle describes the message. */
export function checkBody(
  message: HttpRequest | HttpResponse,
  content: ContentTable,
  contract: string,
  strength: Strength,
): ValueFinding[] {
  const header = readHeader(message.headers, "content-type");
  const mediaType = header?.split(";", 1)[0]!.trim().toLowerCase() ?? "";
  const media = Object.hasOwn(content, mediaType) ? content[mediaType] : undefined;
  if (media === undefined) {
    return [
      {
        at: "/header/content-type",
        rule: "content-type",
        expected: Object.keys(content).join(" or "),
        found: describeValue(header),
        contract: `${contract}/content`,
      },
    ];
  }
  let value = message.body;
  if (value === undefined) {
    try {
      value = JSON.parse(message.text ?? "");
    } catch {
      // The text is not shown: a broken request may hold a key.
      const found = message.text ? "a text that is not" : "nothing";
      return [{ at: "/body", rule: "json", expected: "JSON", found, contract: media.contract }];
    }
  }
  return checkUnit(units[media.unit]!, strength, value, "/body");
}
