import lighthouse from "lighthouse";

/** What Lighthouse says of a page. */
export interface Audit {
  /** Its scores, 100 at most, by category. */
  scores: Record<string, number>;
  /** What lost a point: the audit, and what there is to see. */
  lost: string[];
}

/** Has Lighthouse look at a page, in a browser that listens for it on a port. */
export async function audit(url: string, port: number, onlyCategories?: string[]): Promise<Audit> {
  const result = await lighthouse(url, {
    port,
    logLevel: "silent",
    ...(onlyCategories === undefined ? {} : { onlyCategories }),
  });
  const { audits = {}, categories = {} } = result?.lhr ?? {};
  const scores = Object.entries(categories).map(([name, { score }]) => [
    name,
    Math.round((score ?? 0) * 100),
  ]);
  const lost = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
    .map(({ id }) => audits[id])
    .filter((found) => found !== undefined && found.score !== null && found.score < 1)
    .map((found) => `${found?.id}: ${found?.title} ${found?.displayValue ?? ""}`.trim());
  return { scores: Object.fromEntries(scores) as Audit["scores"], lost };
}
