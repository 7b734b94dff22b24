import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { randomDefinition } from "./definition";

export const writeRandom: WriteTool<Record<string, never>> = (config, scope) => {
  scope.use("./lib/tools/random/drawn", "drawn");
  scope.use("./lib/tools/random/args", "drawSchema");
  return toolCode(randomDefinition, config, scope, {
    handler: "(draw) => drawn(draw)",
    schema: "drawSchema",
  });
};
