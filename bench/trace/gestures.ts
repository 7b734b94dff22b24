import type { Page } from "@playwright/test";
import { type Smoothness, smoothness } from "../canvas/measure";
import type { Stage } from "../canvas/stage";

const turns = 90;

/** How smooth a long waterfall is: scrolled through, zoomed, with the critical path shown, while it is searched. */
export async function measureReading(page: Page): Promise<Record<string, Smoothness>> {
  const stage = await waterfallOf(page);
  const scrolled = await smoothness(stage, scroll);
  const zoomed = await smoothness(stage, zoom);
  await page.getByRole("button", { name: "Critical path" }).click();
  const alongPath = await smoothness(stage, scroll);
  const searched = await smoothness(stage, async () => async () => {
    await page
      .getByRole("textbox", { name: "Search spans" })
      .pressSequentially("order was sent", { delay: 60 });
  });
  return {
    scroll: scrolled,
    zoom: zoomed,
    "scroll with the critical path": alongPath,
    "type a search": searched,
  };
}

async function waterfallOf(page: Page): Promise<Stage> {
  const box = await page.locator("[data-waterfall]").boundingBox();
  if (!box) throw new Error("No waterfall is shown");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  return { page, devtools, box };
}

async function scroll({ page, box }: Stage) {
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return async () => {
    for (let turn = 0; turn < turns; turn++) await page.mouse.wheel(0, turn < turns / 2 ? 400 : -300);
  };
}

async function zoom({ page, box }: Stage) {
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return async () => {
    await page.keyboard.down("Control");
    for (let turn = 0; turn < turns; turn++) await page.mouse.wheel(0, turn < turns / 2 ? -60 : 60);
    await page.keyboard.up("Control");
  };
}
