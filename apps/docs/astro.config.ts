import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { bundle } from "./src/contract/bundle.ts";
import { operations } from "./src/contract/operation.ts";

const { DOCS_SITE: site, DOCS_BASE: base = "/" } = process.env;

export default defineConfig({
  // Where the site is published: `DOCS_SITE` is the origin, `DOCS_BASE` the path under it.
  ...(site === undefined ? {} : { site }),
  base,
  integrations: [
    starlight({
      title: "MPC contract",
      description: bundle.info.summary,
      favicon: "/favicon.svg",
      customCss: ["./src/styles/theme.css", "./src/styles/shell.css"],
      components: {
        Hero: "./src/components/NoHero.astro",
        Search: "./src/components/Search.astro",
        SiteTitle: "./src/components/SiteTitle.astro",
      },
      // One dark theme for code: samples stand out from the prose in light and in dark.
      expressiveCode: {
        themes: ["github-dark-default"],
        useStarlightUiThemeColors: false,
        useStarlightDarkModeSwitch: false,
        // Go is indented with tabs, and is to be copied with them.
        tabWidth: 0,
        styleOverrides: {
          codeBackground: "#101917",
          borderWidth: "0",
          borderRadius: "0",
          codeFontSize: "0.78125rem",
          codeLineHeight: "1.5",
        },
      },
      sidebar: [
        { label: "Overview", link: "/" },
        ...bundle.tags.map(({ name }) => ({
          label: name,
          items: operations
            .filter(({ tags }) => tags.includes(name))
            .map(({ id, summary, method }) => ({
              label: summary,
              link: `/reference/${id}/`,
              badge: { text: method, class: `method ${method.toLowerCase()}` },
            })),
        })),
        {
          label: "Every call",
          items: [
            { label: "Endpoints", link: "/endpoints/" },
            { label: "Authentication", link: "/authentication/" },
            { label: "Error codes", link: "/errors/" },
          ],
        },
        {
          label: "What is certain",
          items: [
            { label: "Where documentation and reality differ", link: "/differences/" },
            { label: "Open questions", link: "/questions/" },
          ],
        },
      ],
    }),
  ],
});
