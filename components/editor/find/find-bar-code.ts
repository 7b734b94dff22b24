import { type LateCode, lateCode } from "@/components/ui/late-code";

export const findBar: LateCode<object> = lateCode(async () => (await import("./find-bar")).FindBar);
