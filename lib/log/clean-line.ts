import { masked } from "@/workflows/personal/masked";
import { findPersonal, type PersonalKind } from "@/workflows/personal/personal-data";

/** Names whose values are secret, in whatever object and at whatever depth. */
const names =
  "authorization|proxy-authorization|cookie|set-cookie|password|passphrase|secret|token|[a-z_-]*(?:api[-_]?key|[-_]token|token[-_]?secret|client[-_]?secret|access[-_]?token|refresh[-_]?token|private[-_]?key|encryption[-_]?key)|x-auth-token|connectionstring";
const asField = new RegExp(`"(${names})":(?:"(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\])`, "gi");
/** JSON inside a text. */
const asQuoted = new RegExp(`\\\\"(${names})\\\\"(\\s*:\\s*)\\\\"(?:(?!\\\\").){0,8000}\\\\"`, "gi");
/** As headers are written: `Authorization: Bearer …`, and on its own. */
const asHeader = /\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{6,}/gi;
/** `postgres://user:password@host` */
const inUrl = /([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@"\\]{0,200}:)[^\s@/"\\]{1,500}@/gi;

/** Telephone numbers and addresses of machines look like times and ids too often. */
const kinds: readonly PersonalKind[] = ["secret", "email", "iban", "card"];

/**
 * Takes secrets and personal data out of a line of JSON that is about to be written: by the names of fields, and by
 * their looks wherever they stand, the texts of errors included. It stays JSON.
 */
export function cleanLine(line: string): string {
  const named = line
    .replace(asField, '"$1":"[hidden]"')
    .replace(asQuoted, '\\"$1\\"$2\\"[hidden]\\"')
    .replace(asHeader, "$1 [hidden]")
    .replace(inUrl, "$1[hidden]@");
  // A bare number is no text: a mark in its place would not be JSON any more.
  const found = findPersonal(named, kinds).filter(
    ({ kind, start }) => kind !== "card" || !/[:,[]/.test(named[start - 1] ?? ""),
  );
  return found.length === 0
    ? named
    : masked(
        named,
        found,
        () => "mask",
        (value) => value,
      );
}
