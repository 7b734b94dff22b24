import { lateCode } from "@/components/ui/late-code";

export const paletteEntries = lateCode(async () => (await import("./palette-entries")).PaletteEntries);
