import { lateModule } from "@/components/ui/late-module";

/** What the larger commands do. Their names, keys and buttons are there before it: who is early waits a moment. */
export const actions = lateModule(() => import("./actions"));
