/** What a palette item carries while it is dragged onto the canvas. */
export const dragType = "application/x-signalbox-node-type";
