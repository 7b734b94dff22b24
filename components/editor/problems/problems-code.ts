import { lateCode } from "@/components/ui/late-code";

export const problemList = lateCode(async () => (await import("./problem-list")).ProblemList);
