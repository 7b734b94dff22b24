/** The name of the custom event by which an HTTP call is told to the trace. */
export const httpEvent = "signalbox_http";
