import type { BrowserContext, Page } from "playwright-core";

/** What moved in a page at a moment, and how much of a shift that is, as browsers measure it. */
export interface Shift {
  value: number;
  what: string[];
}

declare global {
  /** The shifts of the page so far. */
  var shifts: Shift[];
}

/** What browsers tell of a shift, which the types of the DOM do not have yet. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Has the pages of a context keep account of what moves. */
export async function recordShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as LayoutShift[]) {
        const what = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const name = node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName;
          const box = ({ x, y, width, height }: DOMRectReadOnly) => `${width}x${height} at ${x},${y}`;
          return `${name} from ${box(from)} to ${box(to)}`;
        });
        globalThis.shifts.push({ value, what });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What has moved in a page so far; nothing, when it is less than anybody sees. */
export async function shiftsOf(page: Page): Promise<Shift[]> {
  const shifts = await page.evaluate(() => globalThis.shifts);
  return shifts.reduce((sum, { value }) => sum + value, 0) > 0.001 ? shifts : [];
}
