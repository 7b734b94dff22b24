import { useMedia } from "./use-media";

/** A screen without room for panels beside the canvas: they come as sheets. */
export function useNarrow(): boolean {
  return useMedia("(max-width: 767px)");
}
