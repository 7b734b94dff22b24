import { dragOne, dragSelected, pan, selectFifty, zoomIn, zoomInAndOut, zoomOut } from "./gestures";
import { type Smoothness, smoothness } from "./measure";
import type { Stage } from "./stage";

/** Every gesture that the editor and the baseline are both asked for, by name. */
export type Measured = Record<string, Smoothness>;

/** From a page that shows the whole graph to one that does so again, 50 nodes of it selected. */
export async function measureGestures(stage: Stage): Promise<Measured> {
  const measured: Measured = {
    "pan, whole graph": await smoothness(stage, pan),
    "zoom in and out": await smoothness(stage, zoomInAndOut),
    "drag a node": await smoothness(stage, dragOne),
  };
  await zoomIn(stage);
  measured["pan, readable"] = await smoothness(stage, pan);
  measured["drag a node, readable"] = await smoothness(stage, dragOne);
  await zoomOut(stage);
  await stage.page.evaluate(() => window.probe.whenQuiet());
  const selected = await selectFifty(stage);
  if (selected !== 50) throw new Error(`50 nodes were to be selected, ${selected} are`);
  measured["drag 50 selected"] = await smoothness(stage, dragSelected);
  return measured;
}
