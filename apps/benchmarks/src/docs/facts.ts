import { bundle } from "../../../docs/src/contract/bundle.ts";
import { errorCodes } from "../../../docs/src/contract/error-code.ts";
import { operations } from "../../../docs/src/contract/operation.ts";
import { says, textOf } from "../../../docs/test/pages.ts";

/** The operation whose page is looked at. */
export const operation = operations[0]!;

const parameters = operation.parameters.map(({ name }) => name);
const statuses = operation.responses.groups
  .flat()
  .map(({ status }) => status)
  .filter((status) => Number(status) > 0);
const codes = errorCodes.codes
  .filter((code) => code.statuses.some((status) => statuses.includes(String(status))))
  .map(({ code }) => code);
const facts = [...parameters, ...statuses, ...codes];

/** What the facts are, in words. */
export const factsInWords = `${parameters.length} names of parameters, ${statuses.length} statuses and ${codes.length} error codes`;

/** What has to be in a page for the operation to be there: what it does, and what it takes. */
export const essentials = [operation.summary, operation.parameters.at(-1)!.name];

/** What the pages are of. */
export const title = bundle.info.title;

/** How many facts of the operation the text of HTML says, which is all there is of it without JavaScript. */
export function factsIn(html: string): number {
  const text = textOf(html);
  return facts.filter((fact) => says(text, fact)).length;
}
