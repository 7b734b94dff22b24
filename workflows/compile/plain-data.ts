import { AppError } from "@/workflows/errors/app-error";

/**
 * LangChain revives objects marked `lc` when it reads a checkpoint: such a payload from outside would build objects of
 * the attacker's choice. It is refused wherever data enters the state.
 * @throws AppError invalid_input
 */
export function refuseSerialised(value: unknown, channel: string): void {
  const path = serialisedAt(value, []);
  if (!path) return;
  const place = [channel, ...path].join(".");
  throw new AppError(
    "invalid_input",
    `“${place}” looks like a serialised LangChain object, which is refused.`,
    {
      channel,
      hint: "Send plain data: texts, numbers, lists and objects without an “lc” key.",
    },
  );
}

function serialisedAt(value: unknown, path: string[]): string[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("lc" in value && typeof value.lc === "number" && "type" in value) return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = serialisedAt(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
