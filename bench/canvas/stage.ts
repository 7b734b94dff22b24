import type { CDPSession, Page } from "@playwright/test";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page with a graph on it, ready for gestures. */
export interface Stage {
  page: Page;
  devtools: CDPSession;
  /** Where the canvas is. */
  box: Box;
}

export async function stageOf(page: Page): Promise<Stage> {
  const box = await page.locator(".react-flow").boundingBox();
  if (!box) throw new Error("No graph is shown");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  return { page, devtools, box };
}

export function middleOf({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 };
}
