/** What a graph document says it is; older formats are brought to it as they are read. */
export const graphFormat = "signalbox.graph/1";
