import { useMedia } from "./use-media";

/** A screen that is worked with the fingers: what is dragged by accident must not move. */
export function useTouch(): boolean {
  return useMedia("(pointer: coarse)");
}
