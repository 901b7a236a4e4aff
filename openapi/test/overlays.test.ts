import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readContract } from "../generate/index.ts";
import type { Json } from "../generate/index.ts";
import { check } from "../overlays/check.ts";
import type { Action } from "../overlays/check.ts";
import { readOverlays } from "../overlays/read.ts";
import { textsOf } from "../overlays/texts.ts";

type Node = { [key: string]: Json };

const contract = await readContract();
const overlays = await readOverlays();
const chinese = JSON.parse(
  await readFile(new URL("../dist/openapi.zh-CN.json", import.meta.url), "utf8"),
) as Node;

function at(node: Json, pointer: string): Node {
  const steps = pointer.split("/").slice(1);
  return steps
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((parent, step) => parent[step] as Node, node as Node);
}

/** What is found once copies of the contract and of the actions of its translation are changed. */
function found(change: (contract: Node, actions: Record<string, Action>) => void): string[] {
  const changed = structuredClone({ contract, overlays });
  const actions = changed.overlays.flatMap((overlay) => overlay.actions);
  change(changed.contract, Object.fromEntries(actions.map((action) => [action.target, action])));
  return check(changed.contract, changed.overlays);
}

/** What is found once a translation is another one. */
function foundIn(target: string, key: string, translate: (chinese: string) => string): string[] {
  return found((_contract, actions) => {
    const update = actions[target]?.update as Node;
    const before = update[key] as string;
    update[key] = translate(before);
    expect(update[key]).not.toBe(before);
  });
}

test("the translation is whole", () => {
  expect(check(contract, overlays)).toEqual([]);
});

test("the bundle in Chinese differs from the contract in its texts only", () => {
  const { texts } = textsOf(contract);
  expect([...textsOf(chinese).texts.keys()]).toEqual([...texts.keys()]);
  const back = structuredClone(chinese);
  for (const [pointer, text] of texts) {
    const end = pointer.lastIndexOf("/");
    const parent = at(back, pointer.slice(0, end));
    const key = pointer.slice(end + 1);
    expect(parent[key]).not.toBe(text);
    parent[key] = text;
  }
  expect(JSON.stringify(back)).toBe(JSON.stringify(contract));
});

test("a sentence of the contract is a text to translate, the message of an error, a tag or a value", () => {
  const { texts } = textsOf(contract);
  const others: string[] = [];
  const read = (node: Json, pointer: string) => {
    if (typeof node === "string" && node.includes(" ") && !texts.has(pointer)) others.push(pointer);
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      read(value, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    }
  };
  read(contract, "");
  const known =
    /\/x-error-codes\/[^/]+\/message$|\/tags\/\d+(?:\/name)?$|\/(?:example|examples\/\d+|value)(?:\/|$)/;
  expect(others.filter((pointer) => !known.test(pointer))).toEqual([]);
});

const folder = "openapi/overlays/zh-CN";
const taskId = "$.components.schemas.TaskId";
const size = "$.components.parameters.Size";

describe("the check of the translation", () => {
  test("finds a text that is not translated", () => {
    expect(
      found((contract) => {
        at(contract, "/components/schemas")["Bucket"] = { description: "A bucket." };
      }),
    ).toEqual([
      `${folder}: #/components/schemas/Bucket/description is not translated: add "A bucket." to \`x-english\` and its Chinese to \`update\` of an action.`,
    ]);
    const [problem, ...others] = found((_contract, actions) => {
      delete (actions[taskId]?.update as Node)["description"];
    });
    expect(problem).toBe(
      `${folder}/schemas.overlay.yaml: the action on ${taskId} has description in \`x-english\` only: translate it in \`update\`.`,
    );
    expect(others).toHaveLength(1);
  });

  test("finds a text that has changed since it was translated, and says from what to what", () => {
    expect(
      found((contract) => {
        at(contract, "/components/schemas/TaskId/x-discrepancy")["decision"] = "A number is taken.";
      }),
    ).toEqual([
      `${folder}/schemas.overlay.yaml: #/components/schemas/TaskId/x-discrepancy/decision has changed since it was translated, from "Either is taken. A number is a whole one that a double holds exactly." to "A number is taken.": translate it anew, and write the new English in \`x-english\`.`,
    ]);
  });

  test("finds it in every place that one action translates", () => {
    const problems = found((contract) => {
      at(contract, "/components/schemas/TaskStatus/x-enumDescriptions")["FAILED"] = "Failed.";
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("#/components/schemas/TaskStatus/x-enumDescriptions/FAILED has changed");
  });

  test("does not mind where the lines of a text break", () => {
    expect(
      found((contract) => {
        const token = at(contract, "/components/securitySchemes/Token");
        token["description"] = (token["description"] as string).replaceAll("\n", " ");
      }),
    ).toEqual([]);
  });

  test("finds a translation without its English", () => {
    expect(
      found((_contract, actions) => {
        delete (actions[taskId]?.["x-english"] as Node)["description"];
      }),
    ).toEqual([
      `${folder}/schemas.overlay.yaml: #/components/schemas/TaskId/description has no English beside it: write "The ID of a task, as it comes back." in \`x-english\`.`,
    ]);
  });

  test("finds an action that hits nothing, and one that hits a value", () => {
    const move = (target: string) =>
      found((_contract, actions) => {
        (actions[size] as Action).target = target;
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
        found((_contract, actions) => {
          (actions[size]?.update as Node)[key] = "每页的任务数";
        }),
      ).toEqual([
        `${folder}/parameters.overlay.yaml: #/components/parameters/Size/${key} is no text of the contract: take it away, or mend the target of its action.`,
      ]);
    },
  );

  test("finds an action that does more than translate", () => {
    expect(
      found((_contract, actions) => {
        Object.assign(actions[size] as Action, { remove: true });
      }),
    ).toEqual([
      `${folder}/parameters.overlay.yaml: the action on ${size} has \`remove\`: an action translates, and does nothing else.`,
    ]);
  });

  test("finds a text that is translated twice", () => {
    const problems = found((_contract, actions) => {
      (actions[size] as Action).target = "$.components.parameters['Size', 'Page']";
    });
    expect(problems).toContain(
      `${folder}/parameters.overlay.yaml: #/components/parameters/Page/description is translated twice: keep one of the two.`,
    );
  });

  const info = "$.info";
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
      "$.components.securitySchemes.AkSk",
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
      found((contract, actions) => {
        at(contract, "/components/parameters/Size")["description"] = link;
        Object.assign(actions[size] as Action, {
          "x-english": { description: link },
          update: { description: text },
        });
      });
    expect(withLink("参见[该页面](https://example.com/a)。")).toEqual([]);
    expect(withLink("参见该页面。")).toEqual([
      `${folder}/parameters.overlay.yaml: #/components/parameters/Size/description lacks the link ](https://example.com/a) of the English: keep it as it is.`,
    ]);
  });
});
