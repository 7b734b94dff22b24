import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";

/** Adds up the JavaScript that a page loads from now on; the function returned gives kB after gzip. */
export function countScripts(page: Page): () => Promise<number> {
  const scripts: Response[] = [];
  const onResponse = (response: Response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  };
  page.on("response", onResponse);
  return async () => {
    page.off("response", onResponse);
    const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await script.body()).length));
    return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  };
}
