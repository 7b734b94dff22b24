import type {
  OAuthDiscoveryState,
  StoredOAuthClientInformation,
  StoredOAuthTokens,
} from "@modelcontextprotocol/client";
import { z } from "zod";

/** What a sign-in has to keep. It is sealed as it stands, so what comes back is what was put in. */
const memorySchema = z.object({
  state: z.string().optional(),
  verifier: z.string().optional(),
  client: z.custom<StoredOAuthClientInformation>().optional(),
  tokens: z.custom<StoredOAuthTokens>().optional(),
  discovery: z.custom<OAuthDiscoveryState>().optional(),
});
export type Memory = z.infer<typeof memorySchema>;

export const readMemory = (text: string): Memory => memorySchema.parse(JSON.parse(text));

/** Where the memory of one sign-in is kept. */
export interface Keep {
  read(): Promise<Memory>;
  /** Changes it with nobody in between. */
  change(how: (memory: Memory) => Memory): Promise<void>;
}
