import type { ChannelType } from "@/workflows/graph/channel";

/** The channel type of a CEL type; undefined where it is only known at run time. */
export function plainType(celType: string): ChannelType | undefined {
  if (celType === "string") return "string";
  if (celType === "bool") return "boolean";
  if (celType === "double" || celType === "int" || celType === "uint") return "number";
  if (celType.startsWith("list")) return "array";
  if (celType.startsWith("map")) return "object";
  return undefined;
}
