import { fifty } from "./graph";
import type { Point } from "./probe/places";
import { middleOf, type Stage } from "./stage";

const moves = 120;
/** A page that is slow gets fewer moves rather than more time. */
const patienceMs = 3_000;
const zoomSteps = 32;

/** Something a person does, made ready: looking for the place to do it is not measured. */
export type Gesture = (stage: Stage) => Promise<() => Promise<void>>;

/** Drags the canvas itself, to and fro. */
export const pan: Gesture = async (stage) => {
  const from = await stage.page.evaluate((point) => window.probe.freePoint(point), middleOf(stage.box));
  return () => sway(stage, from, { x: 260, y: 140 });
};

/** Zooms in on the middle until cards can be read. */
export async function zoomIn(stage: Stage): Promise<void> {
  await wheel(stage, -50);
}

/** Back out until all of the graph is seen. */
export async function zoomOut(stage: Stage): Promise<void> {
  await wheel(stage, 50);
}

export const zoomInAndOut: Gesture = async (stage) => async () => {
  await zoomIn(stage);
  await zoomOut(stage);
};

/** Drags the node in the middle. */
export const dragOne: Gesture = async (stage) => {
  const from = await nearestNode(stage, () => true);
  return () => sway(stage, from, { x: 120, y: 60 });
};

/** Draws a box around 5 columns of 10 nodes. Returns how many are selected. */
export async function selectFifty({ page }: Stage): Promise<number> {
  const boxes = await page.evaluate(() => window.probe.nodeBoxes());
  const first = boxes.find(({ id }) => id === fifty.first);
  const last = boxes.find(({ id }) => id === fifty.last);
  if (!first || !last) throw new Error("The nodes to be selected are not on the screen");
  await page.keyboard.down("Shift");
  await page.mouse.move(first.left - 4, first.top - 3);
  await page.mouse.down();
  await page.mouse.move(last.right + 4, last.bottom + 3, { steps: 10 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  return page.locator(".react-flow__node.selected").count();
}

/** Drags all that is selected. */
export const dragSelected: Gesture = async (stage) => {
  const frame = await stage.page.locator(".react-flow__nodesselection-rect").boundingBox();
  if (!frame) throw new Error("Nothing is selected");
  return () => sway(stage, middleOf(frame), { x: 120, y: 60 });
};

/** The middle of the heading of the node nearest to the middle of the canvas. */
export async function nearestNode({ page, box }: Stage, wanted: (id: string) => boolean): Promise<Point> {
  const middle = middleOf(box);
  const points = (await page.evaluate(() => window.probe.nodeBoxes()))
    .filter(({ id }) => wanted(id))
    .map(({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: top + (bottom - top) / 4 }));
  const [nearest] = points.toSorted((a, b) => distance(a, middle) - distance(b, middle));
  if (!nearest) throw new Error("No such node is on the screen");
  return nearest;
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

async function sway({ page }: Stage, from: Point, by: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const start = performance.now();
  for (let index = 1; index <= moves && performance.now() - start < patienceMs; index++) {
    const angle = (index / moves) * 4 * Math.PI;
    await page.mouse.move(from.x + by.x * Math.sin(angle), from.y + by.y * Math.sin(angle / 2));
  }
  await page.mouse.move(from.x, from.y);
  await page.mouse.up();
}

async function wheel({ page, box }: Stage, delta: number): Promise<void> {
  const { x, y } = middleOf(box);
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  for (let index = 0; index < zoomSteps; index++) await page.mouse.wheel(0, delta);
  await page.keyboard.up("Control");
}
