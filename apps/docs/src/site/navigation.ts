import { entryPoints } from "../api/entry-points.ts";
import { bundle } from "../contract/bundle.ts";
import { operations } from "../contract/operation.ts";
import { say } from "../contract/translation.ts";
import { hasBenchmarks } from "../measured/benchmarks.ts";
import { en, type Phrase, type Words } from "../words/en.ts";
import { locales } from "../words/locales.ts";

interface Label {
  label: string;
  translations?: Record<string, string>;
}

interface Link extends Label {
  /** The path of its page under that of the language, between slashes. */
  link: string;
  badge?: { text: string; class: string };
}

interface Group extends Label {
  items: Link[];
  collapsed?: boolean;
}

const guides = Object.keys(en.guideNames) as (keyof Words["guideNames"])[];

/** The navigation beside each page, in all languages. */
export const navigation: (Link | Group)[] = [
  { ...label(({ overview }) => overview), link: "/" },
  {
    ...label(({ guides }) => guides),
    items: guides.map((guide) => ({
      ...label(({ guideNames }) => guideNames[guide]),
      link: `/guides/${guide}/`,
    })),
  },
  ...bundle.tags.map(({ name, "x-displayName": title }) => ({
    ...label(title),
    items: operations
      .filter(({ tags }) => tags.includes(name))
      .map(({ id, summary, method }) => ({
        ...label(summary),
        link: `/reference/${id}/`,
        badge: { text: method, class: `method ${method.toLowerCase()}` },
      })),
  })),
  {
    ...label(({ everyCall }) => everyCall),
    items: [
      { ...label(({ endpoints }) => endpoints.title), link: "/endpoints/" },
      { ...label(({ authentication }) => authentication.title), link: "/authentication/" },
      { ...label(({ errors }) => errors.title), link: "/errors/" },
    ],
  },
  {
    ...label(({ api }) => api),
    collapsed: true,
    items: [
      { ...label(({ allPackages }) => allPackages), link: "/api/" },
      ...entryPoints.map(({ path }) => ({ label: path, link: `/api/${path}/` })),
    ],
  },
  {
    ...label(({ certainty }) => certainty),
    items: [
      { ...label(({ differences }) => differences.title), link: "/differences/" },
      { ...label(({ questions }) => questions.title), link: "/questions/" },
      { ...label(({ divergences }) => divergences.title), link: "/divergences/" },
    ],
  },
  {
    ...label(({ itself }) => itself),
    items: [
      { ...label(({ changes }) => changes.title), link: "/changes/" },
      { ...label(({ coverage }) => coverage.title), link: "/coverage/" },
      ...(hasBenchmarks ? [{ ...label(({ benchmarks }) => benchmarks.title), link: "/benchmarks/" }] : []),
    ],
  },
  { ...label(({ machines }) => machines.title), link: "/machines/" },
];

/** The path of the page that a link leads to, as it is under the base path in the first language. */
export function pathOf({ link }: Link): string {
  return link.slice(1);
}

function label(phrase: Phrase): Required<Label> {
  const [first, ...others] = locales;
  const translations = others.map((locale) => [locale.tag, say(phrase, locale)]);
  return {
    label: say(phrase, first),
    translations: Object.fromEntries(translations) as Record<string, string>,
  };
}
