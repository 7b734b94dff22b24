import { lateModule } from "@/components/ui/late-module";

export const adding = lateModule(() => import("./add-to-graph"));
