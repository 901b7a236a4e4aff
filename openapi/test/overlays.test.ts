import { describe, expect, test } from "vitest";
import { readContract } from "../generate/index.ts";
import type { Json } from "../generate/index.ts";
import { check } from "../overlays/check.ts";
import type { Action } from "../overlays/check.ts";
import { readOverlays } from "../overlays/read.ts";
import { valueAt } from "../source/claims.ts";

type Node = { [key: string]: Json };
type TextAction = Action & { update: Node; "x-english": Node };

const folder = "openapi/overlays/zh-CN";
const taskId = "$.components.schemas.TaskId";
const size = "$.components.parameters.Size";

const contract = await readContract();
const overlays = await readOverlays();

/** What is found once copies of the contract, and of an action of its translation, are changed. */
function found(change: (contract: Node, action: TextAction) => void, target = size): string[] {
  const changed = structuredClone({ contract, overlays });
  const actions = changed.overlays.flatMap((overlay) => overlay.actions);
  const action = actions.find((each) => each.target === target);
  if (action === undefined) throw new Error(`No action on ${target}`);
  change(changed.contract, action as TextAction);
  return check(changed.contract, changed.overlays);
}

/** What is found once a translation is another one. */
function foundIn(target: string, key: string, translate: (chinese: string) => string): string[] {
  return found((_contract, { update }) => {
    const before = update[key] as string;
    update[key] = translate(before);
    expect(update[key]).not.toBe(before);
  }, target);
}

test("the translation is whole", () => {
  expect(check(contract, overlays)).toEqual([]);
});

