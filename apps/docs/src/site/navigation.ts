import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { entryPoints } from "../api/entry-points.ts";
import { bundle } from "../contract/bundle.ts";
import { operations } from "../contract/operation.ts";
import { say } from "../contract/translation.ts";
import { hasBenchmarks } from "../measured/benchmarks.ts";
import { en, type Phrase, type Words } from "../words/en.ts";
import { locales } from "../words/locales.ts";

type Entry = NonNullable<StarlightUserConfig["sidebar"]>[number];

const guides = Object.keys(en.guideNames) as (keyof Words["guideNames"])[];

/** The navigation beside each page, in all languages. */
export const navigation: Entry[] = [
  { ...label(({ overview }) => overview), link: "/" },
  {
    ...label(({ guides }) => guides),
    items: guides.map((guide) => ({
      ...label(({ guideNames }) => guideNames[guide]),
      slug: `guides/${guide}`,
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

function label(phrase: Phrase): { label: string; translations: Record<string, string> } {
  const [first, ...others] = locales;
  const translations = others.map((locale) => [locale.tag, say(phrase, locale)]);
  return {
    label: say(phrase, first),
    translations: Object.fromEntries(translations) as Record<string, string>,
  };
}
