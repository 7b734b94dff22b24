import { type LateCode, lateCode } from "@/components/ui/late-code";

export const estimateButton: LateCode<object> = lateCode(
  async () => (await import("./estimate-button")).EstimateButton,
);
