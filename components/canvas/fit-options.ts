/** How a fitted graph sits on the canvas: clear of the toolbar and the map at its lower edge. */
export const fitOptions = {
  padding: { top: "40px", right: "32px", bottom: "112px", left: "32px" },
  maxZoom: 1,
} as const;

/** The part of the canvas that the inspector's sheet leaves free on a narrow screen. */
export const aboveSheet = { top: "24px", right: "32px", bottom: "77%", left: "32px" } as const;

/** The same for a graph that is only looked at, in smaller places. */
export const stillFit = { padding: 0.1, maxZoom: 1 };
