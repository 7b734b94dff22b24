import { useMedia } from "./use-media";

const query = "(max-width: 767px)";

/** A screen without room for panels beside the canvas: they come as sheets. */
export function useNarrow(): boolean {
  return useMedia(query);
}

/** The same at one moment, for what is done and not drawn. */
export function isNarrow(): boolean {
  return window.matchMedia(query).matches;
}
