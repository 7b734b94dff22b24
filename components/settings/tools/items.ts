import type { z } from "zod";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import type { discoverTools, sourceSchema, sourceToolSchema } from "@/lib/api/contract/tools";

export type Source = z.infer<typeof sourceSchema>;
export type SourceTool = z.infer<typeof sourceToolSchema>;
export type Catalogue = CallOutput<typeof discoverTools>;
export type Offer = Catalogue["offers"][number];
