export { runAlone, runFrom, runUntil } from "../commands/run-part";
export { togglePins } from "../pins/toggle-pins";
export { align, distribute } from "./arrange-selection";
export {
  copySelection,
  cutSelection,
  duplicateSelection,
  paste,
  pasteFromClipboard,
  selectionText,
} from "./clipboard";
export { collapseSelection, expandSubgraph } from "./collapse-selection";
export { tidy, tidySelection } from "./tidy";
