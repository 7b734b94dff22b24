import { AppError } from "@/workflows/errors/app-error";
import type { HttpAnswer } from "@/workflows/http/http-call";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { isAllowed } from "./allowed-host";
import { readable } from "./readable";

export interface ReadSettings {
  hosts: string;
  maxChars: number;
}

/** Fetches a page and gives what there is to read on it. @throws AppError tool_failed, and what sending throws */
export async function readPage(
  { hosts, maxChars }: ReadSettings,
  url: string,
  send: (request: { method: string; url: string; headers: Record<string, string> }) => Promise<HttpAnswer>,
): Promise<string> {
  const refused = () =>
    new AppError("tool_failed", `Pages of this address may not be read: ${url.slice(0, 200)}`, {
      hint: hosts.trim()
        ? `Only pages of these hosts may be: ${hosts.trim()}.`
        : "Give a whole address with https://.",
    });
  if (!isAllowed(url, hosts)) throw refused();
  const answer = await send({
    method: "GET",
    url,
    headers: { accept: "text/html, text/*;q=0.9, */*;q=0.5" },
  });
  // A redirect may lead where the author did not mean it to.
  if (!isAllowed(answer.url, hosts)) throw refused();
  refuseBadStatus(answer);
  return readable(answer, maxChars);
}
