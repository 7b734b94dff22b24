import { freePoint, nodeBoxes } from "./places";
import { recordFrames } from "./record-frames";
import { recordKeys } from "./record-keys";
import { whenFirstRow, whenInteractive, whenQuiet } from "./when-quiet";

/** What the benchmark asks of a page from inside. Bundled and put into every page it opens. */
const probe = { recordFrames, recordKeys, whenFirstRow, whenInteractive, whenQuiet, freePoint, nodeBoxes };

declare global {
  interface Window {
    probe: typeof probe;
  }
}
window.probe = probe;
