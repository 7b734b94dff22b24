import type { z } from "zod";
import type { catalogueModelSchema } from "@/lib/api/contract/model-catalogue";
import type { slotSchema } from "@/lib/api/contract/model-slots";
import type { connectionSchema, providerSchema } from "@/lib/api/contract/models";
import type { breakerSchema } from "@/lib/api/contract/outgoing";
import type {
  apiKeySchema,
  invitationSchema,
  memberSchema,
  secretSchema,
} from "@/lib/api/contract/workspace";

/** One item of each list in the settings, as the API sends it. */
export type Member = z.infer<typeof memberSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type Secret = z.infer<typeof secretSchema>;
export type ApiKey = z.infer<typeof apiKeySchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type CatalogueModel = z.infer<typeof catalogueModelSchema>;
export type ModelSlot = z.infer<typeof slotSchema>;
export type Provider = z.infer<typeof providerSchema>;
export type SeenBreaker = z.infer<typeof breakerSchema>;
