"use client";

import { useLateModule } from "@/components/ui/use-late-module";
import { nodeRegistry } from "./node-registry";

/** The definitions, once they are there; asked for at once. */
export function useNodeRegistry(wanted: boolean): ReturnType<typeof nodeRegistry.current> {
  return useLateModule(nodeRegistry, wanted);
}
