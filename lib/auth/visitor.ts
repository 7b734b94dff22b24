import { createHmac, timingSafeEqual } from "node:crypto";
import { newId } from "@/lib/db/id";

export const visitorCookieName = "signalbox-visitor";
const maxAgeSeconds = 365 * 24 * 60 * 60;

/** Recognises a returning person on public chat pages without an account. */
export interface Visitors {
  /** A new visitor and the `Set-Cookie` value that makes the browser come back as it. */
  create(): { visitorId: string; setCookie: string };
  /** The visitor a cookie value was signed for; null when it was not us who signed. */
  read(value: string): string | null;
}

export function createVisitors(secret: string, secureCookies: boolean): Visitors {
  const sign = (id: string) => createHmac("sha256", secret).update(`visitor:${id}`).digest("base64url");
  return {
    create() {
      const visitorId = newId("vis");
      const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${maxAgeSeconds}`];
      if (secureCookies) attributes.push("Secure");
      const value = `${visitorId}.${sign(visitorId)}`;
      return { visitorId, setCookie: [`${visitorCookieName}=${value}`, ...attributes].join("; ") };
    },
    read(value) {
      const [id = "", signature = ""] = value.split(".");
      return equal(signature, sign(id)) ? id : null;
    },
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
