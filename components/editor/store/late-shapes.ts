import { lateModule } from "@/components/ui/late-module";

/**
 * The schemas of operations and documents, which weigh more than an editor does without them: they come right after the
 * first picture, or before it where something waits that has to be read with them. Graphs inside nodes can be read
 * from then on.
 */
export const shapes = lateModule(() => import("./shapes"));
