import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { bundle } from "./src/contract/bundle.ts";
import { machines } from "./src/machines/integration.ts";
import { headOf } from "./src/site/head.ts";
import { navigation } from "./src/site/navigation.ts";
import { scriptHashes } from "./src/site/script-hashes.ts";
import { locales } from "./src/words/locales.ts";

const { DOCS_SITE: site, DOCS_BASE: base = "/" } = process.env;

export default defineConfig({
  // Where the site is published: `DOCS_SITE` is the origin, `DOCS_BASE` the path under it.
  ...(site === undefined ? {} : { site }),
  base,
  integrations: [
    starlight({
      title: "MPC contract",
      description: bundle.info.summary,
      disable404Route: true,
      favicon: "/favicon.svg",
      head: headOf(site, base),
      customCss: [
        "./src/styles/theme.css",
        "./src/styles/shell.css",
        "./src/styles/guide.css",
        "./src/styles/print.css",
      ],
      components: {
        Footer: "./src/components/Footer.astro",
        Hero: "./src/components/NoHero.astro",
        LanguageSelect: "./src/components/LanguageSelect.astro",
        Search: "./src/components/Search.astro",
        Sidebar: "./src/components/Sidebar.astro",
        SiteTitle: "./src/components/SiteTitle.astro",
      },
      // One dark theme for code: samples stand out from the prose in light and in dark.
      expressiveCode: {
        themes: ["github-dark-default"],
        useStarlightUiThemeColors: false,
        useStarlightDarkModeSwitch: false,
        // Go is indented with tabs, and is to be copied with them.
        tabWidth: 0,
        defaultProps: {
          // All of it is to be seen, on a phone too.
          wrap: true,
          hangingIndent: 2,
          overridesByLang: { "sh,text": { frame: "none" } },
        },
        styleOverrides: {
          codeBackground: "#101917",
          borderWidth: "0",
          borderRadius: "0",
          codeFontSize: "0.78125rem",
          codeLineHeight: "1.5",
          frames: {
            frameBoxShadowCssValue: "none",
            editorTabBarBackground: "#18221f",
            editorActiveTabBackground: "#18221f",
            editorActiveTabForeground: "#a3b1ae",
            editorActiveTabBorderColor: "transparent",
            editorActiveTabIndicatorTopColor: "transparent",
            editorTabBarBorderColor: "transparent",
            editorTabBarBorderBottomColor: "transparent",
          },
        },
      },
      locales: Object.fromEntries(
        locales.map(({ folder = "root", name, tag }) => [folder, { label: name, lang: tag }]),
      ),
      sidebar: navigation,
      routeMiddleware: ["./src/site/route-data.ts", "./src/machines/alternate.ts"],
    }),
    scriptHashes(),
    machines(),
  ],
});
