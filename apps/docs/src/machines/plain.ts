import type { Element, ElementContent, Properties, Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import type { Marks } from "../words/en.ts";
import { locales } from "../words/locales.ts";

// What is there for the eye or the hand, and tells a reader of text nothing.
const droppedTags = ["script", "style", "template", "link", "svg", "dialog", "footer"];
const droppedControls = ["button", "input", "label", "select", "textarea"];
const droppedClasses = ["anchor", "as-markdown", "sl-anchor-link", "sr-only"];

const phrases = ["a", "code", "data", "del", "em", "q", "small", "span", "strong", "sub", "sup", "time"];

/**
 * Makes plain HTML of the main part of a page: headings, paragraphs, lists, tables and code. What the page
 * says by its looks (tabs, what is folded away, names beside what they stand for) it then says in words.
 */
export function plain(page: Root): Root {
  const [html, main] = [select("html", page), select("main", page)];
  if (main === undefined) return { type: "root", children: [] };
  const marks = marksOf(main, marksOf(html, locales[0].words.marks));
  return { type: "root", children: titleFirst(contents(main, marks)) };
}

/** The marks of the language that an element says it is in, or else of the one around it. */
function marksOf(element: Element | undefined, around: Marks): Marks {
  const locale = locales.find(({ tag }) => tag === element?.properties["lang"]);
  return locale?.words.marks ?? around;
}

function contents(element: Element, marks: Marks): ElementContent[] {
  return spaced(
    element.children.flatMap((child) => (child.type === "element" ? plainElement(child, marks) : [child])),
    marks,
  );
}

/** The title comes first, even where a line stands above it. */
function titleFirst(children: ElementContent[]): ElementContent[] {
  return children.toSorted((one, other) => Number(is(other, ["h1"])) - Number(is(one, ["h1"])));
}

function plainElement(element: Element, around: Marks): ElementContent[] {
  const marks = marksOf(element, around);
  if (isDropped(element)) return [];
  switch (element.tagName) {
    case "a":
      return link(element, marks);
    case "aside":
      return aside(element, marks);
    case "details":
      return hasClass(element, "note")
        ? [make("blockquote", contents(element, marks))]
        : contents(element, marks);
    case "div":
    case "section":
      return [...title(element.properties["ariaLabel"]), ...block(contents(element, marks))];
    case "dl":
      return [definitions(element, marks)];
    case "figcaption":
      return title(toString({ ...element, children: contents(element, marks) }));
    case "header":
      return titleFirst(contents(element, marks));
    case "li":
      return [listItem(element, marks)];
    case "nav":
      return [
        make(
          "ul",
          selectAll("a", element).map((each) => make("li", link(each, marks))),
        ),
      ];
    case "pre":
      return [code(element)];
    case "starlight-tabs":
      return tabs(element, marks);
    case "span":
      return hasClass(element, "mark")
        ? [make("strong", [...contents(element, marks), text(marks.colon.trim())])]
        : [make("span", contents(element, marks))];
    case "summary":
      return [
        make("p", [
          ...contents(element, marks),
          ...(/[\p{L}\p{N}]$/u.test(toString(element).trim()) ? [text(marks.colon.trim())] : []),
        ]),
      ];
    default:
      return [{ ...element, children: contents(element, marks) }];
  }
}

/** What only looks keep apart is kept apart in the text: links and code with commas, all else with a space. */
function spaced(children: ElementContent[], marks: Marks): ElementContent[] {
  const told = children.filter((child, index) => {
    const [before, after] = [children[index - 1], children[index + 1]];
    const isSpace = child.type === "text" && child.value.trim() === "";
    return !(isSpace && is(before, ["a", "code"]) && is(after, [before.tagName]));
  });
  return told.flatMap((child, index) => {
    const before = told[index - 1];
    // Markdown takes no end of an emphasis that stands between a mark and a letter, as in Chinese.
    if (is(before, ["strong"]) && child.type === "text" && /^[^\s\p{P}]/u.test(child.value)) {
      return [text(" "), child];
    }
    if (!is(before, phrases) || !is(child, phrases)) return [child];
    return [text(is(child, ["a", "code"]) && before.tagName === child.tagName ? marks.item : " "), child];
  });
}

/** Text that stands by itself is a paragraph. */
function block(children: ElementContent[]): ElementContent[] {
  const isText = children.every((child) => child.type !== "element" || is(child, phrases));
  return isText ? [make("p", children)] : children;
}

/** A line above what it names. */
function title(name: unknown): ElementContent[] {
  const line = typeof name === "string" ? name.trim() : "";
  return line === "" ? [] : [make("p", [make("strong", [text(line)])])];
}

/** A section beside the page has a heading; a note of Starlight is a quotation. */
function aside(element: Element, marks: Marks): ElementContent[] {
  const name = element.properties["ariaLabel"];
  if (!hasClass(element, "starlight-aside")) {
    return [...(typeof name === "string" ? [make("h2", [text(name)])] : []), ...contents(element, marks)];
  }
  const content = select(".starlight-aside__content", element);
  return [make("blockquote", [...title(name), ...(content === undefined ? [] : contents(content, marks))])];
}

/** A link around a name and a line about it is a link around the name, and then the line. */
function link(element: Element, marks: Marks): ElementContent[] {
  const [name, line, ...others] = element.children.filter((child) => child.type === "element");
  const anchor = (children: ElementContent[]) => make("a", children, { href: element.properties["href"] });
  if (!is(name, ["strong"]) || !is(line, ["span"]) || others.length > 0)
    return [anchor(contents(element, marks))];
  return [anchor(contents(name, marks)), text(marks.colon), ...contents(line, marks)];
}

/** An item that begins with a heading begins with what stands in it and beside it, on one line. */
function listItem(item: Element, marks: Marks): Element {
  const children = item.children.flatMap((child) => {
    if (child.type !== "element") return [child];
    const heading = child.children.find((inner): inner is Element =>
      is(inner, ["h2", "h3", "h4", "h5", "h6"]),
    );
    if (heading === undefined) return plainElement(child, marks);
    const beside = child.children.filter(
      (other) => other.type === "element" && other !== heading,
    ) as Element[];
    return [
      make("p", [
        ...contents(heading, marks),
        ...beside.flatMap((other) => [text(marks.comma), ...besideHeading(other, marks)]),
      ]),
    ];
  });
  return make("li", spaced(children, marks));
}

/** A type is code as a whole, though it has links within. */
function besideHeading(element: Element, marks: Marks): ElementContent[] {
  if (element.tagName !== "code") return contents(element, marks);
  const lines = element.children.map((line) => (line.type === "comment" ? "" : toString(line)));
  return [make("code", [text(lines.join(" ").replace(/\s+/g, " ").trim())])];
}

/** Names and what they stand for, as a list. */
function definitions(list: Element, marks: Marks): Element {
  const items: Element[] = [];
  const parts = list.children.flatMap((child) => (is(child, ["div"]) ? child.children : [child]));
  for (const part of parts) {
    if (is(part, ["dt"])) items.push(make("li", contents(part, marks)));
    if (is(part, ["dd"]))
      items.at(-1)?.children.push(
        text(marks.colon),
        ...spaced(
          part.children.flatMap((child) => meaning(child, marks)),
          marks,
        ),
      );
  }
  return make("ul", items);
}

/** What can be unfolded within a line stands in brackets. */
function meaning(child: Element["children"][number], marks: Marks): ElementContent[] {
  if (child.type !== "element") return [child];
  if (!is(child, ["details"])) return plainElement(child, marks);
  const [summary, ...rest] = child.children.filter((inner) => inner.type === "element");
  return [
    text(marks.open),
    ...(summary === undefined ? [] : contents(summary, marks)),
    text(marks.colon),
    ...rest.flatMap((inner) => plainElement(inner, marks)),
    text(marks.close),
  ];
}

function tabs(element: Element, marks: Marks): ElementContent[] {
  const names = selectAll("[role=tab]", element);
  return selectAll("[role=tabpanel]", element).flatMap((panel, index) => {
    const name = names[index];
    return [...title(name === undefined ? "" : toString(name)), ...contents(panel, marks)];
  });
}

/** A block of code, without what colours it. */
function code(pre: Element): Element {
  const lines = selectAll(".ec-line", pre).map((line) => toString(line).replace(/\n$/, ""));
  const language = pre.properties["dataLanguage"];
  const source = text(lines.length === 0 ? toString(pre) : lines.join("\n"));
  const properties = typeof language === "string" ? { className: [`language-${language}`] } : {};
  return make("pre", [make("code", [source], properties)]);
}

function isDropped(element: Element): boolean {
  const { role, hidden } = element.properties;
  return (
    is(element, [...droppedTags, ...droppedControls]) ||
    droppedClasses.some((name) => hasClass(element, name)) ||
    // The name of a group of tabs, which the name of each of them repeats.
    (is(element, ["p"]) && hasClass(element, "title")) ||
    role === "tablist" ||
    // A tab that is not open is hidden.
    (hidden !== undefined && role !== "tabpanel")
  );
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties["className"]) && properties["className"].includes(name);
}

function is(
  node: ElementContent | Root["children"][number] | undefined,
  tagNames: string[],
): node is Element {
  return node?.type === "element" && tagNames.includes(node.tagName);
}

function make(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
