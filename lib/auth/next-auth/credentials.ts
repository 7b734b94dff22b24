import type { CredentialsConfig } from "next-auth/providers/credentials";
import { z } from "zod";
import { clientAddress } from "@/lib/api/middleware/client-address";
import type { RateLimiter } from "@/lib/api/middleware/rate-limit";
import type { Database } from "@/lib/db/database";
import { signIn } from "../sign-in";

const credentials = z.object({
  email: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});

/** E-mail and password. What `authorize` throws is shown to the person as it stands. */
export function credentialsProvider(db: Database, limit: RateLimiter): CredentialsConfig {
  return {
    id: "credentials",
    name: "E-mail and password",
    type: "credentials",
    credentials: {},
    async authorize(input, request) {
      const given = credentials.safeParse(input);
      if (!given.success) return null;
      const address = clientAddress(new Headers(plainHeaders(request.headers)));
      limit("passwords", address);
      limit("password", `${address} ${given.data.email.toLowerCase()}`);
      const user = await signIn(db, given.data);
      return user ? { id: user.id, name: user.name, email: user.email } : null;
    },
  };
}

function plainHeaders(headers: Record<string, unknown> | undefined): Record<string, string> {
  const entries = Object.entries(headers ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(entries);
}
