import { gzipSync } from "node:zlib";
import type { Page, Response, Route } from "@playwright/test";

/** kB of JavaScript after gzip. */
export interface ScriptSizes {
  /** What is asked for before the graph is drawn. */
  first: number;
  /** What comes in quiet moments after it. */
  after: number;
}

/**
 * Holds back every script that a page asks for once a node of its graph is drawn, so that whatever answers in the
 * meantime does so with what was loaded before.
 */
export async function holdLateScripts(page: Page) {
  const first = new Set<string>();
  const responses: Response[] = [];
  const held = Promise.withResolvers<void>();
  const onResponse = (response: Response) => {
    if (response.request().resourceType() === "script") responses.push(response);
  };
  const onRoute = async (route: Route) => {
    if (await isDrawn(page)) await held.promise;
    else first.add(route.request().url());
    await route.continue();
  };
  page.on("response", onResponse);
  await page.route("**/_next/static/chunks/**", onRoute);
  return {
    /** Lets them come. */
    release: () => held.resolve(),
    async sizes(): Promise<ScriptSizes> {
      page.off("response", onResponse);
      const sizes = { first: 0, after: 0 };
      for (const response of responses) {
        const size = gzipSync(await response.body()).length / 1_000;
        sizes[first.has(response.url()) ? "first" : "after"] += size;
      }
      return sizes;
    },
  };
}

/** A node stands where it belongs: React Flow hides nodes until it has measured them. */
function isDrawn(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const node = document.querySelector(".react-flow__node");
    return node !== null && getComputedStyle(node).visibility === "visible";
  });
}
