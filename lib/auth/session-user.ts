import { getToken } from "next-auth/jwt";
import { readCookies } from "./cookies";

/** Sign sessions; the same for next-auth, HTTP and the socket handshake. */
export interface SessionSettings {
  secret: string;
  /** Browsers reach us by https: cookies get the `__Secure-` name and attribute. */
  secureCookies: boolean;
}

/** Id of the user whose session cookie these headers carry, if it is valid. */
export async function sessionUserId(headers: Headers, settings: SessionSettings): Promise<string | null> {
  const token = await getToken({
    // next-auth's type wants a whole request of Next; it reads cookies alone here.
    req: { cookies: readCookies(headers), headers: {} } as Parameters<typeof getToken>[0]["req"],
    secret: settings.secret,
    secureCookie: settings.secureCookies,
  });
  return token?.sub ?? null;
}
