import type { KnownTool } from "@/workflows/graph/configured";
import type { ComboboxOption } from "../combobox";

/**
 * The tools that an agent may use, by their source; those that are refused are named only while one of them is chosen,
 * and so is a chosen one that is not there any more.
 */
export function toolOptions(
  tools: readonly KnownTool[],
  chosen: { id: string; name: string } | "" | undefined,
): ComboboxOption[] {
  const known = tools
    .filter(({ id, state }) => state === "ready" || (chosen && id === chosen.id))
    .map(({ id, name, source, state }) => ({
      value: id,
      label: name,
      group: source,
      ...(state !== "ready" && { note: notes[state] }),
    }));
  if (!chosen || tools.some(({ id }) => id === chosen.id)) return known;
  return [
    ...known,
    { value: chosen.id, label: chosen.name, group: "Not in this workspace", note: "missing" },
  ];
}

const notes = { changed: "to be approved", gone: "gone", off: "turned off" };