describe("the check of the translation", () => {
  test("finds a text that is not translated", () => {
    expect(
      found((contract) => {
        (valueAt(contract, "/components/schemas") as Node)["Bucket"] = { description: "A bucket." };
      }),
    ).toEqual([
      `${folder}: #/components/schemas/Bucket/description is not translated: add "A bucket." to \`x-english\` and its Chinese to \`update\` of an action.`,
    ]);
    const [problem, ...others] = found((_contract, { update }) => {
      delete update["description"];
    }, taskId);
    expect(problem).toBe(
      `${folder}/schemas.overlay.yaml: the action on ${taskId} has description in \`x-english\` only: translate it in \`update\`.`,
    );
    expect(others).toHaveLength(1);
  });

  test("finds a text that has changed since it was translated, and says from what to what", () => {
    expect(
      found((contract) => {
        (valueAt(contract, "/components/schemas/TaskId/x-discrepancy") as Node)["decision"] =
          "A number is taken.";
      }),
    ).toEqual([
      `${folder}/schemas.overlay.yaml: #/components/schemas/TaskId/x-discrepancy/decision has changed since it was translated, from "Either is taken. A number is a whole one that a double holds exactly." to "A number is taken.": translate it anew, and write the new English in \`x-english\`.`,
    ]);
  });

  test("finds it in every place that one action translates", () => {
    const problems = found((contract) => {
      (valueAt(contract, "/components/schemas/TaskStatus/x-enumDescriptions") as Node)["FAILED"] = "Failed.";
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("#/components/schemas/TaskStatus/x-enumDescriptions/FAILED has changed");
  });

  test("does not mind where the lines of a text break", () => {
    expect(
      found((contract) => {
        const token = valueAt(contract, "/components/securitySchemes/Token") as Node;
        token["description"] = (token["description"] as string).replaceAll("\n", " ");
      }),
    ).toEqual([]);
  });

  test("finds a translation without its English", () => {
    expect(
      found((_contract, action) => {
        delete action["x-english"]["description"];
      }, taskId),
    ).toEqual([
      `${folder}/schemas.overlay.yaml: #/components/schemas/TaskId/description has no English beside it: write "The ID of a task, as it comes back." in \`x-english\`.`,
    ]);
  });

  test("finds an action that hits nothing, and one that hits a value", () => {
    const move = (target: string) =>
      found((_contract, action) => {
        action.target = target;
      })[0];
    expect(move("$.components.parameters.Sizes")).toBe(
      `${folder}/parameters.overlay.yaml: the action on $.components.parameters.Sizes hits nothing in the contract: mend the target, or take the action away.`,
    );
    expect(move(`${size}.description`)).toBe(
      `${folder}/parameters.overlay.yaml: the action on ${size}.description hits a value: name the object that the value stands in.`,
    );
  });

  test.each(["title", "name", "example", "x-new"])(
    "finds an action that sets %s, which is no text",
    (key) => {
      expect(
        found((_contract, { update }) => {
          update[key] = "每页的任务数";
        }),
      ).toEqual([
        `${folder}/parameters.overlay.yaml: #/components/parameters/Size/${key} is no text of the contract: take it away, or mend the target of its action.`,
      ]);
    },
  );

  test("finds an action that does more than translate", () => {
    expect(
      found((_contract, action) => {
        Object.assign(action, { remove: true });
      }),
    ).toEqual([
      `${folder}/parameters.overlay.yaml: the action on ${size} has \`remove\`: an action translates, and does nothing else.`,
    ]);
  });

  test("finds a text that is translated twice", () => {
    const problems = found((_contract, action) => {
      action.target = "$.components.parameters['Size', 'Page']";
    });
    expect(problems).toContain(
      `${folder}/parameters.overlay.yaml: #/components/parameters/Page/description is translated twice: keep one of the two.`,
    );
  });

  const info = "$.info";
  const signature = "$.components.securitySchemes.AkSk";
  test.each([
    ["stays English", size, () => "How many tasks.", "is not in Chinese: translate it"],
    ["drops a code", size, (text: string) => text.replace("`task_id` ", "ID "), "lacks the code `task_id`"],
    ["has another code", size, (text: string) => text.replace("`task_id`", "`id`"), "has the code `id`"],
    ["drops a number", size, (text: string) => text.replace("100", "一百"), "lacks the number 100"],
    ["has another number", size, (text: string) => text.replace("100", "1000"), "has the number 1000"],
    [
      "has another link",
      size,
      (text: string) => `${text}https://example.com 。`,
      "has the link https://exam",
    ],
    [
      "joins paragraphs",
      info,
      (text: string) => text.replace("\n\n", ""),
      "has 2 paragraphs, and the English 3",
    ],
    ["drops an item", info, (text: string) => text.replace("- ", ""), "has 2 list items, and the English 3"],
    ["drops an emphasis", info, (text: string) => text.replaceAll("**", ""), "has 2 marks of emphasis"],
    [
      "drops a line of code",
      signature,
      (text: string) => text.replace("    METHOD\n", ""),
      "has 6 lines of a code block, and the English 7",
    ],
    [
      "ends otherwise",
      size,
      (text: string) => text.slice(0, -1),
      'ends with "" where the English ends with "."',
    ],
    [
      "lacks a space",
      size,
      (text: string) => text.replace("为 1", "为1"),
      "lacks a space between Chinese and Latin",
    ],
    ["has half-width commas", size, (text: string) => text.replace("，", ","), "has half-width punctuation"],
    [
      "has a space too many",
      size,
      (text: string) => text.replace("，", "， "),
      "has a space beside full-width",
    ],
    [
      "is broken in a sentence",
      size,
      (text: string) => text.replace("，", "，\n"),
      "is broken within a paragraph",
    ],
    ["lacks a space after Latin", size, (text: string) => text.replace("100。", "100条。"), "lacks a space"],
    ["has a half-width bracket before Chinese", size, (text: string) => `(${text}`, "has half-width punct"],
    ["has a space before a comma", size, (text: string) => text.replace("，", " ，"), "has a space beside"],
  ])("finds a translation that %s", (_what, target, translate, problem) => {
    const problems = foundIn(target, "description", translate);
    const place = target.slice(1).replaceAll(".", "/");
    expect(problems.some((line) => line.includes(`.overlay.yaml: #${place}/description ${problem}`))).toBe(
      true,
    );
    // One line: where, what is wrong, and how to mend it.
    for (const line of problems) expect(line).toMatch(/^\S+: [^\n]+: [^\n]+\.$/);
  });

  test("finds a link that is lost", () => {
    const link = "See [the page](https://example.com/a).";
    const withLink = (text: string) =>
      found((contract, action) => {
        (valueAt(contract, "/components/parameters/Size") as Node)["description"] = link;
        action["x-english"] = { description: link };
        action.update = { description: text };
      });
    expect(withLink("参见[该页面](https://example.com/a)。")).toEqual([]);
    expect(withLink("参见该页面。")).toEqual([
      `${folder}/parameters.overlay.yaml: #/components/parameters/Size/description lacks the link ](https://example.com/a) of the English: keep it as it is.`,
    ]);
  });
});
